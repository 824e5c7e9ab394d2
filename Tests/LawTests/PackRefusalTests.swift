import Testing

@testable import Law
import Vocabulary

@Suite("Packs are refused")
struct PackRefusalTests {
  /// The problems of the file, as `LINE MESSAGE`; empty if it loads.
  private func refusals(_ files: RuleLibrary.File...) -> [String] {
    do throws(Failure) {
      _ = try RuleLibrary(overriding: files)
      return []
    } catch {
      #expect(error.status == .configuration)
      return error.problems.map { "\($0.line ?? 0) \($0.detail?.en ?? "")" }
    }
  }

  @Test("for a review or a release that nobody answers for", arguments: ["reviewed", "released"])
  func reviewers(status: String) {
    let draft = smallPack("rules: []")
    func refusals(_ reviewers: String) -> [String] {
      let text = String(decoding: draft.bytes, as: UTF8.self)
        .replacing("status: draft", with: "status: \(status)\n\(reviewers)")
      return self.refusals((draft.path, Array(text.utf8)))
    }
    let refused = ["10 missing-key, reviewers must name who has reviewed it"]
    #expect(refusals("reviewers: []") == refused)
    #expect(refusals("reviewers: [\" \"]") == refused)
    #expect(refusals("") == refused)
    #expect(refusals("reviewers: [张三]") == [])
  }

  @Test(
    "for what is wrong in their coverage, gaps and watched texts, with the line",
    arguments: [
      ("coverage: [{locator: 第十条, treatment: outside, summary: 试}]", "12 locator-form"),
      ("coverage: [{locator: 一, treatment: outside, summary: 试}]", "12 locator-form"),
      ("coverage: [{treatment: outside, summary: 试}]", "12 missing-key"),
      ("coverage: [{locator: 第一条, treatment: ignored, summary: 试}]", "12 enum-value"),
      ("coverage: [{locator: 第一条, treatment: outside}]", "12 missing-key"),
      ("coverage: [{locator: 第一条, treatment: outside, summary: 试, why: 试}]", "12 unknown-key"),
      ("coverage: 第一条", "12 wrong-form"),
      (
        "gaps: [{from: 2018-01-02, last: 2018-01-01, conclusions: [minor], "
          + "cite: {locator: 第一条, summary: 试}}]",
        "12 validity-order"
      ),
      (
        "gaps: [{from: 2018-01-01, last: 2018-01-01, conclusions: [miner], "
          + "cite: {locator: 第一条, summary: 试}}]",
        "12 unknown-conclusion"
      ),
      ("watch: [{checked: 2026-01-01}]", "12 missing-key"),
      ("gaps: [1]", "12 wrong-form"),
      (
        "periodic: [{id: p, cite: {locator: 第一条, summary: 试}, kind: yearly, month_day: unknown}]",
        "12 missing-key"
      ),
      ("watch: [{title: 试, checked: 去年}]", "12 wrong-form"),
      (
        "params: {y: {type: years, zh: 年, values: [{from: 2026-01-01, value: 2, bound: 不满, "
          + "cite: {locator: 第一条, summary: 试}}]}}",
        "12 enum-value"
      ),
      (
        "params: {y: {type: years, zh: 年, values: [{from: 2025-12-31, value: 2, bound: 以内, "
          + "cite: {locator: 第一条, summary: 试}}]}}",
        "12 validity-order"
      ),
    ])
  func forms(text: String, refusal: String) {
    let found = refusals(smallPack(text + "\nrules: []"))
    #expect(found.contains { $0.hasPrefix(refusal) }, "\(found)")
  }

  @Test("for a relation to nothing")
  func emptyRelation() {
    let found = refusals(
      smallPack(
        """
        rules:
          - {id: t.1, cite: {locator: 第一条, summary: 试}, modality: 定义, concludes: major, when: {fact: in_red_line}, relation: {kind: adds, rules: []}}
        """))
    #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("13 relation-dangling") })
  }

  @Test("when days are without a rule and nobody says so")
  func gaps() throws {
    let pack = try #require(try RuleLibrary().pack("national-2025"))
    let text = String(decoding: pack.bytes, as: UTF8.self)
    let late = text.replacing("last: 2025-01-12", with: "last: 2025-01-10")
    let partial = text.replacing("exc_repeat, may_not_initiate, major", with: "may_not_initiate")
    for (changed, days, names) in [
      (
        late, "2025-01-11/2025-01-12",
        "scope_excluded minor exc_red_line exc_repeat may_not_initiate major simple_assessment"
      ), (partial, "2018-01-01/2025-01-12", "exc_repeat major"),
    ] {
      #expect(changed != text)
      let failure = #expect(throws: Failure.self) {
        try RuleLibrary(overriding: [("n.pack.yaml", Array(changed.utf8))])
      }
      let problem = try #require(failure?.problems.first)
      #expect(failure?.problems.count == 1)
      #expect(problem.value == days)
      #expect(
        problem.detail?.en.hasPrefix("validity-gap, on these days no rule for \(names);") == true)
    }
  }

  @Test("when they are larger than any pack, or hold aliases or a key twice")
  func hostile() {
    func padded(_ count: Int) -> [String] {
      refusals(smallPack("rules: []\n#" + String(repeating: "x", count: count)))
    }
    #expect(padded(10_000_000).count == 1)
    // The limit named is the one that holds.
    #expect(padded(RuleLibrary.fileLimit - 1000) == [])
    let above = padded(RuleLibrary.fileLimit)
    #expect(above.count == 1 && above.allSatisfy { $0.contains("over \(1 << 20) bytes") })
    let alias = refusals(smallPack("basis: &a [一]\nreviewers: *a\nrules: []"))
    #expect(alias == ["13 anchors and aliases are refused"])
    let twice = refusals(smallPack("rules: []\nrules: []"))
    #expect(twice.count == 1 && twice.allSatisfy { $0.contains("duplicate key: rules") })
  }

  @Test("with all problems of a file at once, in the order of its lines")
  func together() {
    let found = refusals(
      smallPack(
        """
        coverage: [{locator: 第十条, treatment: outside, summary: 试}]
        rules:
          - id: t.1
            cite: {locator: 第一条, summary: 试}
            modality: 定义
            concludes: local_sensitive_area
            when: {fact: red_line}
            unles: [exc_other]
          - {id: t.2, cite: {summary: 试}, modality: 应当, concludes: mayor, when: {is: on}}
        periodic: [{id: p, cite: {locator: 第一条, summary: 试}, kind: yearly, month_day: 12-31}]
        """))
    let checks = found.map { String($0.prefix { $0 != "," }) }
    #expect(
      Set(checks) == [
        "12 locator-form", "18 unknown-fact", "19 unknown-key", "20 bool-word", "20 locator-form",
        "20 enum-value", "20 unknown-conclusion", "21 unquoted-code",
      ])
    let lines = found.compactMap { Int($0.prefix { $0 != " " }) }
    #expect(lines == lines.sorted())
  }
}
