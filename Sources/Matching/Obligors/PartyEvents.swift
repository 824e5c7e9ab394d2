internal import Vocabulary

/// What events the records of a party tell of, as far as two parties may tell of one.
struct PartyEvents {
  private let table: RankedRecords
  private let days: StatedDays
  private let stated: StatedNumbers
  private let addresses: AddressTable
  /// By party, hashes of the documents and cases that its records bear or cite.
  private(set) var numbers = PartyTable.Values()
  /// By party, its rows that say a day.
  private var rows = PartyTable.Values()
  /// By party, the first and the last of these days.
  private var spans: [(first: Int32, last: Int32)] = []
  private var span = PartyEvents.never

  private static let never = (first: Int32.max, last: Int32.min)

  /// How many of each are kept: a party of many events says little by one of them.
  private static let limit = 24

  /// Linear in rows.
  init(
    _ parties: PartyTable, _ profiles: ProfileTable, _ table: RankedRecords,
    _ stated: StatedNumbers, _ days: StatedDays
  ) {
    self.table = table
    self.days = days
    self.stated = stated
    addresses = profiles.addresses
    numbers.reserve(parties: parties.count, values: table.count)
    rows.reserve(parties: parties.count, values: table.count)
    spans.reserveCapacity(parties.count)
    var order = KeyedOrder()
    order.reserve(table.count)
    for row in 0..<table.count where profiles.profileOfRow[row] >= 0 {
      order.add(UInt64(parties.partyOfProfile[Int(profiles.profileOfRow[row])]), Int32(row))
    }
    order.sort()
    var party: UInt64 = 0
    for (place, row) in order.numbers.enumerated() {
      while party < order.keys[place] {
        endParty()
        party += 1
      }
      add(Int(row), stated)
    }
    while party < parties.count {
      endParty()
      party += 1
    }
  }

  /// How closely what two parties tell of may be one event.
  ///
  /// One day is no evidence where the places are known to differ, nor between two inspections that
  /// one body numbered apart.
  func finding(_ left: Int, _ right: Int) -> EventFinding {
    let (one, other) = (numbers.range(left), numbers.range(right))
    for place in one {
      for otherPlace in other where numbers.values[place] == numbers.values[otherPlace] {
        return .sameNumber
      }
    }
    guard mayMeet(spans[left], spans[right]) else { return .missing }
    var finding = EventFinding.missing
    for place in rows.range(left) {
      for otherPlace in rows.range(right) {
        let (row, otherRow) = (Int(rows.values[place]), Int(rows.values[otherPlace]))
        guard let gap = days.gap(row, otherRow), isOneAspect(row, otherRow),
          !areInspectedApart(row, otherRow)
        else { continue }
        let spots = SpotAccord(table.point(row), table.point(otherRow))
        if spots == .one { return .sameSpot }
        guard spots != .other, mayBeOnePlace(row, otherRow) else { continue }
        if gap == 0 { finding = .sameDay } else if finding == .missing { finding = .nearDay }
      }
    }
    return finding
  }

  /// Whether the counties and addresses of two rows do not differ.
  private func mayBeOnePlace(_ left: Int, _ right: Int) -> Bool {
    let (county, otherCounty) = (table.county[left], table.county[right])
    if county % 100 != 0, otherCounty % 100 != 0, county != otherCounty { return false }
    switch addresses.level(addresses.addressOfRow[left], addresses.addressOfRow[right]) {
    case .different, .otherPlace: return false
    case .equal, .samePlace, .sameTown, .otherNumber, .missing: return true
    }
  }

  /// Whether two rows are inspections to which one body gave two numbers: it was at two parties.
  private func areInspectedApart(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (stated.record[left], stated.record[right])
    guard table.source[left] == .inspection, table.source[right] == .inspection, one >= 0,
      other >= 0, one != other, !stated.isSerial(record: one), !stated.isSerial(record: other)
    else { return false }
    return stated.shareAuthority(Int32(left), Int32(right))
  }

  /// Whether days of two spans may be those of one event.
  private func mayMeet(
    _ left: (first: Int32, last: Int32), _ right: (first: Int32, last: Int32)
  ) -> Bool {
    left.first <= left.last && right.first <= right.last
      && left.first - StatedDays.seenWithin <= right.last
      && right.first - StatedDays.seenWithin <= left.last
  }

  /// Whether two rows name one medium or one violation.
  private func isOneAspect(_ left: Int, _ right: Int) -> Bool {
    if table.media[left].bits & table.media[right].bits & ~MediumSet(.other).bits != 0 {
      return true
    }
    let violation = table.text(.violation, left)
    return !violation.isMissing && violation == table.text(.violation, right)
  }

  private mutating func endParty() {
    numbers.endParty()
    rows.endParty()
    spans.append(span)
    span = PartyEvents.never
  }

  private mutating func add(_ row: Int, _ stated: StatedNumbers) {
    if let day = days.day(row) {
      rows.add(Int32(row), limit: PartyEvents.limit)
      span = (min(span.first, day), max(span.last, day))
    }
    if stated.document[row] >= 0 { addNumber(1, stated.hash(document: stated.document[row])) }
    if stated.cited.document[row] >= 0 {
      addNumber(1, stated.hash(document: stated.cited.document[row]))
    }
    if stated.record[row] >= 0, !stated.isSerial(record: stated.record[row]) {
      addNumber(2, stated.hash(record: stated.record[row]))
    }
    if stated.cited.record[row] >= 0 { addNumber(2, stated.hash(record: stated.cited.record[row])) }
  }

  private mutating func addNumber(_ kind: UInt64, _ hash: UInt64) {
    numbers.add(
      Int32(truncatingIfNeeded: KeyedOrder.joined(kind, hash) >> 33), limit: PartyEvents.limit)
  }
}
