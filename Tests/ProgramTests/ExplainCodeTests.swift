import Foundation
import Testing

/// `leadscreen explain` on problem codes.
@Suite("Explain on a problem code")
struct ExplainCodeTests {
  private func run(_ arguments: String...) throws -> LeadscreenProgram.Outcome {
    let folder = try TemporaryFolder()
    return try LeadscreenProgram.run(["explain"] + arguments, in: folder.url)
  }

  @Test("says what it means, what follows, an example and what to do")
  func text() throws {
    let zh = try run("E201").output
    for part in ["E201\n", "含义\n", "后果：退回该行\n", "例子\n", "  → ", "处理\n", "rejects.csv"] {
      #expect(zh.contains(part), "\(zh)")
    }
    let en = try run("E201", "--lang", "en").output
    for part in ["Meaning\n", "Consequence: row rejected\n", "Example\n", "What to do\n"] {
      #expect(en.contains(part), "\(en)")
    }
  }

  @Test("takes either case of letters")
  func lowerCase() throws {
    let lower = try run("e201")
    #expect(lower.status == 0)
    #expect(lower.output == (try run("E201").output))
  }

  @Test("is one object with --json")
  func json() throws {
    let object = try JSONValue(try run("E210", "--json", "--lang", "en").output)
    #expect(
      object.keys == [
        "schema", "code", "title", "consequence", "explanation", "example", "remedy",
      ])
    #expect(object["schema"]?.number == 1)
    #expect(object["code"]?.text == "E210")
    #expect(object["consequence"]?.text == "record_flagged")
    #expect(object["explanation"]?.elements?.count == 3)
    #expect(object["example"]?["after"]?.text?.hasSuffix(",,") == true)
  }

  @Test("that does not exist is 66, in a workspace or not", arguments: ["E999", "e000", "E215"])
  func unknown(code: String) throws {
    let outcome = try run(code)
    #expect(outcome.status == 66)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("E509 "))
  }

  @Test("that looks like none is sought in the workspace", arguments: ["E30", "E3010", "F301"])
  func otherID(id: String) throws {
    #expect(try run(id).messages.hasPrefix("E511 "))
  }

  @Test("or on all of them is docs/problems.md, whatever the language")
  func page() throws {
    let page = try documentation("problems.md")
    #expect(try run("--all-codes").output == page)
    #expect(try run("--all-codes", "--lang", "en").output == page)
  }

  @Test("and on all at once is a wrong use")
  func both() throws {
    let outcome = try run("E201", "--all-codes")
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("E201"))
  }
}
