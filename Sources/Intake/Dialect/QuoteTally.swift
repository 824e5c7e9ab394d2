/// Follows quoted fields by one kind of quotation mark, for every delimiter at once.
///
/// A bit stands for each delimiter, since a mark opens a field only behind the delimiter itself and
/// closes it only before one: what is quoted depends on what delimits. Only lines with such a mark,
/// and those a quoted field goes on in, are followed; the widths of all others are those of
/// `RowTally`, from which `corrections` differ by the lines followed.
struct QuoteTally: Sendable {
  /// A quoted field that goes on through more lines has lost its end.
  private static let openLines: Int32 = 200

  /// The mark followed.
  let quote: QuoteMark
  /// Whether a mark behind a backslash is text.
  private(set) var escape = QuoteEscape.doubled
  /// What these lines add to the widths of rows when marks are text.
  private(set) var corrections = WidthTally()
  /// Rows in which a mark stands where none can, or that do not end.
  private(set) var faults = SIMD8<Int32>()
  /// Line ends within quoted fields: LF, CR LF, CR.
  private(set) var insideEnds = [SIMD8<Int32>](repeating: SIMD8(), count: 3)
  /// Fields that begin and end with a mark.
  private(set) var quotedFields = SIMD8<Int32>()

  /// Whether the line is followed.
  private(set) var isFollowing = false
  /// Delimiters by which a quoted field is open.
  private var inside: UInt8 = 0
  /// Those among them whose field may have ended with the mark at `markPlace`.
  private var ending: UInt8 = 0
  private var markPlace = -1
  private var faulty: UInt8 = 0
  private var counts = SIMD8<Int32>()
  /// Delimiters in the last row that had no fault.
  private var usual = SIMD8<Int32>()
  private var lines = SIMD8<Int32>()

  init(_ quote: QuoteMark) { self.quote = quote }

  /// The same so far, with marks behind a backslash as text from here on.
  func escaping() -> QuoteTally {
    var copy = self
    copy.escape = .backslash
    return copy
  }

  /// Begins to follow a line, in which so many delimiters went before; `usual` are those of the line
  /// before if it was not followed.
  mutating func follow(after counts: SIMD8<Int32>, usual: SIMD8<Int32>?) {
    guard !isFollowing else { return }
    isFollowing = true
    self.counts = counts
    if let usual { self.usual = usual }
    ending = 0
    faulty = 0
  }

  /// Takes a mark; `openers` are the delimiters behind which it stands.
  mutating func mark(at place: Int, openers: UInt8) {
    var doubled: UInt8 = 0
    if ending != 0 {
      if markPlace + 1 == place { doubled = ending } else { fail(ending) }
    }
    let outside = ~inside
    ending = inside & ~doubled
    inside |= openers & outside
    fail(~openers & outside)
    markPlace = place
  }

  /// Takes a mark that a backslash makes text.
  mutating func escapedMark() {
    fail(ending)
    ending = 0
  }

  /// Takes a delimiter.
  mutating func delimiter(_ index: Int, at place: Int) {
    let bit = UInt8(1) << UInt8(index)
    if ending != 0 {
      if markPlace + 1 == place {
        inside &= ~(ending & bit)
        if ending & bit & ~faulty != 0 { quotedFields[index] &+= 1 }
        fail(ending & ~bit)
      } else {
        fail(ending)
      }
      ending = 0
    }
    if inside & bit == 0 { counts[index] &+= 1 }
  }

  /// Takes a space, which may stand between a mark and what follows.
  mutating func space(_ index: Int, at place: Int) {
    let bit = UInt8(1) << UInt8(index)
    if ending != 0, markPlace + 1 == place {
      inside &= ~(ending & bit)
      if ending & bit & ~faulty != 0 { quotedFields[index] &+= 1 }
      ending &= ~bit
      markPlace = place
    }
    if inside & bit == 0 { counts[index] &+= 1 }
  }

  /// Takes a carriage return that may be half of a line's end.
  mutating func carriageReturn(at place: Int) {
    if markPlace + 1 == place { markPlace = place }
  }

  /// Ends a line that is followed; `plain` are its delimiters when marks are text.
  mutating func end(at place: Int, kind: Int, plain: SIMD8<Int32>, isBlank: Bool) {
    if ending != 0 {
      if markPlace + 1 == place {
        inside &= ~ending
        quotedFields &+= QuoteTally.ones(ending & ~faulty)
      } else {
        fail(ending)
      }
      ending = 0
    }
    for index in Delimiter.allCases.indices {
      let bit = UInt8(1) << UInt8(index)
      if !isBlank { corrections.add(-1, delimiters: plain[index], of: index) }
      if faulty & bit != 0 {
        faults[index] &+= 1
        restart(index)
      } else if inside & bit == 0 {
        if !isBlank || lines[index] > 0 {
          corrections.add(1, delimiters: counts[index], of: index)
          usual[index] = counts[index]
        }
        restart(index)
      } else if usual[index] >= 3 && plain[index] == usual[index] && lines[index] > 0
        || lines[index] >= QuoteTally.openLines
      {
        // The quoted field swallows whole rows: its end is lost.
        faults[index] &+= 1
        if !isBlank { corrections.add(1, delimiters: plain[index], of: index) }
        restart(index)
      } else {
        lines[index] &+= 1
        insideEnds[kind][index] &+= 1
      }
    }
    inside &= ~faulty
    faulty = 0
    isFollowing = inside != 0
  }

  /// Notes a mark that neither opens nor ends a field; apostrophes are text wherever they stand.
  private mutating func fail(_ delimiters: UInt8) {
    if quote == .double { faulty |= delimiters }
  }

  private mutating func restart(_ index: Int) {
    counts[index] = 0
    lines[index] = 0
    inside &= ~(UInt8(1) << UInt8(index))
  }

  /// Ends the text: a field that is still open makes a fault.
  mutating func finish() {
    guard isFollowing else { return }
    faults &+= QuoteTally.ones(inside)
  }

  private static func ones(_ mask: UInt8) -> SIMD8<Int32> {
    var ones = SIMD8<Int32>()
    for index in Delimiter.allCases.indices where mask >> UInt8(index) & 1 != 0 { ones[index] = 1 }
    return ones
  }
}
