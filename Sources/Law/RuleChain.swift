internal import Vocabulary

/// The rules and deadlines of a chain of packs, each with what displaces it.
///
/// Shared by all stretches of days that an engine compiles.
struct RuleChain: Sendable {
  /// A rule with the pack it stands in.
  struct ChainRule: Sendable {
    let rule: Rule
    let pack: Int
    /// The packs that displace the rule while they are in force.
    let displacers: [Int]
    /// The days of a repealed text without which the law of those days is not known.
    let gap: ClosedRange<Day>?
  }

  /// A deadline with the pack it stands in.
  struct ChainDeadline: Sendable {
    let rule: DeadlineRule
    let pack: Int
    /// The deadlines that displace it while their packs are in force and their conditions hold.
    let displacers: [Int]
  }

  let packs: [RulePack]
  let rules: [ChainRule]
  let deadlines: [ChainDeadline]
  /// Every question and every parameter that a rule reads.
  let questions: [String]
  let parameters: [String]
  /// The conclusions in the order of evaluation.
  let order: [Conclusion]
  let register: QuestionRegister
  let catalogue: FactCatalogue
  let conclusions: ConclusionCatalogue
  let calendar: WorkdayCalendar

  /// The packs as the library gives them, the nation first.
  init(_ library: RuleLibrary, packs: [RulePack]) {
    self.packs = packs
    let ruleDisplacers = RuleChain.displacers(
      packs.map { pack in pack.rules.map { ($0.id, $0.relation) } })
    let deadlineDisplacers = RuleChain.displacers(
      packs.map { pack in pack.deadlines.map { ($0.id, $0.relation) } })
    let deadlineIDs = packs.flatMap(\.deadlines).map(\.id)
    var rules: [ChainRule] = []
    var deadlines: [ChainDeadline] = []
    for (number, pack) in packs.enumerated() {
      rules += pack.rules.map { rule in
        ChainRule(
          rule: rule, pack: number,
          displacers: Set((ruleDisplacers[rule.id] ?? []).map(\.pack)).sorted(), gap: nil)
      }
      rules += pack.repeals.flatMap { RuleChain.gaps(of: $0, pack, number) }
      deadlines += pack.deadlines.map { rule in
        ChainDeadline(
          rule: rule, pack: number,
          displacers: (deadlineDisplacers[rule.id] ?? []).compactMap { other in
            deadlineIDs.firstIndex(of: other.id)
          }.sorted())
      }
    }
    self.rules = rules
    self.deadlines = deadlines
    let expressions = rules.map(\.rule.when)
    questions = Set(expressions.flatMap(\.questions)).sorted()
    parameters = Set(expressions.flatMap(\.parameters)).sorted()
    // The library has refused packs whose conclusions have no order.
    order = Strata(rules: rules.map(\.rule)).order ?? Conclusion.allCases
    register = library.register
    catalogue = library.catalogue
    conclusions = library.conclusions
    calendar = library.calendar
  }

  /// The first days of the stretches in which the law of the chain does not change, ascending.
  var boundaries: [Day] {
    var days = Set(packs.flatMap(\.validity.boundaries))
    for pack in packs {
      days.formUnion(pack.parameters.flatMap { $0.values.map(\.from) })
      for repeal in pack.repeals {
        guard let range = repeal.inForce else { continue }
        days.formUnion([range.lowerBound, range.upperBound.adding(days: 1)])
      }
    }
    return days.sorted()
  }

  /// By id, what displaces it, with the number of its pack: what replaces it, and what it yields to.
  private static func displacers(_ packs: [[(id: String, relation: Relation?)]])
    -> [String: [(id: String, pack: Int)]]
  {
    var home: [String: Int] = [:]
    for (number, items) in packs.enumerated() {
      for item in items { home[item.id] = number }
    }
    var displacers: [String: [(id: String, pack: Int)]] = [:]
    for item in packs.joined() {
      for target in item.relation?.rules ?? [] {
        guard let own = home[item.id], let other = home[target], own != other else { continue }
        switch item.relation?.kind {
        case .replaces: displacers[target, default: []].append((item.id, own))
        case .yieldsTo: displacers[item.id, default: []].append((target, other))
        case .restates, .adds, nil: break
        }
      }
    }
    return displacers
  }

  /// A repealed text that is not available stands as rules that only ask a question.
  private static func gaps(of repeal: Repeal, _ pack: RulePack, _ number: Int) -> [ChainRule] {
    guard !repeal.isEncoded, let days = repeal.inForce, let question = repeal.question else {
      return []
    }
    return repeal.mayConclude.map { conclusion in
      ChainRule(
        rule: Rule(
          id: "\(pack.id).repealed.\(days.lowerBound).\(conclusion.name)",
          cite: repeal.cite ?? pack.validity.cite,
          modality: .definition, concludes: conclusion, when: .open(question), unless: [],
          relation: nil, questions: [question], note: repeal.title, line: 0),
        pack: number, displacers: [], gap: days)
    }
  }
}
