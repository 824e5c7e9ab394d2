internal import Vocabulary

extension LeadTrace {
  /// One line and how far it is indented.
  package struct Line: Sendable, Hashable {
    package let depth: Int
    package let text: String
  }

  /// The trace as lines in its language with the public names of everything, the disposition and the
  /// packs last.
  ///
  /// `rowName` names a row of the record table, to say where a fact came from.
  package func lines(
    _ deciding: inout DecidingFacts, rowName: @escaping (Int) -> String? = { _ in nil }
  ) -> [Line] {
    let spelling = Spelling(trace: self, rowName: rowName)
    var lines: [Line] = []
    for finding in findings(&deciding) {
      lines.append(Line(depth: 0, text: spelling.heading(finding)))
      lines += finding.rules.flatMap(spelling.lines)
    }
    lines.append(Line(depth: 0, text: disposition[language]))
    if evaluation.isVersionSensitive == .true {
      lines.append(
        Line(
          depth: 0,
          text: language.text(
            zh: "按行为发生日适用的规定，结果不同（A-15）",
            en: "the law of the day of the act gives another result (A-15)")))
    }
    let packs = engine.packs.enumerated().map { number, pack in
      let inForce = program.inForce[number].wording
      return language.text(
        zh: "\(pack.id) \(pack.version)（施行：\(inForce.zh)）",
        en: "\(pack.id) \(pack.version) (in force: \(inForce.en))")
    }
    lines.append(
      Line(
        depth: 0,
        text: language.text(
          zh: "规则包：\(packs.joined(separator: "，"))",
          en: "rule packs: \(packs.joined(separator: ", "))")))
    return lines
  }

  private var disposition: Wording {
    let proposed = evaluation.disposition.wording
    let until = fallback?.wording
    return Wording(
      zh: "处置建议：\(proposed.zh)" + (until.map { "；研判前按\($0.zh)" } ?? ""),
      en: "proposal: \(proposed.en)" + (until.map { "; until judged: \($0.en)" } ?? ""))
  }
}

/// How the lines spell a trace: everything with its public name, rows where they are cited.
///
/// In English conclusions, facts and numbers have their public names alone.
private struct Spelling {
  let trace: LeadTrace
  let rowName: (Int) -> String?

  private var language: Language { trace.language }

  func heading(_ finding: LeadTrace.Finding) -> String {
    let (name, letter) = (name(finding.conclusion), finding.value.letter)
    guard !finding.atoms.isEmpty else {
      return language.text(zh: "\(name)= \(letter)", en: "\(name) = \(letter)")
    }
    return language.text(
      zh: "\(name)= \(letter)　待补事实：\(finding.atoms.joined(separator: "、"))",
      en: "\(name) = \(letter)  missing: \(finding.atoms.joined(separator: ", "))")
  }

  func lines(_ one: LeadTrace.Consideration) -> [LeadTrace.Line] {
    let rule = trace.engine.rules[one.rule]
    let (document, said) = (trace.engine.pack(ofRule: one.rule).shortTitle, rule.cite)
    let cite = language.text(
      zh: "　\(document)\(said.locator)，\(said.summary)",
      en: "  \(document) \(said.locator): \(said.summary)")
    switch one.outcome {
    case .outOfForce:
      let how = language.text(zh: "不在施行期内", en: "is not in force")
      return [.init(depth: 1, text: "\(rule.id) \(how)\(cite)")]
    case .displaced(let packs, let yields):
      let by = packs.joined(separator: language.text(zh: "、", en: ", "))
      let how = language.text(
        zh: yields ? "让位于 \(by)" : "被 \(by) 取代",
        en: yields ? "yields to \(by)" : "is displaced by \(by)")
      return [.init(depth: 1, text: "\(rule.id) \(how)\(cite)")]
    case .considered(let value, let doubt, let ground):
      let remark = doubt.map { bracketed($0.wording[language]) } ?? ""
      return [.init(depth: 1, text: "\(rule.id) = \(value.letter)\(cite)\(remark)")]
        + lines(ground.when, depth: 2, label: language.text(zh: "条件 ", en: "if "))
        + ground.unless.flatMap {
          lines($0, depth: 2, label: language.text(zh: "除非 ", en: "unless "))
        }
    }
  }

