internal import Files
internal import Geography
internal import Intake
internal import Law
internal import Ledger
internal import Matching
package import Reports
package import Vocabulary
internal import Workspace

/// What a run is asked to do.
package struct ScreenRequest: Sendable {
  package var quarter: Quarter
  /// The day deadlines are judged by.
  package var asOf: Day
  /// The drop's folder, where it is not Inputs/QUARTER.
  package var inputs: String?
  /// Where the quarter's folder of reports is put, where that is not Reports.
  package var reports: String?
  /// The share of rejected records above which nothing is recorded, 0 to 1.
  package var maxRejects = 0.2
  package var skipsUnreadable = false
  /// Whether everything is done but nothing is recorded or written.
  package var isDryRun = false
  /// How long to wait for another run, in seconds.
  package var waitSeconds = 10

  package init(quarter: Quarter, asOf: Day) {
    self.quarter = quarter
    self.asOf = asOf
  }
}

/// What came of a run.
package struct ScreenOutcome: Sendable {
  package var report: QuarterReport
  /// Whether the quarter was screened on the same inputs before, so that nothing was recorded.
  package var isUnchanged: Bool
  /// The folder of the quarter's reports; empty for a dry run.
  package var folder: String
  package var outputs: [OutputFile]
  /// Files that were passed over, and why; files of people's that were kept aside, and where.
  package var notices: [Problem]
  /// The page as it was printed, where that was asked for and the machine has a browser.
  package var pdf: OutputFile?
}

extension Screening {
  /// The main job: read the drop, match, assess, record in the ledger, write the quarter's reports.
  ///
  /// The ledger is changed by one transaction and the reports by one exchange of names, in this
  /// order; a run that was killed in between is completed by the next one on the same inputs.
  package func screen(_ request: ScreenRequest, times: inout StageTimes) throws(Failure)
    -> ScreenOutcome
  {
    let folder = request.inputs ?? workspace.path("Inputs/\(request.quarter)")
    let inputs = try times.measure(.intake) { () throws(Failure) in
      try DropInputs(
        folder: folder, shown: workspace.shown(folder), screening: self,
        skipsUnreadable: request.skipsUnreadable)
    }
    let lock = try lock(waitSeconds: request.waitSeconds)
    defer { withExtendedLifetime(lock) {} }
    let hadLedger = RegularFile.exists(workspace.ledgerPath)
    var isRecorded = false
    defer {
      if !isRecorded, !hadLedger {
        StagedFolder.remove(workspace.ledgerPath)
        StagedFolder.remove(workspace.ledgerPath + ".lock")
      }
    }
    let ledger = try Ledger.open(
      path: workspace.ledgerPath, shown: workspace.shown(workspace.ledgerPath), mode: .create,
      waitSeconds: request.waitSeconds)
    let target = "\(request.reports ?? workspace.path("Reports"))/\(request.quarter)"
    var dry: ScreenOutcome?
    var staged: ReportFolder?
    var held: HeldSignals?
    defer { held?.release() }
    do throws(Failure) {
      let recorded = try ledger.withRun { (session) throws(Failure) in
        let recorded = try record(request, inputs, in: &session, &times)
        guard !request.isDryRun else {
          dry = ScreenOutcome(
            report: recorded.report, isUnchanged: recorded.isUnchanged, folder: "", outputs: [],
            notices: inputs.passedOver + layerNotices)
          throw Failure(.done, [])
        }
        var reports = try ReportFolder(replacing: target, shown: workspace.shown(target))
        try reports.write(
          Edition(recorded.report, for: .inHouse), recorded.rejected, &times)
        staged = reports
        // From here on the run is whole: recorded and published, or neither.
        held = HeldSignals()
        return recorded
      }
      isRecorded = true
      try staged?.publish()
      return ScreenOutcome(
        report: recorded.report, isUnchanged: recorded.isUnchanged,
        folder: workspace.shown(target), outputs: staged?.outputs ?? [],
        notices: inputs.passedOver + layerNotices + (staged?.notices ?? []))
    } catch {
      if let dry, error.status == .done { return dry }
      throw error
    }
  }

  /// The lock that keeps runs of one workspace apart until their reports are in place.
  func lock(waitSeconds: Int) throws(Failure) -> FileLock {
    let path = workspace.ledgerPath + ".lock"
    return try FileLock(path, shown: workspace.shown(path), waitSeconds: waitSeconds)
  }

  /// A run as it stands in the ledger, with its report.
  struct Recorded {
    let report: QuarterReport
    let isUnchanged: Bool
    let rejected: [RejectedFile]
  }

