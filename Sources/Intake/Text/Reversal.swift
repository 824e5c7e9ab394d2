/// The attempt to turn a run of characters beyond ASCII back into the bytes it was misread from.
///
/// Text in UTF-8 that was opened as GBK and saved again reads 浣犲ソ, opened as Windows-1252 ä½ å¥½;
/// text in GBK opened as Windows-1252 reads ÄãºÃ. Chinese text hardly ever turns into well-formed
/// bytes on any of these ways, and misread text does but for the few characters that were lost on the
/// way there.
struct Reversal {
  /// The way back to UTF-8.
  struct Bytes {
    /// Whether the bytes restored are well-formed but for few.
    fileprivate(set) var isPossible = true
    /// Characters restored that take three bytes or more.
    fileprivate(set) var restored = 0
    /// Those of them that say only that a character was lost, U+FFFD.
    fileprivate(set) var replacements = 0
    private var faults = 0
    fileprivate var progress = UTF8Progress()

    /// Whether the run is such text: its last character may have lost a byte to the comma after it.
    var isRestored: Bool { isPossible && restored > 0 && faults * 2 <= restored }

    fileprivate mutating func take(_ byte: UInt8) {
      let wasInside = progress.isInside
      switch progress.take(byte) {
      case .broken:
        faults += 1
        isPossible = faults <= 2 + restored / 2
        if wasInside { _ = progress.take(byte) }
      case .inside: break
      case .complete:
        guard progress.scalar >= 0x800 else { return }
        restored += 1
        if progress.scalar == Reversal.replacement { replacements += 1 }
      }
    }
  }

  private(set) var throughGBK = Bytes()
  private(set) var throughLatin = Bytes()
  /// Whether every character so far is one of Windows-1252, and so may be a byte of GBK.
  private(set) var isLatin = true
  /// Pairs of such characters, and those that are usual hanzi as GBK.
  private(set) var pairs = 0
  private(set) var usualHanzi = 0
  private var lead: UInt8 = 0

  /// The run's own UTF-8, cut anywhere.
  private var reading = UTF8Progress()
  private var isFirst = true
  /// A U+FFFD that stands for the single byte 0x80, unless the run ends with it.
  private var holdsReplacement = false

  private static let replacement: UInt32 = 0xFFFD

  /// Whether any way back is left.
  var isPossible: Bool { throughGBK.isPossible || isLatin }

  /// Takes the next byte of the run, which is well-formed UTF-8.
  mutating func take(_ byte: UInt8) {
    guard case .complete = reading.take(byte) else { return }
    take(scalar: reading.scalar)
  }

  /// Takes the next character of the run.
  mutating func take(scalar: UInt32) {
    if throughGBK.isPossible { goThroughGBK(scalar) }
    if isLatin { goThroughLatin(scalar) }
    isFirst = false
  }

  private mutating func goThroughGBK(_ scalar: UInt32) {
    if holdsReplacement {
      throughGBK.take(0x80)
      holdsReplacement = false
    }
    switch scalar {
    case Reversal.replacement where !isFirst: holdsReplacement = true
    // What Windows makes of the single byte 0x80.
    case 0x80 where !isFirst, 0x20AC where !isFirst: throughGBK.take(0x80)
    default:
      let code = scalar < 0x10000 ? GB18030.codes[Int(scalar)] : 0
      // Chinese in UTF-8 begins with 0xE3 to 0xE9 and a continuation: rare hanzi in GBK.
      guard code != 0, !isFirst || code & 0xF0C0 == 0xE080 else {
        throughGBK.isPossible = false
        return
      }
      throughGBK.take(UInt8(code >> 8))
      throughGBK.take(UInt8(code & 0xFF))
    }
  }

  private mutating func goThroughLatin(_ scalar: UInt32) {
    // Lost are the five bytes Windows-1252 lacks; in UTF-8 all of them are continuations.
    let isLost = scalar == Reversal.replacement && !isFirst
    guard let byte = isLost ? 0x81 : WindowsLatin.byte(of: scalar) else {
      isLatin = false
      throughLatin.isPossible = false
      return
    }
    if throughLatin.isPossible { throughLatin.take(byte) }
    if lead == 0 {
      lead = byte
    } else {
      pairs += 1
      if lead &- 0xB0 < 0x28, byte >= 0xA1 { usualHanzi += 1 }
      lead = 0
    }
  }
}

/// Windows-1252, the encoding Western spreadsheets take text for.
enum WindowsLatin {
  /// The characters of 0x80 to 0x9F; 0 where there is none.
  private static let upperControls: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The byte of a character beyond ASCII; the C1 controls of Latin-1 stand for themselves.
  static func byte(of scalar: UInt32) -> UInt8? {
    if scalar >= 0x80, scalar <= 0xFF { return UInt8(scalar) }
    guard scalar > 0xFF, let place = upperControls.firstIndex(of: scalar) else { return nil }
    return UInt8(0x80 + place)
  }
}
