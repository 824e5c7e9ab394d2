internal import Intake
internal import Ledger
internal import Matching
internal import Vocabulary

/// The part of a run between reading the drop and having it in the ledger.
struct RunUnderWay {
  private let screening: Screening
  private let request: ScreenRequest
  private let passedOver: [Problem]
  private var intake: RecordIntake
  private var reviews: [ReviewItem] = []
  /// By new row, whether it is recorded: withdrawn decisions that are nobody's lead are not.
  private var isKept: [Bool] = []
  private(set) var accounts = DropAccounts(files: [], records: [], rejects: [], reviews: [])

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
      intake.read(screening, asOf: request.asOf) { clock.report(.intake, share: $0) }
      try refuseTooManyRejects()
    }
    let matching = try times.measure(.matching) { () throws(Failure) in
      Matching(intake.table, settled: state.settled, home: screening.home)
    }
    setAsideWithdrawn(matching)
    reviews = matching.review
    let settledCount = intake.settledCount
    state.add(
      intake.table, matching,
      isKept: { [isKept] row in row < settledCount ? true : isKept[row - settledCount] },
      home: screening.home, quarter: request.quarter, asOf: request.asOf,
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
    let ids = try session.insertRecords(
      rows, of: state.table, files: accounts.files,
      leads: rows.map { state.leadOf[$0] < 0 ? nil : state.leads[Int(state.leadOf[$0])] },
      obligors: rows.map {
        state.obligorOf[$0] < 0 ? nil : state.obligors[Int(state.obligorOf[$0])]
      },
      raw: { [intake] row in
        let origin = intake.origins[row - intake.settledCount]
        return intake.files[origin.file].source.table.bytes[origin.range]
      })
    for (row, id) in zip(rows, ids) { state.recordOf[row] = id }
    try session.insertJoinings(joinings(state))
    account(state)
    try session.insertFiles(accounts.files)
    try session.insertDropRecords(accounts.records)
    try session.insertRejects(accounts.rejects)
    try session.insertReviews(accounts.reviews)
    try session.insertAssessments(building.stored)
    try session.finish()
    guard let stored = try session.contents.latestRun() else {
      preconditionFailure("the run was inserted above")
    }
    return stored
  }

  private func refuseTooManyRejects() throws(Failure) {
    let share = intake.rejectedShare
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
  private mutating func setAsideWithdrawn(_ matching: Matching) {
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
    for (number, line) in intake.lines.enumerated() where line.row >= intake.settledCount {
      guard !isKept[line.row - intake.settledCount] else { continue }
      intake.setAside(number, .withdrawnDecision)
    }
  }

  /// Says what became of every record of every file.
  private mutating func account(_ state: QuarterState) {
    var files = intake.accounts
    let opener = openers(state)
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
      return RecordAccount(
        file: Int32(line.file), record: Int32(line.record), line: Int32(line.line),
        status: status, sourceRecord: id == 0 ? nil : id, reasons: line.flags)
    }
    accounts.files = files
    accounts.rejects =
      intake.rejects.sorted {
        ($0.file, $0.problem.record ?? 0) < ($1.file, $1.problem.record ?? 0)
      } + passedOver.map { RejectedRecord(file: -1, problem: $0, raw: "") }
    accounts.reviews = reviews
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

  private func joinings(_ state: QuarterState) -> [Joining] {
    func new(_ joins: [Join], _ scope: JoinScope) -> [Joining] {
      joins.compactMap { join in
        guard join.later >= intake.settledCount else { return nil }
        return Joining(
          scope: scope, earlier: state.recordOf[join.earlier], later: state.recordOf[join.later],
          rule: join.rule, evidence: join.evidence)
      }
    }
    return new(state.leadJoins, .lead) + new(state.obligorJoins, .obligor)
  }
}
