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

/// 待人工研判: what a person must decide, named as in review.csv, with room for the answer.
enum ReviewSheet {
  static let columns = [
    TableColumn("编号", 20), TableColumn("类别", 18, .wrapped), TableColumn("问题", 44, .wrapped),
    TableColumn("对象一", 32, .wrapped), TableColumn("对象二", 32, .wrapped),
    TableColumn("现有证据", 56, .wrapped), TableColumn("涉及金额（元）", 15, .amount),
    TableColumn("结论", 12, .centred, isReview: true),
    TableColumn("决定人", 11, .centred, isReview: true),
    TableColumn("日期", 12, .day, isReview: true),
    TableColumn("理由", 40, .wrapped, isReview: true),
  ]

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let review = content.report.review
    let (verdict, day) = (columns.count - 4, columns.count - 2)
    let table = try TableSheet(
      LedgerWorkbook.SheetName.review.rawValue, in: frame, columns: columns,
      isWrapped: content.isWrapped(rows: review.count)
    ) { sheet, rows in
      sheet.restrict(
        XLSXSheet.Area(rows: rows, columns: verdict...verdict),
        to: .choice(range: LedgerDictionary.choices(.verdict)), message: "请从列表中选择。")
      sheet.restrict(
        XLSXSheet.Area(rows: rows, columns: day...day), to: .day,
        message: "请填写日期，例如 2026-07-03。")
    }
    for item in review {
      try table.beginRow()
      table.text(item.item)
      table.text(item.kind.term)
      table.text(item.question)
      table.text(item.left)
      table.text(item.right)
      table.text(item.evidence)
      table.amount(item.stake)
      for _ in columns.lazy.filter(\.isReview) { table.skip() }
    }
    try table.finish(empty: "本季度无待研判事项")
  }
}
