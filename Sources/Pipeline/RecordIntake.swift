internal import Files
internal import Intake
internal import Synchronization
internal import Vocabulary
internal import Workspace

/// The records of a run's files as typed rows, with an account of every record of every file.
///
/// The table begins with what the ledger holds; new rows follow in the order of files and records.
/// A record whose content is known already adds no row.
struct RecordIntake {
  /// What one data record of a file came to.
  struct Line {
    let file: Int
    let place: RowPlace
    /// The table's row that says what the record says; -1 if it was rejected.
    let row: Int
    /// Whether another record stands for that row.
    let isRepeat: Bool
    let flags: [ProblemCode]
  }

  private(set) var table: RecordTable
  let settledCount: Int
  /// By file, drop and earlier cases alike.
  private(set) var accounts: [IntakeAccount] = []
  private(set) var lines: [Line] = []
  private(set) var rejects: [RejectedRecord] = []
  /// Rows that are no records, in the order of files and lines.
  private(set) var aside: [AsideRow] = []
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

  /// Reads all files, several at once, and puts them into the table in their order; linear in bytes.
  mutating func read(
    _ screening: Screening, asOf: Day, progress: @Sendable (Double) -> Void
  ) throws(Failure) {
    let total = Double(max(1, files.reduce(0) { $0 + $1.source.table.size }))
    let done = Mutex(0)
    let files = files
    let read = concurrently(files.count) { (number) throws(Failure) in
      try FileIntake(
        files[number], number: number, screening, asOf: asOf,
        coordinates: screening.workspace.configuration.coordinates
      ) { bytes in
        let all = done.withLock {
          $0 += bytes
          return $0
        }
        progress(Double(all) / total)
      }
    }
    for (number, result) in read.enumerated() { take(try result.get(), number: number) }
  }

  /// Puts one file's rows behind those there are, but for those that say nothing new.
  private mutating func take(_ file: FileIntake, number: Int) {
    var new: [Int] = []
    for line in file.lines {
      var own = line.row
      var isRepeat = false
      if line.row >= 0 {
        let content = file.table.content[line.row]
        if let known = rowOfContent[content].map(Int.init) {
          own = known
          // The first record of the drop that says what this quarter's earlier run took in is that
          // record; any other says it again.
          isRepeat = known >= settledCount || isClaimed[known]
          if known < settledCount { isClaimed[known] = true }
        } else {
          own = table.count + new.count
          rowOfContent[content] = Int32(own)
          new.append(line.row)
          origins.append((number, line.place.range))
        }
      }
      lines.append(
        Line(file: number, place: line.place, row: own, isRepeat: isRepeat, flags: line.flags))
    }
    table.append(new, of: file.table)
    accounts.append(file.account)
    rejects += file.rejects
    aside += file.aside
  }

  /// Sets aside what was taken in but is no lead: the rows stay in the table and are not recorded.
  mutating func setAside(_ chosen: [Int], _ code: ProblemCode) throws(Failure) {
    var raw = RawRows(files)
    for number in chosen {
      let old = lines[number]
      let source = files[old.file].source
      let bytes = try raw.bytes(ofFile: old.file, in: old.place.range)
      rejects.append(
        RejectedRecord(
          file: Int32(old.file),
          problem: Problem(
            code, file: source.table.shown, record: old.place.record, line: old.place.line),
          raw: ShownRow.text(of: bytes, in: source), verbatim: bytes))
      lines[number] = Line(
        file: old.file, place: old.place, row: -1, isRepeat: false,
        flags: FileIntake.distinct([code] + old.flags))
      accounts[old.file].withdrawn += 1
    }
  }
}

/// The bytes of rows as their files have them; one file is open at a time.
struct RawRows {
  private let files: [DropInputs.File]
  private var file = -1
  private var reading: ByteReading?

  init(_ files: [DropInputs.File]) { self.files = files }

  /// The bytes of a row of the file number `number`; throws if the file has changed meanwhile.
  mutating func bytes(ofFile number: Int, in range: Range<Int>) throws(Failure) -> [UInt8] {
    if number != file {
      reading = try files[number].source.table.openBytes()
      file = number
    }
    return try reading?.bytes(in: range) ?? []
  }
}
