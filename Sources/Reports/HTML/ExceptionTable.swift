internal import Vocabulary

/// The leads that must not be waved through, with the evidence and the articles.
struct ExceptionTable {
  let figures: ReportFigures

  /// The conclusions that bar waving a lead through, as findings name them.
  static let conclusions = ["exc_red_line", "exc_repeat", "exc_other"]

  func write(into page: inout PageWriter) {
    let leads = figures.leads(.exception)
    guard !leads.isEmpty else {
      page.note("本季没有认定为例外情形的线索；位置或既往情况未知的件数见“各项判断的结果”。")
      return
    }
    page.leadTable(
      "例外情形与证据（\(figures.count(.exception)) 件）", leads: leads, figures: figures,
      columns: [
        .text("例外情形与证据", class: "t wide"), .text("依据"), .number("损害金额（元）"), .text("处置建议"),
      ],
      note: "距离为到边界的最近距离。同时符合显著轻微的，因例外情形须逐件核定。"
    ) { lead, html in
      html.element("td", .class("t wide")) { writeEvidence(lead, into: &$0) }
      html.element(
        "td", .class("law"), text: lead.citations(of: ExceptionTable.conclusions).text ?? "—")
      html.element("td", .class("n"), text: lead.amountTerm)
      html.element("td", .class("nw"), text: lead.disposition.term)
    }
  }

  private func writeEvidence(_ lead: LeadEntry, into html: inout HTMLWriter) {
    if lead.inRedLine == .true { writeZones(lead, "生态保护红线", tag: "red_line", into: &html) }
    if lead.inNatureReserve == .true {
      writeZones(lead, "自然保护地", tag: "nature_reserve", into: &html)
    }
    if lead.repeatOffender == .true {
      html.element("i", .class("red"), text: "再次发生")
      let occurred = lead.occurrence.map { "本次发生于 \($0)；" } ?? ""
      html.element("div") { html in
        html.text("\(occurred)既往：\(lead.earlierEvents.joined(separator: "；").orDash)")
      }
    }
    if lead.minor == .true { html.element("i", .class("amb"), text: "同时符合显著轻微") }
  }

  /// The layers that say so; a source may say it without any, which is said too.
  private func writeZones(
    _ lead: LeadEntry, _ term: String, tag: String, into html: inout HTMLWriter
  ) {
    html.element("i", .class("red"), text: term)
    let zones = lead.zones.filter {
      $0.place == .damageArea && $0.tag == tag && $0.value == .true && !$0.isForComparison
    }
    if zones.isEmpty { html.element("div", text: "依来源记录的说明，图层比对没有得出") }
    for zone in zones { html.element("div", text: zone.sentence(isWhole: false)) }
  }
}
