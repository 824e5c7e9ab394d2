/// Eight bytes of a text looked at together, the first in the lowest place.
struct ByteWord {
  static let lowest: UInt64 = 0x0101_0101_0101_0101
  static let highest: UInt64 = 0x8080_8080_8080_8080

  let bits: UInt64

  /// The eight bytes from `index` on, all of which must lie in the text.
  @inline(__always)
  init(_ text: Span<UInt8>, at index: Int) {
    bits = UInt64(
      littleEndian: unsafe text.bytes.unsafeLoadUnaligned(
        fromByteOffset: index, as: UInt64.self))
  }

  /// The top bit of each byte from 0x80 on.
  @inline(__always)
  var nonASCII: UInt64 { bits & ByteWord.highest }

  /// Zero if there is neither a byte below 0x20 nor one from 0x80 on; otherwise the lowest bit set is
  /// the top bit of the first such byte, and higher ones tell nothing.
  @inline(__always)
  var special: UInt64 {
    nonASCII | (bits &- ByteWord.lowest &* 0x20) & ~bits & ByteWord.highest
  }

  /// The top bit of each byte that may divide a text: all of tab, line feed, carriage return, space,
  /// `"` `'` `,` `;` `\` `^` `|`, and some others.
  @inline(__always)
  var dividers: UInt64 {
    let ones = ByteWord.lowest
    // A borrow can only make a mark too many.
    let below = (bits &- ones &* 0x2D) & ~bits
    let semicolon = bits ^ ones &* 0x3B
    // The last three and the tilde differ in two bits.
    let high = (bits | ones &* 0x22) ^ ones &* 0x7E
    return (below | (semicolon &- ones) & ~semicolon | (high &- ones) & ~high) & ByteWord.highest
  }

  /// The place in the word of the byte to which the lowest bit set in `marks` belongs.
  @inline(__always)
  static func firstPlace(in marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }

  /// How often `byte` occurs; right for words of ASCII only.
  @inline(__always)
  func count(of byte: UInt8) -> Int {
    let differing = (bits ^ ByteWord.lowest &* UInt64(byte)) &+ ByteWord.lowest &* 0x7F
    let equal = (~differing & ByteWord.highest) >> 7
    return Int(truncatingIfNeeded: (equal &* ByteWord.lowest) >> 56)
  }

  /// Whether `byte` occurs; right for words of ASCII only.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let differing = (bits ^ ByteWord.lowest &* UInt64(byte)) &+ ByteWord.lowest &* 0x7F
    return ~differing & ByteWord.highest != 0
  }
}
