internal import Vocabulary

/// From the records read to the leads on the register, step by step.
struct BalanceWaterfall {
  private let totals: ReportTotals
  private let carriedOver: Int
  private let leads: Int
  /// Whether the records that opened leads are the quarter's new leads, so that the steps join.
  private let isJoined: Bool

  init(figures: ReportFigures) {
    totals = figures.totals
    carriedOver = figures.count(.carriedOver).all
    leads = figures.report.leads.count
    isJoined = totals.opened == figures.count(.opened).all
  }

  var caption: String {
    "\(Numeral.grouped(totals.records)) 条记录归为 \(Numeral.grouped(totals.opened)) 件新立线索"
  }

  var note: String? {
    isJoined ? nil : "新立记录数与本季新立线索数不相等，图中只到新立记录为止。"
  }

  /// A bar that stands on the ground or hangs between two levels.
  private struct Step {
    let term: String
    let from: Int
    let to: Int
    let ink: SVGDrawing.Ink
    let number: String
  }

  private var steps: [Step] {
    let kept = totals.records - totals.rejected
    let distinct = kept - totals.repeats
    let opened = distinct - totals.merged
    func fall(_ term: String, _ from: Int, _ to: Int, _ ink: SVGDrawing.Ink) -> Step {
      Step(term: term, from: from, to: to, ink: ink, number: Numeral.signed(to - from))
    }
    func stand(_ term: String, _ level: Int, _ ink: SVGDrawing.Ink) -> Step {
      Step(term: term, from: 0, to: level, ink: ink, number: Numeral.grouped(level))
    }
    let records = [
      stand("读入记录", totals.records, .mid), fall("退回", totals.records, kept, .red),
      fall("重复", kept, distinct, .amber), fall("并入", distinct, opened, .amber),
      stand("新立", totals.opened, .brand),
    ]
    guard isJoined else { return records }
    return records + [
      fall("往季结转", totals.opened, totals.opened + carriedOver, .pale),
      stand("在册线索", leads, .brand),
    ]
  }

  var drawing: SVGDrawing {
    let steps = steps
    var drawing = SVGDrawing(
      width: 1040, height: 250, title: "记录的去向",
      description: steps.map { "\($0.term) \($0.number)" }.joined(separator: "，"))
    let base = 210.0
    let top = Double(max(steps.map { max($0.from, $0.to) }.max() ?? 0, 1))
    func level(_ number: Int) -> Double { base - Double(number) / top * 176 }
    let pitch = 1040.0 / Double(steps.count)
    for (index, step) in steps.enumerated() {
      let left = Double(index) * pitch + 14
      let upper = level(max(step.from, step.to))
      let height = level(min(step.from, step.to)) - upper
      drawing.bar(
        x: left, y: upper, width: pitch - 28, height: max(height, step.from == step.to ? 0 : 1),
        fill: step.ink)
      if index + 1 < steps.count {
        drawing.line(
          from: (left + pitch - 28, level(step.to)), to: (left + pitch, level(step.to)),
          ink: .rule, isDashed: true)
      }
      drawing.label(
        step.number, x: left + pitch / 2 - 14, y: upper - 7, size: 15, anchor: .middle,
        isStrong: true)
      drawing.label(
        step.term, x: left + pitch / 2 - 14, y: base + 23, size: 14, ink: .muted, anchor: .middle)
    }
    drawing.line(from: (0, base), to: (1040, base), ink: .rule)
    return drawing
  }
}
