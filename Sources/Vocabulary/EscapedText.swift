extension [UInt8] {
  /// Appends `text` escaped for HTML and XML, as character data or in double quotes.
  ///
  /// Besides `& < > "` and the apostrophe, what cannot be seen is made visible as U+FFFD: control
  /// characters, bidirectional controls and zero-width characters, by which a name could pose as
  /// another or reverse the line it stands in. Tabs and line ends stay. One pass, no allocation but
  /// the buffer's own growth.
  package mutating func appendEscaped(_ text: String) {
    let span = text.utf8Span.span
    var index = 0
    while index < span.count {
      let byte = span[index]
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: Array.ampersand)
      case UInt8(ascii: "<"): append(contentsOf: Array.less)
      case UInt8(ascii: ">"): append(contentsOf: Array.greater)
      case UInt8(ascii: "\""): append(contentsOf: Array.quote)
      case UInt8(ascii: "'"): append(contentsOf: Array.apostrophe)
      case 0x09, 0x0A, 0x20...0x7E: append(byte)
      case 0x0D: append(0x0A)
      case 0x00..<0x20, 0x7F: append(contentsOf: Array.replacement)
      default:
        let length = [UInt8].hiddenLength(in: span, at: index)
        if length > 0 {
          append(contentsOf: Array.replacement)
          index += length
          continue
        }
        append(byte)
      }
      index += 1
    }
  }

  /// The number of bytes of the invisible character that starts at `index`; 0 if none does.
  ///
  /// C1 controls, U+00AD, U+061C, U+180E, U+200B to U+200F, U+2028 to U+202E, U+2060 to U+206F,
  /// U+FEFF, U+FFF9 to U+FFFB, U+FFFE and U+FFFF. Text is valid UTF-8, so a lead byte is followed
  /// by its continuation.
  private static func hiddenLength(in span: Span<UInt8>, at index: Int) -> Int {
    let lead = span[index]
    switch lead {
    case 0xC2:
      return span[index + 1] < 0xA0 || span[index + 1] == 0xAD ? 2 : 0
    case 0xD8:
      return span[index + 1] == 0x9C ? 2 : 0
    case 0xE1:
      return span[index + 1] == 0xA0 && span[index + 2] == 0x8E ? 3 : 0
    case 0xE2:
      let last = span[index + 2]
      switch span[index + 1] {
      case 0x80: return (0x8B...0x8F).contains(last) || (0xA8...0xAE).contains(last) ? 3 : 0
      case 0x81: return (0xA0...0xAF).contains(last) ? 3 : 0
      default: return 0
      }
    case 0xEF:
      let last = span[index + 2]
      switch span[index + 1] {
      case 0xBB: return last == 0xBF ? 3 : 0
      case 0xBF: return (0xB9...0xBB).contains(last) || last >= 0xBE ? 3 : 0
      default: return 0
      }
    default:
      return 0
    }
  }

  private static let ampersand = Array("&amp;".utf8)
  private static let less = Array("&lt;".utf8)
  private static let greater = Array("&gt;".utf8)
  private static let quote = Array("&quot;".utf8)
  private static let apostrophe = Array("&#39;".utf8)
  private static let replacement = Array("\u{FFFD}".utf8)
}
