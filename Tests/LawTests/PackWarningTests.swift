import Testing

@testable import Law
import Vocabulary

/// A small pack from line 12 on, and the warnings it must give, as `LINE CHECK VALUE`.
private struct Warned: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let warnings: [String]

  init(_ what: String, _ text: String, _ warnings: String...) {
    testDescription = what
    self.text = text
    self.warnings = warnings
  }

  private static func rule(
    _ concludes: String, _ when: String, id: String = "t.1", relation: String? = nil
  ) -> String {
    "  - {id: \(id), cite: {locator: 第一条, summary: 试}, modality: 许可, concludes: \(concludes),"
      + " when: \(when)" + (relation.map { ", relation: {\($0)}" } ?? "") + "}\n"
  }

  private static let restored = "kind: adds, rules: [cn25.s3.restored]"

  static let all: [Warned] = [
    Warned(
      "narrower than a superior rule",
      "rules:\n"
        + rule(
          "may_not_initiate", "{all: [{fact: fully_restored}, {fact: losses_paid_cc1235}]}",
          relation: restored), "13 subsumed t.1"),
    Warned(
      "wider than a superior rule",
      "rules:\n"
        + rule(
          "may_not_initiate", "{any: [{fact: fully_restored}, {fact: losses_paid_cc1235}]}",
          relation: restored)),
    Warned(
      "narrower than another rule of the same pack",
      "rules:\n" + rule("listed_trigger", "{fact: in_red_line}", id: "t.1")
        + rule("listed_trigger", "{all: [{fact: in_red_line}, {fact: cross_city}]}", id: "t.2"),
      "14 masked t.2"),
    Warned(
      "the same as another rule of the same pack",
      "rules:\n" + rule("listed_trigger", "{fact: in_red_line}", id: "t.1")
        + rule("listed_trigger", "{fact: in_red_line}", id: "t.2"), "14 masked t.2"),
    Warned(
      "higher on the scale than another rule",
      "rules:\n"
        + rule("listed_trigger", "{at_least: {fact: emergency_level, level: major}}", id: "t.1")
        + rule("listed_trigger", "{at_least: {fact: emergency_level, level: general}}", id: "t.2"),
      "13 masked t.1"),
    Warned(
      "displaced whenever in force",
      "rules:\n"
        + rule(
          "county_is_rights_holder", "{fact: cross_county}",
          relation: "kind: yields_to, rules: [cn25.s1.rights-holder]"), "13 masked t.1"),
    Warned(
      "not what it restates",
      "rules:\n"
        + rule(
          "exc_red_line", "{fact: in_red_line}", relation: "kind: restates, rules: [cn25.s4.exc1]"),
      "13 restates-differs t.1"),
    Warned(
      "what it restates",
      "rules:\n"
        + rule(
          "exc_red_line", "{any: [{fact: in_red_line}, {fact: in_nature_reserve}]}",
          relation: "kind: restates, rules: [cn25.s4.exc1]")),
    Warned(
      "a period of another length than it restates",
      """
      rules: []
      deadlines:
        - id: t.d
          cite: {locator: 第一条, summary: 试}
          modality: 义务
          trigger: negotiation_served_date
          length: 60
          unit: natural_day
          relation: {kind: restates, rules: [cn25.s7.negotiation-90]}
      """, "14 restates-differs t.d"),
    Warned(
      "watched without a day, long ago, and of late",
      """
      rules: []
      watch:
        - 一号草案
        - {title: 二号草案, checked: 2025-12-02}
        - {title: 三号草案, checked: 2025-12-03}
      """, "14 watch-due 一号草案", "15 watch-due 二号草案"),
    Warned(
      "a number from elsewhere",
      "doc_no: {value: 忻试〔2026〕1号, provenance: outside}\nrules: []",
      "12 outside-provenance 忻试〔2026〕1号"),
    Warned(
      "working days beyond the calendar",
      """
      rules: []
      deadlines:
        - id: t.d
          cite: {locator: 第一条, summary: 试}
          modality: 义务
          trigger: closed_date
          length: 160
          unit: working_day
      """, "14 stale-calendar 2027"),
  ]
}

