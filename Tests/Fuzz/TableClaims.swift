import Intake
import Normalise
import Vocabulary

/// What holds of every file, read as a table: encoding, dialect, header, rows, profile, values.
enum TableClaims {
  static func check(_ bytes: [UInt8]) {
    if let read = ReadTable.reading(bytes) {
      checkBalance(read, bytes)
      var before = 0
      for row in read.rows {
        claim(row.range.lowerBound >= before, "rows overlap")
        checkBlank(bytes[before..<row.range.lowerBound], read.table)
        before = row.range.upperBound
        checkFields(row, bytes, read.table)
      }
      checkBlank(bytes[before...], read.table)
      checkRejects(read, bytes)
      checkSource(read)
    }
    // Few inputs, for each takes as long as a hundred others.
    if bytes.reduce(UInt8(0), { $0 &* 31 &+ $1 }) == 0 { PieceClaims.check(bytes) }
  }

  /// Every byte and every line belongs to one kind of row, and records are counted.
  private static func checkBalance(_ read: ReadTable, _ bytes: [UInt8]) {
    claim(read.balance.bytes == bytes.count, "\(read.balance.bytes) of \(bytes.count) bytes")
    let records = read.rows.filter { $0.kind == .record }.map(\.record)
    claim(records == Array(1..<records.count + 1), "records are not counted one by one")
    claim(read.balance[.record].rows == records.count, "records of the balance")
    if let lines = lineCount(bytes, read.table) {
      claim(read.balance.lines == lines, "\(read.balance.lines) of \(lines) lines")
    }
    claim((1...IntakeLimits.columns).contains(read.table.titles.count), "columns")
  }

  /// The physical lines, counted simply; `nil` for pairs of bytes.
  private static func lineCount(_ bytes: [UInt8], _ table: TextTable) -> Int? {
    guard table.encoding != .utf16LE, table.encoding != .utf16BE else { return nil }
    let text = bytes[table.encodingDecision.markLength...]
    let ends: Int
    if table.dialect.lineEnding == .cr {
      ends = text.count { $0 == 0x0D }
    } else if table.dialect.returnsEndRows {
      ends = zip(text, text.dropFirst() + [0]).count { $0 == 0x0A || $0 == 0x0D && $1 != 0x0A }
    } else {
      ends = text.count { $0 == 0x0A }
    }
    let lastEnds: [UInt8] =
      table.dialect.lineEnding == .cr
      ? [0x0D] : table.dialect.returnsEndRows ? [0x0A, 0x0D] : [0x0A]
    let isLastOpen = text.last.map { !lastEnds.contains($0) } ?? false
    // A mark without a `sep=` line has no line of its own.
    return ends + (isLastOpen ? 1 : 0)
  }

  /// What lies between two rows says nothing; the first of it is the mark and the `sep=` line.
  private static func checkBlank(_ between: ArraySlice<UInt8>, _ table: TextTable) {
    let isPaired = table.encoding == .utf16LE || table.encoding == .utf16BE
    var text = between
    if between.startIndex == 0 {
      text = text.dropFirst(table.encodingDecision.markLength)
      let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
      let letters = line.filter { $0 != 0 }.map { $0 | 0x20 }
      if letters.starts(with: "sep=".utf8) { text = text.dropFirst(line.count) }
    }
    let blank: [UInt8] = [
      0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27, 0x5C, table.dialect.delimiter.byte,
    ]
    for byte in text {
      claim(blank.contains(byte) || isPaired && byte == 0, "a byte that says something is skipped")
    }
  }

  /// Fields are UTF-8 without control characters, and nothing in them is made up.
  private static func checkFields(_ row: ReadRow, _ bytes: [UInt8], _ table: TextTable) {
    claim(row.line <= row.endLine && row.line > 0, "lines of a row")
    claim(row.fields.count <= IntakeLimits.columns, "too many fields")
    let raw = Array(bytes[row.range])
    for field in row.fields {
      claim(field.isUTF8, "a field that is no UTF-8")
      let isClean = field.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [9, 10, 13].contains($0) }
      claim(isClean, "a control character in a field")
      guard field.holds([0xEF, 0xBF, 0xBD]) else { continue }
      let replacement: [UInt8] =
        switch table.encoding {
        case .utf8, .utf8BOM: [0xEF, 0xBF, 0xBD]
        case .gb18030: [0x84, 0x31, 0xA4, 0x37]
        case .utf16LE: [0xFD, 0xFF]
        case .utf16BE: [0xFF, 0xFD]
        }
      claim(raw.holds(replacement), "U+FFFD is made up")
    }
    let text = row.fields.reduce(0) { $0 + $1.count }
    claim(text <= 2 * raw.count, "more text in the fields than in the row")
  }

  /// The file that goes back has the bytes of its rows and no others.
  private static func checkRejects(_ read: ReadTable, _ bytes: [UInt8]) {
    let damaged = read.rows.filter { $0.damage != nil }
    guard !damaged.isEmpty else { return }
    let places = damaged.map {
      RowPlace(record: $0.record, line: $0.line, endLine: $0.endLine, range: $0.range)
    }
    do throws(Failure) {
      let head = try RejectedRows.head(of: read.table)
      let file = try RejectedRows.file(of: read.table, places: places)
      claim(
        file == head + damaged.flatMap { bytes[$0.range] }, "rejected rows are not as they were")
    } catch {
      fatalError("rejected rows cannot be read again")
    }
  }

  /// Where a profile fits, each column has at most one meaning; its rows are then read by it.
  private static func checkSource(_ read: ReadTable) {
    let source: SourceFile
    do throws(Failure) {
      source = try SourceFile(read.table, profiles: Known.profiles)
    } catch {
      ProblemClaims.check(error, status: .unusableInput, lines: .max)
      return
    }
    let columns = source.columns.map(\.index)
    claim((columns + source.unmapped).sorted() == Array(read.table.titles.indices), "columns")
    claim(Set(source.columns.map(\.field)).count == columns.count, "a field of two columns")
    let normaliser = RecordNormaliser(
      columns: source.columns, gazetteer: Known.gazetteer, datum: source.profile.datum,
      asOf: Known.asOf)
    var rows: [[[UInt8]]] = []
    var hasher = ContentHasher(kind: source.profile.kind, titles: read.table.titles)
    for row in read.rows where row.kind == .record && row.damage == nil {
      rows.append(row.fields)
      let fields = RowFields(row.fields)
      claim(hasher.hash(of: fields) == hasher.hash(of: fields), "a hash that changes")
    }
    RowClaims.check(rows, normaliser, kind: source.profile.kind)
  }
}
