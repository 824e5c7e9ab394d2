internal import ArgumentParser
internal import Files
internal import Law
internal import Leads
internal import Normalise
internal import Pipeline
internal import Vocabulary

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration.both(
    "rules", zh: "规则包：施行情况、条文单、检查、案例判定。",
    en: "The rule packs: what is in force, a lawyer's sheet, lint, evaluation of cases.",
    subcommands: [
      RulesListCommand.self, RulesShowCommand.self, RulesCheckCommand.self,
      RulesEvaluateCommand.self, RulesCompareCommand.self,
    ])
}

/// The rules a command works with: those of the workspace, or the built-in ones outside of any.
struct RulesInReach {
  let library: RuleLibrary
  let jurisdiction: DivisionCode?

  init(_ common: CommonOptions) throws(Failure) {
    do throws(Failure) {
      let screening = try common.open()
      library = screening.rules
      jurisdiction = screening.home
    } catch {
      guard common.workspace == nil, error.problems.first?.code == .noWorkspace else { throw error }
      library = try RuleLibrary()
      jurisdiction = nil
    }
  }
}

struct RulesListCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "list", zh: "某日某地施行哪些规则包。", en: "Which packs are in force on a day in a place.")

  @OptionGroup var asOf: AsOfOption

  @Option(help: .both("行政区划代码（默认工作区的）", "division code (default: the workspace's)", value: "code"))
  var jurisdiction: String?

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let rules = try RulesInReach(common)
    var place = rules.jurisdiction
    if let jurisdiction {
      let code = try DivisionCode(option: jurisdiction)
      if Gazetteer(home: code).name(of: code) == nil { common.console.note(Self.unlisted(code)) }
      place = code
    }
    let packs = place.map { rules.library.chain(of: $0) } ?? rules.library.packs
    let listing = RuleListing(packs, on: asOf.day, rules.library.register)
    if common.json {
      try common.console.result(try JSONText.of(ListJSON(listing.rows.map(PackJSON.init))))
    } else {
      try common.console.result(listing.lines.joined(separator: "\n") + "\n")
    }
    return .done
  }

  /// A code that may be a zone's own, or mistyped: the packs are those of the area its digits lie in.
  private static func unlisted(_ code: DivisionCode) -> Wording {
    Wording(
      zh: "区划代码表中没有现行的 \(code)，按其前几位所在的省、市列出",
      en: "no division in force has the code \(code); listed by the province and city of its digits"
    )
  }
}

private struct PackJSON: Encodable {
  let id: String
  let version: String
  let title: String
  let documentNumber: String?
  let status: String
  let inForce: String
  let from: String?
  let until: String?
  let rules: Int
  let deadlines: Int

  init(_ row: RuleListing.Row) {
    id = row.id
    version = row.version
    title = row.title
    documentNumber = row.documentNumber
    status = row.status.rawValue
    inForce = row.isInForce.letter
    from = row.validity.notBefore?.description
    until = row.validity.possiblyUntil?.description
    rules = row.ruleCount
    deadlines = row.deadlineCount
  }
}

