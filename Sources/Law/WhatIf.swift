package import Vocabulary

/// What a what-if puts in the place of what holds; everything it does not name stays.
///
/// Written by people and not yet checked against any packs, which `variants` does.
package struct WhatIf: Sendable, Hashable {
  /// A named key with the value to stand in its place, as written: `minor_amount_max`, `5000.00`.
  package struct Replacement: Sendable, Hashable {
    package let name: String
    package let value: String

    /// A replacement written `NAME=VALUE`; `nil` for a text without name, value or `=`.
    package init?(_ text: some StringProtocol) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
      name = String(parts[0])
      value = String(parts[1])
    }
  }

  /// The day of decision of every lead, which selects the law.
  package enum DecisionDay: Sendable, Hashable {
    case on(Day)
    /// Each lead by its own day of occurrence; one without keeps the day it was decided on.
    case occurrence
  }

  /// The pack to decide by, with those above it.
  package var pack: String?
  /// Without one the day on which the leads were decided stays.
  package var day: DecisionDay?
  /// Numbers of the law, `minor_amount_max=5000.00`: yuan, or whole years.
  package var numbers: [Replacement] = []
  /// Answers to open questions: `true`, `false` or `open`.
  package var answers: [Replacement] = []
  /// Packs that are in force, or are not, whatever their days say: `true` or `false`.
  package var assumptions: [Replacement] = []
  /// Facts of a lead where they are unknown: `true` or `false`.
  package var facts: [Replacement] = []
  /// Whether to run twice, with unknown red lines and reserves all true, then all false.
  package var boundsRedLines = false

  /// Nothing is replaced yet.
  package init() {}

  /// The longest look-back in whole years that its numbers may ask for; 0 without any.
  ///
  /// An amount that could be a number of years is taken for one: looking back further costs time and
  /// changes nothing.
  package var longestYears: Int {
    numbers.compactMap { Int($0.value) }.filter(Parameter.yearsRange.contains).max() ?? 0
  }

  /// Whether it leaves everything as it is.
  package var isEmpty: Bool { self == WhatIf() }
}

/// One way to decide leads: engines, a day, and what is taken of facts that are unknown.
package struct RuleVariant: Sendable {
  /// What tells the variants of one what-if apart; raw values are public.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case whatIf = "what_if"
    /// Unknown red lines and reserves all inside.
    case allInside = "all_inside"
    /// Unknown red lines and reserves all outside.
    case allOutside = "all_outside"

    package var wording: Wording {
      switch self {
      case .whatIf: Wording(zh: "假设", en: "what if")
      case .allInside: Wording(zh: "未知红线全部在内", en: "unknown red lines all inside")
      case .allOutside: Wording(zh: "未知红线全部在外", en: "unknown red lines all outside")
      }
    }
  }

  package let kind: Kind
  /// In place of each engine that decides leads now, the one that would.
  package let engines: [RuleEngine]
  /// `nil` keeps the day on which the leads were decided.
  package let day: WhatIf.DecisionDay?
  /// Facts of kind `truth` and the value each takes in leads where it is unknown.
  let assumed: [(fact: Fact, value: Bool)]
  let catalogue: FactCatalogue

  /// What is evaluated of a lead: its facts, the unknown ones as assumed.
  func completed(_ facts: FactSet) -> FactSet {
    var completed = facts
    for one in assumed
    where !facts.isKnown(facts.standIn(for: one.fact, catalogue) ?? one.fact) {
      completed.set(one.fact, one.value)
    }
    return completed
  }

  /// The day of decision of a lead that was decided on `recorded`; `nil` if it has to be the day of
  /// occurrence and that is unknown.
  func day(of facts: FactSet, recorded: Day) -> Day? {
    switch day {
    case nil: recorded
    case .on(let day): day
    case .occurrence: facts.day(.occurrenceDate)
    }
  }
}
