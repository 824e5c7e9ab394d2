internal import Vocabulary

extension TextPool {
  /// How many different texts a column has; a bit for each text of the pool, linear in the column.
  func distinctCount(_ column: some Sequence<TextID>) -> Int {
    var seen = [UInt64](repeating: 0, count: count / 64 + 1)
    for text in column { seen[Int(text.number >> 6)] |= 1 << UInt64(text.number & 63) }
    return seen.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
