private import Foundation

/// GB 18030 as this program reads it: tables from bytes to UTF-8 and back.
///
/// The tables are made at first use from Foundation's own decoder (ICU), in a few milliseconds, so
/// that no mapping is written down here; supplementary planes follow the standard's linear formula.
/// The mapping is that of GB 18030-2005 with the presentation forms of 2022. The single byte 0x80, a
/// euro sign to Windows only, is broken here.
enum GB18030 {
  /// How many two-byte codes there are: 126 leading by 190 trailing bytes.
  static let pairCount = 126 * 190
  /// How many four-byte codes lie in the Basic Multilingual Plane: up to 84 31 A4 39.
  static let quadCount = 39_420

  /// The UTF-8 bytes of each two-byte code, low byte first, and their number in the top byte.
  ///
  /// The place is the code less 0x8000; 0 where there is no code.
  static let pairs: [UInt32] = {
    var pairs = [UInt32](repeating: 0, count: 0x8000)
    let codes = (0..<pairCount).map { number in
      let trail = number % 190
      return (0x81 + number / 190) << 8 | (0x40 + trail + (trail >= 63 ? 1 : 0))
    }
    let characters = decoded(codes.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    precondition(characters.count == pairCount, "the system's GB 18030 decoder lacks codes")
    for (code, scalar) in zip(codes, characters) { pairs[code & 0x7FFF] = packed(scalar) }
    return pairs
  }()

  /// The same for the four-byte codes of the Basic Multilingual Plane, in the standard's order.
  static let quads: [UInt32] = {
    var bytes: [UInt8] = []
    for number in 0..<quadCount {
      bytes.append(UInt8(0x81 + number / 12_600))
      bytes.append(UInt8(0x30 + number / 1_260 % 10))
      bytes.append(UInt8(0x81 + number / 10 % 126))
      bytes.append(UInt8(0x30 + number % 10))
    }
    let characters = decoded(bytes)
    precondition(characters.count == quadCount, "the system's GB 18030 decoder lacks codes")
    return characters.map(packed)
  }()

  /// The two-byte code of each scalar of the Basic Multilingual Plane; 0 where there is none, and the
  /// lowest where there are two (the ideographic space is A1A1 and A3A0).
  static let codes: [UInt16] = {
    var codes = [UInt16](repeating: 0, count: 0x10000)
    for (place, packed) in pairs.enumerated().reversed() where packed != 0 {
      codes[Int(scalar(ofPacked: packed))] = UInt16(place | 0x8000)
    }
    return codes
  }()

  /// The place of a two-byte code in the standard's order; `nil` if the bytes are no such code.
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

  /// Whether four bytes are the code of a character.
  static func isQuad(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Bool {
    guard let number = quadNumber(first, second, third, fourth) else { return false }
    return number < quadCount || supplementary(number) != nil
  }

  /// The scalar of a four-byte code beyond the Basic Multilingual Plane: 90 30 81 30 is U+10000.
  static func supplementary(_ number: Int) -> UInt32? {
    let value = number - 189_000 + 0x10000
    return (0x10000...0x10FFFF).contains(value) ? UInt32(value) : nil
  }

  private static func decoded(_ bytes: [UInt8]) -> [UInt32] {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    return (String(bytes: bytes, encoding: encoding) ?? "").unicodeScalars.map(\.value)
  }

  /// UTF-8 of a scalar of the Basic Multilingual Plane, low byte first, its length in the top byte.
  private static func packed(_ scalar: UInt32) -> UInt32 {
    guard scalar >= 0x80 else { return scalar | 1 << 24 }
    let last = 0x80 | scalar & 0x3F
    guard scalar >= 0x800 else { return 0xC0 | scalar >> 6 | last << 8 | 2 << 24 }
    return 0xE0 | scalar >> 12 | (0x80 | scalar >> 6 & 0x3F) << 8 | last << 16 | 3 << 24
  }

  private static func scalar(ofPacked packed: UInt32) -> UInt32 {
    switch packed >> 24 {
    case 1: packed & 0x7F
    case 2: (packed & 0x1F) << 6 | packed >> 8 & 0x3F
    default: (packed & 0x0F) << 12 | (packed >> 8 & 0x3F) << 6 | packed >> 16 & 0x3F
    }
  }
}
