internal import Vocabulary

/// 期限与结转: what is late, what falls due within thirty days, and what earlier quarters left over.
struct DeadlineSection {
  let figures: ReportFigures

  private var report: QuarterReport { figures.report }

  func write(into page: inout PageWriter) {
    page.section(.deadlines) { page in
      let chart = DeadlineChart(figures: figures)
      page.chart(
        chart.caption, measure: "尚未了结的线索（件），按至 \(report.asOf) 距核查期限的日数",
        note: "期限按规则包计算；已在期限内核查的、已了结的不计。", drawing: chart.drawing)
      writeOverdue(into: &page)
      writeDueSoon(into: &page)
      writeCarriedOver(into: &page)
    }
  }

  private func writeOverdue(into page: inout PageWriter) {
    let leads = figures.leads(.overdue).sorted { left, right in
      let late = (report.leads[left].overdueDays ?? 0, report.leads[right].overdueDays ?? 0)
      return late.0 == late.1 ? left < right : late.0 > late.1
    }
    guard !leads.isEmpty else {
      let unknown = figures.count(.dueUnknown)
      page.note(
        unknown.all > 0
          ? "截至 \(report.asOf.description) 没有能确定核查超期的线索；是否超期不明 \(unknown) 件。"
          : "截至 \(report.asOf.description) 没有核查超期的线索。")
      return
    }
    page.leadTable(
      "核查超期（\(figures.count(.overdue)) 件，超期最久的在前）", leads: leads, figures: figures,
      columns: [
        .text("发现日"), .text("核查期限"), .number("超期日数"), .text("处置建议"),
        .text("待补事实", class: "t wide np"),
      ]
    ) { lead, html in
      html.element("td", .class("nw"), text: lead.discovery?.description ?? "未知")
      html.element("td", .class("nw"), text: lead.verificationDue?.description ?? "未知")
      html.element("td", .class("n amb"), text: lead.overdueDays.map(Numeral.grouped) ?? "未知")
      html.element("td", .class("nw"), text: lead.disposition.term)
      html.element("td", .class("t wide np"), text: lead.missingTerms.orDash)
    }
  }

  private func writeDueSoon(into page: inout PageWriter) {
    let leads = figures.leads(.dueSoon).sorted { left, right in
      let due = (report.leads[left].verificationDue, report.leads[right].verificationDue)
      guard let first = due.0, let second = due.1, first != second else { return left < right }
      return first < second
    }
    guard !leads.isEmpty else {
      page.note("\(report.asOf.description) 起三十日内没有到期的核查。")
      return
    }
    page.leadTable(
      "三十日内到期（\(figures.count(.dueSoon)) 件，先到期的在前）", leads: leads, figures: figures,
      columns: [.text("核查期限"), .number("剩余日数"), .text("处置建议"), .text("待补事实", class: "t wide np")]
    ) { lead, html in
      let left = lead.verificationDue.map { $0.days(since: report.asOf) }
      html.element("td", .class("nw"), text: lead.verificationDue?.description ?? "未知")
      let isNear = (left ?? 30) <= 7
      html.element("td", .class(isNear ? "n amb" : "n"), text: left.map(String.init) ?? "未知")
      html.element("td", .class("nw"), text: lead.disposition.term)
      html.element("td", .class("t wide np"), text: lead.missingTerms.orDash)
    }
  }

  private func writeCarriedOver(into page: inout PageWriter) {
    let leads = figures.leads(.carriedOver)
    guard !leads.isEmpty else {
      page.note("没有往季结转的线索。")
      return
    }
    page.leadTable(
      "往季结转（\(figures.count(.carriedOver)) 件）", leads: leads, figures: figures,
      columns: [.text("立案季度"), .text("本季情况"), .text("处置建议"), .text("下一节点")],
      note: "续报指本季又有记录并入；未结指本季没有新记录而尚未了结。"
    ) { lead, html in
      html.element("td", .class("nw"), text: lead.id.quarter.description)
      html.element("td", .class("nw"), text: lead.status.term)
      html.element("td", .class("nw"), text: lead.disposition.term)
      html.element("td", text: lead.nextMilestone)
    }
  }
}
