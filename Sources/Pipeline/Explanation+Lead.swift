internal import Geography
internal import Law
internal import Leads
internal import Ledger
internal import Reports
internal import Vocabulary

extension Screening {
  /// Explains a lead as of a run.
  func explainLead(
    _ id: LeadID, _ state: QuarterState, _ run: StoredRun, _ contents: borrowing LedgerContents
  ) throws(Failure) -> Explanation {
    let asOf = run.account.asOf
    var times = StageTimes()
    let number = state.leads.firstIndex(of: id)
    let assessments = try Assessor(self).assess(
      state, only: number.map { [$0] } ?? [], asOf: asOf, times: &times)
    guard let assessment = assessments.first else {
      throw Failure(.missingInput, .unknownIdentifier, value: id.description)
    }
    var making = LeadEntries(self, state, quarter: run.account.quarter, asOf: asOf)
    let status = making.status(of: assessment)
    let entry = making.entry(assessment, status: status ?? .open)
    let evidence = EvidenceLines(state)
    let rows = Set(assessment.lead.rows)
    let asked = try QuestionLines(contents.reviews(of: run.id), state)
    let words = LeadWords(entry, assessment)
    return Explanation([
      .init(title: Wording(zh: "线索", en: "Lead"), lines: words.lead(status)),
      .init(title: Wording(zh: "来源", en: "Sources"), lines: entry.sources.map(words.source)),
      .init(
        title: Wording(zh: "记录的更正", en: "Newer versions of its records"),
        lines: entry.changes.map(\.explanation)),
      .init(
        title: Wording(zh: "来源说法不一", en: "What its records state differently"),
        lines: entry.disagreements.map(\.sentence)),
      .init(
        title: Wording(zh: "为何归为一件", en: "Why these records are one"),
        lines: evidence.joins(ofLead: rows)),
      .init(
        title: Wording(zh: "为何是该义务人", en: "Why they are this obligor's"),
        lines: evidence.weighed(leaving: rows)),
      .init(
        title: Wording(zh: "为何未与其他合并", en: "Why they are not joined with others"),
        lines: evidence.refusals(about: rows)),
      .init(
        title: Wording(zh: "人工判定", en: "What people decided"),
        lines: try DecisionHistory(contents, state).lines(about: rows)),
      .init(
        title: Wording(zh: "核查结果", en: "What the check found"),
        lines: try VerificationLines(contents, state).lines(about: assessment)),
      .init(title: Wording(zh: "图层", en: "Zones"), lines: entry.zones.map(words.zone)),
      .init(
        title: Wording(zh: "判定", en: "Findings"),
        lines: entry.findings.filter { !$0.rule.isEmpty }.map { finding in
          words.finding(finding, read: making.facts(ofRule: finding.rule, assessment, in: .en))
        }),
      .init(
        title: Wording(zh: "期限", en: "Deadlines"), lines: entry.deadlines.map(\.sentence)),
      .init(
        title: Wording(zh: "待补事实", en: "Unknown and decisive"), lines: words.missingFacts),
      .init(
        title: Wording(zh: "需人工研判", en: "For a person to decide"),
        lines: asked.lines(about: Set(entry.sources.map(\.name)))
          + LeadReview(self, state, assessment, entry).questions.map(asked.line)),
      .init(
        title: Wording(zh: "规则推演", en: "Rule trace"),
        lines: LeadTraces(law, state.table).lines(of: LeadTraces.Subject(assessment))),
    ])
  }
}
