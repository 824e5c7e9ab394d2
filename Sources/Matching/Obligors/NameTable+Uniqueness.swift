extension NameTable {
  /// Whether two names can be one party's, given that a number or a document says so: compatible, or
  /// one explained slip apart.
  func mayBeOne(_ left: Int32, _ right: Int32) -> Bool {
    if areCompatible(left, right) { return true }
    let comparison = compare(left, right)
    guard case .slip(let slip) = comparison.level else { return false }
    return slip.isExplained && comparison.vetoes.isEmpty
  }

  /// Whether the register has a name but once in a place, so that whole name and city say who it is.
  ///
  /// True of companies, cooperatives and public bodies with a brand or a division in their names. Not
  /// of persons, shops and works of sole traders, whose names repeat, nor of words of trades alone.
  func isUnique(_ name: Int32) -> Bool {
    guard namesOrganisation(name) else { return false }
    let hasRegion = traits[Int(name)].region != .none
    switch form(name) {
    case .soleTrader, .shop: return false
    case .none, .works:
      return kind(name) == .government || hasRegion && isBranch(name)
    case .villagers, .residents, .government, .subdistrict, .committee: return true
    default: return hasBrand(name) || hasRegion
    }
  }
}
