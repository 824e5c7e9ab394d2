internal import ArgumentParser
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

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    var times = StageTimes()
    guard letters.isEmpty else { return try writeLetters(&times) }
    let outcome = try common.open().writeReport(
      of: quarter, reports: reports, waitSeconds: 10, times: &times)
    common.console.note(
      Wording(
        zh: "已重写  \(outcome.folder)/report.html", en: "written again  \(outcome.folder)/report.html"
      ))
    if common.json {
      try common.console.result(
        try JSONText.of(
          ListJSON(
            outcome.outputs.map {
              ScreenJSON.Output(path: $0.path, bytes: $0.bytes, sha256: $0.sha256)
            })))
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
