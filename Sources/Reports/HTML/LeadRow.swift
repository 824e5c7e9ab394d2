internal import Vocabulary

/// One lead of the list: its line and the places of its sources, then its facts and what was concluded
/// on what grounds.
///
/// A `details` element, so that it opens without script. `data-f` carries the words of
/// `LeadTraits.words` for the filter.
struct LeadRow {
  /// The lead's number in the page.
  let number: Int
  let lead: LeadEntry
  let traits: LeadTraits

  /// Sources shown for one lead; data/records.csv names them all.
  static let sourceLimit = 12
  /// Changes shown for one lead.
  static let changeLimit = 24
  /// Characters of a source's summary that are shown.
  static let summaryLimit = 100

  /// Opens the element and writes the line of the list and where the sources stand.
  func writeLine(into html: inout HTMLWriter) {
    html.raw("<details id=\"")
    html.text(lead.id.description)
    html.raw("\" data-f=\"")
    html.text(traits.words)
    html.raw("\"><summary>")
    html.element("b", text: lead.id.description)
    html.element("span", text: lead.firstChannel?.wording.zh ?? "来源不明")
    html.element("span", text: lead.countyTerm)
    html.element("span") { html in
      html.text(lead.obligorTerm)
      html.tags(of: lead)
    }
    html.element("span", text: lead.mediaTerms)
    html.element("span", text: lead.discovery?.description ?? "未知")
    html.element("span", .class("n"), text: lead.amountTerm)
    html.element("em", text: lead.disposition.term)
    html.raw("</summary><dl>")
    html.element("dt", text: "来源")
    writeSources(isTarget: true, into: &html) { source, html in
      html.element("code", text: source.name)
      html.text(" 第 \(source.line) 行\(source.isSuperseded ? "（已有新版本）" : "")")
    }
    html.raw("</dl>")
  }

  /// Place, days, what is missing, and what the sources say.
  private func writeFacts(into html: inout HTMLWriter) {
    if !lead.obligorCode.isEmpty { html.fact("信用代码", lead.obligorCode) }
    if !lead.obligorParent.isEmpty {
      html.fact("所属法人", "\(lead.obligorParent)（分支机构另列义务人，不归并）")
    }
    if let place = lead.placeTerm { html.fact("地点", place) }
    html.fact("发生日", lead.occurrence?.description ?? "未知")
    if let law = lead.applicableLawTerm { html.fact("适用规定", law.zh) }
    if lead.versionSensitive != .false { html.fact("发生日的规定", lead.versionTerm.zh) }
    if let due = lead.verificationDue {
      html.fact("核查期限", due.description + lead.dueRemark)
    }
    if let verification = lead.verification { html.fact("核查结果", verification.sentence.zh) }
    if lead.isFeedbackDue { html.fact("检察反馈", lead.feedbackTerm) }
    if !lead.deadlines.isEmpty {
      html.raw("<dt>各项期限</dt><dd><ul>")
      for deadline in lead.deadlines { html.element("li", text: deadline.sentence.zh) }
      html.raw("</ul></dd>")
    }
    if !lead.missingFactTerms.isEmpty {
      html.fact("待补事实", lead.missingFactTerms.joined(separator: "、"))
    }
    html.element("dt", text: "来源内容")
    writeSources(isTarget: false, into: &html) { source, html in
      html.text(source.kind.wording.zh)
      if let day = source.day { html.text(" \(day)") }
      if !source.reference.isEmpty { html.text(" " + source.reference) }
      if !source.summary.isEmpty {
        html.text("：" + Problem.printable(source.summary, limit: LeadRow.summaryLimit))
      }
    }
    if !lead.disagreements.isEmpty {
      html.raw("<dt>来源说法不一</dt><dd><ul>")
      for one in lead.disagreements { html.element("li", text: one.sentence.zh) }
      html.raw("</ul></dd>")
    }
    writeChanges(into: &html)
  }

