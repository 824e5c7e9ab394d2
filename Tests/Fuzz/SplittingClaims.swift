import Vocabulary

/// A line without quotes is split eight bytes at a time as it would be byte by byte.
enum SplittingClaims {
  /// The first byte picks the delimiter, the second the limit; the rest is the line.
  static func check(_ input: [UInt8]) {
    guard input.count >= 2 else { return }
    let delimiter: UInt8 = [0x2C, 0x09, 0x3B, 0x7C, 0x5E, 0x20][Int(input[0]) % 6]
    let limit = Int(input[1]) + 1
    let line = Array(input.dropFirst(2))
    let expected = line.split(separator: delimiter, omittingEmptySubsequences: false).map(trimmed)
    var row = RowFields([[0x78], [0x79, 0x7A]])
    let fits = row.split(line.span, at: delimiter, limit: limit)
    claim(fits == (expected.count <= limit), "the limit of fields")
    let found = (0..<row.count).map { Array(row.bytes[row.range(of: $0)]) }
    claim(found == Array(expected.prefix(limit)), "fields")
    claim(row.isBlank == found.allSatisfy(\.isEmpty), "blankness")
    claim(row.range(of: row.count).isEmpty, "a field that is not there")
  }

  private static func trimmed(_ field: ArraySlice<UInt8>) -> [UInt8] {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let start = field.drop(while: isBlank)
    return Array(start.reversed().drop(while: isBlank).reversed())
  }
}
