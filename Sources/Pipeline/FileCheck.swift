internal import Files
package import Intake
internal import Normalise
internal import Reports
package import Vocabulary
internal import Workspace

/// What `screen` would make of one file, without recording anything.
package struct FileCheck: Sendable {
  package let table: TextTable
  /// The table with its profile; `nil` if none fits, and the columns then have no fields.
  package let source: SourceFile?
  /// Why no profile fits, where none does.
  package let profileProblems: [Problem]
  /// How well each profile fits, best first.
  package let scores: [ProfileScore]
  /// The first three different values of each column.
  package fileprivate(set) var samples: ColumnSamples
  /// All lines and bytes by kinds of rows.
  package fileprivate(set) var balance = RowBalance()
  /// The first rows of each kind that are no records.
  package fileprivate(set) var aside: [AsideRow] = []
  /// The first problems of each kind, in the file's order.
  package fileprivate(set) var problems: [Problem] = []
  /// Records that would be taken in.
  package fileprivate(set) var accepted = 0

  fileprivate var countOf: [ProblemCode: Int] = [:]

  /// How often each kind of problem occurs, in the order of codes.
  package var counts: [(code: ProblemCode, count: Int)] {
    ProblemCode.allCases.compactMap { code in countOf[code].map { (code, $0) } }
  }

  private static let shownOfEach = 5

  fileprivate init(
    _ table: TextTable, _ source: SourceFile?, _ profileProblems: [Problem],
    _ profiles: ProfileLibrary
  ) {
    scores = ProfileScore.ranking(of: table.titles, in: profiles)
    self.table = table
    self.source = source
    self.profileProblems = profileProblems
    samples = ColumnSamples(of: table, readings: source?.columns ?? [])
  }

  fileprivate mutating func note(_ problem: Problem, _ place: RowPlace) {
    countOf[problem.code, default: 0] += 1
    guard countOf[problem.code, default: 0] <= FileCheck.shownOfEach else { return }
    var problem = problem
    problem.file = table.shown
    problem.record = place.record
    problem.line = place.line
    problems.append(problem)
  }

  fileprivate mutating func note(_ kind: RowKind, _ text: String, _ place: RowPlace) {
    guard aside.count(where: { $0.kind == kind }) < FileCheck.shownOfEach else { return }
    aside.append(AsideRow(file: 0, kind: kind, line: Int32(clamping: place.line), text: text))
  }
}

extension Screening {
  /// Reads a file as `screen` would and says what was understood; with `csv` writes it there as clean
  /// UTF-8 CSV with one header row.
  ///
  /// Written are all records, damaged ones as far as they could be read: with what they have, in the
  /// order in which they have it. Fails as `screen` would for a file that is no text table, after
  /// writing an empty one for an empty file; a file that no profile fits is described all the same.
  /// `progress` hears of the share done. Memory grows with distinct values, not with the file.
  package func check(
    _ path: String, asOf: Day, csv: String? = nil, progress: (Double) -> Void = { _ in }
  ) throws(Failure) -> FileCheck {
    let shown = workspace.relative(path) ?? path
    let table: TextTable
    do throws(Failure) {
      table = try TextTable(
        of: try DropFile(path: path, shown: shown).source(), profiles: profiles)
    } catch {
      // An empty file is understood: as a table without rows.
      if let csv, error.problems.contains(where: { $0.code == .emptyFile }) {
        try DurableWriting(to: csv, shown: csv).finish()
      }
      throw error
    }
    var check: FileCheck
    do throws(Failure) {
      check = FileCheck(table, try SourceFile(table, profiles: profiles), [], profiles)
    } catch {
      check = FileCheck(table, nil, error.problems, profiles)
    }
    var values = check.source.map { ValueReading($0, self, asOf: asOf) }
    var understood = try csv.map { (csv) throws(Failure) in
      try UnderstoodFile(columns: table.titles, path: csv)
    }
    let bytes = try table.openBytes()
    var reader = try table.reader()
    while try reader.next() {
      let place = reader.place
      if place.range.lowerBound & 0xFFFF < place.range.count {
        progress(Double(place.range.lowerBound) / Double(max(1, table.size)))
      }
      guard reader.kind == .record else {
        if reader.kind.asideCode != nil {
          let raw = try bytes.bytes(in: place.range)
          check.note(reader.kind, ShownRow.text(of: raw, in: table, columns: []), place)
        }
        continue
      }
      try understood?.add(reader.fields)
      if let damage = reader.damage {
        check.note(damage, place)
        continue
      }
      for flag in reader.flags { check.note(flag, place) }
      check.samples.take(reader.fields)
      guard let found = values?.read(reader.fields, place), !found.isEmpty else {
        check.accepted += 1
        continue
      }
      for flag in found.flags { check.note(flag, place) }
      if let rejecting = found.rejecting {
        check.note(rejecting, place)
      } else {
        check.accepted += 1
      }
    }
    check.balance = reader.balance
    try understood?.finish()
    return check
  }
}

/// Reads the values of a file's rows and keeps them only for as long as that is cheaper than not to.
private struct ValueReading {
  private let kind: SourceKind
  private var normaliser: RecordNormaliser
  private var table = RecordTable()

  private static let keptRows = 1024

  init(_ source: SourceFile, _ screening: Screening, asOf: Day) {
    kind = source.profile.kind
    normaliser = RecordNormaliser(
      columns: source.columns, gazetteer: screening.gazetteer, datum: source.profile.datum,
      zone: source.profile.zone, coordinates: screening.workspace.configuration.coordinates,
      asOf: asOf)
  }

  mutating func read(_ fields: RowFields, _ place: RowPlace) -> RowProblems {
    if table.count == ValueReading.keptRows { table.removeAll() }
    let row = table.append(
      file: 0, record: place.record, line: place.line, source: kind,
      content: ContentHash(high: 0, low: 0))
    return normaliser.normalise(fields, row: row, into: &table)
  }
}

/// A file as it was understood, written in pieces.
private struct UnderstoodFile: ~Copyable {
  private let width: Int
  private var table: CSVTable
  private let writing: DurableWriting

  init(columns: [String], path: String) throws(Failure) {
    width = columns.count
    table = CSVTable(columns: columns)
    writing = try DurableWriting(to: path, shown: path)
  }

  mutating func add(_ fields: RowFields) throws(Failure) {
    // Empty fields beyond the columns go, filled ones stay: nothing is dropped unseen.
    var count = max(width, fields.count)
    while count > width, fields.range(of: count - 1).isEmpty { count -= 1 }
    for index in 0..<count { table.field { $0 += fields.bytes[fields.range(of: index)] } }
    table.endRow()
    if table.bytes.count > 1 << 20 { try writing.append(table.drain()) }
  }

  consuming func finish() throws(Failure) {
    try writing.append(table.bytes)
    try writing.finish()
  }
}
