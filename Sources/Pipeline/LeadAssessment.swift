internal import Geography
internal import Law
internal import Leads
internal import Vocabulary

/// Where a source and the map, or two sources, contradict each other on a place.
struct PlaceContradiction {
  let role: PlaceRole
  let tag: LayerTag
  let field: TruthField
  let declaredRows: [Int]
}

/// One lead with everything concluded about it.
struct LeadAssessment {
  /// The lead's place in the state.
  let number: Int
  let lead: Lead
  /// Whether the quarter in hand brought a result of a check.
  let isNewlyVerified: Bool
  /// What records state of its places, by the raw value of their role.
  let stated: [StatedPlaces]
  /// By layer, the damage area first; of other places only where records give them.
  let zones: [PlaceZone]
  let facts: FactSet
  /// Which of the engines decided, by the lead's place.
  let engine: Int
  let evaluation: Evaluation
  let deadlines: [Deadline]
  /// Whether a period for the check may run of which the first day is not known.
  let awaitsVerification: Bool
  /// A source and the map contradict each other.
  let contradictions: [PlaceContradiction]
  /// What records state differently.
  let disagreements: [Disagreement]
  /// Points outside the stated county.
  let countyConflicts: [CountyConflict]

  /// The channels, with C05 where the place is protected: a property of the place, not of a source.
  var channels: ChannelSet {
    var channels = lead.channels
    let protected: [Fact] = [
      .inRedLine, .inKeyEcologicalFunctionZone, .inProhibitedDevelopmentZone, .eventInRedLine,
      .eventInKeyEcologicalFunctionZone, .eventInProhibitedDevelopmentZone,
    ]
    if protected.contains(where: { facts.truth($0) == .true }) { channels.insert(.protectedPlace) }
    return channels
  }

  /// The deadline for verification to be named on a day, where one runs: of those certainly over, or
  /// else of all, the one that ends first; one that cannot be counted ends last.
  func verification(asOf day: Day) -> Deadline? {
    let running = deadlines.filter(\.rule.isForVerification)
    let late = running.filter { ($0.daysLate(asOf: day) ?? 0) > 0 }
    return (late.isEmpty ? running : late)
      .min { ($0.due?.number ?? .max) < ($1.due?.number ?? .max) }
  }

  /// How many days the longest deadline for verification that is certainly over has been over on a
  /// day, 0 where none is; `nil` where that cannot be told of one of them.
  func daysLate(asOf day: Day) -> Int? {
    let late = deadlines.filter(\.rule.isForVerification).map { $0.daysLate(asOf: day) }
    if let most = late.compactMap(\.self).max(), most > 0 { return most }
    return late.isEmpty || late.contains(nil) || awaitsVerification ? nil : 0
  }

  /// Whether nobody need do anything more: excluded, no damage found, or decided by people that no
  /// claim is pressed, and nothing speaks against it.
  var isSettled: Bool {
    if evaluation.disposition.isSettled { return true }
    // Without damage there is no claim, whether or not the law applies.
    if lead.verification?.finding == .noDamage { return true }
    guard let reason = lead.verification?.decision?.reason else { return false }
    return reason != .insufficient && !isBarred
  }

  /// Whether people dropped the claim for minor damage where the rules do not allow it.
  var isBarred: Bool {
    lead.verification?.decision?.reason?.isMinorDamage == true
      && facts.truth(.damageConfirmed) == .true && evaluation[.mayNotInitiate] == .false
  }

  /// Whether the check for damage is still to be made: nobody has found damage or its absence, and
  /// the matter was not handed over.
  var isVerificationPending: Bool {
    facts.truth(.damageConfirmed) == .unknown && evaluation.disposition != .excluded
      && lead.verification?.decision?.reason?.endsCheck != true
  }

  /// The last day for the answer to the procuratorate by the rules, the earliest of several.
  var replyDue: Day? { deadlines.filter(\.rule.isForReply).compactMap(\.due).min() }
}

/// Concludes what there is to conclude about leads, on a day, under the workspace's packs and layers.
struct Assessor {
  private let law: PlaceLaw
  private let places: PlaceJudge
  private let yearsBack: Int

  /// `years` is how far back rules may ask beside those of the workspace's packs.
  init(_ screening: Screening, lookingBack years: Int = 0) {
    law = screening.law
    yearsBack = max(years, screening.rules.longestYears)
    places = PlaceJudge(screening)
  }

