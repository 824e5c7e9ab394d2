/// A hash of UTF-16 units that is put together from the hashes of its parts.
///
/// A polynomial modulo 2⁶⁴ over mixed units. Equal hashes are likely equal texts, not surely: who
/// must know compares the units.
enum TextPolynomial {
  /// Odd, so that no unit is lost by multiplying.
  static let base: UInt64 = 0xd6e8_feb8_6659_fd93

  /// The value of a unit, spread over all bits and never zero.
  @inline(__always)
  static func mixed(_ unit: UInt16) -> UInt64 {
    var value = (UInt64(unit) &+ 1) &* 0x9e37_79b9_7f4a_7c15
    value ^= value >> 32
    return value &* 0xbf58_476d_1ce4_e5b9 | 1
  }

  /// The sum to which a further unit is appended.
  @inline(__always)
  static func appending(_ unit: UInt16, to sum: UInt64) -> UInt64 {
    sum &* base &+ mixed(unit)
  }

  /// The hash of a sum: every bit depends on every unit; 0 only for no units.
  @inline(__always)
  static func finished(_ sum: UInt64) -> UInt64 {
    let mixed = (sum ^ sum >> 31) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 29
  }

  /// The hash of units.
  static func hash(_ units: some Sequence<UInt16>) -> UInt64 {
    finished(units.reduce(0) { appending($1, to: $0) })
  }

  /// The hash of a code in ASCII; hyphens do not count.
  static func ofCode(_ bytes: some Sequence<UInt8>) -> UInt64 {
    hash(bytes.lazy.filter { $0 != 0x2D }.map(UInt16.init))
  }
}
