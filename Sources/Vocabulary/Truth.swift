/// A four-valued truth: the screening never takes an absence for a "no".
package enum Truth: UInt8, Sendable, Hashable, CaseIterable {
  case `false` = 0
  case `true` = 1
  /// Not known; may still turn out either way.
  case unknown = 2
  /// No rule in force speaks of it; not the same as `false`.
  case noRule = 3

  /// The truth of something that is known.
  package init(_ known: Bool) { self = known ? .true : .false }

  /// The letter used in every output: `T`, `F`, `U` or `N`.
  package var letter: String {
    switch self {
    case .true: "T"
    case .false: "F"
    case .unknown: "U"
    case .noRule: "N"
    }
  }

  /// The truth written as `letter`; `nil` for any other text.
  package init?(letter: some StringProtocol) {
    switch letter {
    case "T": self = .true
    case "F": self = .false
    case "U": self = .unknown
    case "N": self = .noRule
    default: return nil
    }
  }

  /// What officials read: 是, 否, 未知, 无适用规则.
  package var wording: Wording {
    switch self {
    case .true: Wording(zh: "是", en: "yes")
    case .false: Wording(zh: "否", en: "no")
    case .unknown: Wording(zh: "未知", en: "unknown")
    case .noRule: Wording(zh: "无适用规则", en: "no applicable rule")
    }
  }

  /// Strong Kleene conjunction; `noRule` counts as unknown inside an expression.
  package static func && (left: Truth, right: Truth) -> Truth {
    if left == .false || right == .false { return .false }
    return left == .true && right == .true ? .true : .unknown
  }

  /// Strong Kleene disjunction; `noRule` counts as unknown inside an expression.
  package static func || (left: Truth, right: Truth) -> Truth {
    if left == .true || right == .true { return .true }
    return left == .false && right == .false ? .false : .unknown
  }

  /// Strong Kleene negation.
  package static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .true: .false
    case .false: .true
    case .unknown, .noRule: .unknown
    }
  }
}
