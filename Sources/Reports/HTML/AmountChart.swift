internal import Vocabulary

/// How the leads spread over damage amounts; those without an amount have a bar of their own.
struct AmountChart {
  /// Upper bounds in yuan, each included, and what the band is called.
  private static let bands: [(bound: Int64, term: String)] = [
    (3_000, "≤3千"), (10_000, "3千–1万"), (50_000, "1–5万"), (100_000, "5–10万"),
    (300_000, "10–30万"), (500_000, "30–50万"), (.max, ">50万"),
  ]

  private let counts: [Int]
  private let unknown: Int

  init(leads: [LeadEntry]) {
    var counts = [Int](repeating: 0, count: AmountChart.bands.count)
    var unknown = 0
    for lead in leads {
      guard let amount = lead.amount else {
        unknown += 1
        continue
      }
      let band = AmountChart.bands.firstIndex { bound, _ in
        bound == .max || amount.fen <= bound * 100
      }
      if let band { counts[band] += 1 }
    }
    self.counts = counts
    self.unknown = unknown
  }

  func write(into page: inout PageWriter) {
    page.chart(
      caption, measure: "线索数（件），按损害金额（元，含上限）",
      note: "金额取已认定数额，没有认定的取预估数额。", drawing: drawing)
  }

  private var known: Int { counts.reduce(0, +) }

  private var caption: String {
    guard let share = Numeral.percent(unknown, of: known + unknown), unknown > 0 else {
      return "损害金额分布"
    }
    return "损害金额分布；\(share)的线索金额未知"
  }

  private var drawing: SVGDrawing {
    let terms = AmountChart.bands.map(\.term) + ["未知"]
    let values = counts + [unknown]
    let numbers = zip(terms, values).map { "\($0) \(Numeral.grouped($1)) 件" }
    var drawing = SVGDrawing(
      width: 520, height: 286, title: "按损害金额的线索数",
      description: numbers.joined(separator: "，"))
    let base = 246.0
    let largest = Double(max(values.max() ?? 0, 1))
    for (index, value) in values.enumerated() {
      let isUnknown = index == counts.count
      let left = Double(index) * 62 + (isUnknown ? 26 : 8)
      let height = Double(value) / largest * 206
      drawing.bar(
        x: left, y: base - height, width: 50, height: height, fill: isUnknown ? .grey : .mid)
      drawing.label(
        Numeral.grouped(value), x: left + 25, y: base - height - 6, size: 13, anchor: .middle,
        isStrong: true)
      drawing.label(
        terms[index], x: left + 25, y: base + 19, size: 12, ink: .muted, anchor: .middle)
    }
    drawing.line(from: (0, base), to: (520, base), ink: .rule)
    return drawing
  }
}
