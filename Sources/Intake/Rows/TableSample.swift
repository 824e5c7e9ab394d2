internal import Vocabulary

/// What is learnt from the first records of a table.
struct TableSample {
  let shape: RowShape
  let lineEnding: LineEnding

  /// Reads at most `IntakeLimits.sampledRecords` records after the header.
  init(_ reader: inout RecordReader, headerEnd: Range<Int>, text: FileText, width: Int) {
    var widths: [Int: Int] = [:]
    var filled = [Bool](repeating: false, count: width)
    var feeds = 0
    var returnsAndFeeds = 0
    func noteEnd(_ range: Range<Int>) {
      guard text.bytes[range.upperBound - 1] == 0x0A else { return }
      if range.count > 1, text.bytes[range.upperBound - 2] == 0x0D {
        returnsAndFeeds += 1
      } else {
        feeds += 1
      }
    }
    noteEnd(headerEnd)
    for _ in 0..<IntakeLimits.sampledRecords {
      guard let record = reader.next() else { break }
      noteEnd(record.range)
      guard record.fault == nil else { continue }
      let fields = reader.row.fields
      widths[fields.count, default: 0] += 1
      for column in 0..<min(width, fields.count) where !fields.range(of: column).isEmpty {
        filled[column] = true
      }
    }
    shape = RowShape(width: width, widths: widths, filled: filled)
    lineEnding = returnsAndFeeds == 0 ? .lf : feeds == 0 ? .crlf : .mixed
  }
}
