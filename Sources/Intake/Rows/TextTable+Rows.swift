package import Vocabulary

extension TextTable {
  /// Reads the data records in their order and hands each to `body`.
  ///
  /// Every row that is not blank is one record. The problem is there when its structure is broken:
  /// a wrong number of fields, a stray or open quote, a broken or control character, a row above
  /// the limits, or the header again; its fields are then of no use. Otherwise field `n` belongs to
  /// title `n`: trailing fields a row lacks read as empty, empty ones it has beyond the columns
  /// stay. Memory does not grow with rows.
  @discardableResult
  package func rows<Stop: Error>(
    _ body: (inout RowFields, RowPlace, Problem?) throws(Stop) -> Void
  ) throws(Stop) -> RowCounts {
    var reader = RecordReader(text, delimiter: delimiter, terminator: terminator)
    var places = FilePlaces(text)
    var counts = RowCounts()
    if let first = reader.next() { places.pass(first.range.upperBound) }
    reader.width = titles.count
    while let record = reader.next() {
      counts.records += 1
      let place = places.place(of: record, record: counts.records)
      let problem = problem(of: record, reader.row, place)
      if problem != nil { counts.rejected += 1 }
      try body(&reader.row.fields, place, problem)
    }
    counts.blankRows = reader.blankRows
    return counts
  }

  /// A record as text, cut at `limit` bytes, for messages and rejects.csv.
  ///
  /// Bytes that are no characters come out as U+FFFD; what goes back to the sender is
  /// `RejectedRows`, not this.
  package func rawText(_ place: RowPlace, limit: Int = 64 * 1024) -> String {
    let end = min(place.range.upperBound, place.range.lowerBound + limit)
    let raw = bytes[place.range.lowerBound..<end]
    switch encoding {
    case .utf8, .utf8BOM: return String(decoding: raw, as: UTF8.self)
    case .utf16LE, .utf16BE:
      let units = stride(from: raw.startIndex, to: raw.endIndex - 1, by: 2).map {
        encoding == .utf16LE
          ? UInt16(raw[$0 + 1]) << 8 | UInt16(raw[$0]) : UInt16(raw[$0]) << 8 | UInt16(raw[$0 + 1])
      }
      return String(decoding: units, as: UTF16.self)
    case .gb18030: return GB18030.repaired(Array(raw))
    }
  }

  private func problem(
    of record: RecordReader.Record, _ row: RowReceiver, _ place: RowPlace
  ) -> Problem? {
    if let code = record.fault {
      return problem(code, place)
    }
    if row.isTooWide || !shape.fits(row.fields) {
      let (found, expected) = (row.fields.count, titles.count)
      let more = row.isTooWide ? (zh: "超过 ", en: "more than ") : (zh: "", en: "")
      return problem(
        .wrongFieldCount, place,
        detail: Wording(
          zh: "\(more.zh)\(found) 栏，表头 \(expected) 列",
          en: "\(more.en)\(found) fields, \(expected) columns"))
    }
    if let fault = row.fault {
      return problem(fault.kind.code, place, column: fault.column)
    }
    if row.fields.count == headerFields.count, row.fields.bytes == headerFields.bytes {
      return problem(.repeatedHeader, place)
    }
    return nil
  }

  private func problem(
    _ code: ProblemCode, _ place: RowPlace, column: Int? = nil, detail: Wording? = nil
  ) -> Problem {
    let title = column.flatMap { titles.indices.contains($0) ? titles[$0] : nil }
    return Problem(
      code, file: shown, record: place.record, line: place.line, column: title, detail: detail)
  }
}

extension FieldDecoder.Fault {
  var code: ProblemCode {
    switch self {
    case .brokenCharacter: .brokenCharacter
    case .controlCharacter: .controlCharacter
    }
  }
}
