/// The first bytes of a text, for what is told by them alone.
struct TextBeginning: Sendable {
  private static let limit = 4_096
  private(set) var bytes: [UInt8] = []

  /// Takes the next bytes of the text; those beyond the limit are of no use.
  mutating func take(_ chunk: Span<UInt8>) {
    var index = 0
    while bytes.count < TextBeginning.limit, index < chunk.count {
      bytes.append(chunk[index])
      index += 1
    }
  }

  /// The delimiter that a first line `sep=;` gives, by which a spreadsheet is told; `nil` without one.
  var separator: Delimiter? {
    guard bytes.count >= 5, zip(bytes, "sep=".utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
      return nil
    }
    if bytes.count > 5, bytes[5] != 0x0A, bytes[5] != 0x0D { return nil }
    return Delimiter.allCases.first { $0.byte == bytes[4] }
  }

  /// Whether the first line has full-width commas and most of the whole lines have as many.
  func hasFullWidthCommas(in encoding: TextEncoding) -> Bool {
    let comma: [UInt8] = encoding == .gb18030 ? [0xA3, 0xAC] : [0xEF, 0xBC, 0x8C]
    var counts = bytes.split { $0 == 0x0A || $0 == 0x0D }.map { line in
      line.indices.count { line[$0...].starts(with: comma) }
    }
    if bytes.count == TextBeginning.limit, counts.count > 1 { counts.removeLast() }
    guard let first = counts.first, first > 0 else { return false }
    return counts.count { $0 == first } * 2 > counts.count
  }
}