  /// Assesses leads of the state, by number in ascending order; all of them unless some are named.
  ///
  /// Of the others only the leads of the same obligors are put together, which may count as earlier
  /// events.
  func assess(
    _ state: QuarterState, only numbers: [Int]? = nil, asOf: Day, times: inout StageTimes
  ) throws(Failure) -> [LeadAssessment] {
    let rows = state.rowsByLead()
    let wanted = numbers.map(Set.init)
    let verified = state.verifications.byLead(state)
    let obligors = wanted.map { Set($0.map { state.obligor(ofRows: rows[$0]) }) }
    let leads = rows.enumerated().map { number, rows -> Lead? in
      let obligor = state.obligor(ofRows: rows)
      let isNeeded =
        wanted?.contains(number) != false || obligor >= 0 && obligors?.contains(obligor) == true
      guard isNeeded, !rows.isEmpty else { return nil }
      return Lead(
        state.table, rows: rows, screeningDay: state.screeningDay[rows[0]],
        versions: state.versions, verification: verified[number]?.standing)
    }
    let assessed = leads.indices.filter { wanted?.contains($0) != false && leads[$0] != nil }
    var past = PriorEvents(yearsBack: yearsBack)
    past.addHistory(state.table, obligor: state.obligorOf, versions: state.versions)
    for (number, lead) in leads.enumerated() {
      guard let lead else { continue }
      past.add(lead, number: number, obligor: state.obligor(ofRows: lead.rows), state.table)
    }
    var places = places
    let wantedLeads = assessed.compactMap { leads[$0] }
    let judged = try times.measure(.zones) { () throws(Failure) in
      places.judge(wantedLeads, state.table, asOf: asOf)
    }
    return try times.measure(.rules) { () throws(Failure) in
      zip(assessed, wantedLeads).enumerated().map { place, numbered in
        let (number, lead) = numbered
        let obligor = state.obligor(ofRows: lead.rows)
        return assess(
          lead, number: number, judged[place], isNewlyVerified: verified[number]?.isNews == true,
          past: past.events(before: lead, number: number, obligor: obligor), state, asOf: asOf)
      }
    }
  }

  private func assess(
    _ lead: Lead, number: Int, _ judged: JudgedPlaces, isNewlyVerified: Bool,
    past: [PriorEvent]?, _ state: QuarterState, asOf: Day
  ) -> LeadAssessment {
    var surroundings = LeadSurroundings()
    var contradictions: [PlaceContradiction] = []
    for role in PlaceRole.allCases {
      for tag in LayerTag.allCases {
        guard let fact = tag.fact(of: role), let field = fact.declaringField else { continue }
        let map = places.combined(judged.zones, role, tag)
        surroundings[fact] = map
        guard LeadFacts.place(field, of: lead, state.table, map: map).isContradiction else {
          continue
        }
        contradictions.append(
          PlaceContradiction(
            role: role, tag: tag, field: field, declaredRows: lead.rows(of: field)))
      }
    }
    surroundings.priorEvents = past
    let facts = LeadFacts.gather(lead, state.table, surroundings)
    let engineNumber = law.number(for: lead.county?.value)
    let engine = law.engines[engineNumber]
    return LeadAssessment(
      number: number, lead: lead, isNewlyVerified: isNewlyVerified, stated: judged.stated,
      zones: judged.zones, facts: facts,
      engine: engineNumber,
      evaluation: engine.evaluate(facts, asOf: asOf), deadlines: engine.deadlines(facts),
      awaitsVerification: engine.awaitsVerification(
        facts, isTransferred: lead.channels.contains(.procuratorate), asOf: asOf),
      contradictions: contradictions, disagreements: Disagreement.among(lead, state.table),
      countyConflicts: judged.countyConflicts)
  }
}

extension LayerTag {
  /// The fact about a place that layers of the tag decide; `nil` where no rule asks for it.
  fileprivate func fact(of role: PlaceRole) -> Fact? {
    switch (self, role) {
    case (.redLine, .damageArea): .inRedLine
    case (.redLine, .event): .eventInRedLine
    case (.redLine, .result): .resultInRedLine
    case (.natureReserve, .damageArea): .inNatureReserve
    case (.natureReserve, .event): .eventInNatureReserve
    case (.natureReserve, .result): .resultInNatureReserve
    case (.keyFunctionZone, .damageArea): .inKeyEcologicalFunctionZone
    case (.keyFunctionZone, .event): .eventInKeyEcologicalFunctionZone
    case (.prohibitedZone, .damageArea): .inProhibitedDevelopmentZone
    case (.prohibitedZone, .event): .eventInProhibitedDevelopmentZone
    case (.strictProtection, .damageArea): .inOtherStrictProtectionArea
    case (.strictProtection, .event): .eventInOtherStrictProtectionArea
    case (.strictProtection, .result): .resultInOtherStrictProtectionArea
    case (.springProtection, .damageArea): .inSpringKeyProtectionArea
    case (.keyFunctionZone, .result), (.prohibitedZone, .result), (.springProtection, .event),
      (.springProtection, .result), (.other, _):
      nil
    }
  }
}
