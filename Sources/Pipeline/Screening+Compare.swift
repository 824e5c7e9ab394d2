package import Law
internal import Ledger
internal import Reports
package import Vocabulary

/// A what-if over the leads of a quarter's report.
package struct QuarterComparison: Sendable {
  package let quarter: Quarter
  package let run: Int
  /// The day on which the run decided the leads.
  package let asOf: Day
  /// The leads of the report, by id; comparisons number them by their place here.
  package let leads: [LeadID]
  /// One, or those of a bounds run.
  package let comparisons: [RuleComparison]
  /// What has changed since the run, so that "before" need not be what its report says.
  package let changedSince: [Wording]

  /// How many leads can have each disposition if unknown red lines may lie either way; `nil` if that
  /// was not asked.
  package var bounds: [(disposition: Disposition, leads: ClosedRange<Int>)]? {
    guard comparisons.count == 2 else { return nil }
    return Disposition.allCases.map {
      ($0, comparisons[0].bounds(with: comparisons[1], of: $0))
    }
  }
}

extension Screening {
  /// Decides the leads of a quarter's report another way and compares; records nothing.
  ///
  /// The leads are those new, changed or open in the quarter as its last run left them; without a
  /// quarter, in the latest one recorded. Throws a usage failure for a what-if that cannot be, 66 for
  /// a quarter that was never screened. Linear in the ledger's records and leads.
  package func compare(
    _ quarter: Quarter?, with whatIf: WhatIf, times: inout StageTimes
  ) throws(Failure) -> QuarterComparison {
    try openLedger().read { (contents) throws(Failure) in
      var latest = quarter
      if latest == nil { latest = try contents.runs().map(\.account.quarter).max() }
      guard let latest, let run = try contents.lastRun(of: latest) else {
        throw Failure(.missingInput, .noSuchRun, value: quarter?.description)
      }
      let asOf = run.account.asOf
      let state = try times.measure(.ledger) { () throws(Failure) in
        try QuarterState(contents, upTo: run.id, quarter: latest)
      }
      let assessments = try Assessor(self, lookingBack: whatIf.longestYears)
        .assess(state, asOf: asOf, times: &times)
      let entries = LeadEntries(self, state, quarter: latest, asOf: asOf)
      let reported = assessments.filter { entries.status(of: $0) != nil }
        .sorted { state.leads[$0.number] < state.leads[$1.number] }
      // Only the rules that decide some lead, or those of the home, can be spoken of.
      let used = Set(reported.map(\.engine) + [0]).sorted()
      let place = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
      let engines = used.map { law.engines[$0] }
      let variants = try whatIf.variants(rules, own: engines)
      let comparisons = try times.measure(.rules) { () throws(Failure) in
        let leads = reported.map {
          RuleComparison.Lead(
            $0.facts, engine: place[$0.engine] ?? 0, decided: $0.evaluation)
        }
        return variants.map { RuleComparison(leads, under: engines, against: $0) }
      }
      return QuarterComparison(
        quarter: latest, run: run.id, asOf: asOf, leads: reported.map { state.leads[$0.number] },
        comparisons: comparisons, changedSince: changes(since: run))
    }
  }
}
