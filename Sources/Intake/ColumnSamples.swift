package import Vocabulary

/// The first different values of each column, for people to look at before a run.
package struct ColumnSamples: Sendable {
  /// By column in the file's order: at most `limit` values; none where they would name a person.
  package private(set) var values: [[String]]

  private let limit: Int
  /// The columns that still lack samples.
  private var open: [Int]
  private var seen: [[[UInt8]]]
  private var rows = 0

  /// How many rows are looked at: in a longer file a column that has so few values repeats them.
  private static let sampledRows = 10_000

  /// Samples of a table's columns; `readings` are those that a profile reads.
  package init(of table: TextTable, readings: [ColumnReading], limit: Int = 3) {
    self.limit = limit
    values = Array(repeating: [], count: table.titles.count)
    seen = Array(repeating: [], count: table.titles.count)
    open = table.titles.indices.filter { index in
      let field = readings.first { $0.index == index }?.field
      return !ColumnSamples.mayNameAPerson(field, title: table.titles[index])
    }
  }

  /// Looks at a row; costs nothing once every column has its samples, or 10,000 rows were seen.
  package mutating func take(_ row: borrowing RowFields) {
    guard rows < ColumnSamples.sampledRows else { return }
    rows += 1
    var isAnyComplete = false
    for column in open {
      let range = row.trimmedRange(of: column)
      guard !range.isEmpty else { continue }
      let value = Array(row.bytes[range])
      guard !seen[column].contains(value) else { continue }
      seen[column].append(value)
      values[column].append(PersonalNumbers.masked(String(decoding: value, as: UTF8.self)))
      isAnyComplete = isAnyComplete || values[column].count == limit
    }
    if isAnyComplete { open.removeAll { values[$0].count == limit } }
  }

  /// Columns that no profile reads can hold identity numbers too (法定代表人证件号码).
  private static func mayNameAPerson(_ field: Field?, title: String) -> Bool {
    switch field {
    case .text(let text): return text.isRestricted
    case .identityNumber: return true
    case .some: return false
    case nil:
      let words = ["证件号", "身份证", "电话", "手机", "联系方式", "举报人", "信访人", "姓名", "zjhm", "sfz"]
      let folded = FoldedTitle(title).text
      return words.contains { folded.contains($0) }
    }
  }
}
