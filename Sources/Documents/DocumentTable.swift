/// A table over the width of the text, its head repeated on every page.
package struct DocumentTable: Sendable, Hashable {
  /// How a column's cells stand; heads are centred.
  package enum Alignment: Sendable, Hashable { case left, centre, right }

  /// A column: its share of the width, in any unit, and how its cells stand.
  package struct Column: Sendable, Hashable {
    let share: Int
    let alignment: Alignment

    /// A column; its share is above 0.
    package init(_ share: Int, _ alignment: Alignment = .left) {
      precondition(share > 0)
      self.share = share
      self.alignment = alignment
    }
  }

  /// Without `表1`: tables are numbered by their place.
  let caption: String
  let columns: [Column]
  let header: [[String]]
  let rows: [[[Run]]]
  let note: String?

  /// A table; every row of the head and of the body has a cell for every column.
  package init(
    _ caption: String, columns: [Column], header: [[String]], rows: [[[Run]]], note: String? = nil
  ) {
    precondition(!columns.isEmpty)
    precondition(header.allSatisfy { $0.count == columns.count })
    precondition(rows.allSatisfy { $0.count == columns.count })
    self.caption = caption
    self.columns = columns
    self.header = header
    self.rows = rows
    self.note = note
  }

  /// The columns' widths in twentieths of a point; together exactly `width`.
  func widths(of width: Int) -> [Int] {
    let whole = columns.reduce(0) { $0 + $1.share }
    var before = 0
    var reached = 0
    return columns.map { column in
      before += column.share
      let edge = width * before / whole
      defer { reached = edge }
      return edge - reached
    }
  }
}
