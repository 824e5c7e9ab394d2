internal import Vocabulary

/// A table of 汇总: rows of leads by disposition, as formulas over 线索台账 with their values.
///
/// Where 线索台账 does not list every lead, the cells are numbers.
struct CrossTable {
  /// Which leads of 线索台账 a row counts, by the text of the key column.
  enum Key {
    /// The row's name.
    case name
    /// The row's name among others: `水、固体废物`.
    case amongNames
    case blank
    case ending(String)

    /// The criteria of which exactly one holds for each lead; `name` is the cell with the name.
    ///
    /// `nil` for a blank key, which is counted as what no criterion holds for.
    func criteria(name: String) -> [String]? {
      switch self {
      case .name: [name]
      case .amongNames:
        [
          name, "\(name)&\"\(LeadEntry.separator)*\"", "\"*\(LeadEntry.separator)\"&\(name)",
          "\"*\(LeadEntry.separator)\"&\(name)&\"\(LeadEntry.separator)*\"",
        ]
      case .blank: nil
      case .ending(let text): ["\"*\(text)\""]
      }
    }
  }

  struct Row {
    /// Its code or number; empty for a row that has none.
    var code = ""
    var name: String
    var key = Key.name
    /// One a disposition, in their order.
    var counts: [Int]
  }

  var caption: String
  var codeTitle = "代码"
  var rowTitle: String
  /// The column of 线索台账 that says which row a lead is counted in.
  var keyColumn: LeadSheet.Column
  var rows: [Row]
  /// What all leads are by disposition, where a lead is counted in more than one row or none; else
  /// the rows add up to it.
  var every: [Int]?
  /// What readers must know about the sums; empty for nothing.
  var remark = ""

  /// The columns that hold the counts, one a disposition.
  static let counted = 2..<(2 + Disposition.allCases.count)
  static let sumColumn = counted.upperBound
  static let shareColumn = counted.upperBound + 1

  /// How many rows of the sheet the table takes, caption, headers and remark included.
  var height: Int { 2 + rows.count + 1 + (remark.isEmpty ? 0 : 1) }

  /// The rows of the sheet with counts, for a chart, when the table starts at `top`.
  func dataRows(top: Int) -> ClosedRange<Int>? {
    rows.isEmpty ? nil : (top + 2)...(top + 1 + rows.count)
  }

  /// Writes the table with its caption in row `top`.
  func write(
    to sheet: XLSXSheet, top: Int, _ content: LedgerContent, _ styles: WorkbookStyles
  ) {
    sheet.write(caption, top, 0, styles.caption)
    let header = top + 1
    sheet.setHeight(24, ofRow: header)
    let titles =
      [codeTitle, rowTitle] + Disposition.allCases.map(\.term) + ["合计", "应启动占比"]
    for (column, title) in titles.enumerated() {
      sheet.write(title, header, column, styles.header)
    }
    let register = content.listsEveryLead ? content.register : nil
    var row = header + 1
    for line in rows {
      sheet.write(line.code.isEmpty ? "—" : line.code, row, 0, styles.cell(.centred))
      sheet.write(line.name, row, 1, styles.cell(.text))
      for (offset, count) in line.counts.enumerated() {
        let column = CrossTable.counted.lowerBound + offset
        write(
          count, register.map { formula(line.key, row, column, header: header, $0) }, row, column,
          to: sheet, styles.cell(.count))
      }
      writeSums(line.counts, row, to: sheet, styles.cell(.count), styles.share)
      row += 1
    }
    writeTotal(row, header: header, register, to: sheet, styles)
    if !remark.isEmpty { sheet.write(remark, row + 1, 0, styles.remark) }
  }

  private func write(
    _ count: Int, _ formula: String?, _ row: Int, _ column: Int, to sheet: XLSXSheet,
    _ format: CellFormat
  ) {
    guard let formula else { return sheet.write(Double(count), row, column, format) }
    sheet.write(formula: "=" + formula, value: Double(count), row, column, format)
  }

  private func formula(
    _ key: Key, _ row: Int, _ column: Int, header: Int, _ register: CountedRows
  ) -> String {
    let disposition = "\(TableColumn.letters(column))$\(header + 1)"
    guard let criteria = key.criteria(name: "$B\(row + 1)") else {
      // Asked for blank cells, LibreOffice 7.4 leaves out those that a range begins with.
      return register.count((.disposition, disposition))
        + "-(\(register.count((keyColumn, "\"<>\""), (.disposition, disposition))))"
    }
    return criteria.map { register.count((keyColumn, $0), (.disposition, disposition)) }
      .joined(separator: "+")
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

  /// The last row: the sum of the rows, or of all leads where these overlap.
  private func writeTotal(
    _ row: Int, header: Int, _ register: CountedRows?, to sheet: XLSXSheet,
    _ styles: WorkbookStyles
  ) {
    sheet.write(every == nil ? "合计" : "全部线索", row, 0, styles.totalLabel)
    sheet.write(blank: row, 1, styles.totalLabel)
    var sums: [Int] = []
    for (offset, column) in CrossTable.counted.enumerated() {
      let letters = TableColumn.letters(column)
      let sum = every?[offset] ?? rows.reduce(0) { $0 + $1.counts[offset] }
      sums.append(sum)
      let formula =
        every == nil
        ? rows.isEmpty ? nil : "SUM(\(letters)\(header + 2):\(letters)\(row))"
        : register?.count((.disposition, "\(letters)$\(header + 1)"))
      write(sum, formula, row, column, to: sheet, styles.total)
    }
    writeSums(sums, row, to: sheet, styles.total, styles.totalShare)
  }
}
