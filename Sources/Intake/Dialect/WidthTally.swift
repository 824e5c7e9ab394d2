/// How many rows have how many fields, for every delimiter at once.
///
/// Takes up the same memory whatever the file: a count for each delimiter and width.
struct WidthTally: Sendable {
  /// The widths of rows by one delimiter.
  struct Summary: Sendable {
    /// The most frequent number of fields above one, the wider of two; 1 if there is none.
    var usual = 1
    /// Rows of the usual width.
    var agreeing = 0
    /// Rows of two fields or more.
    var divided = 0
    var rows = 0
  }

  /// Widths above the limit of columns share the last place.
  private static let places = IntakeLimits.columns + 2
  private var counts = [Int32](repeating: 0, count: Delimiter.allCases.count * places)

  /// Adds rows with that many delimiters in them; a negative number takes them back.
  @inline(__always)
  mutating func add(_ rows: Int32, delimiters: Int32, of delimiter: Int) {
    let width = min(Int(delimiters) + 1, WidthTally.places - 1)
    counts[delimiter * WidthTally.places + width] &+= rows
  }

  /// The widths of all rows added, here and to `other`.
  func summary(of delimiter: Int, adding other: WidthTally?) -> Summary {
    var summary = Summary()
    let start = delimiter * WidthTally.places
    for width in 1..<WidthTally.places {
      let rows = Int(counts[start + width]) + Int(other?.counts[start + width] ?? 0)
      summary.rows += rows
      guard width > 1 else { continue }
      summary.divided += rows
      if rows > 0, rows >= summary.agreeing, width < WidthTally.places - 1 {
        summary.usual = width
        summary.agreeing = rows
      }
    }
    return summary
  }
}
