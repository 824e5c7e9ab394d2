import Foundation
import Testing

/// The sheets of the rule packs, as the program prints them.
@Suite("rules show")
struct RulesShowTests {
  private func run(_ arguments: String...) throws -> LeadscreenProgram.Outcome {
    let folder = try TemporaryFolder()
    return try LeadscreenProgram.run(["rules", "show"] + arguments, in: folder.url)
  }

  @Test("on all packs is docs/rules.md, whatever the language")
  func page() throws {
    let page = try documentation("rules.md")
    #expect(try run("--all").output == page)
    #expect(try run("--all", "--lang", "en").output == page)
  }

  @Test("on one pack shows its rules with cases, as text and as a list")
  func onePack() throws {
    let text = try run("shanxi-2025").output
    for part in ["\n第十条　定义　sx25.a10.amount\n", "　　示例（成立）：", "　　示例（不成立）："] {
      #expect(text.contains(part), "\(part)")
    }
    let items = try #require(
      try JSONValue(try run("shanxi-2025", "--json").output)["items"]?.elements)
    #expect(items.compactMap(\.text).joined(separator: "\n") + "\n" == text)
  }

  @Test("on a pack of the workspace shows the cases beside it")
  func ownCases() throws {
    let folder = try TemporaryFolder()
    let rules = folder.url("Inputs/rules")
    try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
    try Data("jurisdiction: \"140900\"\n".utf8).write(to: folder.url("leadscreen.yaml"))
    let pack = """
      schema: leadscreen-pack/1
      id: own-2026
      version: 1.0.0
      title: 试验
      source: {file: own-2026.txt, sha256: "00"}
      articles: {style: article, count: 1}
      jurisdiction: "140900"
      level: city
      parent: shanxi-2025
      status: draft
      validity: {not_before: 2026-01-01, certain_from: 2026-01-01, cite: {locator: 第一条, summary: 施行}}
      rules:
        - {id: own.1, cite: {locator: 第一条, summary: 试}, modality: 定义, concludes: listed_trigger, when: {fact: in_red_line}}
      """
    try Data(pack.utf8).write(to: rules.appending(path: "own-2026.pack.yaml"))
    let cases = """
      cases:
        - {id: inside, pack: own-2026, as_of: 2026-06-01, facts: {in_red_line: true}}
        - {id: outside, pack: own-2026, as_of: 2026-06-01, facts: {in_red_line: false}}
      """
    try Data(cases.utf8).write(to: rules.appending(path: "own-2026.cases.yaml"))
    let outcome = try LeadscreenProgram.run(["rules", "show", "own-2026"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.messages)")
    for part in ["示例（成立）：inside，2026-06-01", "示例（不成立）：outside，2026-06-01"] {
      #expect(outcome.output.contains(part), "\(part)")
    }
  }

  @Test("wants a pack or all of them, not both")
  func wrongUse() throws {
    #expect(try run().status == 64)
    #expect(try run("shanxi-2025", "--all").status == 64)
  }

  @Test("on a pack there is not names those there are", arguments: ["zh", "en"])
  func noSuchPack(language: String) throws {
    let outcome = try run("nowhere-1900", "--lang", language)
    #expect(outcome.status == 66)
    #expect(outcome.messages.hasPrefix("E509 "))
    for word in ["“nowhere-1900”", "national-2025", "shanxi-2025", "xinzhou-2019"] {
      #expect(outcome.messages.contains(word), "\(outcome.messages)")
    }
    #expect(!outcome.messages.contains("leads.csv"))
  }
}
