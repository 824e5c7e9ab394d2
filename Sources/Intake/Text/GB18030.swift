private import Foundation

/// GB 18030 as this program reads it: tables from bytes to UTF-8.
///
/// The tables are made at first use from Foundation's own decoder (ICU), in about 10 ms, so that no
/// mapping is written down here; supplementary planes follow the standard's linear formula. The
/// mapping is that of GB 18030-2005 with the presentation forms of 2022. The single byte 0x80, a
/// euro sign to Windows only, is broken here.
enum GB18030 {
  /// How many two-byte codes there are: 126 leading by 190 trailing bytes.
  static let pairCount = 126 * 190
  /// How many four-byte codes lie in the Basic Multilingual Plane: up to 84 31 A4 39.
  static let quadCount = 39_420

  /// The three UTF-8 bytes of each two-byte code, low byte first; two bytes leave the third zero.
  static let pairs: [UInt32] = table(count: pairCount, width: 2) { number, bytes in
    let trail = number % 190
    bytes.append(UInt8(0x81 + number / 190))
    bytes.append(UInt8(0x40 + trail + (trail >= 63 ? 1 : 0)))
  }

  /// The same for the four-byte codes of the Basic Multilingual Plane.
  static let quads: [UInt32] = table(count: quadCount, width: 4) { number, bytes in
    bytes.append(UInt8(0x81 + number / 12_600))
    bytes.append(UInt8(0x30 + number / 1_260 % 10))
    bytes.append(UInt8(0x81 + number / 10 % 126))
    bytes.append(UInt8(0x30 + number % 10))
  }

  /// The number of a two-byte code in `pairs`; `nil` if the trailing byte cannot follow.
  @inline(__always)
  static func pairNumber(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard lead >= 0x81, lead <= 0xFE, trail >= 0x40, trail <= 0xFE, trail != 0x7F else {
      return nil
    }
    return (Int(lead) - 0x81) * 190 + Int(trail) - (trail > 0x7F ? 0x41 : 0x40)
  }

  /// The place of a four-byte code in the standard's order; `nil` if the bytes are no such code.
  static func quadNumber(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Int? {
    guard first >= 0x81, first <= 0xFE, second >= 0x30, second <= 0x39, third >= 0x81,
      third <= 0xFE, fourth >= 0x30, fourth <= 0x39
    else { return nil }
    let high = (Int(first) - 0x81) * 10 + Int(second) - 0x30
    return (high * 126 + Int(third) - 0x81) * 10 + Int(fourth) - 0x30
  }

  /// The scalar of a four-byte code beyond the Basic Multilingual Plane: 90 30 81 30 is U+10000.
  static func supplementary(_ number: Int) -> UInt32? {
    let value = number - 189_000 + 0x10000
    return (0x10000...0x10FFFF).contains(value) ? UInt32(value) : nil
  }

  private static func table(
    count: Int, width: Int, _ write: (Int, inout [UInt8]) -> Void
  ) -> [UInt32] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * width)
    for number in 0..<count { write(number, &bytes) }
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let text = String(bytes: bytes, encoding: encoding) ?? ""
    let table = text.unicodeScalars.map { packed($0.value) }
    precondition(table.count == count, "the system's GB 18030 decoder lacks codes")
    return table
  }

  private static func packed(_ scalar: UInt32) -> UInt32 {
    guard scalar >= 0x80 else { return scalar }
    let last = 0x80 | scalar & 0x3F
    guard scalar >= 0x800 else { return 0xC0 | scalar >> 6 | last << 8 }
    return 0xE0 | scalar >> 12 | (0x80 | scalar >> 6 & 0x3F) << 8 | last << 16
  }
}
