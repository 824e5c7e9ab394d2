internal import Vocabulary

/// What is said of conclusions, each text once, however many leads it is said of (判定过程).
///
/// A block is a conclusion with every rule considered, linked to the directory of rules, what they
/// ask and what the records say; records stand in it by their number in the lead.
struct ConclusionBlocks {
  private let names: CitedNames
  /// The blocks as items of one description list, numbered from 1: `t1`.
  private(set) var html = HTMLWriter()
  private(set) var count = 0
  /// By the finding's pattern, and by the text itself, the block's number.
  private var byPattern: [Int: Int] = [:]
  private var byText: [[UInt8]: Int] = [:]

  init(citing rules: RuleDirectory) { names = CitedNames(rules) }

  /// The number of the block that says the finding; written if none does yet.
  mutating func number(of finding: TraceEntry.Finding) -> Int {
    if let pattern = finding.pattern, let known = byPattern[pattern] { return known }
    var text = HTMLWriter()
    write(finding, into: &text)
    let number = byText[text.bytes] ?? count + 1
    if let pattern = finding.pattern { byPattern[pattern] = number }
    guard number > count else { return number }
    count = number
    byText[text.bytes] = number
    html.raw("<dt id=\"t")
    html.text(String(number))
    html.raw("\">")
    html.append(text)
    html.raw("\n")
    return number
  }

  /// Forgets all blocks after the first so many bytes of `html`; nothing is to be added afterwards.
  mutating func cut(to size: Int, count: Int) {
    let kept = html.part(0..<size)
    html = HTMLWriter()
    html.append(kept)
    self.count = count
  }

  private func write(_ finding: TraceEntry.Finding, into html: inout HTMLWriter) {
    let text = "\(finding.term)：\(finding.value.wording.zh)"
    if finding.value == .true || finding.value == .unknown {
      html.element("b", text: text)
    } else {
      html.text(text)
    }
    html.raw("</dt>")
    for ground in finding.grounds { write(ground, into: &html) }
    if !finding.missing.isEmpty {
      html.element("dd", text: "另待补：" + finding.missing.joined(separator: "、"))
    }
  }

  private func write(_ ground: TraceEntry.Ground, into html: inout HTMLWriter) {
    html.raw("<dd>")
    for (place, citation) in ground.rules.enumerated() {
      if place > 0 { html.text("、") }
      html.raw("<a href=\"#r")
      html.text(String(citation.rule + 1))
      html.raw("\">")
      html.text(names.citation(citation.rule))
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

  private func write(_ piece: TraceEntry.Piece, into html: inout HTMLWriter) {
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
      html.text(names.question(place))
      html.raw("</a>")
    case .records(let numbers): write(numbers, into: &html)
    }
  }

  /// Records by their numbers, `［1、3–5］`, which the script links to where a lead's records stand.
  private func write(_ numbers: [Int], into html: inout HTMLWriter) {
    let numbers = numbers.sorted()
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
      let shown = run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)–\(run.upperBound)"
      html.element("var", text: shown)
    }
    html.text("］")
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
