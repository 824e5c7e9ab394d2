internal import Vocabulary

/// Writes the rule trace of one lead: every conclusion with the rules considered, linked to the
/// directory, what they ask and what the lead's records say.
struct TraceWriter {
  let rules: CitedNames
  var records: LeadRecords

  mutating func write(_ trace: TraceEntry, into html: inout HTMLWriter) {
    html.raw("<dl class=\"tr\">")
    for finding in trace.findings { write(finding, into: &html) }
    if let fallback = trace.fallback { html.fact("研判前按", fallback) }
    writeUnlisted(into: &html)
    html.raw("</dl>")
  }

  private mutating func write(_ finding: TraceEntry.Finding, into html: inout HTMLWriter) {
    let text = "\(finding.term)：\(finding.value.wording.zh)"
    if finding.value == .true || finding.value == .unknown {
      html.element("dt") { $0.element("b", text: text) }
    } else {
      html.element("dt", text: text)
    }
    for ground in finding.grounds { write(ground, into: &html) }
    if !finding.missing.isEmpty {
      html.element("dd", text: "另待补：" + finding.missing.joined(separator: "、"))
    }
  }

  private mutating func write(_ ground: TraceEntry.Ground, into html: inout HTMLWriter) {
    html.raw("<dd>")
    for (place, citation) in ground.rules.enumerated() {
      if place > 0 { html.text("、") }
      html.raw("<a href=\"#r")
      html.text(String(citation.rule + 1))
      html.raw("\">")
      html.text(rules.citation(citation.rule))
      html.raw("</a>")
      if !citation.remark.isEmpty { html.text("（\(citation.remark)）") }
      // The value stands once behind neighbours that share it.
      let next = place + 1 < ground.rules.count ? ground.rules[place + 1].value : nil
      if let value = citation.value, next != value {
        html.text(" ")
        html.element("b", text: value.wording.zh)
      }
    }
    if !ground.condition.isEmpty { html.text("：") }
    for piece in ground.condition { write(piece, into: &html) }
    html.raw("</dd>")
  }

  private mutating func write(_ piece: TraceEntry.Piece, into html: inout HTMLWriter) {
    switch piece {
    case .text(let text): html.text(text)
    case .value(let value): html.text("（\(value.wording.zh)）")
    case .presumption(let place):
      html.raw("<a href=\"#f")
      html.text(String(place + 1))
      html.raw("\">推定为否</a>")
    case .question(let place):
      html.raw("<a href=\"#q")
      html.text(String(place + 1))
      html.raw("\">")
      html.text(rules.question(place))
      html.raw("</a>")
    case .records(let places): write(places, into: &html)
    }
  }

  /// Records by their numbers, `［1、3–5］`; each number leads to where the record stands.
  private mutating func write(_ places: [TraceEntry.RecordPlace], into html: inout HTMLWriter) {
    let numbers = places.map { records.number($0) }.sorted()
    guard var first = numbers.first else { return }
    var last = first
    var runs: [ClosedRange<Int>] = []
    for number in numbers.dropFirst() {
      if number > last + 1 {
        runs.append(first...last)
        first = number
      }
      last = number
    }
    runs.append(first...last)
    html.text("［")
    for (place, run) in runs.enumerated() {
      if place > 0 { html.text("、") }
      html.raw("<a href=\"#")
      html.text(records.anchor(run.lowerBound))
      html.raw("\">")
      html.text(run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)–\(run.upperBound)")
      html.raw("</a>")
    }
    html.text("］")
  }

  /// The records cited that the list of sources does not show: further ones of the lead, and of
  /// earlier events.
  private func writeUnlisted(into html: inout HTMLWriter) {
    guard !records.unlisted.isEmpty else { return }
    html.raw("<dt>另引记录</dt><dd><ol>")
    for (number, place) in records.unlisted.sorted(by: { $0.number < $1.number }) {
      html.element(
        "li", .named("value", String(number)), .id(records.anchor(number))
      ) { html in
        html.element("code", text: place.name)
        html.text(" 第 \(place.line) 行")
      }
    }
    html.raw("</ol></dd>")
  }
}

/// What rules and questions are called, by their place in the directory.
struct CitedNames {
  private let citations: [String]
  private let questions: [String]

  init(_ rules: RuleDirectory) {
    citations = rules.citations
    questions = rules.questions.map(\.name)
  }

  func citation(_ place: Int) -> String {
    citations.indices.contains(place) ? citations[place] : ""
  }

  func question(_ place: Int) -> String {
    questions.indices.contains(place) ? questions[place] : ""
  }
}
