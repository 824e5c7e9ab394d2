import Testing

@testable import Law
import Vocabulary

/// A fault in a pack: what stands from line 12 on, the check that finds it, and the line it names.
private struct Fault: Sendable, CustomTestStringConvertible {
  let check: LintRule
  let line: Int
  let text: String

  init(_ check: LintRule, _ line: Int, _ text: String) {
    self.check = check
    self.line = line
    self.text = text
  }

  var testDescription: String { "\(check.rawValue) in line \(line)" }

  /// A rule that is right but for what stands in its last line.
  static func rule(
    _ check: LintRule, _ line: Int, concludes: String = "local_sensitive_area", _ when: String
  ) -> Fault {
    Fault(
      check, line,
      """
      rules:
        - id: t.1
          cite: {locator: 第一条, summary: 试}
          modality: 定义
          concludes: \(concludes)
          when: \(when)
      """)
  }

  static let ok = "when: {fact: in_red_line}}"

  static let all: [Fault] = [
    .rule(.unknownKey, 17, "{fact: in_red_line}\n    unles: [exc_other]\n    relation: {}")
      .with(line: 18),
    Fault(.missingKey, 13, "rules:\n  - {id: t.1, modality: 定义, concludes: major, \(ok)"),
    Fault(.missingKey, 1, "basis: []"),
    .rule(.wrongForm, 17, "{never: 1}"),
    Fault(.numberForm, 15, amount("500_000")),
    Fault(.numberForm, 15, amount("3千")),
    Fault(
      .boolWord, 12,
      "repeals: [{title: 旧, encoded: no}]\nrules: []"),
    Fault(
      .unquotedCode, 13,
      "rules: []\nperiodic: [{id: p, cite: {locator: 第一条, summary: 试}, kind: yearly, month_day: 12-31}]"
    ),
    Fault(.wrongForm, 13, deadline("{is: minor}")),
    Fault(.wrongForm, 13, deadline("{all: [{fact: in_red_line}, {open: A-03}]}")),
    Fault(
      .wrongForm, 13,
      deadline("{compare: {fact: damage_amount_determined, op: at_most, param: minor_amount_max}}")),
    Fault(.unknownFact, 13, deadline("{fact: red_line}")),
    .rule(.oneOperator, 17, "{fact: in_red_line, is: minor}"),
    .rule(.oneOperator, 17, "{fakt: in_red_line}"),
    .rule(.oneOperator, 17, "in_red_line"),
    Fault(.locatorForm, 15, cited("{summary: 试}")),
    Fault(.locatorForm, 15, cited("{locator: 第十条, summary: 试}")),
    Fault(.locatorForm, 15, cited("{locator: 一（一）, summary: 试}")),
    Fault(.locatorForm, 15, cited("{locator: 第一条第二, summary: 试}")),
    .rule(.unknownFact, 17, "{fact: red_line}"),
    .rule(.unknownConclusion, 17, "{is: red_line}"),
    .rule(.unknownConclusion, 16, concludes: "mayor", "{fact: in_red_line}"),
    .rule(
      .unknownParameter, 13,
      "{compare: {fact: damage_amount_determined, op: at_most, param: minor_max}}"),
    .rule(.factKind, 17, "{fact: occurrence_date}"),
    .rule(.factKind, 17, "{eq: {fact: in_red_line, value: yes_it_is}}"),
    .rule(.enumValue, 17, "{eq: {fact: restored_via, value: nature}}"),
    .rule(.enumValue, 17, "{at_least: {fact: emergency_level, level: huge}}"),
    .rule(
      .enumValue, 17,
      "{compare: {fact: damage_amount_determined, op: le, param: minor_amount_max}}"),
    .rule(
      .inlineNumber, 17,
      "{compare: {fact: damage_amount_determined, op: at_most, param: 3000}}"),
    .rule(
      .inlineNumber, 17,
      "{recurs_within: {events: prior_damage_events, at: occurrence_date, years_param: 2}}"),
    Fault(
      .duplicateID, 13,
      "rules:\n  - {id: sx25.a10.minor, cite: {locator: 第一条, summary: 试}, modality: 定义,"
        + " concludes: listed_trigger, \(ok)"),
    Fault(
      .relationMissing, 13,
      "rules:\n  - {id: t.1, cite: {locator: 第一条, summary: 试}, modality: 定义,"
        + " concludes: major, \(ok)"),
    Fault(.relationDangling, 13, related("sx25.a10.minor")),
    Fault(.relationDangling, 13, related("sx25.a12.9")),
    Fault(.relationCycle, 13, related("t.1", kind: "replaces")),
    .rule(
      .stratification, 13, concludes: "listed_trigger", "{is: local_sensitive_area}"
    ).adding(
      "  - {id: t.2, cite: {locator: 第一条, summary: 试}, modality: 定义,"
        + " concludes: local_sensitive_area, when: {is: listed_trigger}}"
    ).with(line: 18),
    Fault(.delegationLevel, 13, parameter("minor_amount_max", fills: "minor_amount_max", "100.00")),
    Fault(.delegationLevel, 13, parameter("any_max", fills: "nothing", "100.00")),
    Fault(.delegationCap, 13, parameter("simple_amount_max", fills: "simple_amount_max", "600000")),
    Fault(.validityOrder, 15, amounts("2026-01-01", "2026-01-01")),
    .rule(.unregisteredQuestion, 13, "{open: A-99}"),
    Fault(.unregisteredQuestion, 14, "rules: []\nprovisions:\n  - \(asking)modality: 义务}"),
    Fault(.unregisteredQuestion, 14, "rules: []\nperiodic:\n  - \(asking)kind: quarterly}"),
    .rule(
      .parameterKind, 13,
      "{compare: {fact: damage_amount_determined, op: at_most, param: repeat_years}}"),
    .rule(
      .parameterKind, 13,
      "{recurs_within: {events: prior_damage_events, at: occurrence_date, years_param: simple_amount_max}}"
    ),
    Fault(
      .parameterKind, 13,
      "params:\n  repeat_years: {type: money, zh: 数, values: [{from: 2026-01-01, value: 1,"
        + " bound: 以下, cite: {locator: 第一条, summary: 试}}]}\nrules: []"),
    .rule(.wrongForm, 17, "{in: {fact: restored_via, values: []}}"),
    Fault(.wrongForm, 13, "params:\n  own_max: {type: money, zh: 数, values: []}\nrules: []"),
    Fault(
      .relationDangling, 14,
      "rules: []\ndeadlines:\n  - {id: t.d, cite: {locator: 第一条, summary: 试}, modality: 义务,"
        + " trigger: closed_date, length: 1, unit: month, relation: {kind: adds, rules: []}}"),
    // A number as large as can be written would have no next one.
    Fault(.numberForm, 15, amount("92233720368547758.07")),
    Fault(.numberForm, 15, amount("90071992547409.92")),
    // Named like what only the province may set, or set under a name that no rule reads.
    Fault(.delegationLevel, 13, parameter("minor_amount_max", fills: "simple_amount_max", "1.00")),
    Fault(.delegationLevel, 13, parameter("other_max", fills: "simple_amount_max", "1.00")),
    Fault(.missingKey, 13, repeal("in_force: {from: 2020-01-01, last: 2020-12-31}")),
    Fault(.missingKey, 13, repeal("open: C-15, may_conclude: [major]")),
    Fault(
      .wrongForm, 13,
      repeal("in_force: {from: 2020-01-01, last: 2020-12-31}, open: C-15, may_conclude: []")),
    Fault(
      .wrongForm, 13,
      repeal("open: C-15, may_conclude: [major]").replacing("encoded: false", with: "encoded: true")
    ),
  ]

