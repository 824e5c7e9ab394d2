internal import Geography
internal import Law
internal import Leads
internal import Vocabulary

/// One lead with everything concluded about it.
struct LeadAssessment {
  /// The lead's place in the state.
  let number: Int
  let lead: Lead
  let zones: [ZoneVerdict]
  let facts: FactSet
  /// Which of the engines decided, by the lead's place.
  let engine: Int
  let evaluation: Evaluation
  let deadlines: [Deadline]
  /// A source and the map contradict each other.
  let contradictions: [(tag: LayerTag, field: TruthField, declaredRows: [Int])]
  /// What records state differently.
  let disagreements: [Disagreement]

  /// The channels, with C05 where the place is protected: a property of the place, not of a source.
  var channels: ChannelSet {
    var channels = lead.channels
    let isProtected =
      facts.truth(.inRedLine) == .true || facts.truth(.inKeyEcologicalFunctionZone) == .true
      || facts.truth(.inProhibitedDevelopmentZone) == .true
    if isProtected { channels.insert(.protectedPlace) }
    return channels
  }

  /// The deadline for verification that ends first, where one runs; one that cannot be counted ends
  /// last.
  var verification: Deadline? {
    let running = deadlines.filter(\.rule.isForVerification)
    return running.filter { $0.due != nil }.min { left, right in
      guard let first = left.due, let second = right.due else { return false }
      return first < second
    } ?? running.first
  }

  /// The last day for the answer to the procuratorate by the rules, the earliest of several.
  var replyDue: Day? { deadlines.filter(\.rule.isForReply).compactMap(\.due).min() }
}

/// Concludes what there is to conclude about leads, on a day, under the workspace's packs and layers.
struct Assessor {
  private let law: PlaceLaw
  private let zones: [ZoneIndex]
  private let yearsBack: Int

  /// `years` is how far back rules may ask beside those of the workspace's packs.
  init(_ screening: Screening, lookingBack years: Int = 0) {
    law = screening.law
    yearsBack = max(years, screening.rules.longestYears)
    zones = screening.layers.enumerated().map { ZoneIndex($0.element, number: $0.offset) }
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
    let obligors = wanted.map { Set($0.map { state.obligor(ofRows: rows[$0]) }) }
    let leads = rows.enumerated().map { number, rows -> Lead? in
      let obligor = state.obligor(ofRows: rows)
      let isNeeded =
        wanted?.contains(number) != false || obligor >= 0 && obligors?.contains(obligor) == true
      guard isNeeded, !rows.isEmpty else { return nil }
      return Lead(
        state.table, rows: rows, screeningDay: state.screeningDay[rows[0]],
        versions: state.versions)
    }
    let assessed = leads.indices.filter { wanted?.contains($0) != false && leads[$0] != nil }
    var past = PriorEvents(yearsBack: yearsBack)
    past.addHistory(state.table, obligor: state.obligorOf, versions: state.versions)
    for (number, lead) in leads.enumerated() {
      guard let lead else { continue }
      past.add(lead, number: number, obligor: state.obligor(ofRows: lead.rows), state.table)
    }
    let verdicts = try times.measure(.zones) { () throws(Failure) in
      // Many leads at once: a layer is visited in the order of places.
      let points = assessed.map { leads[$0]?.points ?? [] }
      return zones.map { $0.verdicts(of: points) }
    }
    return try times.measure(.rules) { () throws(Failure) in
      assessed.enumerated().compactMap { place, number in
        leads[number].map { lead in
          let obligor = state.obligor(ofRows: lead.rows)
          return assess(
            lead, number: number, verdicts.map { $0[place] },
            past: past.events(before: lead, number: number, obligor: obligor), state, asOf: asOf)
        }
      }
    }
  }

  private func assess(
    _ lead: Lead, number: Int, _ verdicts: [ZoneVerdict], past: [PriorEvent]?,
    _ state: QuarterState, asOf: Day
  ) -> LeadAssessment {
    var surroundings = LeadSurroundings()
    surroundings.redLine = combined(verdicts, .redLine)
    surroundings.natureReserve = combined(verdicts, .natureReserve)
    surroundings.keyFunctionZone = combined(verdicts, .keyFunctionZone)
    surroundings.prohibitedZone = combined(verdicts, .prohibitedZone)
    surroundings.strictProtection = combined(verdicts, .strictProtection)
    surroundings.springProtection = combined(verdicts, .springProtection)
    surroundings.priorEvents = past
    let facts = LeadFacts.gather(lead, state.table, surroundings)
    let declared: [(LayerTag, TruthField, Truth?)] = [
      (.redLine, .declaredRedLine, surroundings.redLine),
      (.natureReserve, .declaredReserve, surroundings.natureReserve),
      (.keyFunctionZone, .declaredKeyFunctionZone, surroundings.keyFunctionZone),
      (.prohibitedZone, .declaredProhibitedZone, surroundings.prohibitedZone),
      (.strictProtection, .declaredStrictProtection, surroundings.strictProtection),
      (.springProtection, .declaredSpringProtection, surroundings.springProtection),
    ]
    let contradictions = declared.compactMap { tag, field, map in
      LeadFacts.place(field, of: lead, state.table, map: map).isContradiction
        ? (tag: tag, field: field, declaredRows: lead.rows(of: field)) : nil
    }
    let engineNumber = law.number(for: lead.county?.value)
    let engine = law.engines[engineNumber]
    return LeadAssessment(
      number: number, lead: lead, zones: verdicts, facts: facts, engine: engineNumber,
      evaluation: engine.evaluate(facts, asOf: asOf), deadlines: engine.deadlines(facts),
      contradictions: contradictions, disagreements: Disagreement.among(lead, state.table))
  }

  /// Inside any layer of the tag is inside; `nil` if there is no such layer, or no place to test.
  private func combined(_ verdicts: [ZoneVerdict], _ tag: LayerTag) -> Truth? {
    let values = verdicts.filter { zones[$0.layer].layer.source.tag == tag && $0.point != nil }
      .map(\.value)
    guard let first = values.first else { return nil }
    return values.dropFirst().reduce(first) { $0 || $1 }
  }
}
