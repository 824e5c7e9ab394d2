internal import Vocabulary

/// What the rules say of one case, in the public form of `leadscreen rules evaluate --json`.
package struct CaseResult: Sendable, Hashable, Encodable {
  /// The last days of one deadline, `unknown` where they cannot be counted.
  package struct Dates: Sendable, Hashable, Encodable {
    package let due: String
    package let dueAfterHoliday: String

    private enum CodingKeys: String, CodingKey {
      case due
      case dueAfterHoliday = "due_203"
    }
  }

  package let id: String
  /// Every conclusion with its letter.
  package let conclusions: [String: String]
  package let disposition: String
  /// For every unknown conclusion, what is missing to settle it.
  package let decisive: [String: [String]]
  /// The rules that are true, in chain order.
  package let grounds: [String]
  package let deadlines: [String: Dates]

  /// Evaluates a case under its pack and those above it.
  ///
  /// The pack is one of the engines' library, as `CaseFile` makes sure.
  package init(_ one: CaseFile.Case, _ engines: inout PackEngines) {
    let engine = engines.engine(ofPack: one.pack, reading: one.reading)
    let evaluation = engine.evaluate(one.facts, asOf: one.asOf)
    let deciding = engines.atoms(of: one, in: evaluation)
    var letters: [String: String] = [:]
    var atoms: [String: [String]] = [:]
    for conclusion in Conclusion.allCases {
      letters[conclusion.name] = evaluation[conclusion].letter
      guard evaluation[conclusion] == .unknown else { continue }
      atoms[conclusion.name] = deciding[Int(conclusion.rawValue)]
    }
    var dates: [String: Dates] = [:]
    for deadline in engine.deadlines(one.facts) {
      dates[deadline.rule.id] = Dates(
        due: deadline.due?.description ?? "unknown",
        dueAfterHoliday: deadline.dueAfterHoliday?.description ?? "unknown")
    }
    id = one.id
    conclusions = letters
    disposition = evaluation.disposition.rawValue
    decisive = atoms
    grounds = engine.grounds(of: evaluation)
    deadlines = dates
  }

  /// How the result differs from what the case expects, one line a difference, sorted.
  package func differences(from expectation: CaseExpectation) -> [String] {
    var lines: [String] = []
    for (conclusion, value) in expectation.conclusions
    where conclusions[conclusion.name] != value.letter {
      lines.append(
        "\(conclusion.name) = \(conclusions[conclusion.name] ?? ""), not \(value.letter)")
    }
    if let wanted = expectation.disposition, wanted.rawValue != disposition {
      lines.append("disposition = \(disposition), not \(wanted.rawValue)")
    }
    for (conclusion, wanted) in expectation.decisive {
      let found = decisive[conclusion.name] ?? []
      if found != wanted.sorted() {
        lines.append("decisive \(conclusion.name) = \(found), not \(wanted.sorted())")
      }
    }
    for rule in expectation.grounds where !grounds.contains(rule) {
      lines.append("\(rule) is no ground")
    }
    for (id, day) in expectation.due where (deadlines[id]?.due ?? "absent") != day {
      lines.append("due \(id) = \(deadlines[id]?.due ?? "absent"), not \(day)")
    }
    for (id, day) in expectation.dueAfterHoliday
    where (deadlines[id]?.dueAfterHoliday ?? "absent") != day {
      lines.append("due_203 \(id) = \(deadlines[id]?.dueAfterHoliday ?? "absent"), not \(day)")
    }
    return lines.sorted()
  }
}
