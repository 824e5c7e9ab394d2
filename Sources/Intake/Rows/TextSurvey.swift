internal import Files
internal import Vocabulary

/// What two readings of a whole source tell before its rows are read: hash, encoding, dialect.
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
    try source.open().pieces(from: 0, of: IntakeLimits.pieceBytes) { piece in
      hash.update(piece)
      text.take(piece)
    }
    let encoding = try text.decision(shown: source.shown)
    var dialects = DialectSurvey(encoding: encoding.encoding)
    var units = encoding.encoding.isBigEndianUTF16.map { UTF16Reader(isBigEndian: $0) }
    var transcribed: [UInt8] = []
    try source.open().pieces(from: encoding.markLength, of: IntakeLimits.pieceBytes) { piece in
      guard units != nil else {
        dialects.take(piece)
        return
      }
      transcribed.removeAll(keepingCapacity: true)
      _ = units?.take(piece, into: &transcribed)
      let whole = transcribed
      dialects.take(whole.span)
    }
    sha256 = hash.hex
    self.encoding = encoding
    dialect = try dialects.decision(shown: source.shown)
    (bodyStart, linesBeforeBody) = try TextSurvey.body(of: source, encoding, dialect)
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
