internal import Vocabulary

/// What a name says of where its party is: before it, in brackets, or right before the form.
extension NameParse {
  /// The key without the divisions before the name and in brackets, and without the brackets of forms.
  mutating func withoutRegion(_ key: [UInt16]) -> ArraySlice<UInt16> {
    let regions = RegionNames.standard
    let (region, count) = regions.leading(key[...], hasBrand: NameParse.hasBrand)
    traits.region = region
    if count > 0 { traits.flags.insert(.regionBefore) }
    let rest = withoutTown(key[count...])
    guard rest.contains(0x28) else { return rest }
    return withoutBrackets(rest)[...]
  }

  /// 定襄县石湾镇阳侨家具店: the town before a name of its own; a public body keeps its town.
  private mutating func withoutTown(_ rest: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    let end = rest.prefix(5).indices.dropFirst(2).first { NameParse.towns.contains(rest[$0]) }
    guard let end, rest.endIndex - end > 4, NameParse.hasBrand(rest[(end + 1)...]),
      !NameParse.form(of: rest, mayBeBare: true).form.isPublicBody,
      NameWords.branches.first(in: rest) == nil, !NameKind.endsInVillage(rest)
    else { return rest }
    traits.town = TextPolynomial.hash(rest[...end])
    return rest[(end + 1)...]
  }

  private static let towns = UnitSet("镇乡")

  private mutating func withoutBrackets(_ units: ArraySlice<UInt16>) -> [UInt16] {
    var result: [UInt16] = []
    result.reserveCapacity(units.count)
    var identity: UInt64 = 0
    var place = units.startIndex
    while place < units.endIndex {
      let close =
        units[place] == 0x28 ? units[place...].prefix(34).firstIndex(of: 0x29) : nil
      guard let close else {
        result.append(units[place])
        place += 1
        continue
      }
      let content = units[(place + 1)..<close]
      if let region = agreeingRegion(content) {
        traits.region = region
        traits.flags.insert(.regionWithin)
      } else if NameWords.bracketedForms.value(of: content) != nil {
        result.append(contentsOf: content)
      } else {
        result.append(contentsOf: units[place...close])
        identity = content.reduce(identity) { TextPolynomial.appending($1, to: $0) }
        identity = TextPolynomial.appending(0x29, to: identity)
      }
      place = close + 1
    }
    traits.brackets = TextPolynomial.finished(identity)
    return result
  }

  /// The smaller of the division known so far and the one that the units name, if one holds the other.
  private func agreeingRegion(_ units: ArraySlice<UInt16>) -> NameRegion? {
    let regions = RegionNames.standard
    guard (2...16).contains(units.count), let region = regions.whole(units) else { return nil }
    switch traits.region.relation(to: region) {
    case .contradict: return nil
    case .agree: return regions.isWithin(region, traits.region) ? region : traits.region
    case .neither, .oneMissing: return region
    }
  }

  /// 腾讯科技深圳有限公司: a province or a city right before the form of a long name.
  mutating func withoutInnerRegion(_ core: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    guard traits.form != .none, !traits.form.isPublicBody, core.count >= 6 else { return core }
    for count in [2, 3] where core.count - count >= 4 {
      if let region = agreeingRegion(core.suffix(count)), region.code?.isCounty == false {
        traits.region = region
        traits.flags.insert(.regionWithin)
        return core.dropLast(count)
      }
    }
    return core
  }
}
