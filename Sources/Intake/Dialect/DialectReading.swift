/// What one delimiter, quotation mark, escape and view of line ends would make of a text.
struct DialectReading: Sendable {
  /// The delimiter's place among all.
  let index: Int
  let quote: QuoteMark
  let escape: QuoteEscape
  let returnsEndRows: Bool
  /// The most frequent number of fields above one.
  let width: Int
  /// Rows of that width.
  let agreeing: Int
  /// Rows of two fields or more.
  let divided: Int
  /// All rows that are not blank.
  let rows: Int
  /// Rows with a stray or open quotation mark.
  let faults: Int
  /// Fields in quotation marks.
  let quotedFields: Int

  var delimiter: Delimiter { Delimiter.allCases[index] }

  /// The share of rows that have the usual width.
  var share: Double { rows == 0 ? 0 : Double(agreeing) / Double(rows) }

  /// Whether the rows are a table by this delimiter: most are divided by it, or those that are
  /// agree so well that the others must be captions and notes.
  var isTable: Bool {
    guard agreeing > 0 else { return false }
    return divided * 2 >= rows || width > 2 && agreeing > 1 && agreeing * 5 >= divided * 4
  }

  /// A reading without quotation marks if `quotes` is `nil`.
  init(_ tally: RowTally, _ index: Int, _ quotes: QuoteTally?, returnsEndRows: Bool) {
    let widths = tally.plain.summary(of: index, adding: quotes?.corrections)
    self.index = index
    quote = quotes?.quote ?? .none
    escape = quotes?.escape ?? .doubled
    self.returnsEndRows = returnsEndRows
    width = widths.usual
    agreeing = widths.agreeing
    divided = widths.divided
    faults = quotes.map { Int($0.faults[index]) } ?? 0
    rows = widths.rows + faults
    quotedFields = quotes.map { Int($0.quotedFields[index]) } ?? 0
  }

  /// The best reading by that delimiter.
  static func best(_ tally: RowTally, _ index: Int, returnsEndRows: Bool) -> DialectReading {
    func reading(_ quotes: QuoteTally?) -> DialectReading {
      DialectReading(tally, index, quotes, returnsEndRows: returnsEndRows)
    }
    /// With the escape by which more rows agree and fewer are at fault.
    func reading(_ quote: QuoteMark) -> DialectReading {
      let readings = tally.quotes.filter { $0.quote == quote }.map { reading($0) }
      return readings.dropFirst().reduce(readings.first ?? reading(nil)) { best, next in
        (next.agreeing, -next.faults) > (best.agreeing, -best.faults) ? next : best
      }
    }
    let double = reading(.double)
    let single = reading(.single)
    if single.agreeing >= double.agreeing, single.quotedFields > double.quotedFields,
      single.agreeing > double.agreeing || single.quotedFields >= single.rows
    {
      return single
    }
    // A few stray marks are damage and are reported; marks that are seldom anything else are text.
    let none = reading(nil)
    let areText = double.faults >= 10 && double.faults * 10 >= double.rows
    return areText && double.faults > double.quotedFields && none.agreeing > double.agreeing
      ? none : double
  }
}
