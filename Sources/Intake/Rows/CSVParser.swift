private import CLibCSV
private import Glibc

/// libcsv in strict mode, fed one physical line at a time.
///
/// libcsv gives no positions and cannot be stopped from its callbacks. Fed line by line it tells by
/// its state whether a quoted field goes on, so that each record's lines and bytes are known.
@safe final class CSVParser {
  /// How a line ended.
  enum LineResult {
    /// The record ended with the line.
    case complete
    /// A quoted field goes on in the next line.
    case open
    /// A quote stands where none can; the parser has been set back.
    case strayQuote
    /// A field is above the limit; the parser has been set back.
    case fieldTooLong
  }

  private var parser = unsafe csv_parser()

  /// A parser for that delimiter and quotation mark.
  ///
  /// Without a mark NUL stands in for it, which no text holds.
  init(delimiter: UInt8, quote: UInt8?) {
    unsafe csv_init(&parser, UInt8(CSV_STRICT))
    unsafe csv_set_delim(&parser, delimiter)
    unsafe csv_set_quote(&parser, quote ?? 0)
    // Lines come without their ends, so that a carriage return in one is text.
    unsafe csv_set_term_func(&parser) { $0 == 0x0A ? 1 : 0 }
    // By default the buffer of a field grows by 128 bytes at a time, and may be copied each time.
    unsafe csv_set_blk_size(&parser, 64 * 1024)
    // The buffer of a field grows without a limit unless its growth is refused. One byte more than
    // the field may have is asked for before its end is seen.
    unsafe csv_set_realloc_func(&parser) { memory, size in
      unsafe size > IntakeLimits.fieldBytes + 1 ? nil : realloc(memory, size)
    }
  }

  deinit { unsafe csv_free(&parser) }

  /// Feeds one line, given without its end; `row` receives the fields that end in it.
  func feed(_ line: Span<UInt8>, to row: inout RowReceiver) -> LineResult {
    let result = unsafe line.withUnsafeBytes { unsafe feed(bytes: $0, to: &row) }
    guard result == .complete || result == .open else { return result }
    return unsafe withUnsafeBytes(of: UInt8(0x0A)) { unsafe feed(bytes: $0, to: &row) }
  }

  private func feed(bytes: UnsafeRawBufferPointer, to row: inout RowReceiver)
    -> LineResult
  {
    let consumed = unsafe withUnsafeMutablePointer(to: &row) { row in
      unsafe csv_parse(
        &parser, bytes.baseAddress, bytes.count,
        { bytes, count, row in
          // The address stays good during the call, and nothing else uses the row meanwhile.
          unsafe row?.assumingMemoryBound(to: RowReceiver.self).pointee
            .take(UnsafeRawBufferPointer(start: bytes, count: count))
        }, nil, row)
    }
    guard consumed == bytes.count else {
      let isTooLong = unsafe csv_error(&parser) != CSV_EPARSE
      reset()
      return isTooLong ? .fieldTooLong : .strayQuote
    }
    return unsafe parser.pstate == 0 ? .complete : .open
  }

  /// Forgets the record under way.
  ///
  /// After an error libcsv refuses every byte until it is finished; without STRICT_FINI finishing
  /// always succeeds.
  func reset() {
    unsafe csv_fini(&parser, nil, nil, nil)
  }
}
