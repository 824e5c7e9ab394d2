internal import Pipeline
internal import Reports
internal import Vocabulary

/// The closing lines of a run.
struct ScreenSummary {
  let totals: ReportTotals
  let carriedOver: Int
  private let report: QuarterReport

  init(_ report: QuarterReport) {
    self.report = report
    totals = ReportTotals(report)
    carriedOver = report.leads.count { $0.isCarriedOver }
  }

  /// What a person wants to know when the run has ended; the most important line last.
  func lines(_ outcome: ScreenOutcome) -> [Wording] {
    let byDisposition = Disposition.allCases.map {
      "\($0.term) \(totals.leadsByDisposition[$0] ?? 0)"
    }
    var lines = [
      Wording(
        zh:
          "读入 \(totals.files) 个文件 \(totals.records) 条 = 新立 \(totals.opened) + 并入 \(totals.merged) + 重复 \(totals.repeats) + 退回 \(totals.rejected)",
        en:
          "read \(totals.files) files, \(totals.records) records = \(totals.opened) opened + \(totals.merged) merged + \(totals.repeats) repeats + \(totals.rejected) rejected"
      ),
      Wording(
        zh:
          "线索 \(totals.leads) 件（本季新立 \(totals.leads - carriedOver)，往季 \(carriedOver)），义务人 \(totals.obligors) 个："
          + byDisposition.joined(separator: "，"),
        en:
          "\(totals.leads) leads (\(totals.leads - carriedOver) new, \(carriedOver) carried over), \(totals.obligors) obligors: "
          + Disposition.allCases.map { "\($0.rawValue) \(totals.leadsByDisposition[$0] ?? 0)" }
          .joined(separator: ", ")),
      Wording(
        zh: "例外 \(totals.exceptions) 件，超期 \(totals.overdue) 件，待研判事项 \(totals.reviewItems) 项",
        en:
          "\(totals.exceptions) exceptions, \(totals.overdue) overdue, \(totals.reviewItems) items for people"
      ),
    ]
    if outcome.folder.isEmpty {
      lines.append(Wording(zh: "演练完成，未作任何登记", en: "dry run; nothing was recorded"))
    } else if outcome.isUnchanged {
      lines.append(
        Wording(
          zh: "输入没有变化，台账未改动  成果：\(outcome.folder)/report.html",
          en: "nothing has changed  reports: \(outcome.folder)/report.html"))
    } else {
      lines.append(
        Wording(
          zh: "完成  成果：\(outcome.folder)/report.html",
          en: "done  reports: \(outcome.folder)/report.html"))
    }
    return lines
  }
}

extension QuarterReport {
  /// Whether something waits for people: overdue, an exception, a review item.
  var needsPeople: Bool {
    !review.isEmpty
      || leads.contains { $0.isOverdue || $0.isException || $0.disposition == .review }
  }
}

/// The public object of `screen --json`.
struct ScreenJSON: Encodable {
  struct Counts: Encodable {
    let files: Int
    let records: Int
    let leadsOpened: Int
    let merged: Int
    let repeats: Int
    let rejected: Int
    let leads: Int
    let obligors: Int
    let carriedOver: Int
  }

  struct Output: Encodable {
    let path: String
    let bytes: Int
    let sha256: String

    init(_ file: OutputFile) {
      path = file.path
      bytes = file.bytes
      sha256 = file.sha256
    }
  }

  let schema = 1
  let run: Int
  let quarter: String
  let status: String
  let counts: Counts
  let outputs: [Output]
  let warnings: [ProblemJSON]
  let errors: [ProblemJSON]
  let timings: [String: Double]
  let peakRssBytes: Int

  init(
    _ outcome: ScreenOutcome, _ summary: ScreenSummary, timings: StageTimes, peakBytes: Int,
    language: Language
  ) {
    run = outcome.report.run
    quarter = outcome.report.quarter.description
    status = outcome.folder.isEmpty ? "dry-run" : outcome.isUnchanged ? "unchanged" : "done"
    let totals = summary.totals
    counts = Counts(
      files: totals.files, records: totals.records, leadsOpened: totals.opened,
      merged: totals.merged, repeats: totals.repeats, rejected: totals.rejected,
      leads: totals.leads, obligors: totals.obligors, carriedOver: summary.carriedOver)
    outputs = outcome.outputs.map(Output.init)
    warnings = outcome.notices.map { ProblemJSON($0, language) }
    errors = outcome.report.rejects.map { ProblemJSON($0.problem, language) }
    var seconds: [String: Double] = [:]
    for entry in timings.seconds { seconds[entry.stage.rawValue] = entry.seconds }
    self.timings = seconds
    peakRssBytes = peakBytes
  }
}
