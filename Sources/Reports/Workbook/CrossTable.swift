internal import Vocabulary

/// A table of 汇总: rows of leads by disposition, as formulas over 线索台账 with their values.
///
/// The last row but the total takes what no other row counts, so that the sums agree. Where
/// 线索台账 does not list every lead, the cells are numbers.
struct CrossTable {
  struct Row {
    var code: String
    var name: String
    var counts: [Int]
  }

  var caption: String
  var rowTitle: String
  /// The column of 线索台账 whose text is a row's name.
  var keyColumn: LeadSheet.Column
  var rows: [Row]
  /// The name and counts of the row for all the rest; left out if it counts nothing.
  var rest: Row

  /// The columns that hold the counts, one a disposition.
  static let counted = 2..<(2 + Disposition.allCases.count)
  private static let sumColumn = counted.upperBound
  private static let shareColumn = counted.upperBound + 1

  /// How many rows of the sheet the table takes, caption and headers included.
  var height: Int { 2 + body.count + 1 }

  /// Its rows as they are written.
  private var body: [Row] { rest.counts.contains { $0 > 0 } ? rows + [rest] : rows }

  /// The rows of the sheet with counts, for a chart, when the table starts at `top`.
  func dataRows(top: Int) -> ClosedRange<Int> { (top + 2)...(top + 1 + max(body.count, 1)) }

  /// Writes the table with its caption in row `top`.
  func write(
    to sheet: XLSXSheet, top: Int, _ content: LedgerContent, _ styles: WorkbookStyles
  ) {
    sheet.write(caption, top, 0, styles.caption)
    let header = top + 1
    sheet.setHeight(24, ofRow: header)
    let titles =
      ["代码", rowTitle] + Disposition.allCases.map(\.term) + ["合计", "应启动占比"]
    for (column, title) in titles.enumerated() {
      sheet.write(title, header, column, styles.header)
    }
    for (place, row) in body.enumerated() {
      let isRest = place >= rows.count
      sheet.write(row.code.isEmpty ? "—" : row.code, header + 1 + place, 0, styles.cell(.centred))
      sheet.write(row.name, header + 1 + place, 1, styles.cell(.text))
      for (offset, count) in row.counts.enumerated() {
        writeCount(
          count, isRest: isRest, header + 1 + place, CrossTable.counted.lowerBound + offset,
          firstRow: header + 1, to: sheet, content, styles)
      }
      writeSums(row.counts, header + 1 + place, to: sheet, styles.cell(.count), styles.share)
    }
    writeTotal(header + 1 + body.count, firstRow: header + 1, to: sheet, styles)
  }

  private func writeCount(
    _ count: Int, isRest: Bool, _ row: Int, _ column: Int, firstRow: Int, to sheet: XLSXSheet,
    _ content: LedgerContent, _ styles: WorkbookStyles
  ) {
    guard content.listsEveryLead else {
      sheet.write(Double(count), row, column, styles.cell(.count))
      return
    }
    let letters = TableColumn.letters(column)
    let disposition = "\(letters)$\(firstRow)"
    var formula = "="
    for (place, part) in LeadRanges.parts(content).enumerated() {
      if place > 0 { formula += "+" }
      let key = isRest ? "" : "\(part.range(keyColumn)),$B\(row + 1),"
      formula += "COUNTIFS(\(key)\(part.range(.disposition)),\(disposition))"
    }
    if isRest { formula += "-SUM(\(letters)\(firstRow + 1):\(letters)\(row))" }
    sheet.write(formula: formula, value: Double(count), row, column, styles.cell(.count))
  }

  private func writeSums(
    _ counts: [Int], _ row: Int, to sheet: XLSXSheet, _ sum: CellFormat, _ share: CellFormat
  ) {
    let first = TableColumn.letters(CrossTable.counted.lowerBound)
    let last = TableColumn.letters(CrossTable.counted.upperBound - 1)
    let total = counts.reduce(0, +)
    sheet.write(
      formula: "=SUM(\(first)\(row + 1):\(last)\(row + 1))", value: Double(total), row,
      CrossTable.sumColumn, sum)
    guard let place = Disposition.allCases.firstIndex(of: .initiate) else { return }
    let initiated = TableColumn.letters(CrossTable.counted.lowerBound + place)
    let sums = TableColumn.letters(CrossTable.sumColumn)
    let formula = "=IF(\(sums)\(row + 1)=0,\"\",\(initiated)\(row + 1)/\(sums)\(row + 1))"
    if total == 0 {
      sheet.write(formula: formula, text: "", row, CrossTable.shareColumn, share)
    } else {
      sheet.write(
        formula: formula, value: Double(counts[place]) / Double(total), row,
        CrossTable.shareColumn, share)
    }
  }

  private func writeTotal(
    _ row: Int, firstRow: Int, to sheet: XLSXSheet, _ styles: WorkbookStyles
  ) {
    sheet.write("合计", row, 0, styles.totalLabel)
    sheet.write(blank: row, 1, styles.totalLabel)
    var sums: [Int] = []
    for (offset, column) in CrossTable.counted.enumerated() {
      let letters = TableColumn.letters(column)
      let sum = body.reduce(0) { $0 + $1.counts[offset] }
      sums.append(sum)
      sheet.write(
        formula: "=SUM(\(letters)\(firstRow + 1):\(letters)\(row))", value: Double(sum), row,
        column, styles.total)
    }
    writeSums(sums, row, to: sheet, styles.total, styles.totalShare)
  }
}

/// The rows of 线索台账 on one of its sheets, as formulas name them.
struct LeadRanges {
  private let sheet: String
  private let rows: ClosedRange<Int>

  /// One a sheet of 线索台账; a sheet without leads has its first empty row.
  static func parts(_ content: LedgerContent) -> [LeadRanges] {
    let perSheet = content.limits.rows - LeadSheet.headerRows
    let count = content.listed.count
    return stride(from: 0, to: max(count, 1), by: perSheet).enumerated().map { part, start in
      let first = LeadSheet.headerRows + 1
      let name = TableSheet.sheetName(LedgerWorkbook.SheetName.leads.rawValue, part: part + 1)
      let last = first + max(min(perSheet, count - start), 1) - 1
      return LeadRanges(sheet: name, rows: first...last)
    }
  }

  /// `'线索台账'!$C$3:$C$1074`.
  func range(_ column: LeadSheet.Column) -> String {
    "'\(sheet)'!$\(column.letters)$\(rows.lowerBound):$\(column.letters)$\(rows.upperBound)"
  }
}
