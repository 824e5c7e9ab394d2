internal import Vocabulary

/// CSV that people open in a spreadsheet: UTF-8 with BOM, CRLF, every cell quoted, no cell a formula.
///
/// Machines get `ExactCSV`. Before a line of a cell that a spreadsheet would take for a formula stands
/// an apostrophe (OWASP, CSV Injection; CWE-1236). A plain number stays one, a negative one too.
package struct PeopleCSV: Sendable {
  /// The whole file.
  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// How many cells got an apostrophe.
  package private(set) var neutralised = 0

  /// The file of that table.
  package init(_ table: PeopleTable) {
    append(table.titles)
    for row in table.rows { append(row) }
  }

  private mutating func append(_ row: [String]) {
    for (place, cell) in row.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in guarded(cell).utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// The cell with an apostrophe before every line that could be a formula.
  private mutating func guarded(_ cell: String) -> String {
    guard !PeopleCSV.isPlainNumber(cell) else { return cell }
    var result = String.UnicodeScalarView()
    var line = String.UnicodeScalarView()
    var isTouched = false
    func end() {
      if FormulaLine.mayBegin(line) {
        result.append("'")
        isTouched = true
      }
      result.append(contentsOf: line)
      line = String.UnicodeScalarView()
    }
    for scalar in cell.unicodeScalars {
      // A control character shows nothing; at the start of a line it would hide what comes after it.
      let isControl = scalar.value < 0x20 || scalar.value == 0x7F
      let shown: Unicode.Scalar =
        isControl && !["\t", "\n", "\r"].contains(scalar) ? " " : scalar
      line.append(shown)
      if shown == "\n" || shown == "\r" { end() }
    }
    end()
    if isTouched { neutralised += 1 }
    return String(result)
  }

  /// Plain decimal digits with an optional minus and decimals, nothing else.
  private static func isPlainNumber(_ cell: String) -> Bool {
    CellValue(cell, .number) != nil
  }
}
