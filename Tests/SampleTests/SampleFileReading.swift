import Foundation

@testable import Sample

/// A CSV file of the sample, read back by means that share nothing with its writing.
struct ReadBack {
  /// The fields of a record and the physical line it starts on.
  struct Row {
    let line: Int
    let fields: [String]
  }

  let text: String
  let delimiter: UInt8
  /// Every row from the header on.
  let rows: [Row]

  /// Decodes by Foundation: UTF-8 where it is, GB 18030 otherwise; `nil` for neither.
  init?(_ file: SampleFile) {
    var bytes = file.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    guard
      let decoded = String(bytes: bytes, encoding: .utf8)
        ?? String(bytes: bytes, encoding: gb18030)
    else { return nil }
    text = decoded
    let head = Array(decoded.utf8.prefix(600))
    delimiter = head.contains(0x09) ? 0x09 : 0x2C
    rows = ReadBack.rows(Array(decoded.utf8), delimiter)
  }

  /// RFC 4180, with a quote inside an unquoted field taken as it is.
  private static func rows(_ bytes: [UInt8], _ delimiter: UInt8) -> [Row] {
    var rows: [Row] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var line = 1
    var start = 1
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          field.append(byte)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          field.append(byte)
        }
      } else if byte == 0x22, field.isEmpty {
        isQuoted = true
      } else if byte == delimiter || byte == 0x0A {
        if field.last == 0x0D { field.removeLast() }
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 0x0A {
          rows.append(Row(line: start, fields: fields))
          fields = []
          start = line
        }
      } else {
        field.append(byte)
      }
      index += 1
    }
    return rows
  }

  /// The values of the first column that has one of those titles, by line; the header is the first
  /// row of more than five fields.
  func column(_ titles: [String]) -> [Int: String] {
    guard let header = rows.first(where: { $0.fields.count > 5 }),
      let index = header.fields.firstIndex(where: { titles.contains($0) })
    else { return [:] }
    var values: [Int: String] = [:]
    for row in rows where row.line > header.line && index < row.fields.count {
      values[row.line] = row.fields[index]
    }
    return values
  }
}

extension SampleWorkspace {
  /// The sample as the repository holds it, made once for all tests.
  static let ofRepository = SampleWorkspace()
}

/// FNV-1a over bytes, to hold a file against what it was.
func fingerprint(_ bytes: some Sequence<UInt8>) -> UInt64 {
  bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
