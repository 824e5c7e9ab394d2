internal import Vocabulary

/// A column of the table of source records after `id` and `run`.
///
/// One for every canonical field that holds a value of its own, named as profiles name the field;
/// `coordinates` and `identity_number` become other fields while they are read.
enum RecordColumn: Equatable {
  case file, record, line, kind, lead, obligor, contentHash
  case text(TextField)
  case day(DayField)
  case amount(AmountField)
  case truth(TruthField)
  case choice(ChoiceField)
  case point(PointColumn)
  case county, media, channels, raw

  /// The column's name in the database.
  var name: String {
    switch self {
    case .file: "file"
    case .record: "record"
    case .line: "line"
    case .kind: "kind"
    case .lead: "lead"
    case .obligor: "obligor"
    case .contentHash: "contentHash"
    case .text(let field): field.name
    case .day(let field): field.name
    case .amount(let field): field.name
    case .truth(let field): field.name
    case .choice(let field): field.name
    case .county: "county"
    case .point(let column): column.rawValue
    case .media: "media"
    case .channels: "channels"
    case .raw: "raw"
    }
  }

  /// The columns that hold what a record says.
  static let fields: [RecordColumn] =
    TextField.allCases.map(RecordColumn.text) + DayField.allCases.map(RecordColumn.day)
    + AmountField.allCases.map(RecordColumn.amount) + TruthField.allCases.map(RecordColumn.truth)
    + ChoiceField.allCases.map(RecordColumn.choice)
    + PointColumn.allCases.map(RecordColumn.point) + [.county, .media, .channels]

  /// Every column the program writes.
  static let all: [RecordColumn] =
    [.file, .record, .line, .kind, .lead, .obligor, .contentHash] + fields + [.raw]

  /// The columns in the order the database stores them, `id` and `run` left out.
  static func stored(on connection: LedgerConnection) throws(Failure) -> [RecordColumn] {
    let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    let names = try SealedTable.sourceRecord.columns(on: connection).dropFirst(2)
    let columns = names.compactMap { byName[$0] }
    guard columns.count == names.count, columns.count == all.count else {
      throw Failure(.unusableInput, .ledgerDamaged, file: connection.shown)
    }
    return columns
  }
}

extension RecordTable {
  /// Puts the value of a field column of one row; false for a column that is no field.
  func put(_ column: RecordColumn, of row: Int, into sealed: inout SealedRow) -> Bool {
    switch column {
    case .text(let field):
      let id = text(field, row)
      if id.isMissing { sealed.skip() } else { sealed.put(text: texts.bytes(of: id)) }
    case .day(let field): sealed.put(day(field, row).map { Int64($0.number) })
    case .amount(let field): sealed.put(amount(field, row)?.fen)
    case .truth(let field):
      let truth = truth(field, row)
      sealed.put(truth == .unknown ? nil : Int64(truth.rawValue))
    case .choice(let field): sealed.put(choice(field, row).map { Int64($0) })
    case .county: sealed.put(county[row] == 0 ? nil : Int64(county[row]))
    case .point(let column):
      let unusable: PointColumn.Value =
        column == .frame && hasUnusablePlace(row)
        ? .integer(PointColumn.unusableFrame) : .missing
      switch point(row).map(column.value) ?? unusable {
      case .real(let value): sealed.put(real: value)
      case .integer(let value): sealed.put(value)
      case .missing: sealed.skip()
      }
    case .media: sealed.put(media[row].isEmpty ? nil : Int64(media[row].bits))
    case .channels: sealed.put(channels[row].isEmpty ? nil : Int64(channels[row].bits))
    case .file, .record, .line, .kind, .lead, .obligor, .contentHash, .raw: return false
    }
    return true
  }

  /// Sets what `query` reads as the field columns of a row, unknown where there is no value.
  ///
  /// False for a value that no field takes.
  mutating func readFields(of row: Int, from query: inout Query) -> Bool {
    var stored = StoredPoint()
    setChannels(row, ChannelSet())
    for column in RecordColumn.fields where !query.skipMissing() {
      switch column {
      case .text(let field): set(field, row, query.intern(into: &texts))
      case .day(let field):
        set(field, row, Day(number: Int32(truncatingIfNeeded: query.integer())))
      case .amount(let field): set(field, row, Money(fen: query.integer()))
      case .truth(let field):
        guard let truth = UInt8(exactly: query.integer()).flatMap(Truth.init) else { return false }
        set(field, row, truth)
      case .choice(let field):
        guard let raw = UInt8(exactly: query.integer()) else { return false }
        set(field, row, raw)
      case .county:
        guard let code = DivisionCode(number: Int(query.integer())) else { return false }
        setDivision(row, code)
      case .point(let column):
        guard stored.take(column, from: &query) else { return false }
      case .media: setMedia(row, MediumSet(bits: UInt32(truncatingIfNeeded: query.integer())))
      case .channels:
        setChannels(row, ChannelSet(bits: UInt32(truncatingIfNeeded: query.integer())))
      case .file, .record, .line, .kind, .lead, .obligor, .contentHash, .raw: return false
      }
    }
    if let point = stored.point(choice(.datum, row).flatMap(Datum.init)) { setPoint(row, point) }
    if stored.isUnusable { setUnusablePlace(row) }
    return true
  }
}
