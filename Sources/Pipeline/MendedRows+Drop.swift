internal import Intake
internal import Normalise
internal import Vocabulary

extension MendedRows {
  /// The rejected rows of a drop in the order of `intake.rejects`, against the records of the drop.
  ///
  /// Costs nothing without rejected rows, else a look at every record.
  init(_ intake: RecordIntake, asOf: Day) {
    let rejected = intake.rejects.map { reject in
      MendedRows.rejected(reject, in: intake.files[Int(reject.file)].source, asOf: asOf)
    }
    let kinds = Set(rejected.flatMap(\.keys).joined().map(\.kind))
    var accepted: [Accepted] = []
    if !kinds.isEmpty {
      var isSeen = [Bool](repeating: false, count: intake.table.count)
      for line in intake.lines where line.row >= 0 && !isSeen[line.row] {
        guard kinds.contains(intake.table.source[line.row]) else { continue }
        isSeen[line.row] = true
        guard let key = Key(intake.table, line.row) else { continue }
        let path = intake.files[line.file].source.table.shown
        accepted.append(
          Accepted(file: line.file, key: key, name: "\(path)#\(line.place.record)"))
      }
    }
    self.init(rejected, accepted: accepted)
  }

  /// The keys a rejected row may have.
  ///
  /// A row whose fields are whole has its key where the key's column is. One with broken fields is
  /// cut at every delimiter and counted from the front and from the back; where it takes up several
  /// lines, each must be a record of its own that has come back.
  private static func rejected(
    _ reject: RejectedRecord, in source: SourceFile, asOf: Day
  ) -> Rejected {
    let file = Int(reject.file)
    let columns = KeyColumns(source)
    let text = source.table.encoding.text(reject.verbatim[...])
    let delimiter = Character(source.table.dialect.delimiter.rawValue)
    guard reject.problem.code.rawValue.hasPrefix("E2") else {
      let cells = DelimitedText.cells(
        of: text, by: delimiter, quote: source.table.dialect.quote.rawValue.first)
      return Rejected(
        file: file, keys: [columns.key(in: cells, movedBy: 0, asOf).map { [$0] } ?? []])
    }
    let lines = text.split(whereSeparator: \.isNewline)
    let keys = lines.map { line in
      let cells = DelimitedText.roughCells(of: String(line), by: delimiter)
      let front = columns.key(in: cells, movedBy: 0, asOf)
      let back = columns.key(in: cells, movedBy: cells.count - columns.width, asOf)
      return [front, lines.count == 1 ? back : nil].compactMap { $0 }
    }
    return Rejected(file: file, keys: keys)
  }

  /// Where a file has what its records are known by.
  private struct KeyColumns {
    let kind: SourceKind
    let width: Int
    private let number: Int?
    private let party: Int?
    private let report: Int?

    init(_ source: SourceFile) {
      kind = source.profile.kind
      width = source.table.titles.count
      func index(_ field: Field) -> Int? { source.columns.first { $0.field == field }?.index }
      number = index(.text(kind == .penalty ? .documentNumber : .recordNumber))
      party = index(.text(.partyName))
      report = index(.day(.discovery))
    }

    /// The key of a row whose columns stand `offset` cells behind their place.
    func key(in cells: [String], movedBy offset: Int, _ asOf: Day) -> Key? {
      func cell(_ column: Int?) -> String? {
        column.flatMap { cells.indices.contains($0 + offset) ? cells[$0 + offset] : nil }
      }
      guard let number = cell(number) else { return nil }
      let day = cell(report).map { Array($0.utf8) }
      return Key(
        kind, number: number, party: cell(party) ?? "",
        report: day.flatMap { readDay($0.span, asOf: asOf).usable })
    }
  }
}
