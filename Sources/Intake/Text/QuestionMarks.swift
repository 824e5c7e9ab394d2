/// Counts the runs of question marks that stand where words stood, in a text of ASCII only.
///
/// A program that saves Chinese in an encoding without it writes `?` for each character. Then titles
/// are nothing but question marks, and cells begin with runs of many lengths, while a mark for what is
/// unknown has one.
struct QuestionMarks {
  /// Runs of two or more that follow no letter or digit.
  private var runs = 0
  /// One bit for each length of such a run.
  private var lengths: UInt64 = 0
  private var open = 0
  private var followsWord = false

  private var isInTitles = true
  private var runsInTitles = 0
  private var hasWordInTitles = false

  /// Takes a word of ASCII.
  @inline(__always)
  mutating func take(_ word: ByteWord) {
    if isInTitles || open > 0 || word.contains(UInt8(ascii: "?")) {
      for place in 0..<8 { take(UInt8(truncatingIfNeeded: word.bits >> UInt64(place * 8))) }
    } else {
      followsWord = QuestionMarks.isWordCharacter(UInt8(word.bits >> 56))
    }
  }

  /// Takes a byte of ASCII.
  mutating func take(_ byte: UInt8) {
    if byte == UInt8(ascii: "?") {
      open += 1
      return
    }
    end()
    followsWord = QuestionMarks.isWordCharacter(byte)
    guard isInTitles else { return }
    if followsWord { hasWordInTitles = true }
    if byte == 0x0A || byte == 0x0D { isInTitles = runs == 0 && !hasWordInTitles }
  }

  /// Ends the text.
  mutating func end() {
    if open >= 2, !followsWord {
      runs += 1
      if isInTitles { runsInTitles += 1 }
      lengths |= 1 << UInt64(min(open, 63))
    }
    if open > 0 { followsWord = false }
    open = 0
  }

  /// Whether words were turned into question marks: all of the titles, or something in at least every
  /// second of that many lines.
  func replaceWords(inLines lines: Int) -> Bool {
    runsInTitles >= 2 && !hasWordInTitles
      || runs >= 3 && lengths.nonzeroBitCount >= 3 && runs * 2 >= lines
  }

  private static func isWordCharacter(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }
}
