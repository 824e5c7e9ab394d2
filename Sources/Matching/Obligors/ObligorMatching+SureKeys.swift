internal import Vocabulary

extension ObligorMatching {
  /// How many names are compared with each other under one number.
  static let comparedLimit = 8

  /// Joins what one number, one document or one whole name says of.
  mutating func joinBySureKeys(_ versions: [RecordVersionSearch.Found]) {
    joinWithinProfiles()
    joinByNumber(.creditCode) { $0.credit }
    joinByNumber(.personID) { $0.person }
    joinByNumber(.registrationNumber) { $0.registration }
    joinByOrganisationCode()
    joinByNumber(.permitNumber) { $0.permit }
    joinVersions(versions)
    joinByDocument()
    joinByWholeName()
  }

  /// The party of a record stays one when the record is exported again, a person's too.
  private mutating func joinVersions(_ versions: [RecordVersionSearch.Found]) {
    for version in versions {
      let (earlier, later) = (
        profiles.profileOfRow[Int(version.earlier)], profiles.profileOfRow[Int(version.later)]
      )
      guard earlier >= 0, later >= 0 else { continue }
      join(Int(earlier), Int(later), version.key)
    }
  }

  /// Every new row of a profile is its first row's obligor by the profile's strongest part.
  private mutating func joinWithinProfiles() {
    for row in settled.count..<max(table.count, settled.count) {
      let profile = Int(profiles.profileOfRow[row])
      guard profile >= 0, profiles[profile].row != row else { continue }
      addJoin(Int(profiles[profile].row), row, profiles.strongestRule(of: profile))
    }
  }

  /// Profiles with one number and compatible names are one obligor; unrelated names go to review.
  private mutating func joinByNumber(_ rule: JoinRule, _ number: (Profile) -> Int32) {
    var order = KeyedOrder()
    for profile in 0..<profiles.count {
      let number = number(profiles[profile])
      if number != 0 { order.add(UInt64(number), Int32(profile)) }
    }
    order.sort()
    order.forEachRun { joinNumber($0, rule) }
  }

  /// One number's profiles: those that say no name come last.
  private mutating func joinNumber(_ run: ArraySlice<Int32>, _ rule: JoinRule) {
    let anchors = joinNamed(run.map(Int.init).filter { profiles[$0].name >= 0 }, rule)
    let unnamed = run.map(Int.init).filter { profiles[$0].name < 0 }
    if !unnamed.isEmpty { joinUnnamed(unnamed, anchors, rule) }
  }

  /// Characters 9 to 17 of a credit code are the organisation's code that older records state.
  private mutating func joinByOrganisationCode() {
    guard (0..<profiles.count).contains(where: { profiles[$0].organisation != 0 }) else { return }
    var order = KeyedOrder()
    for profile in 0..<profiles.count {
      let row = Int(profiles[profile].row)
      if profiles[profile].organisation != 0 {
        order.add(
          TextPolynomial.ofCode(table.texts.bytes(of: table.text(.organisationCode, row))),
          Int32(profile))
      } else if profiles[profile].credit != 0 {
        let code = table.texts.bytes(of: table.text(.creditCode, row))
        guard code.count == 18 else { continue }
        order.add(TextPolynomial.ofCode(code.dropFirst(8).prefix(9)), Int32(profile))
      }
    }
    order.sort()
    order.forEachRun { run in
      // Without such a code the credit codes have said all there is to say.
      guard run.contains(where: { profiles[Int($0)].organisation != 0 }) else { return }
      joinNumber(run, .organisationCode)
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
      let name = profiles[profile].name
      let compared = anchors.prefix(ObligorMatching.comparedLimit)
      let fitting =
        compared.first { profiles[$0].name == name } ?? byName[name]
        ?? compared.first { names.mayBeOne(profiles[$0].name, name) }
        // A permit is passed on, also to a sister of the same brand.
        ?? (rule == .permitNumber
          ? nil : compared.first { names.keepBrand(profiles[$0].name, name) })
      if let fitting, let rival = rival(of: fitting, for: profile, among: anchors) {
        addReview(.ambiguousObligor, profile, rival, rule, "该号码下的两个赔偿义务人已判定为不同，本记录属于哪一个")
        continue
      }
      if let fitting, join(fitting, profile, rule) { continue }
      // Only what is not compared must be looked up.
      if anchors.count >= ObligorMatching.comparedLimit { byName[name] = profile }
      anchors.append(profile)
    }
    if anchors.count > 1 {
      // A permit passes with the works from one party to the next: its number is nobody's slip.
      if rule != .permitNumber { contest(anchors, group) }
      askAboutNames(anchors, rule)
    }
    return anchors
  }

