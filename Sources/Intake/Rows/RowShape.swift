internal import Vocabulary

/// What the first records of a file, and the widths of all, tell of the shape of each.
///
/// Decides whether a row with more or fewer fields than the header is damaged. A row may lack
/// trailing columns that no sampled record fills, for spreadsheets leave such cells out, and may
/// have empty fields at its end. It is refused when the difference could also come from a delimiter
/// lost or added within, for then its values stand in the wrong columns.
struct RowShape: Sendable {
  /// How the fields of a row stand to the columns.
  enum Fit {
    case exact
    /// Empty columns are missing at the end.
    case lacksTail
    /// Empty fields follow the last column.
    case hasEmptyTail
    /// About twice as many fields as columns: two rows in one line.
    case fused
    case wrong
  }

  /// The number of columns.
  let width: Int
  /// The number of fields most rows have.
  private let usualWidth: Int
  /// From this column on no sampled record has a value.
  private let firstEmptyColumn: Int

  /// `filled` tells which columns have a value in any sampled record.
  init(width: Int, usualWidth: Int, filled: [Bool]) {
    self.width = width
    self.usualWidth = usualWidth
    firstEmptyColumn = (filled.lastIndex(of: true) ?? -1) + 1
  }

  /// How the row's fields stand to the columns.
  func fit(_ row: RowFields) -> Fit {
    if row.count == width { return .exact }
    if row.count > width {
      var isTailEmpty = true
      for field in width..<row.count where !row.range(of: field).isEmpty { isTailEmpty = false }
      if isTailEmpty, row.count == usualWidth || !row.range(of: width - 1).isEmpty {
        return .hasEmptyTail
      }
      return width > 2 && (row.count == 2 * width - 1 || row.count == 2 * width) ? .fused : .wrong
    }
    guard row.count >= firstEmptyColumn else { return .wrong }
    return firstEmptyColumn == 0 || !row.range(of: firstEmptyColumn - 1).isEmpty
      ? .lacksTail : .wrong
  }
}
