internal import Vocabulary

/// What the first records of a file tell of the shape of all.
///
/// Decides whether a row with more or fewer fields than the header is damaged. A row may lack
/// trailing columns that no sampled record fills, for spreadsheets leave such cells out, and may
/// have empty fields at its end. It is refused when the difference could also come from a delimiter
/// lost or added within, for then its values stand in the wrong columns.
struct RowShape: Sendable {
  /// The number of columns.
  let width: Int
  /// The number of fields most sampled records have.
  private let usualWidth: Int
  /// From this column on no sampled record has a value.
  private let firstEmptyColumn: Int

  /// `widths` counts the sampled records by their number of fields; `filled` tells which columns
  /// have a value in any of them.
  init(width: Int, widths: [Int: Int], filled: [Bool]) {
    self.width = width
    usualWidth =
      widths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? width
    firstEmptyColumn = (filled.lastIndex(of: true) ?? -1) + 1
  }

  /// Whether the row's fields stand in the columns they belong to.
  func fits(_ row: RowFields) -> Bool {
    if row.count == width { return true }
    if row.count > width {
      for field in width..<row.count where !row.range(of: field).isEmpty { return false }
      return row.count == usualWidth || !row.range(of: width - 1).isEmpty
    }
    guard row.count >= firstEmptyColumn else { return false }
    return firstEmptyColumn == 0 || !row.range(of: firstEmptyColumn - 1).isEmpty
  }
}
