internal import Files
package import Intake
internal import Normalise
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
    let shown = workspace.shown(path)
    let bytes = try RegularFile.read(path, shown: shown, limit: IntakeLimits.fileBytes)
    let table = try TextTable(of: bytes, shown: shown)
    let source: SourceFile
    do throws(Failure) {
      source = try SourceFile(table, profiles: profiles)
    } catch {
      var clean = CleanTable(titles: table.titles)
      let counts = table.rows { fields, _, problem in if problem == nil { clean.add(fields) } }
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
  private(set) var clean: CleanTable

  private static let shownOfEach = 5

  init(_ source: SourceFile, _ screening: Screening, asOf: Day) {
    self.source = source
    normaliser = RecordNormaliser(
      columns: source.columns, gazetteer: screening.gazetteer, datum: source.profile.datum,
      asOf: asOf)
    clean = CleanTable(titles: source.table.titles)
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
        clean.add(fields)
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

/// A table as clean CSV: RFC 4180, UTF-8, LF, as many fields in every row as there are titles.
private struct CleanTable {
  private(set) var bytes: [UInt8] = []
  private let width: Int

  init(titles: [String]) {
    width = titles.count
    for (index, title) in titles.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(Array(title.utf8)[...])
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func add(_ fields: RowFields) {
    for index in 0..<width {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(fields.bytes[fields.range(of: index)])
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ field: ArraySlice<UInt8>) {
    let needsQuotes = field.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else {
      bytes.append(contentsOf: field)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
