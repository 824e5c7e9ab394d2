/// A fact that a rule may read of a lead, in the order of the catalogue (`Packs/facts.yaml`).
///
/// What each means, its Chinese name and what an absent value counts as stand in the catalogue.
package enum Fact: UInt8, Sendable, Hashable, CaseIterable {
  case channel = 0
  case occurrenceDate, discoveryDate, transferReceivedDate, reportReceivedDate
  case investigationEndDate, appraisalCommissionDate, negotiationServedDate, closedDate
  case departments, crossCounty, crossCity, crossProvince, inNingdongBase, damageConfirmed
  case damageAmountDetermined, damageAmountEstimate, damageAmountBasis
  case noObviousImpactDetermined, noPenaltyBenchmarkMet, noCompensationNeeded, factsSimple
  case liabilityUndisputed, damageSmallDetermined, agencyConsents, obligorAgrees, inRedLine
  case inNatureReserve, inKeyEcologicalFunctionZone, inProhibitedDevelopmentZone
  case inOtherStrictProtectionArea, inSpringKeyProtectionArea
  case eventInRedLine, eventInNatureReserve, eventInKeyEcologicalFunctionZone
  case eventInProhibitedDevelopmentZone, eventInOtherStrictProtectionArea
  case resultInRedLine, resultInNatureReserve, resultInOtherStrictProtectionArea
  case priorDamageEvents, fullyRestored
  case restoredVia, lossesPaid, otherRegulationGround, provincialOtherException
  case centralInspectionFinding, provincialInspectionFinding, importantIssue, explicitlyAssigned
  case superiorAssignedMajorMatter, yellowRiverFilmExposed, emergencyLevel
  case ecologicalDestructionLevel, nationwideMajorInfluence, provinceMajorInfluence
  case severeConsequenceDetermined, difficultCase, shortAndMinorPollution
  case immediateRectifiedAndCleaned, nonListedSpeciesMinor, minorCorrectedNoConsequence
  case personalOrPropertyOnly, historicalNoResponsibleParty, appraisalCompleted
  case restorationPlanDrafted

  /// The word that packs, cases and outputs use.
  package var name: String {
    switch self {
    case .channel: "channel"
    case .occurrenceDate: "occurrence_date"
    case .discoveryDate: "discovery_date"
    case .transferReceivedDate: "transfer_received_date"
    case .reportReceivedDate: "report_received_date"
    case .investigationEndDate: "investigation_end_date"
    case .appraisalCommissionDate: "appraisal_commission_date"
    case .negotiationServedDate: "negotiation_served_date"
    case .closedDate: "closed_date"
    case .departments: "departments"
    case .crossCounty: "cross_county"
    case .crossCity: "cross_city"
    case .crossProvince: "cross_province"
    case .inNingdongBase: "in_ningdong_base"
    case .damageConfirmed: "damage_confirmed"
    case .damageAmountDetermined: "damage_amount_determined"
    case .damageAmountEstimate: "damage_amount_estimate"
    case .damageAmountBasis: "damage_amount_basis"
    case .noObviousImpactDetermined: "no_obvious_impact_determined"
    case .noPenaltyBenchmarkMet: "no_penalty_benchmark_met"
    case .noCompensationNeeded: "no_compensation_needed"
    case .factsSimple: "facts_simple"
    case .liabilityUndisputed: "liability_undisputed"
    case .damageSmallDetermined: "damage_small_determined"
    case .agencyConsents: "agency_consents"
    case .obligorAgrees: "obligor_agrees"
    case .inRedLine: "in_red_line"
    case .inNatureReserve: "in_nature_reserve"
    case .inKeyEcologicalFunctionZone: "in_key_ecological_function_zone"
    case .inProhibitedDevelopmentZone: "in_prohibited_development_zone"
    case .inOtherStrictProtectionArea: "in_other_strict_protection_area"
    case .inSpringKeyProtectionArea: "in_spring_key_protection_area"
    case .eventInRedLine: "event_in_red_line"
    case .eventInNatureReserve: "event_in_nature_reserve"
    case .eventInKeyEcologicalFunctionZone: "event_in_key_ecological_function_zone"
    case .eventInProhibitedDevelopmentZone: "event_in_prohibited_development_zone"
    case .eventInOtherStrictProtectionArea: "event_in_other_strict_protection_area"
    case .resultInRedLine: "result_in_red_line"
    case .resultInNatureReserve: "result_in_nature_reserve"
    case .resultInOtherStrictProtectionArea: "result_in_other_strict_protection_area"
    case .priorDamageEvents: "prior_damage_events"
    case .fullyRestored: "fully_restored"
    case .restoredVia: "restored_via"
    case .lossesPaid: "losses_paid_cc1235"
    case .otherRegulationGround: "gl18_other_ground"
    case .provincialOtherException: "provincial_other_exception"
    case .centralInspectionFinding: "central_inspection_finding"
    case .provincialInspectionFinding: "provincial_inspection_finding"
    case .importantIssue: "important_issue"
    case .explicitlyAssigned: "explicitly_assigned"
    case .superiorAssignedMajorMatter: "superior_assigned_major_matter"
    case .yellowRiverFilmExposed: "yellow_river_film_exposed"
    case .emergencyLevel: "emergency_level"
    case .ecologicalDestructionLevel: "ecological_destruction_level"
    case .nationwideMajorInfluence: "nationwide_major_influence"
    case .provinceMajorInfluence: "province_major_influence"
    case .severeConsequenceDetermined: "severe_consequence_determined"
    case .difficultCase: "difficult_case"
    case .shortAndMinorPollution: "short_and_minor_pollution"
    case .immediateRectifiedAndCleaned: "immediate_rectified_and_cleaned"
    case .nonListedSpeciesMinor: "non_listed_species_minor"
    case .minorCorrectedNoConsequence: "minor_corrected_no_consequence"
    case .personalOrPropertyOnly: "personal_or_property_only"
    case .historicalNoResponsibleParty: "historical_no_responsible_party"
    case .appraisalCompleted: "appraisal_completed"
    case .restorationPlanDrafted: "restoration_plan_drafted"
    }
  }

  /// The fact that packs write as `name`; `nil` for any other text.
  package init?(name: some StringProtocol) {
    guard let fact = Fact.allCases.first(where: { $0.name == name }) else { return nil }
    self = fact
  }

  /// What kind of value the fact has.
  package var kind: FactKind {
    switch self {
    case .channel, .damageAmountBasis, .restoredVia: .choice
    case .occurrenceDate, .discoveryDate, .transferReceivedDate, .reportReceivedDate,
      .investigationEndDate, .appraisalCommissionDate, .negotiationServedDate, .closedDate:
      .day
    case .departments: .texts
    case .damageAmountDetermined, .damageAmountEstimate: .money
    case .priorDamageEvents: .events
    case .emergencyLevel, .ecologicalDestructionLevel: .level
    default: .truth
    }
  }
}

/// The kinds of value a fact can have; raw values are the words of the catalogue.
package enum FactKind: String, Sendable, Hashable, CaseIterable {
  case truth = "bool"
  case day = "date"
  case money
  /// One or several of a closed list.
  case choice = "enum"
  /// One of a scale, lowest first.
  case level = "ordinal"
  case texts = "string_list"
  case events = "event_list"
}
