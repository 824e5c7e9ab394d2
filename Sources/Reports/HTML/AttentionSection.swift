internal import Vocabulary

/// 重点线索: exceptions with their evidence, major cases, and what the procuratorate transferred.
struct AttentionSection {
  let figures: ReportFigures

  func write(into page: inout PageWriter) {
    page.section(.attention) { page in
      page.heading("例外情形：红线、自然保护地和再次发生")
      ExceptionTable(figures: figures).write(into: &page)
      page.heading("重大案件")
      writeMajor(into: &page)
      page.heading("检察机关移送与反馈")
      writeTransfers(into: &page)
    }
  }

  private func writeMajor(into page: inout PageWriter) {
    let leads = figures.leads(.major)
    guard !leads.isEmpty else {
      page.note("本季没有认定为重大案件的线索；判断为“未知”的件数见“各项判断的结果”。")
      return
    }
    page.leadTable(
      "重大案件台账（\(figures.count(.major)) 件）", leads: leads, figures: figures,
      columns: [.text("认定依据"), .text("处置建议"), .text("下一节点"), .number("损害金额（元）")]
    ) { lead, html in
      html.element("td", .class("law"), text: lead.citations(of: ["major"]).text ?? "—")
      html.element("td", .class("nw"), text: lead.disposition.term)
      html.element("td", text: lead.nextMilestone)
      html.element("td", .class("n"), text: lead.amountTerm)
    }
  }

  private func writeTransfers(into page: inout PageWriter) {
    let leads = figures.leads(.transfer)
    guard !leads.isEmpty else {
      page.note("在册线索中没有检察机关移送的。")
      return
    }
    page.leadTable(
      "检察机关移送与反馈（\(figures.count(.transfer)) 件）", leads: leads, figures: figures,
      columns: [.text("移送文书"), .text("处置建议"), .text("是否须反馈"), .text("反馈期限与情况")],
      note: "须反馈指依规则应当答复移送的检察院；没有期限的依文件以“及时”为准。"
    ) { lead, html in
      let letters = lead.sources.filter { $0.kind == .transfer && !$0.reference.isEmpty }
      html.element(
        "td", text: letters.map(\.reference).prefix(3).joined(separator: "；").orDash)
      html.element("td", .class("nw"), text: lead.disposition.term)
      html.element("td", .class("nw"), text: lead.isFeedbackDue ? "须反馈" : "—")
      let owes = lead.isFeedbackDue && lead.isFedBack != .true
      html.element(
        "td", .class(owes ? "amb" : ""), text: lead.isFeedbackDue ? lead.feedbackTerm : "—")
    }
  }
}

extension PageWriter {
  /// A table of single leads: number, county and obligor, then columns of its own.
  ///
  /// At most `rowLimit` rows; the note says how many more there are and where.
  mutating func leadTable(
    _ caption: Sentence, leads: [Int], figures: ReportFigures, columns: [ListColumn],
    note: String? = nil, cells: (LeadEntry, inout HTMLWriter) -> Void
  ) {
    let more = leads.count - PageWriter.rowLimit
    let rest =
      more > 0
      ? "表中列前 \(PageWriter.rowLimit) 件，另有 \(Numeral.grouped(more)) 件见 ledger.xlsx 和 data/leads.csv。"
      : ""
    let remark = (note ?? "") + rest
    table(
      caption, class: "rows",
      columns: [.text("线索编号", class: "t id"), .text("县区"), .text("赔偿义务人")] + columns,
      note: remark.isEmpty ? nil : Sentence(remark)
    ) { html in
      for index in leads.prefix(PageWriter.rowLimit) {
        let lead = figures.report.leads[index]
        html.element("tr") { html in
          html.element("th", .rowHeader) { html in
            html.leadName(lead, isListed: figures.traits[index].isListed)
          }
          html.element("td", .class("nw"), text: lead.countyTerm)
          html.element("td", text: lead.obligorTerm)
          cells(lead, &html)
        }
      }
    }
    cut(leads.count, of: "件", rest: "ledger.xlsx 和 data/leads.csv")
  }
}

extension HTMLWriter {
  /// The lead's number, as a link to its entry where the page has one.
  mutating func leadName(_ lead: LeadEntry, isListed: Bool) {
    let id = lead.id.description
    if isListed {
      element("a", .class("id"), .href("#" + id), text: id)
    } else {
      element("span", .class("id"), text: id)
    }
  }
}

extension LeadEntry {
  /// The next day something is due, and what.
  var nextMilestone: String {
    if isOverdue, let verificationDue { return "核查已于 \(verificationDue) 到期\(dueRemark)" }
    if isFeedbackDue, isFedBack != .true, let feedbackDue { return "\(feedbackDue) 前反馈检察机关" }
    if let verificationDue, isVerificationPending {
      return "\(verificationDue) 前完成核查\(dueRemark)"
    }
    return "—"
  }
}

extension String {
  /// The text, or an em dash for an empty one.
  var orDash: String { isEmpty ? "—" : self }
}
