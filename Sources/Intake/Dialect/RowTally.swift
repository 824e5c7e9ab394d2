/// Counts the fields of every row by every delimiter, quotation mark and escape at once, by one view
/// of what ends a line.
struct RowTally: Sendable {
  /// How a line ended; raw values are places in `ends`.
  enum End: Int, Sendable {
    case feed, returnAndFeed, carriageReturn
  }

  /// Rows by width if marks are text.
  private(set) var plain = WidthTally()
  /// What differs by quotation mark; with a backslash as escape once one stood before a mark.
  private(set) var quotes = [QuoteTally(.double), QuoteTally(.single)]
  /// Line ends by kind, those of blank lines too.
  private(set) var ends = SIMD4<Int>()
  /// How many delimiters there are, and how many of them a space follows.
  private(set) var delimiters = SIMD8<Int>()
  private(set) var spaced = SIMD8<Int>()

  /// Delimiters of the line so far; no vector, for writing a part of one and reading the whole is slow.
  private var counts = [8 of Int32](repeating: 0)
  /// Delimiters of the line before if it has no quotation mark and is not blank.
  private var usual: SIMD8<Int32>?
  private var lineStart = 0
  /// Carriage returns in the line, which leave it blank.
  private var returns = 0
  private var isFollowing = false
  /// The place where a field may begin, and the delimiters for which it may.
  private var openingPlace = 0
  private var openers: UInt8 = 0xFF
  private var backslash = -2

  /// Takes a delimiter; they are numbered in their order, the space is the last.
  @inline(__always)
  mutating func delimiter(_ index: Int, at place: Int) {
    counts[index] &+= 1
    openers = 1 << UInt8(index)
    openingPlace = place + 1
    if isFollowing { follow { $0.delimiter(index, at: place) } }
  }

  /// Takes a space.
  @inline(__always)
  mutating func space(_ index: Int, at place: Int) {
    counts[index] &+= 1
    if openingPlace != place {
      openers = 0
    } else if openers.nonzeroBitCount == 1 {
      spaced[openers.trailingZeroBitCount] += 1
    }
    openers |= 1 << UInt8(index)
    openingPlace = place + 1
    if isFollowing { follow { $0.space(index, at: place) } }
  }

  /// Takes a quotation mark.
  mutating func mark(_ quote: QuoteMark, at place: Int) {
    let isEscaped = backslash == place - 1
    if isEscaped, !quotes.contains(where: { $0.quote == quote && $0.escape == .backslash }),
      let doubling = quotes.first(where: { $0.quote == quote })
    {
      quotes.append(doubling.escaping())
    }
    let openers = openingPlace == place ? openers : 0
    for index in quotes.indices where quotes[index].quote == quote {
      quotes[index].follow(after: vector, usual: usual)
      if isEscaped, quotes[index].escape == .backslash {
        quotes[index].escapedMark()
      } else {
        quotes[index].mark(at: place, openers: openers)
      }
    }
    isFollowing = true
  }

  /// Takes a backslash.
  mutating func backslash(at place: Int) {
    backslash = backslash == place - 1 ? -2 : place
  }

  /// Takes a carriage return that is text or half of a line's end.
  mutating func carriageReturn(at place: Int) {
    returns += 1
    if isFollowing { follow { $0.carriageReturn(at: place) } }
  }

  /// Ends a line; `place` is that of its last byte, the line feed or the carriage return.
  mutating func end(_ end: End, at place: Int) {
    ends[end.rawValue] += 1
    close(at: place, next: place + 1, kind: end.rawValue)
  }

  /// Forgets the line under way, which is not of the table.
  mutating func drop(upTo place: Int) {
    counts = [8 of Int32](repeating: 0)
    begin(place)
  }

  /// Ends the text, with a last line that may lack its end.
  mutating func finish(at place: Int) {
    if place > lineStart { close(at: place, next: place, kind: End.feed.rawValue) }
    for index in quotes.indices { quotes[index].finish() }
  }

  private mutating func close(at place: Int, next: Int, kind: Int) {
    let counts = vector
    let isBlank = place - lineStart == Int(counts.wrappedSum()) + returns
    if !isBlank {
      for index in Delimiter.allCases.indices {
        plain.add(1, delimiters: counts[index], of: index)
      }
      delimiters &+= SIMD8(truncatingIfNeeded: counts)
    }
    if !isBlank { usual = isFollowing ? nil : counts }
    if isFollowing {
      isFollowing = false
      for index in quotes.indices where quotes[index].isFollowing {
        quotes[index].end(at: place, kind: kind, plain: counts, isBlank: isBlank)
        // A field that goes on makes the next line followed from its start.
        if quotes[index].isFollowing { isFollowing = true }
      }
    }
    self.counts = [8 of Int32](repeating: 0)
    begin(next)
  }

  private var vector: SIMD8<Int32> {
    SIMD8(
      counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7])
  }

  private mutating func begin(_ place: Int) {
    lineStart = place
    returns = 0
    openingPlace = place
    openers = 0xFF
  }

  private mutating func follow(_ body: (inout QuoteTally) -> Void) {
    for index in quotes.indices where quotes[index].isFollowing { body(&quotes[index]) }
  }
}
