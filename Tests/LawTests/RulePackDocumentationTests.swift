import Foundation
import Testing

@testable import Law
import Vocabulary

/// docs/rule-packs.md, read as its readers do: headings, tables, examples.
private struct RulePackPage {
  let text: String
  private let lines: [String]

  init() throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    text = try String(contentsOf: top.appending(path: "docs/rule-packs.md"), encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// By heading, the first column of the table of keys under it, in the page's order.
  var keys: [String: [String]] {
    var found: [String: [String]] = [:]
    var heading = ""
    var isTable = false
    var isCode = false
    for line in lines {
      if line.hasPrefix("```") { isCode.toggle() }
      if line.hasPrefix("#"), !isCode { heading = String(line.drop { $0 == "#" || $0 == " " }) }
      if !line.hasPrefix("|") { isTable = false }
      if line.hasPrefix("| key |") || line.hasPrefix("| operator |") { isTable = true }
      guard isTable, line.hasPrefix("| `"), let key = line.split(separator: "`").dropFirst().first
      else { continue }
      found[heading, default: []].append(String(key))
    }
    return found
  }

  /// The headings as links of the page name them.
  var anchors: Set<String> {
    Set(
      lines.filter { $0.hasPrefix("#") && !$0.contains(".yaml") }.map { line in
        "#" + line.drop { $0 == "#" || $0 == " " }.lowercased().replacing(" ", with: "-")
      })
  }

  /// The blocks of YAML, each under the file name in its first line.
  var examples: [RuleLibrary.File] {
    text.split(separator: "```yaml\n").dropFirst().compactMap { piece in
      guard let code = piece.split(separator: "```").first,
        let name = code.split(separator: "\n").first, name.hasPrefix("# ")
      else { return nil }
      return (String(name.dropFirst(2)), Array(code.utf8))
    }
  }
}

/// A mapping with a key that no reader knows, so that the reader says which it does.
struct HostileBlock: Sendable, CustomTestStringConvertible {
  enum File: Sendable {
    case pack, cases, answers, workdays
  }

  let heading: String
  let file: File
  let text: String

  var testDescription: String { heading }

  init(_ heading: String, _ file: File, _ text: String) {
    self.heading = heading
    self.file = file
    self.text = text
  }

  /// Every mapping of every file, by the heading it is described under.
  static let all = [
    HostileBlock("The pack", .pack, "zzz: 1"),
    HostileBlock("doc_no", .pack, "doc_no: {zzz: 1}"),
    HostileBlock("source", .pack, "source: {zzz: 1}"),
    HostileBlock("articles", .pack, "articles: {zzz: 1}"),
    HostileBlock("citation", .pack, "higher_law_prevails: {zzz: 1}"),
    HostileBlock("validity", .pack, "validity: {zzz: 1}"),
    HostileBlock("repeals", .pack, "repeals: [{zzz: 1}]"),
    HostileBlock("in_force", .pack, "repeals: [{in_force: {zzz: 1}}]"),
    HostileBlock("watch", .pack, "watch: [{zzz: 1}]"),
    HostileBlock("delegations", .pack, "delegations: [{zzz: 1}]"),
    HostileBlock("params", .pack, "params: {p: {zzz: 1}}"),
    HostileBlock("values", .pack, "params: {p: {type: money, zh: a, values: [{zzz: 1}]}}"),
    HostileBlock("rules", .pack, "rules: [{zzz: 1}]"),
    HostileBlock("relation", .pack, "rules: [{relation: {zzz: 1}}]"),
    HostileBlock("Conditions", .pack, "rules: [{when: {zzz: 1}}]"),
    HostileBlock("deadlines", .pack, "deadlines: [{zzz: 1}]"),
    HostileBlock("periodic", .pack, "periodic: [{zzz: 1}]"),
    HostileBlock("provisions", .pack, "provisions: [{zzz: 1}]"),
    HostileBlock("coverage", .pack, "coverage: [{zzz: 1}]"),
    HostileBlock("gaps", .pack, "gaps: [{zzz: 1}]"),
    HostileBlock("Cases", .cases, "cases: [{zzz: 1}]"),
    HostileBlock("event", .cases, "cases: [{facts: {prior_damage_events: [{zzz: 1}]}}]"),
    HostileBlock("expect", .cases, "cases: [{expect: {zzz: 1}}]"),
    HostileBlock("Questions and answers", .answers, "zzz: 1"),
    HostileBlock("question", .answers, "questions: {Q-1: {zzz: 1}}"),
    HostileBlock("answer", .answers, "answers: {A-03: {zzz: 1}}"),
    HostileBlock("Workdays", .workdays, "zzz: 1"),
    HostileBlock("year", .workdays, "years: {\"2027\": {zzz: 1}}"),
  ]

