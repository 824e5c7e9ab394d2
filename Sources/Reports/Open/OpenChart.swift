internal import Vocabulary

/// Bars of the dispositions that are told; the others have their word and no bar.
struct OpenChart {
  let rows: [(disposition: Disposition, count: OpenCount)]

  /// Says that a missing bar is no nought; `nil` where every count is told.
  var note: String? {
    rows.contains { $0.count.number == nil } ? "没有条形的不公布，不等于零。" : nil
  }

  var drawing: SVGDrawing {
    let numbers = rows.map { "\($0.disposition.term)\($0.count.phrase("件"))" }
    var drawing = SVGDrawing(
      width: 1040, height: 34 * rows.count + 10, title: "按处置建议的线索数",
      description: numbers.joined(separator: "，"))
    let largest = max(rows.compactMap(\.count.number).max() ?? 0, 1)
    let left = 92.0
    for (index, row) in rows.enumerated() {
      let top = Double(index) * 34 + 6
      drawing.label(row.disposition.term, x: left - 10, y: top + 18, size: 13, anchor: .end)
      let length = Double(row.count.number ?? 0) / Double(largest) * 800
      if row.count.number != nil {
        drawing.bar(x: left, y: top + 2, width: length, height: 22, fill: row.disposition.ink)
      }
      drawing.label(row.count.cell, x: left + length + 8, y: top + 18, size: 14, isStrong: true)
    }
    drawing.line(from: (left, 2), to: (left, Double(rows.count) * 34 + 4), ink: .rule)
    return drawing
  }
}
