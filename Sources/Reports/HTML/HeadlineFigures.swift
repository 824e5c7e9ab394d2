internal import Vocabulary

/// The headline figures: six numbers with what stands behind them, each a link to its leads.
struct HeadlineFigures {
  let figures: ReportFigures

  private var report: QuarterReport { figures.report }

  func write(into page: inout PageWriter) {
    page.html.element("ul", .class("cards")) { html in
      card("在册有效线索", .leads, into: &html) { html in
        html.changes(report.leads.count, report) { $0.leads }
        html.trend(report.earlier.map(\.leads) + [report.leads.count])
      }
      card("本季新立", .leadsNew, into: &html) { html in
        let opened = figures.count(.opened).all
        html.changes(opened, report) { $0.leadsOpened }
        html.trend(report.earlier.map(\.leadsOpened) + [opened])
      }
      card("应启动（建议）", .initiate, into: &html) { html in
        let initiate = figures.count(.initiate).all
        html.changes(initiate, report) { $0.leads(with: .initiate) }
        html.trend(report.earlier.map { $0.leads(with: .initiate) } + [initiate])
      }
      card("例外情形", .exceptions, class: "red", into: &html, detail: writeExceptions)
      card("核查超期", .overdue, class: "amb", into: &html, detail: writeOverdue)
      card("检察移送待反馈", .feedbackOwed, class: "amb", into: &html) { html in
        html.sentence(
          "移送 \(figures.count(.transfer)) 件，须反馈 \(figures.count(.feedbackDue)) 件")
      }
    }
    page.note(Sentence(basis))
  }

  private var basis: String {
    let compared =
      [report.previous, report.yearBefore].compactMap { $0?.quarter.chinese }.joined(separator: "、")
    return (compared.isEmpty ? "台账中没有可比的季度。" : "▲▼ 与\(compared)相比。") + "带虚线的数字可点击，直达所计的线索。"
  }

  private func card(
    _ term: String, _ name: FigureName, class tone: String = "", into html: inout HTMLWriter,
    detail: (inout HTMLWriter) -> Void
  ) {
    guard case .leads(let filter) = name.counted else { return }
    let count = figures.count(filter)
    html.element("li", .class(count.all > 0 ? tone : "")) { html in
      html.element("h3", text: term)
      html.element("p", .class("v")) { html in
        html.count(count, name)
        html.element("small", text: "件")
      }
      html.element("div", .class("s"), content: detail)
    }
  }

  private func writeExceptions(_ html: inout HTMLWriter) {
    let (place, again) = (figures.count(.protectedPlace), figures.count(.repeatOffender))
    let both = place.all + again.all - figures.count(.exception).all
    html.sentence("红线或保护地 \(place)　再次发生 \(again)")
    if both > 0 { html.text("　重叠 \(Numeral.grouped(both))") }
  }

  private func writeOverdue(_ html: inout HTMLWriter) {
    let longest = report.leads.compactMap(\.overdueDays).max() ?? 0
    if longest > 0 { html.text("最长 \(Numeral.grouped(longest)) 日；") }
    html.sentence("三十日内到期 \(figures.count(.dueSoon)) 件")
    guard let before = report.previous?.overdue else { return }
    html.raw("<br/>")
    html.change(figures.count(.overdue).all, from: before, "上季")
  }
}

extension HTMLWriter {
  /// The changes on the quarter and on the year, each in a line of its own.
  fileprivate mutating func changes(
    _ now: Int, _ report: QuarterReport, _ figure: (QuarterFigures) -> Int?
  ) {
    change(now, from: report.previous.flatMap(figure), "上季")
    raw("<br/>")
    change(now, from: report.yearBefore.flatMap(figure), "上年同期")
  }

  /// `▲ 82（+8.3%）上季 990`; says so where the quarter before is not known.
  fileprivate mutating func change(_ now: Int, from before: Int?, _ then: String) {
    guard let before else {
      text("\(then)未知")
      return
    }
    let difference = now - before
    let arrow = difference > 0 ? "▲" : difference < 0 ? "▼" : "＝"
    element("b") { html in
      html.text(difference == 0 ? "\(arrow) 持平" : "\(arrow) \(Numeral.grouped(abs(difference)))")
    }
    if difference != 0, let share = Numeral.percent(difference, of: before) {
      text("（\(difference > 0 ? "+" : "")\(share)）")
    }
    text("　\(then) \(Numeral.grouped(before))")
  }

  /// A small line over the quarters, from three of them on; the chart below has the numbers.
  fileprivate mutating func trend(_ values: [Int?]) {
    let known = values.compactMap(\.self)
    guard known.count == values.count, known.count > 2, let most = known.max(), most > 0 else {
      return
    }
    let step = 88.0 / Double(known.count - 1)
    let points = known.enumerated().map { index, value in
      let height = 4 + (1 - Double(value) / Double(most)) * 16
      return "\(SVGDrawing.tenth(4 + Double(index) * step)),\(SVGDrawing.tenth(height))"
    }
    raw("<svg class=\"trend\" viewBox=\"0 0 96 24\" aria-hidden=\"true\">")
    void(
      "polyline", .named("points", points.joined(separator: " ")), .named("fill", "none"),
      .named("stroke", SVGDrawing.Ink.mid.rawValue), .named("stroke-width", "1.6"))
    raw("</svg>")
  }
}