  /// What a pack must have for all its blocks to be read.
  private static let head = [
    "schema: leadscreen-pack/1", "id: x", "version: 1.0.0", "title: 试", "level: city",
    "source: {file: x.txt, sha256: \"00\"}", "articles: {style: article, count: 9}",
    "jurisdiction: \"149900\"", "parent: shanxi-2025", "status: draft",
    "validity: {cite: {locator: 第九条, summary: 施行}}", "rules: []",
  ]

  /// The block in a pack, in place of the one of its name.
  private var inPack: String {
    let own = text.prefix { $0 != ":" }
    let others = HostileBlock.head.filter { $0.prefix { $0 != ":" } != own }
    return (others + [text]).joined(separator: "\n")
  }

  /// The keys that the block's reader says it knows.
  func knownKeys(_ library: RuleLibrary) -> [String] {
    let bytes = Array((file == .pack ? inPack : text).utf8)
    var problems: [Problem] = []
    do throws(Failure) {
      switch file {
      case .pack: _ = try RulePack(bytes, file: "x.pack.yaml", catalogue: library.catalogue)
      case .cases: _ = try CaseFile(bytes, file: "x.cases.yaml", library: library)
      case .answers:
        var register = library.register
        try register.add(bytes, file: "interpretations.yaml")
      case .workdays:
        var calendar = library.calendar
        try calendar.add(bytes, file: "workdays.yaml")
      }
    } catch {
      problems = error.problems
    }
    let detail = problems.first { $0.value == "zzz" }?.detail?.en
    let known = detail?.split(separator: "known: ").dropFirst().first
    return known?.split(separator: " ").map(String.init) ?? []
  }
}

@Suite("The page of rule packs")
struct RulePackDocumentationTests {
  private let page: RulePackPage
  private let library: RuleLibrary

  init() throws {
    page = try RulePackPage()
    library = try RuleLibrary()
  }

  @Test("has the keys that the reader allows, all and no others", arguments: HostileBlock.all)
  func keys(block: HostileBlock) {
    let known = block.knownKeys(library)
    #expect(!known.isEmpty)
    #expect(page.keys[block.heading] == known)
  }

