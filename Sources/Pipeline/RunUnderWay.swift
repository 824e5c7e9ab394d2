internal import Intake
internal import Ledger
internal import Matching
internal import Vocabulary

/// The part of a run between reading the drop and having it in the ledger.
struct RunUnderWay {
  private let screening: Screening
  private let request: ScreenRequest
  private let passedOver: [Problem]
  private(set) var intake: RecordIntake
  private var reviews: [ReviewItem] = []
  /// Decisions that earlier runs have carried out.
  private(set) var knownDecisions: Set<Int64> = []
  /// By new row, whether it is recorded: withdrawn decisions that are nobody's lead are not.
  private var isKept: [Bool] = []
  /// By rejected row of the intake, the record that replaces it.
  private var mended: [String?] = []
  private(set) var accounts = DropAccounts(
    files: [], records: [], rejects: [], aside: [], reviews: [], matching: nil)

  init(
    _ screening: Screening, _ request: ScreenRequest, _ inputs: DropInputs, _ state: QuarterState
  ) {
    self.screening = screening
    self.request = request
    passedOver = inputs.passedOver
    intake = RecordIntake(
      settled: state.table, isOfQuarter: state.isOfQuarter, files: inputs.files)
  }

  /// Reads the drop and matches it with what the ledger holds; adds the new rows to `state`.
  ///
  /// Fails with 65 if too many records were rejected.
  mutating func take(
    in state: inout QuarterState, _ contents: borrowing LedgerContents, _ times: inout StageTimes
  ) throws(Failure) {
    let clock = times
    try times.measure(.intake) { () throws(Failure) in
      try intake.read(screening, asOf: request.asOf) { clock.report(.intake, share: $0) }
      mended = MendedRows(intake, asOf: request.asOf).replacement
      try refuseTooManyRejects()
    }
    let isRestated = restatedRows()
    knownDecisions = Set(
      [state.leadJoins, state.obligorJoins].joined().compactMap(\.decision?.number))
    let decisions = try StandingDecisions(contents, state.table)
    let (revision, matching) = try times.measure(.matching) { () throws(Failure) in
      let revision = SettledRevision(
        intake.table, settled: state.settled(isRestated: isRestated), judged: decisions.judged,
        obligorJoins: state.obligorJoins, leadJoins: state.leadJoins)
      return (
        revision,
        Matching(
          intake.table, settled: revision.settled, home: screening.home, measuresItself: true)
      )
    }
    accounts.matching = matching.account
    try setAsideWithdrawn(matching)
    reviews =
      decisions.refusals(revision.refused, intake.table)
      + decisions.unanswered(
        matching.review, intake.table, lead: matching.lead, obligor: matching.obligor)
    let settledCount = intake.settledCount
    state.add(
      intake.table, revision, decisions, matching,
      isKept: { [isKept] row in row < settledCount ? true : isKept[row - settledCount] },
      isRestated: isRestated, home: screening.home, quarter: request.quarter, asOf: request.asOf,
      nextLead: try contents.nextLeadSerial(request.quarter),
      nextObligor: try contents.nextObligorSerial())
    account(state)
  }

  /// Records the run: identities, records, joins, the accounts of the drop, the assessments.
  mutating func record(
    _ state: inout QuarterState, _ building: ReportBuilding, _ run: RunAccount,
    in session: inout LedgerSession
  ) throws(Failure) -> StoredRun {
    var run = run
    run.counts = building.counts(accounts)
    try session.insertRun(run)
    let known = try (
      session.contents.nextLeadSerial(request.quarter), session.contents.nextObligorSerial()
    )
    try session.insertLeads(
      state.leads.filter { $0.quarter == request.quarter && $0.serial >= known.0 })
    try session.insertObligors(state.obligors.filter { $0.serial >= known.1 })
    let rows = (intake.settledCount..<intake.table.count).filter {
      isKept[$0 - intake.settledCount]
    }
    var bytes = RawRows(intake.files)
    let ids = try session.insertRecords(
      rows, of: state.table, files: accounts.files,
      leads: rows.map { state.leadOf[$0] < 0 ? nil : state.leads[Int(state.leadOf[$0])] },
      obligors: rows.map {
        state.obligorOf[$0] < 0 ? nil : state.obligors[Int(state.obligorOf[$0])]
      },
      raw: { [intake] (row) throws(Failure) in
        let origin = intake.origins[row - intake.settledCount]
        return try bytes.bytes(ofFile: origin.file, in: origin.range)
      })
    for (row, id) in zip(rows, ids) { state.recordOf[row] = id }
    try session.insertReplay()
    try recordChanges(state, in: &session)
    try session.insertJoinings(joinings(state))
    try session.insertRefusals(
      state.refusals.compactMap { $0.map { state.recordOf[$0] } })
    if let matching = accounts.matching { try session.insertMatchingAccount(matching) }
    account(state)
    try session.insertFiles(accounts.files)
    try session.insertDropRecords(accounts.records)
    try session.insertRejects(accounts.rejects)
    try session.insertAside(accounts.aside)
    try session.insertReviews(accounts.reviews)
    try session.insertAssessments(building.stored)
    try session.finish()
    guard let stored = try session.contents.latestRun() else {
      preconditionFailure("the run was inserted above")
    }
    return stored
  }

