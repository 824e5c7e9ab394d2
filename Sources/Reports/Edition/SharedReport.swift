internal import Vocabulary

/// What other authorities may see of a quarter's register.
///
/// Counts, ids, days, amounts, coordinates, conclusions and provisions are those of the house's own
/// edition; names of persons, what sources say in their own words, names of files, what records were
/// joined by, and red lines on the map are not there.
struct SharedReport {
  private let raw: QuarterReport
  private let names: SourceNames

  /// The edition of a report; linear in leads and records.
  init(_ report: QuarterReport) {
    raw = report
    names = SourceNames(report)
  }

  /// The report as it is shared.
  var report: QuarterReport {
    var shared = QuarterReport(
      quarter: raw.quarter, asOf: raw.asOf, jurisdiction: raw.jurisdiction,
      jurisdictionName: raw.jurisdictionName, organisation: raw.organisation,
      programVersion: raw.programVersion, run: raw.run, ledgerDigest: raw.ledgerDigest,
      configurationHash: raw.configurationHash, packs: raw.packs, layers: raw.layers,
      files: raw.files.map(file), history: raw.history.map(file), records: raw.records.map(record),
      rejects: raw.rejects.map(reject), aside: raw.aside.map(aside),
      leads: raw.leads.map { SharedLead($0, names).lead }, matches: raw.matches.map(match),
      refused: raw.refused.map(refusal), matching: raw.matching,
      review: raw.review.enumerated().map(review), earlier: raw.earlier, counties: raw.counties,
      notices: notices, rules: raw.rules, trace: trace, map: map, rounding: raw.rounding)
    shared.audience = .share
    return shared
  }

  /// What stands for evidence that is not shared.
  private static let withheld = "内容不在共享范围"

  /// How much was held back, so that nobody takes a blank for what is unknown.
  private var notices: [String] {
    let hidden = raw.leads.count { !$0.obligorName.isEmpty && $0.obligorNature != .organisation }
    var notices = [
      "共享版：自然人和性质不明的责任主体只显姓氏（\(hidden) 件），其信用代码、地点、记录编号和文书号从略；"
        + "来源内容、来源对照、归并证据、退回原文和来源文件名从略，地图不画生态保护红线。空白不表示未知的，以内部版为准。"
    ]
    if !raw.notices.isEmpty { notices.append("内部版另有运行提示 \(raw.notices.count) 条。") }
    return notices
  }

  // MARK: - Files and records

  private func file(_ raw: IntakeAccount) -> IntakeAccount {
    IntakeAccount(
      path: names.file(raw.path), sha256: "", bytes: raw.bytes, encoding: raw.encoding,
      delimiter: raw.delimiter, lineEnding: raw.lineEnding, profile: raw.kind.name, kind: raw.kind,
      isHistory: raw.isHistory, records: raw.records, opened: raw.opened, merged: raw.merged,
      repeats: raw.repeats, rejected: raw.rejected, flagged: raw.flagged,
      withdrawn: raw.withdrawn, repaired: raw.repaired, balance: raw.balance)
  }

  private func record(_ raw: RecordEntry) -> RecordEntry {
    RecordEntry(
      account: RecordAccount(
        file: raw.account.file, record: raw.account.record, line: raw.account.line,
        status: raw.account.status, reasons: raw.account.reasons),
      lead: raw.lead, obligor: raw.obligor)
  }

  /// A rejected row: where it stands and what is wrong, nothing of what it says.
  private func reject(_ raw: RejectedRecord) -> RejectedRecord {
    RejectedRecord(
      file: raw.file,
      problem: Problem(
        raw.problem.code, file: raw.problem.file.map(names.file), record: raw.problem.record,
        line: raw.problem.line), raw: "")
  }

  private func aside(_ raw: AsideRow) -> AsideRow {
    AsideRow(file: raw.file, kind: raw.kind, line: raw.line, text: "")
  }

  // MARK: - Why records are one

  private func match(_ raw: MatchEntry) -> MatchEntry {
    MatchEntry(
      scope: raw.scope, lead: raw.lead, recordA: names.record(raw.recordA),
      recordB: names.record(raw.recordB), rule: raw.rule, evidence: SharedReport.withheld,
      weight: raw.weight, decidedBy: raw.decidedBy.map { _ in "人工" })
  }

  private func refusal(_ raw: RefusalEntry) -> RefusalEntry {
    RefusalEntry(
      leads: raw.leads, recordA: names.record(raw.recordA), recordB: names.record(raw.recordB),
      evidence: SharedReport.withheld, weight: raw.weight)
  }

  /// A question by its kind and what it is about; its number makes it another than its neighbours.
  private func review(_ place: Int, _ raw: ReviewItem) -> ReviewItem {
    ReviewItem(
      kind: raw.kind, left: subject(raw.left), right: subject(raw.right),
      question: "第 \(place + 1) 项，\(SharedReport.withheld)", evidence: "", stake: raw.stake,
      weight: raw.weight)
  }

  /// The id of a lead or an obligor, or a record's name; anything else is not shown.
  private func subject(_ text: String) -> String {
    if LeadID(text) != nil || ObligorID(text) != nil || text.isEmpty { return text }
    return names.record(text)
  }

  // MARK: - Traces and map

  /// Traces say what rules ask and what facts are, in the words of packs and catalogue; only where
  /// other records stand is said otherwise.
  ///
  /// The trace of a lead with results of a check names the file that somebody handed in, and is not
  /// shared.
  private var trace: @Sendable (Int) -> TraceEntry? {
    let (make, names) = (raw.trace, names)
    let isChecked = raw.leads.map { $0.verification != nil }
    return { lead in
      guard isChecked.indices.contains(lead), !isChecked[lead], var trace = make(lead) else {
        return nil
      }
      trace.others = trace.others.map { .init(name: names.record($0.name), line: $0.line) }
      return trace
    }
  }

  /// The map without the outlines of red lines, which are restricted.
  private var map: QuarterMap? {
    guard var map = raw.map else { return nil }
    map.outlines.removeAll { $0.tag == LayerTag.redLine.rawValue }
    return map
  }
}
