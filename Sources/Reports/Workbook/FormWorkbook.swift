package import Vocabulary

/// Somebody's own form as a workbook of one table: texts are texts, never formulas.
///
/// Equal tables give equal bytes: the file says it was made on the as-of day.
package struct FormWorkbook: Sendable {
  /// One column of the form.
  package struct Column: Sendable {
    var title: String
    var isNumber: Bool

    /// `isNumber` where cells are plain decimal numbers.
    package init(_ title: String, isNumber: Bool) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  private let name: String
  private let columns: [Column]
  private let footer: String
  private let day: Day

  /// A form of that name; `footer` stands on every printed page, `day` is that of its making.
  package init(_ name: String, columns: [Column], footer: String, day: Day) {
    self.name = name
    self.columns = columns
    self.footer = footer
    self.day = day
  }

  /// Writes the form to `path`, readable by its owner only, and makes it last through a crash.
  ///
  /// A number of more than fifteen digits is written as a text, for a spreadsheet would change it.
  /// Memory stays constant. `shown` is the name used in messages.
  package func write(_ rows: [[String]], to path: String, shown: String) throws(Failure) {
    let file = try XLSXFile(
      path: path, shown: shown, title: name, author: "", created: day, isLarge: false)
    let frame = TableSheet.Frame(
      file: file, styles: try WorkbookStyles(in: file),
      footer: footer, rowLimit: LedgerWorkbook.Limits().rows)
    let table = try TableSheet(
      "填报表", in: frame,
      columns: columns.map {
        TableColumn($0.title, Double(min(40, max(12, $0.title.unicodeScalars.count * 2 + 4))))
      }, isWrapped: false)
    for row in rows {
      try table.beginRow()
      for (column, cell) in zip(columns, row) {
        if column.isNumber, cell.count(where: \.isNumber) <= 15, let number = Double(cell) {
          table.number(number)
        } else {
          table.text(cell)
        }
      }
    }
    try table.finish()
    try file.close()
  }
}
