internal import Law

/// The rules of one engine with what a finding cites of them, whatever the lead.
struct CitedChain {
  /// A rule with the document it stands in.
  struct CitedRule {
    let number: Int
    let rule: Rule
    let document: String
    let pack: String
    let facts: [Fact]
  }

  /// By conclusion, the rules of the chain that conclude it; conclusions of which no pack knows are
  /// left out.
  let rules: [(conclusion: Conclusion, term: String, rules: [CitedRule])]
  var deciding: DecidingFacts

  private let engine: RuleEngine
  private var standings: [RuleEngine.Standing]?

  init(_ engine: RuleEngine, _ conclusions: ConclusionCatalogue) {
    self.engine = engine
    deciding = DecidingFacts(engine)
    let all = engine.rules.enumerated().map { number, rule in
      let pack = engine.pack(ofRule: number)
      var facts: [Fact] = []
      for fact in rule.when.facts where !facts.contains(fact) { facts.append(fact) }
      return CitedRule(
        number: number, rule: rule, document: pack.documentNumber ?? pack.title,
        pack: "\(pack.id)@\(pack.version)", facts: facts)
    }
    rules = Conclusion.allCases.compactMap { conclusion in
      let own = all.filter { $0.rule.concludes == conclusion }
      return own.isEmpty ? nil : (conclusion, conclusions.zh(conclusion), own)
    }
  }

  /// By rule, how it stands; the same for all leads of one day.
  mutating func standings(in evaluation: Evaluation) -> [RuleEngine.Standing] {
    if let standings { return standings }
    let found = engine.rules.indices.map { engine.standing(ofRule: $0, in: evaluation) }
    standings = found
    return found
  }
}
