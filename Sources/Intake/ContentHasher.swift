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
    /// The first of them.
    let index: Int
    /// The title's length and bytes in `keys`, as they stand before each value.
    let key: Range<Int>
  }

  private let start: [UInt8]
  /// Sorted by title.
  private var columns: [Column] = []
  private var keys: [UInt8] = []
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
    for (key, indices) in indices.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let first = keys.count
      ContentHasher.append(length: key.count, to: &keys)
      keys += key
      columns.append(Column(indices: indices, index: indices[0], key: first..<keys.count))
    }
  }

  /// The hash of a row whose field `n` belongs to title `n`; one buffer serves all rows.
  package mutating func hash(of row: RowFields) -> ContentHash {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: start)
    let bytes = row.bytes
    for number in columns.indices {
      let column = columns[number]
      guard column.indices.count > 1 else {
        append(column.key, bytes, row.trimmedRange(of: column.index))
        continue
      }
      // Columns of one title go by their values, for their own order must not matter.
      let ranges = column.indices.map { row.trimmedRange(of: $0) }.sorted {
        bytes[$0].lexicographicallyPrecedes(bytes[$1])
      }
      for range in ranges { append(column.key, bytes, range) }
    }
    return SHA256Digest.contentHash(of: buffer)
  }

  /// Lengths before title and value keep `ab`, `c` apart from `a`, `bc`.
  private mutating func append(_ key: Range<Int>, _ bytes: [UInt8], _ value: Range<Int>) {
    guard !value.isEmpty else { return }
    unsafe keys.withUnsafeBufferPointer {
      unsafe buffer.append(contentsOf: UnsafeBufferPointer(rebasing: $0[key]))
    }
    ContentHasher.append(length: value.count, to: &buffer)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe buffer.append(contentsOf: UnsafeBufferPointer(rebasing: $0[value]))
    }
  }

  private static func append(length: Int, to buffer: inout [UInt8]) {
    unsafe withUnsafeBytes(of: UInt32(truncatingIfNeeded: length).littleEndian) {
      unsafe buffer.append(contentsOf: $0)
    }
  }
}

extension RowFields {
  /// Where the field lies without white space at its ends: ASCII, the no-break and ideographic
  /// spaces, and the zero-width marks that exports leave behind.
  func trimmedRange(of field: Int) -> Range<Int> {
    let range = range(of: field)
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let length = RowFields.blankLength(at: start, in: bytes, to: end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      let last = bytes[end - 1]
      if last <= 0x20 {
        end -= 1
      } else if last >= 0x80, end - start >= 2,
        RowFields.blankLength(at: end - 2, in: bytes, to: end) == 2
      {
        end -= 2
      } else if last >= 0x80, end - start >= 3,
        RowFields.blankLength(at: end - 3, in: bytes, to: end) == 3
      {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// The length of a blank there; 0 if there is none.
  private static func blankLength(at start: Int, in bytes: borrowing [UInt8], to end: Int) -> Int {
    switch bytes[start] {
    case 0...0x20: return 1
    case 0xC2: return end - start >= 2 && bytes[start + 1] == 0xA0 ? 2 : 0
    case 0xE3, 0xE2, 0xEF:
      guard end - start >= 3 else { return 0 }
      switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
      case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return 3
      default: return 0
      }
    default: return 0
    }
  }
}
