internal import Vocabulary

/// How far the leads still to be verified are from their verification deadline: late ones left of the line.
struct DeadlineChart {
  private let counts: [(band: DueBand, count: LeadCount)]
  private let figures: ReportFigures

  init(figures: ReportFigures) {
    self.figures = figures
    counts = DueBand.allCases.map { ($0, figures.count(LeadFilter(due: $0))) }
  }

  var caption: Sentence {
    let late = figures.count(.overdue)
    guard late.all > 0 else { return "核查期限" }
    return "核查超期 \(late) 件，七日内到期 \(figures.count(LeadFilter(due: .within7))) 件"
  }

  var drawing: SVGDrawing {
    let numbers = counts.map { "\($0.band.term) \(Numeral.grouped($0.count.all)) 件" }
    var drawing = SVGDrawing(
      width: 1040, height: 210, title: "距核查期限的日数",
      description: numbers.joined(separator: "，"))
    let base = 170.0
    let largest = Double(max(counts.map(\.count.all).max() ?? 0, 1))
    for (index, entry) in counts.enumerated() {
      let isUnknown = entry.band == .unknown
      let left = Double(index) * 122 + (entry.band.isLate ? 6 : 32) + (isUnknown ? 30 : 0)
      let height = Double(entry.count.all) / largest * 130
      let fill: SVGDrawing.Ink =
        entry.band.isLate ? .red : entry.band == .within7 ? .amber : isUnknown ? .grey : .mid
      drawing.bar(x: left, y: base - height, width: 104, height: height, fill: fill)
      drawing.count(
        entry.count, of: entry.band.term, x: left + 52, y: base - height - 6, size: 15)
      drawing.label(
        entry.band.term, x: left + 52, y: base + 22, size: 14, ink: .muted, anchor: .middle)
    }
    drawing.line(from: (0, base), to: (1040, base), ink: .rule)
    drawing.line(from: (380, 8), to: (380, base + 28), ink: .red, isDashed: true)
    drawing.label("期限", x: 386, y: 18, size: 14, ink: .red, isStrong: true)
    return drawing
  }
}
