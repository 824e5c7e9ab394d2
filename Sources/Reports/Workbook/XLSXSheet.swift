internal import CXLSXWriter
private import Glibc
internal import Vocabulary

/// One sheet under way; rows are written from the top down, cells of a row in any order.
///
/// Texts are always texts, never read as formulas or numbers. A cell that the library refuses is
/// remembered and thrown by `check`.
@safe final class XLSXSheet {
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  private let shown: String
  private var refusal = LXW_NO_ERROR
  private var composed: [UInt8] = []

  init(pointer: UnsafeMutablePointer<lxw_worksheet>, shown: String) {
    unsafe self.pointer = unsafe pointer
    self.shown = shown
  }

  /// Throws what the library refused since the sheet began.
  func check() throws(Failure) {
    guard refusal == LXW_NO_ERROR else {
      let number = refusal.rawValue
      throw Failure(
        .inputOutput, .inputOutput, file: shown,
        detail: Wording(zh: "表格写出失败（\(number)）", en: "the workbook refused a cell (\(number))"))
    }
  }

  /// Writes a text; nothing for an empty one.
  func write(_ text: String, _ row: Int, _ column: Int, _ format: CellFormat) {
    guard !text.isEmpty else { return }
    let plain = CellText.isPlain(text) ? text : CellText.cleaned(text)
    note(
      unsafe plain.withCString {
        unsafe worksheet_write_string(pointer, UInt32(row), UInt16(column), $0, format.pointer)
      })
  }

  /// Writes a text of ASCII that `compose` appends, without making a string.
  func write(
    composing compose: (inout [UInt8]) -> Void, _ row: Int, _ column: Int, _ format: CellFormat
  ) {
    composed.removeAll(keepingCapacity: true)
    compose(&composed)
    composed.append(0)
    note(
      unsafe composed.withUnsafeBufferPointer { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { text in
          unsafe worksheet_write_string(
            pointer, UInt32(row), UInt16(column), text.baseAddress, format.pointer)
        }
      })
  }

  func write(_ number: Double, _ row: Int, _ column: Int, _ format: CellFormat) {
    note(
      unsafe worksheet_write_number(
        pointer, UInt32(row), UInt16(column), number, format.pointer))
  }

  /// The number a spreadsheet has for a day; right from 1900-03-01 on.
  static func serial(_ day: Day) -> Int { Int(day.number) + 25_569 }

  /// Writes a real date; as text before 1900-03-01, where spreadsheets count a day that never was.
  func write(_ day: Day, _ row: Int, _ column: Int, _ format: CellFormat) {
    let serial = XLSXSheet.serial(day)
    guard serial > 60 else {
      write(composing: { $0.append(day) }, row, column, format)
      return
    }
    write(Double(serial), row, column, format)
  }

  /// Writes yuan as a number; as text beyond the fifteen digits a spreadsheet keeps.
  func write(_ money: Money, _ row: Int, _ column: Int, _ format: CellFormat) {
    guard money.fen.magnitude < 1_000_000_000_000_000 else {
      write(composing: { $0.append(money) }, row, column, format)
      return
    }
    write(Double(money.fen) / 100, row, column, format)
  }

  /// Writes a formula with the value it has, for readers that do not calculate.
  func write(
    formula: String, value: Double, _ row: Int, _ column: Int, _ format: CellFormat
  ) {
    note(
      unsafe worksheet_write_formula_num(
        pointer, UInt32(row), UInt16(column), formula, format.pointer, value))
  }

  /// Writes a formula with the text it gives.
  func write(
    formula: String, text: String, _ row: Int, _ column: Int, _ format: CellFormat
  ) {
    note(
      unsafe worksheet_write_formula_str(
        pointer, UInt32(row), UInt16(column), formula, format.pointer, text))
  }

  /// Writes an empty cell that has the format.
  func write(blank row: Int, _ column: Int, _ format: CellFormat) {
    note(unsafe worksheet_write_blank(pointer, UInt32(row), UInt16(column), format.pointer))
  }

  /// Writes one text over the columns of a row.
  func write(_ text: String, _ row: Int, merging columns: Range<Int>, _ format: CellFormat) {
    guard columns.count > 1 else {
      write(text, row, columns.lowerBound, format)
      return
    }
    let plain = CellText.isPlain(text) ? text : CellText.cleaned(text)
    note(
      unsafe worksheet_merge_range(
        pointer, UInt32(row), UInt16(columns.lowerBound), UInt32(row),
        UInt16(columns.upperBound - 1), plain, format.pointer))
  }

  func setWidth(_ characters: Double, ofColumn column: Int) {
    note(
      unsafe worksheet_set_column(pointer, UInt16(column), UInt16(column), characters, nil))
  }

  func setHeight(_ points: Double, ofRow row: Int) {
    note(unsafe worksheet_set_row(pointer, UInt32(row), points, nil))
  }

  /// Puts a chart with its upper left corner on a cell, scaled from 480 by 288 pixels.
  func insert(_ chart: XLSXChart, _ row: Int, _ column: Int, scale: (Double, Double)) {
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = scale.0
    unsafe options.y_scale = scale.1
    unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    note(
      unsafe worksheet_insert_chart_opt(
        pointer, UInt32(row), UInt16(column), chart.pointer, &options))
  }

  /// Writes out the last row; the bytes of all rows, or `nil` if not all of them are on the disk.
  func rowsOnDisk() -> Int? {
    unsafe lxw_worksheet_write_single_row(pointer)
    guard let file = unsafe pointer.pointee.optimize_tmpfile else { return nil }
    guard unsafe fflush(file) == 0, unsafe ferror(file) == 0 else { return nil }
    return unsafe ftell(file)
  }

  /// Closes the temporary file with the rows, which the library forgets for a workbook not closed.
  func dropRows() {
    if let file = unsafe pointer.pointee.optimize_tmpfile { unsafe fclose(file) }
  }

  /// Remembers the first refusal.
  func note(_ error: lxw_error) {
    if error != LXW_NO_ERROR, refusal == LXW_NO_ERROR { refusal = error }
  }
}
