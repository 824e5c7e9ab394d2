/// A conclusion that a rule may set, in the order of the catalogue (`Packs/conclusions.yaml`).
///
/// Each is the Kleene disjunction of its grounds; its Chinese name stands in the catalogue.
package enum Conclusion: UInt8, Sendable, Hashable, CaseIterable {
  case scopeExcluded = 0
  case minorByAmount, minorByImpact, minor, redLineException, repeatException, otherException
  case mayNotInitiate, mayTerminate, major, simpleAssessment, simpleNegotiation
  case oneCaseOneReport, designationNeeded, countyIsRightsHolder, regionLevelJurisdiction
  case mayRequestElevation, procuratorateFeedback, localSensitiveArea, listedTrigger
  case initiationPreconditionsMet

  /// The word that packs, cases and outputs use.
  package var name: String {
    switch self {
    case .scopeExcluded: "scope_excluded"
    case .minorByAmount: "minor_by_amount"
    case .minorByImpact: "minor_by_impact"
    case .minor: "minor"
    case .redLineException: "exc_red_line"
    case .repeatException: "exc_repeat"
    case .otherException: "exc_other"
    case .mayNotInitiate: "may_not_initiate"
    case .mayTerminate: "may_terminate"
    case .major: "major"
    case .simpleAssessment: "simple_assessment"
    case .simpleNegotiation: "simple_negotiation"
    case .oneCaseOneReport: "one_case_one_report"
    case .designationNeeded: "designation_needed"
    case .countyIsRightsHolder: "county_is_rights_holder"
    case .regionLevelJurisdiction: "region_level_jurisdiction"
    case .mayRequestElevation: "may_request_elevation"
    case .procuratorateFeedback: "procuratorate_feedback"
    case .localSensitiveArea: "local_sensitive_area"
    case .listedTrigger: "listed_trigger"
    case .initiationPreconditionsMet: "initiation_preconditions_met"
    }
  }

  /// The conclusion that packs write as `name`; `nil` for any other text.
  package init?(name: some StringProtocol) {
    guard let conclusion = Conclusion.allCases.first(where: { $0.name == name }) else { return nil }
    self = conclusion
  }
}
