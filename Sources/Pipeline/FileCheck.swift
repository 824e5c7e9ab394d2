internal import Files
package import Intake
internal import Normalise
internal import Reports
package import Vocabulary
internal import Workspace

/// What `screen` would make of one file, without recording anything.
package struct FileCheck: Sendable {
  package let report: FileReport
  /// Why no profile fits, where none does; the columns then have no fields.
  package let profileProblems: [Problem]
  /// How often each kind of problem occurs, in the order of codes.
  package let counts: [(code: ProblemCode, count: Int)]
  /// The first problems of each kind, in the file's order.
  package let problems: [Problem]
  /// Records that would be taken in.
  package let accepted: Int
  /// The file as understood: UTF-8, comma, LF, one header row, the accepted records.
  package let understood: [UInt8]
}

extension Screening {
  /// Reads a file as `screen` would and says what was understood.
  ///
  /// Fails as `screen` would for a file that is no text table; a file that no profile fits is
  /// described all the same. Reads the file three times.
  package func check(_ path: String, asOf: Day) throws(Failure) -> FileCheck {
    let shown = workspace.relative(path) ?? path
    let bytes = try RegularFile.read(path, shown: shown, limit: IntakeLimits.fileBytes)
    let table = try TextTable(of: bytes, shown: shown)
    let source: SourceFile
    do throws(Failure) {
      source = try SourceFile(table, profiles: profiles)
    } catch {
      var clean = CSVTable(columns: table.titles)
      let counts = table.rows { fields, _, problem in
        if problem == nil { clean.add(fields, width: table.titles.count) }
      }
      return FileCheck(
        report: FileReport(of: table), profileProblems: error.problems, counts: [], problems: [],
        accepted: counts.records - counts.rejected, understood: clean.bytes)
    }
    var reading = ValueReading(source, self, asOf: asOf)
    reading.readAll()
    return FileCheck(
      report: FileReport(of: source), profileProblems: [], counts: reading.counts,
      problems: reading.first, accepted: reading.accepted, understood: reading.clean.bytes)
  }
}

/// Reads every value of a file and keeps the first problems of each kind.
private struct ValueReading {
  private let source: SourceFile
  private let normaliser: RecordNormaliser
  private var table = RecordTable()
  private var countOf: [ProblemCode: Int] = [:]
  private(set) var first: [Problem] = []
  private(set) var accepted = 0
  private(set) var clean: CSVTable

  private static let shownOfEach = 5

  init(_ source: SourceFile, _ screening: Screening, asOf: Day) {
    self.source = source
    normaliser = RecordNormaliser(
      columns: source.columns, gazetteer: screening.gazetteer, datum: source.profile.datum,
      asOf: asOf)
    clean = CSVTable(columns: source.table.titles)
  }

  var counts: [(code: ProblemCode, count: Int)] {
    ProblemCode.allCases.compactMap { code in countOf[code].map { (code, $0) } }
  }

  mutating func readAll() {
    let file = table.fileNumber(of: source.table.shown)
    source.table.rows { fields, place, problem in
      if let problem {
        note(problem, place)
        return
      }
      let row = table.append(
        file: file, record: place.record, line: place.line, source: source.profile.kind,
        content: ContentHash(high: 0, low: 0))
      let found = normaliser.normalise(fields, row: row, into: &table)
      table.removeLast()
      for flag in found.flags { note(flag, place) }
      if let rejecting = found.rejecting {
        note(rejecting, place)
      } else {
        accepted += 1
        clean.add(fields, width: source.table.titles.count)
      }
    }
  }

  private mutating func note(_ problem: Problem, _ place: RowPlace) {
    countOf[problem.code, default: 0] += 1
    guard countOf[problem.code, default: 0] <= ValueReading.shownOfEach else { return }
    var problem = problem
    problem.file = source.table.shown
    problem.record = place.record
    problem.line = place.line
    first.append(problem)
  }
}

extension CSVTable {
  /// Adds a record with as many fields as the table has titles.
  fileprivate mutating func add(_ fields: RowFields, width: Int) {
    for index in 0..<width { field { $0 += fields.bytes[fields.range(of: index)] } }
    endRow()
  }
}
