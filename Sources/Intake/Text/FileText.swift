internal import Vocabulary

/// A file's text in a form that can be split at ASCII bytes, and the encoding it came in.
///
/// UTF-8 and GB 18030 stay as they are, for none of the bytes that structure a table can be part of
/// another character there; UTF-16 is turned into UTF-8.
struct FileText: Sendable {
  let encoding: TextEncoding
  /// Length of the byte order mark in the file.
  let markLength: Int
  let bytes: [UInt8]
  /// Where the text starts in `bytes`.
  let start: Int
  /// Whether every character was found whole and of this encoding; otherwise fields must be checked
  /// one by one.
  let isWhole: Bool

  /// Decides what `file` is.
  ///
  /// A mark decides. Without one strict UTF-8 over the whole file comes first, then strict GB 18030
  /// over the whole file. A file that is neither keeps the encoding with the fewest broken lines
  /// if these are under one in a hundred and the first line is whole. A text that reads as both and
  /// holds no three-byte character is not guessed at: `中` can also be two Latin letters.
  /// `shown` names the file in messages.
  init(deciding file: [UInt8], shown: String) throws(Failure) {
    if let format = FileSignature.foreignFormat(of: file) {
      throw Failure(.unusableInput, .notText, file: shown, detail: format)
    }
    let mark = TextEncoding.marked(file)
    let start = mark?.markLength ?? 0
    guard file[start...].contains(where: { !FileText.isBlank($0) }) else {
      throw Failure(.unusableInput, .emptyFile, file: shown)
    }
    switch mark?.encoding {
    case .utf16LE, .utf16BE:
      try self.init(transcoding: file, mark?.encoding ?? .utf16LE, start: start, shown: shown)
    case let encoding:
      try self.init(choosing: file, marked: encoding, start: start, shown: shown)
    }
  }

  private init(
    transcoding file: [UInt8], _ encoding: TextEncoding, start: Int, shown: String
  ) throws(Failure) {
    let isBigEndian = encoding == .utf16BE
    guard let text = UTF16Text.transcoded(file, from: start, isBigEndian: isBigEndian) else {
      throw Failure(
        .unusableInput, .undecidableEncoding, file: shown,
        detail: Wording(zh: "有 UTF-16 标记，但内容不合 UTF-16", en: "marked as UTF-16, but is not"))
    }
    self.encoding = encoding
    markLength = start
    bytes = text
    self.start = 0
    isWhole = true
  }

  private init(
    choosing file: [UInt8], marked: TextEncoding?, start: Int, shown: String
  ) throws(Failure) {
    bytes = file
    markLength = start
    self.start = start
    let text = file.span.extracting(start..<file.count)
    let isUTF8 = marked != .gb18030 && FileText.isUTF8(text)
    if isUTF8 {
      encoding = marked ?? .utf8
      isWhole = true
      if marked == nil { try FileText.refuseAmbiguous(text, shown: shown) }
      return
    }
    let survey = GB18030.survey(text)
    if marked == nil, survey.looksLikeBig5 {
      throw Failure(
        .unusableInput, .undecidableEncoding, file: shown,
        detail: Wording(zh: "像是 Big5，不受支持", en: "looks like Big5, which is not supported"))
    }
    let damage = BrokenLines(in: text)
    guard
      let choice = damage.encoding(marked: marked)
    else {
      throw Failure(
        .unusableInput, .undecidableEncoding, file: shown, line: damage.firstLine,
        detail: damage.wording)
    }
    encoding = choice
    isWhole = choice == .gb18030 && damage.isWholeGB18030
  }

  /// Whether bytes are UTF-8 without overlong forms, surrogates or anything above U+10FFFF.
  static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes)) != nil
  }

  /// Whether bytes are UTF-8 with two characters of three bytes at least.
  ///
  /// Text in GB 18030 is that by chance only where a line is three characters long, and then once
  /// in thousands.
  static func isSurelyUTF8(_ bytes: Span<UInt8>) -> Bool {
    var longCharacters = 0
    for index in bytes.indices where bytes[index] >= 0xE0 { longCharacters += 1 }
    return longCharacters >= 2 && isUTF8(bytes)
  }

  private static func refuseAmbiguous(_ text: Span<UInt8>, shown: String) throws(Failure) {
    var hasTwoByteCharacters = false
    for index in text.indices where text[index] >= 0x80 {
      if text[index] >= 0xE0 { return }
      hasTwoByteCharacters = true
    }
    guard hasTwoByteCharacters, GB18030.survey(text).fault == nil else { return }
    throw Failure(
      .unusableInput, .undecidableEncoding, file: shown,
      detail: Wording(
        zh: "按 UTF-8 和 GB18030 都能读通，非英文字符太少，无法判断",
        en: "reads as UTF-8 and as GB18030 alike; too few characters to tell"))
  }

  /// Space, tab and line ends, and the zero bytes between them in UTF-16.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0
  }
}
