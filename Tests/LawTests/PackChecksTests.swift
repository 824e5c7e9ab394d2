import Testing

@testable import Law
import Vocabulary

@Suite("A pack beside others")
struct PackChecksTests {
  @Test("without a parent of a higher level is refused", arguments: ["none-2020", "small-2026"])
  func parent(id: String) throws {
    let file = smallPack("rules: []")
    let text = String(decoding: file.bytes, as: UTF8.self)
      .replacing("parent: shanxi-2025", with: "parent: \(id)")
    let failure = #expect(throws: Failure.self) {
      try RuleLibrary(overriding: [(file.path, Array(text.utf8))])
    }
    #expect(failure?.problems.first?.detail?.en.hasPrefix("unknown-parent") == true)
  }

  @Test(
    "with an area that is not its level's, or outside its parent's, is refused",
    arguments: [
      ("\"140900\"", "nation", "national-2025", "7 area-level"),
      ("cn", "city", "shanxi-2025", "7 area-level"),
      ("\"140900\"", "province", "national-2025", "7 area-level"),
      ("\"140000\"", "city", "shanxi-2025", "7 area-level"),
      ("\"320900\"", "city", "shanxi-2025", "7 unknown-parent"),
    ])
  func area(code: String, level: String, parent: String, refusal: String) throws {
    let file = smallPack("rules: []")
    let text = String(decoding: file.bytes, as: UTF8.self)
      .replacing("jurisdiction: \"140900\"", with: "jurisdiction: \(code)")
      .replacing("level: city", with: "level: \(level)")
      .replacing("parent: shanxi-2025", with: "parent: \(parent)")
    let failure = #expect(throws: Failure.self) {
      try RuleLibrary(overriding: [(file.path, Array(text.utf8))])
    }
    let found = failure?.problems.map { "\($0.line ?? 0) \($0.detail?.en ?? "")" } ?? []
    #expect(found.contains { $0.hasPrefix(refusal) }, "\(found)")
  }

  @Test("with the id of another file of the folder is refused, with that of a built-in one not")
  func repeatedID() throws {
    let first = smallPack("rules: []")
    let second: RuleLibrary.File = ("b/\(first.path)", first.bytes)
    let failure = #expect(throws: Failure.self) { try RuleLibrary(overriding: [second, first]) }
    #expect(failure?.problems.map(\.file) == ["small-2026.pack.yaml"])
    #expect(failure?.problems.map(\.line) == [2])
    #expect(
      failure?.problems.first?.detail?.en.hasPrefix("duplicate-id, b/small-2026.pack.yaml") == true)
    let builtIn = try #require(try RuleLibrary().pack("xinzhou-2019"))
    #expect(
      try RuleLibrary(overriding: [("x.pack.yaml", builtIn.bytes)]).pack("xinzhou-2019")?.file
        == "x.pack.yaml")
  }

  @Test("is refused when its conclusions rest on those of another pack of its area and back")
  func circleOfArea() {
    func pack(_ id: String, _ concludes: String, _ reads: String) -> RuleLibrary.File {
      smallPack(
        id: id,
        "rules:\n  - {id: \(id).1, cite: {locator: 第一条, summary: 试}, modality: 定义,"
          + " concludes: \(concludes), when: {is: \(reads)}}")
    }
    let failure = #expect(throws: Failure.self) {
      try RuleLibrary(overriding: [
        pack("a-2026", "local_sensitive_area", "initiation_preconditions_met"),
        pack("b-2026", "initiation_preconditions_met", "local_sensitive_area"),
      ])
    }
    #expect(failure?.problems.map(\.file) == ["b-2026.pack.yaml"])
    #expect(failure?.problems.map(\.line) == [13])
    #expect(failure?.problems.first?.detail?.en.hasPrefix("stratification") == true)
  }

  @Test("must say how it stands to a higher pack of its area that it does not stand under")
  func relationInArea() throws {
    func rule(_ id: String, _ more: String) -> String {
      "rules:\n  - {id: \(id).1, cite: {locator: 第一条, summary: 试}, modality: 定义,"
        + " concludes: oversight\(more), when: {fact: in_red_line}}"
    }
    func files(_ more: String) -> [RuleLibrary.File] {
      let province = smallPack(
        id: "p-2026", rule("p-2026", "").replacing("oversight", with: Self.free))
      let text = String(decoding: province.bytes, as: UTF8.self)
        .replacing("\"140900\"", with: "\"140000\"").replacing(
          "level: city", with: "level: province"
        )
        .replacing("parent: shanxi-2025", with: "parent: national-2025")
      return [
        (province.path, Array(text.utf8)),
        smallPack(rule("small-2026", more).replacing("oversight", with: Self.free)),
      ]
    }
    let failure = #expect(throws: Failure.self) { try RuleLibrary(overriding: files("")) }
    #expect(failure?.problems.map(\.file) == ["small-2026.pack.yaml"])
    #expect(failure?.problems.first?.detail?.en.hasPrefix("relation-missing, p-2026.1") == true)
    _ = try RuleLibrary(overriding: files(", relation: {kind: adds, rules: [p-2026.1]}"))
  }

  /// A conclusion of which no other pack of Shanxi speaks.
  private static let free = "one_case_one_report"
}
