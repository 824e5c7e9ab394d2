internal import Vocabulary

/// What the cases show of the packs: every rule true and false, every amount, every day of force.
struct CaseCoverage {
  private let library: RuleLibrary
  private let cases: [CaseFile.Case]
  /// By the id of the rule, the values it had but for the doubt whether its pack is in force.
  private var shown: [String: Set<Bool>] = [:]

  init(_ cases: [CaseFile.Case], library: RuleLibrary, _ engines: inout PackEngines) {
    self.library = library
    self.cases = cases
    for one in cases {
      let engine = engines.engine(ofPack: one.pack, reading: one.reading)
      let evaluation = engine.evaluate(one.facts, asOf: one.asOf)
      for (number, rule) in engine.rules.enumerated() {
        guard let value = engine.definiteValue(ofRule: number, in: evaluation) else { continue }
        shown[rule.id, default: []].insert(value)
      }
      for (deadline, value) in engine.deadlineConditions(one.facts) where value != .unknown {
        shown[deadline.id, default: []].insert(value == .true)
      }
    }
  }

  /// What no case shows of a pack.
  func check(_ pack: RulePack, _ problems: inout PackProblems) {
    let chain = library.chain(ofPack: pack.id)
    for rule in pack.rules {
      // Without the number that the text leaves to others nobody can show a comparison.
      let hasNumbers = rule.when.parameters.allSatisfy { name in
        chain.contains { $0.parameters.contains { $0.name == name } }
      }
      guard hasNumbers else { continue }
      checkValues(rule.id, rule.line, canBeTrue: rule.when != .never, &problems)
    }
    for deadline in pack.deadlines {
      guard let when = deadline.when else { continue }
      checkValues(deadline.id, deadline.line, canBeTrue: when != .never, &problems)
    }
    checkAmounts(pack, &problems)
    let days = Set(cases.filter { $0.pack == pack.id }.map(\.asOf))
    for boundary in Set(pack.validity.boundaries).sorted() {
      for day in [boundary.adding(days: -1), boundary] where !days.contains(day) {
        add(
          pack.lines.validity, day.description,
          Wording(zh: "没有以这一日为认定日的案例", en: "no case is as of this day"), &problems)
      }
    }
  }

  private func checkValues(
    _ id: String, _ line: Int, canBeTrue: Bool, _ problems: inout PackProblems
  ) {
    let shown = self.shown[id] ?? []
    if canBeTrue, !shown.contains(true) {
      add(line, id, Wording(zh: "没有成立的案例", en: "no case has it true"), &problems)
    }
    if !shown.contains(false) {
      add(line, id, Wording(zh: "没有不成立的案例", en: "no case has it false"), &problems)
    }
  }

  /// Each number of money at its value and a fen above it, in a fact that is compared with it.
  private func checkAmounts(_ pack: RulePack, _ problems: inout PackProblems) {
    for parameter in pack.parameters where parameter.kind == .money {
      let facts = Set(library.packs.flatMap(\.rules).flatMap { $0.when.amounts(parameter.name) })
      for value in parameter.values where !facts.isEmpty {
        let seen = Set(
          cases.filter { one in
            parameter.value(on: one.asOf) == value
              && library.chain(ofPack: one.pack).contains { $0.id == pack.id }
          }.flatMap { one in facts.map { one.facts[$0] } })
        for fen in [value.number, value.number + 1] where !seen.contains(fen) {
          add(
            parameter.line, "\(parameter.name) \(Money(fen: fen))",
            Wording(zh: "没有这一数额的案例", en: "no case has this amount"), &problems)
        }
      }
    }
  }

  private func add(
    _ line: Int, _ value: String, _ detail: Wording, _ problems: inout PackProblems
  ) {
    problems.add(.testCoverage, line: line, value: value, detail)
  }
}

extension Expression {
  /// The facts compared with the parameter.
  fileprivate func amounts(_ name: String) -> [Fact] {
    if case .compare(let fact, _, name) = self { return [fact] }
    return parts.flatMap { $0.amounts(name) }
  }
}

extension RuleEngine {
  /// The deadlines with a condition whose first day is known, and whether it holds.
  fileprivate func deadlineConditions(_ facts: FactSet) -> [(rule: DeadlineRule, value: Truth)] {
    zip(chain.deadlines.map(\.rule), conditions.values(facts)).filter { rule, _ in
      rule.when != nil && facts.isKnown(rule.trigger)
    }
  }

  /// What a rule gives where its pack may apply, leaving aside whether it does; `nil` if that is open
  /// or if the rule is out of force or displaced.
  fileprivate func definiteValue(ofRule number: Int, in evaluation: Evaluation) -> Bool? {
    let program = programs[evaluation.stretch]
    let slot = Conclusion.allCases.count + number
    guard case .ground(_, let gate, let when, let exceptions) = program.operation(of: slot),
      evaluation.values[gate] != .false
    else { return nil }
    var value = evaluation.values[when]
    for index in exceptions {
      value = value && !evaluation.values[program.operands[index]]
    }
    switch value {
    case .true: return true
    case .false: return false
    case .unknown, .noRule: return nil
    }
  }
}
