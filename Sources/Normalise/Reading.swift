import Vocabulary

/// What became of one cell.
///
/// Nothing is guessed: what cannot be read is unknown and says why, and what is blank is not zero.
package enum Reading<Value: Sendable>: Sendable {
  /// Blank, or a placeholder such as `/` or `不详`.
  case missing
  case value(Value)
  /// Usable, but a person should look at it; the wording, if there is one, says more than the code.
  case flagged(Value, ProblemCode, Wording? = nil)
  /// Unknown; the wording says what is wrong with this value in particular.
  case unreadable(ProblemCode, Wording)

  /// The value to work with; `nil` is unknown.
  package var usable: Value? {
    switch self {
    case .value(let value), .flagged(let value, _, _): value
    case .missing, .unreadable: nil
    }
  }

  /// Whether the cell says nothing.
  var isMissing: Bool {
    if case .missing = self { true } else { false }
  }

  /// The same outcome with another value.
  func map<Other>(_ change: (Value) -> Other) -> Reading<Other> {
    switch self {
    case .missing: .missing
    case .value(let value): .value(change(value))
    case .flagged(let value, let code, let detail): .flagged(change(value), code, detail)
    case .unreadable(let code, let why): .unreadable(code, why)
    }
  }
}

extension Reading: Equatable where Value: Equatable {}
