internal import Vocabulary

/// A reader of the one dialect that packages have: commas, LF, quotes only around a whole cell.
///
/// Anything else is refused by its line, for a lenient reader and a strict one would see two tables.
struct ExactCSVReading {
  struct Row {
    let cells: [String]
    /// Physical line where the row begins, counted from 1.
    let line: Int
  }

  struct Fault: Error {
    let line: Int
    let reason: Wording
  }

  /// Empty cells cost a byte in a file and many in memory.
  private static let columnLimit = 1000
  private static let cellLimit = 20_000_000

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  /// The rows, the header first, each with as many cells as the header.
  static func rows(_ bytes: [UInt8]) throws(Fault) -> [Row] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Fault(line: 1, reason: Wording(zh: "不是 UTF-8", en: "not UTF-8"))
    }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw Fault(line: 1, reason: Wording(zh: "开头有 BOM", en: "it begins with a BOM"))
    }
    var reading = ExactCSVReading(bytes: bytes)
    var rows: [Row] = []
    while reading.place < bytes.count {
      let row = try reading.row()
      if let header = rows.first, row.cells.count != header.cells.count {
        throw Fault(
          line: row.line,
          reason: Wording(
            zh: "有 \(row.cells.count) 列，表头有 \(header.cells.count) 列",
            en: "\(row.cells.count) cells, the header has \(header.cells.count)"))
      }
      rows.append(row)
      guard rows.count * row.cells.count <= cellLimit else { throw reading.tooMany }
    }
    return rows
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func row() throws(Fault) -> Row {
    let start = line
    var cells: [String] = []
    while true {
      cells.append(try cell())
      guard cells.count <= ExactCSVReading.columnLimit else { throw tooMany }
      guard place < bytes.count else {
        throw Fault(line: line, reason: Wording(zh: "最后一行没有换行", en: "the last line has no end"))
      }
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: ",") { continue }
      guard byte == 0x0A else { throw misplaced }
      line += 1
      return Row(cells: cells, line: start)
    }
  }

  private var tooMany: Fault {
    Fault(line: line, reason: Wording(zh: "列或单元格过多", en: "too many columns or cells"))
  }

  private var misplaced: Fault {
    Fault(
      line: line, reason: Wording(zh: "引号或控制字符位置不对", en: "a misplaced quote or control character"))
  }

  private mutating func cell() throws(Fault) -> String {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
      let start = place
      while place < bytes.count {
        switch bytes[place] {
        case UInt8(ascii: ","), 0x0A: return text(start..<place)
        case 0x09: break
        case UInt8(ascii: "\""), 0..<0x20, 0x7F: throw misplaced
        default: break
        }
        place += 1
      }
      return text(start..<place)
    }
    return try quoted()
  }

  private mutating func quoted() throws(Fault) -> String {
    let opened = line
    place += 1
    var value: [UInt8] = []
    var start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        value += bytes[start..<place]
        place += 1
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
          return String(decoding: value, as: UTF8.self)
        }
        start = place
      case 0x0A: line += 1
      case 0x09, 0x0D: break
      case 0..<0x20, 0x7F: throw misplaced
      default: break
      }
      place += 1
    }
    throw Fault(line: opened, reason: Wording(zh: "引号没有结束", en: "the quote does not end"))
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
