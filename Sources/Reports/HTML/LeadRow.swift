internal import Vocabulary

/// One lead of the list: its line and where its sources stand, or its sources, facts and what was
/// concluded on what grounds.
///
/// A `details` element, so that it opens without script. `data-f` carries the words of
/// `LeadTraits.words` for the filter.
struct LeadRow {
  let lead: LeadEntry
  let traits: LeadTraits

  /// Sources shown for one lead; data/records.csv names them all.
  static let sourceLimit = 12
  /// Changes shown for one lead.
  static let changeLimit = 24
  /// Characters of a source's summary that are shown.
  static let summaryLimit = 100

  /// Opens the element and writes the line of the list.
  func writeLine(into html: inout HTMLWriter) {
    html.raw("<details id=\"")
    html.text(lead.id.description)
    html.raw("\" data-f=\"")
    html.text(traits.words)
    html.raw("\"><summary><b>")
    html.text(lead.id.description)
    html.raw("</b><span>")
    html.text(lead.firstChannel?.wording.zh ?? "来源不明")
    html.raw("</span><span>")
    html.text(lead.countyTerm)
    html.raw("</span><span>")
    html.text(lead.obligorTerm)
    html.tags(of: lead)
    html.raw("</span><span>")
    html.text(lead.mediaTerms)
    html.raw("</span><span>")
    html.text(lead.discovery?.description ?? "未知")
    html.raw("</span><span class=\"n\">")
    html.text(lead.amountTerm)
    html.raw("</span><em>")
    html.text(lead.disposition.term)
    html.raw("</em></summary>")
  }

  /// Where the sources stand, of a lead that has nothing else in the page.
  func writePlaces(into html: inout HTMLWriter) {
    html.raw("<dl>")
    writeSources(isWhole: false, into: &html)
    html.raw("</dl><p class=\"note\">事实、结论和判定过程从略</p>")
  }

  func writeClosing(into html: inout HTMLWriter) { html.raw("</details>\n") }

  /// The sources, place, days and what is missing, the records side by side, and the conclusions.
  func writeGrounds(
    _ trace: TraceEntry?, _ sideBySide: SideBySideEntry?, matches: [MatchEntry],
    refused: [RefusalEntry], deadlines: DeadlineDirectory, single: Set<String>,
    blocks: inout ConclusionBlocks, into html: inout HTMLWriter
  ) {
    let records = LeadRecords(lead.sources, listed: LeadRow.sourceLimit)
    html.raw("<dl>")
    writeSources(isWhole: true, into: &html)
    writeFacts(deadlines, isCompared: sideBySide?.left == 0, into: &html)
    LeadZones(lead.zones, single: single).write(into: &html)
    html.raw("</dl>")
    let evidence = LeadEvidence(records: records, matches: matches, refused: refused)
    if let sideBySide { evidence.write(sideBySide, into: &html) }
    evidence.write(into: &html)
    if let trace {
      LeadConclusions(trace: trace, records: records).write(into: &html, blocks: &blocks)
    }
  }

  /// Place, days and what is missing; what records state differently stands where they are compared.
  private func writeFacts(
    _ deadlines: DeadlineDirectory, isCompared: Bool, into html: inout HTMLWriter
  ) {
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
      html.raw("<dt>各项期限</dt><dd>")
      for (place, deadline) in lead.deadlines.enumerated() {
        if place > 0 { html.raw("；") }
        deadlines.write(deadline, into: &html)
      }
      html.raw("</dd>")
    }
    if !lead.missingFactTerms.isEmpty { html.fact("待补事实", lead.missingTerms) }
    if !lead.disagreements.isEmpty, !isCompared {
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

  /// The first of the sources, numbered: where each stands, and on a whole lead what it says.
  private func writeSources(isWhole: Bool, into html: inout HTMLWriter) {
    html.raw("<dt>来源</dt><dd><ol>")
    for source in lead.sources.prefix(LeadRow.sourceLimit) {
      html.raw("<li><code>")
      html.text(source.name)
      html.raw("</code>")
      html.text(" 第 \(source.line) 行\(source.isSuperseded ? "（已有新版本）" : "")")
      if isWhole { writeContent(of: source, into: &html) }
      html.raw("</li>")
    }
    html.raw("</ol>")
    let more = lead.sources.count - LeadRow.sourceLimit
    if more > 0 { html.text("另有 \(Numeral.grouped(more)) 条，见 data/records.csv") }
    html.raw("</dd>")
  }

  private func writeContent(of source: SourceEntry, into html: inout HTMLWriter) {
    html.text("　" + source.kind.wording.zh)
    if let day = source.day { html.text(" \(day)") }
    if !source.reference.isEmpty { html.text(" " + source.reference) }
    if !source.summary.isEmpty {
      html.text("：" + Problem.printable(source.summary, limit: LeadRow.summaryLimit))
    }
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
