internal import Vocabulary

/// Up to six quarters side by side, each a column of its leads by disposition; the last one is the
/// report's own, its numbers are links.
struct QuarterChart {
  private struct Column {
    let quarter: Quarter
    let leads: Int
    /// In the order of the dispositions; `nil` where the quarter's figures do not say.
    let parts: [Int?]
  }

  private let figures: ReportFigures
  private let columns: [Column]

  init(figures: ReportFigures) {
    self.figures = figures
    let report = figures.report
    columns =
      report.earlier.suffix(5).map { earlier in
        Column(
          quarter: earlier.quarter, leads: earlier.leads,
          parts: Disposition.reportOrder.map { earlier.leads(with: $0) })
      } + [
        Column(
          quarter: report.quarter, leads: report.leads.count,
          parts: Disposition.reportOrder.map { figures.count($0).all })
      ]
  }

  /// Names the largest disposition if there is exactly one, else says nothing.
  var caption: Sentence {
    let counts = Disposition.reportOrder.map { ($0, figures.count($0)) }
    let most = counts.map(\.1.all).max() ?? 0
    let leading = counts.filter { $0.1.all == most }
    guard most > 0, leading.count == 1, let first = leading.first,
      let share = Numeral.percent(most, of: figures.report.leads.count)
    else { return "处置建议构成" }
    return "\(first.0.term)最多，\(first.1) 件，占 \(share)"
  }

  var measure: String {
    columns.count > 1
      ? "各季在册线索数（件），按处置建议，最后一柱为本季" : "本季在册线索数（件），按处置建议"
  }

  private static let width = 520
  private static let base = 262.0
  private static let height = 222.0
  /// Where the names of the dispositions begin.
  private static let right = 400.0

  var drawing: SVGDrawing {
    let numbers = columns.map { column in
      let parts = zip(Disposition.reportOrder, column.parts).map { disposition, part in
        "\(disposition.term) \(part.map(Numeral.grouped) ?? "未知")"
      }
      return
        "\(column.quarter) 共 \(Numeral.grouped(column.leads)) 件（\(parts.joined(separator: "，"))）"
    }
    var drawing = SVGDrawing(
      width: QuarterChart.width, height: 296, title: "各季在册线索数，按处置建议",
      description: numbers.joined(separator: "；"))
    let largest = Double(max(columns.map(\.leads).max() ?? 0, 1))
    let pitch = (QuarterChart.right - 20) / Double(columns.count)
    let wide = min(pitch - 12, 92)
    for (index, column) in columns.enumerated() {
      let left = pitch * (Double(index) + 0.5) - wide / 2
      draw(column, left: left, width: wide, unit: QuarterChart.height / largest, in: &drawing)
    }
    drawing.line(
      from: (0, QuarterChart.base), to: (QuarterChart.right - 14, QuarterChart.base), ink: .rule)
    return drawing
  }

  private func draw(
    _ column: Column, left: Double, width: Double, unit: Double, in drawing: inout SVGDrawing
  ) {
    let isOwn = column.quarter == figures.report.quarter
    let middle = left + width / 2
    var top = QuarterChart.base
    var tops: [Double] = []
    for (disposition, part) in zip(Disposition.reportOrder, column.parts) {
      let height = Double(part ?? 0) * unit
      top -= height
      drawing.bar(
        x: left, y: top, width: width, height: height, fill: disposition.ink,
        isPast: !isOwn, hasEdge: height > 3)
      tops.append(top + height / 2)
      guard let part, height >= 13 else { continue }
      let ink: SVGDrawing.Ink = isOwn && disposition.isDark ? .white : .ink
      if isOwn {
        drawing.count(
          figures.count(disposition), of: disposition.term, x: middle, y: top + height / 2 + 4.5,
          size: 12, ink: ink)
      } else {
        drawing.label(
          Numeral.grouped(part), x: middle, y: top + height / 2 + 4, size: 11, ink: ink,
          anchor: .middle)
      }
    }
    if isOwn {
      drawing.count(figures.everyLead, of: "在册线索", x: middle, y: top - 7, size: 14)
      label(tops, from: left + width, in: &drawing)
    } else {
      drawing.label(
        Numeral.grouped(column.leads), x: middle, y: top - 7, size: 13, ink: .muted,
        anchor: .middle)
    }
    drawing.label(
      "\(column.quarter)", x: middle, y: QuarterChart.base + 19, size: 12,
      ink: isOwn ? .ink : .muted, anchor: .middle, isStrong: isOwn)
  }

  /// The names of the dispositions beside the own column, from below, far enough apart to be read.
  private func label(_ tops: [Double], from edge: Double, in drawing: inout SVGDrawing) {
    var places = tops
    for index in places.indices.dropFirst() {
      places[index] = min(places[index], places[index - 1] - 17)
    }
    let over = 14 - (places.last ?? 14)
    if over > 0 { for index in places.indices { places[index] += over } }
    for index in places.indices.reversed().dropFirst() {
      places[index] = max(places[index], places[index + 1] + 17)
    }
    for (disposition, (place, top)) in zip(Disposition.reportOrder, zip(places, tops)) {
      let name = QuarterChart.right + 8
      drawing.line(from: (edge + 2, top), to: (name - 5, place), ink: .rule)
      drawing.bar(x: name, y: place - 5, width: 9, height: 9, fill: disposition.ink)
      drawing.label(disposition.term, x: name + 14, y: place + 4, size: 12)
    }
  }
}

extension Disposition {
  /// Whether its colour needs white letters.
  fileprivate var isDark: Bool { self == .initiate || self == .verify }
}
