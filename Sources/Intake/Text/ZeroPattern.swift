internal import Vocabulary

/// Where zero bytes stand in the first 64 KiB of a file: text in UTF-16 or UTF-32 without a mark has
/// them at fixed places of every two or four bytes.
///
/// A tail of zeros, which a power cut leaves, stands at all places alike and is left to the rows.
struct ZeroPattern {
  private static let sampleLength = 64 * 1024

  private var zeros: [4 of Int] = [0, 0, 0, 0]
  private var length = 0
  /// Units that structure a table, read in either order.
  private var littleEndianUnits = 0
  private var bigEndianUnits = 0
  private var previous: UInt8 = 0

  /// Takes the next piece of the file, its mark included.
  mutating func take(_ piece: Span<UInt8>) {
    let count = min(piece.count, ZeroPattern.sampleLength - length)
    guard count > 0 else { return }
    for index in 0..<count {
      let byte = piece[index]
      let place = (length + index) & 3
      if byte == 0 { zeros[place] += 1 }
      if place & 1 == 1 {
        if byte == 0, ZeroPattern.isStructure(previous) { littleEndianUnits += 1 }
        if previous == 0, ZeroPattern.isStructure(byte) { bigEndianUnits += 1 }
      }
      previous = byte
    }
    length += count
  }

  /// Commas, quotes, line ends and digits but 0: read in the wrong order they are no characters of
  /// Chinese, as `N` is 一 and `0` the ideographic space.
  private static func isStructure(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x22 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      || byte >= 0x31 && byte <= 0x39
  }

  /// What the file is by its zeros; `nil` for ordinary text.
  var format: Wording? {
    let quarter = length / 4
    guard length >= 8 else { return nil }
    let (isFirst, isLast) = (
      zeros[0] * 20 >= quarter * 19 && zeros[1] * 20 >= quarter * 19,
      zeros[2] * 20 >= quarter * 19 && zeros[3] * 20 >= quarter * 19
    )
    let isLong = length >= 16
    if isLong, isLast, zeros[0] * 20 <= quarter { return ZeroPattern.unmarked("UTF-32LE") }
    if isLong, isFirst, zeros[3] * 20 <= quarter { return ZeroPattern.unmarked("UTF-32BE") }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    guard isLopsided(even, odd), max(even, odd) * 50 >= length else { return nil }
    return ZeroPattern.unmarked(even > odd ? "UTF-16BE" : "UTF-16LE")
  }

  /// The same for a file that is no text in any other encoding: in Chinese with little ASCII few
  /// bytes are zero.
  var formatOfBrokenText: Wording? {
    guard isLopsided(littleEndianUnits, bigEndianUnits) else { return nil }
    return ZeroPattern.unmarked(littleEndianUnits > bigEndianUnits ? "UTF-16LE" : "UTF-16BE")
  }

  private func isLopsided(_ one: Int, _ other: Int) -> Bool {
    max(one, other) >= 4 && min(one, other) * 20 <= max(one, other)
  }

  private static func unmarked(_ name: String) -> Wording {
    Wording(zh: "没有标记的 \(name) 文本", en: "\(name) text without its mark")
  }
}
