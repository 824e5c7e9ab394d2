import Intake
import Vocabulary

/// A line among sound ones is read as the strict grammar reads it, or in the one best way that gives it
/// as many fields as there are columns, or not at all.
enum QuoteClaims {
  private static let titles = ["编号", "名称", "地址", "备注"]

  /// The first byte picks the number of columns, the rest gives the line.
  static func check(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let width = 2 + Int(first) % 3
    let line = input.dropFirst().prefix(28).map { byte -> UInt8 in
      let pieces: [UInt8] = [0x61, 0x2C, 0x22, 0x20, 0x2C, 0x22, 0x62, 0x09]
      return byte < 0x20 || byte >= 0x7F ? pieces[Int(byte & 7)] : byte
    }
    let sound = (0..<width).map { "\"v\($0)\"" }.joined(separator: ",") + "\n"
    var file = Array((titles.prefix(width).joined(separator: ",") + "\n").utf8)
    for _ in 0..<20 { file += Array(sound.utf8) }
    file += line + [0x0A]
    for _ in 0..<20 { file += Array(sound.utf8) }
    guard let read = ReadTable.reading(file) else { return }
    let dialect = read.table.dialect
    guard dialect.delimiter == .comma, dialect.quote == .double, dialect.escape == .doubled,
      read.table.titles.count == width,
      let row = read.rows.first(where: { $0.line == 22 }), row.kind == .record
    else { return }
    compare(row, line, width)
  }

  private static func compare(_ row: ReadRow, _ line: [UInt8], _ width: Int) {
    switch SlowLine.strict(line) {
    case .fields(let fields):
      let repairs: [ProblemCode] = [.strayQuote, .unclosedQuote]
      claim(row.damage.map(repairs.contains) != true, "a sound line is damaged")
      claim(!row.flags.contains(where: repairs.contains), "a sound line is repaired")
      if row.damage == nil { claim(row.fields == fields, "a sound line is read as another") }
    case .open: compareRepaired(row, line, width, .unclosedQuote)
    case .stray: compareRepaired(row, line, width, .strayQuote)
    }
  }

  private static func compareRepaired(
    _ row: ReadRow, _ line: [UInt8], _ width: Int, _ code: ProblemCode
  ) {
    let readings = SlowLine.readings(line, width: width)
    let least = readings.map(\.marks).min()
    let best = readings.filter { $0.marks == least }
    if best.count == 1 {
      claim(row.flags.contains(code), "a line with one best reading is not repaired")
      claim(row.fields == best[0].fields, "a line is repaired in another way")
    } else {
      claim(row.damage == code, "a line without a best reading is not refused")
    }
  }
}
