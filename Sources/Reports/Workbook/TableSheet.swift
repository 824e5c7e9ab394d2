internal import Vocabulary

/// A table of the workbook: header rows, then rows without end.
///
/// Where a sheet is full the table goes on in the next, `线索台账(2)`, with the same headers. Every
/// part has frozen headers, a filter and the print set-up. Cells are written from left to right, all
/// of a row.
final class TableSheet {
  /// What all tables of a workbook share.
  struct Frame {
    var file: XLSXFile
    var styles: WorkbookStyles
    var footer: String
    /// Rows a sheet can have, header rows included; 1,048,576 in the format.
    var rowLimit: Int
  }

  private let frame: Frame
  private let name: String
  private let columns: [TableColumn]
  private let formats: [CellFormat]
  private let headerRows: Int
  private let isWrapped: Bool
  private let printedColumns: Int
  private let pagesWide: Int
  private let finishPart: (XLSXSheet, ClosedRange<Int>) -> Void
  private var sheet: XLSXSheet
  private var part = 1
  private var row: Int
  private var column = 0
  /// How many lines the row under way takes.
  private var lines = 1

  /// A table with its first sheet begun.
  ///
  /// Long texts are wrapped if `isWrapped`; only the first `printedColumns` are printed, on so many
  /// pages side by side.
  /// `finishPart` is called with each sheet and its rows of data, if it has any.
  init(
    _ name: String, in frame: Frame, columns: [TableColumn], isWrapped: Bool = true,
    printedColumns: Int? = nil, pagesWide: Int = 1,
    finishPart: @escaping (XLSXSheet, ClosedRange<Int>) -> Void = { _, _ in }
  ) throws(Failure) {
    self.frame = frame
    self.name = name
    self.columns = columns
    self.isWrapped = isWrapped
    self.printedColumns = printedColumns ?? columns.count
    self.pagesWide = pagesWide
    self.finishPart = finishPart
    formats = columns.map { column in
      frame.styles.cell(
        TableSheet.kind(of: column, isWrapped: isWrapped), isReview: column.isReview)
    }
    headerRows = TableSheet.headerRows(of: columns)
    row = headerRows - 1
    sheet = try frame.file.addSheet(name)
    writeHeaders()
  }

  private static func kind(of column: TableColumn, isWrapped: Bool) -> TableColumn.Kind {
    column.kind == .wrapped && !isWrapped ? .text : column.kind
  }

  /// How many header rows a table of these columns has: two if they are grouped.
  static func headerRows(of columns: [TableColumn]) -> Int {
    columns.contains { !$0.group.isEmpty } ? 2 : 1
  }

  /// The name of a table's sheet: `线索台账`, `线索台账(2)`.
  static func sheetName(_ name: String, part: Int) -> String {
    part == 1 ? name : "\(name)(\(part))"
  }

  /// Begins the next row, on the next sheet if this one is full.
  func beginRow() throws(Failure) {
    endRow()
    if row + 1 == frame.rowLimit {
      try endPart()
      part += 1
      sheet = try frame.file.addSheet(TableSheet.sheetName(name, part: part))
      writeHeaders()
      row = headerRows - 1
    }
    row += 1
    column = 0
  }

  /// Leaves a cell blank: what is not known, or for people to fill in.
  func skip() {
    sheet.write(blank: row, column, formats[column])
    column += 1
  }

  /// Leaves a cell blank that nobody is to fill in, in a column that people fill in elsewhere.
  func close() {
    let kind = TableSheet.kind(of: columns[column], isWrapped: isWrapped)
    sheet.write(blank: row, column, frame.styles.cell(kind))
    column += 1
  }

  /// A text; blank for an empty one.
  func text(_ text: String) {
    guard !text.isEmpty else { return skip() }
    sheet.write(text, row, column, formats[column])
    if isWrapped, columns[column].kind == .wrapped {
      lines = max(lines, CellText.lines(text, width: columns[column].width))
    }
    column += 1
  }

  /// An id, assembled without making a string; blank for `nil`.
  func id<ID>(_ id: ID?, _ compose: (inout [UInt8], ID) -> Void) {
    guard let id else { return skip() }
    sheet.write(composing: { compose(&$0, id) }, row, column, formats[column])
    column += 1
  }

  func day(_ day: Day?) {
    guard let day else { return skip() }
    sheet.write(day, row, column, formats[column])
    column += 1
  }

  func amount(_ amount: Money?) {
    guard let amount else { return skip() }
    sheet.write(amount, row, column, formats[column])
    column += 1
  }

  func count(_ count: Int?) {
    guard let count else { return skip() }
    sheet.write(Double(count), row, column, formats[column])
    column += 1
  }

  /// A number as it is.
  func number(_ number: Double) {
    sheet.write(number, row, column, formats[column])
    column += 1
  }

  /// Degrees to six decimals; blank for what is no number.
  func degrees(_ value: Double?) {
    guard let value, value.isFinite else { return skip() }
    sheet.write((value * 1_000_000).rounded() / 1_000_000, row, column, formats[column])
    column += 1
  }

  func formula(_ formula: String, text: String) {
    sheet.write(formula: formula, text: text, row, column, formats[column])
    column += 1
  }

  /// The number of the row under way as formulas name it.
  var rowNumber: Int { row + 1 }

  /// Ends the table; `total` may add a last row that the filter leaves out.
  ///
  /// A table without rows says `empty`.
  func finish(
    empty: String = "", total: (XLSXSheet, Int) -> Void = { _, _ in }
  ) throws(Failure) {
    endRow()
    try endPart()
    if row < headerRows { sheet.write(empty, headerRows, 0, frame.styles.remark) }
    total(sheet, row + 1)
    try sheet.check()
  }

  /// Gives the row under way its height.
  private func endRow() {
    if lines > 1 { sheet.setHeight(CellText.height(lines: lines), ofRow: row) }
    lines = 1
  }

  private func endPart() throws(Failure) {
    let last = columns.count - 1
    let all = headerRows - 1...max(row, headerRows - 1)
    sheet.setFilter(XLSXSheet.Area(rows: all, columns: 0...last))
    if row >= headerRows {
      finishPart(sheet, headerRows...row)
    }
    if printedColumns < columns.count {
      sheet.setPrintArea(
        XLSXSheet.Area(rows: 0...max(row, headerRows), columns: 0...(printedColumns - 1)))
    }
    try sheet.check()
  }

  private func writeHeaders() {
    for (place, column) in columns.enumerated() { sheet.setWidth(column.width, ofColumn: place) }
    sheet.freeze(rows: headerRows, columns: 1)
    sheet.setPage(repeating: 0...(headerRows - 1), footer: frame.footer, wide: pagesWide)
    if headerRows == 2 { writeGroups() }
    let styles = frame.styles
    sheet.setHeight(headerRows == 2 ? 48 : 32, ofRow: headerRows - 1)
    for (place, column) in columns.enumerated() {
      sheet.write(
        column.title, headerRows - 1, place,
        column.isReview ? styles.reviewHeader : styles.header)
    }
  }

  private func writeGroups() {
    sheet.setHeight(20, ofRow: 0)
    var start = 0
    while start < columns.count {
      var end = start + 1
      while end < columns.count, columns[end].group == columns[start].group { end += 1 }
      sheet.write(
        columns[start].group, 0, merging: start..<end,
        columns[start].isReview ? frame.styles.reviewGroup : frame.styles.group)
      start = end
    }
  }
}
