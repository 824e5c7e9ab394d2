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

  /// What officials read: 不纳入, 待核查, 未造成损害, 可不启动, 应启动, 需人工研判.
  package var term: String {
    switch self {
    case .excluded: "不纳入"
    case .verify: "待核查"
    case .closeNoDamage: "未造成损害"
    case .mayNotInitiate: "可不启动"
    case .initiate: "应启动"
    case .review: "需人工研判"
    }
  }

  /// Whether the lead needs nothing more once its quarter is reported.
  ///
  /// `mayNotInitiate` is not settled: a named person has to take the decision.
  package var isSettled: Bool { self == .excluded || self == .closeNoDamage }
}
