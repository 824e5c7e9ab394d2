/// The canonical fields a profile maps columns to, by kind; raw names are what profiles write.
package enum TextField: UInt8, Sendable, Hashable, CaseIterable {
  case recordNumber = 0
  case partyName, creditCode, personID, weakCode, registrationNumber, organisationCode
  case permitNumber, legalRepresentative
  case place, violation, facts, documentNumber, authority, legalBasis, penaltyContent
  case inspectionRound, eventName, remarks, reporter, reporterPhone
  /// The area or line of the damage, as WKT or as a GeoJSON geometry.
  case placeShape

  /// The word that profiles use.
  package var name: String {
    switch self {
    case .recordNumber: "record_number"
    case .partyName: "party_name"
    case .creditCode: "credit_code"
    case .personID: "person_id"
    case .weakCode: "weak_code"
    case .registrationNumber: "registration_number"
    case .organisationCode: "organisation_code"
    case .permitNumber: "permit_number"
    case .legalRepresentative: "legal_representative"
    case .place: "place"
    case .violation: "violation"
    case .facts: "facts"
    case .documentNumber: "document_number"
    case .authority: "authority"
    case .legalBasis: "legal_basis"
    case .penaltyContent: "penalty_content"
    case .inspectionRound: "inspection_round"
    case .eventName: "event_name"
    case .remarks: "remarks"
    case .reporter: "reporter"
    case .reporterPhone: "reporter_phone"
    case .placeShape: "place_shape"
    }
  }

  /// Whether the text identifies a natural person and never leaves the ledger.
  package var isRestricted: Bool {
    switch self {
    case .personID, .reporter, .reporterPhone: true
    default: false
    }
  }
}

/// Fields whose values are days.
package enum DayField: UInt8, Sendable, Hashable, CaseIterable {
  case occurrence = 0
  case discovery, transferReceived, reportReceived, decision, rectified
  case feedbackDue, feedback, closed
  case investigationEnd, appraisalCommission, negotiationServed

  /// The word that profiles use.
  package var name: String {
    switch self {
    case .occurrence: "occurrence_date"
    case .discovery: "discovery_date"
    case .transferReceived: "transfer_received_date"
    case .reportReceived: "report_received_date"
    case .decision: "decision_date"
    case .rectified: "rectified_date"
    case .feedbackDue: "feedback_due"
    case .feedback: "feedback_date"
    case .closed: "closed_date"
    case .investigationEnd: "investigation_end_date"
    case .appraisalCommission: "appraisal_commission_date"
    case .negotiationServed: "negotiation_served_date"
    }
  }
}

/// Fields whose values are amounts of money.
package enum AmountField: UInt8, Sendable, Hashable, CaseIterable {
  case damage = 0
  case fine, confiscated, appraisalFee, responseCost, directLoss

  /// The word that profiles use.
  package var name: String {
    switch self {
    case .damage: "damage_amount"
    case .fine: "fine_amount"
    case .confiscated: "confiscated_amount"
    case .appraisalFee: "appraisal_fee"
    case .responseCost: "response_cost"
    case .directLoss: "direct_loss"
    }
  }
}

