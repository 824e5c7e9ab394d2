internal import Vocabulary

/// Which parties are worth a look at each other.
///
/// Parties that share a key meet in a block; one of a pair must be open, for two with codes are told
/// apart by these. A block of more than `cap` parties is parted by county, then by representative, then
/// by address; what is still too large is counted and left out, so that no block costs more than its
/// size times the cap. Keys are of one city, for a name means little across cities.
struct Blocks {
  static let cap = 48

  let parties: PartyTable
  let profiles: ProfileTable
  let events: PartyEvents
  private let cities: CityOrder
  var report = BlockReport()
  /// Pairs as two party numbers in one, the smaller one first; distinct and ascending after `find`.
  var pairs: [UInt64] = []

  enum Refinement: CaseIterable {
    case county, representative, address
  }

  init(_ parties: PartyTable, _ profiles: ProfileTable, _ events: PartyEvents) {
    self.events = events
    self.parties = parties
    self.profiles = profiles
    cities = CityOrder([0] + parties.cities.values)
  }

  /// Finds the pairs by every family of keys.
  mutating func find(_ table: RankedRecords) {
    let names = profiles.names
    findByName(.wholeName) { names.bodyHash($0) }
    findByName(.brandAndTrade) { names.plainHash($0) }
    findByName(.reading) { names.readingHash($0) }
    findNeighbours()
    findByRepresentative()
    findByAddress()
    findByNumber()
    findPersons()
    findMistypedCodes(table)
    var order = KeyedOrder()
    order.reserve(pairs.count)
    for pair in pairs { order.add(pair, 0) }
    order.sort()
    var distinct: [UInt64] = []
    for pair in order.keys where distinct.last != pair { distinct.append(pair) }
    pairs = distinct
    report.weighed = pairs.count
  }

  private mutating func findByName(_ family: BlockReport.Family, _ key: (Int32) -> UInt64) {
    var order = KeyedOrder()
    forEachNameAndCity { party, name, city in
      let hash = key(name)
      if hash != 0 { order.add(cities.key(hash, city), Int32(party)) }
    }
    add(&order, family)
  }

  /// Names one slip apart.
  ///
  /// Only what an open party's name leaves when a unit is removed can bring anything together, and
  /// most of that no other name leaves: sieves say which keys may be shared before any is kept.
  private mutating func findNeighbours() {
    var order = KeyedOrder()
    var cities: [Int32] = []
    for party in 0..<parties.count where parties.isOpen[party] {
      if parties.cities[party].isEmpty { cities.append(0) } else { cities += parties.cities[party] }
    }
    var open = CitySieve(cities, power: 1)
    var shared = CitySieve(cities, power: 0)
    forEachNeighbour(where: { parties.isOpen[$0] }) { _, hash, city in
      let key = CitySieve.key(hash, city)
      if open.mayHold(key, city) { shared.insert(key, city) } else { open.insert(key, city) }
    }
    forEachNeighbour(where: { !parties.isOpen[$0] }) { _, hash, city in
      let key = CitySieve.key(hash, city)
      if open.mayHold(key, city) { shared.insert(key, city) }
    }
    forEachNeighbour(where: { _ in true }) { party, hash, city in
      if shared.mayHold(CitySieve.key(hash, city), city) {
        order.add(self.cities.key(hash, city), Int32(party))
      }
    }
    add(&order, .oneSlip)
  }

  @inline(__always)
  private func forEachNeighbour(
    where isAsked: (_ party: Int) -> Bool,
    _ body: (_ party: Int, _ hash: UInt64, _ city: Int32) -> Void
  ) {
    var hashes: [UInt64] = []
    forEachNameAndCity { party, name, city in
      guard isAsked(party) else { return }
      hashes.removeAll(keepingCapacity: true)
      profiles.names.appendNeighbourHashes(of: name, to: &hashes)
      for hash in hashes { body(party, hash, city) }
    }
  }

  /// One representative and one brand.
  private mutating func findByRepresentative() {
    var order = KeyedOrder()
    forEachNameAndCity { party, name, city in
      let brand = profiles.names.brandHash(name)
      guard brand != 0 else { return }
      for person in parties.people[party] {
        order.add(
          cities.key(
            KeyedOrder.joined(brand, profiles.people.traits[Int(person)].keyHash), city),
          Int32(party))
      }
    }
    add(&order, .representative)
  }

