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

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    var times = StageTimes()
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
}
