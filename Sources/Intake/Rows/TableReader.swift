package import Vocabulary

/// One reading of a table from its first row to its last.
///
/// Every row that is not blank comes out once, with its kind; `balance` then accounts for every line
/// and byte. Memory does not grow with rows.
package struct TableReader {
  /// The fields of the row, by column.
  ///
  /// Those a row lacks at its end read as empty, empty ones it has beyond the columns stay. Where
  /// there is a `damage` they are of no use but to be looked at.
  package private(set) var fields = RowFields()
  package private(set) var place = RowPlace(record: 0, line: 0, endLine: 0, range: 0..<0)
  package private(set) var kind = RowKind.blank
  /// Why a record cannot be used: its structure is broken.
  package private(set) var damage: Problem?
  /// What a record has lost or what was repaired; it stands all the same.
  package private(set) var flags: [Problem] = []
  /// The rows up to the one at hand.
  package private(set) var balance = RowBalance()

  private let table: TextTable
  private var rows: RecordReader
  private var number = 0

  init(_ table: TextTable, pieceSize: Int = IntakeLimits.pieceBytes) throws(Failure) {
    self.table = table
    let reading = try table.source.open()
    rows = RecordReader(
      reading, table.encodingDecision, table.dialect, from: table.bodyStart,
      after: table.linesBeforeBody, pieceSize: pieceSize)
    rows.width = table.titles.count
    if table.bodyStart > 0 {
      balance.add(.mark, lines: table.linesBeforeBody, bytes: table.bodyStart)
    }
  }

  /// Goes to the next row that is not blank; `false` at the end of the table.
  package mutating func next() throws(Failure) -> Bool {
    while let row = try rows.next(&fields) {
      let lines = row.endLine - row.line + 1
      if row.isBlank {
        balance.add(.blank, lines: lines, bytes: row.range.count)
        continue
      }
      kind = kind(of: row)
      balance.add(kind, lines: lines, bytes: row.range.count)
      place = RowPlace(
        record: kind == .record ? balance[.record].rows : 0, line: row.line, endLine: row.endLine,
        range: row.range)
      number += 1
      if !flags.isEmpty { flags.removeAll() }
      if damage != nil { damage = nil }
      if kind == .record, !row.isSound || fields.count != table.shape.width {
        damage = damage(of: row)
        if damage == nil { noteFlags(row) }
      }
      return true
    }
    return false
  }

  private func kind(of row: RecordReader.Row) -> RowKind {
    if number < table.layout.kinds.count { return table.layout.kinds[number] }
    guard row.fault == nil else { return .record }
    return table.aside.kind(of: fields) ?? .record
  }

  private func damage(of row: RecordReader.Row) -> Problem? {
    if let fault = row.fault { return problem(fault) }
    let fit = row.isTooWide ? .wrong : table.shape.fit(fields)
    switch fit {
    case .exact, .lacksTail, .hasEmptyTail: return nil
    case .fused, .wrong:
      let (found, expected) = (fields.count, table.titles.count)
      let more =
        row.isTooWide ? (zh: "超过 ", en: "more than ") : (zh: "", en: "")
      return problem(
        fit == .fused ? .fusedRows : .wrongFieldCount,
        detail: Wording(
          zh: "\(more.zh)\(found) 栏，表头 \(expected) 列",
          en: "\(more.en)\(found) fields, \(expected) columns"))
    }
  }

  private mutating func noteFlags(_ row: RecordReader.Row) {
    for lost in row.lost { flags.append(problem(lost.code, column: lost.column)) }
    if let repair = row.repair {
      flags.append(
        problem(
          repair,
          detail: Wording(
            zh: "只有一种读法，引号按文字保留", en: "there is one reading only; the marks are kept as text")))
    }
    if row.hasBareReturn { flags.append(problem(.bareReturn)) }
    if fields.count < table.titles.count {
      let missing = table.titles.count - fields.count
      flags.append(
        problem(
          .missingTail,
          detail: Wording(zh: "补 \(missing) 列", en: "\(missing) columns filled in")))
    }
  }

  private func problem(_ code: ProblemCode, column: Int? = nil, detail: Wording? = nil) -> Problem {
    let titles = table.titles
    let title = column.flatMap { titles.indices.contains($0) ? titles[$0] : nil }
    return Problem(
      code, file: table.shown, record: place.record, line: place.line, column: title,
      detail: detail)
  }
}
