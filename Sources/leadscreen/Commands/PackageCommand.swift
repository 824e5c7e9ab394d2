internal import ArgumentParser
internal import Files
internal import Pipeline
internal import Reports
internal import Submission
internal import Vocabulary

struct PackageCommand: ParsableCommand {
  static let configuration = CommandConfiguration.both(
    "package", zh: "季度报送包：生成、校验，登记回执，列出报送过的。",
    en:
      "A quarter's submission package: make it, check one, take in the answer, list what was sent.",
    subcommands: [PackageBuildCommand.self, ReceiptCommand.self, PackageListCommand.self],
    defaultSubcommand: PackageBuildCommand.self)
}

struct PackageBuildCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "build", zh: "按台账生成一个季度的报送包，或校验任何一个包。",
    en: "Make a quarter's package from the ledger, or check any package.",
    more: Wording(
      zh: "内容相同则不重写；已生成的包从不覆盖，更正用 --revise 另成一版。--verify 不需要工作区。",
      en:
        "The same content is not written again; what was made is never written over, --revise makes the next revision. --verify needs no workspace."
    ))

  @Argument(help: .both("季度，如 2026Q3", "the quarter, like 2026Q3", value: "quarter"))
  var quarter: Quarter?

  @Option(help: .both("更正的理由", "why what was sent is corrected", value: "reason"))
  var revise: String?

  @Option(help: .both("没有线索时的零报告理由", "why there is nothing to report", value: "reason"))
  var zero: String?

  @Option(
    help: .both(
      "只按这份列映射填写对方的表（XLSX 或 CSV）", "only fill somebody's own form by this column mapping",
      value: "file"))
  var mapping: String?

  @Flag(help: .both("表有缺项也写出草稿", "write the form as a draft although something is missing"))
  var draft = false

  @Option(help: .both("校验这个目录或 ZIP", "check this folder or ZIP", value: "path"))
  var verify: String?

  @Option(
    help: .both("给谁看：internal、share", "for whom: internal, share"))
  var audience: Audience = .inHouse

  @Option(help: .both("成果目录（默认 Reports）", "the folder of reports (default Reports)", value: "dir"))
  var reports: String?

  @Flag(help: .both("只检查，不写文件", "check only, write nothing"))
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    // In the parser's own words, which are known to the message in the other language.
    if quarter == nil, verify == nil {
      throw ValidationError("Missing expected argument '<quarter>'")
    }
    if let mapping, revise != nil || zero != nil || verify != nil {
      throw ValidationError("Unexpected argument '--mapping \(mapping)'")
    }
    if audience != .inHouse, mapping != nil || verify != nil {
      throw ValidationError("Unexpected argument '--audience'")
    }
    if draft, mapping == nil { throw ValidationError("Unexpected argument '--draft'") }
    if let quarter, verify != nil { throw ValidationError("Unexpected argument '\(quarter)'") }
  }

  func perform() throws(Failure) -> ExitStatus {
    if let verify { return try check(verify) }
    guard let quarter else { return .usage }
    if let mapping { return try fill(mapping, quarter) }
    var request = PackageRequest(quarter: quarter)
    request.revisionReason = revise
    request.zeroReason = zero
    request.reports = reports
    request.audience = audience
    request.isDryRun = dryRun
    var times = StageTimes()
    let made = try common.open().package(request, times: &times)
    let path = "\(made.folder)/\(made.name)"
    common.console.note(note(of: made, path))
    if common.json { try common.console.result(try JSONText.of(PackageJSON(made))) }
    return .done
  }

  private func note(of made: PackageOutcome, _ path: String) -> Wording {
    if made.isFolderPutBack {
      return Wording(
        zh: "内容未变，目录不见了，\(dryRun ? "可" : "已")按 ZIP 恢复  \(path)",
        en: "the same content; the folder was gone and "
          + "\(dryRun ? "would be" : "is") put back from the ZIP  \(path)")
    }
    guard !made.isUnchanged else {
      return Wording(
        zh: "内容未变，包原样保留  \(path).zip", en: "the same content, the package stays  \(path).zip")
    }
    return Wording(
      zh: "\(dryRun ? "可生成" : "已生成")  \(path).zip（第 \(made.revision) 版，线索 \(made.leads) 件）",
      en:
        "\(dryRun ? "would make" : "made")  \(path).zip (revision \(made.revision), \(made.leads) leads)"
    )
  }

  /// Fills a form; 65 if something is missing and no draft was asked for.
  private func fill(_ mapping: String, _ quarter: Quarter) throws(Failure) -> ExitStatus {
    var request = FormRequest(quarter: quarter, mapping: mapping)
    request.reports = reports
    request.isDraft = draft
    request.isDryRun = dryRun
    var times = StageTimes()
    let outcome = try common.open().fillForm(request, times: &times)
    let page = FormPage(outcome)
    for problem in page.problems { common.console.problem(problem) }
    for line in page.lines { common.console.note(line) }
    if common.json { try common.console.result(try JSONText.of(FormJSON(outcome, common.lang))) }
    return outcome.problems.isEmpty || draft ? .done : .unusableInput
  }

  /// Says everything that is wrong with a package; 65 if anything is.
  private func check(_ path: String) throws(Failure) -> ExitStatus {
    let reading =
      RegularFile.isFolder(path)
      ? try PackageReading(folder: path, shown: path) : try PackageReading(zip: path, shown: path)
    // No package is made of the public edition.
    let marks = Audience.allCases.filter { $0 != .open }.map { ($0.rawValue, $0.mark) }
    let findings = PackageVerifier.check(
      reading, marks: Dictionary(marks, uniquingKeysWith: { first, _ in first }))
    let faults = findings.filter(\.isFault).count
    if common.json {
      try common.console.result(
        try JSONText.of(
          ListJSON(
            findings.map {
              FindingJSON(
                kind: $0.kind.rawValue, path: $0.path, line: $0.line, field: $0.field,
                message: $0.message(in: common.lang))
            })))
    } else {
      for finding in findings where finding.isFault {
        try common.console.result(finding.message(in: common.lang) + "\n")
      }
    }
    let notes = findings.count - faults
    if notes > 0, !common.json {
      common.console.note(
        Wording(
          zh: "另有 \(notes) 项未能核对，--json 列出",
          en: "\(notes) more could not be checked; --json lists them"))
    }
    common.console.note(
      faults == 0
        ? Wording(zh: "报送包校验通过  \(path)", en: "the package is valid  \(path)")
        : Wording(zh: "报送包有 \(faults) 处错误  \(path)", en: "\(faults) faults  \(path)"))
    return faults == 0 ? .done : .unusableInput
  }
}

private struct PackageJSON: Encodable {
  let schema = 1
  let name: String
  let path: String
  let revision: Int
  let idempotencyKey: String
  let sha256: String
  let leads: Int
  let unchanged: Bool
  let folderPutBack: Bool

  init(_ made: PackageOutcome) {
    name = made.name
    path = "\(made.folder)/\(made.name).zip"
    revision = made.revision
    idempotencyKey = made.key
    sha256 = made.zipHash
    leads = made.leads
    unchanged = made.isUnchanged
    folderPutBack = made.isFolderPutBack
  }
}

private struct FindingJSON: Encodable {
  let kind: String
  let path: String?
  let line: Int?
  let field: String?
  let message: String
}
