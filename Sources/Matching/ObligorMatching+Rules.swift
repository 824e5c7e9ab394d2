internal import Vocabulary

extension ObligorMatching {
  /// How many names are compared with each other under one number.
  private static let comparedLimit = 8

  /// Applies the rules, strongest first; `versions` are rows of one record with compatible names.
  mutating func matchAll(_ versions: [RecordVersionSearch.Found]) {
    joinWithinProfiles()
    joinByNumber(.creditCode) { $0.credit }
    joinByNumber(.personID) { $0.person }
    joinByNumber(.permitNumber) { $0.permit }
    joinVersions(versions)
    joinByDocument()
    joinByWholeName()
  }

  /// The party of a record stays one when the record is exported again, a person's too.
  private mutating func joinVersions(_ versions: [RecordVersionSearch.Found]) {
    for version in versions {
      let (earlier, later) = (
        profileOfRow[Int(version.earlier)], profileOfRow[Int(version.later)]
      )
      guard earlier >= 0, later >= 0 else { continue }
      _ = join(Int(earlier), Int(later), version.key)
    }
  }

  /// Every new row of a profile is its first row's obligor by the profile's strongest part.
  private mutating func joinWithinProfiles() {
    for row in settled.count..<max(table.count, settled.count) where profileOfRow[row] >= 0 {
      let profile = profiles[Int(profileOfRow[row])]
      guard profile.row != row else { continue }
      let rule: JoinRule =
        !profile.key.credit.isMissing
        ? .creditCode
        : !profile.key.person.isMissing
          ? .personID : !profile.key.permit.isMissing ? .permitNumber : .wholeName
      addJoin(profile.row, row, rule)
    }
  }

  /// Profiles with one number and compatible names are one obligor; unrelated names go to review.
  private mutating func joinByNumber(_ rule: JoinRule, _ number: (Profile.Key) -> TextID) {
    let members = profiles.indices.filter { !number(profiles[$0].key).isMissing }
    for group in groups(members, by: { number(profiles[$0].key) }) {
      let anchors = joinNamed(group.filter { profiles[$0].name >= 0 }, rule)
      joinUnnamed(group.filter { profiles[$0].name < 0 }, anchors, rule)
    }
  }

  /// Joins the profiles of one number by their names and returns the first profile of each obligor.
  ///
  /// Equal names meet by hashing. Others are compared with the first few only: a number under many
  /// names is no evidence, and one question says so.
  private mutating func joinNamed(_ group: [Int], _ rule: JoinRule) -> [Int] {
    var anchors: [Int] = []
    var byName: [Int32: Int] = [:]
    for profile in group {
      let compared = anchors.prefix(ObligorMatching.comparedLimit)
      let fitting =
        byName[profiles[profile].key.name]
        ?? compared.first { names.areCompatible(profiles[$0].name, profiles[profile].name) }
      byName[profiles[profile].key.name] = fitting ?? profile
      if let fitting, let rival = rival(of: fitting, for: profile, among: anchors) {
        addReview(.ambiguousObligor, profile, rival, rule, "该号码下的两个赔偿义务人已判定为不同，本记录属于哪一个")
      } else if let fitting, join(fitting, profile, rule) {
        continue
      } else {
        if let first = anchors.first, rule != .permitNumber,
          anchors.count <= ObligorMatching.comparedLimit
        {
          addReview(
            .codeNameConflict, first, profile, rule,
            anchors.count < ObligorMatching.comparedLimit
              ? "同一代码下的两个名称是否为同一赔偿义务人" : "同一代码下名称过多，其余名称不再逐一列出，请核对该代码")
        }
        anchors.append(profile)
      }
    }
    return anchors
  }

  /// Of the first few anchors the one that the new profile fits as well as `fitting`, and that a
  /// person keeps apart from it.
  private mutating func rival(of fitting: Int, for profile: Int, among anchors: [Int]) -> Int? {
    guard !settled.answeredObligors.isEmpty, identities[sets.root(profile)].settled < 0 else {
      return nil
    }
    return anchors.prefix(ObligorMatching.comparedLimit).first { anchor in
      names.areCompatible(profiles[anchor].name, profiles[profile].name)
        ? isAnswered(anchor, fitting) : false
    }
  }

