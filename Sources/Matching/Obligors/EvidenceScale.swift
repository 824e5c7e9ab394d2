internal import Vocabulary

/// Weighs pairs of parties by the model.
struct EvidenceScale {
  let model: MatchingModel
  let parties: PartyTable
  let profiles: ProfileTable
  /// By place in `parties.names`, how many parties with codes of their own bear the brand and trade in
  /// the party's first city; 0 for none.
  private let bearers: [Int32]
  /// Codes that fail their check, by party; empty for most.
  private let weakCodes: [Int32: [TextID]]
  private let table: RankedRecords
  private let events: PartyEvents

  init(
    _ model: MatchingModel, _ parties: PartyTable, _ profiles: ProfileTable, _ events: PartyEvents,
    _ table: RankedRecords
  ) {
    self.events = events
    self.model = model
    self.parties = parties
    self.profiles = profiles
    self.table = table
    bearers = EvidenceScale.bearers(parties, profiles)
    var weak: [Int32: [TextID]] = [:]
    for profile in 0..<profiles.count where profiles[profile].weak != 0 {
      let code = table.text(.weakCode, Int(profiles[profile].row))
      weak[parties.partyOfProfile[profile], default: []].append(code)
    }
    weakCodes = weak
  }

  /// Counts obligors, not records: who is often fined is no more common for that.
  private static func bearers(_ parties: PartyTable, _ profiles: ProfileTable) -> [Int32] {
    var order = KeyedOrder()
    for party in 0..<parties.count {
      guard let city = parties.cities[party].first else { continue }
      for place in parties.names.range(party) {
        let core = profiles.names.coreHash(parties.names.values[place])
        if core != 0 { order.add(KeyedOrder.joined(core, UInt64(city)), Int32(place)) }
      }
    }
    order.sort()
    var partyOfPlace = [Int32](repeating: 0, count: parties.names.values.count)
    for party in 0..<parties.count {
      for place in parties.names.range(party) { partyOfPlace[place] = Int32(party) }
    }
    var bearers = [Int32](repeating: 0, count: parties.names.values.count)
    order.forEachRun { run in
      // Places ascend, so that those of one party are neighbours.
      var count: Int32 = 0
      var last: Int32 = -1
      for place in run {
        let party = partyOfPlace[Int(place)]
        if party != last, !parties.isOpen[Int(party)] { count += 1 }
        last = party
      }
      for place in run { bearers[Int(place)] = count }
    }
    return bearers
  }

  /// What speaks for and against two parties being one.
  func evidence(_ left: Int, _ right: Int) -> Evidence {
    var evidence = Evidence()
    compareNames(left, right, &evidence)
    evidence.county = EvidenceScale.accord(parties.counties[left], parties.counties[right])
    evidence.permit = EvidenceScale.accord(parties.permits[left], parties.permits[right])
    evidence.person = comparePeople(left, right)
    evidence.address = compareAddresses(left, right)
    evidence.event = events.finding(left, right)
    evidence.code = compareCodes(left, right)
    evidence.need = need(left, right, evidence)
    if bodyAccord(left, right) == .different { evidence.vetoes.insert(.publicPlaces) }
    return evidence
  }

  /// The names that weigh most of those that nothing forbids; if all are forbidden, of these, with
  /// the vetoes.
  private func compareNames(_ left: Int, _ right: Int, _ evidence: inout Evidence) {
    var best = Int32.min
    var vetoes: NameVetoes = []
    var isForbidden = true
    for place in parties.names.range(left) {
      for other in parties.names.range(right) {
        let (one, two) = (parties.names.values[place], parties.names.values[other])
        let comparison = profiles.names.compare(one, two)
        let isFree = comparison.vetoes.isEmpty
        if !isFree {
          guard isForbidden else { continue }
          vetoes.formUnion(comparison.vetoes)
        }
        var finding = NameFinding(comparison.level)
        if finding == .different || finding == .contains, areReadAlike(one, two) {
          finding = .sameReading
        }
        var repeated = repeated(finding, place, other, one, two)
        if finding != .different, parties.cities[left].isEmpty, parties.cities[right].isEmpty {
          repeated += model.noCity
        }
        let weight = finding.weight(model) + repeated
        if weight > best || isFree && isForbidden {
          best = weight
          evidence.name = finding
          evidence.names = (one, two)
          evidence.repeated = repeated
        }
        if isFree { isForbidden = false }
      }
    }
    if isForbidden { evidence.vetoes = vetoes }
  }

