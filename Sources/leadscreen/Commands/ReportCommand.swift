internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Reports
internal import Vocabulary

struct ReportCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "report", zh: "按台账重写一个季度的报表，逐字节相同。",
    en: "Write a quarter's reports again from the ledger, byte for byte.",
    more: Wording(
      zh:
        "--audience share 写给其他机关的共享版（季度-share），public 写公开版（季度-public）；写好的文件含证件号码、手机号或举报人时不发布，以 78 结束。",
      en:
        "--audience share writes the edition for other authorities (QUARTER-share), public the one for everybody (QUARTER-public); where a finished file holds an identity number, a mobile number or a reporter, nothing is published and the status is 78."
    ))

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
      "另用 Chromium 打印该目录的 report.html，如 Reports/季度.pdf",
      "print that folder's report.html as well, by Chromium, like Reports/QUARTER.pdf"))
  var pdf = false

  @Option(help: .both("打印的时限，秒", "the longest time for printing, in seconds", value: "seconds"))
  var pdfSeconds = 300

  @Option(
    help: .both("给谁看：internal、share、public", "for whom: internal, share, public"))
  var audience: Audience = .inHouse

  @Flag(help: .both("只检查，不写文件", "check only, write nothing"))
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...86_400).contains(pdfSeconds) else {
      throw ValidationError("The value '\(pdfSeconds)' is invalid for '--pdf-seconds'")
    }
    // In the parser's own words, which are known to the message in the other language.
    if !letters.isEmpty, dryRun { throw ValidationError("Unexpected argument '--dry-run'") }
    if !letters.isEmpty, audience != .inHouse {
      throw ValidationError("Unexpected argument '--audience'")
    }
    if pdf, dryRun {
      throw ValidationError("Unexpected argument '--pdf'")
    }
  }

  func perform() throws(Failure) -> ExitStatus {
    var times = StageTimes()
    guard letters.isEmpty else { return try writeLetters(&times) }
    if audience != .inHouse || dryRun { return try writeEdition(&times) }
    let outcome = try common.open().writeReport(
      of: quarter, reports: reports, waitSeconds: 10, printing: printing, times: &times)
    for notice in outcome.notices { common.console.problem(notice) }
    common.console.note(
      Wording(
        zh: "已重写  \(outcome.folder)/report.html", en: "written again  \(outcome.folder)/report.html"
      ))
    notePrinted(outcome.pdf)
    if common.json {
      try common.console.result(
        try JSONText.of(
          ReportJSON(
            quarter, .inHouse, outcome.outputs, outcome.notices, common.lang,
            printed: pdf ? .some(outcome.pdf) : nil)))
    }
    return .done
  }

  /// How the page is printed; `nil` where it is not.
  private var printing: PrintedReport.Request? {
    guard pdf else { return nil }
    return PrintedReport.Request(
      environment: ProcessInfo.processInfo.environment, seconds: pdfSeconds)
  }

  private func notePrinted(_ pdf: OutputFile?) {
    if let pdf {
      common.console.note(Wording(zh: "已打印  \(pdf.path)", en: "printed  \(pdf.path)"))
    }
  }

  private func writeEdition(_ times: inout StageTimes) throws(Failure) -> ExitStatus {
    let outcome = try common.open().writeEdition(
      of: quarter, for: audience, reports: reports, isDryRun: dryRun, printing: printing,
      times: &times)
    for notice in outcome.notices { common.console.problem(notice) }
    common.console.note(
      dryRun
        ? Wording(
          zh: "可写  \(outcome.folder)/report.html", en: "would write  \(outcome.folder)/report.html")
        : Wording(
          zh: "已写  \(outcome.folder)/report.html", en: "written  \(outcome.folder)/report.html"))
    notePrinted(outcome.pdf)
    if common.json {
      try common.console.result(
        try JSONText.of(
          ReportJSON(
            quarter, audience, outcome.outputs, outcome.notices, common.lang,
            printed: pdf ? .some(outcome.pdf) : nil)))
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
  private let quarter: Quarter
  private let audience: Audience
  private let outputs: [OutputFile]
  private let notices: [Problem]
  private let language: Language
  private let printed: OutputFile??

  init(
    _ quarter: Quarter, _ audience: Audience, _ outputs: [OutputFile], _ notices: [Problem],
    _ language: Language, printed: OutputFile?? = nil
  ) {
    self.quarter = quarter
    self.audience = audience
    self.outputs = outputs
    self.notices = notices
    self.language = language
    self.printed = printed
  }

  enum CodingKeys: CodingKey { case schema, quarter, audience, items, warnings, pdf }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(1, forKey: .schema)
    try values.encode(quarter.description, forKey: .quarter)
    try values.encode(audience.rawValue, forKey: .audience)
    try values.encode(outputs.map(ScreenJSON.Output.init), forKey: .items)
    try values.encode(notices.map { ProblemJSON($0, language) }, forKey: .warnings)
    if let printed { try values.encode(printed.map(ScreenJSON.Output.init), forKey: .pdf) }
  }
}
