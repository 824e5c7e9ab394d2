internal import Geography
internal import Intake
internal import Normalise
internal import Vocabulary

/// The records of a run's files as typed rows, with an account of every record of every file.
///
/// The table begins with what the ledger holds; new rows follow in the order of files and records.
/// A record whose content is known already adds no row.
struct RecordIntake {
  /// What one data record of a file came to.
  struct Line {
    let file: Int
    let record: Int
    let line: Int
    /// The table's row that says what the record says; -1 if it was rejected.
    let row: Int
    /// Whether another record stands for that row.
    let isRepeat: Bool
    let flags: [ProblemCode]
    /// The row's bytes in its file.
    let range: Range<Int>
  }

  private(set) var table: RecordTable
  let settledCount: Int
  /// By file, drop and earlier cases alike.
  private(set) var accounts: [IntakeAccount] = []
  private(set) var lines: [Line] = []
  private(set) var rejects: [RejectedRecord] = []
  /// The file and the bytes of each new row, by row less `settledCount`.
  private(set) var origins: [(file: Int, range: Range<Int>)] = []
  let files: [DropInputs.File]

  private var rowOfContent: [ContentHash: Int32]
  /// Rows of this quarter's earlier run that a record of this one stands for.
  private var isClaimed: [Bool]

  /// `settled` are the ledger's rows, `isOfQuarter` says which of them this quarter took in.
  init(settled: RecordTable, isOfQuarter: [Bool], files: [DropInputs.File]) {
    table = settled
    settledCount = settled.count
    self.files = files
    rowOfContent = Dictionary(minimumCapacity: settled.count)
    for row in 0..<settled.count { rowOfContent[settled.content[row]] = Int32(row) }
    // A row of an earlier quarter is nobody's own any more.
    isClaimed = isOfQuarter.map { !$0 }
  }

  /// Reads all files into the table; one pass, linear in the bytes.
  mutating func read(_ screening: Screening, asOf: Day, progress: (Double) -> Void) {
    let total = max(1, files.reduce(0) { $0 + $1.source.table.bytes.count })
    var done = 0
    for number in files.indices {
      let source = files[number].source
      accounts.append(RecordIntake.account(of: files[number]))
      read(source, number: number, screening, asOf: asOf) { share in
        progress((Double(done) + share * Double(source.table.bytes.count)) / Double(total))
      }
      done += source.table.bytes.count
    }
  }

  private mutating func read(
    _ source: SourceFile, number: Int, _ screening: Screening, asOf: Day,
    progress: (Double) -> Void
  ) {
    let normaliser = RecordNormaliser(
      columns: source.columns, gazetteer: screening.gazetteer, datum: source.profile.datum,
      asOf: asOf)
    var hasher = ContentHasher(kind: source.profile.kind, titles: source.table.titles)
    let path = table.fileNumber(of: source.table.shown)
    source.table.rows { fields, place, problem in
      accounts[number].records += 1
      if place.record % 4096 == 0 {
        progress(Double(place.range.lowerBound) / Double(max(1, source.table.bytes.count)))
      }
      if let problem {
        reject(problem, source, number: number, place)
        return
      }
      let content = hasher.hash(of: fields)
      let row = table.append(
        file: path, record: place.record, line: place.line, source: source.profile.kind,
        content: content)
      let found = normaliser.normalise(fields, row: row, into: &table)
      if var rejecting = found.rejecting {
        table.removeLast()
        rejecting.file = source.table.shown
        rejecting.record = place.record
        rejecting.line = place.line
        reject(rejecting, source, number: number, place)
        return
      }
      if !found.flags.isEmpty { accounts[number].flagged += 1 }
      take(row, content, found.flags.map(\.code), number: number, place)
    }
  }

  /// Keeps the row just appended if it says something new.
  private mutating func take(
    _ row: Int, _ content: ContentHash, _ flags: [ProblemCode], number: Int, _ place: RowPlace
  ) {
    var own = row
    var isRepeat = false
    if let known = rowOfContent[content].map(Int.init) {
      table.removeLast()
      own = known
      // The first record of the drop that says what this quarter's earlier run took in is that
      // record; any other says it again.
      isRepeat = known >= settledCount || isClaimed[known]
      if known < settledCount { isClaimed[known] = true }
    } else {
      rowOfContent[content] = Int32(row)
      origins.append((number, place.range))
      convertDatum(row)
    }
    lines.append(
      Line(
        file: number, record: place.record, line: place.line, row: own, isRepeat: isRepeat,
        flags: RecordIntake.distinct(flags), range: place.range))
  }

  /// Brings a point declared in another datum to CGCS2000, with its own uncertainty.
  private mutating func convertDatum(_ row: Int) {
    guard let point = table.point(row), let datum = table.choice(.datum, row).flatMap(Datum.init)
    else { return }
    let (longitude, latitude, added) = converted(
      longitude: point.longitude, latitude: point.latitude, from: datum)
    table.setPoint(
      row,
      Point(
        longitude: longitude, latitude: latitude,
        uncertaintyMetres: point.uncertaintyMetres + added))
  }

  private mutating func reject(
    _ problem: Problem, _ source: SourceFile, number: Int, _ place: RowPlace
  ) {
    rejects.append(
      RejectedRecord(
        file: Int32(number), problem: problem, raw: ShownRow.text(of: place, in: source),
        verbatim: Array(source.table.bytes[place.range])))
    lines.append(
      Line(
        file: number, record: place.record, line: place.line, row: -1, isRepeat: false,
        flags: [problem.code], range: place.range))
  }

  /// Sets aside what was taken in but is no lead: the row stays in the table and is not recorded.
  mutating func setAside(_ line: Int, _ code: ProblemCode) {
    let old = lines[line]
    let source = files[old.file].source
    let place = RowPlace(record: old.record, line: old.line, endLine: old.line, range: old.range)
    rejects.append(
      RejectedRecord(
        file: Int32(old.file),
        problem: Problem(code, file: source.table.shown, record: old.record, line: old.line),
        raw: ShownRow.text(of: place, in: source),
        verbatim: Array(source.table.bytes[old.range])))
    lines[line] = Line(
      file: old.file, record: old.record, line: old.line, row: -1, isRepeat: false,
      flags: RecordIntake.distinct([code] + old.flags), range: old.range)
    accounts[old.file].withdrawn += 1
  }

  /// The share of the drop's records that were rejected for what is wrong with them.
  var rejectedShare: Double {
    let dropped = lines.filter { !files[$0.file].isHistory }
    let rejected = dropped.count { $0.row < 0 }
    return dropped.isEmpty ? 0 : Double(rejected) / Double(dropped.count)
  }

  private static func distinct(_ codes: [ProblemCode]) -> [ProblemCode] {
    var seen: [ProblemCode] = []
    for code in codes where !seen.contains(code) { seen.append(code) }
    return seen
  }

  private static func account(of file: DropInputs.File) -> IntakeAccount {
    let table = file.source.table
    return IntakeAccount(
      path: table.shown, sha256: table.sha256, bytes: table.bytes.count,
      encoding: table.encoding.rawValue, delimiter: table.delimiter.rawValue,
      lineEnding: table.lineEnding.rawValue, profile: file.source.profile.id,
      kind: file.source.profile.kind, isHistory: file.isHistory,
      columns: file.source.columns.map { "\($0.title)=\($0.field.name)" },
      unmapped: file.source.unmapped.map { table.titles[$0] },
      header: RejectedRows.head(of: table))
  }
}
