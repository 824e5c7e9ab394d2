/// Counts the runs of characters beyond ASCII that are misread text, in UTF-8 taken in pieces.
///
/// Only a run whose first character could begin misread text is looked at as a whole: in Chinese text
/// that is one in hundreds.
struct MisreadRuns {
  /// In which encoding text was opened that was in another.
  enum Way {
    case utf8AsGBK, utf8AsLatin, gbkAsLatin
    /// Text whose characters had been replaced by U+FFFD, opened as GBK: 锟斤拷.
    case lostAsGBK
  }

  private struct Tally {
    var runs = 0
    /// Characters restored.
    var characters = 0
    /// Those of them that are U+FFFD.
    var replacements = 0
  }

  /// Runs that are what they seem.
  private var ordinary = 0
  private var utf8AsGBK = Tally()
  private var utf8AsLatin = Tally()
  private var gbkAsLatin = Tally()
  /// Characters of `gbkAsLatin` that are of everyday use.
  private var usualHanzi = 0

  /// Bytes of the run that has begun; 0 between runs.
  private(set) var length = 0
  private var reversal: Reversal?

  /// A run must have this many bytes to be counted: a single character tells nothing.
  private static let shortestRun = 5

  /// One bit for each scalar of the Basic Multilingual Plane that could begin misread text.
  private static let suspects: [UInt64] = {
    var suspects = [UInt64](repeating: 0, count: 1024)
    for scalar in 0x80..<0x10000 {
      var reversal = Reversal()
      reversal.take(scalar: UInt32(scalar))
      if reversal.isPossible { suspects[scalar >> 6] |= 1 << UInt64(scalar & 63) }
    }
    return suspects
  }()

  /// Takes the bytes of a run from `start` to `end`; the run goes on until `endRun`.
  @inline(__always)
  mutating func take(_ text: Span<UInt8>, from start: Int, to end: Int) {
    if length == 0, !MisreadRuns.isOrdinary(text, from: start, to: end) { reversal = Reversal() }
    length += end - start
    if reversal != nil { reverse(text, from: start, to: end) }
  }

  /// Ends the run, whose last `excess` bytes were no whole character.
  @inline(__always)
  mutating func endRun(excess: Int) {
    let isCounted = length - excess >= MisreadRuns.shortestRun
    length = 0
    if reversal == nil {
      if isCounted { ordinary += 1 }
    } else {
      if isCounted { count() }
      reversal = nil
    }
  }

  private static func isOrdinary(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    let lead = UInt32(text[start])
    let second = UInt32(text[start + 1] & 0x3F)
    let scalar: UInt32
    if lead < 0xE0 {
      scalar = (lead & 0x1F) << 6 | second
    } else if lead < 0xF0 {
      scalar = (lead & 0x0F) << 12 | second << 6 | UInt32(text[start + 2] & 0x3F)
    } else {
      return true
    }
    return suspects[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 0
  }

  private mutating func reverse(_ text: Span<UInt8>, from start: Int, to end: Int) {
    guard var reversal, reversal.isPossible else { return }
    for index in start..<end { reversal.take(text[index]) }
    self.reversal = reversal
  }

  private mutating func count() {
    guard let reversal else { return }
    if reversal.throughGBK.isRestored {
      MisreadRuns.add(reversal.throughGBK, to: &utf8AsGBK)
    } else if reversal.throughLatin.isRestored {
      MisreadRuns.add(reversal.throughLatin, to: &utf8AsLatin)
    } else if reversal.isLatin, reversal.pairs >= 2 {
      gbkAsLatin.runs += 1
      gbkAsLatin.characters += reversal.pairs
      usualHanzi += reversal.usualHanzi
    } else {
      ordinary += 1
    }
  }

  private static func add(_ bytes: Reversal.Bytes, to tally: inout Tally) {
    tally.runs += 1
    tally.characters += bytes.restored
    tally.replacements += bytes.replacements
  }

  /// How the text was misread, if one way explains at least half of the runs, and four characters.
  var way: Way? {
    if explains(utf8AsGBK) {
      return utf8AsGBK.replacements * 2 > utf8AsGBK.characters ? .lostAsGBK : .utf8AsGBK
    }
    if explains(utf8AsLatin) { return .utf8AsLatin }
    // Dashes in a row are Latin too, but no hanzi of everyday use.
    return explains(gbkAsLatin) && usualHanzi * 3 >= gbkAsLatin.characters ? .gbkAsLatin : nil
  }

  private func explains(_ tally: Tally) -> Bool {
    let all = ordinary + utf8AsGBK.runs + utf8AsLatin.runs + gbkAsLatin.runs
    return tally.characters >= 4 && tally.runs * 2 >= all
  }
}