/// Fields whose values are yes or no.
package enum TruthField: UInt8, Sendable, Hashable, CaseIterable {
  case declaredRedLine = 0
  case declaredReserve, damageConfirmed, rectified, restored, importantIssue
  case explicitlyAssigned, filmExposed, substantiated, caseClosed, fedBack, withdrawn
  case factsSimple, liabilityUndisputed, agencyConsents, obligorAgrees
  case noCompensationNeeded, noObviousImpact, noPenaltyBenchmark
  case personalOrPropertyOnly, noResponsibleParty
  case crossCounty, crossCity, crossProvince, inNingdongBase, declaredKeyFunctionZone
  case declaredProhibitedZone, declaredStrictProtection, declaredSpringProtection
  case damageSmall, lossesPaid, otherRegulationGround, provincialOtherException
  case centralFinding, provincialFinding, assignedMajorMatter, nationwideInfluence
  case provinceInfluence, severeConsequence, difficultCase, shortAndMinorPollution
  case immediatelyRectifiedAndCleaned, nonListedSpeciesMinor, minorCorrectedNoConsequence
  case appraisalCompleted, restorationPlanDrafted
  case eventInRedLine, eventInReserve, eventInKeyFunctionZone, eventInProhibitedZone
  case eventInStrictProtection, resultInRedLine, resultInReserve, resultInStrictProtection

  /// The word that profiles use.
  package var name: String {
    switch self {
    case .declaredRedLine: "in_red_line"
    case .declaredReserve: "in_nature_reserve"
    case .damageConfirmed: "damage_confirmed"
    case .rectified: "rectified"
    case .restored: "fully_restored"
    case .importantIssue: "important_issue"
    case .explicitlyAssigned: "explicitly_assigned"
    case .filmExposed: "yellow_river_film_exposed"
    case .substantiated: "substantiated"
    case .caseClosed: "case_closed"
    case .fedBack: "fed_back"
    case .withdrawn: "withdrawn"
    case .factsSimple: "facts_simple"
    case .liabilityUndisputed: "liability_undisputed"
    case .agencyConsents: "agency_consents"
    case .obligorAgrees: "obligor_agrees"
    case .noCompensationNeeded: "no_compensation_needed"
    case .noObviousImpact: "no_obvious_impact_determined"
    case .noPenaltyBenchmark: "no_penalty_benchmark_met"
    case .personalOrPropertyOnly: "personal_or_property_only"
    case .noResponsibleParty: "historical_no_responsible_party"
    case .crossCounty: "cross_county"
    case .crossCity: "cross_city"
    case .crossProvince: "cross_province"
    case .inNingdongBase: "in_ningdong_base"
    case .declaredKeyFunctionZone: "in_key_ecological_function_zone"
    case .declaredProhibitedZone: "in_prohibited_development_zone"
    case .declaredStrictProtection: "in_other_strict_protection_area"
    case .declaredSpringProtection: "in_spring_key_protection_area"
    case .damageSmall: "damage_small_determined"
    case .lossesPaid: "losses_paid_cc1235"
    case .otherRegulationGround: "gl18_other_ground"
    case .provincialOtherException: "provincial_other_exception"
    case .centralFinding: "central_inspection_finding"
    case .provincialFinding: "provincial_inspection_finding"
    case .assignedMajorMatter: "superior_assigned_major_matter"
    case .nationwideInfluence: "nationwide_major_influence"
    case .provinceInfluence: "province_major_influence"
    case .severeConsequence: "severe_consequence_determined"
    case .difficultCase: "difficult_case"
    case .shortAndMinorPollution: "short_and_minor_pollution"
    case .immediatelyRectifiedAndCleaned: "immediate_rectified_and_cleaned"
    case .nonListedSpeciesMinor: "non_listed_species_minor"
    case .minorCorrectedNoConsequence: "minor_corrected_no_consequence"
    case .appraisalCompleted: "appraisal_completed"
    case .restorationPlanDrafted: "restoration_plan_drafted"
    case .eventInRedLine: "event_in_red_line"
    case .eventInReserve: "event_in_nature_reserve"
    case .eventInKeyFunctionZone: "event_in_key_ecological_function_zone"
    case .eventInProhibitedZone: "event_in_prohibited_development_zone"
    case .eventInStrictProtection: "event_in_other_strict_protection_area"
    case .resultInRedLine: "result_in_red_line"
    case .resultInReserve: "result_in_nature_reserve"
    case .resultInStrictProtection: "result_in_other_strict_protection_area"
    }
  }
}

/// Fields whose values are the cases of a closed enumeration, stored as its raw value.
package enum ChoiceField: UInt8, Sendable, Hashable, CaseIterable {
  case emergencyLevel = 0
  case destructionLevel, damageBasis, restorationRoute, inspectorateLevel, datum, placeRole

  /// The word that profiles use.
  package var name: String {
    switch self {
    case .emergencyLevel: "emergency_level"
    case .destructionLevel: "ecological_destruction_level"
    case .damageBasis: "damage_amount_basis"
    case .restorationRoute: "restored_via"
    case .inspectorateLevel: "inspectorate_level"
    case .datum: "coordinate_system"
    case .placeRole: "place_role"
    }
  }
}

/// Any canonical field a column can be mapped to.
///
/// `identityNumber` is a column that holds a company's code or a person's; `coordinates` holds both
/// axes in one cell. Both become other fields once their value has been read.
package enum Field: Sendable, Hashable {
  case text(TextField)
  case day(DayField)
  case amount(AmountField)
  case truth(TruthField)
  case choice(ChoiceField)
  case county, longitude, latitude, coordinates, media, channel, identityNumber

  /// Every field, in a fixed order.
  package static let all: [Field] =
    TextField.allCases.map(Field.text) + DayField.allCases.map(Field.day)
    + AmountField.allCases.map(Field.amount) + TruthField.allCases.map(Field.truth)
    + ChoiceField.allCases.map(Field.choice)
    + [.county, .longitude, .latitude, .coordinates, .media, .channel, .identityNumber]

  /// The word that profiles use; no two fields share one.
  package var name: String {
    switch self {
    case .text(let field): field.name
    case .day(let field): field.name
    case .amount(let field): field.name
    case .truth(let field): field.name
    case .choice(let field): field.name
    case .county: "county"
    case .longitude: "longitude"
    case .latitude: "latitude"
    case .coordinates: "coordinates"
    case .media: "media"
    case .channel: "channel"
    case .identityNumber: "identity_number"
    }
  }

  /// The field that profiles write as `name`.
  package init?(name: some StringProtocol) {
    guard let field = Field.all.first(where: { $0.name == name }) else { return nil }
    self = field
  }
}
