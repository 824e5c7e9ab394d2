internal import Vocabulary

/// The first rows of a source, among which the header stands.
struct LeadingRows {
  struct Row {
    /// Cut where they are too long for titles, so that looking for the header stays cheap.
    let fields: [String]
    let place: RowPlace
    /// Why the row would be of no use as a header, and the column where that is known.
    let fault: (code: ProblemCode, column: Int?)?
  }

  /// The first rows that are not blank, at least one.
  let rows: [Row]
  /// By row that is not blank, the first and the later ones of the sample: which fields are filled.
  private var filledByRow: [[Bool]] = []

  init(_ source: ByteSource, _ survey: TextSurvey) throws(Failure) {
    var reader = RecordReader(
      try source.open(), survey.encoding, survey.dialect, from: survey.bodyStart,
      after: survey.linesBeforeBody)
    reader.width = survey.dialect.usualWidth
    var rows: [Row] = []
    var fields = RowFields()
    while filledByRow.count < IntakeLimits.leadingRows + IntakeLimits.sampledRecords,
      let row = try reader.next(&fields)
    {
      if row.isBlank { continue }
      if rows.isEmpty, row.isTooWide || row.fault == .rowTooLong {
        let limit = IntakeLimits.columns
        throw Failure(
          .unusableInput, .rowTooLong, file: source.shown, line: row.line,
          detail: row.isTooWide
            ? Wording(zh: "超过 \(limit) 列", en: "more than \(limit) columns") : nil)
      }
      let lost = row.lost.first.map { ($0.code, Optional($0.column)) }
      filledByRow.append((0..<fields.count).map { !fields.range(of: $0).isEmpty })
      if rows.count < IntakeLimits.leadingRows {
        rows.append(
          Row(
            fields: (0..<fields.count).map { LeadingRows.title(fields, $0) },
            place: RowPlace(record: 0, line: row.line, endLine: row.endLine, range: row.range),
            fault: row.fault.map { ($0, nil) } ?? (row.isTooWide ? (.rowTooLong, nil) : lost)))
      }
    }
    guard !rows.isEmpty else { throw Failure(.unusableInput, .emptyFile, file: source.shown) }
    self.rows = rows
  }

  /// A field with no more than the first bytes above the limit of titles.
  private static func title(_ row: RowFields, _ field: Int) -> String {
    let bytes = row.bytes[row.range(of: field)]
    var end = bytes.startIndex + min(bytes.count, IntakeLimits.titleBytes + 4)
    // Between two characters.
    while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// Which columns have a value in any sampled row from that one on.
  func filled(from first: Int) -> [Bool] {
    var filled: [Bool] = []
    for row in filledByRow.dropFirst(first) {
      while filled.count < row.count { filled.append(false) }
      for (column, isFilled) in row.enumerated() where isFilled { filled[column] = true }
    }
    return filled
  }
}
