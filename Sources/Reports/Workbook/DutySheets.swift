internal import Vocabulary

/// 重大案件: the major cases with what is owed on each and by when (山西办法 article 12).
///
/// What people find is filled into 线索台账 alone.
enum MajorSheet {
  static let columns = [
    TableColumn("线索编号", 22), TableColumn("线索状态", 9, .centred),
    TableColumn("县（市、区）", 11, .wrapped), TableColumn("赔偿义务人", 22, .wrapped),
    TableColumn("认定依据", 24, .wrapped), TableColumn("处置建议", 11, .centred),
    TableColumn("预估损害金额（元）", 13, .amount), TableColumn("认定损害金额（元）", 13, .amount),
    TableColumn("下一节点", 20, .wrapped), TableColumn("核查期限", 11, .day),
    TableColumn("超期天数", 7, .count), TableColumn("检察反馈期限", 11, .day),
    TableColumn("尚欠事项", 40, .wrapped), TableColumn("已起算的各项期限", 42, .wrapped),
    TableColumn("建议办案部门", 14, .wrapped),
  ]
  private static let overdueColumn = 10

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let table = try TableSheet(
      LedgerWorkbook.SheetName.major.rawValue, in: frame, columns: columns,
      isWrapped: content.isWrapped(rows: content.major.count)
    ) { sheet, rows in
      sheet.mark(
        XLSXSheet.Area(rows: rows, columns: overdueColumn...overdueColumn),
        where: "=N(\(TableColumn.letters(overdueColumn))\(rows.lowerBound + 1))>0",
        frame.styles.alarm)
    }
    for index in content.major {
      let lead = content.report.leads[index]
      try table.beginRow()
      table.id(lead.id) { $0.append($1) }
      table.text(lead.status.term)
      table.text(content.county(of: lead))
      table.text(lead.obligorName)
      table.text(lead.citations(of: ["major"]).text ?? "")
      table.text(lead.disposition.term)
      table.amount(lead.amountEstimate)
      table.amount(lead.amountDetermined)
      table.text(lead.nextMilestone)
      table.day(lead.verificationDue)
      table.count(lead.overdueDays)
      table.day(lead.feedbackDue)
      table.text(lead.owed(asOf: content.report.asOf))
      table.text(lead.deadlineTerm)
      table.text(lead.departmentTerm)
    }
    try table.finish(empty: "本季度没有认定为重大案件的线索；未知不等于不是，见“线索台账”的“重大案件”列")
  }
}

/// 检察反馈: what procuratorates transferred, and the answers owed to them (山西办法 article 8).
enum FeedbackSheet {
  static let columns = [
    TableColumn("线索编号", 22), TableColumn("线索状态", 9, .centred),
    TableColumn("县（市、区）", 11, .wrapped), TableColumn("赔偿义务人", 22, .wrapped),
    TableColumn("移送文书", 22, .wrapped), TableColumn("处置建议", 11, .centred),
    TableColumn("可以不启动", 7, .centred), TableColumn("反馈情况", 13, .centred),
    TableColumn("反馈期限", 11, .day), TableColumn("反馈依据", 24, .wrapped),
    TableColumn("下一节点", 20, .wrapped), TableColumn("核查期限", 11, .day),
    TableColumn("尚欠事项", 40, .wrapped), TableColumn("已起算的各项期限", 42, .wrapped),
    TableColumn("建议办案部门", 14, .wrapped),
  ]
  /// The column that says whether an answer is owed.
  static let stateColumn = 7
  private static let dueColumn = 8

  /// Whether an answer is owed; what nobody knows is no “no”.
  enum State: String {
    case owed = "待反馈"
    case given = "已反馈"
    case unknown = "须否反馈未知"
    case none = "无须反馈"

    init(_ lead: LeadEntry) {
      if lead.isFeedbackDue {
        self = lead.isFedBack == .true ? .given : .owed
      } else {
        let isOpen = lead.findings.contains {
          $0.conclusion == LeadEntry.feedbackConclusion && $0.value == .unknown
        }
        self = isOpen ? .unknown : .none
      }
    }
  }

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let asOf = content.report.asOf
    let table = try TableSheet(
      LedgerWorkbook.SheetName.feedback.rawValue, in: frame, columns: columns,
      isWrapped: content.isWrapped(rows: content.transfers.count)
    ) { sheet, rows in
      mark(sheet, rows, asOf: asOf, frame.styles)
    }
    for index in content.transfers {
      let lead = content.report.leads[index]
      let letters = lead.sources.filter { $0.kind == .transfer && !$0.reference.isEmpty }
      try table.beginRow()
      table.id(lead.id) { $0.append($1) }
      table.text(lead.status.term)
      table.text(content.county(of: lead))
      table.text(lead.obligorName)
      table.text(letters.map(\.reference).joined(separator: "\n"))
      table.text(lead.disposition.term)
      table.text(lead.mayNotInitiate.wording.zh)
      table.text(State(lead).rawValue)
      table.day(lead.feedbackDue)
      table.text(lead.citations(of: [LeadEntry.feedbackConclusion]).text ?? "")
      table.text(lead.nextMilestone)
      table.day(lead.verificationDue)
      table.text(lead.owed(asOf: content.report.asOf))
      table.text(lead.deadlineTerm)
      table.text(lead.departmentTerm)
    }
    try table.finish(empty: "在册线索中没有检察机关移送的")
  }

  /// Owed answers in amber, and their days in red once they are past.
  private static func mark(
    _ sheet: XLSXSheet, _ rows: ClosedRange<Int>, asOf: Day, _ styles: WorkbookStyles
  ) {
    let row = rows.lowerBound + 1
    let owed = "\(TableColumn.letters(stateColumn))\(row)=\"\(State.owed.rawValue)\""
    let due = "\(TableColumn.letters(dueColumn))\(row)"
    sheet.mark(
      XLSXSheet.Area(rows: rows, columns: stateColumn...stateColumn), where: "=\(owed)",
      styles.attention)
    sheet.mark(
      XLSXSheet.Area(rows: rows, columns: dueColumn...dueColumn),
      where: "=AND(N(\(due))>0,N(\(due))<\(XLSXSheet.serial(asOf)),\(owed))", styles.alarm)
  }
}
