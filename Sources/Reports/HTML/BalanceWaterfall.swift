internal import Vocabulary

/// From the records read to the leads on the register, step by step.
struct BalanceWaterfall {
  private let totals: ReportTotals
  private let opened: LeadCount
  private let carriedOver: LeadCount
  private let leads: LeadCount
  /// Whether the records that opened leads are the quarter's new leads, so that the steps join.
  private let isJoined: Bool

  init(figures: ReportFigures) {
    totals = figures.totals
    opened = figures.count(.opened)
    carriedOver = figures.count(.carriedOver)
    leads = figures.everyLead
    isJoined = totals.opened == opened.all
  }

  var caption: Sentence {
    guard isJoined else {
      return "\(Numeral.grouped(totals.records)) 条记录归为 \(Numeral.grouped(totals.opened)) 件新立线索"
    }
    return "\(Sentence.Piece.total(.records, totals.records)) 条记录归为 \(opened) 件新立线索"
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
    /// The leads counted, or else where the page breaks the records down.
    let count: LeadCount?
    let anchor: String
  }

  private var steps: [Step] {
    let kept = totals.records - totals.rejected
    let distinct = kept - totals.repeats
    let opened = distinct - totals.merged
    func fall(
      _ term: String, _ from: Int, _ to: Int, _ ink: SVGDrawing.Ink, _ count: LeadCount? = nil,
      at anchor: String = QualitySection.files
    ) -> Step {
      Step(
        term: term, from: from, to: to, ink: ink, number: Numeral.signed(to - from), count: count,
        anchor: anchor)
    }
    func stand(_ term: String, _ level: Int, _ ink: SVGDrawing.Ink, _ count: LeadCount? = nil)
      -> Step
    {
      Step(
        term: term, from: 0, to: level, ink: ink, number: Numeral.grouped(level), count: count,
        anchor: QualitySection.files)
    }
    let records = [
      stand("读入记录", totals.records, .mid),
      fall("退回", totals.records, kept, .red, at: QualitySection.rejects),
      fall("重复", kept, distinct, .amber), fall("并入", distinct, opened, .amber),
      stand("新立", totals.opened, .brand, isJoined ? self.opened : nil),
    ]
    guard isJoined else { return records }
    return records + [
      fall("往季结转", totals.opened, totals.opened + carriedOver.all, .pale, carriedOver),
      stand("在册线索", leads.all, .brand, leads),
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
      let middle = left + pitch / 2 - 14
      if let count = step.count {
        drawing.count(count, of: step.term, x: middle, y: upper - 7, size: 15)
      } else {
        drawing.link(step.number, to: step.anchor, x: middle, y: upper - 7, size: 15)
      }
      drawing.label(
        step.term, x: middle, y: base + 23, size: 14, ink: .muted, anchor: .middle)
    }
    drawing.line(from: (0, base), to: (1040, base), ink: .rule)
    return drawing
  }
}
