import Vocabulary

/// Reads a word of a closed list and gives the raw value of its case.
///
/// `words` of the column go before the built-in list. A blank is missing; a word in no list is
/// `unknownWord`. Among datums, 西安80, 北京54 and local systems are in no list, and neither are zones:
/// see `readReferenceSystem`.
package func readChoice(
  _ bytes: Span<UInt8>, of field: ChoiceField, words: ColumnWords = .none
) -> Reading<UInt8> {
  let cell = FoldedCell(bytes)
  if cell.isEmpty { return .missing }
  switch words.meaning(of: cell) {
  case .some(.unknown): return .missing
  case .some(.raw(let raw)): return .value(UInt8(truncatingIfNeeded: raw))
  case nil: break
  }
  let known =
    switch field {
    case .emergencyLevel, .destructionLevel: levelWords[cell]
    case .damageBasis: basisWords[cell]
    case .restorationRoute: routeWords[cell]
    case .inspectorateLevel: inspectorateWords[cell]
    case .datum: datumWords[cell]
    case .placeRole: placeRoleWords[cell]
    }
  if let known { return .value(known) }
  return cell.isBlank ? .missing : .unreadable(.unknownWord, WordFlaw.notInList)
}

/// Levels by name, by number, and by both, with and without what they are levels of.
private let levelWords: WordTable<UInt8> = {
  let levels: [(EventLevel, [String], [String])] = [
    (.extremelyMajor, ["特别重大", "特大"], ["I", "Ⅰ", "一", "1"]),
    (.major, ["重大"], ["II", "Ⅱ", "二", "2"]),
    (.relativelyMajor, ["较大"], ["III", "Ⅲ", "三", "3"]),
    (.general, ["一般"], ["IV", "Ⅳ", "四", "4"]),
  ]
  var table = WordTable<UInt8>()
  func insert(_ word: String, _ level: EventLevel) {
    table.insert(FoldedCell(word), level.rawValue)
  }
  let events = ["突发环境事件", "突发生态环境事件", "环境事件", "生态破坏事件", "事件"]
  for (level, names, numbers) in levels {
    let endings = events + ["级别", "级别事件"]
    let marks = numbers.flatMap { ["\($0)级", "\($0)級"] } + numbers.prefix(2)
    for mark in marks { insert(mark, level) }
    for name in names {
      for stem in [name, "\(name)级"] {
        insert(stem, level)
        for mark in marks {
          for both in ["\(stem)(\(mark))", "\(mark)(\(stem))", stem + mark, mark + stem] {
            insert(both, level)
          }
        }
        for event in endings { insert(stem + event, level) }
      }
      for mark in marks {
        for event in events {
          insert("\(name)(\(mark))\(event)", level)
          insert("\(name)\(event)(\(mark))", level)
          insert("\(mark)(\(name))\(event)", level)
          insert(mark + name + event, level)
          insert(mark + event, level)
        }
      }
    }
  }
  for word in ["未达级", "未达等级", "不够级别", "等级以下", "一般以下", "低于一般级", "未达到分级标准", "不构成突发环境事件", "未构成突发环境事件"]
  {
    insert(word, .none)
  }
  return table
}()

private let basisWords = WordTable<UInt8>([
  (
    DamageBasis.expertAssessment.rawValue,
    "专家评估 专家评估意见 专家评估意见书 专家意见 委托专家评估 专家认定 专家论证 专家评审意见"
  ),
  (
    DamageBasis.comprehensiveDetermination.rawValue,
    "综合认定 综合认定意见 综合认定意见书 部门综合认定 综合评判认定"
  ),
  (
    DamageBasis.appraisalReport.rawValue,
    """
    鉴定评估报告 鉴定评估 鉴定报告 评估报告 鉴定意见 鉴定意见书 司法鉴定 司法鉴定意见 司法鉴定意见书 \
    司法鉴定报告 鉴定评估报告(司法鉴定意见书) 鉴定评估报告书 环境损害司法鉴定 损害鉴定评估 损害鉴定评估报告 \
    损害评估报告 生态环境损害鉴定评估 生态环境损害鉴定评估报告 环境损害鉴定评估 环境损害鉴定评估报告 \
    委托鉴定评估 鉴定
    """
  ),
  (
    DamageBasis.estimate.rawValue,
    "预估 估算 初步估算 暂估 概算 初估 初步测算 预估数额 预估金额 预估值 估计 估算值 初步预估 初步评估"
  ),
])

