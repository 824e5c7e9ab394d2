import Vocabulary

extension Layouts {
  private static let tenThousand: Int64 = 1_000_000

  /// The thirty columns of the 双公示 penalties: code, Chinese title, item and unit, after 发改办财金
  /// 〔2018〕424号.
  private static let penaltyColumns:
    [(code: String, title: String, item: Item, fenPerUnit: Int64)] =
      [
        ("CF_XDR_MC", "行政相对人名称", .party, 100),
        ("CF_XDR_LB", "行政相对人类别", .partyClass, 100),
        ("CF_XDR_SHXYM", "代码_1(统一社会信用代码)", .code, 100),
        ("CF_XDR_GSZC", "代码_2(工商注册号)", .unused, 100),
        ("CF_XDR_ZZJG", "代码_3(组织机构代码)", .organisationCode, 100),
        ("CF_XDR_SWDJ", "代码_4(税务登记号)", .unused, 100),
        ("CF_XDR_SYDW", "代码_5(事业单位证书号)", .unused, 100),
        ("CF_XDR_SHZZ", "代码_6(社会组织登记证号)", .unused, 100),
        ("CF_FRDB", "法定代表人", .representative, 100),
        ("CF_FR_ZJLX", "法定代表人证件类型", .unused, 100),
        ("CF_FR_ZJHM", "法定代表人证件号码", .unused, 100),
        ("CF_XDR_ZJLX", "证件类型", .identityKind, 100),
        ("CF_XDR_ZJHM", "证件号码", .personID, 100),
        ("CF_WSH", "行政处罚决定书文号", .document, 100),
        ("CF_WFXW", "违法行为类型", .violation, 100),
        ("CF_SY", "违法事实", .facts, 100),
        ("CF_YJ", "处罚依据", .legalBasis, 100),
        ("CF_CFLB", "处罚类别", .penaltyKind, 100),
        ("CF_NR", "处罚内容", .penaltyContent, 100),
        ("CF_NR_FK", "罚款金额(万元)", .fine, tenThousand),
        ("CF_NR_WFFF", "没收金额(万元)", .confiscated, tenThousand),
        ("CF_NR_ZKDX", "暂扣或吊销证照", .unused, 100),
        ("CF_JDRQ", "处罚决定日期", .decided, 100),
        ("CF_YXQ", "处罚有效期", .validUntil, 100),
        ("CF_GSJZQ", "公示截止期", .publicUntil, 100),
        ("CF_CFJG", "处罚机关", .authority, 100),
        ("CF_CFJGDM", "处罚机关统一社会信用代码", .authorityCode, 100),
        ("CF_SJLY", "数据来源单位", .supplier, 100),
        ("CF_SJLYDM", "数据来源单位统一社会信用代码", .supplierCode, 100),
        ("BZ", "备注", .remark, 100),
      ]

  /// The codes as header, and CF_ZT, the state of the decision, before the remark.
  static func penalty(_ quarter: Quarter) -> Sheet {
    var columns = penaltyColumns.map { SheetColumn($0.code, $0.item, fenPerUnit: $0.fenPerUnit) }
    columns.insert(SheetColumn("CF_ZT", .state), at: columns.count - 1)
    return Sheet(
      path: "Inputs/\(quarter)/双公示行政处罚_\(quarter).csv", kind: .penalty, encoding: .utf8,
      delimiter: ",", lineEnd: "\n", spelling: Spelling(days: [.slashes], amounts: [.plain]),
      columns: columns)
  }

  /// The Chinese titles as header.
  static func earlierPenalty(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: "Inputs/\(quarter)/双公示行政处罚_\(quarter).csv", kind: .penalty, encoding: .gb18030,
      delimiter: ",", lineEnd: "\r\n",
      spelling: Spelling(days: [.dashes, .serial], amounts: [.plain]),
      columns: penaltyColumns.map { SheetColumn($0.title, $0.item, fenPerUnit: $0.fenPerUnit) })
  }

  static func complaint(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: "Inputs/\(quarter)/信访举报_\(quarter).csv", kind: .complaint, encoding: .utf8,
      delimiter: ",", lineEnd: "\n", spelling: Spelling(days: [.dashes], amounts: [.plain]),
      columns: complaintColumns(day: SheetColumn("受理日期", .accepted), party: "被举报对象"))
  }

  static func earlierComplaint(_ quarter: Quarter) -> Sheet {
    Sheet(
      path: "Inputs/\(quarter)/信访举报_\(quarter).csv", kind: .complaint, encoding: .gb18030,
      delimiter: ",", lineEnd: "\r\n",
      spelling: Spelling(days: [.slashes, .chinese], amounts: [.plain]),
      columns: complaintColumns(day: SheetColumn("举报日期", .reported), party: "被举报单位"))
  }

  static func complaintColumns(day: SheetColumn, party: String) -> [SheetColumn] {
    [
      SheetColumn("信访编号", .number), day, SheetColumn("举报内容", .facts),
      SheetColumn(party, .party), SheetColumn("县区", .county), SheetColumn("举报地点", .place),
      SheetColumn("经度", .longitude), SheetColumn("纬度", .latitude),
      SheetColumn("污染类型", .medium), SheetColumn("是否要求赔偿", .claims),
      SheetColumn("是否属实", .outcome), SheetColumn("举报人", .reporter),
      SheetColumn("联系电话", .phone), SheetColumn("是否完成整改", .rectified),
      SheetColumn("办理状态", .progress),
    ]
  }

  static let history = Sheet(
    path: "Inputs/history/历史赔偿案件_2023-2025.csv", kind: .history, encoding: .gb18030,
    delimiter: ",", lineEnd: "\r\n",
    spelling: Spelling(days: [.dashes, .slashes], amounts: [.plain, .grouped]),
    columns: [
      SheetColumn("案件编号", .number), SheetColumn("赔偿义务人", .party),
      SheetColumn("统一社会信用代码", .code), SheetColumn("违法行为发生日期", .occurred),
      SheetColumn("认定结论", .outcome), SheetColumn("损害金额（元）", .damage),
    ])
}
