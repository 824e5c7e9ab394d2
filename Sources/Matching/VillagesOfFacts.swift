internal import Vocabulary

/// The village that the facts of a row name, where its place says none: a letter without the column
/// may still say where it was.
///
/// Only tells rows apart: words are no place that anybody measured, so that nothing is joined by them.
struct VillagesOfFacts {
  /// By row, a place in `villages`; -1 where the facts name none, or several.
  private var villageOfRow: [Int32]
  /// Hashes as `AddressParse.place` has them of the village with 0, 1, … characters left out before
  /// it: 附近 in 镇附近下庄村 is no part of a name.
  private var villages: [[UInt64]] = []

  /// How many bytes of the facts are looked at.
  private static let readLimit = 360
  /// How many characters stand before 村 at most.
  private static let nameLimit = 6

  /// Linear in the rows, and in the facts of those whose place names no village or road.
  init(_ ranked: RankedRecords, _ addresses: AddressTable) {
    villageOfRow = Array(repeating: -1, count: ranked.count)
    for row in 0..<ranked.count where ranked.source[row] != .history {
      let address = addresses.addressOfRow[row]
      guard address < 0 || addresses.parses[Int(address)].place == 0 else { continue }
      let facts = ranked.text(.facts, row)
      guard !facts.isMissing else { continue }
      let texts = ranked.records.texts
      let range = texts.range(of: facts)
      let hashes = VillagesOfFacts.village(in: texts.storage.span.extracting(range))
      guard !hashes.isEmpty else { continue }
      villageOfRow[row] = Int32(villages.count)
      villages.append(hashes)
    }
  }

  /// Whether the facts of the row name a village.
  func namesOne(_ row: Int32) -> Bool { villageOfRow[Int(row)] >= 0 }

  /// Whether the facts of one row name another village than the facts or the address of the other;
  /// `places` are the villages or roads of the addresses, 0 for none.
  func areApart(_ left: Int32, _ right: Int32, places: (UInt64, UInt64)) -> Bool {
    let (one, other) = (named(left, places.0), named(right, places.1))
    guard !one.isEmpty, !other.isEmpty else { return false }
    return !one.contains { other.contains($0) }
  }

  private func named(_ row: Int32, _ address: UInt64) -> [UInt64] {
    let known = villageOfRow[Int(row)]
    if known >= 0 { return villages[Int(known)] }
    return address == 0 ? [] : [address]
  }

  /// The hashes of the only village that stands behind a town; empty if there is none, or several.
  static func village(in text: Span<UInt8>) -> [UInt64] {
    var end = min(text.count, readLimit)
    while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    guard mayNameOne(text.extracting(0..<end)) else { return [] }
    var units: [UInt16] = []
    NameNumerals.append(NameKey.folded(text.extracting(0..<end))[...], to: &units)
    var found: ArraySlice<UInt16> = []
    var place = 0
    while place < units.count {
      defer { place += 1 }
      guard towns.contains(units[place]) else { continue }
      let rest = units[(place + 1)...].prefix(nameLimit + 1)
      guard let last = rest.firstIndex(of: village), last > rest.startIndex,
        !rest[..<last].contains(where: towns.contains)
      else { continue }
      let name = rest[...last]
      if found.isEmpty { found = name }
      guard found.elementsEqual(name) else { return [] }
      place = last
    }
    return (0..<max(found.count - 1, 0)).map { TextPolynomial.hash(found.dropFirst($0)) }
  }

  /// Whether 村, or 邨 as it was written, stands anywhere in the text.
  private static func mayNameOne(_ text: Span<UInt8>) -> Bool {
    var place = 0
    while place + 3 <= text.count {
      switch (text[place], text[place + 1], text[place + 2]) {
      case (0xE6, 0x9D, 0x91), (0xE9, 0x82, 0xA8): return true
      default: place += text[place] >= 0xE0 ? 3 : 1
      }
    }
    return false
  }

  private static let towns = UnitSet("镇乡")
  private static let village = Array("村".utf16)[0]
}