private let routeWords = WordTable<UInt8>([
  (
    RestorationRoute.adminEnforcement.rawValue,
    """
    行政执法 行政执法途径 行政执法程序 行政途径 行政处罚 责令修复 行政执法责令修复 行政命令 责令改正 责令恢复 代履行 行政代履行 \
    行政强制 行政机关代履行
    """
  ),
  (
    RestorationRoute.litigation.rawValue,
    """
    诉讼 诉讼途径 司法 司法途径 司法程序 公益诉讼 环境公益诉讼 民事公益诉讼 检察公益诉讼 刑事附带民事公益诉讼 \
    刑事附带民事诉讼 民事诉讼 赔偿诉讼 判决 法院判决 司法判决
    """
  ),
  (
    RestorationRoute.obligorRestoration.rawValue,
    """
    义务人修复 赔偿义务人修复 义务人自行修复 赔偿义务人自行修复 自行修复 自主修复 主动修复 企业自行修复 \
    当事人自行修复 当事人修复 企业修复 责任人修复 责任人自行修复 义务人主动修复
    """
  ),
  (RestorationRoute.carbonCredit.rawValue, "碳汇 认购碳汇 购买碳汇 碳汇认购 碳汇补偿 碳汇替代 碳汇修复 认购林业碳汇"),
  (RestorationRoute.otherRoute.rawValue, "其他 其它 其他途径 其它途径 其他方式 其它方式"),
  (RestorationRoute.none.rawValue, "未修复 尚未修复 没有修复"),
])

private let inspectorateWords = WordTable<UInt8>([
  (
    InspectorateLevel.central.rawValue,
    """
    中央 中央级 国家 国家级 中央督察 中央环保督察 中央环境保护督察 中央生态环保督察 中央生态环境保护督察 中央层面
    """
  ),
  (
    InspectorateLevel.provincial.rawValue,
    "省级 省 省督察 省级督察 省环保督察 省级环保督察 省生态环境保护督察 省级生态环境保护督察 省级生态环保督察 省级层面"
  ),
])

private let datumWords = WordTable<UInt8>([
  (
    Datum.cgcs2000.rawValue,
    """
    CGCS2000 CGCS-2000 2000 国家2000 国家2000坐标系 2000坐标系 2000国家大地坐标系 国家大地2000 \
    大地2000 2000国家大地坐标 中国2000 国家大地坐标系2000 EPSG:4490 4490
    """
  ),
  (Datum.wgs84.rawValue, "WGS84 WGS-84 WGS_84 WGS1984 84坐标系 WGS84坐标系 84 GPS GPS坐标 EPSG:4326 4326"),
  (
    Datum.gcj02.rawValue,
    """
    GCJ02 GCJ-02 GCJ_02 GCJ02坐标系 火星 火星坐标 火星坐标系 高德 高德坐标 高德地图 腾讯 腾讯坐标 腾讯地图 \
    国测局坐标系 国测局 奥维高德
    """
  ),
  (Datum.bd09.rawValue, "BD09 BD-09 BD_09 BD09LL BD-09LL BD09坐标系 百度 百度坐标 百度坐标系 百度地图"),
])

private let placeRoleWords = WordTable<UInt8>([
  (PlaceRole.damageArea.rawValue, "损害区域 损害地 损害范围 受损区域 受损地点 损害发生区域 污染区域 破坏区域"),
  (
    PlaceRole.event.rawValue,
    "事发地 事发地点 事发位置 事件发生地 事件发生地点 事故地点 事故发生地 发生地 发生地点 行为地 行为发生地"
  ),
  (PlaceRole.result.rawValue, "损害结果地 结果地 结果发生地 损害结果发生地"),
])
