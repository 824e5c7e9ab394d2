internal import Vocabulary

/// The headline figures: six numbers with what stands behind them, each a link to its leads.
struct HeadlineFigures {
  let figures: ReportFigures

  private var report: QuarterReport { figures.report }

  func write(into page: inout PageWriter) {
    page.html.element("ul", .class("cards")) { html in
      card("在册有效线索", figures.everyLead, into: &html) {
        $0.change(report.leads.count, from: report.previous?.leads)
      }
      let opened = figures.count(.opened)
      card("本季新立", opened, into: &html) {
        $0.change(opened.all, from: report.previous?.leadsOpened)
      }
      let initiate = figures.count(.initiate)
      card("应启动（建议）", initiate, into: &html) {
        $0.change(initiate.all, from: figures.previous(.initiate))
      }
      card("例外情形", figures.count(.exception), class: "red", into: &html, detail: writeExceptions)
      card("核查超期", figures.count(.overdue), class: "amb", into: &html, detail: writeOverdue)
      card("检察移送待反馈", figures.count(.feedbackOwed), class: "amb", into: &html) { html in
        html.text("移送 \(figures.count(.transfer).all) 件，须反馈 \(figures.count(.feedbackDue).all) 件")
      }
    }
    page.note(basis)
  }

  private var basis: String {
    let compared =
      report.previous.map { "▲▼ 与\($0.quarter.chinese)相比。" } ?? "台账中没有上一季度的数据，不作比较。"
    return compared + "带虚线的数字可点击，直达所计的线索。"
  }

  private func card(
    _ term: String, _ count: LeadCount, class tone: String = "", into html: inout HTMLWriter,
    detail: (inout HTMLWriter) -> Void
  ) {
    html.element("li", .class(count.all > 0 ? tone : "")) { html in
      html.element("h3", text: term)
      html.element("p", .class("v")) { html in
        html.count(count)
        html.element("small", text: "件")
      }
      html.element("p", .class("s"), content: detail)
    }
  }

  private func writeExceptions(_ html: inout HTMLWriter) {
    let place = figures.count(.protectedPlace).all
    let again = figures.count(.repeatOffender).all
    let both = place + again - figures.count(.exception).all
    html.text("红线或保护地 \(Numeral.grouped(place))　再次发生 \(Numeral.grouped(again))")
    if both > 0 { html.text("　重叠 \(Numeral.grouped(both))") }
  }

  private func writeOverdue(_ html: inout HTMLWriter) {
    let longest = report.leads.compactMap(\.overdueDays).max() ?? 0
    if longest > 0 { html.text("最长 \(Numeral.grouped(longest)) 日；") }
    html.text("三十日内到期 \(Numeral.grouped(figures.count(.dueSoon).all)) 件")
  }
}

extension HTMLWriter {
  /// `▲ 82（+8.3%）上季 990`; says so where the quarter before is not known.
  mutating func change(_ now: Int, from before: Int?) {
    guard let before else {
      text("上季未知")
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
    text("　上季 \(Numeral.grouped(before))")
  }
}
