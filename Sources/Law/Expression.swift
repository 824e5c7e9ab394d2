/// The condition of a rule, as the pack states it.
///
/// No number stands in a condition: thresholds and years are parameters, which have a day from
/// which they apply and a citation. `countAtLeast` counts what a text counts (两个及以上部门).
package indirect enum Expression: Sendable, Hashable {
  case all([Expression])
  case any([Expression])
  case not(Expression)
  /// False whatever the facts: the text rules it out.
  case never
  case fact(Fact)
  /// Another conclusion.
  case conclusion(Conclusion)
  /// The value is one of these places in the fact's closed list.
  case oneOf(Fact, [Int])
  case compare(Fact, Comparison, parameter: String)
  /// The level is this place of the scale or above.
  case atLeast(Fact, Int)
  case countAtLeast(Fact, Int)
  /// An unlawful act that caused damage came before, within the parameter's years.
  case recurs(events: Fact, at: Fact, years: String)
  /// A question of the register that the text leaves open.
  case open(String)

  /// How an amount stands to a parameter; whether the number itself is inside says its bound word.
  package enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// 以下, 不超过 (the number included), 不满 (not included).
    case atMost = "at_most"
    /// 超过 (the number not included), 以上 (included).
    case above
  }

  /// The parts of a connective; empty for everything else.
  package var parts: [Expression] {
    switch self {
    case .all(let parts), .any(let parts): parts
    case .not(let part): [part]
    default: []
    }
  }

  /// Every conclusion read, with repetitions, in the order of the text.
  package var conclusions: [Conclusion] {
    if case .conclusion(let conclusion) = self { return [conclusion] }
    return parts.flatMap(\.conclusions)
  }

  /// Every fact read, each once, in the order of the text.
  package var facts: [Fact] {
    var found: [Fact] = []
    for fact in allFacts where !found.contains(fact) { found.append(fact) }
    return found
  }

  private var allFacts: [Fact] {
    switch self {
    case .fact(let fact), .oneOf(let fact, _), .compare(let fact, _, _), .atLeast(let fact, _),
      .countAtLeast(let fact, _):
      [fact]
    case .recurs(let events, let at, _): [events, at]
    case .never, .conclusion, .open: []
    case .all, .any, .not: parts.flatMap(\.allFacts)
    }
  }

  /// Every parameter read, with repetitions.
  package var parameters: [String] { parameterUses.map(\.name) }

  /// Every parameter read, with repetitions, and what it must count to be read so.
  var parameterUses: [(name: String, kind: Parameter.Kind)] {
    switch self {
    case .compare(_, _, let name): [(name, .money)]
    case .recurs(_, _, let name): [(name, .years)]
    default: parts.flatMap(\.parameterUses)
    }
  }

  /// Every fact compared with that parameter, with repetitions.
  func facts(comparedWith name: String) -> [Fact] {
    if case .compare(let fact, _, name) = self { return [fact] }
    return parts.flatMap { $0.facts(comparedWith: name) }
  }

  /// Every open question asked, with repetitions.
  package var questions: [String] {
    if case .open(let id) = self { return [id] }
    return parts.flatMap(\.questions)
  }
}
