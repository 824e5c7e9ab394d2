/// An amount of money in whole fen (0.01 yuan), exact.
package struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let fen: Int64

  /// An amount of that many fen; may be negative.
  package init(fen: Int64) { self.fen = fen }

  /// Yuan with two decimals and no separators: `12000.00`, as machine outputs write it.
  package var description: String {
    let magnitude = fen.magnitude
    return "\(fen < 0 ? "-" : "")\(magnitude / 100).\(padded(Int(magnitude % 100), to: 2))"
  }

  /// An amount written in yuan, `3000`, `3000.5` or `3000.05`; `nil` for every other text.
  ///
  /// The strict form of rule packs and cases. Amounts in exports go through `Normalise`.
  package init?(yuan text: some StringProtocol) {
    var units: Int64 = 0
    var decimals = -1
    var digits = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), decimals < 0, digits > 0 {
        decimals = 0
        continue
      }
      guard byte >= 0x30, byte <= 0x39, decimals < 2 else { return nil }
      let (tens, tensOverflow) = units.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflow) = tens.addingReportingOverflow(Int64(byte - 0x30))
      guard !tensOverflow, !sumOverflow else { return nil }
      units = sum
      digits += 1
      if decimals >= 0 { decimals += 1 }
    }
    guard digits > 0, decimals != 0 else { return nil }
    for _ in max(decimals, 0)..<2 {
      let (scaled, overflow) = units.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      units = scaled
    }
    fen = units
  }

  /// The smaller amount comes first.
  package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}
