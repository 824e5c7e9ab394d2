import Intake
import Vocabulary

/// One row as a reader gave it.
struct ReadRow: Equatable {
  let kind: RowKind
  let record: Int
  let line: Int
  let endLine: Int
  let range: Range<Int>
  let fields: [[UInt8]]
  let damage: ProblemCode?
  let flags: [ProblemCode]

  /// The row if its file began so many bytes later.
  func moved(by bytes: Int) -> ReadRow {
    ReadRow(
      kind: kind, record: record, line: line, endLine: endLine,
      range: range.lowerBound + bytes..<range.upperBound + bytes, fields: fields, damage: damage,
      flags: flags)
  }
}

/// A table read from its first row to its last.
struct ReadTable {
  let table: TextTable
  let rows: [ReadRow]
  let balance: RowBalance

  init(_ table: TextTable) throws(Failure) {
    self.table = table
    var reader = try table.reader()
    var rows: [ReadRow] = []
    while try reader.next() {
      let (fields, place) = (reader.fields, reader.place)
      for problem in reader.flags + [reader.damage].compactMap({ $0 }) {
        ProblemClaims.check(problem)
        claim(problem.file == table.shown && problem.line == place.line, "a problem elsewhere")
      }
      rows.append(
        ReadRow(
          kind: reader.kind, record: place.record, line: place.line, endLine: place.endLine,
          range: place.range,
          fields: (0..<fields.count).map { Array(fields.bytes[fields.range(of: $0)]) },
          damage: reader.damage?.code, flags: reader.flags.map(\.code)))
    }
    self.rows = rows
    balance = reader.balance
  }

  /// The table that these bytes are; `nil` if they are refused, as they may be.
  static func reading(_ bytes: [UInt8], profiles: ProfileLibrary = Known.profiles) -> ReadTable? {
    do throws(Failure) {
      return try ReadTable(TextTable(of: .memory(bytes, shown: "x.csv"), profiles: profiles))
    } catch {
      ProblemClaims.check(
        error, status: .unusableInput, lines: ProblemClaims.lines(of: bytes))
      return nil
    }
  }
}
