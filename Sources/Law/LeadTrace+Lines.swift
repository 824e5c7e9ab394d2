internal import Vocabulary

extension LeadTrace {
  /// One line and how far it is indented.
  package struct Line: Sendable, Hashable {
    package let depth: Int
    package let text: String
  }

  /// The trace as Chinese lines with the public names of everything, the disposition and the packs
  /// last.
  ///
  /// `rowName` names a row of the record table, to say where a fact came from.
  package func lines(
    _ deciding: inout DecidingFacts, rowName: @escaping (Int) -> String? = { _ in nil }
  ) -> [Line] {
    let spelling = Spelling(trace: self, rowName: rowName)
    var lines: [Line] = []
    for finding in findings(&deciding) {
      let missing =
        finding.atoms.isEmpty ? "" : "　待补事实：\(finding.atoms.joined(separator: "、"))"
      lines.append(
        Line(
          depth: 0,
          text: "\(spelling.name(finding.conclusion))= \(finding.value.letter)\(missing)"))
      lines += finding.rules.flatMap(spelling.lines)
    }
    let untilDecided = fallback.map { "；研判前按\($0.wording.zh)" } ?? ""
    lines.append(
      Line(depth: 0, text: "处置建议：\(evaluation.disposition.wording.zh)\(untilDecided)"))
    if evaluation.isVersionSensitive == .true {
      lines.append(Line(depth: 0, text: "按行为发生日适用的规定，结果不同（A-15）"))
    }
    let packs = engine.packs.enumerated().map { number, pack in
      "\(pack.id) \(pack.version)（施行：\(program.inForce[number].wording.zh)）"
    }
    lines.append(Line(depth: 0, text: "规则包：" + packs.joined(separator: "，")))
    return lines
  }
}

/// How the lines spell a trace: everything with its public name, rows where they are cited.
private struct Spelling {
  let trace: LeadTrace
  let rowName: (Int) -> String?

  func lines(_ one: LeadTrace.Consideration) -> [LeadTrace.Line] {
    let rule = trace.engine.rules[one.rule]
    let cite =
      "\(trace.engine.pack(ofRule: one.rule).shortTitle)\(rule.cite.locator)，\(rule.cite.summary)"
    switch one.outcome {
    case .outOfForce: return [.init(depth: 1, text: "\(rule.id) 不在施行期内　\(cite)")]
    case .displaced(let packs, let yields):
      let by = packs.joined(separator: "、")
      let how = yields ? "让位于 \(by)" : "被 \(by) 取代"
      return [.init(depth: 1, text: "\(rule.id) \(how)　\(cite)")]
    case .considered(let value, let doubt, let ground):
      let remark = doubt.map { "（\($0.wording.zh)）" } ?? ""
      return [.init(depth: 1, text: "\(rule.id) = \(value.letter)　\(cite)\(remark)")]
        + lines(ground.when, depth: 2, label: "条件 ")
        + ground.unless.flatMap { lines($0, depth: 2, label: "除非 ") }
    }
  }

  private func lines(_ part: LeadTrace.Part, depth: Int, label: String) -> [LeadTrace.Line] {
    func lines(_ name: String, _ parts: [LeadTrace.Part], _ value: Truth) -> [LeadTrace.Line] {
      [.init(depth: depth, text: "\(label)\(name) = \(value.letter)")]
        + parts.flatMap { self.lines($0, depth: depth + 1, label: "") }
    }
    switch part {
    case .all(let parts, let value): return lines("全部成立", parts, value)
    case .any(let parts, let value): return lines("任一成立", parts, value)
    case .not(let inner, let value): return lines("并非", [inner], value)
    case .leaf(let pieces, let value, _): return lines(pieces.map(text).joined(), [], value)
    }
  }

  func name(_ conclusion: Conclusion) -> String {
    "\(trace.engine.chain.conclusions.zh(conclusion))（\(conclusion.name)）"
  }

  private func name(_ fact: Fact) -> String { "\(trace.catalogue[fact].zh)（\(fact.name)）" }

  private func text(_ piece: TracePiece) -> String {
    switch piece {
    case .text(let text): return text
    case .fact(let one):
      let reason = one.inference.map { "（\($0)）" } ?? ""
      return "\(name(one.fact))：\(one.value.map(text).joined())\(reason)\(text(.rows(one.rows)))"
    case .name(let fact): return name(fact)
    case .presumed(let fact):
      guard case .presumedFalse(let why) = trace.catalogue[fact].absence else { return name(fact) }
      return "\(name(fact))推定为否：\(why)"
    case .conclusion(let conclusion): return name(conclusion)
    case .question(let id): return "\(id) \(trace.engine.chain.register[id]?.zh ?? "")"
    case .number(let number): return text(number)
    case .rows(let rows):
      let names = rows.compactMap(rowName)
      return names.isEmpty ? "" : "［\(names.joined(separator: "；"))］"
    case .value(let value): return " = \(value.letter)"
    }
  }

  private func text(_ number: TracedNumber) -> String {
    switch number.origin {
    case .assumed: return "\(number.text)（\(number.name)，假设取值）"
    case .missing: return "\(number.name)（未规定）"
    case .ofOpenForce(let pack): return "\(number.name)（\(title(pack))有规定，是否施行未知）"
    case .later(let pack): return "\(number.name)（\(title(pack))自其后之日起规定）"
    case .law(let from, let pack, let locator):
      return "\(number.text)（\(number.name)，自\(from)起，\(title(pack))\(locator)）"
    }
  }

  private func title(_ pack: String) -> String {
    trace.engine.packs.first { $0.id == pack }?.shortTitle ?? pack
  }
}
