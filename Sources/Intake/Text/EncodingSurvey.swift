internal import Vocabulary

/// Decides the encoding of a file from its bytes, taken in pieces cut anywhere, in one pass.
///
/// A mark decides. Without one strict UTF-8 over the whole file comes first, then strict GB 18030 over
/// the whole file. A file that is neither keeps the encoding in which only few lines are broken, so
/// that one broken character costs one field. What is no text, text that was misread and saved, two
/// encodings in one file and what reads as both are refused by name. Memory is constant, but for
/// UTF-16 that of a piece; the decision is the same whatever the pieces.
struct EncodingSurvey {
  /// The file's first bytes.
  private var head: [UInt8] = []
  private var zeros = ZeroPattern()
  private var byteCount = 0
  private var hasContent = false
  private var foreign: Wording?

  private var marked: (encoding: TextEncoding, markLength: Int)?
  private var isMarkKnown = false
  private var lines = LineSurvey()
  private var units: UTF16Reader?
  /// A piece of UTF-16 as UTF-8, and the first of it.
  private var transcribed: [UInt8] = []
  private var transcribedHead: [UInt8] = []

  init() {}

  /// Whether the first bytes name a format that is no text, so that the rest need not be read.
  var isRefused: Bool { foreign != nil }

  /// Takes the next piece of the file.
  mutating func take(_ piece: Span<UInt8>) {
    guard !isRefused, !piece.isEmpty else { return }
    byteCount += piece.count
    zeros.take(piece)
    var start = 0
    if !isMarkKnown || head.count < FileSignature.length {
      start = takeHead(piece)
      guard !isRefused else { return }
    }
    guard isMarkKnown else { return }
    takeText(piece.extracting(start..<piece.count))
  }

  /// Keeps the file's first bytes; how many bytes of the piece are no part of the text.
  private mutating func takeHead(_ piece: Span<UInt8>) -> Int {
    let before = head.count
    for index in 0..<min(piece.count, FileSignature.length - before) { head.append(piece[index]) }
    if head.count == FileSignature.length { foreign = FileSignature.foreignFormat(of: head) }
    guard !isMarkKnown, head.count >= TextEncoding.longestMark else { return 0 }
    let markLength = settleMark()
    // What came before this piece was held back until the mark was known.
    if before > markLength {
      let held = Array(head[markLength..<before])
      takeText(held.span)
      return 0
    }
    return markLength - before
  }

  /// Decides what the mark is; its length.
  private mutating func settleMark() -> Int {
    isMarkKnown = true
    marked = TextEncoding.marked(head)
    switch marked?.encoding {
    case .utf16LE: units = UTF16Reader(isBigEndian: false)
    case .utf16BE: units = UTF16Reader(isBigEndian: true)
    default: break
    }
    return marked?.markLength ?? 0
  }

  private mutating func takeText(_ text: Span<UInt8>) {
    if !hasContent {
      for index in text.indices where !EncodingSurvey.isBlank(text[index]) {
        hasContent = true
        break
      }
    }
    guard units != nil else {
      lines.take(text)
      return
    }
    var transcribed = exchange(&self.transcribed, with: [])
    transcribed.removeAll(keepingCapacity: true)
    _ = units?.take(text, into: &transcribed)
    lines.take(transcribed.span)
    transcribedHead.append(
      contentsOf: transcribed.prefix(FileSignature.length - transcribedHead.count))
    self.transcribed = transcribed
  }

  /// Space, tab and line ends, and the zero bytes between them in UTF-16.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0
  }
}

extension EncodingSurvey {
  /// What the file that `shown` names is, once all of it was taken.
  ///
  /// Throws for an empty file, what is no text, and text whose encoding cannot be told or is not one.
  func decision(shown: String) throws(Failure) -> EncodingDecision {
    var survey = self
    survey.end()
    return try survey.decided(shown: shown)
  }

  private mutating func end() {
    if !isMarkKnown {
      let markLength = settleMark()
      let held = Array(head[markLength...])
      takeText(held.span)
    }
    foreign =
      foreign ?? FileSignature.foreignFormat(of: head)
      ?? (units == nil ? zeros.format : TextFormat.name(of: transcribedHead[...]))
    lines.end()
  }

  private func decided(shown: String) throws(Failure) -> EncodingDecision {
    func refuse(
      _ code: ProblemCode, line: Int? = nil, _ detail: Wording? = nil
    ) -> Failure {
      Failure(.unusableInput, code, file: shown, line: line, detail: detail)
    }
    if let foreign { throw refuse(.notText, foreign) }
    guard hasContent else { throw refuse(.emptyFile) }
    let mark = marked?.encoding
    let verdict = TextVerdict(lines: lines, mark: mark, byteCount: byteCount)
    if let units {
      guard units.isWhole else { throw refuse(.undecidableEncoding, verdict.brokenUTF16) }
    }
    if let misread = verdict.misreading { throw refuse(.doubleEncoded, misread) }
    if let units, units.isWhole, let mark {
      return EncodingDecision(
        encoding: mark, markLength: marked?.markLength ?? 0, isWhole: true,
        reason: verdict.wholeReason(mark))
    }
    if let choice = verdict.choice {
      return EncodingDecision(
        encoding: choice, markLength: marked?.markLength ?? 0, isWhole: verdict.isWhole(choice),
        isAmbiguous: verdict.isAmbiguous, reason: verdict.reason(choice))
    }
    if mark == nil, let format = zeros.formatOfBrokenText { throw refuse(.notText, format) }
    if let turn = lines.tally.turn {
      throw refuse(.mixedEncodings, line: turn.line, verdict.mixture(turn.to))
    }
    throw refuse(.undecidableEncoding, line: verdict.refusedLine, verdict.refusal)
  }
}