@Suite("A warning about a pack")
struct PackWarningTests {
  private func warnings(_ file: RuleLibrary.File) throws -> [String] {
    try found(in: file).map { "\($0.line) \($0.rule.rawValue) \($0.value)" }
  }

  private func found(in file: RuleLibrary.File, and other: RuleLibrary.File...) throws
    -> [LintWarning]
  {
    let library = try RuleLibrary(overriding: [file] + other)
    let pack = try #require(library.pack("small-2026"))
    var engines = PackEngines(library)
    return PackWarnings(pack, of: library, asOf: Day("2026-06-01"), &engines).inLineOrder
  }

  @Test("names the check and the line, and only where there is cause", arguments: Warned.all)
  private func given(one: Warned) throws {
    #expect(try warnings(smallPack(one.text)) == one.warnings)
  }

  @Test("about an unsigned question waits for the release")
  func unsigned() throws {
    let text = """
      rules:
        - {id: t.1, cite: {locator: 第一条, summary: 试}, modality: 许可, concludes: listed_trigger, when: {open: A-03}, ambiguity: [A-16, A-03]}
      periodic: [{id: p, cite: {locator: 第二条, summary: 试}, kind: quarterly, ambiguity: [A-25]}]
      """
    let draft = smallPack(text)
    #expect(try warnings(draft) == [])
    let released = String(decoding: draft.bytes, as: UTF8.self)
      .replacing("status: draft", with: "status: released\nreviewers: [张三]")
    let file: RuleLibrary.File = (draft.path, Array(released.utf8))
    let id = LintRule.unsignedQuestion.rawValue
    #expect(try warnings(file) == ["14 \(id) A-03", "14 \(id) A-16", "15 \(id) A-25"])
    let signed = """
      schema: leadscreen-interpretations/1
      answers: {A-03: {answer: true, by: 张三, on: 2026-01-05}}
      """
    let left = try found(in: file, and: ("interpretations.yaml", Array(signed.utf8)))
    #expect(left.map(\.value) == ["A-16", "A-25"])
  }
}

@Suite("A condition implies another")
struct ExpressionImplicationTests {
  private static let facts: [Fact] = [.inRedLine, .crossCity, .crossCounty]

  private func random(_ depth: Int, _ numbers: inout SeededNumbers) -> Expression {
    switch Int.random(in: 0..<(depth == 0 ? 3 : 6), using: &numbers) {
    case let place where place < 3: return .fact(Self.facts[place])
    case 3: return .not(random(depth - 1, &numbers))
    case let kind:
      let parts = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
        random(depth - 1, &numbers)
      }
      return kind == 4 ? .all(parts) : .any(parts)
    }
  }

  private func holds(_ expression: Expression, _ trueFacts: Set<Fact>) -> Bool {
    switch expression {
    case .fact(let fact): trueFacts.contains(fact)
    case .not(let part): !holds(part, trueFacts)
    case .all(let parts): parts.allSatisfy { holds($0, trueFacts) }
    case .any(let parts): parts.contains { holds($0, trueFacts) }
    default: false
    }
  }

  @Test("only if no facts make it true and the other false")
  func sound() {
    var numbers = SeededNumbers(seed: 4)
    var found = 0
    for _ in 0..<20_000 {
      let first = random(2, &numbers)
      let second = random(2, &numbers)
      guard first.implies(second) else { continue }
      found += 1
      for bits in 0..<8 {
        let facts = Set(
          Self.facts.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element))
        #expect(!holds(first, facts) || holds(second, facts), "\(first) \(second)")
      }
    }
    #expect(found > 1_000)
  }
  @Test("or is given up where that would take years to find out")
  func bounded() {
    var all = Expression.fact(.inRedLine)
    var any = Expression.fact(.crossCity)
    for _ in 0..<30 {
      all = .all([.fact(.inRedLine), all])
      any = .any([.fact(.crossCity), any])
    }
    #expect(!all.implies(any))
  }
}