  private func bracketed(_ text: String) -> String {
    language.text(zh: "（\(text)）", en: " (\(text))")
  }

  private func lines(_ part: LeadTrace.Part, depth: Int, label: String) -> [LeadTrace.Line] {
    func lines(_ name: String, _ parts: [LeadTrace.Part], _ value: Truth) -> [LeadTrace.Line] {
      [.init(depth: depth, text: "\(label)\(name) = \(value.letter)")]
        + parts.flatMap { self.lines($0, depth: depth + 1, label: "") }
    }
    switch part {
    case .all(let parts, let value):
      return lines(language.text(zh: "全部成立", en: "all of"), parts, value)
    case .any(let parts, let value):
      return lines(language.text(zh: "任一成立", en: "any of"), parts, value)
    case .not(let inner, let value):
      return lines(language.text(zh: "并非", en: "not"), [inner], value)
    case .leaf(let pieces, let value, _): return lines(pieces.map(text).joined(), [], value)
    }
  }

  private func name(_ conclusion: Conclusion) -> String {
    language.text(
      zh: "\(trace.engine.chain.conclusions.zh(conclusion))（\(conclusion.name)）",
      en: conclusion.name)
  }

  private func name(_ fact: Fact) -> String {
    language.text(zh: "\(trace.catalogue[fact].zh)（\(fact.name)）", en: fact.name)
  }

  private func text(_ piece: TracePiece) -> String {
    switch piece {
    case .text(let text): return text
    case .fact(let one):
      let reason = one.inference.map(bracketed) ?? ""
      let colon = language.text(zh: "：", en: ": ")
      let value = one.value.map(text).joined()
      return "\(name(one.fact))\(colon)\(value)\(reason)\(text(.rows(one.rows)))"
    case .name(let fact): return name(fact)
    case .presumed(let fact):
      guard case .presumedFalse(let why) = trace.catalogue[fact].absence else { return name(fact) }
      return language.text(
        zh: "\(name(fact))推定为否：\(why.zh)", en: "\(name(fact)) is presumed not so: \(why.en)")
    case .conclusion(let conclusion): return name(conclusion)
    case .question(let id):
      let asked = trace.engine.chain.register[id]?.zh ?? ""
      return language.text(zh: "\(id) \(asked)", en: "question \(id): \(asked)")
    case .number(let number): return text(number)
    case .rows(let rows):
      let names = rows.compactMap(rowName)
      guard !names.isEmpty else { return "" }
      return language.text(
        zh: "［\(names.joined(separator: "；"))］", en: " [\(names.joined(separator: "; "))]")
    case .value(let value): return " = \(value.letter)"
    }
  }

  private func text(_ number: TracedNumber) -> String {
    let words = words(number)
    return language.text(zh: "\(words.before)（\(words.zh)）", en: "\(words.before) (\(words.en))")
  }

  /// What stands before the brackets, and in them.
  private func words(_ number: TracedNumber) -> (before: String, zh: String, en: String) {
    let name = number.name
    switch number.origin {
    case .assumed: return (number.text, "\(name)，假设取值", "\(name), assumed")
    case .missing: return (name, "未规定", "set by no text")
    case .ofOpenForce(let pack):
      let title = title(pack)
      return (name, "\(title)有规定，是否施行未知", "set by \(title), in force or not is unknown")
    case .later(let pack):
      let title = title(pack)
      return (name, "\(title)自其后之日起规定", "set by \(title) from a later day on")
    case .law(let from, let pack, let locator):
      let title = title(pack)
      return (
        number.text, "\(name)，自\(from)起，\(title)\(locator)",
        "\(name), from \(from), \(title) \(locator)"
      )
    }
  }

  private func title(_ pack: String) -> String {
    trace.engine.packs.first { $0.id == pack }?.shortTitle ?? pack
  }
}
