import Foundation
import Testing

@testable import Law
import Vocabulary

@Suite("A case file")
struct CaseFileTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  private func cases(_ text: String) throws -> [CaseFile.Case] {
    try CaseFile(Array(text.utf8), file: "c.yaml", library: library).cases
  }

  @Test("gives the public keys and nothing else")
  func json() throws {
    let one = try #require(
      try cases(
        """
        cases:
          - id: any
            pack: shanxi-2025
            as_of: 2025-10-15
            facts: {occurrence_date: 2025-09-10, damage_confirmed: true, in_nature_reserve: false,
              damage_amount_determined: "1200.00", damage_amount_basis: expert_assessment,
              prior_damage_events: [], fully_restored: false, discovery_date: 2025-09-01,
              important_issue: unknown, no_compensation_needed: ~}
        """
      ).first)
    let encoder = JSONEncoder()
    var engines = PackEngines(library)
    encoder.outputFormatting = .sortedKeys
    let text = String(
      decoding: try encoder.encode(CaseResult(one, &engines)), as: UTF8.self)
    #expect(text.contains(#""may_not_initiate":["fact:in_red_line"]"#))
    #expect(
      text.contains(
        #""deadlines":{"sx25.a9.verify-30":{"due":"2025-10-01","due_203":"2025-10-09"}}"#))
    #expect(text.contains(#""disposition":"review""#))
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let keys = try #require(object as? [String: Any]).keys.sorted()
    #expect(
      keys == ["conclusions", "deadlines", "decisive", "disposition", "grounds", "id"])
  }

  @Test("reads several channels, of which one is enough")
  func channels() throws {
    let one = try #require(
      try cases(
        """
        cases:
          - {id: a, pack: shanxi-2025, as_of: 2025-10-15, facts: {channel: [petition, procuratorate]}}
        """
      ).first)
    var engines = PackEngines(library)
    #expect(CaseResult(one, &engines).conclusions["procuratorate_feedback"] == "T")
  }

  @Test("takes a blank for unknown, and a department named twice for one")
  func blanks() throws {
    let one = try #require(
      try cases(
        """
        cases:
          - {id: a, pack: shanxi-2025, as_of: 2025-10-15,
             facts: {channel: "", damage_confirmed: "", departments: [水利, 水利]}}
        """
      ).first)
    var engines = PackEngines(library)
    let result = CaseResult(one, &engines)
    #expect(result.disposition == "review")
    #expect(result.conclusions["designation_needed"] == "F")
    #expect(one.facts.isKnown(.channel) == false && one.facts.isKnown(.damageConfirmed) == false)
  }

  @Test(
    "is refused with the line",
    arguments: [
      ("{id: a, pack: none-2020, as_of: 2025-10-15}", 2),
      ("{id: a, pack: shanxi-2025, as_of: 2025-02-30}", 2),
      ("{id: a, pack: shanxi-2025}", 2),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15, fact: {}}", 2),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   facts: {red_line: true}}", 3),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   facts: {in_red_line: yes}}", 3),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   facts: {in_red_line: \"true\"}}", 3),
      (
        "{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   facts: {damage_amount_determined: 3_000}}",
        3
      ),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   facts: {channel: mail}}", 3),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   facts: {emergency_level: 3}}", 3),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   facts: {departments: 水利}}", 3),
      (
        "{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   facts: {prior_damage_events: [{day: 1}]}}",
        3
      ),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   interpretations: {A-99: true}}", 3),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   interpretations: {A-01: false}}", 3),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   assume: {none-2020: true}}", 3),
      ("{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   expect: {conclusions: {minor: X}}}", 3),
      (
        "{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   expect: {decisive: {minor: fact:in_red_line}}}",
        3
      ),
      (
        "{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   expect: {decisive: {minor: [{a: b}]}}}",
        3
      ),
      (
        "{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   expect: {due: {sx25.a9.verify-30: [a]}}}",
        3
      ),
      (
        "{id: a, pack: shanxi-2025, as_of: 2025-10-15,\n   expect: {due_203: {sx25.a9.verify30: absent}}}",
        3
      ),
    ])
  func refused(text: String, line: Int) throws {
    let failure = #expect(throws: Failure.self) { try cases("cases:\n- \(text)") }
    let problems = try #require(failure).problems
    #expect(failure?.status == .unusableInput)
    #expect(problems.map(\.line) == [line])
    #expect(problems.map(\.code) == [.badCaseFile])
  }

  @Test("may be as long as a file of the rules, and no longer")
  func size() throws {
    let line = "cases: [{id: a, pack: shanxi-2025, as_of: 2025-10-15}]\n#"
    func padded(_ count: Int) -> String {
      line + String(repeating: "x", count: count - line.utf8.count)
    }
    #expect(try cases(padded(RuleLibrary.fileLimit)).count == 1)
    let failure = #expect(throws: Failure.self) { try cases(padded(RuleLibrary.fileLimit + 1)) }
    #expect(
      failure?.problems.first?.detail?.en.contains("limit is \(RuleLibrary.fileLimit)") == true)
  }

  @Test("without any YAML in it is refused as an input")
  func noYAML() {
    let failure = #expect(throws: Failure.self) { try cases("cases: [") }
    #expect(failure?.status == .unusableInput)
  }
}
