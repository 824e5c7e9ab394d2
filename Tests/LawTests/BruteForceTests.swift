import Testing

@testable import Law
import Vocabulary

/// Two-valued evaluation straight from the packs' conditions, by another way than the engine's.
private struct PlainLaw {
  private let packs: [RulePack]
  private let rules: [Rule]
  private let day: Day
  var answers: [String: Bool] = [:]

  /// The packs must be in force on the day, or assumed to be.
  init(packs: [RulePack], day: Day, answers: [String: Bool]) {
    self.packs = packs
    self.day = day
    self.answers = answers
    let inForce = packs.flatMap(\.rules)
    let displaced = inForce.filter { $0.relation?.kind == .replaces }
      .flatMap { $0.relation?.rules ?? [] }
    rules = inForce.filter { rule in
      let yields =
        rule.relation?.kind == .yieldsTo
        && inForce.contains { rule.relation?.rules.contains($0.id) == true }
      return !yields && !displaced.contains(rule.id)
    }
  }

  func holds(_ conclusion: Conclusion, _ facts: FactSet) -> Bool {
    rules.contains { rule in
      rule.concludes == conclusion && holds(rule.when, facts)
        && !rule.unless.contains { holds($0, facts) }
    }
  }

  private func number(_ name: String) -> Int64 {
    let parameter = packs.reversed().lazy
      .compactMap { $0.parameters.first { $0.name == name } }.first
    return parameter?.value(on: day)?.number ?? .min
  }

  private func holds(_ expression: Expression, _ facts: FactSet) -> Bool {
    switch expression {
    case .all(let parts): parts.allSatisfy { holds($0, facts) }
    case .any(let parts): parts.contains { holds($0, facts) }
    case .not(let part): !holds(part, facts)
    case .never: false
    case .fact(let fact): facts.truth(fact) == .true
    case .conclusion(let conclusion): holds(conclusion, facts)
    case .oneOf(let fact, let places): places.contains { facts[fact] & (1 << Int64($0)) != 0 }
    case .compare(let fact, let comparison, let name):
      (facts[fact] <= number(name)) == (comparison == .atMost)
    case .atLeast(let fact, let least): facts[fact] >= Int64(least)
    case .countAtLeast(let fact, let least): facts[fact] >= Int64(least)
    case .recurs(_, let at, let name):
      facts.priorEvents.contains { event in
        guard let earlier = event.day, let later = facts.day(at) else { return false }
        return event.isIllegal == .true && event.causedDamage == .true && earlier < later
          && later <= earlier.adding(years: Int(number(name)))
      }
    case .open(let id): answers[id] == true
    }
  }
}

/// One unknown: a fact with the values it may turn out to have, or an open question.
private enum Unknown: Equatable {
  case fact(Fact)
  case question(String)

  var label: String {
    switch self {
    case .fact(let fact): "fact:\(fact.name)"
    case .question(let id): "open:\(id)"
    }
  }

  var waysOut: Int {
    switch self {
    case .question: 2
    case .fact(let fact):
      switch fact.kind {
      case .truth, .texts, .events: 2
      case .choice: FactWays.choices
      case .level: 5
      case .money: FactWays.amounts.count
      case .day: 3
      }
    }
  }
}

private enum FactWays {
  static let choices = 3
  /// Either side of every amount that the packs name.
  static let amounts: [Int64] = [
    0, 300_000, 300_001, 30_000_000, 30_000_001, 50_000_000, 50_000_001, 100_000_000, 100_000_001,
  ]
  /// One act within two years before each of the first two days of `days`, none before the third.
  static let earlier = ["2024-06-01", "2027-06-01"].map {
    PriorEvent(day: Day($0), isIllegal: .true, causedDamage: .true)
  }
  static let days = [Day("2025-09-01"), Day("2028-09-01"), Day("2040-09-01")]

  /// Places of a closed list that the rules tell apart.
  private static func places(_ fact: Fact) -> [Int] {
    switch fact {
    case .channel: [0, 8, 10]
    case .restoredVia: [0, 3, 5]
    default: [0, 1, 2]
    }
  }

  static func set(_ fact: Fact, way: Int, in facts: inout FactSet) {
    switch fact.kind {
    case .truth: facts.set(fact, way == 1)
    case .texts: facts.set(departments: way == 1 ? ["甲", "乙"] : ["甲"])
    case .events: facts.set(priorEvents: way == 1 ? earlier : [])
    case .choice: facts.insert(fact, choice: places(fact)[way])
    case .level: facts.set(fact, level: way)
    case .money: facts.set(fact, Money(fen: amounts[way]))
    case .day: facts.set(fact, days[way])
    }
  }
}

@Suite("The engine against every way the unknowns may turn out")
struct BruteForceTests {
  private static let day = Day("2025-10-15")

