package import Law
package import Vocabulary

/// Where a fact of a lead comes from: which fields feed it, how sources are combined, who wins.
///
/// The one table of the step from records to rules; `Fact.source` has a row for every fact.
package struct FactSource: Sendable, Hashable {
  /// How the value is found.
  enum Way: Sendable, Hashable {
    /// What the records that speak of the field agree on (`Lead.truth`).
    case stated(TruthField)
    /// Layers, and what records declare (`LeadFacts.place`).
    case zone(TruthField, PlaceRole)
    /// The lead's day (`Lead.day(of:)`).
    case day(DayField)
    /// Worked out by a function of its own.
    case worked
  }

  let way: Way
  /// The canonical fields it is read from.
  package let fields: [Field]
  /// How they are combined, as officials read it.
  package let rule: String
  /// Whether the result of a check, where it speaks of the fact, goes before all fields.
  package private(set) var isVerifiable = false

  private init(_ way: Way, _ fields: [Field], _ rule: String) {
    self.way = way
    self.fields = fields
    self.rule = rule
  }

  static func stated(_ field: TruthField) -> FactSource {
    FactSource(.stated(field), [.truth(field)], "各记录说法一致才采用，不一致为未知，逐条列出")
  }

  static func zone(_ field: TruthField, of role: PlaceRole = .damageArea) -> FactSource {
    FactSource(
      .zone(field, role), [.coordinates, .choice(.placeRole), .truth(field)],
      "图层比对为是，或者填报为是而图层未否定，即为是；图层为否而填报为是，未知并交人工；没有图层或者地点时采用填报")
  }

  static func day(
    _ field: DayField, also others: [DayField] = [], _ rule: String = FactSource.byPrecedence
  ) -> FactSource {
    FactSource(.day(field), ([field] + others).map(Field.day), rule)
  }

  static func worked(_ fields: [Field], _ rule: String) -> FactSource {
    FactSource(.worked, fields, rule)
  }

  /// The source with the results of checks before it; `column` is where they state the fact.
  func verified(by column: String) -> FactSource {
    var source = FactSource(way, fields, "核查结果（decide 收回的“\(column)”）优先；没有时，" + rule)
    source.isVerifiable = true
    return source
  }

  fileprivate static let all = Fact.allCases.map(\.row)

  /// How each fact is found, in the order of facts.
  static let ways = Fact.allCases.map { ($0, $0.source.way) }

  static let byPrecedence = "按来源次序采用：处罚、执法检查、督察、突发环境事件、检察移送、信访；同类取日期较晚的"
}

extension Fact {
  /// The fact's row of the table.
  package var source: FactSource { FactSource.all[Int(rawValue)] }

  /// The field in which records declare a fact about the place; `nil` for any other fact.
  package var declaringField: TruthField? {
    if case .zone(let field, _) = source.way { field } else { nil }
  }

