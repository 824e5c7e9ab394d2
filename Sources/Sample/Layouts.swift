import Vocabulary

/// The headers and the ways of saving of each source, one of each a quarter.
///
/// The second quarter's offices use other titles, units, encodings and delimiters than the third's.
enum Layouts {
  private static let tenThousand: Int64 = 1_000_000

  /// An empty sheet of that source and quarter.
  static func sheet(_ kind: SourceKind, _ quarter: Quarter) -> Sheet {
    let isEarlier = quarter.ordinal == 2
    return switch kind {
    case .inspection: isEarlier ? earlierInspection(quarter) : inspection(quarter)
    case .inspectorate: isEarlier ? earlierInspectorate(quarter) : inspectorate(quarter)
    case .emergency: isEarlier ? earlierEmergency(quarter) : emergency(quarter)
    case .transfer: isEarlier ? earlierTransfer(quarter) : transfer(quarter)
    case .penalty: isEarlier ? earlierPenalty(quarter) : penalty(quarter)
    case .complaint: isEarlier ? earlierComplaint(quarter) : complaint(quarter)
    case .history: history
    }
  }

  private static func path(_ name: String, _ quarter: Quarter) -> String {
    "Inputs/\(quarter)/\(name)_\(quarter).csv"
  }

  private static func inspection(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: path("执法检查", quarter), kind: .inspection, encoding: .gb18030, delimiter: ",",
      lineEnd: "\r\n", spelling: Spelling(days: [.slashes], amounts: [.whole, .grouped, .whole]),
      columns: inspectionColumns + [SheetColumn("损害范围坐标", .shape)])
  }

  static let inspectionColumns = [
    SheetColumn("检查编号", .number), SheetColumn("检查日期", .inspected),
    SheetColumn("检查单位", .authority), SheetColumn("县区", .county),
    SheetColumn("被检查单位名称", .party), SheetColumn("统一社会信用代码", .code),
    SheetColumn("法定代表人", .representative), SheetColumn("检查地点", .place),
    SheetColumn("经度", .longitude), SheetColumn("纬度", .latitude), SheetColumn("坐标系", .datum),
    SheetColumn("违法行为类型", .violation), SheetColumn("违法事实", .facts),
    SheetColumn("环境要素", .medium), SheetColumn("违法行为发生日期", .occurred),
    SheetColumn("是否完成整改", .rectified), SheetColumn("整改完成日期", .rectifiedOn),
    SheetColumn("是否完成修复", .restored), SheetColumn("修复途径", .restoredVia),
    SheetColumn("处罚决定书文号", .document),
    SheetColumn("罚款金额（万元）", .fine, fenPerUnit: tenThousand),
    SheetColumn("损害金额（元）", .damage), SheetColumn("数额认定方式", .basis),
    SheetColumn("鉴定评估费用（元）", .appraisalFee), SheetColumn("是否位于生态保护红线", .inRedLine),
    SheetColumn("备注", .remark),
  ]

  private static func earlierInspection(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: path("执法检查", quarter), kind: .inspection, encoding: .utf8WithMark, delimiter: ",",
      lineEnd: "\n", spelling: Spelling(days: [.dashes, .dashes, .chinese], amounts: [.plain]),
      columns: [
        SheetColumn("检查编号", .number), SheetColumn("检查日期", .inspected),
        SheetColumn("检查单位", .authority), SheetColumn("行政区划", .countyCode),
        SheetColumn("检查对象", .party), SheetColumn("社会信用代码", .code),
        SheetColumn("负责人", .representative), SheetColumn("单位地址", .place),
        SheetColumn("经度", .longitude), SheetColumn("纬度", .latitude),
        SheetColumn("违法行为类型", .violation), SheetColumn("检查情况", .facts),
        SheetColumn("环境要素", .medium), SheetColumn("违法行为发生日期", .occurred),
        SheetColumn("是否完成整改", .rectified), SheetColumn("整改完成日期", .rectifiedOn),
        SheetColumn("是否完成修复", .restored), SheetColumn("修复途径", .restoredVia),
        SheetColumn("处罚决定书文号", .document), SheetColumn("罚款金额(元)", .fine),
        SheetColumn("损害金额(万元)", .damage, fenPerUnit: tenThousand),
        SheetColumn("数额认定方式", .basis), SheetColumn("鉴定评估费用(元)", .appraisalFee),
        SheetColumn("是否位于生态保护红线", .inRedLine), SheetColumn("备注", .remark),
      ])
  }

  private static func inspectorate(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: path("督察问题", quarter), kind: .inspectorate, encoding: .utf8, delimiter: ",",
      lineEnd: "\n", spelling: Spelling(days: [.dashes], amounts: [.plain]),
      columns: [
        SheetColumn("问题编号", .number), SheetColumn("督察批次", .round),
        SheetColumn("督察层级", .level), SheetColumn("交办日期", .assigned),
        SheetColumn("所在县区", .county), SheetColumn("责任主体", .party),
        SheetColumn("统一社会信用代码", .code), SheetColumn("问题位置", .place),
        SheetColumn("经度", .longitude), SheetColumn("纬度", .latitude),
        SheetColumn("问题描述", .facts), SheetColumn("污染类型", .medium),
        SheetColumn("是否重要问题", .important), SheetColumn("是否明确交办索赔", .assignedClaim),
        SheetColumn("是否警示片曝光", .film), SheetColumn("违法行为发生日期", .occurred),
        SheetColumn("整改状态", .rectification), SheetColumn("是否完成修复", .restored),
        SheetColumn("损害金额（万元）", .damage, fenPerUnit: tenThousand),
      ])
  }

  private static func earlierInspectorate(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: path("督察问题", quarter), kind: .inspectorate, encoding: .gb18030, delimiter: "\t",
      lineEnd: "\r\n", spelling: Spelling(days: [.chinese, .dots], amounts: [.plain]),
      columns: [
        SheetColumn("受理编号", .number), SheetColumn("督察批次", .round),
        SheetColumn("督察层级", .level), SheetColumn("交办日期", .assigned),
        SheetColumn("所在县区", .county), SheetColumn("责任单位", .party),
        SheetColumn("统一社会信用代码", .code), SheetColumn("问题位置", .place),
        SheetColumn("经度", .longitude), SheetColumn("纬度", .latitude),
        SheetColumn("交办问题基本情况", .facts), SheetColumn("污染类型", .medium),
        SheetColumn("是否重要问题", .important), SheetColumn("是否明确交办索赔", .assignedClaim),
        SheetColumn("违法行为发生日期", .occurred), SheetColumn("整改状态", .rectification),
        SheetColumn("是否完成修复", .restored), SheetColumn("是否属实", .substantiated),
        SheetColumn("是否办结", .closed),
        SheetColumn("损害金额(万元)", .damage, fenPerUnit: tenThousand),
      ])
  }

  private static func emergency(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: path("突发环境事件", quarter), kind: .emergency, encoding: .utf8WithMark, delimiter: ",",
      lineEnd: "\r\n", spelling: Spelling(days: [.dashes, .slashes], amounts: [.grouped, .whole]),
      columns: [
        SheetColumn("事件编号", .number), SheetColumn("事件名称", .eventName),
        SheetColumn("事件级别", .eventLevel), SheetColumn("报告类型", .reportKind),
        SheetColumn("发生时间", .occurredAt), SheetColumn("接报时间", .reportedAt),
        SheetColumn("发生地点", .place), SheetColumn("县区", .county),
        SheetColumn("经度", .longitude), SheetColumn("纬度", .latitude),
        SheetColumn("涉事单位", .party), SheetColumn("统一社会信用代码", .code),
        SheetColumn("事件原因", .cause), SheetColumn("影响要素", .medium),
        SheetColumn("应急处置费用（元）", .responseCost),
        SheetColumn("直接经济损失（万元）", .directLoss, fenPerUnit: tenThousand),
        SheetColumn("损害金额（元）", .damage),
      ])
  }

  private static func earlierEmergency(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: path("突发环境事件", quarter), kind: .emergency, encoding: .utf8, delimiter: "\t",
      lineEnd: "\n", spelling: Spelling(days: [.chinesePadded], amounts: [.withUnit]),
      columns: [
        SheetColumn("事件编号", .number), SheetColumn("报告类型", .reportKind),
        SheetColumn("事件名称", .eventName), SheetColumn("事件级别", .eventLevel),
        SheetColumn("县区", .county), SheetColumn("发生地点", .place),
        SheetColumn("发生时间", .occurredAt), SheetColumn("接报时间", .reportedAt),
        SheetColumn("经度", .longitude), SheetColumn("纬度", .latitude),
        SheetColumn("涉事单位", .party), SheetColumn("统一社会信用代码", .code),
        SheetColumn("事件原因", .cause), SheetColumn("影响要素", .medium),
        SheetColumn("应急处置费用(元)", .responseCost),
        SheetColumn("直接经济损失(万元)", .directLoss, fenPerUnit: tenThousand),
        SheetColumn("损害金额(元)", .damage),
      ])
  }

  private static func transfer(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: path("检察移送", quarter), kind: .transfer, encoding: .gb18030, delimiter: ",",
      lineEnd: "\r\n",
      spelling: Spelling(days: [.chinese, .dashes], amounts: [.whole, .withUnit]),
      columns: [
        SheetColumn("移送函号", .number), SheetColumn("移送检察院", .procuratorate),
        SheetColumn("移送日期", .transferred), SheetColumn("接收日期", .received),
        SheetColumn("接收单位", .receiver), SheetColumn("当事人", .party),
        SheetColumn("证件号码", .identity), SheetColumn("案发日期", .occurred),
        SheetColumn("案发地点", .place), SheetColumn("县区", .county),
        SheetColumn("经度", .longitude), SheetColumn("纬度", .latitude),
        SheetColumn("案由", .charge), SheetColumn("基本案情", .facts),
        SheetColumn("环境要素", .medium), SheetColumn("损害评估金额（元）", .damage),
        SheetColumn("是否完成整改", .rectified), SheetColumn("反馈期限", .feedbackDue),
        SheetColumn("是否反馈", .fedBack),
        SheetColumn("反馈日期", .feedbackOn),
      ])
  }

  private static func earlierTransfer(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: path("检察移送", quarter), kind: .transfer, encoding: .gb18030, delimiter: "\t",
      lineEnd: "\n", spelling: Spelling(days: [.dots, .compact], amounts: [.grouped]),
      columns: [
        SheetColumn("移送函号", .number), SheetColumn("移送检察院", .procuratorate),
        SheetColumn("移送日期", .transferred), SheetColumn("接收日期", .received),
        SheetColumn("县区", .county), SheetColumn("当事人", .party),
        SheetColumn("证件号码", .identity), SheetColumn("案由", .charge),
        SheetColumn("基本案情", .facts), SheetColumn("案发日期", .occurred),
        SheetColumn("案发地点", .place), SheetColumn("环境要素", .medium),
        SheetColumn("经度", .longitude), SheetColumn("纬度", .latitude),
        SheetColumn("损害评估金额(元)", .damage), SheetColumn("接收单位", .receiver),
        SheetColumn("是否完成整改", .rectified), SheetColumn("反馈期限", .feedbackDue),
        SheetColumn("是否反馈", .fedBack),
        SheetColumn("反馈日期", .feedbackOn),
      ])
  }
}
