internal import Vocabulary

/// Receives the fields of one row from libcsv and decodes them into a buffer used again and again.
///
/// A structure reached by its address, not an object: libcsv calls for every field, and the checks
/// an object's properties need would cost more than the parsing.
struct RowReceiver {
  /// The fields that came so far.
  var fields = RowFields()
  /// The first field that could not be used.
  private(set) var fault: (column: Int, kind: FieldDecoder.Fault)?
  /// Whether the row has more fields than any table may have; those beyond are dropped.
  private(set) var isTooWide = false
  private var decoder: FieldDecoder

  init(_ text: FileText) { decoder = FieldDecoder(text) }

  /// Begins a row.
  mutating func begin() {
    fields.removeAll()
    fault = nil
    isTooWide = false
  }

  /// Takes the next field as it stands in the file, without its quotes.
  mutating func take(_ raw: UnsafeRawBufferPointer) {
    guard fields.count < IntakeLimits.columns else {
      isTooWide = true
      return
    }
    let bytes = unsafe raw.bindMemory(to: UInt8.self)
    if let found = decoder.append(unsafe bytes.span, to: &fields), fault == nil {
      fault = (fields.count - 1, found)
    }
  }
}