struct RulesShowCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "show", zh: "一个规则包的条文单：条款、摘要、一句话逻辑、案例。",
    en: "A pack as a lawyer's sheet: article, summary, the logic in one sentence, cases.",
    more: Wording(
      zh: "全部规则包的一页即 docs/rules.md，由 --all 给出；事实从哪些字段来即 docs/facts.md，由 --facts 给出。",
      en:
        "The page of all packs, docs/rules.md, is what --all prints; which fields feed which fact, "
        + "docs/facts.md, is what --facts prints."))

  @Argument(help: .both("规则包编号，如 shanxi-2025", "a pack's id, like shanxi-2025", value: "pack"))
  var pack: String?

  @Flag(
    help: .both("以 Markdown 给出全部规则包、存疑问题和推定", "all packs, questions and presumptions as Markdown"))
  var all = false

  @Flag(help: .both("以 Markdown 给出每项事实的来源字段和合并规则", "which fields feed which fact, as Markdown"))
  var facts = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    // In the parser's own words, which are known to the message in the other language.
    if pack == nil, !all, !facts { throw ValidationError("Missing expected argument '<pack>'") }
    if let pack, all || facts { throw ValidationError("Unexpected argument '\(pack)'") }
    if all, facts { throw ValidationError("Unexpected argument '--facts'") }
  }

  func perform() throws(Failure) -> ExitStatus {
    let library = try RulesInReach(common).library
    let lines = try lines(library)
    if common.json {
      try common.console.result(try JSONText.of(ListJSON(lines)))
    } else {
      try common.console.result(lines.joined(separator: "\n") + "\n")
    }
    return .done
  }

  private func lines(_ library: RuleLibrary) throws(Failure) -> [String] {
    if facts { return FactReference(library.catalogue).lines }
    guard let pack else { return RuleReference(library).lines }
    guard let found = library.pack(pack) else {
      let known = library.packs.map(\.id).joined(separator: " ")
      throw Failure(
        .missingInput, .unknownIdentifier, value: pack,
        detail: Wording(zh: "规则包有 \(known)", en: "the rule packs are \(known)"))
    }
    var cases: [CaseFile.Case] = []
    for file in library.cases {
      cases += try CaseFile(file.bytes, file: file.path, library: library).cases
    }
    return RuleSheet(library, found, cases: cases).lines
  }
}

struct RulesCheckCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "check", zh: "检查规则包和它们的案例，一次列出全部问题。",
    en: "Check the packs and their cases; all problems at once.")

  @OptionGroup var asOf: AsOfOption

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let library = try RulesInReach(common).library
    let lint = RuleLint(library, asOf: asOf.day)
    guard lint.problems.isEmpty else { throw Failure(.configuration, lint.problems) }
    for warning in lint.warnings { common.console.note(warning.message) }
    if common.json {
      try common.console.result(
        try JSONText.of([
          "packs": library.packs.count, "cases": lint.caseCount, "warnings": lint.warnings.count,
        ]))
    }
    common.console.note(
      Wording(
        zh: "\(library.packs.count) 个规则包没有问题，\(lint.caseCount) 个案例全部符合，"
          + "\(lint.warnings.count) 处需要留意",
        en: "\(library.packs.count) packs without problems, \(lint.caseCount) cases hold, "
          + "\(lint.warnings.count) warnings"))
    return .done
  }
}

struct RulesEvaluateCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "evaluate", zh: "按规则包判定一个案例文件。", en: "Evaluate a file of cases under the packs.",
    more: Wording(
      zh: "文件格式和事实的写法见 docs/rule-packs.md；全部事实见 rules show --facts。",
      en:
        "The file's format and how facts are written: docs/rule-packs.md. All facts: rules show --facts."
    ))

  /// 64 MiB: some hundred thousand cases.
  private static let limit = 64 << 20

  @Argument(help: .both("案例文件（YAML）", "a file of cases (YAML)", value: "file"))
  var file: String

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let library = try RulesInReach(common).library
    let bytes = try RegularFile.read(file, shown: file, limit: Self.limit)
    var engines = PackEngines(library)
    let results = try CaseFile(bytes, file: file, library: library, limit: Self.limit).cases.map {
      CaseResult($0, &engines)
    }
    if common.json {
      try common.console.result(try JSONText.verbatimKeys(results))
      return .done
    }
    for result in results {
      let values = result.conclusions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      var lines = ["\(result.id)  \(result.disposition)", "  " + values.joined(separator: " ")]
      for (conclusion, atoms) in result.decisive.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(conclusion) ? \(atoms.joined(separator: " "))")
      }
      for (deadline, dates) in result.deadlines.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(deadline) \(dates.due) (\(dates.dueAfterHoliday))")
      }
      try common.console.result(lines.joined(separator: "\n") + "\n")
    }
    return .done
  }
}
