internal import Vocabulary

/// What was concluded of one lead: every conclusion by its value, linked to the block that says why.
struct LeadConclusions {
  let trace: TraceEntry
  let records: LeadRecords

  /// The list; blocks that no lead before needed are added.
  func write(into html: inout HTMLWriter, blocks: inout ConclusionBlocks) {
    html.raw("<dl class=\"cs\">")
    for value in [Truth.true, .unknown, .false, .noRule] {
      let findings = trace.findings.filter { $0.value == value }
      guard !findings.isEmpty else { continue }
      html.element("dt", text: value.wording.zh)
      html.raw("<dd>")
      for (place, finding) in findings.enumerated() {
        if place > 0 { html.raw("、") }
        html.raw("<a href=\"#t")
        html.text(String(blocks.number(of: finding)))
        html.raw("\">")
        html.text(finding.term)
        html.raw("</a>")
      }
      html.raw("</dd>")
    }
    if let fallback = trace.fallback { html.fact("研判前按", fallback) }
    writeUnlisted(into: &html)
    html.raw("</dl>")
  }

  /// The records cited that the list of sources does not show: further ones of the lead, and of
  /// earlier events.
  private func writeUnlisted(into html: inout HTMLWriter) {
    let unlisted = records.unlisted(in: trace)
    guard !unlisted.isEmpty else { return }
    html.raw("<dt>另引记录</dt><dd><ol>")
    for (number, place) in unlisted {
      html.element("li", .named("value", String(number))) { html in
        html.element("code", text: place.name)
        html.text(" 第 \(place.line) 行")
      }
    }
    html.raw("</ol></dd>")
  }
}