  /// Of the first few anchors the one that the new profile fits as well as `fitting`, and that a
  /// person keeps apart from it.
  private mutating func rival(of fitting: Int, for profile: Int, among anchors: [Int]) -> Int? {
    guard !settled.answeredObligors.isEmpty, clusters.identity(of: profile).settled < 0 else {
      return nil
    }
    return anchors.prefix(ObligorMatching.comparedLimit).first { anchor in
      names.mayBeOne(profiles[anchor].name, profiles[profile].name)
        ? isAnswered(anchor, fitting) : false
    }
  }

  /// Of unrelated names under one number the one that most rows state holds it; the number of the
  /// others is contested, and of all where none comes first.
  private mutating func contest(_ anchors: [Int], _ group: [Int]) {
    var rows: [Int: Int32] = [:]
    for profile in group { rows[clusters.root(profile), default: 0] += profiles[profile].rowCount }
    let most = rows.values.max() ?? 0
    let isHeld = rows.values.count { $0 == most } == 1
    for profile in group {
      isContested[profile] = !isHeld || rows[clusters.root(profile)] != most
    }
  }

  /// Asks whether the names under one number are one party's: one question a name, or one for all
  /// where a number is used for many.
  private mutating func askAboutNames(_ anchors: [Int], _ rule: JoinRule) {
    guard let first = anchors.first else { return }
    let number = rule == .permitNumber ? "许可编号" : "代码"
    if anchors.count > ObligorMatching.comparedLimit {
      addReview(
        .codeNameConflict, first, anchors[1], rule,
        "同一\(number)下有 \(anchors.count) 个互不相干的名称，不再逐一列出，请核对该\(number)")
      return
    }
    for anchor in anchors.dropFirst() {
      // Two valid codes are two parties, whoever holds the permit by now.
      switch clusters.conflict(first, anchor) {
      case .credit, .person: continue
      case .settled, nil:
        addReview(.codeNameConflict, first, anchor, rule, "同一\(number)下的两个名称是否为同一赔偿义务人")
      }
    }
  }

  /// A profile with the number alone is the number's only obligor; of several, a person must say.
  private mutating func joinUnnamed(_ group: [Int], _ anchors: [Int], _ rule: JoinRule) {
    var open: Int?
    for profile in group {
      // One more than are compared is enough to know that there are too many.
      let candidates = anchors.prefix(ObligorMatching.comparedLimit + 1).filter {
        clusters.conflict($0, profile) == nil
      }
      if let only = candidates.first,
        candidates.allSatisfy({ clusters.root($0) == clusters.root(only) })
      {
        join(only, profile, rule)
      } else if let open {
        join(open, profile, rule)
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
    var order = KeyedOrder()
    for row in 0..<table.count
    where profiles.profileOfRow[row] >= 0 && stated.document[row] >= 0 && stated.authority[row] >= 0
    {
      order.add(
        UInt64(stated.document[row]) << 32 | UInt64(stated.authority[row]), Int32(row))
    }
    order.sort()
    order.forEachRunByFirst { joinDocument($0) }
  }

  /// Compares with the first few parties only: a number used for many is no evidence.
  private mutating func joinDocument(_ rows: ArraySlice<Int32>) {
    var anchors: [Int] = []
    for row in rows {
      let profile = Int(profiles.profileOfRow[Int(row)])
      guard profiles[profile].name >= 0 else { continue }
      let isJoined = anchors.contains { anchor in
        names.mayBeOne(profiles[anchor].name, profiles[profile].name)
          ? join(anchor, profile, .documentNumber) : false
      }
      if !isJoined, anchors.count < ObligorMatching.comparedLimit { anchors.append(profile) }
    }
  }
}
