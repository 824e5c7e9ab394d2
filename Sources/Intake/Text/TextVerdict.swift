internal import Vocabulary

/// What the survey of a text says of its encoding, and the words for it.
struct TextVerdict {
  private let lines: LineSurvey
  private let tally: LineDamage
  private let mark: TextEncoding?
  private let byteCount: Int

  init(lines: LineSurvey, mark: TextEncoding?, byteCount: Int) {
    self.lines = lines
    tally = lines.tally
    self.mark = mark
    self.byteCount = byteCount
  }

  /// Whether every character is whole in UTF-8, and the text is not marked as another encoding.
  private var isWholeUTF8: Bool { mark != .gb18030 && tally.isUTF8 }

  /// Whether the text reads as UTF-8 and as GB 18030 and holds no character of three bytes: `中` can
  /// also be two Latin letters.
  var isAmbiguous: Bool {
    mark == nil && tally.isUTF8 && tally.wide > 0 && !lines.hasLongCharacters && tally.isGB18030
  }

  /// The encoding of the text, whole or but for a few lines; `nil` if it cannot be told.
  var choice: TextEncoding? {
    if isWholeUTF8 { return mark ?? .utf8 }
    switch mark {
    case .utf8BOM: return tally.isMostlyUTF8 ? .utf8BOM : nil
    case .gb18030: return tally.isMostlyGB18030 ? .gb18030 : nil
    default:
      guard !tally.looksLikeBig5, !tally.looksLikeLatin else { return nil }
      if tally.isMostlyUTF8 { return .utf8 }
      return tally.isMostlyGB18030 ? .gb18030 : nil
    }
  }

  func isWhole(_ choice: TextEncoding) -> Bool {
    choice == .gb18030 ? tally.isGB18030 : tally.isUTF8
  }

  /// What happened to text that is well-formed and says nothing; `nil` for other text.
  var misreading: Wording? {
    if let way = lines.runs.way { return way.wording }
    if lines.replacements >= 4, lines.replacements * 2 >= lines.characters, tally.isMostlyUTF8 {
      return Wording(
        zh: "汉字已丢失，只剩替换符 U+FFFD",
        en: "the Chinese is lost; U+FFFD stands in its place")
    }
    if tally.wide == 0, lines.questionMarks.replaceWords(inLines: tally.lines) {
      return Wording(
        zh: "汉字已丢失，只剩问号", en: "the Chinese is lost; question marks stand in its place")
    }
    return nil
  }
}

extension MisreadRuns.Way {
  fileprivate var wording: Wording {
    switch self {
    case .utf8AsGBK:
      Wording(
        zh: "UTF-8 文本曾按 GBK 打开并另存（形如“浣犲ソ”）",
        en: "UTF-8 text was opened as GBK and saved (it looks like 浣犲ソ)")
    case .utf8AsLatin:
      Wording(
        zh: "UTF-8 文本曾按西文编码打开并另存（形如“ä½ å¥½”）",
        en: "UTF-8 text was opened in a Western encoding and saved (it looks like ä½ å¥½)")
    case .gbkAsLatin:
      Wording(
        zh: "GBK 文本曾按西文编码打开并另存（形如“ÄãºÃ”）",
        en: "GBK text was opened in a Western encoding and saved (it looks like ÄãºÃ)")
    case .lostAsGBK:
      Wording(zh: "汉字已丢失，只剩“锟斤拷”", en: "the Chinese is lost; 锟斤拷 stands in its place")
    }
  }
}

extension TextVerdict {
  /// Why the text is taken for `choice`.
  func reason(_ choice: TextEncoding) -> Wording {
    if isAmbiguous {
      return Wording(
        zh: "按 UTF-8 和 GB18030 都能读通，非英文字符太少，无法判断",
        en: "reads as UTF-8 and as GB18030 alike; too few characters to tell")
    }
    if isWhole(choice), choice != .gb18030 || mark == .gb18030 { return wholeReason(choice) }
    let name = choice.baseName
    if choice == .gb18030, isWhole(choice) {
      let line = tally.firstBrokenAsUTF8.map { tally.number(of: $0) } ?? 1
      return Wording(
        zh: "不合 UTF-8（第 \(line) 行），全文合 GB18030",
        en: "not UTF-8 (line \(line)), and GB18030 throughout")
    }
    let isUTF8 = choice != .gb18030
    let broken = isUTF8 ? tally.brokenAsUTF8 : tally.brokenAsGB18030
    let place = isUTF8 ? tally.firstBrokenAsUTF8 : tally.firstBrokenAsGB18030
    let line = place.map { tally.number(of: $0) } ?? 1
    return Wording(
      zh: "\(markWord.zh)\(tally.lines) 行中只有 \(broken) 行不合 \(name)（首见第 \(line) 行）",
      en: "\(markWord.en)only \(broken) of \(tally.lines) lines not \(name) (line \(line) first)")
  }

  /// Why a text without a broken character is what it is.
  func wholeReason(_ choice: TextEncoding) -> Wording {
    guard tally.wide > 0 || mark != nil else {
      return Wording(
        zh: "全部 \(byteCount) 字节都是 ASCII，即合 UTF-8",
        en: "all \(byteCount) bytes are ASCII, which is UTF-8")
    }
    return Wording(
      zh: "\(markWord.zh)全部 \(byteCount) 字节都合 \(choice.baseName)",
      en: "\(markWord.en)all \(byteCount) bytes are valid \(choice.baseName)")
  }

  private var markWord: Wording {
    mark == nil
      ? Wording(verbatim: "") : Wording(zh: "有字节序标记，", en: "marked so at its start; ")
  }

  var brokenUTF16: Wording {
    Wording(zh: "有 UTF-16 标记，但内容不合 UTF-16", en: "marked as UTF-16, but is not")
  }

  func mixture(_ second: TextEncoding) -> Wording {
    let first = second == .gb18030 ? TextEncoding.utf8 : .gb18030
    return Wording(
      zh: "先是 \(first.baseName)，从这一行起是 \(second.baseName)",
      en: "\(first.baseName) first, \(second.baseName) from this line on")
  }

  /// The line to name when the encoding cannot be told.
  var refusedLine: Int? {
    tally.looksLikeBig5 || tally.looksLikeLatin
      ? nil : tally.firstBrokenInBoth.map { tally.number(of: $0) }
  }

  /// Why the encoding cannot be told.
  var refusal: Wording {
    if mark == nil, tally.looksLikeBig5 {
      return Wording(zh: "像是 Big5，不受支持", en: "looks like Big5, which is not supported")
    }
    if mark == nil, tally.looksLikeLatin {
      return Wording(
        zh: "像是西文编码（Windows-1252），不受支持",
        en: "looks like a Western encoding (Windows-1252), which is not supported")
    }
    return Wording(
      zh:
        "共 \(tally.lines) 行，按 UTF-8 有 \(tally.brokenAsUTF8) 行损坏，按 GB18030 有 "
        + "\(tally.brokenAsGB18030) 行损坏",
      en:
        "\(tally.lines) lines, \(tally.brokenAsUTF8) broken as UTF-8 and "
        + "\(tally.brokenAsGB18030) as GB18030")
  }
}