  private func record(
    _ request: ScreenRequest, _ inputs: DropInputs, in session: inout LedgerSession,
    _ times: inout StageTimes
  ) throws(Failure) -> Recorded {
    let runs = try session.contents.runs()
    let last = runs.last { $0.account.quarter == request.quarter }
    let identity = identity(
      of: request, inputs, runs, decisions: try session.contents.judgementHead(),
      verifications: try session.contents.verificationHead())
    if let last, last.account.identity == identity {
      return try recorded(last, in: session.contents, &times)
    }
    if let later = runs.first(where: { $0.account.quarter > request.quarter }) {
      throw Failure(
        .unusableInput, .quarterClosed, value: request.quarter.description,
        detail: Wording(
          zh: "台账已有 \(later.account.quarter)", en: "the ledger has \(later.account.quarter)"))
    }
    try registry.keep(in: &session)
    var state = try times.measure(.ledger) { () throws(Failure) in
      try QuarterState(session.contents, quarter: request.quarter, isScreenedAnew: true)
    }
    var run = RunUnderWay(self, request, inputs, state)
    try run.take(in: &state, session.contents, &times)
    let assessments = try Assessor(self).assess(state, asOf: request.asOf, times: &times)
    var building = try times.measure(.rules) { () throws(Failure) in
      ReportBuilding(self, state, assessments, quarter: request.quarter, asOf: request.asOf)
    }
    let stored = try times.measure(.record) { () throws(Failure) in
      try run.record(&state, building, account(request, identity), in: &session)
    }
    building.take(recordIDs: state.recordOf)
    let earlier = try figures(before: request.quarter, session.contents)
    return Recorded(
      report: building.report(run.accounts, run: stored, earlier: earlier), isUnchanged: false,
      rejected: RejectedFile.all(of: run.accounts))
  }

  private func account(_ request: ScreenRequest, _ identity: String) -> RunAccount {
    RunAccount(
      quarter: request.quarter, asOf: request.asOf, identity: identity,
      programVersion: Release.version, configurationHash: configurationHash,
      packLock: packLockText, layerLock: layerLockText, counts: RunCounts())
  }

  /// The packs as one line each, as the ledger keeps them with a run.
  var packLockText: String {
    packLock.map { "\($0.id) \($0.version) \($0.hash)" }.joined(separator: "\n")
  }

  /// The layers as one line each.
  var layerLockText: String {
    registry.all.map { registered in
      let source = registered.layer.source
      let words =
        [source.path, source.tag.rawValue, source.sha256, source.name, registered.reading]
        + [source.version, source.entry.validFrom?.description, source.entry.validTo?.description]
        .map { $0 ?? "-" }
      return words.joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// SHA-256 of all that determines a run's result, the ledger's earlier quarters included.
  private func identity(
    of request: ScreenRequest, _ inputs: DropInputs, _ runs: [StoredRun],
    decisions: EntryHead, verifications: EntryHead
  ) -> String {
    let earlier = runs.last { $0.account.quarter < request.quarter }
    var lines = [
      Release.version, request.quarter.description, request.asOf.description, configurationHash,
      packLockText, layerLockText, earlier?.digest ?? "",
    ]
    lines += inputs.files.map { "\($0.source.table.shown) \($0.source.table.sha256)" }
    lines += inputs.passedOver.map { $0.message(in: .zh) }
    if decisions.count > 0 { lines.append(decisions.digest) }
    if verifications.count > 0 { lines.append("verification \(verifications.digest)") }
    return SHA256Digest.hex(of: Array(lines.joined(separator: "\n").utf8))
  }

  /// The headline figures of the five quarters before, each from its latest run, the oldest first.
  func figures(
    before quarter: Quarter, _ contents: borrowing LedgerContents
  ) throws(Failure) -> [QuarterFigures] {
    var earlier: [QuarterFigures] = []
    var before = quarter
    for _ in 0..<5 {
      before = before.previous
      guard let run = try contents.lastRun(of: before) else { continue }
      var figures = QuarterFigures(
        quarter: before, records: run.account.counts.records,
        leadsOpened: run.account.counts.opened, leads: run.account.counts.leads,
        byDisposition: [:], overdue: 0,
        packs: run.account.packLock.split(separator: "\n").map {
          $0.split(separator: " ").prefix(2).joined(separator: " ")
        })
      for assessment in try contents.assessments(of: run.id) {
        figures.byDisposition[assessment.disposition, default: 0] += 1
        if let days = assessment.overdueDays, days > 0 { figures.overdue? += 1 }
      }
      earlier.insert(figures, at: 0)
    }
    return earlier
  }
}
