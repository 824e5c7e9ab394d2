internal import Vocabulary

/// Bars of the leads by disposition, the quarter before as a thin bar below each.
struct DispositionChart {
  private let rows: [(disposition: Disposition, now: Int, before: Int?)]
  private let total: Int
  private let previous: Quarter?

  init(figures: ReportFigures) {
    rows = Disposition.reportOrder.map { disposition in
      (disposition, figures.count(disposition).all, figures.previous(disposition))
    }
    total = figures.report.leads.count
    previous = figures.report.previous?.quarter
  }

  /// Names the largest disposition if there is exactly one, else says nothing.
  var caption: String {
    let most = rows.map(\.now).max() ?? 0
    let leading = rows.filter { $0.now == most }
    guard most > 0, leading.count == 1, let first = leading.first,
      let share = Numeral.percent(most, of: total)
    else { return "处置建议构成" }
    return "\(first.disposition.term)最多，\(Numeral.grouped(most)) 件，占 \(share)"
  }

  /// What a digit of a number takes in its size, and a share with the blank before it in its own.
  private static let digitWidth = 8.5
  private static let shareWidth = 62.0

  var note: String? {
    previous.map { "细条为\($0.chinese)。" }
  }

  var drawing: SVGDrawing {
    let pitch = 46.0
    let left = 92.0
    let width = 520
    let digits = rows.map { Numeral.grouped($0.now).utf8.count }.max() ?? 0
    // Beside the longest bar stand the largest number and its share.
    let widest = min(
      330,
      Double(width) - left - 8 - Double(digits) * DispositionChart.digitWidth
        - DispositionChart.shareWidth)
    let numbers = rows.map { "\($0.disposition.term) \(Numeral.grouped($0.now)) 件" }
    var drawing = SVGDrawing(
      width: width, height: Int(pitch) * rows.count + 10, title: "按处置建议的线索数",
      description: numbers.joined(separator: "，"))
    let largest = max(rows.map { max($0.now, $0.before ?? 0) }.max() ?? 0, 1)
    for (index, row) in rows.enumerated() {
      let top = Double(index) * pitch + 6
      let length = Double(row.now) / Double(largest) * widest
      drawing.label(row.disposition.term, x: left - 10, y: top + 18, size: 13, anchor: .end)
      drawing.bar(x: left, y: top + 2, width: length, height: 22, fill: row.disposition.ink)
      let share = Numeral.percent(row.now, of: total).map { "　\($0)" } ?? ""
      drawing.label(
        Numeral.grouped(row.now), x: left + length + 8, y: top + 18, size: 14, isStrong: true)
      let shift = Double(Numeral.grouped(row.now).utf8.count) * DispositionChart.digitWidth
      drawing.label(share, x: left + length + 8 + shift, y: top + 18, size: 12, ink: .muted)
      if let before = row.before {
        drawing.bar(
          x: left, y: top + 27, width: Double(before) / Double(largest) * widest, height: 4,
          fill: .rule)
      }
    }
    drawing.line(
      from: (left, 2), to: (left, Double(rows.count) * pitch + 4), ink: .rule)
    return drawing
  }
}
