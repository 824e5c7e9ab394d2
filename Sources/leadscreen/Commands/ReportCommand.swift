internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Reports
internal import Vocabulary

struct ReportCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "report", zh: "按台账重写一个季度的报表，逐字节相同。",
    en: "Write a quarter's reports again from the ledger, byte for byte.")

  @Argument(help: .both("季度，如 2026Q3", "the quarter, like 2026Q3", value: "quarter"))
  var quarter: Quarter

  @Option(help: .both("成果目录（默认 Reports）", "the folder of reports (default Reports)", value: "dir"))
  var reports: String?

  @Option(
    parsing: .upToNextOption,
    help: .both(
      "只为这些线索写移送函、检察反馈函", "only write letters about these leads", value: "lead"))
  var letters: [LeadID] = []

  @Flag(
    help: .both(
      "另用 Chromium 打印 Reports/季度.pdf", "print Reports/QUARTER.pdf as well, by Chromium"))
  var pdf = false

  @Option(help: .both("打印的时限，秒", "the longest time for printing, in seconds", value: "seconds"))
  var pdfSeconds = 300

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...86_400).contains(pdfSeconds) else {
      throw ValidationError("The value '\(pdfSeconds)' is invalid for '--pdf-seconds'")
    }
  }

  func perform() throws(Failure) -> ExitStatus {
    var times = StageTimes()
    guard letters.isEmpty else { return try writeLetters(&times) }
    let outcome = try common.open().writeReport(
      of: quarter, reports: reports, waitSeconds: 10,
      printing: pdf
        ? PrintedReport.Request(
          environment: ProcessInfo.processInfo.environment, seconds: pdfSeconds) : nil,
      times: &times)
    for notice in outcome.notices { common.console.problem(notice) }
    common.console.note(
      Wording(
        zh: "已重写  \(outcome.folder)/report.html", en: "written again  \(outcome.folder)/report.html"
      ))
    if let pdf = outcome.pdf {
      common.console.note(Wording(zh: "已打印  \(pdf.path)", en: "printed  \(pdf.path)"))
    }
    if common.json {
      try common.console.result(try JSONText.of(ReportJSON(outcome, common.lang, printed: pdf)))
    }
    return .done
  }

  private func writeLetters(_ times: inout StageTimes) throws(Failure) -> ExitStatus {
    let paths = try common.open().writeLetters(
      of: quarter, about: letters, reports: reports, times: &times)
    for path in paths {
      common.console.note(Wording(zh: "函件  \(path)", en: "letter  \(path)"))
    }
    if common.json { try common.console.result(try JSONText.of(ListJSON(paths))) }
    return .done
  }
}

/// The public object of `report --json`; `pdf` is there where printing was asked for, and `null` where
/// the machine has no browser.
private struct ReportJSON: Encodable {
  private let outcome: ScreenOutcome
  private let language: Language
  private let isPrinted: Bool

  init(_ outcome: ScreenOutcome, _ language: Language, printed isPrinted: Bool) {
    self.outcome = outcome
    self.language = language
    self.isPrinted = isPrinted
  }

  enum CodingKeys: CodingKey { case schema, quarter, items, warnings, pdf }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(1, forKey: .schema)
    try values.encode(outcome.report.quarter.description, forKey: .quarter)
    try values.encode(outcome.outputs.map(ScreenJSON.Output.init), forKey: .items)
    try values.encode(outcome.notices.map { ProblemJSON($0, language) }, forKey: .warnings)
    if isPrinted { try values.encode(outcome.pdf.map(ScreenJSON.Output.init), forKey: .pdf) }
  }
}