  func with(line: Int) -> Fault { Fault(check, line, text) }

  func adding(_ more: String) -> Fault { Fault(check, line, text + "\n" + more) }

  private static func cited(_ cite: String) -> String {
    "basis: []\nrules:\n  - id: t.1\n    cite: \(cite)\n    concludes: listed_trigger\n"
      + "    modality: 定义\n    \(ok.dropLast())"
  }

  private static func deadline(_ when: String) -> String {
    "rules: []\ndeadlines: [{id: t.d, cite: {locator: 第一条, summary: 试}, modality: 义务,"
      + " trigger: closed_date, length: 5, unit: month, when: \(when)}]"
  }

  private static func related(_ target: String, kind: String = "adds") -> String {
    "rules:\n  - {id: t.1, cite: {locator: 第一条, summary: 试}, modality: 定义, concludes: major,"
      + " relation: {kind: \(kind), rules: [\(target)]}, \(ok)"
  }

  private static func parameter(_ name: String, fills: String, _ value: String) -> String {
    "params:\n  \(name): {type: money, zh: 数, fills: \(fills), values: [{from: 2026-01-01,"
      + " value: \"\(value)\", bound: 以下, cite: {locator: 第一条, summary: 试}}]}\nrules: []"
  }

  private static let asking =
    "{id: t.p, cite: {locator: 第一条, summary: 试}, ambiguity: [A-99], "

