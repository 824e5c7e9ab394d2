internal import Vocabulary

/// Cases that show a rule at work: one in which it holds, the nearest in which it does not, and the
/// nearest in which that is not known.
///
/// Taken from a pack's cases by evaluating them, so that what is shown is what the program does.
struct RuleReferenceExamples: Sendable {
  /// One case and what it shows of a rule.
  struct Example: Sendable {
    /// 成立, 不成立 or 未知.
    let outcome: String
    let id: String
    let day: Day
    /// What the rule reads, with the values of the case.
    let facts: String
  }

  private struct Run: Sendable {
    let one: CaseFile.Case
    let engine: RuleEngine
    let evaluation: Evaluation

    /// In how many facts, the day and the readings two cases differ.
    func distance(to other: Run) -> Int {
      let facts = Fact.allCases.count { fact in !one.facts.isSame(fact, as: other.one.facts) }
      return facts + (one.asOf == other.one.asOf ? 0 : 1)
        + (one.reading == other.one.reading ? 0 : 1)
    }
  }

  private let library: RuleLibrary
  private let rules: [Rule]
  private let runs: [Run]

  /// Evaluates cases of one pack, once.
  init(_ library: RuleLibrary, pack: String, cases: [CaseFile.Case]) {
    self.library = library
    var engines = PackEngines(library.unsigned)
    rules = engines.engine(ofPack: pack).rules
    runs = cases.map { one in
      let engine = engines.engine(ofPack: pack, reading: one.reading)
      return Run(one: one, engine: engine, evaluation: engine.evaluate(one.facts, asOf: one.asOf))
    }
  }

  /// Up to three cases; none where the cases do not reach the rule.
  func examples(of rule: Rule) -> [Example] {
    guard let number = rules.firstIndex(where: { $0.id == rule.id }) else { return [] }
    var byValue: [Truth: [Run]] = [:]
    for run in runs where applies(number, run) {
      byValue[run.evaluation[rule: number], default: []].append(run)
    }
    let holding = byValue[.true] ?? []
    let failing = byValue[.false] ?? []
    // Without a case in which it holds, the first of the others says what there is to say.
    var first = holding.first ?? failing.first ?? byValue[.unknown]?.first
    var nearest = Int.max
    for run in holding {
      let distance = failing.map { $0.distance(to: run) }.min() ?? 0
      if distance < nearest { (first, nearest) = (run, distance) }
    }
    guard let first else { return [] }
    return [Truth.true, .false, .unknown].compactMap { value in
      var best: Run?
      for run in byValue[value] ?? []
      where best.map({ run.distance(to: first) < $0.distance(to: first) }) ?? true {
        best = run
      }
      return best.map { example(rule, value, $0) }
    }
  }

  private func applies(_ number: Int, _ run: Run) -> Bool {
    run.engine.standing(ofRule: number, in: run.evaluation) == .applies
  }

  private func example(_ rule: Rule, _ value: Truth, _ run: Run) -> Example {
    let outcome =
      switch value {
      case .true: "成立"
      case .false: "不成立"
      case .unknown, .noRule: "未知"
      }
    var parts = rule.when.facts.map { factText($0, run.one.facts) }
    var conclusions: [Conclusion] = []
    for conclusion in rule.when.conclusions + rule.unless where !conclusions.contains(conclusion) {
      conclusions.append(conclusion)
      parts.append(
        "\(library.conclusions.zh(conclusion).withWideBrackets.quoted)：\(run.evaluation[conclusion].wording.zh)"
      )
    }
    for (id, answer) in run.one.reading.interpretations.sorted(by: { $0.key < $1.key })
    where rule.when.questions.contains(id) {
      parts.append("\(id)答“\(Truth(answer).wording.zh)”")
    }
    for (id, isAssumed) in run.one.reading.assume.sorted(by: { $0.key < $1.key }) {
      parts.append("假定\(id.asID)\(isAssumed ? "施行" : "不施行")")
    }
    let facts = parts.isEmpty ? "不论事实如何" : parts.joined(separator: "；")
    return Example(outcome: outcome, id: run.one.id, day: run.one.asOf, facts: facts)
  }

  private func factText(_ fact: Fact, _ facts: FactSet) -> String {
    let entry = library.catalogue[fact]
    var text = "\(entry.zh.withWideBrackets)：\(facts.term(for: fact, library.catalogue))"
    if facts.isPresumed(fact, library.catalogue) { text += "，推定为否" }
    if let other = facts.standIn(for: fact, library.catalogue) {
      text += "，按\(library.catalogue[other].zh.withWideBrackets)"
    }
    return text
  }
}

extension FactSet {
  fileprivate func isSame(_ fact: Fact, as other: FactSet) -> Bool {
    guard self[fact] == other[fact] else { return false }
    switch fact.kind {
    case .events: return priorEvents == other.priorEvents
    case .texts: return departments == other.departments
    case .truth, .day, .money, .choice, .level: return true
    }
  }
}
