internal import Ledger
package import Reports
package import Vocabulary
internal import Workspace

/// What came of writing an edition.
package struct EditionOutcome: Sendable {
  /// The folder it lies in, or would lie in after a dry run.
  package let folder: String
  package let outputs: [OutputFile]
  /// What was kept of people's work in the folder.
  package fileprivate(set) var notices: [Problem]
  /// The printed page; `nil` where none was asked for or the machine has no browser.
  package fileprivate(set) var pdf: OutputFile?
}

extension Screening {
  /// Writes the edition of a quarter's latest run for others than the house: `Reports/2026Q3-share`,
  /// `Reports/2026Q3-public`.
  ///
  /// Fails as `writeReport` does, and with 78 where a finished file holds a person's number, a telephone
  /// or whoever reported; the folder of the run before then stays. A dry run makes and scans all files
  /// and leaves none, nor is it printed; else the page is with `printing`, as by `writeReport`.
  package func writeEdition(
    of quarter: Quarter, for audience: Audience, reports: String?, isDryRun: Bool,
    printing: PrintedReport.Request? = nil, times: inout StageTimes
  ) throws(Failure) -> EditionOutcome {
    let ledger = try openLedger()
    let lock = try lock(waitSeconds: 10)
    defer { withExtendedLifetime(lock) {} }
    let (report, scan) = try ledger.read { (contents) throws(Failure) in
      guard let run = try contents.lastRun(of: quarter) else {
        throw Failure(.missingInput, .noSuchRun, value: quarter.description)
      }
      let report = try self.recorded(run, in: contents, &times).report
      return (report, try PublicScan(contents, besides: report))
    }
    let target = "\(reports ?? workspace.path("Reports"))/\(quarter)\(audience.folderSuffix)"
    let shown = workspace.shown(target)
    var folder = try ReportFolder(replacing: target, shown: shown)
    // The house may read in its own edition what sources say, whoever they name.
    try folder.write(
      Edition(report, for: audience), [], scan: audience == .inHouse ? nil : scan,
      isDryRun: isDryRun, &times)
    if !isDryRun { try folder.publish() }
    var outcome = EditionOutcome(
      folder: shown, outputs: folder.outputs, notices: folder.notices)
    if let printing, !isDryRun {
      outcome.pdf = try printed(target, by: printing, asOf: report.asOf, &outcome.notices)
    }
    return outcome
  }
}
