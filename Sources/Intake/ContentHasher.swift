private import Files
package import Vocabulary

/// Computes what identifies a record by what it says.
///
/// A SHA-256 over the kind of source and the pairs of folded title and trimmed value, sorted by
/// title, blank cells left out. So the same record exported again is known whatever the order of
/// columns, the quoting, the line ends, the encoding or the file's name. A unit named in a title
/// counts, and a column that only numbers the rows (序号, 行号) does not.
package struct ContentHasher: Sendable {
  /// The columns of one title; more than one only where a file repeats it.
  private struct Column: Sendable {
    let indices: [Int]
    /// The title's length and bytes, as they stand before each value.
    let key: [UInt8]
  }

  private let start: [UInt8]
  /// Sorted by title.
  private let columns: [Column]
  private var buffer: [UInt8] = []

  private static let rowNumberTitles: Set<String> = ["序号", "行号"]

  /// A hasher for rows of that kind of source under those titles, one a column in the file's order.
  package init(kind: SourceKind, titles: [String]) {
    start = Array(kind.name.utf8)
    var indices: [[UInt8]: [Int]] = [:]
    for (index, title) in titles.enumerated() {
      let folded = FoldedTitle(title)
      if ContentHasher.rowNumberTitles.contains(folded.text) { continue }
      var key = Array(folded.text.utf8)
      if let fenPerUnit = folded.fenPerUnit { key += Array("|\(fenPerUnit)".utf8) }
      indices[key, default: []].append(index)
    }
    columns = indices.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, indices in
      Column(indices: indices, key: ContentHasher.length(key.count) + key)
    }
  }

  /// The hash of a row whose field `n` belongs to title `n`; one buffer serves all rows.
  package mutating func hash(of row: RowFields) -> ContentHash {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: start)
    for column in columns {
      if column.indices.count == 1 {
        append(column.key, row, row.trimmedRange(of: column.indices[0]))
      } else {
        // Columns of one title go by their values, for their own order must not matter.
        let ranges = column.indices.map { row.trimmedRange(of: $0) }.sorted {
          row.bytes[$0].lexicographicallyPrecedes(row.bytes[$1])
        }
        for range in ranges { append(column.key, row, range) }
      }
    }
    return SHA256Digest.contentHash(of: buffer)
  }

  /// Lengths before title and value keep `ab`, `c` apart from `a`, `bc`.
  private mutating func append(_ key: [UInt8], _ row: RowFields, _ value: Range<Int>) {
    guard !value.isEmpty else { return }
    buffer.append(contentsOf: key)
    var rest = UInt32(truncatingIfNeeded: value.count)
    for _ in 0..<4 {
      buffer.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    buffer.append(contentsOf: row.bytes[value])
  }

  private static func length(_ count: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
  }
}

extension RowFields {
  /// Where the field lies without white space at its ends: ASCII, the no-break and ideographic
  /// spaces, and the zero-width marks that exports leave behind.
  func trimmedRange(of field: Int) -> Range<Int> {
    var range = range(of: field)
    while let length = blankLength(atStartOf: range) {
      range = range.lowerBound + length..<range.upperBound
    }
    while let length = blankLength(atEndOf: range) {
      range = range.lowerBound..<range.upperBound - length
    }
    return range
  }

  private static let blanks: [[UInt8]] = [
    [0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF],
  ]

  private func blankLength(atStartOf range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    let first = bytes[range.lowerBound]
    if first <= 0x20 { return 1 }
    guard first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF else { return nil }
    return RowFields.blanks.first { bytes[range].starts(with: $0) }?.count
  }

  private func blankLength(atEndOf range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    let last = bytes[range.upperBound - 1]
    if last <= 0x20 { return 1 }
    guard last == 0x80 || last == 0x8B || last == 0xA0 || last == 0xBF else { return nil }
    return RowFields.blanks.first { bytes[range].suffix($0.count).elementsEqual($0) }?.count
  }
}
