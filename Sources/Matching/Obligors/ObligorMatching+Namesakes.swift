internal import Vocabulary

/// Who is one obligor by the whole name.
extension ObligorMatching {
  /// How many times as many rows state the one code as all others under one name, if these are slips.
  private static let rareness: Int32 = 6

  /// Organisations whose names the register has but once in a place: one whole name, legal forms
  /// unified, in one city is one obligor, unless two codes bear it.
  ///
  /// The city is the one that the name itself says, else that of the record; a public body without
  /// its division is known by its county or town, and a company without one is another in another
  /// county. What anybody may be called is left to the weights, unless the exact address says that it
  /// is one.
  ///
  /// What anybody may be called, at one village or road and number, follows: a person or a shop is
  /// known by that.
  mutating func joinByWholeName() {
    var (placed, addressed) = (KeyedOrder(), KeyedOrder())
    for profile in 0..<profiles.count where profiles[profile].name >= 0 {
      let name = profiles[profile].name
      let key = names.traits[Int(name)].keyHash
      if let place = profiles.placeOfName(profile) {
        placed.add(KeyedOrder.joined(key, place), Int32(profile))
      } else if !names.isMasked(name),
        // Those of one surname at one address are often a family.
        let address = profiles.addresses.key(profiles[profile].address)
      {
        addressed.add(KeyedOrder.joined(key, address), Int32(profile))
      }
    }
    placed.sort()
    placed.forEachRun { run in
      let group = run.map(Int.init)
      guard isDivided(group) else { return joinNamesakes(group, .wholeName) }
      for part in byCounty(group) { joinNamesakes(part, .wholeName) }
    }
    addressed.sort()
    addressed.forEachRun { joinNamesakes($0.map(Int.init), .nameAndAddress) }
  }

  /// Whether profiles of one name without a division say two counties.
  private mutating func isDivided(_ group: [Int]) -> Bool {
    var stated: Int32 = 0
    for profile in group {
      let county = profiles.countyStated(profile)
      guard county != 0, county != stated else { continue }
      guard stated != 0 else {
        stated = county
        continue
      }
      let name = profiles[profile].name
      return names.scope(name) == .county && names.bodyScope(name) == nil
    }
    return false
  }

  /// The profiles of one name, parted by the counties they say; those that say none are of no part.
  private func byCounty(_ group: [Int]) -> [[Int]] {
    var parts: [Int32: [Int]] = [:]
    for profile in group { parts[profiles.countyStated(profile), default: []].append(profile) }
    return parts.keys.filter { $0 != 0 }.sorted().compactMap { parts[$0] }
  }

  /// Joins the bearers of one name, unless it is borne by several obligors: then the weights say, or
  /// ask, whose the rest are.
  ///
  /// A contested number makes nobody a second bearer.
  private mutating func joinNamesakes(_ group: [Int], _ rule: JoinRule) {
    if rule == .wholeName { contestRareCodes(group) }
    var identified: Int?
    for profile in group
    where clusters.identity(of: profile).isSure && !isContested[profile] {
      guard let anchor = identified else {
        identified = profile
        continue
      }
      switch clusters.conflict(anchor, profile) {
      case nil: continue
      case .settled: return askAboutSettled(group, rule)
      case .credit, .person: return
      }
    }
    guard let anchor = identified ?? group.first(where: { !isContested[$0] }) else { return }
    for profile in group where profile != anchor && !isContested[profile] {
      join(anchor, profile, rule)
    }
  }

  /// Of several valid codes under one whole name in one city, those that few rows state beside the one
  /// that most do are somebody else's, written by a slip: the register has such a name but once.
  private mutating func contestRareCodes(_ group: [Int]) {
    guard haveSeveralCodes(group) else { return }
    var rows: [Int: Int32] = [:]
    for profile in group where clusters.identity(of: profile).credit != 0 {
      rows[clusters.root(profile), default: 0] += profiles[profile].rowCount
    }
    guard let most = rows.values.max() else { return }
    let others = rows.values.reduce(0, +) - most
    guard most >= others * ObligorMatching.rareness else { return }
    for profile in group {
      if let own = rows[clusters.root(profile)], own != most { isContested[profile] = true }
    }
  }

  /// Whether more than one cluster of the group has a valid code: of most names one has.
  private mutating func haveSeveralCodes(_ group: [Int]) -> Bool {
    var first: Int?
    for profile in group where clusters.identity(of: profile).credit != 0 {
      let root = clusters.root(profile)
      if first ?? root != root { return true }
      first = root
    }
    return false
  }

  /// Asks whether obligors of the ledger with one name are one, and to which of them new records of
  /// that name belong.
  private mutating func askAboutSettled(_ group: [Int], _ rule: JoinRule) {
    let known = group.filter { clusters.identity(of: $0).settled >= 0 }
    guard let first = known.first else { return }
    var asked: Set<Int> = []
    for profile in known where asked.insert(clusters.root(profile)).inserted {
      addReview(.ambiguousObligor, profile, first, rule, "往季两个义务人名称相同，是否为同一赔偿义务人")
    }
    for profile in group where clusters.identity(of: profile).settled < 0 {
      addReview(.ambiguousObligor, profile, first, rule, "该名称属于哪一个赔偿义务人")
    }
  }
}
