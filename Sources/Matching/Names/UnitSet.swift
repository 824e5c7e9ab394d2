/// A set of UTF-16 units that is asked for every unit of a text.
///
/// 64 bits say of most units that they are not in it, without a look at those that are.
struct UnitSet: Sendable {
  private let units: [UInt16]
  private let bits: UInt64

  /// The units of that text.
  init(_ text: String) {
    units = text.utf16.sorted()
    bits = units.reduce(0) { $0 | UnitSet.bit($1) }
  }

  @inline(__always)
  func contains(_ unit: UInt16) -> Bool {
    bits & UnitSet.bit(unit) == 0 ? false : search(unit)
  }

  private func search(_ unit: UInt16) -> Bool {
    let place = units.count(while: { $0 < unit })
    return place < units.count && units[place] == unit
  }

  @inline(__always)
  private static func bit(_ unit: UInt16) -> UInt64 { 1 << (UInt64(unit &* 0x9E37) >> 10) }
}
