internal import Vocabulary

/// The distinct addresses of a table's records, each read once with the county its record lies in.
///
/// An address is a number from 0; numbers follow the order of asking. 40 bytes each.
struct AddressTable {
  /// By row of the table; -1 where the record says nothing below the county.
  private(set) var addressOfRow: [Int32]
  private(set) var parses: [AddressParse] = []
  /// By address, the county; 0 where neither record nor address says it.
  private(set) var counties: [Int32] = []

  /// How a text was first read.
  private struct First {
    /// -1 where it was not.
    var county: Int32
    var address: Int32
  }

  /// Linear in rows and in the bytes of distinct texts.
  init(_ table: RankedRecords) {
    addressOfRow = Array(repeating: -1, count: table.count)
    // By text, the county it was first read with and its address; most stand in one county only.
    var first = [First](repeating: First(county: -1, address: -1), count: table.texts.count)
    var others: [UInt64: Int32] = [:]
    let distinct = table.texts.distinctCount(table.records.column(.place))
    parses.reserveCapacity(distinct)
    counties.reserveCapacity(distinct)
    table.forEachText(.place) { row, text in
      guard !text.isMissing else { return }
      let county = table.county[row]
      let known = first[Int(text.number)]
      if known.county == county {
        addressOfRow[row] = known.address
        return
      }
      let key =
        UInt64(text.number) << 32 | UInt64(UInt32(bitPattern: county))
      let isFirst = known.county < 0
      if !isFirst, let address = others[key] {
        addressOfRow[row] = address
        return
      }
      let parse = AddressParse(table.texts.storage.span.extracting(table.texts.range(of: text)))
      let address = parse.isEmpty ? -1 : Int32(parses.count)
      if address >= 0 {
        parses.append(parse)
        counties.append(
          county % 100 != 0
            ? county : parse.region.code.flatMap { $0.isCounty ? $0.number : nil } ?? 0)
      }
      if isFirst {
        first[Int(text.number)] = First(county: county, address: address)
      } else {
        others[key] = address
      }
      addressOfRow[row] = address
    }
  }

  /// How far two addresses agree; -1 says nothing.
  func level(_ left: Int32, _ right: Int32) -> AddressLevel {
    guard left >= 0, right >= 0 else { return .missing }
    if left == right { return parses[Int(left)].isExact ? .equal : parses[Int(left)].level }
    let (county, otherCounty) = (counties[Int(left)], counties[Int(right)])
    if county != 0, otherCounty != 0, county != otherCounty { return .different }
    return AddressTable.level(parses[Int(left)], parses[Int(right)])
  }

  /// The key under which addresses of one village or road and number in one county meet; `nil` for
  /// one that does not say so much.
  func key(_ address: Int32) -> UInt64? {
    guard address >= 0, parses[Int(address)].isExact else { return nil }
    let parse = parses[Int(address)]
    let spot = KeyedOrder.joined(parse.place, parse.number)
    return KeyedOrder.joined(spot, UInt64(UInt32(bitPattern: counties[Int(address)])))
  }

  private static func level(_ one: AddressParse, _ other: AddressParse) -> AddressLevel {
    if one.town != 0, other.town != 0, one.town != other.town { return .different }
    guard one.place != 0, other.place != 0 else {
      return one.town != 0 && one.town == other.town ? .sameTown : .missing
    }
    guard one.place == other.place else {
      return one.town != 0 && other.town != 0 ? .otherPlace : .different
    }
    guard one.number != 0, other.number != 0 else { return .samePlace }
    return one.number == other.number ? .equal : .otherNumber
  }
}

extension AddressParse {
  /// How far the address agrees with itself said twice.
  fileprivate var level: AddressLevel { place != 0 ? .samePlace : town != 0 ? .sameTown : .missing }
}
