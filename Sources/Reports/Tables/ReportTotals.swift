package import Vocabulary

/// The headline counts of a quarter, taken once so that every output states the same.
package struct ReportTotals: Sendable, Hashable {
  package var files = 0
  /// Data records of the drop; `records == opened + merged + repeats + rejected`.
  package var records = 0
  package var opened = 0
  package var merged = 0
  package var repeats = 0
  package var rejected = 0
  /// Records of decisions withdrawn later; counted among the others.
  package var withdrawn = 0
  /// Records kept with something to look at; counted among the others.
  package var flagged = 0
  /// Records that are newer versions of earlier ones; counted among the others.
  package var newVersions = 0
  /// Rejected records that came back mended; counted among the rejected.
  package var mended = 0
  package var leads = 0
  package var leadsByStatus: [LeadEntry.Status: Int] = [:]
  package var leadsByDisposition: [Disposition: Int] = [:]
  /// Distinct obligors of the leads.
  package var obligors = 0
  /// Leads that an exception bars from being waved through.
  package var exceptions = 0
  /// Leads whose verification is late at the as-of day.
  package var overdue = 0
  /// Leads with facts still missing that would decide.
  package var missingFacts = 0
  package var matches = 0
  /// Pairs of records that are not one though much speaks for it; no joins.
  package var refused = 0
  package var reviewItems = 0

  /// Counts the report once; linear in files and leads.
  package init(_ report: QuarterReport) {
    files = report.files.count
    for file in report.files {
      records += file.records
      opened += file.opened
      merged += file.merged
      repeats += file.repeats
      rejected += file.rejected
      withdrawn += file.withdrawn
      flagged += file.flagged
    }
    for record in report.records where !record.account.reasons.isEmpty {
      if record.account.reasons.contains(.newVersion) { newVersions += 1 }
      if record.account.reasons.contains(.mendedElsewhere) { mended += 1 }
    }
    leads = report.leads.count
    var known: Set<ObligorID> = []
    for lead in report.leads {
      leadsByStatus[lead.status, default: 0] += 1
      leadsByDisposition[lead.disposition, default: 0] += 1
      if let obligor = lead.obligor { known.insert(obligor) }
      if lead.isException { exceptions += 1 }
      if lead.isOverdue { overdue += 1 }
      if !lead.missingFacts.isEmpty { missingFacts += 1 }
    }
    obligors = known.count
    matches = report.matches.count
    refused = report.refused.count
    reviewItems = report.review.count
  }

  /// Whether every data record of the drop is accounted for.
  package var isBalanced: Bool { records == opened + merged + repeats + rejected }
}
