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
    var results: [CheckJSON] = []
    var failures: [Failure] = []
    for file in files {
      let check: FileCheck
      do throws(Failure) {
        check = try screening.check(file, asOf: asOf.day)
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
        common.console.result(CheckPage(check, common.lang).text)
      }
      if let asCsv { try DurableFile.write(check.understood, to: asCsv, shown: asCsv) }
      if let writeProfile {
        try draft(file, screening, to: writeProfile)
        // A drafted profile is the answer to a file that none fits.
        failures = []
      }
    }
    if common.json { common.console.result(try JSONText.of(ListJSON(results))) }
    guard let first = failures.first else { return .done }
    throw Failure(first.status, failures.flatMap(\.problems))
  }

  private func draft(_ file: String, _ screening: Screening, to target: String) throws(Failure) {
    let table = try TextTable(
      of: try RegularFile.read(file, shown: file, limit: IntakeLimits.fileBytes), shown: file)
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let id = name.split(separator: ".").first.map { part in
      String(part.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
    let draft = ProfileDraft(table, profiles: screening.profiles, id: id ?? "draft")
    try DurableFile.write(Array(draft.text.utf8), to: target, shown: target)
    common.console.note(
      Wording(
        zh: "已起草 \(target)，核对后放入 Inputs/profiles",
        en: "drafted \(target); check it and put it into Inputs/profiles"))
  }
}

/// What was understood of a file, for a terminal.
struct CheckPage {
  let text: String

  init(_ check: FileCheck, _ language: Language) {
    let report = check.report
    func word(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }
    var lines = [
      Problem.printable(report.shown, limit: 300),
      "  " + word("大小", "size") + " \(report.byteCount), SHA-256 \(report.sha256)",
      "  " + word("编码", "encoding") + " \(report.encoding.rawValue), "
        + word("分隔符", "delimiter") + " \(report.delimiter.wording[language]), "
        + word("换行", "line ends") + " \(report.lineEnding.rawValue), "
        + word("表头在第", "header on line ") + "\(report.headerLine)" + word("行", ""),
      "  " + word("来源配置", "profile") + " "
        + (report.profile.map { "\($0.id)（\(Problem.printable($0.title, limit: 60))）" }
          ?? word("没有适用的", "none fits")),
      "  " + word("记录", "records") + " \(report.counts.records), "
        + word("可读入", "accepted") + " \(check.accepted), " + word("空行", "blank rows")
        + " \(report.counts.blankRows)",
      "",
    ]
    var columns = AlignedTable(
      [
        word("列名", "title"), word("字段", "field"), word("必备", "required"),
        word("样值", "samples"),
      ], limit: 40)
    for column in report.columns {
      columns.add([
        Problem.printable(column.title, limit: 60),
        column.field.map {
          column.fenPerUnit == 100 ? $0.name : "\($0.name) ×\(column.fenPerUnit / 100)"
        }
          ?? "-",
        column.isRequired ? "*" : "",
        column.samples.map { Problem.printable($0, limit: 40) }.joined(separator: " | "),
      ])
    }
    lines += columns.lines
    for (code, count) in check.counts {
      lines += ["", "\(code.rawValue) \(code.title[language]): \(count)"]
      lines += check.problems.filter { $0.code == code }.map { "  " + $0.message(in: language) }
    }
    text = lines.joined(separator: "\n") + "\n\n"
  }
}

/// The same as an object.
struct CheckJSON: Encodable {
  struct Column: Encodable {
    let title: String
    let field: String?
    let isRequired: Bool
    let samples: [String]
  }

  let file: String
  let bytes: Int
  let sha256: String
  let encoding: String
  let delimiter: String
  let lineEnding: String
  let headerLine: Int
  let profile: String?
  let records: Int
  let accepted: Int
  let columns: [Column]
  let counts: [String: Int]
  let problems: [ProblemJSON]

  init(_ check: FileCheck, _ language: Language) {
    let report = check.report
    file = report.shown
    bytes = report.byteCount
    sha256 = report.sha256
    encoding = report.encoding.rawValue
    delimiter = report.delimiter.rawValue
    lineEnding = report.lineEnding.rawValue
    headerLine = report.headerLine
    profile = report.profile?.id
    records = report.counts.records
    accepted = check.accepted
    columns = report.columns.map {
      Column(
        title: $0.title, field: $0.field?.name, isRequired: $0.isRequired, samples: $0.samples)
    }
    counts = Dictionary(uniqueKeysWithValues: check.counts.map { ($0.code.rawValue, $0.count) })
    problems = (check.profileProblems + check.problems).map { ProblemJSON($0, language) }
  }
}
