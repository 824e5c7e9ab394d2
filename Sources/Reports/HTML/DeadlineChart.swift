internal import Vocabulary

/// How far the leads still to be verified are from their verification deadline: late ones left of the line.
struct DeadlineChart {
  private static let late: [(range: ClosedRange<Int>, term: String)] = [
    (61...Int.max, "超60日以上"), (31...60, "超31–60日"), (1...30, "超1–30日"),
  ]
  private static let ahead: [(range: ClosedRange<Int>, term: String)] = [
    (0...7, "7日内"), (8...15, "8–15日"), (16...30, "16–30日"), (31...Int.max, "30日以后"),
  ]

  private var lateCounts = [0, 0, 0]
  private var aheadCounts = [0, 0, 0, 0]
  private var unknown = 0

  init(leads: [LeadEntry], asOf: Day) {
    for lead in leads {
      guard let overdue = lead.overdueDays else {
        if lead.isVerificationPending { unknown += 1 }
        continue
      }
      if overdue > 0 {
        DeadlineChart.add(overdue, to: &lateCounts, by: DeadlineChart.late)
      } else if lead.isVerificationPending, let due = lead.verificationDue, due >= asOf {
        DeadlineChart.add(due.days(since: asOf), to: &aheadCounts, by: DeadlineChart.ahead)
      }
    }
  }

  private static func add(
    _ days: Int, to counts: inout [Int], by bands: [(range: ClosedRange<Int>, term: String)]
  ) {
    if let band = bands.firstIndex(where: { $0.range.contains(days) }) { counts[band] += 1 }
  }

  var caption: String {
    let late = lateCounts.reduce(0, +)
    guard late > 0 else { return "核查期限" }
    let soon = aheadCounts[0]
    return "核查超期 \(Numeral.grouped(late)) 件，七日内到期 \(Numeral.grouped(soon)) 件"
  }

  var drawing: SVGDrawing {
    let terms = DeadlineChart.late.map(\.term) + DeadlineChart.ahead.map(\.term) + ["是否超期不明"]
    let values = lateCounts + aheadCounts + [unknown]
    let numbers = zip(terms, values).map { "\($0) \(Numeral.grouped($1)) 件" }
    var drawing = SVGDrawing(
      width: 1040, height: 210, title: "距核查期限的日数",
      description: numbers.joined(separator: "，"))
    let base = 170.0
    let largest = Double(max(values.max() ?? 0, 1))
    for (index, value) in values.enumerated() {
      let left = Double(index) * 122 + (index > 2 ? 26 : 0) + (index == 7 ? 30 : 0) + 6
      let height = Double(value) / largest * 130
      let fill: SVGDrawing.Ink =
        index < 3 ? .red : index == 3 ? .amber : index == 7 ? .grey : .mid
      drawing.bar(x: left, y: base - height, width: 104, height: height, fill: fill)
      drawing.label(
        Numeral.grouped(value), x: left + 52, y: base - height - 6, size: 15, anchor: .middle,
        isStrong: true)
      drawing.label(
        terms[index], x: left + 52, y: base + 22, size: 14, ink: .muted, anchor: .middle)
    }
    drawing.line(from: (0, base), to: (1040, base), ink: .rule)
    drawing.line(from: (380, 8), to: (380, base + 28), ink: .red, isDashed: true)
    drawing.label("期限", x: 386, y: 18, size: 14, ink: .red, isStrong: true)
    return drawing
  }
}
