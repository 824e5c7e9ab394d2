import Foundation
import StrictYAML
import Testing

@testable import Law
import Vocabulary

@Suite("The catalogues")
struct CatalogueTests {
  @Test("list the facts and conclusions in the order of the types")
  func order() throws {
    #expect(try keys(BuiltInRules.facts, "facts") == Fact.allCases.map(\.name))
    #expect(
      try keys(BuiltInRules.conclusions, "conclusions") == Conclusion.allCases.map(\.name))
  }

  @Test("have the places of closed lists that the typed setters use")
  func places() throws {
    let catalogue = try RuleLibrary().catalogue
    #expect(catalogue[.channel].values == LeadOrigin.allCases.map(\.name))
    #expect(catalogue[.restoredVia].values == RestorationRoute.allCases.map(\.name))
    #expect(catalogue[.emergencyLevel].values == EventLevel.allCases.map(\.name))
    #expect(catalogue[.ecologicalDestructionLevel].values == EventLevel.allCases.map(\.name))
    #expect(
      catalogue[.damageAmountBasis].values
        == DamageBasis.allCases.filter { $0 != .estimate }.map(\.name))
  }

  @Test("never presume a place, an amount or a day", arguments: ["in_red_line", "occurrence_date"])
  func presumption(fact: String) throws {
    let text = String(decoding: BuiltInRules.facts, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.map { line in
      line.hasPrefix("  \(fact):")
        ? String(line).replacing("unknown: strict", with: "unknown: presume_false") : String(line)
    }
    let line = try #require(lines.firstIndex { $0.hasPrefix("  \(fact):") }) + 1
    let failure = #expect(throws: Failure.self) {
      try FactCatalogue(Array(changed.joined(separator: "\n").utf8), file: "facts.yaml")
    }
    #expect(failure?.problems.map(\.line) == [line])
    #expect(failure?.problems.first?.detail?.en.hasPrefix("presume-location") == true)
  }

  @Test(
    "refuse to read a fact as what is no other fact of yes or no",
    arguments: [
      ("as: in_red_line}", "as: event_in_red_line}"), ("as: in_red_line}", "as: occurrence_date}"),
      ("as: in_red_line}", "as: in_red_lines}"), (", as: in_red_line}", "}"),
      ("as: in_red_line}", "as: result_in_red_line}"),
    ])
  func standIns(_ old: String, _ new: String) throws {
    let text = String(decoding: BuiltInRules.facts, as: UTF8.self)
    let start = try #require(text.range(of: "event_in_red_line:"))
    let place = try #require(text[start.upperBound...].range(of: old))
    let changed = text.replacingCharacters(in: place, with: new)
    let failure = #expect(throws: Failure.self) {
      try FactCatalogue(Array(changed.utf8), file: "facts.yaml")
    }
    #expect(failure?.problems.count == 1)
  }

  @Test("refuse a conclusion that does not exist")
  func unknownConclusion() throws {
    let text = String(decoding: BuiltInRules.conclusions, as: UTF8.self)
      .replacing("  major:", with: "  majr:")
    let failure = #expect(throws: Failure.self) {
      try ConclusionCatalogue(Array(text.utf8), file: "conclusions.yaml")
    }
    #expect(failure?.problems.count == 2)
  }

  private func keys(_ bytes: [UInt8], _ block: String) throws -> [String] {
    let root = try parseYAML(bytes, file: block)
    guard case .mapping(let entries) = root.content,
      let found = entries.first(where: { $0.key == block }),
      case .mapping(let items) = found.value.content
    else { return [] }
    return items.map(\.key)
  }
}
