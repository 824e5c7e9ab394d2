internal import Vocabulary

/// How many lines of a text are broken as UTF-8 and as GB 18030.
///
/// A line that is surely UTF-8 counts as broken in GB 18030, where most of its bytes would decode to
/// other characters: so two encodings glued together are found out.
struct BrokenLines {
  private(set) var lines = 0
  /// Lines with anything but ASCII.
  private var wideLines = 0
  private var asUTF8 = 0
  private var asGB18030 = 0
  /// The first line that is broken in both.
  private(set) var firstLine: Int?
  private var isFirstLineUTF8 = true
  private var isFirstLineGB18030 = true

  init(in text: Span<UInt8>) {
    var start = 0
    while start < text.count {
      var end = start
      var isWide = false
      while end < text.count, text[end] != 0x0A {
        isWide = isWide || text[end] >= 0x80
        end += 1
      }
      lines += 1
      if isWide { count(text.extracting(start..<end)) }
      start = end + 1
    }
  }

  private mutating func count(_ line: Span<UInt8>) {
    let isUTF8 = FileText.isUTF8(line)
    let isGB18030 = GB18030.survey(line).fault == nil && !FileText.isSurelyUTF8(line)
    if wideLines == 0 {
      isFirstLineUTF8 = isUTF8
      isFirstLineGB18030 = isGB18030
    }
    wideLines += 1
    if !isUTF8 { asUTF8 += 1 }
    if !isGB18030 { asGB18030 += 1 }
    if !isUTF8, !isGB18030, firstLine == nil { firstLine = lines }
  }

  /// Whether no line is broken as GB 18030.
  var isWholeGB18030: Bool { asGB18030 == 0 }

  /// The encoding with the fewest broken lines if they are few enough; `nil` if neither will do.
  ///
  /// UTF-8 with a broken line may happen to read as GB 18030 throughout, while text in GB 18030
  /// hardly ever reads as UTF-8. So UTF-8 is kept when nine in ten lines with anything but ASCII,
  /// the first among them, are whole.
  func encoding(marked: TextEncoding?) -> TextEncoding? {
    let isMostlyUTF8 =
      isFirstLineUTF8 && asUTF8 * 100 < lines && asUTF8 * 10 <= wideLines
    let isMostlyGB18030 =
      asGB18030 == 0 || isFirstLineGB18030 && asGB18030 * 100 < lines && asGB18030 < asUTF8
    switch marked {
    case .utf8BOM: return isMostlyUTF8 ? .utf8BOM : nil
    case .gb18030: return isMostlyGB18030 ? .gb18030 : nil
    default:
      if isMostlyUTF8 { return .utf8 }
      return isMostlyGB18030 ? .gb18030 : nil
    }
  }

  var wording: Wording {
    Wording(
      zh: "共 \(lines) 行，按 UTF-8 有 \(asUTF8) 行损坏，按 GB18030 有 \(asGB18030) 行损坏",
      en: "\(lines) lines, \(asUTF8) broken as UTF-8 and \(asGB18030) as GB18030")
  }
}
