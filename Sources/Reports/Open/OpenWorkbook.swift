package import Vocabulary

/// ledger.xlsx of the public edition: 说明, 汇总 with values, 字典; no register, no formula.
package enum OpenWorkbook {
  /// Writes the workbook to `path`, readable by its owner only; on failure the file is removed.
  package static func write(
    _ report: OpenReport, to path: String, shown: String = LedgerWorkbook.name
  ) throws(Failure) {
    let file = try XLSXFile(
      path: path, shown: shown, title: report.title, author: report.organisation,
      created: report.asOf, isLarge: false)
    let name = report.organisation.unicodeScalars.prefix(40).filter { $0 != "&" }
    let frame = TableSheet.Frame(
      file: file, styles: try WorkbookStyles(in: file),
      footer: "&L\(String(String.UnicodeScalarView(name)))　\(report.quarter.chinese)"
        + "&C\(Audience.open.banner)&R第 &P 页　共 &N 页", rowLimit: 1_048_576)
    try writeNotes(report, in: frame)
    try writeSummary(report, in: frame)
    try DictionarySheet.write(in: frame)
    try file.close()
  }

  private static func writeNotes(
    _ report: OpenReport, in frame: TableSheet.Frame
  ) throws(Failure) {
    let sheet = try frame.file.addSheet(LedgerWorkbook.SheetName.notes.rawValue)
    let styles = frame.styles
    sheet.setWidth(3, ofColumn: 0)
    sheet.setWidth(20, ofColumn: 1)
    sheet.setWidth(112, ofColumn: 2)
    sheet.setPage(repeating: nil, footer: frame.footer)
    sheet.setHeight(30, ofRow: 1)
    sheet.write(report.title, 1, 1, styles.title)
    sheet.write("\(Audience.open.banner)。筛查建议，不代替认定。", 2, 1, styles.subtitle)
    let packs = report.packs.map {
      "\($0.title)（\($0.id) \($0.version)\($0.isReleased ? "" : "，未发布，结论仅供试算")）"
    }
    let lines = [
      ("编制单位", report.organisation),
      (
        "报告期",
        "\(report.quarter.chinese)（\(report.quarter.firstDay) 至 \(report.quarter.lastDay)）"
      ),
      ("期限判定日", report.asOf.chinese),
      ("适用规则", packs.isEmpty ? "无" : packs.joined(separator: "\n")),
      ("保护地图层", report.layers.isEmpty ? "无" : report.layers.joined(separator: "\n")),
      ("公布口径", OpenReport.method), ("运行号", "\(report.run)，程序版本 \(report.programVersion)"),
    ]
    for (place, line) in lines.enumerated() {
      let row = 4 + place
      sheet.write(line.0, row, 1, styles.label)
      sheet.write(line.1, row, 2, styles.paragraph)
      sheet.setHeight(CellText.height(lines: CellText.lines(line.1, width: 112)), ofRow: row)
    }
    try sheet.check()
  }

  private static func writeSummary(
    _ report: OpenReport, in frame: TableSheet.Frame
  ) throws(Failure) {
    let sheet = try frame.file.addSheet(LedgerWorkbook.SheetName.summary.rawValue)
    let styles = frame.styles
    sheet.setWidth(44, ofColumn: 0)
    for column in 1...6 { sheet.setWidth(15, ofColumn: column) }
    sheet.setPage(repeating: nil, footer: frame.footer)
    sheet.setHeight(30, ofRow: 0)
    sheet.write(report.title, 0, 0, styles.title)
    var row = 2
    for (place, table) in report.tables.enumerated() {
      sheet.write("表 \(place + 1)　\(table.caption)", row, 0, styles.caption)
      row += 1
      for (column, title) in table.titles.enumerated() {
        sheet.write(title, row, column, styles.header)
      }
      for line in table.rows {
        row += 1
        write(line, to: sheet, row, styles)
      }
      row += 1
      if let note = table.note {
        sheet.write(note, row, 0, styles.remark)
        row += 1
      }
      row += 1
    }
    try sheet.check()
  }

  private static func write(
    _ line: OpenTable.Row, to sheet: XLSXSheet, _ row: Int, _ styles: WorkbookStyles
  ) {
    sheet.write(line.name, row, 0, line.isTotal ? styles.totalLabel : styles.cell(.text))
    let (number, words) =
      line.isTotal
      ? (styles.total, styles.totalShare) : (styles.cell(.count), styles.share)
    for (place, cell) in line.cells.enumerated() {
      if case .count(.exact(let count), _) = cell {
        sheet.write(Double(count), row, place + 1, number)
      } else if cell.text.isEmpty {
        sheet.write(blank: row, place + 1, words)
      } else {
        sheet.write(cell.text, row, place + 1, words)
      }
    }
  }
}
