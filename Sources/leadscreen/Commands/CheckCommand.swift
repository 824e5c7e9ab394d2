internal import ArgumentParser
internal import Files
internal import Intake
internal import Pipeline
internal import Vocabulary

struct CheckCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "check", zh: "像 screen 一样读文件，说明读懂了什么，不作登记。",
    en: "Read files as screen would and say what was understood; records nothing.")

  @Argument(help: .both("要检查的文件", "the files to check", value: "file"))
  var files: [String]

  @OptionGroup var asOf: AsOfOption

  @Option(
    help: .both(
      "把读懂的内容写成干净的 UTF-8 CSV", "write the file as understood, as clean UTF-8 CSV", value: "out"))
  var asCsv: String?

  @Option(help: .both("起草一份来源配置", "draft a source profile", value: "out"))
  var writeProfile: String?

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    if asCsv != nil || writeProfile != nil, files.count != 1 {
      throw Failure(
        .usage, .wrongUse,
        detail: Wording(
          zh: "--as-csv 和 --write-profile 一次只处理一个文件",
          en: "--as-csv and --write-profile take one file at a time"))
    }
    let screening = try common.open()
    let progress = ProgressLine(
      isWanted: !common.noProgress && !common.quiet && !common.json, language: common.lang)
    var results: [CheckJSON] = []
    var failures: [Failure] = []
    for file in files {
      let check: FileCheck
      do throws(Failure) {
        defer { progress.end() }
        check = try screening.check(file, asOf: asOf.day, csv: asCsv) {
          progress.show(.intake, share: $0)
        }
      } catch {
        failures.append(error)
        continue
      }
      if !check.profileProblems.isEmpty {
        failures.append(Failure(.unusableInput, check.profileProblems))
      }
      if common.json {
        results.append(CheckJSON(check, common.lang))
      } else {
        try common.console.result(CheckPage(check, common.lang).text)
      }
      if let writeProfile {
        try draft(check, screening, to: writeProfile)
        // A drafted profile is the answer to a file that none fits.
        failures = []
      }
    }
    let problems = failures.flatMap(\.problems)
    let status = failures.first?.status ?? .done
    guard common.json else {
      if problems.isEmpty { return .done }
      throw Failure(status, problems)
    }
    try common.console.result(
      try JSONText.of(CheckListJSON(results, Failure(status, problems), common.lang)))
    for problem in problems { common.console.problem(problem) }
    return status
  }

  private func draft(_ check: FileCheck, _ screening: Screening, to target: String) throws(Failure)
  {
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let id = name.split(separator: ".").first.map { part in
      String(part.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
    let draft = ProfileDraft(
      shown: check.table.shown, titles: check.table.titles, samples: check.samples.values,
      profiles: screening.profiles, id: id ?? "draft")
    try DurableFile.write(Array(draft.text.utf8), to: target, shown: target)
    common.console.note(
      Wording(
        zh: "已起草 \(target)，核对后放入 Inputs/profiles",
        en: "drafted \(target); check it and put it into Inputs/profiles"))
  }
}