  /// What newer versions of the lead's records state otherwise, with both versions.
  private func writeChanges(into html: inout HTMLWriter) {
    guard !lead.changes.isEmpty else { return }
    html.raw("<dt>记录的更正</dt><dd><ul>")
    for change in lead.changes.prefix(LeadRow.changeLimit) {
      html.element("li") { html in
        html.text(Problem.printable(change.sentence.zh, limit: 3 * LeadRow.summaryLimit) + "（")
        html.element("code", text: change.laterName)
        html.text(" 更正 ")
        html.element("code", text: change.earlierName)
        html.text("）")
      }
    }
    let more = lead.changes.count - LeadRow.changeLimit
    if more > 0 {
      html.element("li", text: "另有 \(Numeral.grouped(more)) 项，见 leadscreen explain \(lead.id)")
    }
    html.raw("</ul></dd>")
  }

  /// The facts, the zones with their distance, and the conclusions with every rule considered.
  func writeGrounds(
    _ trace: TraceEntry?, citing rules: CitedNames, _ sideBySide: SideBySideEntry?,
    matches: [MatchEntry], refused: [RefusalEntry], into html: inout HTMLWriter
  ) {
    let records = LeadRecords(lead.sources, ofLead: number, listed: LeadRow.sourceLimit)
    let evidence = LeadEvidence(records: records, matches: matches, refused: refused)
    if let sideBySide { evidence.write(sideBySide, into: &html) }
    evidence.write(into: &html)
    html.raw("<dl>")
    writeFacts(into: &html)
    if !lead.zones.isEmpty {
      html.raw("<dt>空间比对</dt><dd><ul>")
      for zone in lead.zones { html.element("li", text: zone.sentence) }
      html.raw("</ul></dd>")
    }
    html.raw("</dl>")
    guard let trace else { return }
    var writer = TraceWriter(rules: rules, records: records)
    writer.write(trace, into: &html)
  }

  /// Says what the page leaves out of this lead; where to look for it stands above the list.
  func writeOmission(_ what: String, into html: inout HTMLWriter) {
    html.element("p", .class("note"), text: what + "从略")
  }

  func writeClosing(into html: inout HTMLWriter) { html.raw("</details>\n") }

  /// The first of the sources, numbered; what traces cite is where they stand.
  private func writeSources(
    isTarget: Bool, into html: inout HTMLWriter, item: (SourceEntry, inout HTMLWriter) -> Void
  ) {
    let records = LeadRecords(lead.sources, ofLead: number, listed: LeadRow.sourceLimit)
    html.raw("<dd><ol>")
    for (place, source) in lead.sources.prefix(LeadRow.sourceLimit).enumerated() {
      if isTarget {
        html.element("li", .id(records.anchor(place + 1))) { item(source, &$0) }
      } else {
        html.element("li") { item(source, &$0) }
      }
    }
    html.raw("</ol>")
    let more = lead.sources.count - LeadRow.sourceLimit
    if more > 0 { html.text("另有 \(Numeral.grouped(more)) 条，见 data/records.csv") }
    html.raw("</dd>")
  }
}

extension HTMLWriter {
  /// A term with its text in a list of facts.
  mutating func fact(_ term: String, _ text: String) {
    element("dt", text: term)
    element("dd", text: text)
  }

  /// The labels of what is special about a lead; each is a word, colour only repeats it.
  mutating func tags(of lead: LeadEntry) {
    if lead.inRedLine == .true { element("i", .class("red"), text: "红线") }
    if lead.inNatureReserve == .true { element("i", .class("red"), text: "自然保护地") }
    if lead.repeatOffender == .true { element("i", .class("red"), text: "再次发生") }
    if lead.major == .true { element("i", text: "重大") }
    if let days = lead.overdueDays, days > 0 {
      element("i", .class("amb"), text: "超期 \(Numeral.grouped(days)) 日")
    }
    if lead.isCarriedOver { element("i", text: lead.status.term) }
  }
}
