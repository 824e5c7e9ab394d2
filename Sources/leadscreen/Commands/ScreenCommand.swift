internal import ArgumentParser
internal import Glibc
internal import Pipeline
internal import Reports
internal import Vocabulary

struct ScreenCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "screen", zh: "筛查一个季度：读入、归并、判定、登记台账、写出 Reports/季度。",
    en: "Screen a quarter: read, match, decide, record in the ledger, write Reports/QUARTER.",
    more: Wording(
      zh: "同样的输入再次运行不改变任何东西；中途终止后再次运行，结果与一次完成相同。耗时与记录数成正比。",
      en:
        "The same inputs again change nothing; after a kill, running again gives what one run would have given. Time grows with the records."
    ))

  @Argument(help: .both("季度，如 2026Q3", "the quarter, like 2026Q3", value: "quarter"))
  var quarter: Quarter

  @OptionGroup var asOf: AsOfOption

  @Option(
    help: .both("数据目录（默认 Inputs/季度）", "the drop's folder (default Inputs/QUARTER)", value: "dir"))
  var inputs: String?

  @Option(help: .both("成果目录（默认 Reports）", "the folder of reports (default Reports)", value: "dir"))
  var reports: String?

  @Option(
    help: .both(
      "退回比例上限，超过则不作任何登记", "share of rejected records above which nothing is recorded",
      value: "percent"))
  var maxRejects: Percentage = Percentage(share: 0.2)

  @Flag(help: .both("跳过无法读取的文件并在报告中列出", "go on without unreadable files and report them"))
  var skipUnreadable = false

  @Flag(help: .both("有事项待人处理时以 3 退出", "exit with 3 when something waits for people"))
  var strict = false

  @Flag(help: .both("只演练，不登记也不写出", "do everything but record and write nothing"))
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let progress = ProgressLine(
      isWanted: !(common.quiet || common.noProgress), language: common.lang)
    defer { progress.end() }
    var times = StageTimes { progress.show($0, share: $1) }
    var request = ScreenRequest(quarter: quarter, asOf: asOf.day)
    request.inputs = inputs
    request.reports = reports
    request.maxRejects = maxRejects.share
    request.skipsUnreadable = skipUnreadable
    request.isDryRun = dryRun
    let outcome = try common.open().screen(request, times: &times)
    progress.end()
    try tell(outcome, times)
    return strict && outcome.report.needsPeople ? .needsPeople : .done
  }

  private func tell(_ outcome: ScreenOutcome, _ times: StageTimes) throws(Failure) {
    let summary = ScreenSummary(outcome.report)
    for notice in outcome.notices { common.console.problem(notice) }
    for line in summary.lines(outcome) { common.console.note(line) }
    guard common.json else { return }
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    try common.console.result(
      try JSONText.of(
        ScreenJSON(
          outcome, summary, timings: times, peakBytes: Int(usage.ru_maxrss) * 1024,
          language: common.lang)))
  }
}

/// A share written `5%`, `5` or `0.5%`; 0 to 100 percent.
struct Percentage: ExpressibleByArgument, CustomStringConvertible, Sendable {
  let share: Double

  init(share: Double) { self.share = share }

  init?(argument: String) {
    let digits = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard !digits.isEmpty, digits.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }),
      let percent = Double(digits), percent <= 100
    else { return nil }
    share = percent / 100
  }

  var description: String {
    let percent = (share * 1000).rounded() / 10
    return percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"
  }
}
