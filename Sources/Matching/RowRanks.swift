internal import Vocabulary

/// The order in which rows are considered: settled ones first, then by what they say.
///
/// Makes every choice independent of the order of files and rows.
struct RowRanks: Sendable {
  /// By row; smaller comes first.
  let rank: [Int32]
  /// Rows from first to last.
  let order: [Int32]

  init(_ table: RecordTable, settledCount: Int) {
    var order = (0..<Int32(table.count)).map { $0 }
    order[min(settledCount, table.count)...].sort {
      (table.content[Int($0)], $0) < (table.content[Int($1)], $1)
    }
    var rank = [Int32](repeating: 0, count: order.count)
    for (position, row) in order.enumerated() { rank[Int(row)] = Int32(position) }
    self.rank = rank
    self.order = order
  }
}
