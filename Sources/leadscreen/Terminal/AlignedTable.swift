internal import Vocabulary

/// A table in plain text, aligned for double-width characters.
struct AlignedTable {
  enum Alignment { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]]
  private let limit: Int

  /// `limit` is the widest a column may become; longer cells are cut.
  init(_ titles: [String], alignments: [Alignment] = [], limit: Int = 48) {
    rows = [titles]
    self.limit = limit
    self.alignments = titles.indices.map {
      alignments.indices.contains($0) ? alignments[$0] : .left
    }
  }

  /// Adds a row; what would move the cursor is replaced.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map { Problem.printable($0, limit: 1000) })
  }

  /// One line a row, the titles underlined.
  var lines: [String] {
    let cells = rows.map { row in row.map { DisplayWidth.cut($0, to: limit) } }
    let widths = alignments.indices.map { column in
      cells.map { $0.indices.contains(column) ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    var lines = cells.map { row in
      var line = row.indices.prefix(widths.count).map { column in
        alignments[column] == .left
          ? DisplayWidth.padded(row[column], to: widths[column])
          : DisplayWidth.paddedLeft(row[column], to: widths[column])
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    lines.insert(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: 1)
    return lines
  }
}
