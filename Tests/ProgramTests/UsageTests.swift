import Foundation
import Testing

/// The command line: help, version, completions, and what is said when it is wrong.
@Suite struct UsageTests {
  static let commands = [
    [], ["screen"], ["check"], ["explain"], ["report"], ["rules"], ["rules", "list"],
    ["rules", "show"], ["rules", "check"], ["rules", "evaluate"], ["rules", "compare"], ["layers"],
    ["layers", "list"],
    ["layers", "check"], ["ledger"], ["ledger", "status"], ["ledger", "verify"],
    ["ledger", "backup"], ["init"], ["doctor"],
  ]

  /// The options a command must have and its help must name.
  static let options: [String: [String]] = [
    "screen": [
      "--as-of", "--inputs", "--reports", "--max-rejects", "--skip-unreadable", "--strict",
      "--dry-run",
    ],
    "check": ["--as-csv", "--write-profile"], "report": ["--reports"], "init": ["--demo"],
    "rules list": ["--as-of"],
  ]

  private func run(_ arguments: [String]) throws -> LeadscreenProgram.Outcome {
    let folder = try TemporaryFolder()
    return try LeadscreenProgram.run(arguments, in: folder.url)
  }

  private func containsHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test(
    "--help of every command is in the language asked for and names every option",
    arguments: commands)
  func help(command: [String]) throws {
    let name = command.joined(separator: " ")
    let isGroup = ["", "rules", "layers", "ledger"].contains(name)
    for language in ["zh", "en"] {
      let outcome = try run(command + ["--help", "--lang", language])
      #expect(outcome.status == 0)
      #expect(outcome.messages.isEmpty)
      #expect(containsHan(outcome.output) == (language == "zh") || name == "explain")
      #expect(outcome.output.contains("leadscreen" + (name.isEmpty ? "" : " " + name)))
      #expect(!outcome.output.contains("OVERVIEW"))
      var expected = ["--help"] + (Self.options[name] ?? [])
      if !isGroup { expected += ["--workspace", "--json", "--lang", "--quiet", "--no-progress"] }
      for option in expected { #expect(outcome.output.contains(option), "\(option)") }
    }
  }

  @Test("help is the same however it is asked for")
  func helpForms() throws {
    let page = try run(["screen", "--help"]).output
    #expect(try run(["screen", "-h"]).output == page)
    #expect(try run(["help", "screen"]).output == page)
    #expect(try run(["screen", "2026Q3", "--help"]).output == page)
    let root = try run(["--help"]).output
    #expect(try run([]).output == root)
    #expect(try run(["help"]).output == root)
  }

  @Test(
    "a group of commands without one shows its own page", arguments: ["rules", "layers", "ledger"])
  func groups(name: String) throws {
    let outcome = try run([name])
    #expect(outcome.everything == (try run([name, "--help"])).output)
    #expect(!outcome.everything.contains("OVERVIEW"))
  }

  @Test("--version prints one line")
  func version() throws {
    let outcome = try run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test("completion scripts are made for each shell", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let outcome = try run(["--generate-completion-script", shell])
    #expect(outcome.status == 0)
    #expect(outcome.messages.isEmpty)
    for word in ["screen", "explain", "skip-unreadable"] {
      #expect(outcome.output.contains(word))
    }
    if shell == "bash" {
      let folder = try TemporaryFolder()
      try Data(outcome.output.utf8).write(to: folder.url("completions"))
      let checked = try NeededTool.bash.run(["-n", "completions"], in: folder.url)
      #expect(checked.status == 0, "\(checked.messages)")
    }
  }

  /// A wrong command line and a word that its message must name.
  static let mistakes: [([String], String)] = [
    (["screen"], "quarter"), (["screen", "2026Q5"], "2026Q5"), (["screen", "Q3"], "Q3"),
    (["screen", "2026Q3", "--bogus"], "--bogus"), (["screen", "2026Q3", "2026Q4"], "2026Q4"),
    (["screen", "2026Q3", "--as-of", "2026-02-30"], "2026-02-30"),
    (["screen", "2026Q3", "--as-of", "20260230"], "20260230"),
    (["screen", "2026Q3", "--max-rejects", "120%"], "120%"),
    (["screen", "2026Q3", "--max-rejects", "nan"], "nan"),
    (["screen", "2026Q3", "--max-rejects", "-1"], "--max-rejects"),
    (["screen", "2026Q3", "--max-rejects"], "--max-rejects"),
    (["screen", "2026Q3", "--as-of"], "--as-of"), (["bogus"], "bogus"), (["--bogus"], "--bogus"),
    (["rules", "bogus"], "bogus"), (["rules", "show"], "pack"), (["ledger", "bogus"], "bogus"),
    (["explain"], "id"), (["check"], "file"), (["report", "2026Q0"], "2026Q0"),
    (["ledger", "backup"], "file"), (["init", "a", "b"], "b"),
    (["rules", "list", "--jurisdiction", "1"], "1"),
    (["init", "x", "--jurisdiction", "14"], "14"),
    (["--generate-completion-script", "tcsh"], "tcsh"),
  ]

  @Test("a wrong command line is 64, says what is wrong and names no type", arguments: mistakes)
  func mistake(arguments: [String], word: String) throws {
    for language in ["zh", "en"] {
      let outcome = try run(arguments + ["--lang", language])
      #expect(outcome.status == 64, "\(outcome.everything)")
      #expect(outcome.output.isEmpty)
      let first = outcome.messages.split(separator: "\n").first.map(String.init) ?? ""
      #expect(first.contains(word), "\(first)")
      #expect(!first.contains("--lang"), "the mistake is not in --lang: \(first)")
      #expect(!first.contains("leadscreen.yaml"), "no configuration is wrong: \(first)")
      #expect(containsHan(outcome.messages) == (language == "zh"), "\(outcome.messages)")
      for name in PublicNames.typeNames { #expect(!outcome.messages.contains(name), "\(name)") }
    }
  }

  @Test("a language there is not is 64")
  func language() throws {
    let outcome = try run(["doctor", "--lang", "fr"])
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("fr"))
  }

  @Test("two files for an output of one are 64")
  func oneOutput() throws {
    let bench = try SmallRun.copy()
    let outcome = try bench.run(["check", "a.csv", "b.csv", "--as-csv", "c.csv"])
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("--as-csv"))
    #expect(!outcome.messages.contains("leadscreen.yaml"))
  }

  @Test("--quiet says nothing of a run that went well; --json keeps stdout to one object")
  func quiet() throws {
    let bench = try SmallRun.copy()
    let quiet = try bench.run(Workbench.q3 + ["--quiet"])
    #expect(quiet.status == 0)
    #expect(quiet.everything.isEmpty)
    let json = try bench.run(Workbench.q3 + ["--json", "--lang", "en"])
    #expect(try JSONValue(json.output).keys == PublicNames.screenKeys)
    #expect(!containsHan(json.messages), "\(json.messages)")
    #expect(json.messages.contains("nothing has changed"))
  }

  @Test("--strict is 3 when something waits for people and 0 when nothing does")
  func strict() throws {
    let bench = try SmallRun.copy()
    #expect(try bench.run(Workbench.q3 + ["--strict"]).status == 3)
    let idle = try Workbench()
    var drop = TransferDrop(count: 1)
    drop.rows = []
    try idle.write(drop.text(), to: "Inputs/2026Q3/空.csv")
    let outcome = try idle.run(Workbench.q3 + ["--strict"])
    #expect(outcome.status == 0, "a file with a header and no row: \(outcome.messages)")
  }

  @Test("a failed run with --json is one object with its status and errors")
  func failureJSON() throws {
    let bench = try SmallRun.copy()
    let outcome = try bench.run(Workbench.q4 + ["--json"])
    #expect(outcome.status == 66)
    let object = try JSONValue(outcome.output)
    #expect(object["status"]?.text == "failed")
    #expect(object["exit"]?.number == 66)
    #expect(object["errors"]?.elements?.first?["code"]?.text == "E501")
  }
}
