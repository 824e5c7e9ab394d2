private import Files
package import Vocabulary

/// A file understood as a table: its encoding, dialect and header, before anything is known of what
/// its columns mean.
///
/// Holds the file's bytes; rows are parsed when they are asked for, one at a time.
package struct TextTable: Sendable {
  /// The name used in messages and outputs.
  package let shown: String
  /// The file as it is.
  package let bytes: [UInt8]
  /// SHA-256 of the file, in hexadecimal.
  package let sha256: String
  package let delimiter: Delimiter
  package let lineEnding: LineEnding
  /// Where the header stands; its `record` is 0.
  package let header: RowPlace
  /// The columns' titles as the file has them.
  package let titles: [String]
  /// Physical lines in the file, blank ones too.
  package let lineCount: Int

  let text: FileText
  let terminator: UInt8
  let shape: RowShape
  /// The header's fields as `rows` would give them, to know it again.
  let headerFields: RowFields

  package var encoding: TextEncoding { text.encoding }

  /// Understands the bytes of a file that `shown` names.
  ///
  /// Throws when the file is empty, no text, in an encoding that cannot be decided, without a
  /// delimiter, or has a header that cannot be read. Cost: linear; the rows are not all parsed.
  package init(of bytes: [UInt8], shown: String) throws(Failure) {
    guard bytes.count <= IntakeLimits.fileBytes else {
      throw Failure(
        .unusableInput, .fileTooLarge, file: shown,
        detail: Wording(
          zh: "\(bytes.count) 字节，上限 \(IntakeLimits.fileBytes)",
          en: "\(bytes.count) bytes, the limit is \(IntakeLimits.fileBytes)"))
    }
    let text = try FileText(deciding: bytes, shown: shown)
    let lines = TextTable.countLines(text)
    let terminator = lines.terminator
    let delimiter = try Delimiter.deciding(text, terminator: terminator, shown: shown)
    var reader = RecordReader(text, delimiter: delimiter, terminator: terminator)
    guard let first = reader.next() else {
      throw Failure(.unusableInput, .emptyFile, file: shown)
    }
    try TextTable.checkHeader(first, reader.row, shown: shown)
    let fields = reader.row.fields
    var places = FilePlaces(text)
    header = places.place(of: first, record: 0)
    reader.width = fields.count
    let sample = TableSample(&reader, headerEnd: first.range, text: text, width: fields.count)
    self.shown = shown
    self.bytes = bytes
    self.text = text
    self.terminator = terminator
    self.delimiter = delimiter
    headerFields = fields
    titles = (0..<fields.count).map { fields.string($0) }
    lineCount = lines.count
    lineEnding = terminator == 0x0D ? .cr : sample.lineEnding
    shape = sample.shape
    sha256 = SHA256Digest.hex(of: bytes)
  }

  private static func checkHeader(
    _ header: RecordReader.Record, _ row: RowReceiver, shown: String
  ) throws(Failure) {
    if let code = header.fault {
      throw Failure(.unusableInput, code, file: shown, line: header.line)
    }
    if row.isTooWide {
      let limit = IntakeLimits.columns
      throw Failure(
        .unusableInput, .rowTooLong, file: shown, line: header.line,
        detail: Wording(zh: "超过 \(limit) 列", en: "more than \(limit) columns"))
    }
    for column in 0..<row.fields.count
    where row.fields.range(of: column).count > IntakeLimits.titleBytes {
      throw Failure(
        .unusableInput, .rowTooLong, file: shown, line: header.line,
        detail: Wording(
          zh: "表头第 \(column + 1) 列的列名过长，表头应在第一行",
          en: "the title of column \(column + 1) is too long; the header must come first"))
    }
    if let fault = row.fault {
      throw Failure(
        .unusableInput, fault.kind.code, file: shown, line: header.line,
        detail: Wording(
          zh: "表头第 \(fault.column + 1) 列", en: "column \(fault.column + 1) of the header"))
    }
  }

  /// Lines are counted by LF, or by CR in a text without any LF.
  private static func countLines(_ text: FileText) -> (count: Int, terminator: UInt8) {
    var feeds = 0
    var returns = 0
    for index in text.start..<text.bytes.count {
      feeds += text.bytes[index] == 0x0A ? 1 : 0
      returns += text.bytes[index] == 0x0D ? 1 : 0
    }
    let terminator: UInt8 = feeds == 0 && returns > 0 ? 0x0D : 0x0A
    let ends = terminator == 0x0D ? returns : feeds
    return (text.bytes.last == terminator ? ends : ends + 1, terminator)
  }
}
