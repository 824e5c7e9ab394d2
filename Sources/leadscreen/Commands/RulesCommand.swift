internal import ArgumentParser
internal import Files
internal import Law
internal import Pipeline
internal import Vocabulary

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration.both(
    "rules", zh: "规则包：施行情况、条文单、检查、案例判定。",
    en: "The rule packs: what is in force, a lawyer's sheet, lint, evaluation of cases.",
    subcommands: [
      RulesListCommand.self, RulesShowCommand.self, RulesCheckCommand.self,
      RulesEvaluateCommand.self,
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
      guard let code = DivisionCode(jurisdiction) else {
        throw Failure(.usage, .wrongUse, value: "--jurisdiction \(jurisdiction)")
      }
      place = code
    }
    let packs = place.map { rules.library.chain(of: $0) } ?? rules.library.packs
    let listing = RuleListing(packs, on: asOf.day)
    if common.json {
      common.console.result(try JSONText.of(ListJSON(listing.rows.map(PackJSON.init))))
    } else {
      common.console.result(listing.lines.joined(separator: "\n") + "\n")
    }
    return .done
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
    from = row.from?.description
    until = row.until?.description
    rules = row.ruleCount
    deadlines = row.deadlineCount
  }
}

struct RulesShowCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "show", zh: "一个规则包的条文单：条款、摘要、一句话逻辑。",
    en: "A pack as a lawyer's sheet: article, summary, the logic in one sentence.")

  @Argument(help: .both("规则包编号，如 shanxi-2025", "a pack's id, like shanxi-2025", value: "pack"))
  var pack: String

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let library = try RulesInReach(common).library
    guard let found = library.pack(pack) else {
      throw Failure(.missingInput, .unknownIdentifier, value: pack)
    }
    let lines = RuleSheet(library, packs: library.chain(ofPack: pack)).lines(found)
    if common.json {
      common.console.result(try JSONText.of(ListJSON(lines)))
    } else {
      common.console.result(lines.joined(separator: "\n") + "\n")
    }
    return .done
  }
}

struct RulesCheckCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "check", zh: "检查规则包和它们的案例，一次列出全部问题。",
    en: "Check the packs and their cases; all problems at once.")

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let library = try RulesInReach(common).library
    var problems: [Problem] = []
    var cases = 0
    for file in BuiltInRules.cases {
      for one in try CaseFile(file.bytes, file: file.path, library: library).cases {
        cases += 1
        guard let expected = one.expectation else { continue }
        for difference in CaseResult(one, library: library).differences(from: expected) {
          problems.append(
            Problem(
              .badRulePack, file: file.path, line: one.line, value: one.id,
              detail: Wording(verbatim: difference)))
        }
      }
    }
    guard problems.isEmpty else { throw Failure(.configuration, problems) }
    if common.json {
      common.console.result(try JSONText.of(["packs": library.packs.count, "cases": cases]))
    }
    common.console.note(
      Wording(
        zh: "\(library.packs.count) 个规则包没有问题，\(cases) 个案例全部符合",
        en: "\(library.packs.count) packs without problems, \(cases) cases hold"))
    return .done
  }
}

struct RulesEvaluateCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "evaluate", zh: "按规则包判定一个案例文件。", en: "Evaluate a file of cases under the packs.",
    more: Wording(
      zh: "文件格式见 docs/rules.md；事实名见规则包的事实目录。",
      en: "The file's format is in docs/rules.md; facts are named by the fact catalogue."))

  @Argument(help: .both("案例文件（YAML）", "a file of cases (YAML)", value: "file"))
  var file: String

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let library = try RulesInReach(common).library
    let bytes = try RegularFile.read(file, shown: file, limit: 1 << 20)
    let results = try CaseFile(bytes, file: file, library: library).cases.map {
      CaseResult($0, library: library)
    }
    if common.json {
      common.console.result(try JSONText.verbatimKeys(results))
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
      common.console.result(lines.joined(separator: "\n") + "\n")
    }
    return .done
  }
}