  /// One village or road and number.
  private mutating func findByAddress() {
    var order = KeyedOrder()
    for party in 0..<parties.count {
      for address in parties.addresses[party] {
        if let key = profiles.addresses.key(address) { order.add(key, Int32(party)) }
      }
    }
    add(&order, .address)
  }

  /// One surname at one village or road, for names whose given name is hidden.
  private mutating func findPersons() {
    var order = KeyedOrder()
    forEachNameAndCity { party, name, city in
      guard let surname = profiles.names.surname(name) else { return }
      for address in parties.addresses[party] {
        let place = profiles.addresses.parses[Int(address)].place
        if place != 0 {
          order.add(cities.key(KeyedOrder.joined(surname, place), city), Int32(party))
        }
      }
    }
    add(&order, .personAndPlace)
  }

  /// One document or case that both bear or cite.
  private mutating func findByNumber() {
    var order = KeyedOrder()
    for party in 0..<parties.count {
      for number in events.numbers[party] {
        order.add(UInt64(UInt32(bitPattern: number)), Int32(party))
      }
    }
    add(&order, .citedNumber)
  }

  /// Codes that fail their check, and the valid ones that one slip makes of them.
  private mutating func findMistypedCodes(_ table: RankedRecords) {
    var order = KeyedOrder()
    let count = (0..<profiles.count).count { profiles[$0].weak != 0 }
    var sieve = KeySieve(count: count * 18)
    var halves = KeySieve(count: count * 2)
    forEachCode(isWeak: true, table) { party, code in
      // One slip leaves one half as it is: few valid codes need more than two look-ups.
      let (front, back) = CodeNeighbours.halves(of: code)
      halves.insert(front)
      halves.insert(back)
      CodeNeighbours.forEachHash(of: code) { key in
        sieve.insert(key)
        order.add(key, party)
      }
    }
    // Without a code that fails there is nothing to compare the valid ones with.
    if order.count == 0 { return }
    forEachCode(isWeak: false, table) { party, code in
      let (front, back) = CodeNeighbours.halves(of: code)
      guard halves.mayHold(front) || halves.mayHold(back) else { return }
      CodeNeighbours.forEachHash(of: code) { key in
        if sieve.mayHold(key) { order.add(key, party) }
      }
    }
    add(&order, .mistypedCode)
  }

  /// Calls `body` with the codes of 18 characters that parties state, those that fail their check or
  /// those that do not, and brings a few of them near at a time.
  @inline(__always)
  private func forEachCode(
    isWeak: Bool, _ table: RankedRecords, _ body: (_ party: Int32, _ code: Span<UInt8>) -> Void
  ) {
    var few: (parties: [Int32], codes: [TextID]) = ([], [])
    // By number of a code, the last party it was seen with: most codes are stated many times.
    var lastParty = [Int32](repeating: -1, count: profiles.numberCount)
    for profile in 0..<profiles.count {
      let number = Int(isWeak ? profiles[profile].weak : profiles[profile].credit)
      let party = parties.partyOfProfile[profile]
      if number != 0, lastParty[number] != party {
        lastParty[number] = party
        few.parties.append(party)
        few.codes.append(
          table.text(isWeak ? .weakCode : .creditCode, Int(profiles[profile].row)))
      }
      guard few.codes.count == 32 || profile == profiles.count - 1 else { continue }
      table.texts.bringNear(few.codes[...])
      for (party, code) in zip(few.parties, few.codes) {
        let range = table.texts.range(of: code)
        if range.count == 18 { body(party, table.texts.storage.span.extracting(range)) }
      }
      few.parties.removeAll(keepingCapacity: true)
      few.codes.removeAll(keepingCapacity: true)
    }
  }

  @inline(__always)
  private func forEachNameAndCity(_ body: (_ party: Int, _ name: Int32, _ city: Int32) -> Void) {
    for party in 0..<parties.count {
      // Nobody knows where: these meet only each other, and weigh less for it.
      let isPlaceless = parties.cities[party].isEmpty
      for place in parties.names.range(party) {
        if isPlaceless { body(party, parties.names.values[place], 0) }
        for city in parties.cities.range(party) {
          body(party, parties.names.values[place], parties.cities.values[city])
        }
      }
    }
  }
}
