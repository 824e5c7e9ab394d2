internal import Vocabulary

/// 归并关系: why records were joined, and why others were not, in the order of matches.csv.
enum MatchSheet {
  static let columns = [
    TableColumn("线索编号", 22), TableColumn("记录甲", 44, .wrapped),
    TableColumn("记录乙", 44, .wrapped), TableColumn("归并规则", 40, .wrapped),
    TableColumn("相同之处或未合并的理由", 60, .wrapped), TableColumn("判定方式", 20, .centred),
  ]

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let report = content.report
    let table = try TableSheet(
      LedgerWorkbook.SheetName.matches.rawValue, in: frame, columns: columns,
      isWrapped: content.isWrapped(rows: report.matches.count + report.refused.count))
    for match in DataFile.orderedMatches(report) {
      try table.beginRow()
      table.id(match.lead) { $0.append($1) }
      table.text(match.recordA)
      table.text(match.recordB)
      table.text(match.rule.wording.zh)
      table.text(match.evidence)
      table.text(match.decidedBy ?? "规则")
    }
    for refusal in DataFile.orderedRefusals(report) {
      try table.beginRow()
      table.skip()
      table.text(refusal.recordA)
      table.text(refusal.recordB)
      table.text(RefusalEntry.ruleTerm)
      table.text(refusal.evidence)
      table.text("规则")
    }
    try table.finish(empty: "本季度无归并")
  }
}
