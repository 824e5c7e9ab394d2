import Testing
import Vocabulary

@testable import Intake

@Suite("Folded titles")
struct FoldedTitleTests {
  @Test(
    "titles that say the same fold to the same",
    arguments: [
      ("检查编号", ["检查 编号", "检查\n编号", "检查　编号", "\u{200B}检查编号\u{FEFF}", "检\u{2060}查编号"]),
      ("检查编号", ["1.检查编号", "1、检查编号", "(1)检查编号", "（一）检查编号", "①检查编号", "一、检查编号", "第1列检查编号"]),
      ("检查编号", ["*检查编号", "※检查编号", "检查编号＊", "检查编号（必填）", "【检查编号】", "“检查编号”", "检查编号：", "* 1. 检查编号："]),
      ("罚款金额", ["罚款金额（万元）", "罚款金额(单位：万元)", "罚款金额[元]", "罚款金额/万元", "罚款金额_万元", "罚款金额万元"]),
      ("罚款金额", ["罚款金额单位：万元", "罚款金额（人民币）", "罚款金额（人民币万元）", "罚款金额（元整）", "罚款金额〔亿元〕", "罚款金额（千元）"]),
      ("罚款金额", ["罚款金额\n（万元）", "罚款金额（万元，保留两位小数）", "罚款金额（￥）", "罚款金额(以万元计)", "罚款金额（小写）", "罚款金额（万元"]),
      (
        "检查日期",
        ["检查日期（格式：2026-01-01）", "检查日期(yyyy-mm-dd)", "检查日期\n如：2026-07-01", "检查日期（年/月/日）", "检查日期()"]
      ),
      ("cf_wsh", ["CF_WSH", "ＣＦ＿ＷＳＨ", "cf_wsh*", "（CF_WSH）"]),
    ])
  func same(folded: String, titles: [String]) {
    for title in titles { #expect(FoldedTitle(title).text == folded, "\(title)") }
  }

  @Test(
    "units are read wherever they stand",
    arguments: [
      ("损害金额（元）", 100), ("损害金额（元整）", 100), ("损害金额(人民币元)", 100), ("损害金额/千元", 100_000),
      ("损害金额_万元", 1_000_000), ("（万元）损害金额", 1_000_000), ("损害金额（单位：亿元）", 10_000_000_000),
      ("损害金额单位：元", 100), ("损害金额 万元", 1_000_000), ("2、损害金额（万）*", 1_000_000),
      ("损害金额", nil), ("管控单元", nil), ("损害金额（美元）", nil), ("罚款美元", nil), ("损害金额（元/吨）", nil),
      ("罚款100万元", nil),
    ] as [(String, Int64?)])
  func units(title: String, fenPerUnit: Int64?) {
    #expect(FoldedTitle(title).fenPerUnit == fenPerUnit)
  }

  @Test(
    "titles of different meaning never fold together",
    arguments: [
      ("损害金额", "鉴定评估费用"), ("发现日期", "发生日期"), ("经度", "纬度"), ("县区", "县区代码"),
      ("代码_1", "代码_2"), ("代码_1", "代码"), ("罚款金额（元）", "罚款金额（美元）"), ("罚款金额", "罚款金额（大写）"),
      ("没收金额（违法所得）", "没收金额（非法财物）"), ("管控单元", "管控单"), ("2026年罚款", "2025年罚款"),
      ("COD（mg/L）", "COD（kg）"), ("1-丁烯", "2-丁烯"), ("2,4-滴", "4-滴"), ("1.5倍罚款", "5倍罚款"),
      ("联系人（企业）", "联系人（机关）"), ("处罚类别1", "处罚类别2"), ("CF_CFLB1", "CF_CFLB2"),
      ("是否整改", "是否修复"), ("受污染面积（亩）", "受污染面积（平方米）"), ("12369举报编号", "举报编号"),
      ("监测值（1）", "监测值（2）"), ("CF_CFJG", "CF_CFJGDM"),
    ])
  func apart(one: String, other: String) {
    #expect(FoldedTitle(one).text != FoldedTitle(other).text)
  }

  @Test(
    "a code beside a title is kept apart from it",
    arguments: [
      "CF_WSH行政处罚决定书文号", "行政处罚决定书文号(CF_WSH)", "CF_WSH 行政处罚决定书文号", "行政处罚决定书文号\nCF_WSH",
      "行政处罚决定书文号【cf_wsh】", "CF_WSH（行政处罚决定书文号）", "行政处罚决定书文号_CF_WSH", "*CF_WSH-行政处罚决定书文号",
    ])
  func codes(title: String) {
    #expect(FoldedTitle(title).text == "行政处罚决定书文号")
    #expect(FoldedTitle(title).code == "cf_wsh")
  }

  @Test("only a number that a program put behind a repeated title is no part of it")
  func repeated() throws {
    let library = builtIn
    func fields(_ titles: [String], _ id: String) -> [String?] {
      let fit = ProfileFit.all(of: titles, in: library).first { $0.profile.id == id }
      return (fit?.entries ?? []).map { $0?.field.name }
    }
    #expect(
      fields(["法定代表人", "法定代表人.1", "法定代表人_2", "法定代表人_duplicated_0"], "penalty")
        == Array(repeating: "legal_representative", count: 4))
    #expect(fields(["法定代表人.1", "备注_1"], "penalty") == [nil, nil])
    #expect(
      fields(["代码_1", "代码_2", "代码_3", "代码_4"], "penalty")
        == ["credit_code", "registration_number", "organisation_code", nil])
    #expect(fields(["经度", "经度（度）", "纬度(度)"], "penalty") == ["longitude", "longitude", "latitude"])
    // Degrees, minutes and seconds in columns of their own are no longitude each.
    #expect(fields(["经度（度）", "经度（分）", "经度（秒）"], "penalty") == [nil, nil, nil])
  }

  @Test("words and code that disagree mean nothing")
  func disagreement() throws {
    let library = builtIn
    let titles = ["CF_WSH处罚决定日期", "CF_WSH文书号码", "BZ备注", "处罚决定日期(CF_JDRQ)"]
    let fit = ProfileFit.all(of: titles, in: library).first { $0.profile.id == "penalty" }
    #expect(
      fit?.entries.map { $0?.field.name } == [nil, "document_number", "remarks", "decision_date"])
  }

  @Test("no title that holds more than quotes and space folds to nothing")
  func neverNothing() {
    var generator = SeededGenerator(state: 7)
    let pieces = [
      "检查", "编号", "（", "）", "(", "万元", "元", " ", "\n", "*", "1.", "、", "单位：", "CF_WSH", "必填", "_1",
      "：",
      "①", "”", "-", "第1列", "金额",
    ]
    for _ in 0..<2_000 {
      let title = (0..<Int.random(in: 1...7, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }.joined()
      let folded = FoldedTitle(title)
      let hasWords = title.unicodeScalars.contains { $0 != "\n" && $0 != " " && $0 != "”" }
      #expect(!hasWords || !folded.text.isEmpty, "\(title.debugDescription)")
    }
  }

  @Test("hostile titles fold in time linear in their length")
  func hostile() {
    for piece in ["(", ")", "()", "（必填）", "*", "\n", "1.", "元", "\u{301}", "第"] {
      let title = String(repeating: piece, count: 20_000)
      #expect(FoldedTitle(title).text.utf8.count <= title.utf8.count)
    }
  }
}
