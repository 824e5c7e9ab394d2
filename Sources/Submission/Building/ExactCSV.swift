/// Tables as programs read them: UTF-8 without BOM, commas, LF, a header row (RFC 4180 quoting).
///
/// Cells stand as they are, but for control characters, which become spaces; quotes are only where a
/// comma, a quote or a line break needs them.
enum ExactCSV {
  static func bytes(header: [String], rows: [[String?]]) -> [UInt8] {
    var bytes: [UInt8] = []
    append(header, to: &bytes)
    for row in rows { append(row, to: &bytes) }
    return bytes
  }

  private static func append(_ row: [String?], to bytes: inout [UInt8]) {
    for (place, cell) in row.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      // A row of one empty cell would be a blank line, which readers pass over.
      if let cell, !cell.isEmpty {
        append(cell, to: &bytes)
      } else if row.count == 1 {
        bytes.append(contentsOf: "\"\"".utf8)
      }
    }
    bytes.append(0x0A)
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    let needsQuotes = cell.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: true
      default: false
      }
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    for byte in cell.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: [byte, byte])
      case 0x09, 0x0A, 0x0D: bytes.append(byte)
      case 0..<0x20, 0x7F: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
  }
}
