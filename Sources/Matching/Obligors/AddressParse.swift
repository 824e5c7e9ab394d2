internal import Vocabulary

/// An address taken apart: division, town, village or road, and what follows it.
///
/// Every part may be missing. Addresses are cut anywhere by the exports they come from, so a missing
/// part is no difference. Linear in the length.
struct AddressParse: Equatable {
  /// What the address says of its division.
  let region: NameRegion
  /// Hashes of town, of village or road, and of the number or what stands in its place; 0 for none.
  let town: UInt64
  let place: UInt64
  let number: UInt64

  /// How many units of an address are read.
  private static let readLimit = 64
  /// How far from its beginning a town ends.
  private static let townLimit = 9

  /// Whether it says no more than a division.
  var isEmpty: Bool { town == 0 && place == 0 && number == 0 }

  /// Whether it says which plot: two parties seldom share it.
  var isExact: Bool { place != 0 && number != 0 }

  /// An address in UTF-8.
  init(_ text: Span<UInt8>) {
    let folded = NameKey.folded(text)
    let (region, count) = RegionNames.standard.leading(
      folded.prefix(AddressParse.readLimit), hasBrand: { _ in true })
    self.region = region
    var units: [UInt16] = []
    units.reserveCapacity(AddressParse.readLimit)
    NameNumerals.append(folded.prefix(AddressParse.readLimit).dropFirst(count), to: &units)
    var rest = units[...]
    let townEnd = AddressParse.townEnd(rest)
    town = TextPolynomial.hash(rest[..<townEnd])
    rest = rest[townEnd...]
    let placeEnd = AddressParse.placeEnd(rest)
    place = TextPolynomial.hash(rest[..<placeEnd])
    number = AddressParse.number(rest[placeEnd...])
  }

  /// Behind the first 镇, 乡, 街道 or 街道办事处 that has a name; the start if there is none.
  static func townEnd(_ units: ArraySlice<UInt16>) -> Int {
    for place in units.prefix(townLimit).indices.dropFirst() {
      if towns.contains(units[place]) { return place + 1 }
      guard units[place] == street, place + 1 < units.endIndex, units[place + 1] == lane else {
        continue
      }
      let end = place + 2
      for office in offices where units[end...].starts(with: office) { return end + office.count }
      return end
    }
    return units.startIndex
  }

  /// Behind the village or the road; the start if none is named.
  private static func placeEnd(_ units: ArraySlice<UInt16>) -> Int {
    for place in units.indices.dropFirst() where places.contains(units[place]) { return place + 1 }
    return units.startIndex
  }

  /// The hash of the number, or of whatever stands there.
  private static func number(_ units: ArraySlice<UInt16>) -> UInt64 {
    let digits = units.prefix { (0x30...0x39).contains($0) }.drop { $0 == 0x30 }
    return TextPolynomial.hash(digits.isEmpty ? units : digits)
  }

  private static let towns = UnitSet("镇乡")
  private static let street = Array("街".utf16)[0]
  private static let lane = Array("道".utf16)[0]
  private static let offices = ["办事处", "办"].map { Array($0.utf16) }
  private static let places = UnitSet("村路街道巷屯弄")
}

/// How far two addresses agree; parts that one of them lacks are no difference.
enum AddressLevel: UInt8, Sendable, CaseIterable {
  /// The same village or road, and the same number there.
  case equal
  /// The same village or road; one goes no further.
  case samePlace
  /// The same town; one goes no further.
  case sameTown
  /// The same village or road, but another number.
  case otherNumber
  /// The same town, but another village or road.
  case otherPlace
  /// Another town or county.
  case different
  /// One says nothing.
  case missing
}
