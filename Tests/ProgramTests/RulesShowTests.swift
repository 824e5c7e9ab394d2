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
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: top.appending(path: "docs/rules.md"), encoding: .utf8)
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

  @Test("wants a pack or all of them, not both")
  func wrongUse() throws {
    #expect(try run().status == 64)
    #expect(try run("shanxi-2025", "--all").status == 64)
    #expect(try run("nowhere-1900").status == 66)
  }
}
