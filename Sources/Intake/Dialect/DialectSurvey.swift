internal import Vocabulary

/// Decides the dialect of a text from its whole, read once in chunks.
///
/// For every line it counts what each delimiter, quotation mark, escape and line end would make of
/// it; the dialect is the one by which most rows have the same width. Any chunks give the same
/// decision. Memory does not grow with the text. Costs half a nanosecond for
/// each byte.
struct DialectSurvey: Sendable {
  /// What a byte is to the survey; delimiters come first, numbered from 1 in their order.
  private enum Kind {
    static let space: UInt8 = 6
    static let double: UInt8 = 7
    static let single: UInt8 = 8
    static let backslash: UInt8 = 9
    static let feed: UInt8 = 10
    static let carriageReturn: UInt8 = 11
  }

  let encoding: TextEncoding
  private let kinds: [256 of UInt8]
  /// Rows end at line feeds.
  private var lines = RowTally()
  /// Rows end at bare carriage returns too; begun with the first of them.
  private var segments: RowTally?
  /// Whether there are `segments`; asked for at each delimiter, where an optional is dear.
  private var hasSegments = false
  private(set) var beginning = TextBeginning()
  /// Bytes taken so far.
  private var taken = 0
  /// The place of a carriage return of which the next byte is not known.
  private var openReturn: Int?
  /// Whether the bytes up to here end in the first byte of a GB 18030 character.
  private var endsInLead = false
  private var isFirstLine = true

  /// A survey of a text in that encoding; UTF-16 must come as UTF-8.
  init(encoding: TextEncoding) {
    self.encoding = encoding
    var kinds = [256 of UInt8](repeating: 0)
    for (index, delimiter) in Delimiter.allCases.enumerated() {
      kinds[Int(delimiter.byte)] = UInt8(index + 1)
    }
    kinds[0x22] = Kind.double
    kinds[0x27] = Kind.single
    kinds[0x5C] = Kind.backslash
    kinds[0x0A] = Kind.feed
    kinds[0x0D] = Kind.carriageReturn
    self.kinds = kinds
  }

  /// Takes the next bytes of the text, which begins after its mark.
  mutating func take(_ chunk: Span<UInt8>) {
    beginning.take(chunk)
    var index = 0
    while index + 8 <= chunk.count {
      var marks = ByteWord(chunk, at: index).dividers
      while marks != 0 {
        look(at: index + ByteWord.firstPlace(in: marks), of: chunk)
        marks &= marks &- 1
      }
      index += 8
    }
    while index < chunk.count {
      look(at: index, of: chunk)
      index += 1
    }
    if encoding == .gb18030 { endsInLead = isTrail(chunk.count, of: chunk) }
    taken += chunk.count
  }

  @inline(__always)
  private mutating func look(at index: Int, of chunk: Span<UInt8>) {
    let byte = chunk[index]
    let kind = kinds[Int(byte)]
    guard kind != 0, byte < 0x40 || encoding != .gb18030 || !isTrail(index, of: chunk) else {
      return
    }
    note(kind, at: taken + index)
  }

  @inline(__always)
  private mutating func note(_ kind: UInt8, at place: Int) {
    var hadReturn = false
    if let openReturn {
      hadReturn = kind == Kind.feed && openReturn + 1 == place
      settleReturn(at: openReturn, isBeforeFeed: hadReturn)
    }
    switch kind {
    case Kind.feed:
      end(hadReturn ? .returnAndFeed : .feed, at: place)
    case Kind.carriageReturn:
      openReturn = place
    case Kind.space:
      lines.space(Int(kind) - 1, at: place)
      if hasSegments { segments?.space(Int(kind) - 1, at: place) }
    case Kind.double, Kind.single:
      let quote: QuoteMark = kind == Kind.double ? .double : .single
      lines.mark(quote, at: place)
      if hasSegments { segments?.mark(quote, at: place) }
    case Kind.backslash:
      lines.backslash(at: place)
      if hasSegments { segments?.backslash(at: place) }
    default:
      lines.delimiter(Int(kind) - 1, at: place)
      if hasSegments { segments?.delimiter(Int(kind) - 1, at: place) }
    }
  }

  /// The text's end: what the survey has counted by both views of a line's end.
  func finished() -> (lines: RowTally, segments: RowTally?) {
    var survey = self
    if let openReturn { survey.settleReturn(at: openReturn, isBeforeFeed: false) }
    survey.lines.finish(at: taken)
    survey.segments?.finish(at: taken)
    return (survey.lines, survey.segments)
  }

  /// Tells half of a line's end from a carriage return in the text, now that what follows is known.
  private mutating func settleReturn(at found: Int, isBeforeFeed: Bool) {
    openReturn = nil
    if isBeforeFeed {
      lines.carriageReturn(at: found)
      segments?.carriageReturn(at: found)
      return
    }
    if !hasSegments {
      segments = lines
      hasSegments = true
    }
    lines.carriageReturn(at: found)
    if isFirstLine, beginning.separator != nil {
      segments?.drop(upTo: found + 1)
    } else {
      segments?.end(.carriageReturn, at: found)
    }
    isFirstLine = false
  }

  private mutating func end(_ end: RowTally.End, at place: Int) {
    if isFirstLine, beginning.separator != nil {
      lines.drop(upTo: place + 1)
      segments?.drop(upTo: place + 1)
    } else {
      lines.end(end, at: place)
      segments?.end(end, at: place)
    }
    isFirstLine = false
  }

  /// Whether a byte is the second of a GB 18030 character: an odd number of bytes that begin or
  /// continue one stands right before it.
  private func isTrail(_ index: Int, of chunk: Span<UInt8>) -> Bool {
    var place = index
    while place > 0, chunk[place - 1] >= 0x80 { place -= 1 }
    let isOdd = (index - place) & 1 == 1
    return place == 0 && endsInLead ? !isOdd : isOdd
  }
}
