internal import Vocabulary

/// What matching reads of the records, settled rows first, the others in an order that only depends
/// on what they say: no choice depends on the order of files and rows.
///
/// A row here is a place in that order; `original` says which row of the record table it is. New rows
/// stand by city and by their party's name, so that what is compared lies together in memory, and of
/// one name by content. What is read of a few rows only stays where it is. About 70 bytes a row.
struct RankedRecords: Sendable {
  /// The records themselves, in the order in which they were taken in.
  let records: RecordTable
  /// By row, the row of `records`.
  let original: [Int32]
  let source: [SourceKind]
  let county: [Int32]
  let media: [MediumSet]
  /// By row, its coordinates' place in `points`; -1 where it has none, as most.
  private let pointOfRow: [Int32]
  private let points: [Point]
  /// By field, where its column starts in `columns`; -1 for one that is empty or read in passing.
  private let starts: [Int]
  private var columns: [TextID]

  /// The texts that matching reads more than once, or of which it compares the ids.
  private static let fields: [TextField] = [
    .partyName, .creditCode, .personID, .permitNumber, .registrationNumber, .organisationCode,
    .weakCode, .legalRepresentative, .place, .violation,
  ]

  /// Puts the rows in order and gathers their columns; O(rows · log rows).
  init(_ records: RecordTable, settledCount: Int) {
    self.records = records
    let order = RankedRecords.order(records, settledCount: settledCount)
    original = order
    source = order.map { records.source[Int($0)] }
    county = order.map { records.county[Int($0)] }
    media = order.map { records.media[Int($0)] }
    var points: [Point] = []
    points.reserveCapacity((0..<records.count).count { records.point($0) != nil })
    pointOfRow = order.map { row in
      guard let point = records.point(Int(row)) else { return -1 }
      points.append(point)
      return Int32(points.count - 1)
    }
    self.points = points
    var starts = [Int](repeating: -1, count: TextField.allCases.count)
    var columns: [TextID] = []
    columns.reserveCapacity(order.count * RankedRecords.fields.count)
    for field in RankedRecords.fields {
      let column = records.column(field)
      guard !column.isEmpty else { continue }
      starts[Int(field.rawValue)] = columns.count
      for row in order { columns.append(column[Int(row)]) }
    }
    self.starts = starts
    self.columns = columns
  }

  private static func order(_ records: RecordTable, settledCount: Int) -> [Int32] {
    let settled = min(settledCount, records.count)
    let names = records.column(.partyName)
    var byName = KeyedOrder()
    byName.reserve(records.count - settled)
    for row in settled..<records.count {
      let name = names.isEmpty ? 0 : records.texts.hash(of: names[row])
      byName.add(UInt64(records.county[row] / 100) << 32 | name, Int32(row))
    }
    byName.sort()
    let content = records.content
    var order = (0..<Int32(settled)).map { $0 }
    order.reserveCapacity(records.count)
    byName.forEachRun(of: 1) { rows in
      guard rows.count > 1 else { return order.append(rows[rows.startIndex]) }
      order += rows.sorted { (content[Int($0)], $0) < (content[Int($1)], $1) }
    }
    return order
  }

  var count: Int { original.count }

  /// All rows, first to last.
  var rows: Range<Int32> { 0..<Int32(count) }

  var texts: TextPool { records.texts }

  /// The text of a field; `missing` is unknown.
  @inline(__always)
  func text(_ field: TextField, _ row: Int) -> TextID {
    let start = starts[Int(field.rawValue)]
    return start < 0 ? records.text(field, originalRow(row)) : columns[start + row]
  }

  /// Calls `body` with every row and its text of a field, texts brought near a few at a time.
  @inline(__always)
  func forEachText(_ field: TextField, _ body: (_ row: Int, _ text: TextID) -> Void) {
    forEachFew(field) { first, texts in
      for (offset, text) in texts.enumerated() { body(first + offset, text) }
    }
  }

  /// Calls `body` with the texts of 32 rows after one another and the first of these rows, texts
  /// brought near.
  @inline(__always)
  func forEachFew(_ field: TextField, _ body: (_ first: Int, _ texts: ArraySlice<TextID>) -> Void) {
    let start = starts[Int(field.rawValue)]
    for first in stride(from: 0, to: count, by: 32) {
      let rows = first..<min(first + 32, count)
      guard start >= 0 else {
        body(first, rows.map { text(field, $0) }[...])
        continue
      }
      let texts = columns[start + rows.lowerBound..<start + rows.upperBound]
      records.texts.bringNear(texts)
      body(first, texts)
    }
  }

  /// Makes the text of a field unknown.
  mutating func mask(_ field: TextField, _ row: Int) {
    let start = starts[Int(field.rawValue)]
    if start >= 0 { columns[start + row] = .missing }
  }

  /// The text itself; empty when missing.
  func string(_ field: TextField, _ row: Int) -> String { texts.string(text(field, row)) }

  /// The identity of what the record says.
  func content(_ row: Int) -> ContentHash { records.content[originalRow(row)] }

  /// The day of a field; `nil` is unknown.
  func day(_ field: DayField, _ row: Int) -> Day? { records.day(field, Int(original[row])) }

  /// The coordinates; `nil` is unknown.
  func point(_ row: Int) -> Point? {
    pointOfRow[row] < 0 ? nil : points[Int(pointOfRow[row])]
  }

  /// Whether the row has coordinates.
  func hasPoint(_ row: Int) -> Bool { pointOfRow[row] >= 0 }

  /// The row of `records` that a row here is.
  func originalRow(_ row: Int) -> Int { Int(original[row]) }

  /// Values by row of `records`, by row here.
  func gathered(_ values: [Int32]) -> [Int32] { original.map { values[Int($0)] } }

  /// Values by row here, by row of `records`.
  func byOriginalRow(_ values: [Int32]) -> [Int32] {
    var result = values
    for (place, row) in original.enumerated() { result[Int(row)] = values[place] }
    return result
  }

  /// What is equal between two rows, in words.
  func evidence(_ rule: JoinRule, _ left: Int, _ right: Int) -> String {
    JoinEvidence.text(rule, records, originalRow(left), originalRow(right))
  }

  /// The record's name in every output.
  func name(_ row: Int) -> String { records.name(Int(original[row])) }
}
