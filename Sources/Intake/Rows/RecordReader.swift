internal import Vocabulary

/// Reads a source row by row, with the place of each.
///
/// A line without quotes is split as it is; only others go through libcsv. When a quoted field does
/// not close, or closes in a way that shows it swallowed other rows, that line is read by itself and
/// reading goes on with the next: one lost quote costs one row at most. Every line is
/// parsed at most twice, for a line can leave a quote open only with an odd number of quotes, and the
/// next such line ends the attempt.
struct RecordReader {
  /// Where a row lies in the source.
  struct Row {
    let range: Range<Int>
    let line: Int
    let endLine: Int
    /// Why the row has no fields; `nil` if it has.
    var fault: ProblemCode?
    /// Fields that could not be used; they are empty.
    var lost: [LostField] = []
    /// Whether there are more fields than any table may have; those beyond are dropped.
    var isTooWide = false
    /// Whether no field holds anything.
    var isBlank = false
    /// Whether a carriage return stands in it outside quotes.
    var hasBareReturn = false
    /// What was wrong with its quotes before they were read in the one way they can be.
    var repair: ProblemCode?

    /// Whether there is nothing to say of it but its width.
    var isSound: Bool {
      fault == nil && repair == nil && !isTooWide && !hasBareReturn && lost.isEmpty
    }
  }

  /// The number of columns once the header is known; tells swallowed rows from quoted line breaks.
  var width: Int?

  private var lines: LineReader
  private var text: LineText
  private let delimiter: UInt8
  private let quote: UInt8?
  private let parser: CSVParser
  private var received: RowReceiver

  /// Begins at the byte `start`, which is of the line after line `number`.
  init(
    _ reading: ByteReading, _ encoding: EncodingDecision, _ dialect: Dialect,
    from start: Int, after number: Int = 0, pieceSize: Int = IntakeLimits.pieceBytes
  ) {
    text = LineText(encoding.encoding, dialect)
    lines = LineReader(
      reading, from: start, number: number, end: dialect.lineEnd, unit: encoding.encoding.unit,
      pieceSize: pieceSize)
    delimiter = dialect.delimiter.byte
    quote = dialect.quote.byte
    parser = CSVParser(delimiter: delimiter, quote: quote)
    received = RowReceiver(
      FieldDecoder(
        isGB18030: encoding.encoding == .gb18030 && !text.isDecodedFirst,
        isWhole: encoding.isWhole || text.isDecodedFirst))
  }

  /// Reads the next row into `fields`, whose buffers are used again; `nil` at the end of the source.
  mutating func next(_ fields: inout RowFields) throws(Failure) -> Row? {
    guard var row = try read() else { return nil }
    row.lost = received.lost
    row.isTooWide = received.isTooWide
    row.isBlank =
      row.fault == nil && row.lost.isEmpty && !row.isTooWide && received.fields.isBlank
    swap(&received.fields, &fields)
    return row
  }

  private mutating func read() throws(Failure) -> Row? {
    guard try lines.next() else { return nil }
    received.begin()
    if lines.isTooLong { return row(.rowTooLong) }
    guard text.take(lines.window, lines.content) else { return row(.brokenCharacter) }
    let (bytes, range) = line
    let traits = LineTraits(bytes.span.extracting(range), quote: quote)
    // Only libcsv watches over the length of fields.
    let isShort = range.count <= IntakeLimits.fieldBytes
    if isShort, !traits.hasQuote, !traits.hasControl, takePlain(isASCII: traits.isASCII) {
      return row()
    }
    let hasBareReturn =
      traits.hasControl && hasReturn(bytes.span.extracting(range), outside: quote)
    switch feed() {
    case .complete: return row(hasBareReturn: hasBareReturn)
    case .strayQuote: return repaired(.strayQuote)
    case .fieldTooLong: return row(.rowTooLong)
    case .open: return try readOn(hasBareReturn: hasBareReturn)
    }
  }

  /// Goes on with a row whose first line left a quote open.
  private mutating func readOn(hasBareReturn: Bool) throws(Failure) -> Row {
    let first = (range: lines.range, number: lines.number, delimiters: countDelimiters())
    var secondDelimiters: Int?
    reading: while try lines.next() {
      guard !lines.isTooLong,
        lines.range.upperBound - first.range.lowerBound <= IntakeLimits.rowBytes,
        text.take(lines.window, lines.content)
      else { break }
      if secondDelimiters == nil { secondDelimiters = countDelimiters() }
      switch feed() {
      case .open: continue
      case .complete:
        if haveSwallowedRows(first.delimiters, secondDelimiters ?? 0) { break reading }
        return Row(
          range: first.range.lowerBound..<lines.range.upperBound, line: first.number,
          endLine: lines.number, hasBareReturn: hasBareReturn)
      case .strayQuote, .fieldTooLong: break reading
      }
    }
    parser.reset()
    lines.seek(to: first.range.lowerBound, after: first.number - 1)
    guard try lines.next(), text.take(lines.window, lines.content) else {
      return row(.unclosedQuote)
    }
    return repaired(.unclosedQuote)
  }

  /// The line at hand read in the only way its quotes can be meant, or else as broken, with its fields
  /// split as if quotes were text.
  private mutating func repaired(_ code: ProblemCode) -> Row {
    received.begin()
    let (bytes, range) = line
    let whole = bytes.span.extracting(range)
    if let width, let quote,
      let fields = QuoteRepair.fields(of: whole, delimiter: delimiter, quote: quote, width: width)
    {
      for field in fields {
        received.take(whole.extracting(field.range), quote: field.isQuoted ? quote : nil)
      }
      return Row(
        range: lines.range, line: lines.number, endLine: lines.number, repair: code)
    }
    received.takeAsText(whole, at: delimiter)
    return Row(
      range: lines.range, line: lines.number, endLine: lines.number, fault: code)
  }

  private mutating func row(_ fault: ProblemCode? = nil, hasBareReturn: Bool = false) -> Row {
    if fault != nil { received.begin() }
    return Row(
      range: lines.range, line: lines.number, endLine: lines.number, fault: fault,
      hasBareReturn: hasBareReturn)
  }

  private mutating func takePlain(isASCII: Bool) -> Bool {
    let (bytes, range) = line
    return received.takePlain(
      bytes.span.extracting(range), at: delimiter, isASCII: isASCII)
  }

  private mutating func feed() -> CSVParser.LineResult {
    let (bytes, range) = line
    return parser.feed(bytes.span.extracting(range), to: &received)
  }

  /// The line at hand in the form in which it is split.
  private var line: (bytes: [UInt8], range: Range<Int>) {
    text.isDecoded ? (text.decoded, 0..<text.decoded.count) : (lines.window, lines.content)
  }

  /// Whether the row's first two lines each have all columns by themselves.
  ///
  /// Then the quote that joins them was lost, not meant. Narrow tables are believed: two commas in
  /// a remark prove nothing there.
  private func haveSwallowedRows(_ first: Int, _ second: Int) -> Bool {
    guard let width, width >= 4 else { return false }
    return first >= width - 1 && second >= width - 1
  }

  private func countDelimiters() -> Int {
    let (bytes, range) = line
    var count = 0
    for index in range where bytes[index] == delimiter { count += 1 }
    return count
  }
}

/// Whether a carriage return stands in a line outside quotes.
private func hasReturn(_ line: Span<UInt8>, outside quote: UInt8?) -> Bool {
  var isQuoted = false
  for index in line.indices {
    if line[index] == quote { isQuoted.toggle() }
    if line[index] == 0x0D, !isQuoted { return true }
  }
  return false
}