  private static func repeal(_ gap: String) -> String {
    "repeals:\n  - {title: 旧, encoded: false, \(gap)}\nrules: []"
  }

  private static func amount(_ value: String) -> String {
    "rules: []\nparams:\n  own_max: {type: money, zh: 数, values: [\n"
      + "    {from: 2026-01-01, value: \(value), bound: 以下, cite: {locator: 第一条, summary: 试}}]}"
  }

  private static func amounts(_ first: String, _ second: String) -> String {
    let values = [first, second].map {
      "    {from: \($0), value: 1, bound: 以下, cite: {locator: 第一条, summary: 试}}"
    }
    return "params:\n  own_max: {type: money, zh: 数, values: [\n"
      + values.joined(separator: ",\n") + "]}\nrules: []"
  }
}

@Suite("A faulty pack")
struct BadPackTests {
  @Test("is refused by the check and the line", arguments: Fault.all)
  private func refused(fault: Fault) throws {
    let file = smallPack(fault.text)
    let failure = #expect(throws: Failure.self) { try RuleLibrary(overriding: [file]) }
    let problems = try #require(failure).problems
    let found = problems.map { "\($0.line ?? 0) \($0.detail?.en.prefix { $0 != "," } ?? "")" }
    #expect(found.contains("\(fault.line) \(fault.check.rawValue)"), "\(found)")
    #expect(failure?.status == .configuration)
    #expect(problems.allSatisfy { $0.file == file.path })
  }

  @Test(
    "is refused when its days are out of order",
    arguments: [
      "not_before: 2026-01-02, certain_from: 2026-01-01",
      "certain_from: 2026-01-01, last_certain_day: 2025-01-01",
      "not_before: 2026-01-01, last_certain_day: 2026-02-01",
      "not_before: 2026-01-01, certain_from: 2026-01-01, possibly_until: 2026-02-01",
    ])
  func validity(days: String) throws {
    let file = smallPack(validity: days, "rules: []")
    let failure = #expect(throws: Failure.self) { try RuleLibrary(overriding: [file]) }
    #expect(failure?.problems.map(\.line) == [11])
    #expect(failure?.problems.first?.detail?.en.hasPrefix("validity-order") == true)
  }

  @Test("is reported together with every other faulty file")
  func together() throws {
    let first = smallPack(id: "a-2026", "rules: 1")
    let second = smallPack(id: "b-2026", "rules: 2")
    let third: RuleLibrary.File = ("notes.txt", [0x61])
    let failure = #expect(throws: Failure.self) {
      try RuleLibrary(overriding: [first, second, third])
    }
    #expect(failure?.problems.map(\.file) == ["a-2026.pack.yaml", "b-2026.pack.yaml", "notes.txt"])
  }
}
