internal import Vocabulary

/// Reads the physical lines of a source, one after the other, through a window that moves along.
///
/// Memory: a piece and the longest line, at most `IntakeLimits.rowBytes`; what is longer is passed
/// over and says so.
struct LineReader {
  /// What ends a line.
  enum End: Sendable {
    /// LF, with a CR before it or not.
    case feed
    case carriageReturn
    /// LF, CR LF or CR.
    case any
  }

  /// How wide a character is in which line ends are written.
  enum Unit: Sendable {
    case byte, littleEndianPair, bigEndianPair
  }

  private let reading: ByteReading
  private let end: End
  private let unit: Unit
  private let pieceSize: Int
  /// The window; its first byte is the source's byte `windowStart`.
  private(set) var window: [UInt8] = []
  private var windowStart: Int
  private var filled = 0
  /// The line in the source, its end included.
  private(set) var range: Range<Int>
  /// The line without its end, in `window`; empty for a line that is too long.
  private(set) var content = 0..<0
  /// Counted from 1.
  private(set) var number: Int
  private(set) var isTooLong = false

  /// Begins at the byte `start`, which is of the line after line `number`.
  init(
    _ reading: ByteReading, from start: Int, number: Int = 0, end: End,
    unit: Unit = .byte, pieceSize: Int = IntakeLimits.pieceBytes
  ) {
    self.reading = reading
    self.end = end
    self.unit = unit
    self.pieceSize = max(2, pieceSize)
    windowStart = start
    range = start..<start
    self.number = number
  }

  /// Goes to the next line; `false` at the end of the source.
  mutating func next() throws(Failure) -> Bool {
    let start = range.upperBound
    var searched = start
    isTooLong = false
    guard start < reading.size else {
      try reading.check()
      return false
    }
    while true {
      if let found = lineEnd(from: searched, start: start) {
        return move(to: start, contentEnd: found.content, end: found.end)
      }
      let known = windowStart + filled
      if known - start > IntakeLimits.rowBytes {
        isTooLong = true
        // Two units stay, for they may be half of a line's end.
        windowStart = known - min(filled, 4)
        window.removeSubrange(0..<(filled - (known - windowStart)))
        filled = known - windowStart
        searched = windowStart
      } else {
        searched = max(start, known - 4)
      }
      guard try fill(keepingFrom: isTooLong ? windowStart : start) else {
        try reading.check()
        guard windowStart + filled > start else { return false }
        return move(to: start, contentEnd: windowStart + filled, end: windowStart + filled)
      }
    }
  }

  /// Goes back so that the next line is the one that begins at `start`, after line `number`.
  mutating func seek(to start: Int, after number: Int) {
    range = start..<start
    self.number = number
    if start < windowStart || start > windowStart + filled {
      windowStart = start
      filled = 0
    }
  }

  private mutating func move(to start: Int, contentEnd: Int, end: Int) -> Bool {
    range = start..<end
    number += 1
    if end - start > IntakeLimits.rowBytes { isTooLong = true }
    content = isTooLong ? 0..<0 : (start - windowStart)..<(contentEnd - windowStart)
    return true
  }

  /// Reads another piece into the window, which keeps what lies from `offset` on; `false` at the end.
  private mutating func fill(keepingFrom offset: Int) throws(Failure) -> Bool {
    let kept = offset - windowStart
    if kept > 0 {
      window.removeSubrange(0..<kept)
      windowStart = offset
      filled -= kept
    }
    let next = windowStart + filled
    guard next < reading.size else { return false }
    let wanted = min(pieceSize, reading.size - next)
    let missing = filled + wanted - window.count
    if missing > 0 { window += [UInt8](repeating: 0, count: missing) }
    let got = try reading.read(at: next, count: wanted, into: &window, from: filled)
    filled += got
    return got > 0
  }

  /// Where the line ends, searched from a place in the source; `nil` if more must be read first.
  private func lineEnd(from searched: Int, start: Int) -> (content: Int, end: Int)? {
    switch unit {
    case .byte: byteEnd(from: searched, start: start)
    case .littleEndianPair: pairEnd(from: searched, start: start, low: 0)
    case .bigEndianPair: pairEnd(from: searched, start: start, low: 1)
    }
  }

  private func byteEnd(from searched: Int, start: Int) -> (content: Int, end: Int)? {
    let from = max(searched, windowStart) - windowStart
    let bytes = window.span.extracting(0..<filled)
    switch end {
    case .feed:
      guard let place = bytes.firstIndex(of: 0x0A, from: from) else { return nil }
      let offset = place + windowStart
      let hasReturn = offset > start && place > 0 && bytes[place - 1] == 0x0D
      return (hasReturn ? offset - 1 : offset, offset + 1)
    case .carriageReturn:
      return bytes.firstIndex(of: 0x0D, from: from).map { ($0 + windowStart, $0 + windowStart + 1) }
    case .any:
      var place = from
      while place < filled, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
      guard place < filled else { return nil }
      let offset = place + windowStart
      guard bytes[place] == 0x0D else { return (offset, offset + 1) }
      if place + 1 < filled { return (offset, offset + (bytes[place + 1] == 0x0A ? 2 : 1)) }
      return offset + 1 == reading.size ? (offset, offset + 1) : nil
    }
  }

  /// As `byteEnd` for UTF-16; `low` is the place of a pair's low byte.
  private func pairEnd(from searched: Int, start: Int, low: Int) -> (content: Int, end: Int)? {
    let bytes = window.span.extracting(0..<filled)
    func isPair(_ place: Int, _ value: UInt8) -> Bool {
      place >= 0 && place + 1 < filled && bytes[place + low] == value && bytes[place + 1 - low] == 0
    }
    var place = max(searched, windowStart) - windowStart
    // Pairs are counted from the line's start, which the mark's length makes even.
    place += (place + windowStart - start) & 1
    while place + 1 < filled {
      let offset = place + windowStart
      if isPair(place, 0x0A), end != .carriageReturn {
        let hasReturn = offset > start && isPair(place - 2, 0x0D)
        return (hasReturn ? offset - 2 : offset, offset + 2)
      }
      if isPair(place, 0x0D), end != .feed {
        guard end == .any else { return (offset, offset + 2) }
        if place + 3 < filled { return (offset, offset + (isPair(place + 2, 0x0A) ? 4 : 2)) }
        return offset + 2 >= reading.size ? (offset, offset + 2) : nil
      }
      place += 2
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The first place of a byte from `from` on, eight bytes at a time; `nil` if there is none.
  func firstIndex(of byte: UInt8, from: Int) -> Int? {
    let words = unsafe self.bytes
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var place = from
    while place + 8 <= count {
      let word = unsafe words.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self) ^ pattern
      let hits = ~((word & low) &+ low | word | low)
      if hits != 0 { return place + hits.trailingZeroBitCount >> 3 }
      place += 8
    }
    while place < count {
      if self[place] == byte { return place }
      place += 1
    }
    return nil
  }
}
