import Testing

@testable import Law
import Vocabulary

@Suite("The cases of the built-in packs")
struct PackCoverageTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  @Test("show every rule true and false", arguments: ["national-2025", "shanxi-2025"])
  func everyRule(pack: String) throws {
    let rules = try #require(library.pack(pack)).rules
    var seen: Set<String> = []
    for one in PackCase.all.map(\.one) {
      let engine = RuleEngine(library, pack: one.pack, reading: one.reading)
      let evaluation = engine.evaluate(one.facts, asOf: one.asOf)
      for (number, rule) in engine.rules.enumerated()
      where engine.standing(ofRule: number, in: evaluation) == .applies {
        seen.insert(rule.id + evaluation[rule: number].letter)
      }
    }
    for rule in rules {
      // A rule that nothing can satisfy is only ever false, and a number that no pack gives leaves
      // its comparison unknown.
      let canHold = rule.when != .never && rule.id != "cn25.s4.1.amount"
      #expect(!canHold || seen.contains(rule.id + "T"), "\(rule.id) is never true")
      let isDefinite = rule.id != "cn25.s4.1.amount"
      #expect(!isDefinite || seen.contains(rule.id + "F"), "\(rule.id) is never false")
    }
  }

  @Test("stand at every amount and a fen above it", arguments: ["national-2025", "shanxi-2025"])
  func everyAmount(pack: String) throws {
    let amounts = Set(
      PackCase.all.filter { $0.one.pack == pack }.map { $0.one.facts[.damageAmountDetermined] })
    for parameter in try #require(library.pack(pack)).parameters where parameter.kind == .money {
      for value in parameter.values {
        #expect(amounts.contains(value.number), "\(parameter.name)")
        #expect(amounts.contains(value.number + 1), "\(parameter.name)")
      }
    }
  }

  @Test(
    "stand at every day of force and the day before", arguments: ["national-2025", "shanxi-2025"])
  func everyDay(pack: String) throws {
    let days = Set(PackCase.all.filter { $0.one.pack == pack }.map(\.one.asOf))
    for boundary in try #require(library.pack(pack)).validity.boundaries {
      #expect(days.contains(boundary), "\(boundary)")
      #expect(days.contains(boundary.adding(days: -1)), "\(boundary)")
    }
  }

  @Test(
    "break when an exception is taken out of a rule", arguments: ["national-2025", "shanxi-2025"])
  func everyException(pack: String) throws {
    let exceptions: [Conclusion] = [.redLineException, .repeatException, .otherException]
    let text = String(decoding: try #require(library.pack(pack)).bytes, as: UTF8.self)
    for exception in exceptions {
      // Both twins lose it: with one left the other would still give the permission.
      let names = exceptions.filter { $0 != exception }.map(\.name).joined(separator: ", ")
      let whole = "unless: [\(exceptions.map(\.name).joined(separator: ", "))]"
      let changed = text.replacing(whole, with: "unless: [\(names)]")
      #expect(changed != text)
      let mutant = try RuleLibrary(overriding: [("changed.pack.yaml", Array(changed.utf8))])
      let broken = PackCase.all.map(\.one).filter { one in
        guard one.pack == pack, let expectation = one.expectation else { return false }
        return !CaseResult(one, library: mutant).differences(from: expectation).isEmpty
      }
      #expect(!broken.isEmpty, "\(exception.name)")
    }
  }
}
