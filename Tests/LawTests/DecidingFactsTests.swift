import Testing

@testable import Law
import Vocabulary

@Suite("The facts that decide")
struct DecidingFactsTests {
  private static let strict = Fact.allCases.filter { fact in
    fact.kind == .truth
      && (try? FactCatalogue(BuiltInRules.facts, file: "")[fact].absence) == .strict
  }
  private static let day = Day("2026-06-01")

  /// A library with one rule more, whose condition is `when`.
  private func engine(_ when: String) throws -> RuleEngine {
    let pack = smallPack(
      """
      rules:
        - id: t.1
          cite: {locator: 第一条, summary: 试}
          modality: 定义
          concludes: local_sensitive_area
          when: \(when)
      """)
    return RuleEngine(try RuleLibrary(overriding: [pack]), pack: "small-2026")
  }

  private func fact(_ number: Int) -> String { "{fact: \(Self.strict[number].name)}" }

  private func names(_ numbers: Range<Int>) -> [String] {
    numbers.map { "fact:\(Self.strict[$0].name)" }.sorted()
  }

  /// Ten alternatives of two facts each, after a part that can never hold but reads `first` first.
  private func pairs(after first: [Int]) -> String {
    let pairs = (0..<10).map { "{all: [\(fact(2 * $0)), \(fact(2 * $0 + 1))]}" }
    let blind = first.map { fact($0) }.joined(separator: ", ")
    let before = first.isEmpty ? "" : "{all: [{never: true}, \(blind)]}, "
    return "{any: [\(before)\(pairs.joined(separator: ", "))]}"
  }

  @Test("are found at once among twenty unknowns")
  func many() throws {
    let engine = try engine(pairs(after: []))
    let evaluation = engine.evaluate(FactSet(), asOf: Self.day)
    var deciding = DecidingFacts(engine, stateLimit: 100, patternLimit: 1)
    #expect(
      deciding.atoms(of: .localSensitiveArea, in: evaluation, FactSet()) == names(0..<20))
  }

  @Test("leave out what cannot decide, and are all the unknowns beyond the limit of states")
  func limit() throws {
    // One of each pair comes first, so that a thousand states differ, and one fact never matters.
    let engine = try engine(pairs(after: Array(stride(from: 0, to: 20, by: 2)) + [20]))
    let evaluation = engine.evaluate(FactSet(), asOf: Self.day)
    var exact = DecidingFacts(engine)
    #expect(exact.atoms(of: .localSensitiveArea, in: evaluation, FactSet()) == names(0..<20))
    var limited = DecidingFacts(engine, stateLimit: 200, patternLimit: 1)
    #expect(limited.atoms(of: .localSensitiveArea, in: evaluation, FactSet()) == names(0..<21))
  }

  @Test("are the same when the patterns kept have been forgotten, and few are kept")
  func patterns() throws {
    let library = try RuleLibrary()
    let engine = RuleEngine(library, pack: "xinzhou-2019")
    var deciding = DecidingFacts(engine)
    var forgetful = DecidingFacts(
      engine, stateLimit: DecisionDiagram.stateLimit, patternLimit: 3)
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<40 {
      var facts = FactSet()
      for fact in Self.strict where Bool.random(using: &numbers) {
        facts.set(fact, Bool.random(using: &numbers))
      }
      let evaluation = engine.evaluate(facts, asOf: Self.day)
      #expect(forgetful.atoms(in: evaluation, facts) == deciding.atoms(in: evaluation, facts))
      #expect(forgetful.patternCount <= 3)
    }
    #expect(deciding.patternCount > 30)
  }

  @Test(
    "are those that trying every way out finds, whatever is known of the packs' force",
    arguments: ["xinzhou-2019", "ningxia-2024", "jiangsu-2023"])
  func everyWay(pack: String) throws {
    let library = try RuleLibrary()
    let engine = RuleEngine(library, pack: pack)
    var numbers = SeededNumbers(seed: 11)
    var compared = 0
    for day in ["2025-01-14", "2026-06-01", "2030-07-10"].map({ Day($0) }) {
      for _ in 0..<60 {
        var facts = FactSet()
        for fact in Fact.allCases where Int.random(in: 0..<6, using: &numbers) > 0 {
          switch fact.kind {
          case .truth: facts.set(fact, Bool.random(using: &numbers))
          case .money:
            facts.set(fact, Money(fen: Int64.random(in: 0..<60_000_000, using: &numbers)))
          case .choice, .level, .texts, .day, .events: continue
          }
        }
        let evaluation = engine.evaluate(facts, asOf: day)
        let program = engine.programs[evaluation.stretch]
        for conclusion in Conclusion.allCases where evaluation[conclusion] == .unknown {
          let cone = Cone(program, of: Int(conclusion.rawValue))
          let variables = UnknownVariables(cone, engine, evaluation, facts).all
          guard variables.reduce(1, { min($0 * $1.outcomes.count, 4096) }) < 4096 else { continue }
          compared += 1
          var diagram = DecisionDiagram(program: program, cone: cone, variables: variables)
          let found = diagram.essentialVariables(evaluation.values)
          #expect(found == essential(variables, cone, program, evaluation.values))
        }
      }
    }
    #expect(compared > 500)
  }

  /// The variables of which two ways out give two results while all others turn out the same.
  private func essential(
    _ variables: [UnknownVariable], _ cone: Cone, _ program: RuleProgram, _ values: [Truth]
  ) -> [Int] {
    var all = [values]
    for variable in variables {
      all = all.flatMap { values in
        variable.outcomes.map { outcome in
          var next = values
          for (leaf, value) in zip(variable.leaves, outcome) { next[leaf] = value }
          return next
        }
      }
    }
    let results = all.map { values in
      var values = values
      for index in cone.steps where !program.steps[index].operation.isLeaf {
        let step = program.steps[index]
        values[step.slot] = program.combined(step.operation, values.span)
      }
      return values[cone.target]
    }
    var stride = results.count
    return variables.indices.filter { number in
      let ways = variables[number].outcomes.count
      stride /= ways
      return results.indices.contains { place in
        let way = place / stride % ways
        return way > 0 && results[place] != results[place - stride * way]
      }
    }
  }
}
