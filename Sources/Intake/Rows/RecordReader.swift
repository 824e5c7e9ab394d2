private import Glibc
internal import Vocabulary

/// Reads a text record by record, with the place of each.
///
/// A record is a row that is not blank; a row is blank if it holds nothing but delimiters and white
/// space. When a quoted field does not close, or closes in a way that shows it swallowed other
/// rows, only the line where it began is given up and reading goes on with the next line: one lost
/// quote costs one record. Every line is parsed at most twice, for a line can leave a quote open
/// only with an odd number of quotes, and the next such line ends the attempt.
struct RecordReader: ~Copyable {
  /// Where a record lies in the text.
  struct Record {
    let range: Range<Int>
    let line: Int
    let endLine: Int
    /// Why the record has no fields; `nil` if it has.
    let fault: ProblemCode?
  }

  /// The fields of the record read last.
  var row: RowReceiver
  /// Blank rows passed over so far, lines within a record not counted.
  private(set) var blankRows = 0
  /// The number of columns once the header is known; tells swallowed rows from quoted line breaks.
  var width: Int?

  private let text: [UInt8]
  private let terminator: UInt8
  private let delimiter: UInt8
  private var parser: CSVParser
  private var position: Int
  private var line = 1

  init(_ text: FileText, delimiter: Delimiter, terminator: UInt8) {
    self.text = text.bytes
    self.terminator = terminator
    self.delimiter = delimiter.byte
    position = text.start
    parser = CSVParser(delimiter: delimiter.byte)
    row = RowReceiver(text)
  }

  /// Reads the next record into `row`; `nil` at the end of the text.
  mutating func next() -> Record? {
    while position < text.count {
      let start = position
      let end = endOfLine(from: start)
      if isBlank(start..<end) {
        blankRows += 1
      } else {
        row.begin()
        switch feed(start..<end, ofRecordFrom: start) {
        case .complete:
          // Quotes with nothing between them are as blank as nothing.
          guard row.fields.bytes.isEmpty, row.fault == nil, !row.isTooWide else {
            return record(start..<end, lines: 1)
          }
          blankRows += 1
        case .strayQuote: return record(start..<end, lines: 1, .strayQuote)
        case .fieldTooLong: return record(start..<end, lines: 1, .rowTooLong)
        case .open: return readOn(start: start, firstEnd: end)
        }
      }
      position = end
      line += 1
    }
    return nil
  }

  /// Goes on with a record whose first line left a quote open.
  private mutating func readOn(start: Int, firstEnd: Int) -> Record {
    var end = firstEnd
    var lines = 1
    while end < text.count {
      let next = end..<endOfLine(from: end)
      let result = feed(next, ofRecordFrom: start)
      end = next.upperBound
      lines += 1
      switch result {
      case .open: continue
      case .complete where !hasSwallowedRows(start..<end, firstEnd: firstEnd):
        return record(start..<end, lines: lines)
      case .complete, .strayQuote, .fieldTooLong:
        return record(start..<firstEnd, lines: 1, .unclosedQuote)
      }
    }
    parser.reset()
    return record(start..<firstEnd, lines: 1, .unclosedQuote)
  }

  private mutating func record(_ range: Range<Int>, lines: Int, _ fault: ProblemCode? = nil)
    -> Record
  {
    let first = line
    position = range.upperBound
    line += lines
    if fault != nil { row.begin() }
    return Record(range: range, line: first, endLine: first + lines - 1, fault: fault)
  }

  private mutating func feed(_ range: Range<Int>, ofRecordFrom start: Int) -> CSVParser.LineResult {
    guard range.upperBound - start <= IntakeLimits.rowBytes else {
      parser.reset()
      return .fieldTooLong
    }
    let text = text
    let isLastWithoutEnd = text[range.upperBound - 1] != terminator
    let result = unsafe text.withUnsafeBytes { bytes in
      unsafe parser.feed(UnsafeRawBufferPointer(rebasing: bytes[range]), to: &row)
    }
    guard isLastWithoutEnd, result == .complete || result == .open else { return result }
    return unsafe withUnsafeBytes(of: UInt8(0x0A)) { unsafe parser.feed($0, to: &row) }
  }

  /// The place after the line's end, or the end of the text.
  private func endOfLine(from start: Int) -> Int {
    unsafe text.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(terminator), bytes.count - start)
      else { return bytes.count }
      return unsafe UnsafeRawPointer(found) - base + 1
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    for index in range {
      switch text[index] {
      case 0x20, 0x09, 0x0D, 0x0A, delimiter: continue
      default: return false
      }
    }
    return true
  }

  /// Whether the record's first two lines each have all columns by themselves.
  ///
  /// Then the quote that joins them was lost, not meant. Narrow tables are believed: two commas in
  /// a remark prove nothing there.
  private func hasSwallowedRows(_ range: Range<Int>, firstEnd: Int) -> Bool {
    guard let width, width >= 4 else { return false }
    let secondEnd = min(endOfLine(from: firstEnd), range.upperBound)
    return delimiters(in: range.lowerBound..<firstEnd) >= width - 1
      && delimiters(in: firstEnd..<secondEnd) >= width - 1
  }

  private func delimiters(in range: Range<Int>) -> Int {
    var count = 0
    for index in range where text[index] == delimiter { count += 1 }
    return count
  }
}
