internal import Vocabulary

/// 来源对账: every file and the balance of its records.
enum BalanceSheet {
  static let columns =
    accountColumns + RowKind.aroundTable.map { TableColumn($0.term, 9, .count) }
    + [TableColumn("未采用的列", 44, .wrapped)]
  private static let accountColumns = [
    TableColumn("来源文件", 44, .wrapped), TableColumn("类型", 16, .centred),
    TableColumn("用途", 12, .centred), TableColumn("来源配置", 18, .wrapped),
    TableColumn("编码", 12, .centred), TableColumn("分隔符", 9, .centred),
    TableColumn("换行", 9, .centred), TableColumn("字节数", 13, .count),
    TableColumn("读入记录", 10, .count), TableColumn("新立线索", 10, .count),
    TableColumn("并入线索", 10, .count), TableColumn("重复记录", 10, .count),
    TableColumn("退回", 8, .count), TableColumn("平衡", 9, .centred),
    TableColumn("需留意", 9, .count), TableColumn("决定已撤销", 11, .count),
    TableColumn("SHA-256", 68), TableColumn("补全行尾", 9, .count),
  ]
  /// The columns up to the last that is worth paper, 决定已撤销.
  private static let printed = 16
  /// The columns that are added up, from 读入记录 to 退回.
  private static let counted = 8...12

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let report = content.report
    let table = try TableSheet(
      LedgerWorkbook.SheetName.balance.rawValue, in: frame, columns: columns,
      printedColumns: printed)
    for account in report.files + report.history {
      try table.beginRow()
      table.text(account.path)
      table.text(account.kind.wording.zh)
      table.text(account.isHistory ? "历史案件" : "本季来源")
      table.text(account.profile)
      table.text(account.encoding)
      table.text(account.delimiter)
      table.text(account.lineEnding)
      table.count(account.bytes)
      for count in [
        account.records, account.opened, account.merged, account.repeats, account.rejected,
      ] { table.count(count) }
      writeBalance(of: account, to: table)
      table.count(account.flagged)
      table.count(account.withdrawn)
      table.text(account.sha256)
      table.count(account.repaired)
      for kind in RowKind.aroundTable { table.count(account.balance[kind].rows) }
      table.text(account.unmapped.joined(separator: "、"))
    }
    try table.finish(empty: "本季度无来源文件") { sheet, row in
      guard !report.files.isEmpty else { return }
      writeTotal(content.totals, files: report.files.count, to: sheet, row, frame.styles)
    }
  }

  /// Whether the records of the file add up, as a formula; where only its bytes do not, as a text.
  private static func writeBalance(of account: IntakeAccount, to table: TableSheet) {
    let isSum =
      account.records == account.opened + account.merged + account.repeats + account.rejected
    guard account.isBalanced || !isSum else { return table.text("不平衡") }
    let row = table.rowNumber
    table.formula(
      "=IF(I\(row)=SUM(J\(row):M\(row)),\"平衡\",\"不平衡\")", text: isSum ? "平衡" : "不平衡")
  }

  /// The sum over the drop's files; history is no part of it.
  private static func writeTotal(
    _ totals: ReportTotals, files: Int, to sheet: XLSXSheet, _ row: Int, _ styles: WorkbookStyles
  ) {
    sheet.write("本季合计", row, 0, styles.totalLabel)
    for column in 1..<counted.lowerBound { sheet.write(blank: row, column, styles.totalLabel) }
    let sums = [totals.records, totals.opened, totals.merged, totals.repeats, totals.rejected]
    for (column, sum) in zip(counted, sums) {
      let letters = TableColumn.letters(column)
      sheet.write(
        formula: "=SUM(\(letters)2:\(letters)\(files + 1))", value: Double(sum), row, column,
        styles.total)
    }
    sheet.write(
      formula: "=IF(I\(row + 1)=SUM(J\(row + 1):M\(row + 1)),\"平衡\",\"不平衡\")",
      text: totals.isBalanced ? "平衡" : "不平衡", row, counted.upperBound + 1, styles.totalLabel)
    for (column, sum) in [(14, totals.flagged), (15, totals.withdrawn)] {
      let letters = TableColumn.letters(column)
      sheet.write(
        formula: "=SUM(\(letters)2:\(letters)\(files + 1))", value: Double(sum), row, column,
        styles.total)
    }
  }
}

/// 退回记录: records that could not be taken in, with their reason and their text.
enum RejectSheet {
  static let columns = [
    TableColumn("来源文件", 40, .wrapped), TableColumn("记录", 8, .count),
    TableColumn("行", 8, .count), TableColumn("代码", 8, .centred),
    TableColumn("问题", 26, .wrapped), TableColumn("列", 20, .wrapped),
    TableColumn("值", 26, .wrapped), TableColumn("处理办法", 44, .wrapped),
    TableColumn("原文", 80, .wrapped),
  ]

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let rejects = content.report.rejects
    let mended = DataFile.mendedRecords(content.report)
    let table = try TableSheet(
      LedgerWorkbook.SheetName.rejects.rawValue, in: frame, columns: columns,
      isWrapped: content.isWrapped(rows: rejects.count))
    for rejected in rejects {
      let problem = rejected.problem
      try table.beginRow()
      table.text(DataFile.path(of: rejected, content.report))
      table.count(problem.record)
      table.count(problem.line)
      table.text(problem.code.rawValue)
      table.text(problem.code.title.zh)
      table.text(problem.column ?? "")
      table.text(problem.value ?? "")
      table.text(
        DataFile.hint(
          for: problem,
          isMended: mended[rejected.file]?.contains(problem.record ?? 0) ?? false))
      table.text(rejected.raw)
    }
    try table.finish(empty: "本季度无退回记录")
  }
}

/// 字典: codes and terms, and the lists people choose from.
enum DictionarySheet {
  static func write(in frame: TableSheet.Frame) throws(Failure) {
    let table = try TableSheet(
      LedgerWorkbook.SheetName.dictionary.rawValue, in: frame, columns: LedgerDictionary.columns)
    for row in LedgerDictionary.rows {
      try table.beginRow()
      table.text(row.topic.rawValue)
      table.text(row.code)
      table.text(row.term)
      table.text(row.note)
    }
    try table.finish()
  }
}
