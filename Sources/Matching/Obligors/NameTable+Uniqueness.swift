internal import Vocabulary

extension NameTable {
  /// Whether two names can be one party's, given that a number or a document says so: compatible, or
  /// one explained slip apart; also by the other name that a note says: (曾用名：…).
  func mayBeOne(_ left: Int32, _ right: Int32) -> Bool {
    if areCompatible(left, right) { return true }
    for (name, party) in [(left, right), (right, left)] where otherName(name) >= 0 {
      if mayBeOne(otherName(name), party) { return true }
    }
    let comparison = compare(left, right)
    guard case .slip(let slip) = comparison.level else { return false }
    return slip.isExplained && comparison.vetoes.isEmpty
  }

  /// The name that a note says the party has or had as well; -1 for none.
  func otherName(_ name: Int32) -> Int32 { name < 0 ? -1 : traits[Int(name)].otherName }

  /// Whether a party may have changed its name from the one to the other under one code.
  ///
  /// The same brand, and nothing that speaks against it: 宏达铸造 and 宏达新材料.
  func keepBrand(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (traits[Int(left)], traits[Int(right)])
    guard one.brandHash == other.brandHash, min(one.brandCount, other.brandCount) >= 2,
      hasBrand(left), hasBrand(right), namesOrganisation(left), namesOrganisation(right),
      bodyScope(left) == nil, bodyScope(right) == nil
    else { return false }
    return compare(left, right).vetoes.isEmpty
  }

  /// Within what the register has a name but once, so that whole name and place say who it is; `nil`
  /// for what anybody may be called.
  ///
  /// Companies, cooperatives and public bodies with a brand or a division in their names have such a
  /// place. Persons, shops and works of sole traders have none, for their names repeat, nor have words
  /// of trades alone.
  func scope(_ name: Int32) -> NameScope? {
    guard namesOrganisation(name) else { return nil }
    if let scope = bodyScope(name) { return scope }
    let hasRegion = traits[Int(name)].region != .none
    switch form(name) {
    case .soleTrader, .shop: return nil
    case .none, .works: return hasRegion && isBranch(name) ? .city : nil
    default: return hasRegion ? .city : hasBrand(name) ? .county : nil
    }
  }

  /// Whether whole name and place say who it is.
  func isUnique(_ name: Int32) -> Bool { scope(name) != nil }

  /// The scope of a public body, a village or a collective of one; `nil` for all others.
  ///
  /// Each place has its own: 水利局 every county, 城关镇人民政府 too, 上庄村 every other town. The name
  /// says which where it bears the division.
  func bodyScope(_ name: Int32) -> NameScope? {
    let region = traits[Int(name)].region
    let isOfCounty = region.code?.isCounty ?? false
    let hasTown = bodyTown(name) != 0
    switch form(name) {
    case .residents: return isOfCounty ? .city : .county
    case .villagers: break
    case .cooperative, .cooperativeUnion: guard isCollective(name) else { return nil }
    default:
      if kind(name) == .village { break }
      guard kind(name) == .government else { return nil }
      return isOfCounty || region != .none && !hasTown ? .city : .county
    }
    return !hasTown ? .town : isOfCounty ? .city : .county
  }

  /// The hash of the town that a public body's name says; 0 for none.
  func bodyTown(_ name: Int32) -> UInt64 {
    let core = units[core(name)]
    return TextPolynomial.hash(core[..<AddressParse.townEnd(core)])
  }

  /// 上庄村股份经济合作社: what the village owns together, called by the village.
  private func isCollective(_ name: Int32) -> Bool {
    units[core(name)].suffix(2).elementsEqual(NameTable.economy)
  }

  private static let economy = Array("经济".utf16)
}

/// Within what a name is one obligor's.
enum NameScope {
  /// The city that the name itself says, else that of the record.
  case city
  /// A company without a division may be of any county; a public body is of one.
  case county
  case town
}