  @Test("has no table of keys but those of readers, and no link within it that leads nowhere")
  func headings() {
    #expect(Set(page.keys.keys) == Set(HostileBlock.all.map(\.heading)))
    let links = page.text.matches(of: /\]\((#[^)]+)\)/).map { String($0.output.1) }
    #expect(links.count > 20)
    for link in links { #expect(page.anchors.contains(link), "\(link)") }
  }

  @Test(
    "writes every operator with all its keys",
    arguments: ["eq", "in", "compare", "at_least", "count_at_least", "recurs_within"])
  func operators(name: String) throws {
    let block = HostileBlock(name, .pack, "rules: [{when: {\(name): {zzz: 1}}}]")
    let known = block.knownKeys(library)
    #expect(!known.isEmpty)
    let start = "{\(name): {"
    let written = try #require(page.text.split(separator: "`").first { $0.hasPrefix(start) })
    let keys = written.dropFirst(start.count).matches(of: #/([a-z_]+): /#).map { $0.output.1 }
    #expect(keys.map(String.init) == known)
  }

  @Test("names every word of the closed lists")
  func words() {
    var words: [String] = ["text", "outside", "soft", "hard", "open", "unknown", "absent"]
    words += PackLevel.allCases.map(\.rawValue) + PackStatus.allCases.map(\.rawValue)
    words += Modality.allCases.map(\.rawValue) + Relation.Kind.allCases.map(\.rawValue)
    words += Parameter.Kind.allCases.map(\.rawValue) + Parameter.Bound.allCases.map(\.rawValue)
    words += DeadlineRule.Unit.allCases.map(\.rawValue)
    words += PeriodicDuty.Period.allCases.map(\.rawValue)
    words += CoverageEntry.Treatment.allCases.map(\.rawValue)
    words += ProvisionStyle.allCases.map(\.rawValue) + Disposition.allCases.map(\.rawValue)
    words += Expression.Comparison.allCases.map { "op: \($0.rawValue)" }
    words += Conclusion.allCases.map(\.name) + Truth.allCases.map(\.letter)
    words += Fact.allCases.flatMap { library.catalogue[$0].values }
    for word in words { #expect(page.text.contains("`\(word)`"), "\(word)") }
  }

  @Test("has every fact in the row of its type", arguments: FactKind.allCases)
  func facts(kind: FactKind) throws {
    var rows: [Substring] = []
    var type: Substring = ""
    let section = try #require(page.text.split(separator: "\n## Facts\n").last)
    for line in section.split(separator: "\n").prefix(while: { !$0.hasPrefix("## ") }) {
      let cell = line.split(separator: "|").first?.trimmingPrefix(" ").prefix { $0 != " " } ?? ""
      if !cell.isEmpty { type = cell }
      if line.hasPrefix("|"), type == kind.rawValue { rows.append(line) }
    }
    #expect(!rows.isEmpty)
    guard kind != .truth else { return }
    for fact in Fact.allCases where fact.kind == kind {
      #expect(rows.contains { $0.contains("`\(fact.name)`") }, "\(fact.name)")
    }
  }

  @Test("has an example of every file, which load and leave nothing to complain of")
  func examples() throws {
    let files = page.examples.filter { $0.path.hasPrefix("Inputs/rules/") }
    for ending in [".pack.yaml", ".cases.yaml", "interpretations.yaml", "workdays.yaml"] {
      #expect(files.count { $0.path.hasSuffix(ending) } == 1, "\(ending)")
    }
    let whole = try RuleLibrary(overriding: files)
    #expect(whole.calendar.years.contains(2027))
    #expect(whole.register["A-03"]?.signature?.by == "张三")
    let pack = try #require(whole.packs.first { $0.file.hasPrefix("Inputs/rules/") })
    let lint = RuleLint(whole, asOf: Day("2026-06-01"))
    #expect(lint.problems.map { $0.message(in: .en) } == [])
    #expect(lint.warnings.filter { $0.file == pack.file }.map(\.message.en) == [])
    let cases = try #require(files.first { $0.path.hasSuffix(".cases.yaml") })
    let read = try CaseFile(cases.bytes, file: cases.path, library: whole).cases
    #expect(read.allSatisfy { $0.pack == pack.id && $0.expectation != nil })
    #expect(lint.caseCount == PackCase.all.count + read.count)
  }

  @Test("has an example of cases to evaluate, which expects nothing")
  func evaluation() throws {
    let file = try #require(page.examples.first { $0.path == "cases.yaml" })
    let cases = try CaseFile(file.bytes, file: file.path, library: library).cases
    #expect(cases.map { $0.expectation == nil } == [true])
    var engines = PackEngines(library)
    #expect(cases.map { CaseResult($0, &engines).conclusions["minor"] } == ["T"])
  }
}
