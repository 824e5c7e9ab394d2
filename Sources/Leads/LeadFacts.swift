package import Law
package import Vocabulary

/// What is known beyond a lead's own records: places against layers, and the obligor's past.
package struct LeadSurroundings: Sendable {
  /// By tag of the layers, the verdict over all layers with that tag; `nil` without such a layer or
  /// without a place to test.
  package var redLine: Truth?
  package var natureReserve: Truth?
  package var keyFunctionZone: Truth?
  package var prohibitedZone: Truth?
  package var strictProtection: Truth?
  package var springProtection: Truth?
  /// The obligor's earlier events; `nil` where the obligor is not known.
  package var priorEvents: [PriorEvent]?

  /// Nothing is known.
  package init() {}
}

/// The facts of a lead: which fields feed which fact, and who wins.
///
/// | fact | from | combined |
/// | --- | --- | --- |
/// | channel | source kind, 督察层级 | all channels at once |
/// | dates | the field of that name | `Lead`: precedence, or the earliest registration |
/// | damage_amount_determined, _basis | 损害金额 with 专家评估, 综合认定 or 鉴定评估报告 | highest standing; unknown if disputed |
/// | damage_amount_estimate | 损害金额 with any other or no basis | precedence |
/// | damage_confirmed | 认定结论; else an amount above zero that was determined; else 不属实 by all | see `damageConfirmed` |
/// | in_red_line, in_nature_reserve | layers, and what a source declares | see `place` |
/// | other zones | layers alone | unknown without a layer or a place |
/// | prior_damage_events | history and earlier leads of the obligor | `PriorEvents` |
/// | emergency_level | 事件级别; 无 without an emergency report | precedence |
/// | ecological_destruction_level | its field; 无 where only polluted media are named | precedence |
/// | departments | media | proposal; unknown without a medium |
/// | fully_restored | 是否完成修复; else 否 where 是否完成整改 is 否 | latest day that speaks |
/// | personal_or_property_only, historical_no_responsible_party | field; else what it excludes | see `setExclusions` |
/// | other yes-or-no facts | the field of that name | `Lead.truth` |
package enum LeadFacts {
  /// The facts of `lead`; each notes the rows it came from.
  package static func gather(
    _ lead: Lead, _ table: RecordTable, _ surroundings: LeadSurroundings
  ) -> FactSet {
    var facts = FactSet()
    setChannels(lead, table, &facts)
    setDays(lead, &facts)
    setAmounts(lead, &facts)
    setPlaces(lead, surroundings, &facts)
    for (field, fact) in plainTruths {
      let said = lead.truth(field)
      if said == .unknown, !lead.rows(of: field).isEmpty {
        facts.setUndetermined(fact)
      } else {
        facts.set(fact, said)
      }
      for row in lead.rows(of: field) { facts.note(fact, fromRow: row) }
    }
    setExclusions(lead, &facts)
    let (restored, restoredRows) = fullyRestored(lead)
    facts.set(.fullyRestored, restored)
    for row in restoredRows { facts.note(.fullyRestored, fromRow: row) }
    let (damage, damageRows) = damageConfirmed(lead)
    facts.set(.damageConfirmed, damage)
    for row in damageRows { facts.note(.damageConfirmed, fromRow: row) }
    if let level = lead.emergencyLevel {
      facts.set(.emergencyLevel, level.value)
      facts.note(.emergencyLevel, fromRow: level.row)
    } else if !lead.rows.contains(where: { table.source[$0] == .emergency }) {
      // Only an emergency report makes an emergency; a lead without one has the level 无.
      facts.set(.emergencyLevel, EventLevel.none)
    }
    if let level = lead.destructionLevel {
      facts.set(.ecologicalDestructionLevel, level.value)
      facts.note(.ecologicalDestructionLevel, fromRow: level.row)
    } else if isPollutionOnly(lead.media) {
      // 环境污染 and 生态破坏 are different kinds of harm: polluted media alone are no destruction.
      facts.set(.ecologicalDestructionLevel, EventLevel.none)
    }
    if let route = lead.restorationRoute {
      facts.set(route.value)
      facts.note(.restoredVia, fromRow: route.row)
    }
    facts.set(priorEvents: surroundings.priorEvents)
    let departments = departments(lead.media)
    facts.set(departments: departments.isEmpty ? nil : departments.map(\.term))
    return facts
  }

  /// The departments proposed for the media, each once, in their declared order.
  package static func departments(_ media: MediumSet) -> [Department] {
    let proposed = media.cases.compactMap(\.proposedDepartment)
    return Department.allCases.filter { proposed.contains($0) }
  }

  /// Whether damage is confirmed, and the rows that say so.
  ///
  /// A stated finding decides. A determined amount above zero is itself a finding of damage. Records
  /// that all say 不属实 leave nothing that could have done harm.
  package static func damageConfirmed(_ lead: Lead) -> (Truth, [Int]) {
    let stated = lead.rows(of: .damageConfirmed)
    if !stated.isEmpty { return (lead.truth(.damageConfirmed), stated) }
    if let amount = lead.amountDetermined, amount.value.fen > 0 { return (.true, [amount.row]) }
    let denied = lead.rows(of: .substantiated)
    if lead.truth(.substantiated) == .false, lead.silentRows(besides: denied).isEmpty {
      return (.false, denied)
    }
    return (.unknown, [])
  }

  /// Whether the damage is restored, and the rows that say so.
  ///
  /// What is not even put right is not restored; what was put right may or may not be.
  private static func fullyRestored(_ lead: Lead) -> (Truth, [Int]) {
    let stated = lead.rows(of: .restored)
    if !stated.isEmpty { return (lead.truth(.restored), stated) }
    return lead.truth(.rectified) == .false ? (.false, lead.rows(of: .rectified)) : (.unknown, [])
  }

  /// Whether all media are known and none is one that is destroyed rather than polluted.
  private static func isPollutionOnly(_ media: MediumSet) -> Bool {
    media.isEmpty
      ? false
      : media.cases.allSatisfy {
        switch $0 {
        case .water, .air, .soil, .groundwater, .solidWaste, .noise, .dust: true
        default: false
        }
      }
  }

  private static func setChannels(_ lead: Lead, _ table: RecordTable, _ facts: inout FactSet) {
    // Of an inspectorate's finding the newest version that names the level tells which it is.
    let levelled = lead.speaking { table.inspectorateLevel($0) != nil }
    let telling = Set(levelled)
    for row in lead.rows where table.source[row] != .inspectorate || telling.contains(row) {
      let origin: LeadOrigin? =
        switch table.source[row] {
        case .inspection: .dailyInspection
        case .inspectorate:
          switch table.inspectorateLevel(row) {
          case .central: .centralInspection
          case .provincial: .provincialInspection
          case nil: nil
          }
        case .emergency: .emergency
        case .transfer: .procuratorate
        case .penalty: .adminPenalty
        case .complaint: .petition
        case .history: nil
        }
      guard let origin else { continue }
      facts.insert(origin)
      facts.note(.channel, fromRow: row)
      switch origin {
      case .centralInspection:
        facts.set(.centralInspectionFinding, true)
        facts.note(.centralInspectionFinding, fromRow: row)
      case .provincialInspection:
        facts.set(.provincialInspectionFinding, true)
        facts.note(.provincialInspectionFinding, fromRow: row)
      default: break
      }
    }
    // A finding of an inspectorate that does not say which one may be either's.
    for row in lead.silentRows(besides: levelled) where table.source[row] == .inspectorate {
      for fact in [Fact.centralInspectionFinding, .provincialInspectionFinding]
      where !facts.isKnown(fact) {
        facts.setUndetermined(fact)
        facts.note(fact, fromRow: row)
      }
    }
    if lead.channels.contains(.crime) { facts.insert(.criminal) }
    if lead.channels.contains(.assigned) { facts.insert(.superiorAssigned) }
    if lead.channels.contains(.other) { facts.insert(.other) }
  }

  /// The two states that would put a case outside the city's plan: as a source says, or else denied by
  /// what excludes them.
  ///
  /// A party that is named is a responsible party to look into, and a medium that is named is harmed
  /// beyond persons and their property. Both conclusions only keep a lead in, never let one off.
  private static func setExclusions(_ lead: Lead, _ facts: inout FactSet) {
    let states: [(TruthField, Fact, excludedBy: [Int])] = [
      (.personalOrPropertyOnly, .personalOrPropertyOnly, lead.media.isEmpty ? [] : lead.rows),
      (
        .noResponsibleParty, .historicalNoResponsibleParty,
        lead.partyName.map { [$0.row] } ?? lead.creditCode.map { [$0.row] } ?? []
      ),
    ]
    for (field, fact, excludedBy) in states {
      let stated = lead.rows(of: field)
      if !stated.isEmpty {
        let said = lead.truth(field)
        if said == .unknown { facts.setUndetermined(fact) } else { facts.set(fact, said) }
        for row in stated { facts.note(fact, fromRow: row) }
      } else if let row = excludedBy.first {
        facts.set(fact, false)
        facts.note(fact, fromRow: row)
      }
    }
  }

  private static func setDays(_ lead: Lead, _ facts: inout FactSet) {
    let days: [(Fact, Chosen<Day>?)] = [
      (.occurrenceDate, lead.occurrence), (.discoveryDate, lead.discovery),
      (.transferReceivedDate, lead.transferReceived),
      (.reportReceivedDate, lead.reportReceived), (.closedDate, lead.closed),
    ]
    for (fact, day) in days {
      guard let day else { continue }
      facts.set(fact, day.value)
      facts.note(fact, fromRow: day.row)
    }
  }

  private static func setAmounts(_ lead: Lead, _ facts: inout FactSet) {
    if let estimate = lead.amountEstimate {
      facts.set(.damageAmountEstimate, estimate.value)
      facts.note(.damageAmountEstimate, fromRow: estimate.row)
    }
    if let amount = lead.amountDetermined {
      facts.set(.damageAmountDetermined, amount.value)
      facts.note(.damageAmountDetermined, fromRow: amount.row)
    }
    if let basis = lead.amountBasis {
      facts.set(basis.value)
      facts.note(.damageAmountBasis, fromRow: basis.row)
    }
  }

  /// Facts that are just what the records say.
  private static let plainTruths: [(TruthField, Fact)] = [
    (.importantIssue, .importantIssue),
    (.explicitlyAssigned, .explicitlyAssigned), (.filmExposed, .yellowRiverFilmExposed),
    (.factsSimple, .factsSimple), (.liabilityUndisputed, .liabilityUndisputed),
    (.agencyConsents, .agencyConsents), (.obligorAgrees, .obligorAgrees),
    (.noCompensationNeeded, .noCompensationNeeded),
    (.noObviousImpact, .noObviousImpactDetermined),
    (.noPenaltyBenchmark, .noPenaltyBenchmarkMet),
  ]
}
