internal import Vocabulary

/// A field that could not be used, and why.
struct LostField: Sendable, Hashable {
  let column: Int
  let code: ProblemCode
}

/// Receives the fields of one row, from libcsv or from a line without quotes, and decodes them into a
/// buffer used again and again.
///
/// A structure reached by its address, not an object: libcsv calls for every field, and the checks
/// an object's properties need would cost more than the parsing.
struct RowReceiver {
  /// The fields that came so far.
  var fields = RowFields()
  /// The fields that could not be used; they are empty.
  private(set) var lost: [LostField] = []
  /// Whether the row has more fields than any table may have; those beyond are dropped.
  private(set) var isTooWide = false
  private var decoder: FieldDecoder

  init(_ decoder: FieldDecoder) { self.decoder = decoder }

  /// Begins a row.
  mutating func begin() {
    fields.removeAll()
    if !lost.isEmpty { lost.removeAll() }
    isTooWide = false
  }

  /// Takes a whole line without quotes and control characters; `false` if its fields must be taken one
  /// by one, because a character is broken.
  mutating func takePlain(_ line: Span<UInt8>, at delimiter: UInt8, isASCII: Bool) -> Bool {
    guard let fits = decoder.split(line, at: delimiter, isASCII: isASCII, into: &fields) else {
      return false
    }
    isTooWide = !fits
    return true
  }

  /// Takes the next field as it stands in the file, without its quotes.
  mutating func take(_ raw: UnsafeRawBufferPointer) {
    guard fields.count < IntakeLimits.columns else {
      isTooWide = true
      return
    }
    let bytes = unsafe raw.bindMemory(to: UInt8.self)
    if let found = decoder.append(unsafe bytes.span, to: &fields) {
      lost.append(LostField(column: fields.count - 1, code: found.code))
    }
  }

  /// Takes the next field as it stands in a line; with a mark, doubled marks in it are one.
  mutating func take(_ raw: Span<UInt8>, quote: UInt8?) {
    var field: [UInt8] = []
    var index = 0
    while index < raw.count {
      field.append(raw[index])
      index += raw[index] == quote && index + 1 < raw.count && raw[index + 1] == quote ? 2 : 1
    }
    if quote == nil {
      while let last = field.last, last == 0x20 || last == 0x09 { field.removeLast() }
      let blanks = field.prefix { $0 == 0x20 || $0 == 0x09 }.count
      field.removeFirst(blanks)
    }
    unsafe field.withUnsafeBytes { unsafe take($0) }
  }

  /// Takes a whole line split at every delimiter, quotes and all, for display.
  mutating func takeAsText(_ line: Span<UInt8>, at delimiter: UInt8) {
    var start = 0
    for index in line.indices where line[index] == delimiter {
      take(line.extracting(start..<index), quote: nil)
      start = index + 1
    }
    take(line.extracting(start..<line.count), quote: nil)
  }
}
