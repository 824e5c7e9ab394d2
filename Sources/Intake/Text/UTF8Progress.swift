/// Strict UTF-8 taken byte by byte: no overlong forms, no surrogates, nothing above U+10FFFF
/// (RFC 3629, section 4).
struct UTF8Progress {
  enum Step {
    /// The byte cannot stand here.
    case broken
    /// A character has begun and is not complete.
    case inside
    /// The byte completes the character `scalar`.
    case complete
  }

  private var missing = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF
  /// How many bytes of an incomplete character were taken.
  private(set) var held = 0
  /// The character completed last, or what is known of the one that is not complete.
  private(set) var scalar: UInt32 = 0

  var isInside: Bool { missing > 0 }

  /// Takes the next byte; after `broken` stands between characters again.
  mutating func take(_ byte: UInt8) -> Step {
    guard missing > 0 else { return begin(byte) }
    guard byte >= lowest, byte <= highest else {
      self = UTF8Progress()
      return .broken
    }
    (lowest, highest) = (0x80, 0xBF)
    scalar = scalar << 6 | UInt32(byte & 0x3F)
    missing -= 1
    held += 1
    guard missing == 0 else { return .inside }
    held = 0
    return .complete
  }

  private mutating func begin(_ byte: UInt8) -> Step {
    switch byte {
    case 0..<0x80:
      scalar = UInt32(byte)
      return .complete
    case 0xC2...0xDF: (missing, scalar) = (1, UInt32(byte & 0x1F))
    case 0xE0...0xEF:
      (missing, scalar) = (2, UInt32(byte & 0x0F))
      if byte == 0xE0 { lowest = 0xA0 }
      if byte == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      (missing, scalar) = (3, UInt32(byte & 0x07))
      if byte == 0xF0 { lowest = 0x90 }
      if byte == 0xF4 { highest = 0x8F }
    default: return .broken
    }
    held = 1
    return .inside
  }
}
