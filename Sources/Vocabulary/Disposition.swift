/// What the rules propose to do with a lead (处置建议); raw values are public.
///
/// A proposal for the officer in charge, never a decision.
package enum Disposition: String, Sendable, Hashable, CaseIterable {
  case excluded
  case verify
  case closeNoDamage = "close_no_damage"
  case mayNotInitiate = "may_not_initiate"
  case initiate
  case review

  /// 不纳入, 待核查, 未造成损害, 可不启动, 应启动, 需人工研判.
  package var wording: Wording {
    switch self {
    case .excluded: Wording(zh: "不纳入", en: "excluded")
    case .verify: Wording(zh: "待核查", en: "to be verified")
    case .closeNoDamage: Wording(zh: "未造成损害", en: "no damage found")
    case .mayNotInitiate: Wording(zh: "可不启动", en: "may be not initiated")
    case .initiate: Wording(zh: "应启动", en: "to be initiated")
    case .review: Wording(zh: "需人工研判", en: "for a person to judge")
    }
  }

  /// What officials read.
  package var term: String { wording.zh }

  /// What stands until a review ends: the default duty is to initiate; `nil` for the others.
  package var fallback: Disposition? { self == .review ? .initiate : nil }

  /// Whether the lead needs nothing more once its quarter is reported.
  ///
  /// `mayNotInitiate` is not settled: a named person has to take the decision.
  package var isSettled: Bool { self == .excluded || self == .closeNoDamage }
}
