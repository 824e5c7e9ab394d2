/// Turns places in the text into places in the file, going forward.
///
/// They are the same but for UTF-16, where the text is a transcription.
struct FilePlaces {
  private let text: FileText
  private let isTranscribed: Bool
  private var textOffset: Int
  private var fileOffset: Int

  init(_ text: FileText) {
    self.text = text
    isTranscribed = text.encoding == .utf16LE || text.encoding == .utf16BE
    textOffset = text.start
    fileOffset = text.markLength
  }

  /// The place in the file of a record that lies behind all asked for before.
  mutating func place(of record: RecordReader.Record, record number: Int) -> RowPlace {
    pass(record.range.lowerBound)
    let start = fileOffset
    pass(record.range.upperBound)
    return RowPlace(
      record: number, line: record.line, endLine: record.endLine, range: start..<fileOffset)
  }

  /// Goes on to a place in the text.
  mutating func pass(_ offset: Int) {
    let passed = textOffset..<offset
    fileOffset +=
      isTranscribed ? UTF16Text.length(ofUTF8: text.bytes[passed]) : passed.count
    textOffset = offset
  }
}
