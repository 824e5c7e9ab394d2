internal import Vocabulary

/// How the leads spread over damage amounts; those without an amount have a bar of their own.
struct AmountChart {
  private let counts: [(band: AmountBand, count: LeadCount)]

  init(figures: ReportFigures) {
    counts = AmountBand.allCases.map { ($0, figures.count(LeadFilter(amount: $0))) }
  }

  func write(into page: inout PageWriter) {
    page.chart(
      caption, measure: "线索数（件），按损害金额（元，含上限）",
      note: "金额取已认定数额，没有认定的取预估数额。", drawing: drawing)
  }

  private var caption: Sentence {
    let all = counts.reduce(0) { $0 + $1.count.all }
    guard let unknown = counts.last?.count, unknown.all > 0,
      let share = Numeral.percent(unknown.all, of: all)
    else { return "损害金额分布" }
    return "损害金额分布；\(unknown) 件（\(share)）金额未知"
  }

  private var drawing: SVGDrawing {
    let numbers = counts.map { "\($0.band.term) \(Numeral.grouped($0.count.all)) 件" }
    var drawing = SVGDrawing(
      width: 520, height: 300, title: "按损害金额的线索数",
      description: numbers.joined(separator: "，"))
    let base = 258.0
    let largest = Double(max(counts.map(\.count.all).max() ?? 0, 1))
    for (index, entry) in counts.enumerated() {
      let isUnknown = entry.band == .unknown
      let left = Double(index) * 62 + (isUnknown ? 26 : 8)
      let height = Double(entry.count.all) / largest * 206
      drawing.bar(
        x: left, y: base - height, width: 50, height: height, fill: isUnknown ? .grey : .mid)
      drawing.count(entry.count, of: entry.band.term, x: left + 25, y: base - height - 6, size: 13)
      drawing.label(
        entry.band.term, x: left + 25, y: base + 19, size: 12, ink: .muted, anchor: .middle)
    }
    drawing.line(from: (0, base), to: (520, base), ink: .rule)
    return drawing
  }
}
