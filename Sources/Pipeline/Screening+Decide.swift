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

  package var recorded: [Entry] = []
  /// Decisions that the ledger holds already, word for word.
  package var repeated = 0
  /// Rows nobody has filled in.
  package var unanswered = 0
  /// Ids that are taken for others by now.
  package var forwarded: [Wording] = []
  package var isDryRun = false
}

extension Screening {
  /// Takes in what people decided; it counts from the next run on.
  ///
  /// All files are taken in or none: fails with 65 and every problem by file and line. A decision that
  /// the ledger holds word for word is not taken in again; another one of the same pair takes its
  /// place. Reads the whole ledger.
  package func decide(_ request: DecideRequest) throws(Failure) -> DecisionOutcome {
    let tables = try filledTables(request.files)
    let lock = try lock(waitSeconds: request.waitSeconds)
    defer { withExtendedLifetime(lock) {} }
    let ledger = try Ledger.open(
      path: workspace.ledgerPath, shown: workspace.shown(workspace.ledgerPath), mode: .existing,
      waitSeconds: request.waitSeconds)
    return try ledger.withRun { (session) throws(Failure) in
      let outcome = try outcome(of: tables, request, session.contents)
      if !request.isDryRun {
        try session.insertJudgements(outcome.recorded.map(\.judgement))
      }
      return outcome
    }
  }

  private func filledTables(_ files: [String]) throws(Failure) -> [FilledTable] {
    var tables: [FilledTable] = []
    var failures: [Failure] = []
    for path in files {
      do throws(Failure) {
        let file = DropFile(path: path, shown: workspace.relative(path) ?? path)
        tables.append(try filledTable(file))
      } catch {
        failures.append(error)
      }
    }
    if let first = failures.first { throw Failure(first.status, failures.flatMap(\.problems)) }
    return tables
  }

  /// A workbook is known by its first bytes, whatever its name.
  private func filledTable(_ file: DropFile) throws(Failure) -> FilledTable {
    let source = try file.source()
    let start = try source.open().bytes(in: 0..<min(4, source.size))
    guard start == [0x50, 0x4B, 0x03, 0x04] || start == [0xD0, 0xCF, 0x11, 0xE0] else {
      return try FilledTable.delimited(file, profiles: profiles)
    }
    let bytes = try RegularFile.read(file.path, shown: file.shown, limit: 256 << 20)
    return try FilledTable.workbook(bytes, shown: file.shown)
  }

  private func outcome(
    of tables: [FilledTable], _ request: DecideRequest, _ contents: borrowing LedgerContents
  ) throws(Failure) -> DecisionOutcome {
    guard let run = try contents.latestRun() else {
      throw Failure(.missingInput, .noSuchRun, file: workspace.shown(workspace.ledgerPath))
    }
    let state = try QuarterState(contents, quarter: run.account.quarter)
    var reading = DecisionReading(
      try DecisionSubjects(contents, state), asOf: request.asOf)
    for table in tables { try reading.read(table, contents) }
    let problems = reading.problems + DecisionCheck.rivals(reading.judgements)
    if !problems.isEmpty { throw Failure(.unusableInput, problems) }

    let known = try contents.judgements()
    var taken = Dictionary(grouping: known.map(\.judgement), by: \.pair)
    var outcome = DecisionOutcome()
    var names = RecordNames(state)
    for judgement in reading.judgements {
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
    outcome.unanswered = reading.unanswered
    outcome.forwarded = reading.forwarded
    outcome.isDryRun = request.isDryRun
    return outcome
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