  fileprivate var row: FactSource {
    switch self {
    case .channel:
      .worked([.channel, .choice(.inspectorateLevel)], "来源种类和线索渠道列，各渠道并列")
    case .occurrenceDate: .day(.occurrence)
    case .discoveryDate:
      .day(
        .discovery, also: [.transferReceived, .reportReceived],
        "发现、移送接收、举报受理中最早的登记日；都没有时取首次筛查日")
    case .transferReceivedDate: .day(.transferReceived, FactSource.earliest)
    case .reportReceivedDate: .day(.reportReceived, FactSource.earliest)
    case .investigationEndDate: .day(.investigationEnd)
    case .appraisalCommissionDate: .day(.appraisalCommission)
    case .negotiationServedDate: .day(.negotiationServed)
    case .closedDate: .day(.closed)
    case .departments: .worked([.media], "按环境要素建议，供指定主办部门时参考；没有要素为未知")
    case .crossCounty: .stated(.crossCounty)
    case .crossCity: .stated(.crossCity)
    case .crossProvince: .stated(.crossProvince)
    case .inNingdongBase: .stated(.inNingdongBase)
    case .damageConfirmed:
      .worked(
        [.truth(.damageConfirmed), .amount(.damage), .truth(.substantiated)],
        "认定结论，日期最晚的为准；没有结论时，大于零的认定数额即造成损害，各记录都称不属实即未造成"
      ).verified(by: "核查结论")
    case .damageAmountDetermined:
      .worked(
        [.amount(.damage), .choice(.damageBasis)],
        "鉴定评估报告、综合认定、专家评估依次采用；同一效力的数额不同为未知并交人工；预估数额从不采用"
      ).verified(by: "损害金额（元）")
    case .damageAmountEstimate:
      .worked(
        [.amount(.damage), .choice(.damageBasis)], "没有认定方式或者方式为预估的数额；" + FactSource.byPrecedence)
    case .damageAmountBasis:
      .worked([.choice(.damageBasis)], "与所采用的认定数额同一记录；预估不是认定方式")
        .verified(by: "数额认定方式")
    case .noObviousImpactDetermined:
      .stated(.noObviousImpact).verified(by: "不启动理由")
    case .noPenaltyBenchmarkMet: .stated(.noPenaltyBenchmark)
    case .noCompensationNeeded: .stated(.noCompensationNeeded)
    case .factsSimple: .stated(.factsSimple)
    case .liabilityUndisputed: .stated(.liabilityUndisputed)
    case .damageSmallDetermined: .stated(.damageSmall)
    case .agencyConsents: .stated(.agencyConsents)
    case .obligorAgrees: .stated(.obligorAgrees)
    case .inRedLine: .zone(.declaredRedLine)
    case .inNatureReserve: .zone(.declaredReserve)
    case .inKeyEcologicalFunctionZone: .zone(.declaredKeyFunctionZone)
    case .inProhibitedDevelopmentZone: .zone(.declaredProhibitedZone)
    case .inOtherStrictProtectionArea: .zone(.declaredStrictProtection)
    case .inSpringKeyProtectionArea: .zone(.declaredSpringProtection)
    case .eventInRedLine: .zone(.eventInRedLine, of: .event)
    case .eventInNatureReserve: .zone(.eventInReserve, of: .event)
    case .eventInKeyEcologicalFunctionZone: .zone(.eventInKeyFunctionZone, of: .event)
    case .eventInProhibitedDevelopmentZone: .zone(.eventInProhibitedZone, of: .event)
    case .eventInOtherStrictProtectionArea: .zone(.eventInStrictProtection, of: .event)
    case .resultInRedLine: .zone(.resultInRedLine, of: .result)
    case .resultInNatureReserve: .zone(.resultInReserve, of: .result)
    case .resultInOtherStrictProtectionArea: .zone(.resultInStrictProtection, of: .result)
    case .priorDamageEvents:
      .worked(
        [
          .day(.occurrence), .truth(.damageConfirmed), .amount(.damage), .choice(.damageBasis),
          .truth(.substantiated), .text(.documentNumber), .truth(.withdrawn),
        ],
        "同一义务人的历史赔偿案件和其他线索；有未撤销的处罚决定为违法，认定造成损害为损害，否则未知；义务人不明为未知")
    case .fullyRestored:
      .worked(
        [.truth(.restored), .truth(.rectified)], "是否完成修复，日期最晚的为准；没有时，未完成整改即未修复"
      ).verified(by: "修复情况")
    case .restoredVia:
      .worked([.choice(.restorationRoute)], FactSource.byPrecedence).verified(by: "修复情况")
    case .lossesPaid: .stated(.lossesPaid)
    case .otherRegulationGround: .stated(.otherRegulationGround)
    case .provincialOtherException: .stated(.provincialOtherException)
    case .centralInspectionFinding:
      .worked(
        [.choice(.inspectorateLevel), .truth(.centralFinding)], FactSource.findings)
    case .provincialInspectionFinding:
      .worked(
        [.choice(.inspectorateLevel), .truth(.provincialFinding)], FactSource.findings)
    case .importantIssue: .stated(.importantIssue)
    case .explicitlyAssigned:
      .worked([.truth(.explicitlyAssigned), .channel], FactSource.assignments)
    case .superiorAssignedMajorMatter:
      .worked([.truth(.assignedMajorMatter), .channel], FactSource.assignments)
    case .yellowRiverFilmExposed: .stated(.filmExposed)
    case .emergencyLevel:
      .worked([.choice(.emergencyLevel), .channel], "没有突发环境事件来源为无；" + FactSource.byPrecedence)
    case .ecologicalDestructionLevel:
      .worked(
        [.choice(.destructionLevel), .media], "只涉及被污染的要素为无；" + FactSource.byPrecedence)
    case .nationwideMajorInfluence: .stated(.nationwideInfluence)
    case .provinceMajorInfluence: .stated(.provinceInfluence)
    case .severeConsequenceDetermined: .stated(.severeConsequence)
    case .difficultCase: .stated(.difficultCase)
    case .shortAndMinorPollution: .stated(.shortAndMinorPollution)
    case .immediateRectifiedAndCleaned: .stated(.immediatelyRectifiedAndCleaned)
    case .nonListedSpeciesMinor: .stated(.nonListedSpeciesMinor)
    case .minorCorrectedNoConsequence: .stated(.minorCorrectedNoConsequence)
    case .personalOrPropertyOnly:
      .worked(
        [.truth(.personalOrPropertyOnly), .media], "有填报按填报；没有时，写明环境要素即为否，否则未知")
    case .historicalNoResponsibleParty:
      .worked(
        [.truth(.noResponsibleParty), .text(.partyName), .text(.creditCode)],
        "有填报按填报；没有时，写明当事人或者代码即为否，否则未知")
    case .appraisalCompleted: .stated(.appraisalCompleted)
    case .restorationPlanDrafted: .stated(.restorationPlanDrafted)
    }
  }
}

extension FactSource {
  fileprivate static let earliest = "各记录中最早的"
  fileprivate static let findings = "该级督察的记录，或者填报为是，即为是；督察记录未写层级为未知；都没有时推定为否"
  fileprivate static let assignments = "有填报按填报；没有填报而渠道为上级机关交办，未知；都没有时推定为否"
}