  @Test(
    "agrees, and names exactly the unknowns that decide",
    arguments: ["shanxi-2025", "jiangsu-2023", "ningxia-2024"])
  func agrees(pack: String) throws {
    let library = try RuleLibrary()
    let packs = library.chain(ofPack: pack)
    let engine = RuleEngine(library, packs: packs, reading: Reading(assume: [pack: true]))
    let questions = Set(packs.flatMap(\.rules).flatMap(\.when.questions)).sorted()
    let open = questions.filter { library.register.reading(of: $0) == .unknown }
    let answered = questions.filter { !open.contains($0) }
      .map { ($0, library.register.reading(of: $0) == .true) }
    let law = PlainLaw(
      packs: packs, day: BruteForceTests.day, answers: Dictionary(uniqueKeysWithValues: answered))
    var deciding = DecidingFacts(engine)
    let named = Set(packs.flatMap(\.rules).flatMap(\.when.facts))
    let read = Fact.allCases.filter { fact in
      named.contains(fact) || named.contains { library.catalogue[$0].absence == .readAs(fact) }
    }
    var numbers = SeededNumbers(seed: 20_250_710)
    var definite = 0
    var undecided = 0
    for _ in 0..<1000 {
      // Some facts are unknown, the others have a random value.
      var facts = FactSet()
      var unknowns = open.map(Unknown.question)
      for fact in read {
        let isTold = Bool.random(using: &numbers)
        if case .readAs = library.catalogue[fact].absence, !isTold { continue }
        let isPresumed = library.catalogue[fact].absence != .strict
        if unknowns.count < 4, Int.random(in: 0..<6, using: &numbers) == 0, !isPresumed {
          unknowns.append(.fact(fact))
        } else {
          let ways = fact.kind == .day ? 2 : Unknown.fact(fact).waysOut
          FactWays.set(fact, way: Int.random(in: 0..<ways, using: &numbers), in: &facts)
        }
      }
      let evaluation = engine.evaluate(facts, asOf: BruteForceTests.day)
      let outcomes = everyOutcome(law, facts, unknowns)
      for conclusion in Conclusion.allCases where evaluation[conclusion] != .noRule {
        let results = outcomes.map { $0[Int(conclusion.rawValue)] }
        switch evaluation[conclusion] {
        case .true:
          definite += 1
          #expect(results.allSatisfy { $0 }, "\(conclusion.name)")
        case .false:
          definite += 1
          #expect(!results.contains(true), "\(conclusion.name)")
        case .unknown, .noRule:
          let atoms = deciding.atoms(of: conclusion, in: evaluation, facts)
          // Of a number that no text gives there is no completion.
          if atoms.contains(where: { $0.hasPrefix("param:") }) { continue }
          undecided += 1
          #expect(atoms == essential(unknowns, results), "\(conclusion.name)")
        }
      }
    }
    #expect(definite > 3000)
    #expect(undecided > 500)
  }

  /// Every conclusion under every completion; the last unknown turns fastest.
  private func everyOutcome(_ law: PlainLaw, _ facts: FactSet, _ unknowns: [Unknown])
    -> [[Bool]]
  {
    var completions: [(facts: FactSet, answers: [String: Bool])] = [(facts, law.answers)]
    for unknown in unknowns {
      completions = completions.flatMap { one in
        (0..<unknown.waysOut).map { way in
          var next = one
          switch unknown {
          case .fact(let fact): FactWays.set(fact, way: way, in: &next.facts)
          case .question(let id): next.answers[id] = way == 1
          }
          return next
        }
      }
    }
    var law = law
    return completions.map { one in
      law.answers = one.answers
      let facts = placesFilled(one.facts)
      return Conclusion.allCases.map { law.holds($0, facts) }
    }
  }

  /// The facts with what nobody tells apart from the damage area as that area's.
  private func placesFilled(_ facts: FactSet) -> FactSet {
    var filled = facts
    for fact in Fact.allCases where !facts.isKnown(fact) {
      for place in ["event_", "result_"] where fact.name.hasPrefix(place + "in_") {
        if let area = Fact(name: fact.name.dropFirst(place.count)) {
          filled.set(fact, facts.truth(area))
        }
      }
    }
    return filled
  }

  /// The unknowns for which two completions that differ in nothing else give two results.
  private func essential(_ unknowns: [Unknown], _ results: [Bool]) -> [String] {
    var labels: [String] = []
    var stride = results.count
    for unknown in unknowns {
      stride /= unknown.waysOut
      let decides = results.indices.contains { index in
        let way = index / stride % unknown.waysOut
        return way > 0 && results[index] != results[index - stride * way]
      }
      if decides { labels.append(unknown.label) }
    }
    return labels.sorted()
  }
}