  /// A profile with the number alone is the number's only obligor; of several, a person must say.
  private mutating func joinUnnamed(_ group: [Int], _ anchors: [Int], _ rule: JoinRule) {
    var open: Int?
    for profile in group {
      // One more than are compared is enough to know that there are too many.
      let candidates = anchors.prefix(ObligorMatching.comparedLimit + 1).filter {
        mayJoin($0, profile)
      }
      if let only = candidates.first, candidates.allSatisfy({ sets.root($0) == sets.root(only) }) {
        _ = join(only, profile, rule)
      } else if let open {
        _ = join(open, profile, rule)
      } else {
        open = profile
        if let first = candidates.first(where: { !isAnswered($0, profile) }) ?? candidates.first {
          addReview(.ambiguousObligor, profile, first, rule, "该号码下有多个名称，未写名称的记录属于哪一个赔偿义务人")
        }
      }
    }
  }

  /// One document of one authority with compatible names and no second code is one obligor.
  private mutating func joinByDocument() {
    let rows = ranks.order.filter {
      profileOfRow[Int($0)] >= 0 && stated.document[Int($0)] >= 0 && stated.authority[Int($0)] >= 0
    }
    let sorted = rows.sorted {
      (stated.document[Int($0)], stated.authority[Int($0)], ranks.rank[Int($0)])
        < (stated.document[Int($1)], stated.authority[Int($1)], ranks.rank[Int($1)])
    }
    for group in sorted.chunked(where: {
      stated.document[Int($0)] == stated.document[Int($1)]
        && stated.authority[Int($0)] == stated.authority[Int($1)]
    }) { joinDocument(group) }
  }

  /// Compares with the first few parties only: a number used for many is no evidence.
  private mutating func joinDocument(_ rows: ArraySlice<Int32>) {
    var anchors: [Int] = []
    for row in rows {
      let profile = Int(profileOfRow[Int(row)])
      guard profiles[profile].name >= 0 else { continue }
      let isJoined = anchors.contains { anchor in
        names.areCompatible(profiles[anchor].name, profiles[profile].name)
          ? join(anchor, profile, .documentNumber) : false
      }
      if !isJoined, anchors.count < ObligorMatching.comparedLimit { anchors.append(profile) }
    }
  }

  /// Organisations with one whole name in one city are one obligor, unless two codes bear it.
  private mutating func joinByWholeName() {
    let members = profiles.indices.filter { profiles[$0].key.city != 0 && profiles[$0].name >= 0 }
    let sorted = groups(members) {
      UInt64(UInt32(bitPattern: profiles[$0].key.city)) << 32
        | UInt64(UInt32(bitPattern: profiles[$0].key.name))
    }
    for group in sorted {
      let identified = group.filter { !identities[sets.root($0)].credit.isMissing }
      let codes = Set(identified.map { identities[sets.root($0)].credit })
      if codes.count > 1 {
        for profile in group where identities[sets.root(profile)].credit.isMissing {
          let asked = identified.first { !isAnswered($0, profile) } ?? identified[0]
          addReview(.ambiguousObligor, profile, asked, .wholeName, "该名称属于哪一个赔偿义务人")
        }
      } else if askAboutSettled(group) {
        continue
      } else if let anchor = identified.first ?? group.first {
        for profile in group where profile != anchor { _ = join(anchor, profile, .wholeName) }
      }
    }
  }

  /// Asks whether obligors of the ledger with one name are one, and to which of them new records of
  /// that name belong; whether there are several.
  private mutating func askAboutSettled(_ group: [Int]) -> Bool {
    let known = group.filter { identities[sets.root($0)].settled >= 0 }
    guard let first = known.first else { return false }
    let others = known.filter { sets.root($0) != sets.root(first) }
    guard !others.isEmpty else { return false }
    var asked: Set<Int> = []
    for profile in others where asked.insert(sets.root(profile)).inserted {
      addReview(.ambiguousObligor, profile, first, .wholeName, "往季两个义务人名称相同，是否为同一赔偿义务人")
    }
    for profile in group where identities[sets.root(profile)].settled < 0 {
      addReview(.ambiguousObligor, profile, first, .wholeName, "该名称属于哪一个赔偿义务人")
    }
    return true
  }

  /// Whether a person has said of these two obligors of the ledger that they are not one, or that
  /// nobody can say.
  private mutating func isAnswered(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (
      identities[sets.root(left)].settled, identities[sets.root(right)].settled
    )
    return OwnerPair(one, other).map(settled.answeredObligors.contains) ?? false
  }
}
