package import Law
package import Vocabulary

/// What is known beyond a lead's own records: places against layers, and the obligor's past.
package struct LeadSurroundings: Sendable {
  private var verdicts = [Truth?](repeating: nil, count: Fact.allCases.count)
  /// The obligor's earlier events; `nil` where the obligor is not known.
  package var priorEvents: [PriorEvent]?

  /// Nothing is known.
  package init() {}

  /// The verdict of all layers on a fact about the place; `nil` without such a layer or without a
  /// place to test.
  package subscript(fact: Fact) -> Truth? {
    get { verdicts[Int(fact.rawValue)] }
    set { verdicts[Int(fact.rawValue)] = newValue }
  }
}

/// The facts of a lead, each from the fields that `Fact.source` names.
package enum LeadFacts {
  /// The facts of `lead`; each notes the rows it came from.
  package static func gather(
    _ lead: Lead, _ table: RecordTable, _ surroundings: LeadSurroundings
  ) -> FactSet {
    var facts = FactSet()
    for (fact, way) in FactSource.ways {
      // What people found out on the spot goes before what records say.
      if setVerified(fact, lead.verification, &facts) { continue }
      switch way {
      case .stated(let field): setStated(fact, field, lead, &facts)
      case .zone(let field, let role):
        setZone(fact, field, of: role, lead, table, surroundings[fact], &facts)
      case .day(.discovery) where lead.discoveryIsScreening:
        facts.set(fact, lead.discovery?.value)
        facts.note(fact, inferredFrom: screeningDay)
      case .day(let field): setDay(fact, lead.day(of: field), &facts)
      case .worked: break
      }
    }
    setOrigins(lead, table, &facts)
    setAssignments(lead, &facts)
    setAmounts(lead, &facts)
    setExclusions(lead, &facts)
    setLevels(lead, &facts)
    if lead.verification?.restoration == nil { setRestoration(lead, &facts) }
    if lead.verification == nil { setDamage(lead, &facts) }
    facts.set(priorEvents: surroundings.priorEvents)
    let departments = departments(lead.media)
    facts.set(departments: departments.isEmpty ? nil : departments.map(\.term))
    if !departments.isEmpty {
      facts.note(.departments, fromRows: lead.mediaRows)
      facts.note(
        .departments, inferredFrom: Wording(zh: "按环境要素建议", en: "proposed by the media harmed"))
    }
    return facts
  }

  private static let screeningDay = Wording(
    zh: "记录未写登记日，取首次筛查日", en: "no record has a day of registration; the day of its first screening")

  /// A field that may be stated: as the records agree, open where they contradict each other.
  static func setStated(_ fact: Fact, _ field: TruthField, _ lead: Lead, _ facts: inout FactSet) {
    facts.set(fact, lead.truth(field), saidBy: lead.rows(of: field))
  }

  /// The departments proposed for the media, each once, in their declared order.
  package static func departments(_ media: MediumSet) -> [Department] {
    let proposed = media.cases.compactMap(\.proposedDepartment)
    return Department.allCases.filter { proposed.contains($0) }
  }

  /// Whether the damage is restored and how, by what records say.
  private static func setRestoration(_ lead: Lead, _ facts: inout FactSet) {
    let (restored, restoredRows) = fullyRestored(lead)
    facts.set(.fullyRestored, restored, saidBy: restoredRows)
    if lead.rows(of: .restored).isEmpty, restored == .false {
      facts.note(
        .fullyRestored, inferredFrom: Wording(zh: "未完成整改", en: "rectification is not finished"))
    }
    if let route = lead.restorationRoute {
      facts.set(route.value)
      facts.note(.restoredVia, fromRow: route.row)
    }
  }

  /// Whether damage is confirmed by what records say.
  private static func setDamage(_ lead: Lead, _ facts: inout FactSet) {
    let (damage, rows) = damageConfirmed(lead)
    facts.set(.damageConfirmed, damage, saidBy: rows)
    guard lead.rows(of: .damageConfirmed).isEmpty, damage != .unknown else { return }
    facts.note(
      .damageConfirmed,
      inferredFrom: damage == .true
        ? Wording(zh: "有大于零的认定数额", en: "an amount above zero was determined")
        : Wording(zh: "各记录都称不属实", en: "every record says it is not so"))
  }

  /// Whether damage is confirmed, and the rows that say so; none where people checked, whose word
  /// counts.
  ///
  /// A stated finding decides. A determined amount above zero is itself a finding of damage. Records
  /// that all say 不属实 leave nothing that could have done harm.
  package static func damageConfirmed(_ lead: Lead) -> (Truth, [Int]) {
    if let verification = lead.verification { return (verification.finding.damage, []) }
    let stated = lead.rows(of: .damageConfirmed)
    if !stated.isEmpty { return (lead.truth(.damageConfirmed), stated) }
    // Amounts that differ say damage all the same, if all of them are above zero.
    let amounts =
      lead.amountDetermined.map { [Chosen<Money>.Said(value: $0.value, row: $0.row)] }
      ?? lead.disputedAmounts
    let positive = amounts.filter { $0.value.fen > 0 }
    if !positive.isEmpty {
      return (positive.count == amounts.count ? .true : .unknown, amounts.map(\.row))
    }
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

  /// The two states that would put a case outside the city's plan: as a source says, or else denied by
  /// what excludes them.
  ///
  /// A party that is named is a responsible party to look into, and a medium that is named is harmed
  /// beyond persons and their property. Both conclusions only keep a lead in, never let one off.
  private static func setExclusions(_ lead: Lead, _ facts: inout FactSet) {
    let party = [lead.partyName?.row ?? lead.creditCode?.row].compactMap { $0 }
    let states: [(TruthField, Fact, excludedBy: [Int], reason: Wording)] = [
      (
        .personalOrPropertyOnly, .personalOrPropertyOnly, lead.mediaRows,
        Wording(zh: "写明了环境要素", en: "a medium is named")
      ),
      (
        .noResponsibleParty, .historicalNoResponsibleParty, party,
        Wording(zh: "写明了当事人", en: "a party is named")
      ),
    ]
    for (field, fact, excludedBy, reason) in states {
      if lead.rows(of: field).isEmpty, !excludedBy.isEmpty {
        facts.set(fact, .false, saidBy: excludedBy)
        facts.note(fact, inferredFrom: reason)
      } else {
        setStated(fact, field, lead, &facts)
      }
    }
  }

  private static func setLevels(_ lead: Lead, _ facts: inout FactSet) {
    if let level = lead.emergencyLevel {
      facts.set(.emergencyLevel, level.value)
      facts.note(.emergencyLevel, fromRow: level.row)
    } else if !lead.channels.contains(.emergency) {
      // Only an emergency report makes an emergency; a lead without one has the level 无.
      facts.set(.emergencyLevel, EventLevel.none)
      facts.note(
        .emergencyLevel, inferredFrom: Wording(zh: "没有突发环境事件来源", en: "no source on emergencies"))
    }
    if let level = lead.destructionLevel {
      facts.set(.ecologicalDestructionLevel, level.value)
      facts.note(.ecologicalDestructionLevel, fromRow: level.row)
    } else if isPollutionOnly(lead.media) {
      // 环境污染 and 生态破坏 are different kinds of harm: polluted media alone are no destruction.
      facts.set(.ecologicalDestructionLevel, EventLevel.none)
      facts.note(.ecologicalDestructionLevel, fromRows: lead.mediaRows)
      facts.note(
        .ecologicalDestructionLevel,
        inferredFrom: Wording(zh: "只涉及被污染的要素", en: "only polluted media are harmed"))
    }
  }

  private static func setDay(_ fact: Fact, _ day: Chosen<Day>?, _ facts: inout FactSet) {
    guard let day else { return }
    facts.set(fact, day.value)
    facts.note(fact, fromRow: day.row)
  }

  private static func setAmounts(_ lead: Lead, _ facts: inout FactSet) {
    if let estimate = lead.amountEstimate {
      facts.set(.damageAmountEstimate, estimate.value)
      facts.note(.damageAmountEstimate, fromRow: estimate.row)
    }
    guard lead.verification?.assessment == nil else { return }
    if let amount = lead.amountDetermined {
      facts.set(.damageAmountDetermined, amount.value)
      facts.note(.damageAmountDetermined, fromRow: amount.row)
    } else if !lead.disputedAmounts.isEmpty {
      facts.setUndetermined(.damageAmountDetermined)
      facts.note(.damageAmountDetermined, fromRows: lead.disputedAmounts.map(\.row))
    }
    if let basis = lead.amountBasis {
      facts.set(basis.value)
      facts.note(.damageAmountBasis, fromRow: basis.row)
    }
  }
}
