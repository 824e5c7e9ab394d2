private import CLibCSV
private import Glibc

/// libcsv in strict mode, fed one physical line at a time.
///
/// libcsv gives no positions and cannot be stopped from its callbacks. Fed line by line it tells by
/// its state whether a quoted field goes on, so that each record's lines and bytes are known.
@safe struct CSVParser: ~Copyable {
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
  private var takesReturnsAsText = false

  init(delimiter: UInt8) {
    unsafe csv_init(&parser, UInt8(CSV_STRICT))
    unsafe csv_set_delim(&parser, delimiter)
    // The buffer of a field grows without a limit unless its growth is refused. One byte more than
    // the field may have is asked for before its end is seen.
    unsafe csv_set_realloc_func(&parser) { memory, size in
      unsafe size > IntakeLimits.fieldBytes + 1 ? nil : realloc(memory, size)
    }
  }

  deinit {
    var last = unsafe parser
    unsafe csv_free(&last)
  }

  /// Feeds one line with its end, or the end alone; `row` receives the fields that end in it.
  mutating func feed(_ line: UnsafeRawBufferPointer, to row: inout RowReceiver) -> LineResult {
    unsafe setReturns(asText: CSVParser.hasBareReturn(line))
    let consumed = unsafe withUnsafeMutablePointer(to: &row) { row in
      unsafe csv_parse(
        &parser, line.baseAddress, line.count,
        { bytes, count, row in
          // The address stays good during the call, and nothing else uses the row meanwhile.
          unsafe row?.assumingMemoryBound(to: RowReceiver.self).pointee
            .take(UnsafeRawBufferPointer(start: bytes, count: count))
        }, nil, row)
    }
    guard consumed == line.count else {
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
  mutating func reset() {
    unsafe csv_fini(&parser, nil, nil, nil)
  }

  /// Makes a carriage return that no line feed follows part of the text instead of a row's end.
  ///
  /// The functions cost two calls a byte, so they are set only for lines that need them.
  private mutating func setReturns(asText isText: Bool) {
    guard isText != takesReturnsAsText else { return }
    takesReturnsAsText = isText
    if isText {
      unsafe csv_set_term_func(&parser) { $0 == 0x0A ? 1 : 0 }
      unsafe csv_set_space_func(&parser) { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D ? 1 : 0 }
    } else {
      unsafe csv_set_term_func(&parser, nil)
      unsafe csv_set_space_func(&parser, nil)
    }
  }

  /// Whether there is a carriage return before the line's end, which is LF, CRLF or CR.
  private static func hasBareReturn(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let base = line.baseAddress, let found = unsafe memchr(base, 0x0D, line.count) else {
      return false
    }
    let place = unsafe UnsafeRawPointer(found) - base
    return unsafe place + 1 < line.count && !(place + 2 == line.count && line[place + 1] == 0x0A)
  }
}
