package import Ledger
internal import Reports
package import Vocabulary
internal import Workspace

extension Screening {
  /// Writes the quarter's reports again from the ledger, byte for byte.
  ///
  /// Fails with 66 if the quarter was never screened, with 78 if packs, layers or configuration have
  /// changed since, for then the same bytes cannot be made. With `printing` the page is printed too,
  /// where the machine has a browser; a notice says where it has none.
  package func writeReport(
    of quarter: Quarter, reports: String?, waitSeconds: Int,
    printing: PrintedReport.Request? = nil, times: inout StageTimes
  ) throws(Failure) -> ScreenOutcome {
    let ledger = try openLedger()
    let lock = try lock(waitSeconds: waitSeconds)
    defer { withExtendedLifetime(lock) {} }
    let recorded = try ledger.read { (contents) throws(Failure) in
      guard let run = try contents.lastRun(of: quarter) else {
        throw Failure(.missingInput, .noSuchRun, value: quarter.description)
      }
      return try self.recorded(run, in: contents, &times)
    }
    let target = "\(reports ?? workspace.path("Reports"))/\(quarter)"
    var folder = try ReportFolder(replacing: target, shown: workspace.shown(target))
    try folder.write(
      Edition(recorded.report, for: .inHouse), recorded.rejected, &times)
    try folder.publish()
    var outcome = ScreenOutcome(
      report: recorded.report, isUnchanged: true, folder: workspace.shown(target),
      outputs: folder.outputs, notices: layerNotices + folder.notices)
    if let printing {
      outcome.pdf = try printed(
        target, by: printing, asOf: recorded.report.asOf, &outcome.notices)
    }
    return outcome
  }

  /// The page of a folder printed; without a browser `nil`, and a notice that says so.
  func printed(
    _ folder: String, by printing: PrintedReport.Request, asOf: Day, _ notices: inout [Problem]
  ) throws(Failure) -> OutputFile? {
    let shown = workspace.shown(folder)
    guard let printer = PrintedReport(printing) else {
      notices.append(Problem(.browserMissing, file: "\(shown).pdf"))
      return nil
    }
    return try printer.print(folder, shown: shown, asOf: asOf)
  }

  /// The workspace's ledger for reading; fails with 66 if there is none yet.
  package func openLedger(_ mode: Ledger.Mode = .readOnly) throws(Failure) -> Ledger {
    try Ledger.open(
      path: workspace.ledgerPath, shown: workspace.shown(workspace.ledgerPath), mode: mode,
      waitSeconds: 10)
  }

  /// A recorded run with its report, made again from what the ledger holds.
  func recorded(
    _ run: StoredRun, in contents: borrowing LedgerContents, _ times: inout StageTimes
  ) throws(Failure) -> Recorded {
    try refuseChanges(since: run)
    let quarter = run.account.quarter
    let state = try times.measure(.ledger) { () throws(Failure) in
      try QuarterState(contents, upTo: run.id, quarter: quarter)
    }
    let accounts = DropAccounts(
      files: try contents.files(of: run.id), records: try contents.dropRecords(of: run.id),
      rejects: try contents.rejects(of: run.id), aside: try contents.aside(of: run.id),
      reviews: try contents.reviews(of: run.id),
      matching: try contents.matchingAccount(of: run.id))
    let assessments = try Assessor(self).assess(state, asOf: run.account.asOf, times: &times)
    let building = try times.measure(.rules) { () throws(Failure) in
      ReportBuilding(self, state, assessments, quarter: quarter, asOf: run.account.asOf)
    }
    let earlier = try figures(before: quarter, contents)
    return Recorded(
      report: building.report(accounts, run: run, earlier: earlier), isUnchanged: true,
      rejected: RejectedFile.all(of: accounts))
  }

  /// What differs from the run's own program, configuration, packs and layers; empty for nothing.
  func changes(since run: StoredRun) -> [Wording] {
    let comparisons = [
      (run.account.programVersion, Release.version, Wording(zh: "程序版本", en: "program version")),
      (run.account.configurationHash, configurationHash, Wording(zh: "配置", en: "configuration")),
      (run.account.packLock, packLockText, Wording(zh: "规则包", en: "rule packs")),
      (run.account.layerLock, layerLockText, Wording(zh: "图层", en: "layers")),
    ]
    return comparisons.filter { $0.0 != $0.1 }.map(\.2)
  }

  private func refuseChanges(since run: StoredRun) throws(Failure) {
    let changed = changes(since: run)
    guard changed.isEmpty else {
      throw Failure(
        .configuration, .inputsChanged,
        detail: Wording(
          zh: changed.map(\.zh).joined(separator: "、"),
          en: changed.map(\.en).joined(separator: ", ")))
    }
  }
}
