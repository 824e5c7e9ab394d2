/// What a physical line holds that decides how it must be read; found eight bytes at a time.
struct LineTraits {
  /// Whether there is a quotation mark.
  private(set) var hasQuote = false
  /// Whether there is a control character other than a tab.
  private(set) var hasControl = false
  /// Whether all bytes are ASCII.
  private(set) var isASCII = true

  /// Looks over a line without its end; `quote` is the mark of the dialect, if it has one.
  init(_ line: Span<UInt8>, quote: UInt8?) {
    let words = unsafe line.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quotes = UInt64(quote ?? 0) &* ones
    var any: UInt64 = 0
    var quoteHits: UInt64 = 0
    var offset = 0
    while offset + 8 <= line.count {
      let word = unsafe words.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      any |= word
      let quoted = word ^ quotes
      quoteHits |= (quoted &- ones) & ~quoted
      // Bytes below 0x20 and DEL; a borrow can only follow a byte that is one.
      let deleted = word ^ (0x7F &* ones)
      let controls = ((word &- 0x20 &* ones) & ~word | (deleted &- ones) & ~deleted) & highs
      if controls != 0 {
        for place in offset..<(offset + 8) { note(control: line[place]) }
      }
      offset += 8
    }
    while offset < line.count {
      let byte = line[offset]
      any |= UInt64(byte)
      if byte == quote { hasQuote = true }
      note(control: byte)
      offset += 1
    }
    if quote != nil, quoteHits & highs != 0 { hasQuote = true }
    isASCII = any & highs == 0
  }

  private mutating func note(control byte: UInt8) {
    if byte < 0x20 && byte != 0x09 || byte == 0x7F { hasControl = true }
  }
}
