internal import Files
internal import Intake
internal import Ledger
internal import Reports
package import Vocabulary
internal import Workspace

/// What people are asked to have done with files of decisions.
package struct DecideRequest: Sendable {
  package var files: [String]
  /// The day of decisions that state none.
  package var asOf: Day?
  /// The day after which nobody can have decided; `nil` lets every day pass.
  package var latest: Day?
  /// Whether everything is checked but nothing recorded.
  package var isDryRun = false
  /// How long to wait for a run, in seconds.
  package var waitSeconds = 10

  package init(files: [String]) { self.files = files }
}

/// What came of files of decisions.
package struct DecisionOutcome: Sendable {
  /// A decision that was recorded, or would be.
  package struct Entry: Sendable {
    package let judgement: Judgement
    /// The records as they are named elsewhere.
    package let left: String
    package let right: String
    /// The decision of the same pair that it takes the place of.
    package let replaced: Judgement?
  }

  /// A result of a check that was recorded, or would be.
  package struct Check: Sendable {
    package let verification: Verification
    /// The lead, as what it is taken for by now.
    package let lead: LeadID
    /// What held of the lead before; `nil` for nothing.
    package let before: Verification?
  }

  package var recorded: [Entry] = []
  package var checks: [Check] = []
  /// Results that the ledger holds already.
  package var repeatedChecks = 0
  /// Leads of the files that nobody has filled anything in for.
  package var blankChecks = 0
  /// Decisions that the ledger holds already, word for word.
  package var repeated = 0
  /// Rows nobody has filled in.
  package var unanswered = 0
  /// Ids that are taken for others by now.
  package var forwarded: [Wording] = []
  package var isDryRun = false
}

extension Screening {
  /// Takes in what people decided and found out; it counts from the next run on.
  ///
  /// All files are taken in or none: fails with 65 and every problem by file and line. A decision that
  /// the ledger holds word for word is not taken in again; another one of the same pair takes its
  /// place. Of the results of checks of one lead the one of the later day counts. Reads the whole
  /// ledger.
  package func decide(_ request: DecideRequest) throws(Failure) -> DecisionOutcome {
    let files = try filledFiles(request.files)
    let lock = try lock(waitSeconds: request.waitSeconds)
    defer { withExtendedLifetime(lock) {} }
    let ledger = try Ledger.open(
      path: workspace.ledgerPath, shown: workspace.shown(workspace.ledgerPath), mode: .existing,
      waitSeconds: request.waitSeconds)
    return try ledger.withRun { (session) throws(Failure) in
      let outcome = try outcome(of: files, request, session.contents)
      if !request.isDryRun {
        try session.insertJudgements(outcome.recorded.map(\.judgement))
        try session.insertVerifications(outcome.checks.map(\.verification))
      }
      return outcome
    }
  }

  private func filledFiles(_ files: [String]) throws(Failure) -> [FilledFile] {
    var filled: [FilledFile] = []
    var failures: [Failure] = []
    for path in files {
      do throws(Failure) {
        let file = DropFile(path: path, shown: workspace.relative(path) ?? path)
        filled.append(try filledFile(file))
      } catch {
        failures.append(error)
      }
    }
    if let first = failures.first { throw Failure(first.status, failures.flatMap(\.problems)) }
    return filled
  }

  /// A workbook is known by its first bytes, whatever its name.
  private func filledFile(_ file: DropFile) throws(Failure) -> FilledFile {
    let source = try file.source()
    let start = try source.open().bytes(in: 0..<min(4, source.size))
    guard start == [0x50, 0x4B, 0x03, 0x04] || start == [0xD0, 0xCF, 0x11, 0xE0] else {
      return try FilledFile(delimited: file, profiles: profiles)
    }
    let bytes = try RegularFile.read(file.path, shown: file.shown, limit: 256 << 20)
    return try FilledFile(workbook: bytes, shown: file.shown)
  }

  private func outcome(
    of files: [FilledFile], _ request: DecideRequest, _ contents: borrowing LedgerContents
  ) throws(Failure) -> DecisionOutcome {
    guard let run = try contents.latestRun() else {
      throw Failure(.missingInput, .noSuchRun, file: workspace.shown(workspace.ledgerPath))
    }
    let state = try QuarterState(contents, quarter: run.account.quarter)
    var reading = DecisionReading(
      try DecisionSubjects(contents, state), asOf: request.asOf, latest: request.latest)
    for table in files.flatMap(\.decisions) { try reading.read(table, contents) }
    var checks = VerificationReading(VerificationSubjects(state), asOf: request.asOf)
    for table in files.flatMap(\.verifications) { try checks.read(table, contents) }
    let problems =
      reading.problems + DecisionCheck.rivals(reading.judgements) + checks.problems
    if !problems.isEmpty { throw Failure(.unusableInput, problems) }

    var outcome = try outcome(of: reading.judgements, state, contents)
    outcome.unanswered = reading.unanswered
    outcome.forwarded =
      reading.forwarded + checks.forwarded.filter { !reading.forwarded.contains($0) }
    outcome.isDryRun = request.isDryRun
    try take(checks, into: &outcome, state, contents)
    return outcome
  }

  private func outcome(
    of judgements: [Judgement], _ state: QuarterState, _ contents: borrowing LedgerContents
  ) throws(Failure) -> DecisionOutcome {
    let known = try contents.judgements()
    var taken = Dictionary(grouping: known.map(\.judgement), by: \.pair)
    var outcome = DecisionOutcome()
    var names = RecordNames(state)
    for judgement in judgements {
      let earlier = taken[judgement.pair] ?? []
      guard !earlier.contains(where: { $0.isRepeated(by: judgement) }) else {
        outcome.repeated += 1
        continue
      }
      outcome.recorded.append(
        .init(
          judgement: judgement, left: names.name(of: judgement.pair.first),
          right: names.name(of: judgement.pair.second), replaced: earlier.last))
      taken[judgement.pair, default: []].append(judgement)
    }
    let conflicts = DecisionCheck(known, outcome.recorded.map(\.judgement), state).problems()
    if !conflicts.isEmpty { throw Failure(.unusableInput, conflicts) }
    return outcome
  }

  /// Adds results of checks that say something new, once all of them can stand.
  private func take(
    _ reading: VerificationReading, into outcome: inout DecisionOutcome, _ state: QuarterState,
    _ contents: borrowing LedgerContents
  ) throws(Failure) {
    outcome.blankChecks = reading.blank
    guard !reading.rows.isEmpty else { return }
    let check = try VerificationCheck(self, state, contents)
    var new: [VerificationReading.Row] = []
    for row in reading.rows {
      if check.isKnown(row, after: new) {
        outcome.repeatedChecks += 1
      } else {
        new.append(row)
      }
    }
    var problems = check.contradictions(new)
    var times = StageTimes()
    if problems.isEmpty { problems = try check.barred(new, &times) }
    if !problems.isEmpty { throw Failure(.unusableInput, problems) }
    outcome.checks = new.map { row in
      DecisionOutcome.Check(
        verification: row.verification, lead: row.found.lead,
        before: check.standing(ofLead: row.found.place))
    }
  }
}

/// The names of records by what they say; looked up all at once.
private struct RecordNames {
  private let state: QuarterState
  private lazy var rows: [ContentHash: Int] = Dictionary(
    (0..<state.table.count).map { (state.table.content[$0], $0) }, uniquingKeysWith: { $1 })

  init(_ state: QuarterState) { self.state = state }

  mutating func name(of content: ContentHash) -> String {
    rows[content].map { state.table.name($0) } ?? content.description
  }
}
