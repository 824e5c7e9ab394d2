internal import Vocabulary

/// 表 1 of 汇总: every headline figure in a cell that has its name, `fig_leads`.
///
/// Figures that rows of the workbook's lists show are formulas over these; the others are numbers.
struct HeadlineTable {
  let content: LedgerContent

  /// The figures in their order.
  static let order: [FigureName] = [
    .files, .records, .opened, .merged, .repeats, .rejected, .leads, .leadsNew, .leadsChanged,
    .leadsOpen, .obligors, .initiate, .verify, .review, .mayNotInitiate, .closeNoDamage, .excluded,
    .verified, .damageFound, .initiated, .notInitiated, .exceptions, .protectedPlace,
    .repeatOffender, .major, .overdue, .dueSoon, .transfers,
    .feedbackDue, .feedbackOwed, .factsMissing, .amountUnknown, .reviewItems,
  ]
  /// The column of the numbers.
  static let column = 2

  /// How many rows of the sheet the table takes, caption and header included.
  static var height: Int { 2 + order.count }

  /// The cell of a figure when the table starts at `top`: `$C$9`.
  static func cell(of name: FigureName, top: Int) -> String {
    "$\(TableColumn.letters(column))$\(top + 3 + (order.firstIndex(of: name) ?? 0))"
  }

  /// Writes the table with its caption in row `top`, and names its cells.
  func write(
    to sheet: XLSXSheet, in file: XLSXFile, top: Int, _ styles: WorkbookStyles
  ) throws(Failure) {
    let columns = HeadlineTable.column + 1..<CrossTable.shareColumn + 1
    sheet.write("表 1　总体情况", top, 0, styles.caption)
    sheet.setHeight(24, ofRow: top + 1)
    sheet.write("指标", top + 1, merging: 0..<2, styles.header)
    sheet.write("数量", top + 1, HeadlineTable.column, styles.header)
    sheet.write("说明", top + 1, merging: columns, styles.header)
    for (place, name) in HeadlineTable.order.enumerated() {
      let row = top + 2 + place
      let (label, note) = wording(of: name)
      sheet.write(label, row, 0, styles.cell(.text))
      sheet.write(blank: row, 1, styles.cell(.text))
      let value = Double(content.figures[name])
      if let formula = formula(name) {
        sheet.write(
          formula: "=" + formula, value: value, row, HeadlineTable.column, styles.cell(.count))
      } else {
        sheet.write(value, row, HeadlineTable.column, styles.cell(.count))
      }
      sheet.write(note, row, columns.lowerBound, styles.note)
      for column in columns.dropFirst(note.isEmpty ? 0 : 1) {
        sheet.write(blank: row, column, styles.note)
      }
      try file.define(
        "fig_" + name.rawValue,
        as: "='\(LedgerWorkbook.SheetName.summary.rawValue)'!"
          + HeadlineTable.cell(of: name, top: top))
    }
  }
}
