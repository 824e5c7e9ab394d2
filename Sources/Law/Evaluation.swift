package import Vocabulary

/// What the rules say of one lead on one day.
///
/// Holds the value of every conclusion, every rule and every part of a condition; `RuleEngine` turns
/// them into traces when asked.
package struct Evaluation: Sendable, Hashable {
  /// The day of decision, which selects the law.
  package let asOf: Day
  let stretch: Int
  let values: [Truth]
  package let disposition: Disposition
  /// Whether evaluating by the day of occurrence gives another result; unknown without that day.
  package let isVersionSensitive: Truth

  /// The value of a conclusion.
  package subscript(conclusion: Conclusion) -> Truth { values[Int(conclusion.rawValue)] }

  /// The value of a rule, by its number in `RuleEngine.rules`; false for one out of force.
  package subscript(rule number: Int) -> Truth { values[Conclusion.allCases.count + number] }
}

extension RuleEngine {
  /// How a rule stands to the day of an evaluation.
  package enum Standing: Sendable, Hashable {
    case applies
    /// Whether its pack is in force, or a displacing one, is not known.
    case mayApply
    case outOfForce
    /// Displaced by the packs named.
    case displaced(by: [String])
  }

  /// How the rule with that number stands on the day of the evaluation.
  package func standing(ofRule number: Int, in evaluation: Evaluation) -> Standing {
    let program = programs[evaluation.stretch]
    let one = chain.rules[number]
    let gate = gate(ofRule: number, in: evaluation)
    switch gate {
    case .true: return .applies
    case .unknown, .noRule: return .mayApply
    case .false:
      let others = one.displacers.filter { program.inForce[$0] == .true }
      guard one.gap == nil, program.inForce[one.pack] != .false, !others.isEmpty else {
        return .outOfForce
      }
      return .displaced(by: others.map { chain.packs[$0].id })
    }
  }

  func gate(ofRule number: Int, in evaluation: Evaluation) -> Truth {
    let slot = Conclusion.allCases.count + number
    guard case .ground(_, let gate, _, _) = programs[evaluation.stretch].operation(of: slot) else {
      return .unknown
    }
    return evaluation.values[gate]
  }

  /// The ids of the rules that are true and make a conclusion true, in chain order.
  package func grounds(of evaluation: Evaluation) -> [String] {
    chain.rules.indices.compactMap { number in
      evaluation[rule: number] == .true ? chain.rules[number].rule.id : nil
    }
  }
}
