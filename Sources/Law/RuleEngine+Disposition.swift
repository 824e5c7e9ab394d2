internal import Vocabulary

extension RuleEngine {
  /// The proposal that follows from the conclusions: policy of the program, not content of a pack.
  func disposition(_ values: [Truth], damageConfirmed: Truth) -> Disposition {
    switch values[.scopeExcluded] {
    case .true: return .excluded
    case .unknown: return .review
    case .false, .noRule: break
    }
    switch damageConfirmed {
    case .false: return .closeNoDamage
    case .unknown, .noRule: return .verify
    case .true: break
    }
    guard tensions(in: values).isEmpty else { return .review }
    switch values[.mayNotInitiate] {
    case .true: return .mayNotInitiate
    case .unknown, .noRule: return .review
    case .false: return values.allow(.mayTerminate) ? .review : .initiate
    }
  }

  /// The pairs of conclusions in tension that are both possible for the lead: questions for a person.
  package func tensions(in evaluation: Evaluation) -> [Tension] { tensions(in: evaluation.values) }

  private func tensions(in values: [Truth]) -> [Tension] {
    chain.conclusions.tensions.filter { values.allow($0.first) && values.allow($0.second) }
  }

  /// The conclusions that settle what becomes of a lead, each once: what is unknown of them is what
  /// has to be found out.
  ///
  /// None of a lead that is excluded or closed; else those the disposition turns on, and whether the
  /// case is a major one. Termination is no question
  /// where nothing need be initiated; a pair in tension is one where it made the disposition `review`.
  package func settlingConclusions(of evaluation: Evaluation) -> [Conclusion] {
    switch evaluation.disposition {
    case .excluded, .closeNoDamage: return []
    case .verify, .mayNotInitiate, .initiate, .review: break
    }
    var conclusions: [Conclusion] = [.scopeExcluded, .mayNotInitiate, .major]
    if evaluation[.mayNotInitiate] != .true { conclusions.append(.mayTerminate) }
    guard evaluation.disposition == .review else { return conclusions }
    for conclusion in tensions(in: evaluation).flatMap({ [$0.first, $0.second] })
    where !conclusions.contains(conclusion) {
      conclusions.append(conclusion)
    }
    return conclusions
  }

  /// The unknown facts that rules compare with a number which is itself unknown, each once.
  ///
  /// Beside such a number (`param:NAME`) no fact decides by itself; a person still needs both.
  package func unknownFacts(comparedWith parameter: String, _ facts: FactSet) -> [Fact] {
    let compared = Set(rules.flatMap { $0.when.facts(comparedWith: parameter) })
    return Fact.allCases.filter { compared.contains($0) && !facts.isKnown($0) }
  }
}

extension [Truth] {
  /// The value of a conclusion in the slots of an evaluation.
  fileprivate subscript(conclusion: Conclusion) -> Truth { self[Int(conclusion.rawValue)] }

  /// Whether a conclusion is possible; eligibility pulls against something only when it is there.
  fileprivate func allow(_ conclusion: Conclusion) -> Bool {
    let value = self[conclusion]
    return conclusion == .mayNotInitiate ? value == .true : value == .true || value == .unknown
  }
}
