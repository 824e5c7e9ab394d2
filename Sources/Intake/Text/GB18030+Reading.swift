extension GB18030 {
  /// Decodes bytes to UTF-8 at the end of `output`; whether all of them were GB 18030.
  ///
  /// Stops at the first broken character. ASCII passes through as it is.
  static func decode(_ bytes: Span<UInt8>, into output: inout [UInt8]) -> Bool {
    let pairs = GB18030.pairs
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        output.append(lead)
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { return false }
      if let number = pairNumber(lead, bytes[index + 1]) {
        append(pairs[number], to: &output)
        index += 2
        continue
      }
      guard let packed = quad(bytes, at: index) else { return false }
      append(packed, to: &output)
      index += 4
    }
    return true
  }

  /// What a look over bytes as GB 18030 found.
  struct Survey {
    /// The first byte of the first character that is broken.
    var fault: Int?
    /// Characters of two bytes.
    var pairs = 0
    /// Those that Big5 has too and GB 2312 has not.
    var pairsOnlyBig5Shares = 0
    /// Those that Big5 cannot have.
    var pairsOutsideBig5 = 0

    /// Whether the text is Traditional Chinese in Big5, nearly all of whose codes are codes here.
    ///
    /// Two in five characters of Big5 text have a trailing byte below 0x7F. Chinese text in GBK
    /// that uses such codes as often also uses those that Big5 has not.
    var looksLikeBig5: Bool {
      pairs >= 20 && pairsOutsideBig5 == 0 && pairsOnlyBig5Shares * 10 >= pairs
    }
  }

  /// Looks over bytes without decoding them; stops at the first broken character.
  static func survey(_ bytes: Span<UInt8>) -> Survey {
    var survey = Survey()
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      if index + 1 < bytes.count, pairNumber(lead, bytes[index + 1]) != nil {
        let trail = bytes[index + 1]
        survey.pairs += 1
        if lead < 0xA1 || trail >= 0x80 && trail <= 0xA0 {
          survey.pairsOutsideBig5 += 1
        } else if trail < 0x7F {
          survey.pairsOnlyBig5Shares += 1
        }
        index += 2
      } else if quad(bytes, at: index) != nil {
        survey.pairsOutsideBig5 += 1
        index += 4
      } else {
        survey.fault = index
        return survey
      }
    }
    return survey
  }

  /// The UTF-8 bytes of the four-byte code there, low byte first; `nil` if there is none.
  private static func quad(_ bytes: Span<UInt8>, at index: Int) -> UInt32? {
    guard index + 3 < bytes.count,
      let number = quadNumber(
        bytes[index], bytes[index + 1], bytes[index + 2], bytes[index + 3])
    else { return nil }
    if number < quadCount { return quads[number] }
    guard let scalar = supplementary(number) else { return nil }
    return 0xF0 | scalar >> 18 | (0x80 | scalar >> 12 & 0x3F) << 8
      | (0x80 | scalar >> 6 & 0x3F) << 16 | (0x80 | scalar & 0x3F) << 24
  }

  @inline(__always)
  private static func append(_ packed: UInt32, to output: inout [UInt8]) {
    var rest = packed
    repeat {
      output.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    } while rest != 0
  }
}

extension GB18030 {
  /// Bytes as text, each byte that belongs to no character as U+FFFD.
  static func repaired(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let rest = bytes.span.extracting(start..<bytes.count)
      let length = survey(rest).fault ?? rest.count
      _ = decode(rest.extracting(0..<length), into: &output)
      start += length
      guard start < bytes.count else { break }
      output.append(contentsOf: UTF8.encodedReplacementCharacter)
      start += 1
    }
    return String(decoding: output, as: UTF8.self)
  }
}
