internal import Law
internal import Reports
internal import Vocabulary

/// The rules of one engine with what a finding cites of them, whatever the lead.
struct CitedChain {
  /// A rule with the document it stands in; one object for all leads that cite it.
  final class CitedRule: Sendable {
    let number: Int
    let rule: Rule
    let document: String
    let pack: String
    let facts: [Fact]

    init(number: Int, rule: Rule, document: String, pack: String, facts: [Fact]) {
      self.number = number
      self.rule = rule
      self.document = document
      self.pack = pack
      self.facts = facts
    }
  }

  /// By conclusion, the rules of the chain that conclude it; conclusions of which no pack knows are
  /// left out.
  let rules: [(conclusion: Conclusion, term: String, rules: [CitedRule])]
  var deciding: DecidingFacts

  private let engine: RuleEngine
  private let sentences: RuleSentence
  /// By the id of a deadline's rule, how it is counted; the same for all leads.
  private let periods: [String: Wording]
  private var standings: [RuleEngine.Standing]?

  init(_ engine: RuleEngine, _ library: RuleLibrary) {
    self.engine = engine
    sentences = RuleSentence(library, packs: engine.packs)
    periods = Dictionary(
      engine.packs.flatMap(\.deadlines).map { [sentences] in ($0.id, sentences.period($0)) },
      uniquingKeysWith: { first, _ in first })
    deciding = DecidingFacts(engine)
    let all = engine.rules.enumerated().map { number, rule in
      let pack = engine.pack(ofRule: number)
      return CitedRule(
        number: number, rule: rule, document: pack.shortTitle,
        pack: "\(pack.id)@\(pack.version)", facts: rule.when.facts)
    }
    rules = Conclusion.allCases.compactMap { conclusion in
      let own = all.filter { $0.rule.concludes == conclusion }
      return own.isEmpty ? nil : (conclusion, library.conclusions.zh(conclusion), own)
    }
  }

  /// The rule, and those that it restates or that restate it, in chain order.
  static func twins(of rule: CitedRule?, among considered: [CitedRule]) -> [CitedRule] {
    guard let rule else { return [] }
    func restates(_ one: Rule, _ other: Rule) -> Bool {
      one.relation?.kind == .restates && one.relation?.rules.contains(other.id) == true
    }
    return considered.filter {
      $0.number == rule.number || restates($0.rule, rule.rule) || restates(rule.rule, $0.rule)
    }
  }

  /// By rule, how it stands; the same for all leads of one day.
  mutating func standings(in evaluation: Evaluation) -> [RuleEngine.Standing] {
    if let standings { return standings }
    let found = engine.rules.indices.map { engine.standing(ofRule: $0, in: evaluation) }
    standings = found
    return found
  }

  /// A period that began for a lead, as outputs show it.
  func entry(_ deadline: Deadline) -> DeadlineEntry {
    let rule = deadline.rule
    return DeadlineEntry(
      rule: rule.id,
      document: engine.packs.first { $0.id == deadline.pack }?.shortTitle ?? deadline.pack,
      locator: rule.cite.locator, duty: rule.cite.summary,
      period: periods[rule.id] ?? sentences.period(rule),
      start: deadline.start, due: deadline.due, dueAfterHoliday: deadline.dueAfterHoliday,
      applies: deadline.applies)
  }
}
