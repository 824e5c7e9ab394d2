import Foundation
import Testing

/// Rule packs from outside: the public form of cases and results.
@Suite struct RulesCommandTests {
  /// The example of the contract, with facts that decide something.
  static let example = """
    cases:
      - id: any
        pack: shanxi-2025
        as_of: 2025-10-15
        facts: {occurrence_date: 2025-09-10, damage_confirmed: true, damage_amount_determined: "3000.00", damage_amount_basis: expert_assessment, discovery_date: 2025-09-01}
        interpretations: {A-03: true}

    """

  @Test("rules evaluate --json has exactly the contract's keys")
  func evaluate() throws {
    let folder = try TemporaryFolder()
    try Data(Self.example.utf8).write(to: folder.url("cases.yaml"))
    let outcome = try LeadscreenProgram.run(
      ["rules", "evaluate", "cases.yaml", "--json"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let results = try #require(try JSONValue(outcome.output).elements)
    #expect(results.count == 1)
    let result = try #require(results.first)
    #expect(
      result.keys == ["id", "conclusions", "disposition", "decisive", "grounds", "deadlines"])
    #expect(result["id"]?.text == "any")
    let conclusions = try #require(result["conclusions"])
    #expect(conclusions.keys.isSuperset(of: ["minor", "may_not_initiate", "major"]))
    for key in conclusions.keys {
      #expect(["T", "F", "U", "N"].contains(conclusions[key]?.text ?? ""), "\(key)")
    }
    #expect(conclusions["minor"]?.text == "T")
    #expect(
      try #require(result["grounds"]?.elements).compactMap(\.text).contains("sx25.a10.amount"))
    let decisive = try #require(result["decisive"])
    #expect(
      decisive.keys == conclusions.keys.filter { conclusions[$0]?.text == "U" },
      "every unknown conclusion has what would decide it")
    for key in decisive.keys {
      for atom in try #require(decisive[key]?.elements).compactMap(\.text) {
        #expect(atom.contains(/^(fact|in_force|param|open):/), "\(atom)")
      }
    }
    let deadline = try #require(result["deadlines"]?["sx25.a9.verify-30"])
    #expect(deadline.keys == ["due", "due_203"])
    // National Day, 1 to 8 October 2025: the last day moves behind it.
    #expect(deadline["due"]?.text == "2025-10-01")
    #expect(deadline["due_203"]?.text == "2025-10-09")
  }

  @Test("a case file that is wrong is 65 with its lines")
  func wrongCases() throws {
    let folder = try TemporaryFolder()
    for (text, line) in [
      ("cases:\n  - {id: a, pack: nowhere-1900, as_of: 2025-10-15, facts: {}}\n", 2),
      ("cases:\n  - {id: a, pack: shanxi-2025, as_of: 2025-02-30, facts: {}}\n", 2),
      (
        "cases:\n  - id: a\n    pack: shanxi-2025\n    as_of: 2025-10-15\n    facts: {nothing: 1}\n",
        5
      ),
      ("cases: 1\n", 1), ("", 1),
    ] {
      try Data(text.utf8).write(to: folder.url("cases.yaml"))
      let outcome = try LeadscreenProgram.run(
        ["rules", "evaluate", "cases.yaml", "--json"], in: folder.url)
      #expect(outcome.status == 65, "\(outcome.everything)")
      #expect(outcome.messages.contains("cases.yaml:\(line) "), "\(outcome.messages)")
    }
    let missing = try LeadscreenProgram.run(["rules", "evaluate", "nowhere.yaml"], in: folder.url)
    #expect(missing.status == 66)
  }

  @Test("rules list tells what is in force on a day, show a pack's articles")
  func listAndShow() throws {
    let folder = try TemporaryFolder()
    func inForce(_ day: String) throws -> [String: String] {
      let outcome = try LeadscreenProgram.run(
        ["rules", "list", "--as-of", day, "--jurisdiction", "140900", "--json"], in: folder.url)
      let rows = try #require(try JSONValue(outcome.output)["items"]?.elements)
      return Dictionary(
        rows.map { ($0["id"]?.text ?? "", $0["in_force"]?.text ?? "") },
        uniquingKeysWith: { first, _ in first })
    }
    #expect(try inForce("2025-10-15")["shanxi-2025"] == "T")
    #expect(try inForce("2025-07-09")["shanxi-2025"] == "F")
    #expect(try inForce("2025-10-15")["national-2025"] == "T")
    let sheet = try LeadscreenProgram.run(["rules", "show", "shanxi-2025"], in: folder.url)
    #expect(sheet.status == 0)
    #expect(sheet.output.contains("第十条"))
    #expect(try LeadscreenProgram.run(["rules", "show", "nowhere"], in: folder.url).status == 66)
    let check = try LeadscreenProgram.run(["rules", "check", "--json"], in: folder.url)
    #expect(check.status == 0, "\(check.messages)")
    #expect(try JSONValue(check.output)["cases"]?.number ?? 0 > 0)
  }

  @Test(
    "a jurisdiction that is no code is 64 and says what one is",
    arguments: ["999999", "14", "abc", "", "1409000", "１４０９００"])
  func noCode(jurisdiction: String) throws {
    let folder = try TemporaryFolder()
    for command in [["rules", "list"], ["init", "w"]] {
      for (language, word) in [("zh", "六位行政区划代码"), ("en", "six digits")] {
        let outcome = try LeadscreenProgram.run(
          command + ["--jurisdiction", jurisdiction, "--lang", language], in: folder.url)
        #expect(outcome.status == 64)
        #expect(outcome.messages.hasPrefix("E518 "))
        for part in [word, "GB/T 2260", "“--jurisdiction \(jurisdiction)”"] {
          #expect(outcome.messages.contains(part), "\(outcome.messages)")
        }
      }
    }
  }

  @Test(
    "a code that no division in force has is listed by the area of its digits, and said to be so")
  func unlistedCode() throws {
    let folder = try TemporaryFolder()
    func list(_ jurisdiction: String) throws -> LeadscreenProgram.Outcome {
      try LeadscreenProgram.run(
        ["rules", "list", "--as-of", "2026-01-01", "--jurisdiction", jurisdiction], in: folder.url)
    }
    let unlisted = try list("149900")
    #expect(unlisted.status == 0)
    #expect(unlisted.messages.contains("没有现行的 149900"))
    #expect(unlisted.output.contains("shanxi-2025") && !unlisted.output.contains("xinzhou-2019"))
    for known in ["140000", "140900", "140922"] {
      let outcome = try list(known)
      #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
    }
  }

  @Test("a broken pack in Inputs/rules is 78 with its line")
  func brokenPack() throws {
    let bench = try SmallRun.copy()
    try bench.write("id: x\nrules: nothing\n", to: "Inputs/rules/x.pack.yaml")
    for arguments in [["rules", "check"], Workbench.q3] {
      let outcome = try bench.run(arguments)
      #expect(outcome.status == 78)
      #expect(outcome.messages.contains("Inputs/rules/x.pack.yaml:"), "\(outcome.messages)")
    }
  }
}
