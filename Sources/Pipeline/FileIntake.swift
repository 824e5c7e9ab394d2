internal import Geography
internal import Intake
internal import Normalise
internal import Reports
internal import Vocabulary

/// One file of a drop as typed rows, read on its own, with an account of every row.
struct FileIntake: Sendable {
  /// What one data record of the file came to.
  struct Line: Sendable {
    let place: RowPlace
    /// The row of `table` that holds it; -1 if it was rejected.
    let row: Int
    let flags: [ProblemCode]
  }

  private(set) var table = RecordTable()
  private(set) var lines: [Line] = []
  private(set) var rejects: [RejectedRecord] = []
  private(set) var aside: [AsideRow] = []
  private(set) var account: IntakeAccount
  private let coordinates: CoordinateRules

  /// Reads the file number `number` of a run; one pass, linear in its bytes.
  ///
  /// `progress` hears from time to time how many bytes were read since it was last told. Throws if
  /// the file cannot be read or has changed since it was understood.
  init(
    _ file: DropInputs.File, number: Int, _ screening: Screening, asOf: Day,
    coordinates: CoordinateRules, progress: (Int) -> Void
  ) throws(Failure) {
    let source = file.source
    self.coordinates = coordinates
    account = try FileIntake.account(of: file)
    var normaliser = RecordNormaliser(
      columns: source.columns, gazetteer: screening.gazetteer, datum: source.profile.datum,
      zone: source.profile.zone, coordinates: coordinates, asOf: asOf)
    var hasher = ContentHasher(kind: source.profile.kind, titles: source.table.titles)
    let path = table.fileNumber(of: source.table.shown)
    let bytes = try source.table.openBytes()
    var reader = try source.table.reader()
    var told = 0
    while try reader.next() {
      let place = reader.place
      if place.range.upperBound - told > 1 << 20 {
        progress(place.range.upperBound - told)
        told = place.range.upperBound
      }
      guard reader.kind == .record else {
        if reader.kind.asideCode != nil {
          let raw = try bytes.bytes(in: place.range)
          aside.append(
            AsideRow(
              file: Int32(number), kind: reader.kind, line: Int32(place.line),
              text: ShownRow.text(of: raw, in: source)))
        }
        continue
      }
      account.records += 1
      if let damage = reader.damage {
        try reject(damage, source, number: number, place, bytes)
        continue
      }
      let row = table.append(
        file: path, record: place.record, line: place.line, source: source.profile.kind,
        content: hasher.hash(of: reader.fields))
      let found = normaliser.normalise(reader.fields, row: row, into: &table)
      if let rejecting = found.rejecting {
        table.removeLast()
        // A required value that was lost with a broken character is told by what broke it.
        let cause = reader.flags.first {
          rejecting.code == .requiredValueMissing && $0.column == rejecting.column
            && rejecting.column != nil
        }
        try reject(cause ?? rejecting, source, number: number, place, bytes)
        continue
      }
      take(row, flags: reader.flags.map(\.code), found.flags.map(\.code), place)
    }
    account.balance = reader.balance
    progress(source.table.size - told)
  }

  /// Keeps a row with what is to be said about it.
  private mutating func take(
    _ row: Int, flags structure: [ProblemCode], _ values: [ProblemCode], _ place: RowPlace
  ) {
    if structure.contains(.missingTail) { account.repaired += 1 }
    let flags = FileIntake.distinct(structure + values)
    if flags.contains(where: { $0 != .missingTail }) { account.flagged += 1 }
    if let point = table.point(row) { table.setPoint(row, point.stated(by: coordinates)) }
    lines.append(Line(place: place, row: row, flags: flags))
  }

  private mutating func reject(
    _ problem: Problem, _ source: SourceFile, number: Int, _ place: RowPlace,
    _ bytes: ByteReading
  ) throws(Failure) {
    var problem = problem
    problem.file = source.table.shown
    problem.record = place.record
    problem.line = place.line
    let raw = try bytes.bytes(in: place.range)
    problem.value = problem.value.map(ShownRow.reporters(of: raw, in: source).masked)
    rejects.append(
      RejectedRecord(
        file: Int32(number), problem: problem, raw: ShownRow.text(of: raw, in: source),
        verbatim: raw))
    lines.append(Line(place: place, row: -1, flags: [problem.code]))
  }

  static func distinct(_ codes: [ProblemCode]) -> [ProblemCode] {
    if codes.count < 2 { return codes }
    var seen: [ProblemCode] = []
    for code in codes where !seen.contains(code) { seen.append(code) }
    return seen
  }

  private static func account(of file: DropInputs.File) throws(Failure) -> IntakeAccount {
    let table = file.source.table
    return IntakeAccount(
      path: table.shown, sha256: table.sha256, bytes: table.size,
      encoding: table.encoding.rawValue, delimiter: table.dialect.delimiter.rawValue,
      quote: table.dialect.quote.rawValue, lineEnding: table.dialect.lineEnding.rawValue,
      profile: file.source.profile.id,
      kind: file.source.profile.kind, isHistory: file.isHistory,
      columns: file.source.columns.map { "\($0.title)=\($0.field.name)" },
      unmapped: file.source.unmapped.map { table.titles[$0] },
      header: try RejectedRows.head(of: table),
      reasons: [table.encodingDecision.reason.zh, table.dialect.reason.zh])
  }
}
