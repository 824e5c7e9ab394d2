internal import Files
internal import Vocabulary

/// What a reading of a whole source tells before its rows are read: hash, encoding, dialect.
///
/// The dialect is found along the way for the encoding of the first piece; only where the whole turns
/// out to be another, or is UTF-16, the source is read a second time.
struct TextSurvey {
  let sha256: String
  let encoding: EncodingDecision
  let dialect: Dialect
  /// Where the first row begins, after a mark and a `sep=` line.
  let bodyStart: Int
  let linesBeforeBody: Int

  init(_ source: ByteSource) throws(Failure) {
    var hash = SHA256Digest.Running()
    var text = EncodingSurvey()
    var guessed: DialectSurvey?
    var isFirst = true
    try source.open().pieces(from: 0, of: IntakeLimits.pieceBytes) { piece in
      hash.update(piece)
      text.take(piece)
      guard isFirst else {
        guessed?.take(piece)
        return
      }
      isFirst = false
      guard let guess = try? text.decision(shown: source.shown),
        guess.encoding.isBigEndianUTF16 == nil
      else {
        return
      }
      guessed = DialectSurvey(encoding: guess.encoding)
      guessed?.take(piece.extracting(guess.markLength..<piece.count))
    }
    let encoding = try text.decision(shown: source.shown)
    if let guessed, guessed.encoding == encoding.encoding {
      dialect = try guessed.decision(shown: source.shown)
    } else {
      dialect = try TextSurvey.dialect(of: source, encoding)
    }
    sha256 = hash.hex
    self.encoding = encoding
    (bodyStart, linesBeforeBody) = try TextSurvey.body(of: source, encoding, dialect)
  }

  /// Reads the source once more, now that its encoding is known.
  private static func dialect(
    of source: ByteSource, _ encoding: EncodingDecision
  ) throws(Failure) -> Dialect {
    var survey = DialectSurvey(encoding: encoding.encoding)
    var units = encoding.encoding.isBigEndianUTF16.map { UTF16Reader(isBigEndian: $0) }
    var transcribed: [UInt8] = []
    try source.open().pieces(from: encoding.markLength, of: IntakeLimits.pieceBytes) { piece in
      guard units != nil else {
        survey.take(piece)
        return
      }
      transcribed.removeAll(keepingCapacity: true)
      _ = units?.take(piece, into: &transcribed)
      let whole = transcribed
      survey.take(whole.span)
    }
    return try survey.decision(shown: source.shown)
  }

  /// Skips the `sep=;` by which a spreadsheet is told the delimiter.
  private static func body(
    of source: ByteSource, _ encoding: EncodingDecision, _ dialect: Dialect
  ) throws(Failure) -> (start: Int, lines: Int) {
    var lines = LineReader(
      try source.open(), from: encoding.markLength, end: dialect.lineEnd,
      unit: encoding.encoding.unit)
    guard try lines.next(), lines.content.count <= 16 else { return (encoding.markLength, 0) }
    let letters = lines.window[lines.content].filter { $0 != 0 }.map { $0 | 0x20 }
    return letters.starts(with: "sep=".utf8) && letters.count <= 5
      ? (lines.range.upperBound, 1) : (encoding.markLength, 0)
  }
}
