import Foundation
import Law
import Leads
import Testing
import Vocabulary

@Suite("The page of facts")
struct FactReferenceTests {
  @Test("is docs/facts.md: after a change of facts or fields run scripts/make-rules")
  func current() throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: top.appending(path: "docs/facts.md"), encoding: .utf8)
    let lines = FactReference(try RuleLibrary().catalogue).lines
    #expect(page == lines.joined(separator: "\n") + "\n")
    for fact in Fact.allCases {
      #expect(lines.count { $0.contains("| `\(fact.name)` |") } == 1, "\(fact.name)")
    }
  }
}
