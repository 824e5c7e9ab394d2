internal import Normalise

/// What kind of party a name speaks of.
enum NameKind {
  /// The kind by key, core and form.
  static func of(
    _ key: [UInt16], core: ArraySlice<UInt16>, traits: NameTraits, isTrader: Bool
  ) -> PartyKind {
    if isGeneric(key) { return .generic }
    switch traits.form {
    case .government, .subdistrict, .committee: return .government
    case .villagers, .residents: return .village
    case .soleTrader: return isTrader ? .person : .organisation
    case .none: break
    default: return .organisation
    }
    if let last = core.last, core.count >= 2 {
      if traits.region != .none || core.count >= 4, bureauUnits.contains(last) {
        return .government
      }
      if villageUnits.contains(last), core.count >= 3 || traits.region != .none { return .village }
    }
    // A brand with its trade is no person, however short, and a division alone neither.
    if isPersonal(key[...]), traits.brandCount == traits.coreCount {
      return RegionNames.standard.whole(key[...]) == nil ? .person : .unclear
    }
    return NameWords.organisations.first(in: key[...]) == nil ? .unclear : .organisation
  }

  /// Whether the units can be a person's name: two or three hanzi, or four behind a surname of two,
  /// without a word of organisations.
  ///
  /// Four behind a surname of one are more often a company's brand and trade: 方沣染料.
  ///
  /// 社, 行 and 所 are part of names too: of two or three characters behind a surname they are.
  static func isPersonal(_ units: ArraySlice<UInt16>) -> Bool {
    guard (2...4).contains(units.count), units.allSatisfy({ (0x4E00...0x9FFF).contains($0) }),
      units.count < 4 || NameWords.longSurnames.longest(in: units, at: units.startIndex) != nil
    else { return false }
    guard let word = NameWords.organisations.first(in: units) else { return true }
    guard word.value == 1, units.count < 4, let last = units.last else { return false }
    return isSurnamed(units) && !placeUnits.contains(last)
  }

  /// Whether the units end as a bare village does.
  static func endsInVillage(_ units: ArraySlice<UInt16>) -> Bool {
    units.last.map(villageUnits.contains) ?? false
  }

  /// Whether all behind the first character hides a name: 李某, 李某某.
  static func isMasked(_ units: ArraySlice<UInt16>) -> Bool {
    units.count >= 2 && units.dropFirst().allSatisfy { $0 == mask }
  }

  /// Whether a part of a name is hidden: 李某, 李毅某.
  static func hidesSomething(_ units: ArraySlice<UInt16>) -> Bool { units.contains(mask) }

  /// Whether the first character is a common surname.
  static func isSurnamed(_ units: ArraySlice<UInt16>) -> Bool {
    units.first.map(NameWords.surnames.contains) ?? false
  }

  /// Names without a letter or a hanzi, placeholders, and names that tell nobody apart.
  private static func isGeneric(_ key: [UInt16]) -> Bool {
    guard key.contains(where: saysSomething) else { return true }
    // 某企业, 附近居民, a row of crosses: what hides a name or says that nobody knows it, before such
    // a word.
    var rest = key.drop { masks.contains($0) }
    if rest.isEmpty || NameWords.generic.value(of: rest) != nil { return true }
    rest = rest.dropFirst(NameWords.vague.longest(in: rest, at: rest.startIndex)?.count ?? 0)
    if NameWords.generic.value(of: rest) != nil { return true }
    return key.count <= 8 && isPlaceholder(key)
  }

  private static func saysSomething(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x41...0x5A, 0xAA...0x1FFF, 0x2E80...0x2FFF, 0x3040...0xFDFF: true
    default: false
    }
  }

  private static let mask = Array("某".utf16)[0]
  private static let masks = UnitSet("某X×")
  private static let bureauUnits = UnitSet("局厅委署")
  private static let villageUnits = UnitSet("村屯")
  /// At the end of a short name these are the place of a trade: 李记店 is no person.
  private static let placeUnits = UnitSet("厂矿站店局场")
}
