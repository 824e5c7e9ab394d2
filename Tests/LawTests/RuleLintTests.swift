import Testing

@testable import Law
import Vocabulary

@Suite("The lint of packs that load")
struct RuleLintTests {
  private let day = Day("2026-06-01")
  /// In place of the built-in cases, which take time and say nothing of small packs.
  private let quiet: [RuleLibrary.File] = BuiltInRules.cases.map {
    ($0.path, Array("cases: []".utf8))
  }

  /// The problems of small packs and their cases, as `LINE CHECK: VALUE`.
  private func problems(_ files: RuleLibrary.File..., of file: String = "small-2026.pack.yaml")
    throws -> [String]
  {
    RuleLint(try RuleLibrary(overriding: files + quiet), asOf: day).problems
      .filter { $0.file == file }
      .map { problem in
        let check = problem.detail?.en.prefix { $0 != "," } ?? ""
        return "\(problem.line ?? 0) \(check): \(problem.value ?? "")"
      }
  }

  private static let rule = """
    coverage: [{locator: 第九条, treatment: outside, summary: 别处}]
    rules:
      - id: t.1
        cite: {locator: 第一条, summary: 试}
        modality: 定义
        concludes: local_sensitive_area
        when: {fact: in_spring_key_protection_area}
    params:
      own_max:
        type: money
        zh: 数
        values:
          - {from: 2026-01-01, value: "100.00", bound: 以下, cite: {locator: 第二条, summary: 试}}
    """

  private static let compared = """
    \(rule.replacing("{fact: in_spring_key_protection_area}", with: """
      {compare: {fact: damage_amount_estimate, op: at_most, param: own_max}}
      """))
    """

  private func cases(_ cases: [(day: String, facts: String)]) -> RuleLibrary.File {
    let lines = cases.enumerated().map { number, one in
      "  - {id: c\(number), pack: small-2026, as_of: \(one.day), facts: {\(one.facts)}}"
    }
    return ("small-2026.cases.yaml", Array(("cases:\n" + lines.joined(separator: "\n")).utf8))
  }

  @Test("finds nothing wrong with the built-in packs and their cases")
  func builtIn() throws {
    let library = try RuleLibrary()
    let lint = RuleLint(library, asOf: day)
    #expect(lint.problems.map { $0.message(in: .en) } == [])
    #expect(lint.caseCount == PackCase.all.count)
    #expect(!lint.warnings.contains { $0.rule == .restatesDiffers })
    // Jiangsu asks for restoration and payment where the nation is content with restoration.
    let subsumed = lint.warnings.filter { $0.rule == .subsumed }
    #expect(subsumed.contains { $0.value == "js23.5.self-performed" })
    #expect(lint.warnings.allSatisfy { $0.message.en.contains($0.rule.rawValue) })
  }

  @Test("names the articles that nothing speaks of")
  func coverage() throws {
    let library = try RuleLibrary(overriding: quiet + [smallPack(Self.rule)])
    let pack = try #require(library.pack("small-2026"))
    #expect(pack.coverage.map(\.treatment) == [.outside])
    #expect(pack.uncoveredProvisions == [3, 4, 5, 6, 7, 8])
    let lint = RuleLint(library, asOf: day)
    let found = lint.problems.compactMap(\.detail?.zh).filter { $0.hasPrefix("coverage") }
    #expect(found.count == 1)
    #expect(found.first?.contains("第三条 第四条 第五条 第六条 第七条 第八条") == true)
    for pack in try RuleLibrary().packs { #expect(pack.uncoveredProvisions == [], "\(pack.id)") }
  }

  @Test("finds an article again in the locator it gives it", arguments: ProvisionStyle.allCases)
  func locators(style: ProvisionStyle) {
    let count = ProvisionCount(style: style, count: 199)
    for number in 1...199 {
      let locator = count.locator(of: number)
      #expect(count.number(in: locator) == number, "\(locator)")
      #expect(count.number(in: locator + "第二款第（三）项") == nil)
      #expect(count.number(in: locator + "第二款第三项") == number)
    }
    #expect(count.locator(of: 21) == (style == .article ? "第二十一条" : "二十一"))
    #expect(count.locator(of: 105) == (style == .article ? "第一百零五条" : "一百零五"))
    #expect(count.locator(of: 110) == (style == .article ? "第一百一十条" : "一百一十"))
  }

  @Test("wants every rule true and false, every amount and every day of force in a case")
  func testCoverage() throws {
    let none = try problems(smallPack(Self.compared))
    #expect(
      none == [
        "6 coverage: small-2026", "11 test-coverage: 2025-12-31", "11 test-coverage: 2026-01-01",
        "14 test-coverage: t.1", "14 test-coverage: t.1", "20 test-coverage: own_max 100.00",
        "20 test-coverage: own_max 100.01",
      ])
    let all = cases([
      ("2025-12-31", ""), ("2026-01-01", "damage_amount_estimate: 100.00"),
      ("2026-01-02", "damage_amount_estimate: 100.01"),
    ])
    #expect(try problems(smallPack(Self.compared), all) == ["6 coverage: small-2026"])
    let before = cases([
      ("2025-12-31", "damage_amount_estimate: 100.00"), ("2026-01-01", ""),
      ("2026-01-02", "damage_amount_estimate: 100.01"),
    ])
    // Out of force nothing shows the rule.
    #expect(
      try problems(smallPack(Self.compared), before).contains("14 test-coverage: t.1"))
  }

  @Test("takes what a rule of doubtful force would say for shown")
  func doubtfulForce() throws {
    let pack = smallPack(validity: "not_before: 2026-01-01", Self.compared)
    let all = cases([
      ("2025-12-31", ""), ("2026-01-01", "damage_amount_estimate: 100.00"),
      ("2026-01-02", "damage_amount_estimate: 100.01"),
    ])
    // The number of a pack of doubtful force is not known, but may be assumed in force.
    #expect(try problems(pack, all).contains("14 test-coverage: t.1"))
    let assumed = String(decoding: all.bytes, as: UTF8.self)
      .replacing("facts: {dam", with: "assume: {small-2026: true}, facts: {dam")
    #expect(
      try problems(pack, (all.path, Array(assumed.utf8))) == ["6 coverage: small-2026"])
  }

  @Test("reads the folder's cases in place of built-in ones of the same name")
  func ownCases() throws {
    let text = """
      cases:
        - id: wrong
          pack: shanxi-2025
          as_of: 2025-10-15
          facts: {in_red_line: true}
          expect: {conclusions: {exc_red_line: F}}
        - {id: fine, pack: shanxi-2025, as_of: 2025-10-15}
      """
    let library = try RuleLibrary(
      overriding: quiet.filter { !$0.path.hasSuffix("shanxi-2025.cases.yaml") }
        + [("Inputs/rules/shanxi-2025.cases.yaml", Array(text.utf8))])
    let lint = RuleLint(library, asOf: day)
    let own = lint.problems.filter { $0.file == "Inputs/rules/shanxi-2025.cases.yaml" }
    #expect(own.map(\.line) == [2])
    #expect(own.map(\.detail?.en) == ["exc_red_line = T, not F"])
    #expect(lint.problems.allSatisfy { $0.file != "rules/cn-140000/shanxi-2025.cases.yaml" })
  }

  @Test("reports a case file that cannot be read with the other problems")
  func unreadableCases() throws {
    let found = try problems(
      smallPack(Self.rule), ("small-2026.cases.yaml", Array("cases: 1".utf8)),
      of: "small-2026.cases.yaml")
    #expect(found.count == 1)
  }
}
