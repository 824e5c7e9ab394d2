internal import Vocabulary

/// What must speak for two parties beside their names and the county, whatever the sum of weights.
///
/// Weights add up what records say; these rules hold where a sum of place and day would be a guess.
enum NameNeed: UInt8, Sendable, CaseIterable {
  /// The weights decide.
  case nothing
  /// Names one slip apart: an address, an event or something of the party's own.
  case anything
  /// Shops, of which one does not say its division: no village, road or number that differs.
  case noOtherPlace
  /// Persons of two characters, and persons' names one slip apart: one village or road, coordinates
  /// of one site, or an event of these days in one town.
  case onePlace
  /// Persons of three characters or more, whom a county has few of: the same, or an event of these
  /// days in the county where one of them says no place.
  case onePlaceOrDay
  /// Hidden names, names that only contain each other or differ by an unlike character, public bodies
  /// that may be of two places: something of the party's own.
  case proof
}

extension Evidence {
  /// Whether what the name needs is there.
  var isSupported: Bool { isProven || isMet }

  /// Whether something agrees that is of one party alone: representative, permit, a document or case,
  /// a code but for a slip or for what is hidden.
  private var isProven: Bool {
    person == .equal || person == .similar || permit == .equal || event == .sameNumber
      || code != .missing
  }

  private var isMet: Bool {
    switch need {
    case .nothing: return true
    case .anything:
      return isOnePlace || address == .sameTown || event != .missing
    case .noOtherPlace:
      return address != .different && address != .otherPlace && address != .otherNumber
    case .onePlace: return isOnePlace || address == .sameTown && event != .missing
    case .onePlaceOrDay:
      return isOnePlace || address == .sameTown && event != .missing
        || address == .missing && county == .equal && event != .missing
    case .proof: return false
    }
  }

  private var isOnePlace: Bool {
    address == .equal || address == .samePlace || event == .sameSpot
  }
}

extension EvidenceScale {
  /// What the names need that agree best.
  func need(_ left: Int, _ right: Int, _ evidence: Evidence) -> NameNeed {
    switch evidence.name {
    case .masked, .contains, .other, .inserted, .different: return .proof
    case .homophone, .nearHomophone, .lookalike, .transposed, .doubled, .tradeWord, .slipOtherForm,
      .sameReading:
      return isPersonal(evidence) ? .onePlace : .anything
    case .equalWithRegion, .equalWithinRegion, .equalOneRegion, .equalWithoutRegion, .coreForm,
      .coreFormMissing, .coreRegionMoved, .coreTail:
      break
    }
    if let bodies = bodyAccord(left, right) { return bodies == .equal ? .nothing : .proof }
    if isPersonal(evidence) {
      return evidence.name == .equalWithoutRegion && areLong(evidence.names.0, evidence.names.1)
        ? .onePlaceOrDay : .onePlace
    }
    let haveDivisions =
      evidence.name == .equalWithRegion || evidence.name == .equalWithinRegion
    return isKnownByPlace(evidence) && !haveDivisions ? .noOtherPlace : .nothing
  }

  /// Whether the names are of persons or shops, or hidden: many may bear them.
  private func isKnownByPlace(_ evidence: Evidence) -> Bool {
    let (left, right) = evidence.names
    guard left >= 0, right >= 0 else { return false }
    return evidence.name == .masked || isPersonal(evidence)
      || !profiles.names.isUnique(left) && !profiles.names.isUnique(right)
  }

  private func isPersonal(_ evidence: Evidence) -> Bool {
    let (left, right) = evidence.names
    guard left >= 0, right >= 0 else { return false }
    return profiles.names.kind(left) == .person || profiles.names.kind(right) == .person
  }

  /// Whether both names are whole and have more than the two characters of those that hundreds share
  /// in a county.
  private func areLong(_ left: Int32, _ right: Int32) -> Bool {
    let names = profiles.names
    return [left, right].allSatisfy { name in
      let core = names.core(name)
      return core.count > 2 && !NameKind.hidesSomething(names.units[core])
    }
  }

  /// Whether two public bodies are of one place, by their names, else by what their records say.
  ///
  /// `nil` where a party is none, or where both names say their whole division.
  func bodyAccord(_ left: Int, _ right: Int) -> Accord? {
    guard let name = parties.names[left].first, let other = parties.names[right].first else {
      return nil
    }
    let names = profiles.names
    guard let scope = names.bodyScope(name), let otherScope = names.bodyScope(other),
      scope != .city || otherScope != .city
    else { return nil }
    let counties = EvidenceScale.accord(
      bodyCounties(left, name), bodyCounties(right, other))
    guard counties == .equal, scope == .town || otherScope == .town else { return counties }
    return EvidenceScale.accord(towns(left, name), towns(right, other))
  }

  /// The county that the name says, else those that the records say; none where it says a city.
  private func bodyCounties(_ party: Int, _ name: Int32) -> ArraySlice<Int32> {
    let region = profiles.names.traits[Int(name)].region
    if region == .none { return parties.counties[party] }
    guard let code = region.code, code.isCounty else { return [] }
    return [code.number]
  }

  /// The town that the name says, else those that the addresses say.
  private func towns(_ party: Int, _ name: Int32) -> ArraySlice<UInt64> {
    let own = profiles.names.bodyTown(name)
    if own != 0 { return [own] }
    let towns = parties.addresses[party].map { profiles.addresses.parses[Int($0)].town }
    return towns.filter { $0 != 0 }[...]
  }
}
