import Normalise
import Testing
import Vocabulary

@Suite("Words of closed lists")
struct WordReadingTests {
  func truth(_ text: String, words: ColumnWords = .none) -> Reading<Bool> {
    reading(text) { readTruth($0, words: words) }
  }

  func choice(_ text: String, _ field: ChoiceField) -> Reading<UInt8> {
    reading(text) { readChoice($0, of: field) }
  }

  @Test(
    "reads yes",
    arguments: [
      "是", "有", "√", "✓", "Y", "yes", "TRUE", "true", "1", "１", " 是 ", "已完成", "已修复", "已整改", "属实",
      "部分属实", "基本属实", "已办结", "办结", "已反馈", "造成生态环境损害", "已撤销", "是(nbsp)",
    ])
  func yes(_ text: String) { #expect(truth(text) == .value(true)) }

  @Test(
    "reads no",
    arguments: [
      "否", "无", "×", "N", "no", "FALSE", "0", "未完成", "未修复", "未整改", "不属实", "未办结", "阶段性办结", "整改中",
      "未造成生态环境损害", "未反馈", "没有",
    ])
  func no(_ text: String) { #expect(truth(text) == .value(false)) }

  @Test(
    "takes what is not known for missing",
    arguments: ["", " ", "不详", "待核实", "/", "—", "NULL", "不适用", "不涉及"])
  func unknown(_ text: String) { #expect(truth(text).isMissing) }

  @Test(
    "does not guess at other words", arguments: ["基本完成", "已核实无损害", "2", "是否", "也许", "是,否", "已"])
  func otherWords(_ text: String) { #expect(truth(text).code == .unknownWord) }

  @Test("puts the column's words before the built-in ones")
  func columnWords() {
    let words = ColumnWords(
      ["基本完成": "true", "1": "false", "两可": "unknown", "错": "perhaps"],
      for: .truth(.restored))
    #expect(truth("基本完成", words: words) == .value(true))
    #expect(truth("1", words: words) == .value(false))
    #expect(truth("两可", words: words).isMissing)
    #expect(truth("是", words: words) == .value(true))
    #expect(ColumnWords.meaning(ofCanonical: "perhaps", for: .truth(.restored)) == nil)
    let redLine = ColumnWords([:], for: .truth(.declaredRedLine))
    #expect(truth("不涉及", words: redLine) == .value(false))
  }

  @Test(
    "reads levels by name and by number",
    arguments: [
      ("特别重大", EventLevel.extremelyMajor), ("重大", .major), ("较大", .relativelyMajor),
      ("一般", .general),
      ("Ⅰ级", .extremelyMajor), ("Ⅱ级", .major), ("Ⅲ级", .relativelyMajor), ("Ⅳ级", .general),
      ("Ⅳ級", .general), ("I级", .extremelyMajor), ("IV", .general), ("四级", .general),
      ("一级", .extremelyMajor),
      ("较大（Ⅲ级）", .relativelyMajor), ("Ⅲ级（较大）", .relativelyMajor), ("一般突发环境事件", .general),
      ("重大事件", .major), ("较大级", .relativelyMajor), ("ⅳ级", .general),
      ("不构成突发环境事件", .none),
    ])
  func levels(_ text: String, level: EventLevel) {
    #expect(choice(text, .emergencyLevel) == .value(level.rawValue))
    #expect(choice(text, .destructionLevel) == .value(level.rawValue))
  }

  @Test(
    "reads bases, routes, inspectorates and datums",
    arguments: [
      (ChoiceField.damageBasis, "专家评估", DamageBasis.expertAssessment.rawValue),
      (.damageBasis, "综合认定", DamageBasis.comprehensiveDetermination.rawValue),
      (.damageBasis, "鉴定评估报告", DamageBasis.appraisalReport.rawValue),
      (.damageBasis, "司法鉴定意见书", DamageBasis.appraisalReport.rawValue),
      (.damageBasis, "预估", DamageBasis.estimate.rawValue),
      (.damageBasis, "初步估算", DamageBasis.estimate.rawValue),
      (.restorationRoute, "行政执法", RestorationRoute.adminEnforcement.rawValue),
      (.restorationRoute, "公益诉讼", RestorationRoute.litigation.rawValue),
      (.restorationRoute, "义务人自行修复", RestorationRoute.obligorRestoration.rawValue),
      (.restorationRoute, "认购碳汇", RestorationRoute.carbonCredit.rawValue),
      (.restorationRoute, "其他", RestorationRoute.otherRoute.rawValue),
      (.inspectorateLevel, "中央", InspectorateLevel.central.rawValue),
      (.inspectorateLevel, "省级", InspectorateLevel.provincial.rawValue),
      (.datum, "WGS84", Datum.wgs84.rawValue), (.datum, "wgs-84", Datum.wgs84.rawValue),
      (.datum, "CGCS2000", Datum.cgcs2000.rawValue), (.datum, "国家2000", Datum.cgcs2000.rawValue),
      (.datum, "GCJ-02", Datum.gcj02.rawValue), (.datum, "高德", Datum.gcj02.rawValue),
      (.datum, "腾讯", Datum.gcj02.rawValue), (.datum, "火星坐标", Datum.gcj02.rawValue),
      (.datum, "BD-09", Datum.bd09.rawValue), (.datum, "百度", Datum.bd09.rawValue),
    ])
  func choices(_ field: ChoiceField, _ text: String, raw: UInt8) {
    #expect(choice(text, field) == .value(raw))
  }

  @Test("does not take other datums for known ones", arguments: ["西安80", "北京54", "地方坐标系", "WGS"])
  func otherDatums(_ text: String) { #expect(choice(text, .datum).code == .unknownWord) }

  @Test("knows every term and name of its own enumerations")
  func ownTerms() {
    for level in EventLevel.allCases where level != .none {
      #expect(choice(level.term, .emergencyLevel) == .value(level.rawValue))
    }
    for basis in DamageBasis.allCases {
      #expect(choice(basis.term, .damageBasis) == .value(basis.rawValue))
    }
    for datum in Datum.allCases { #expect(choice(datum.name, .datum) == .value(datum.rawValue)) }
    for medium in Medium.allCases {
      #expect(reading(medium.term) { readMedia($0) } == .value(MediumSet(medium)))
    }
    for channel in Channel.allCases {
      #expect(reading(channel.code) { readChannel($0) } == .value(ChannelSet(channel)))
      #expect(reading(channel.wording.zh) { readChannel($0) } == .value(ChannelSet(channel)))
    }
  }

  @Test(
    "reads one medium or several",
    arguments: [
      ("水", MediumSet(.water)), ("废水", MediumSet(.water)), ("水污染", MediumSet(.water)),
      ("大气、水", MediumSet(.water, .air)), ("废气,废水；固废", MediumSet(.water, .air, .solidWaste)),
      ("水污染和大气污染", MediumSet(.water, .air)), ("水/土壤", MediumSet(.water, .soil)),
      ("危废 噪音", MediumSet(.solidWaste, .noise)), ("林地", MediumSet(.forest)),
      ("空气，土壤", MediumSet(.air, .soil)), ("水土流失", MediumSet(.soilErosion)),
      ("林草", MediumSet(.forest, .grassland)), ("水、水污染", MediumSet(.water)),
      ("水及地下水", MediumSet(.water, .groundwater)), ("生态", MediumSet(.other)),
      ("大气\n水", MediumSet(.air, .water)),
    ])
  func media(_ text: String, expected: MediumSet) {
    #expect(reading(text) { readMedia($0) } == .value(expected))
  }

  @Test("counts an unknown medium as other, flagged, and keeps the known ones")
  func unknownMedium() {
    #expect(
      reading("水、月光") { readMedia($0) } == .flagged(MediumSet(.water, .other), .unknownWord))
    let long = String(repeating: "水、", count: 100)
    #expect(reading(long) { readMedia($0) }.code == .unknownWord)
    let words = ColumnWords(["月光": "大气"], for: .media)
    #expect(reading("水、月光") { readMedia($0, words: words) } == .value(MediumSet(.water, .air)))
    #expect(reading("/") { readMedia($0) }.isMissing)
  }

  @Test("reads channels by code and by what exports call them")
  func channels() {
    #expect(reading("12369") { readChannel($0) } == .value(ChannelSet(.complaint)))
    #expect(
      reading("C01、信访") { readChannel($0) } == .value(ChannelSet(.inspectorate, .complaint)))
    #expect(reading("某渠道") { readChannel($0) } == .flagged(ChannelSet(.other), .unknownWord))
  }
}