  private func areReadAlike(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (profiles.names.traits[Int(left)], profiles.names.traits[Int(right)])
    return one.readingHash != 0 && one.readingHash == other.readingHash && one.form == other.form
      && one.coreCount == other.coreCount
  }

  /// What the agreement is less worth for names that repeat; at most 0.
  private func repeated(
    _ finding: NameFinding, _ place: Int, _ other: Int, _ left: Int32, _ right: Int32
  ) -> Int32 {
    // How many bear a surname is in the weight of a hidden name already.
    guard finding != .different, finding != .masked else { return 0 }
    var discount: Int32 = 0
    let names = profiles.names
    if names.kind(left) == .person || names.kind(right) == .person {
      discount += model.person
    } else if !names.isUnique(left), !names.isUnique(right) {
      discount += model.shop
    }
    if !names.hasBrand(left), names.kind(left) == .organisation { discount += model.tradeOnly }
    let bearers = max(bearers[place], bearers[other])
    if bearers > 1, finding.isFrequent { discount -= Bits.of(Int(bearers), over: 1) }
    return discount
  }

  static func accord<Value: Equatable>(_ left: ArraySlice<Value>, _ right: ArraySlice<Value>)
    -> Accord
  {
    if left.isEmpty || right.isEmpty { return .missing }
    return left.contains { right.contains($0) } ? .equal : .different
  }

  private func comparePeople(_ left: Int, _ right: Int) -> Accord {
    var accord = EvidenceScale.accord(parties.people[left], parties.people[right])
    guard accord == .different else { return accord }
    for one in parties.people[left] {
      for other in parties.people[right] {
        if case .slip(let slip) = profiles.people.compare(one, other).level, slip.isExplained {
          accord = .similar
        }
      }
    }
    return accord
  }

  private func compareAddresses(_ left: Int, _ right: Int) -> AddressLevel {
    var best = AddressLevel.missing
    var weight = Int32.min
    for one in parties.addresses[left] {
      for other in parties.addresses[right] {
        let level = profiles.addresses.level(one, other)
        if level != .missing, level.weight(model) > weight {
          best = level
          weight = level.weight(model)
        }
      }
    }
    return best
  }

  /// How a code that proves nothing agrees with the other's: both may state several, and equal ones
  /// say more than a slip between two.
  private func compareCodes(_ left: Int, _ right: Int) -> CodeAccord {
    guard !weakCodes.isEmpty else { return .missing }
    var accord = CodeAccord.missing
    for (weak, other) in [(left, right), (right, left)] {
      for code in weakCodes[Int32(weak)] ?? [] {
        for known in codes(of: other) {
          let found = compare(code, known)
          if found == .unproven { return found }
          if found == .oneSlip { accord = found }
        }
      }
    }
    return accord
  }

  /// The party's valid code and number, and those that fail.
  private func codes(of party: Int) -> [TextID] {
    let own = parties.code[party]
    return (own < 0 ? [] : [table.text(.creditCode, Int(own)), table.text(.personID, Int(own))])
      .filter { !$0.isMissing }
      + (weakCodes[Int32(party)] ?? [])
  }

  private func compare(_ left: TextID, _ right: TextID) -> CodeAccord {
    let (one, other) = (table.texts.bytes(of: left), table.texts.bytes(of: right))
    if let hidden = ShownNumber(one), let shown = ShownNumber(other),
      hidden.isHidden || shown.isHidden
    {
      return hidden.accord(shown) == .equal ? .unproven : .missing
    }
    // 无, 0 or a row of one digit is nobody's code.
    guard one.count == other.count, one.count >= 9, Set(one).count > 3 else { return .missing }
    switch zip(one, other).count(where: { $0 != $1 }) {
    case 0: return .unproven
    case 1: return .oneSlip
    default: return .missing
    }
  }
}
