import Law
import Vocabulary

/// Decides invented leads under the chain of one pack and prints how many a second one core does:
/// conclusions alone, with the facts that decide them, and with every line of the trace.
///
/// All leads are different, but for a second count of the facts that decide, where 4,096 come again
/// and again as the like ones of a quarter do.
@main
struct RuleBenchmark {
  private static let batch = 4096

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let pack = arguments.first ?? "xinzhou-2019"
    let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 500_000
    let library = try RuleLibrary()
    let packs = library.chain(ofPack: pack)
    guard let day = Day(year: 2026, month: 10, day: 10), !packs.isEmpty else {
      print("no pack \(pack); there are \(library.packs.map(\.id).joined(separator: " "))")
      return
    }
    let engine = RuleEngine(library, packs: packs)
    func measure(
      _ name: String, _ count: Int, variety: Int, _ body: (FactSet) -> Int
    ) {
      RuleBenchmark.measure("\(pack): \(name)", count, variety: variety, body) { draw in
        draw.facts(library.catalogue, before: day)
      }
    }
    measure("conclusions", count, variety: count) { facts in
      engine.evaluate(facts, asOf: day)[.major] == .true ? 1 : 0
    }
    for variety in [4096, count] {
      var deciding = DecidingFacts(engine)
      measure("with deciding facts, \(variety) different leads", count, variety: variety) { facts in
        deciding.atoms(in: engine.evaluate(facts, asOf: day), facts).count
      }
    }
    var deciding = DecidingFacts(engine)
    measure("with the trace as text", count / 100, variety: count) { facts in
      LeadTrace(engine, engine.evaluate(facts, asOf: day), facts)
        .lines(&deciding) { "\($0)" }.count
    }
  }

  /// Times `body` on `count` leads drawn beforehand, a batch at a time; after `variety` of them the
  /// same ones are drawn again.
  private static func measure(
    _ name: String, _ count: Int, variety: Int, _ body: (FactSet) -> Int,
    _ facts: (inout Draw) -> FactSet
  ) {
    var sum = 0
    var time = Duration.zero
    var draw = Draw()
    var drawn = 0
    let clock = ContinuousClock()
    for start in stride(from: 0, to: count, by: batch) {
      let leads = (start..<min(start + batch, count)).map { _ in
        if drawn == variety { (draw, drawn) = (Draw(), 0) }
        drawn += 1
        return facts(&draw)
      }
      time += clock.measure { for lead in leads { sum &+= body(lead) } }
    }
    let seconds =
      Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    // The sum is printed so that nothing is left out as unused.
    print(
      "\(name): \(count) leads in \(seconds) s, \(Int(Double(count) / seconds)) a second (\(sum))")
  }
}

/// Invented facts from a fixed seed: a third of them unknown.
private struct Draw {
  private var state: UInt64 = 0x1EAD_5C4E_E100_0001

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: (state >> 33) % UInt64(bound))
  }

  mutating func facts(_ catalogue: FactCatalogue, before day: Day) -> FactSet {
    var facts = FactSet()
    for fact in Fact.allCases where next(3) > 0 {
      switch fact.kind {
      case .truth: facts.set(fact, next(4) == 0)
      case .day: facts.set(fact, day.adding(days: -next(900)))
      case .money: facts.set(fact, Money(fen: Int64(next(60_000_000))))
      case .choice: facts.insert(fact, choice: next(catalogue[fact].values.count))
      case .level: facts.set(fact, level: next(catalogue[fact].values.count))
      case .events:
        facts.set(
          priorEvents: (0..<next(3)).map { _ in
            PriorEvent(
              day: day.adding(days: -next(1500)), isIllegal: next(3) > 0 ? .true : .unknown,
              causedDamage: next(3) > 0 ? .true : .unknown)
          })
      case .texts: facts.set(departments: Array(["生态环境", "水利"].prefix(next(3))))
      }
    }
    return facts
  }
}
