/// Reads a text in pieces cut anywhere as UTF-8 and as GB 18030, line by line, in one pass.
///
/// Lines are read as UTF-8. Only where one fails, or holds too little to be sure, is it read as
/// GB 18030 too, from its first character beyond ASCII on, and at the end of a piece as far as it
/// goes; so memory is constant and the result is the same whatever the pieces.
struct LineSurvey {
  /// The line that has characters beyond ASCII and is not at its end.
  private struct WideLine {
    var isUTF8 = true
    /// Characters of three bytes and more.
    var longCharacters = 0
    var scan = GB18030.Scan()
  }

  private(set) var tally = LineDamage()
  private(set) var runs = MisreadRuns()
  private(set) var questionMarks = QuestionMarks()
  /// Characters beyond ASCII that are whole, and how many of them are U+FFFD.
  private(set) var characters = 0
  private(set) var replacements = 0
  /// Whether there is any character of three bytes or more in the UTF-8.
  private(set) var hasLongCharacters = false

  private var line = WideLine()
  private var isInWideLine = false
  private var progress = UTF8Progress()

  /// Takes the next piece of the text.
  mutating func take(_ text: Span<UInt8>) {
    guard let last = text.isEmpty ? nil : text[text.count - 1] else { return }
    var index = 0
    var unread = 0
    while index < text.count {
      if !isInWideLine {
        index = skipASCII(text, from: index)
        guard index < text.count else { break }
        isInWideLine = true
        unread = index
      }
      index = readWideLine(text, from: index, unread: unread)
    }
    tally.endsWithFeed = last == 0x0A
    tally.endsWithReturn = last == 0x0D
  }

  /// Ends the text.
  mutating func end() {
    questionMarks.end()
    runs.endRun(excess: progress.held)
    guard isInWideLine else { return }
    if progress.isInside { line.isUTF8 = false }
    progress = UTF8Progress()
    count(line)
  }

  /// Skips ASCII outside of wide lines, whose ends it counts; where the first other byte is.
  private mutating func skipASCII(_ text: Span<UInt8>, from start: Int) -> Int {
    let isPlain = tally.wide == 0
    var index = start
    while index + 8 <= text.count {
      let word = ByteWord(text, at: index)
      if word.special != 0 {
        guard word.nonASCII == 0 else { break }
        tally.feeds += word.count(of: 0x0A)
        tally.returns += word.count(of: 0x0D)
      }
      if isPlain { questionMarks.take(word) }
      index += 8
    }
    while index < text.count, text[index] < 0x80 {
      countEnd(text[index])
      if isPlain { questionMarks.take(text[index]) }
      index += 1
    }
    return index
  }

  private mutating func countEnd(_ byte: UInt8) {
    if byte == 0x0A { tally.feeds += 1 }
    if byte == 0x0D { tally.returns += 1 }
  }

  /// Reads on in a wide line, of which GB 18030 has not seen what is after `unread`, to its end or
  /// the end of the piece; where reading must go on.
  private mutating func readWideLine(_ text: Span<UInt8>, from start: Int, unread: Int) -> Int {
    var line = self.line
    var index = start
    while index < text.count {
      if !line.isUTF8 {
        index = line.scan.take(text, from: index, to: text.count, stoppingAtASCII: true)
        guard index < text.count else { break }
      } else if text[index] >= 0x80 || progress.isInside {
        index = readCharacters(text, from: index, &line, unread: unread)
        continue
      } else if runs.length > 0 {
        runs.endRun(excess: 0)
      }
      // ASCII up to the end of the line or the next character beyond it.
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D {
        if line.isUTF8, line.longCharacters < 2 {
          line.scan.takeAll(text, from: unread, to: index)
        }
        count(line)
        countEnd(byte)
        return index + 1
      }
      index = LineSurvey.afterASCII(text, from: index)
    }
    if line.isUTF8 { line.scan.takeAll(text, from: unread, to: index) }
    self.line = line
    return index
  }

  /// Skips the byte at `start` and the ASCII after it that ends no line.
  @inline(__always)
  private static func afterASCII(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start + 1
    while index + 8 <= text.count {
      let special = ByteWord(text, at: index).special
      guard special == 0 else { return index + ByteWord.firstPlace(in: special) }
      index += 8
    }
    while index < text.count, text[index] >= 0x20, text[index] < 0x80 { index += 1 }
    return index
  }

  private mutating func count(_ whole: WideLine) {
    var line = whole
    line.scan.end()
    tally.count(isUTF8: line.isUTF8, longCharacters: line.longCharacters, scan: line.scan)
    if line.isUTF8, line.longCharacters > 0 { hasLongCharacters = true }
    self.line = WideLine()
    isInWideLine = false
  }
}

extension LineSurvey {
  /// Reads a run of characters beyond ASCII as UTF-8; where it ends or fails.
  @inline(__always)
  private mutating func readCharacters(
    _ text: Span<UInt8>, from start: Int, _ line: inout WideLine, unread: Int
  ) -> Int {
    var index = start
    var long = 0
    while index < text.count {
      if progress.isInside || index + 4 > text.count {
        if !progress.isInside, text[index] < 0x80 { break }
        let held = progress.held
        let step = progress.take(text[index])
        if case .broken = step {
          fail(text, from: start, to: index, held: held, &line, unread: unread)
          break
        }
        index += 1
        if case .complete = step {
          characters += 1
          if progress.scalar >= 0x800 { long += 1 }
          if progress.scalar == 0xFFFD { replacements += 1 }
        }
        continue
      }
      let word = UInt32(
        littleEndian: unsafe text.bytes.unsafeLoadUnaligned(
          fromByteOffset: index, as: UInt32.self))
      let length = LineSurvey.length(ofFirst: word)
      if length >= 3 {
        long += 1
        if word & 0xFF_FFFF == 0xBD_BFEF { replacements += 1 }
      } else if length == 0 {
        fail(text, from: start, to: index, held: 0, &line, unread: unread)
        break
      } else if length == 1 {
        break
      }
      characters += 1
      index += length
    }
    line.longCharacters += long
    if line.isUTF8, index > start { runs.take(text, from: start, to: index) }
    return index
  }

  /// How many bytes the first character of four bytes has, the first byte lowest; 0 if it is broken.
  ///
  /// Table 3-7 of the Unicode standard as masks: what the second byte may be depends on the first.
  @inline(__always)
  private static func length(ofFirst word: UInt32) -> Int {
    if word & 0xC0_C0F0 == 0x80_80E0 {
      let bounds = word & 0x200F
      return bounds == 0 || bounds == 0x200D ? 0 : 3
    }
    if word & 0x80 == 0 { return 1 }
    if word & 0xC0E0 == 0x80C0 { return word & 0x1E == 0 ? 0 : 2 }
    guard word & 0xC0C0_C0F8 == 0x8080_80F0 else { return 0 }
    let (lead, bounds) = (word & 7, word & 0x3000)
    return lead == 0 && bounds == 0 || lead == 4 && bounds != 0 || lead > 4 ? 0 : 4
  }

  /// The line is no UTF-8; what was read of it is read as GB 18030.
  private mutating func fail(
    _ text: Span<UInt8>, from start: Int, to end: Int, held: Int, _ line: inout WideLine,
    unread: Int
  ) {
    if end > start { runs.take(text, from: start, to: end) }
    runs.endRun(excess: held)
    line.isUTF8 = false
    line.scan.takeAll(text, from: unread, to: end)
  }
}
