extension GB18030 {
  /// A look over bytes as GB 18030 without decoding them, in pieces cut anywhere.
  ///
  /// Ends at the first broken character. The counts tell Chinese text from text that only happens to
  /// read as GB 18030.
  struct Scan {
    private(set) var isBroken = false
    /// The bytes of a character that is not complete.
    private var held: [4 of UInt8] = [0, 0, 0, 0]
    private(set) var heldCount = 0

    /// Characters of two bytes.
    private(set) var pairs = 0
    /// Those of GB 2312 level 1, the 3,755 hanzi that make up nearly all of modern text.
    private(set) var usualHanzi = 0
    /// Those whose second byte is ASCII.
    private(set) var lowTrails = 0
    /// Those that Big5 has too and GB 2312 has not.
    private(set) var onlyBig5Shares = 0
    /// Characters that Big5 cannot have.
    private(set) var outsideBig5 = 0

    /// Takes `text` from `start` to `end`, or to the first ASCII byte that is a character of its own
    /// if it stops there; where it stopped.
    ///
    /// In a broken text it stops at ASCII bytes all the same and looks at nothing.
    @inline(__always)
    mutating func take(
      _ text: Span<UInt8>, from start: Int, to end: Int, stoppingAtASCII stops: Bool
    ) -> Int {
      var index = start
      while index < end {
        let lead = text[index]
        if isBroken {
          if stops, lead < 0x80 { return index }
          index += 1
        } else if heldCount > 0 {
          // A byte that cannot go on may itself end the line.
          if step(lead) { index += 1 }
        } else if lead < 0x80 {
          if stops { return index }
          index = Scan.afterASCII(text, from: index, to: end)
        } else if index + 1 < end, lead &- 0xA1 < 0x5E, text[index + 1] &- 0xA1 < 0x5E {
          index = takeUsual(text, from: index, to: end)
        } else {
          if step(lead) { index += 1 }
        }
      }
      return index
    }

    /// Takes all of `text` from `start` to `end`.
    mutating func takeAll(_ text: Span<UInt8>, from start: Int, to end: Int) {
      _ = take(text, from: start, to: end, stoppingAtASCII: false)
    }

    /// Ends the text: a character that is not complete is broken.
    mutating func end() {
      if heldCount > 0 { isBroken = true }
      heldCount = 0
    }

    private static func afterASCII(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
      var index = start
      while index + 8 <= end {
        let wide = ByteWord(text, at: index).nonASCII
        guard wide == 0 else { return index + ByteWord.firstPlace(in: wide) }
        index += 8
      }
      while index < end, text[index] < 0x80 { index += 1 }
      return index
    }

    /// Characters of the shape of GB 2312, both bytes from 0xA1 to 0xFE.
    @inline(__always)
    private mutating func takeUsual(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
      var index = start
      var usual = 0
      while index + 8 <= end {
        let word = ByteWord(text, at: index)
        guard word.isUsualPairs else { break }
        usual += word.usualHanzi
        index += 8
      }
      while index + 1 < end {
        let (lead, trail) = (text[index], text[index + 1])
        guard lead &- 0xA1 < 0x5E, trail &- 0xA1 < 0x5E else { break }
        usual += lead &- 0xB0 < 0x28 ? 1 : 0
        index += 2
      }
      pairs += (index - start) / 2
      usualHanzi += usual
      return index
    }

    /// Takes one byte; `false` if it broke the character before it and was not taken.
    private mutating func step(_ byte: UInt8) -> Bool {
      switch heldCount {
      case 0:
        if byte == 0x80 || byte == 0xFF { return broken(taking: true) }
      case 1:
        if GB18030.pairNumber(held[0], byte) != nil {
          count(held[0], byte)
          heldCount = 0
          return true
        }
        guard byte >= 0x30, byte <= 0x39 else { return broken(taking: false) }
      case 2:
        guard byte >= 0x81, byte <= 0xFE else { return broken(taking: false) }
      default:
        guard GB18030.isQuad(held[0], held[1], held[2], byte) else { return broken(taking: false) }
        outsideBig5 += 1
        heldCount = 0
        return true
      }
      held[heldCount] = byte
      heldCount += 1
      return true
    }

    private mutating func broken(taking isTaken: Bool) -> Bool {
      isBroken = true
      heldCount = 0
      return isTaken
    }

    private mutating func count(_ lead: UInt8, _ trail: UInt8) {
      pairs += 1
      if trail < 0x7F { lowTrails += 1 }
      if lead < 0xA1 || trail >= 0x80 && trail <= 0xA0 {
        outsideBig5 += 1
      } else if trail < 0x7F {
        onlyBig5Shares += 1
      } else if lead &- 0xB0 < 0x28 {
        usualHanzi += 1
      }
    }
  }
}

extension ByteWord {
  /// Whether all eight bytes are from 0xA1 to 0xFE: four characters of the shape of GB 2312.
  @inline(__always)
  fileprivate var isUsualPairs: Bool {
    let low = bits & ~ByteWord.highest
    // 0x21 and more carries into the top bit, and so does 0x7F, which must not be.
    let inside = (low &+ ByteWord.lowest &* 0x5F) & ~(low &+ ByteWord.lowest)
    return bits & inside & ByteWord.highest == ByteWord.highest
  }

  /// How many of four such characters are hanzi of level 1, which begin with 0xB0 to 0xD7.
  @inline(__always)
  fileprivate var usualHanzi: Int {
    let low = bits & ~ByteWord.highest
    let marks = (low &+ ByteWord.lowest &* 0x50) & ~(low &+ ByteWord.lowest &* 0x28)
    return (marks & 0x0080_0080_0080_0080).nonzeroBitCount
  }
}
