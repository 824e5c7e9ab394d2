internal import Vocabulary

/// What made one lead of several records: these side by side, why they are one, and what was not
/// joined with them.
struct LeadEvidence {
  /// The lead's number in the page, for what explains the marks.
  let records: LeadRecords
  let matches: [MatchEntry]
  let refused: [RefusalEntry]

  /// Joins of either kind, and refusals, shown for one lead; data/matches.csv has them all.
  static let matchLimit = 12
  static let refusedLimit = 4
  /// Characters of a value, and of a sentence, that are shown.
  static let valueLimit = 60
  static let sentenceLimit = 400

  // MARK: - Side by side

  /// One column a record, one row a field; rows that differ say so, and the value taken is marked.
  func write(_ entry: SideBySideEntry, into html: inout HTMLWriter) {
    html.raw("<div class=\"scroll sbs\" role=\"region\" tabindex=\"0\" aria-label=\"来源对照\">")
    html.raw("<table><caption>来源对照</caption><thead><tr><th scope=\"col\">项目</th>")
    for (place, record) in entry.records.enumerated() {
      html.element("th", .columnHeader) { html in
        html.text("[\(place + 1)] \(record.kind.wording.zh)\(record.isSuperseded ? "（已有新版本）" : "")")
      }
    }
    html.raw("</tr></thead><tbody>")
    for line in entry.lines { write(line, into: &html) }
    html.raw("</tbody></table>")
    if entry.left > 0 {
      html.element(
        "p", .class("note"),
        text: "另有 \(Numeral.grouped(entry.left)) 条未列出，见 data/records.csv。")
    }
    html.raw("</div>")
  }

  private func write(_ line: SideBySideEntry.Line, into html: inout HTMLWriter) {
    html.raw(line.differs ? "<tr class=\"df\"><th scope=\"row\">" : "<tr><th scope=\"row\">")
    html.text(line.term)
    if line.differs { html.raw(" <i class=\"amb\">不一</i>") }
    html.raw("</th>")
    if let first = line.values.first, line.values.allSatisfy({ $0 == first }) {
      // What all say is said once.
      html.element(
        "td", .named("colspan", String(line.values.count)),
        text: Problem.printable(first, limit: LeadEvidence.valueLimit))
      html.raw("</tr>")
      return
    }
    for (value, isTaken) in zip(line.values, line.isTaken) {
      let shown = Problem.printable(value, limit: LeadEvidence.valueLimit)
      html.element("td") { html in
        if line.differs, isTaken {
          html.element("b", text: shown)
          html.text("（采用）")
        } else {
          html.text(shown)
        }
      }
    }
    html.raw("</tr>")
  }

  // MARK: - Why they are one

  /// The joins, a weighed one with its pieces as bars, and what was refused.
  func write(into html: inout HTMLWriter) {
    guard !matches.isEmpty || !refused.isEmpty else { return }
    html.raw("<dl>")
    write(matches.filter { $0.scope == .lead }, "归为一件的依据", into: &html)
    write(matches.filter { $0.scope == .obligor }, "同一义务人的依据", into: &html)
    if !refused.isEmpty {
      html.raw("<dt>未合并的相近记录</dt><dd><ul>")
      for refusal in refused.prefix(LeadEvidence.refusedLimit) {
        html.element("li") { html in
          write(refusal.recordA, refusal.recordB, into: &html)
          html.text(Problem.printable(refusal.evidence, limit: LeadEvidence.sentenceLimit))
        }
      }
      writeRest(refused.count - LeadEvidence.refusedLimit, into: &html)
      html.raw("</ul></dd>")
    }
    html.raw("</dl>")
  }

  private func write(_ joins: [MatchEntry], _ term: String, into html: inout HTMLWriter) {
    guard !joins.isEmpty else { return }
    html.element("dt", text: term)
    html.raw("<dd><ul>")
    for join in joins.prefix(LeadEvidence.matchLimit) { write(join, into: &html) }
    writeRest(joins.count - LeadEvidence.matchLimit, into: &html)
    html.raw("</ul></dd>")
  }

  private func write(_ match: MatchEntry, into html: inout HTMLWriter) {
    html.element("li") { html in
      write(match.recordA, match.recordB, into: &html)
      html.text(match.rule.wording.zh + "；")
      html.text(Problem.printable(match.evidence, limit: LeadEvidence.sentenceLimit))
      if !match.waterfall.isEmpty { writeBars(match.waterfall, into: &html) }
    }
  }

  /// Every piece from where the one before it ended, what speaks against in red.
  ///
  /// The drawing repeats the sentence above it and is hidden from readers of the page.
  private func writeBars(_ steps: [MatchEntry.Step], into html: inout HTMLWriter) {
    var sums: [Int] = [0]
    for step in steps { sums.append(sums[sums.count - 1] + Int(step.weight)) }
    let (least, most) = (sums.min() ?? 0, sums.max() ?? 0)
    let width = max(1, most - least)
    html.raw("<div class=\"wf\" aria-hidden=\"true\">")
    for (place, step) in steps.enumerated() {
      let (from, to) = (sums[place], sums[place + 1])
      html.element("span", text: step.words)
      html.raw("<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\"><rect x=\"")
      html.text(String((min(from, to) - least) * 100 / width))
      html.raw("\" width=\"")
      html.text(String(max(1, abs(to - from) * 100 / width)))
      html.raw(
        step.weight < 0
          ? "\" height=\"10\" fill=\"#B3261E\"/></svg>"
          : "\" height=\"10\" fill=\"#0B4F5C\"/></svg>")
      html.element("span", .class("n"), text: Weight.text(step.weight))
    }
    html.raw("</div>")
  }

  /// Both records, by their numbers where the list of sources has them.
  private func write(_ one: String, _ other: String, into html: inout HTMLWriter) {
    for (place, name) in [one, other].enumerated() {
      if place > 0 { html.text(" 与 ") }
      if let number = records.listedNumber(name) {
        html.text("[\(number)]")
      } else {
        html.element("code", text: name)
      }
    }
    html.text("：")
  }

  private func writeRest(_ more: Int, into html: inout HTMLWriter) {
    guard more > 0 else { return }
    html.element("li", text: "另有 \(Numeral.grouped(more)) 项，见 data/matches.csv")
  }
}