  /// Rows that came back mended are not what is wrong with the drop any more.
  private func refuseTooManyRejects() throws(Failure) {
    let files = intake.files
    let records = intake.lines.count { !files[$0.file].isHistory }
    let rejected = zip(intake.rejects, mended).count { reject, replacement in
      replacement == nil && !files[Int(reject.file)].isHistory
    }
    let share = records == 0 ? 0 : Double(rejected) / Double(records)
    guard share > request.maxRejects else { return }
    let percent = { (share: Double) in "\((share * 1000).rounded() / 10)%" }
    let summary = Problem(
      .tooManyRejects,
      detail: Wording(
        zh: "退回 \(percent(share))，上限 \(percent(request.maxRejects))",
        en: "\(percent(share)) rejected, the limit is \(percent(request.maxRejects))"))
    throw Failure(.unusableInput, [summary] + intake.rejects.prefix(50).map(\.problem))
  }

  /// A withdrawn decision is no lead of its own; where other records support the lead it stays in it.
  private mutating func setAsideWithdrawn(_ matching: Matching) throws(Failure) {
    let table = intake.table
    isKept = Array(repeating: true, count: table.count - intake.settledCount)
    func isWithdrawn(_ row: Int) -> Bool { table.truth(.withdrawn, row) == .true }
    var isSupported = Set<Int32>()
    for row in 0..<table.count where !isWithdrawn(row) || row < intake.settledCount {
      isSupported.insert(matching.lead[row])
    }
    for row in intake.settledCount..<table.count where isWithdrawn(row) {
      if !isSupported.contains(matching.lead[row]) { isKept[row - intake.settledCount] = false }
    }
    let lines = intake.lines.indices.filter { number in
      let row = intake.lines[number].row
      return row >= intake.settledCount && !isKept[row - intake.settledCount]
    }
    try intake.setAside(lines, .withdrawnDecision)
  }

  /// Says what became of every record of every file.
  private mutating func account(_ state: QuarterState) {
    var files = intake.accounts
    let opener = openers(state)
    let replaced = replacements()
    accounts.records = intake.lines.map { line in
      let status: RecordStatus =
        line.row < 0
        ? .rejected
        : line.isRepeat
          ? .repeated : opener[line.row] ? .opened : .merged
      switch status {
      case .opened: files[line.file].opened += 1
      case .merged: files[line.file].merged += 1
      case .repeated: files[line.file].repeats += 1
      case .rejected: files[line.file].rejected += 1
      }
      let id = line.row < 0 ? 0 : state.recordOf[line.row]
      var reasons = line.flags
      if isNewVersion(line, state) {
        if reasons.isEmpty { files[line.file].flagged += 1 }
        reasons.append(.newVersion)
      }
      let place = RecordPlace(file: line.file, record: line.place.record)
      if line.row < 0, replaced[place] != nil { reasons.append(.mendedElsewhere) }
      return RecordAccount(
        file: Int32(line.file), record: Int32(line.place.record), line: Int32(line.place.line),
        status: status, sourceRecord: id == 0 ? nil : id, reasons: reasons)
    }
    accounts.files = files
    let rejects = intake.rejects.map { reject in
      var reject = reject
      if let record = reject.problem.record,
        let name = replaced[RecordPlace(file: Int(reject.file), record: record)]
      {
        let detail = reject.problem.detail
        reject.problem.detail = Wording(
          zh: ["已由 \(name) 代替", detail?.zh].compactMap { $0 }.joined(separator: "；"),
          en: ["replaced by \(name)", detail?.en].compactMap { $0 }.joined(separator: "; "))
      }
      return reject
    }
    accounts.rejects =
      rejects.sorted { ($0.file, $0.problem.record ?? 0) < ($1.file, $1.problem.record ?? 0) }
      + passedOver.map { RejectedRecord(file: -1, problem: $0, raw: "") }
    accounts.aside = intake.aside
    accounts.reviews = reviews
  }

  private struct RecordPlace: Hashable {
    let file: Int
    let record: Int
  }

  /// The records that replace rejected ones, by the place of these.
  private func replacements() -> [RecordPlace: String] {
    var replaced: [RecordPlace: String] = [:]
    for (reject, name) in zip(intake.rejects, mended) {
      guard let name, let record = reject.problem.record else { continue }
      replaced[RecordPlace(file: Int(reject.file), record: record)] = name
    }
    return replaced
  }

  /// Whether the line is what made another version of its record count than before the quarter.
  private func isNewVersion(_ line: RecordIntake.Line, _ state: QuarterState) -> Bool {
    guard line.row >= 0, state.newVersions.contains(line.row) else { return false }
    // A row of an earlier quarter comes back by being repeated.
    return state.isOfQuarter[line.row] ? !line.isRepeat : true
  }

  /// By row, whether the record opened its lead in this quarter; an earlier case opens itself.
  private func openers(_ state: QuarterState) -> [Bool] {
    var opens = [Bool](repeating: false, count: state.table.count)
    var hasOpener = [Bool](repeating: false, count: state.leads.count)
    for row in 0..<state.table.count {
      let lead = Int(state.leadOf[row])
      if lead < 0 {
        opens[row] = state.table.source[row] == .history
      } else if !hasOpener[lead] {
        hasOpener[lead] = true
        opens[row] = state.leads[lead].quarter == request.quarter
      }
    }
    return opens
  }
}
