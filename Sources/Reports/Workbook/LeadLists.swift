internal import Vocabulary

/// 例外清单: leads that must not be waved through, with the evidence (山西办法 article 11).
enum ExceptionSheet {
  static let columns = [
    TableColumn("线索编号", 22), TableColumn("县（市、区）", 11, .centred),
    TableColumn("赔偿义务人", 28, .wrapped), TableColumn("例外情形", 24, .wrapped),
    TableColumn("保护地及比对结果", 46, .wrapped), TableColumn("依据", 30, .wrapped),
    TableColumn("判定所据事实", 36, .wrapped), TableColumn("显著轻微", 10, .centred),
    TableColumn("预估损害金额（元）", 15, .amount), TableColumn("认定损害金额（元）", 15, .amount),
    TableColumn("处置建议", 12, .centred), TableColumn("待补事实", 24, .wrapped),
  ]

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let table = try TableSheet(
      LedgerWorkbook.SheetName.exceptions.rawValue, in: frame, columns: columns,
      isWrapped: content.isWrapped(rows: content.exceptions.count))
    for index in content.exceptions {
      let lead = content.report.leads[index]
      let findings = lead.findings.filter {
        $0.value == .true && $0.conclusion.hasPrefix("exc_")
      }
      try table.beginRow()
      table.id(lead.id) { $0.append($1) }
      table.text(content.county(of: lead))
      table.text(lead.obligorName)
      table.text(circumstances(of: lead))
      table.text(
        lead.zones.filter {
          $0.place == .damageArea && $0.value == .true && !$0.isForComparison
        }.map(\.sentence).joined(
          separator: "\n"))
      table.text(findings.map(\.citation).joined(separator: "\n"))
      table.text(findings.map(\.facts).joined(separator: "\n"))
      table.text(lead.minor.wording.zh)
      table.amount(lead.amountEstimate)
      table.amount(lead.amountDetermined)
      table.text(lead.disposition.term)
      table.text(lead.missingFactTerms.joined(separator: "；"))
    }
    try table.finish(empty: "本季度无此类线索")
  }

  private static func circumstances(of lead: LeadEntry) -> String {
    var named: [String] = []
    if lead.inRedLine == .true { named.append("生态保护红线内") }
    if lead.inNatureReserve == .true { named.append("自然保护地内") }
    if lead.repeatOffender == .true { named.append("两年内再次发生") }
    return named.joined(separator: "；")
  }
}

/// 超期清单: leads whose verification is late at the as-of day, the latest first.
enum OverdueSheet {
  static let columns = [
    TableColumn("线索编号", 22), TableColumn("线索状态", 11, .centred),
    TableColumn("县（市、区）", 11, .centred), TableColumn("赔偿义务人", 30, .wrapped),
    TableColumn("首次渠道", 26, .wrapped), TableColumn("发现日期", 12, .day),
    TableColumn("核查期限", 12, .day), TableColumn("超期天数", 10, .count),
    TableColumn("建议办案部门", 20, .wrapped), TableColumn("处置建议", 12, .centred),
    TableColumn("待补事实", 36, .wrapped),
  ]

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let table = try TableSheet(
      LedgerWorkbook.SheetName.overdue.rawValue, in: frame, columns: columns,
      isWrapped: content.isWrapped(rows: content.overdue.count))
    for index in content.overdue {
      let lead = content.report.leads[index]
      try table.beginRow()
      table.id(lead.id) { $0.append($1) }
      table.text(lead.status.term)
      table.text(content.county(of: lead))
      table.text(lead.obligorName)
      table.text(lead.firstChannel?.wording.zh ?? "")
      table.day(lead.discovery)
      table.day(lead.verificationDue)
      table.count(lead.overdueDays)
      table.text(lead.departmentTerm)
      table.text(lead.disposition.term)
      table.text(lead.missingFactTerms.joined(separator: "；"))
    }
    try table.finish(empty: "截至判定日无超期线索")
  }
}
