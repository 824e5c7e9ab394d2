internal import Vocabulary

/// Why each conclusion about a lead is what it is, as indented Chinese lines.
///
/// Made from what an evaluation left in its slots: every rule considered with its value, those
/// displaced too, the facts read and where they came from, presumptions with their reason, numbers
/// with the day from which they apply, and open questions.
package struct LeadTrace: Sendable {
  /// One line and how far it is indented.
  package struct Line: Sendable, Hashable {
    package let depth: Int
    package let text: String
  }

  private let engine: RuleEngine
  private let evaluation: Evaluation
  private let facts: FactSet
  private let rowName: @Sendable (Int) -> String?

  /// `rowName` names a row of the record table, to say where a fact came from.
  package init(
    _ engine: RuleEngine, _ evaluation: Evaluation, _ facts: FactSet,
    rowName: @escaping @Sendable (Int) -> String? = { _ in nil }
  ) {
    self.engine = engine
    self.evaluation = evaluation
    self.facts = facts
    self.rowName = rowName
  }

  private var program: RuleProgram { engine.programs[evaluation.stretch] }
  private var catalogue: FactCatalogue { engine.chain.catalogue }

  /// All conclusions some rule of the chain speaks of, in force or not, then the disposition and the
  /// packs.
  package func lines(_ deciding: inout DecidingFacts) -> [Line] {
    let atoms = deciding.atoms(in: evaluation, facts)
    var lines: [Line] = []
    for conclusion in Conclusion.allCases where isSpokenOf(conclusion) {
      lines += self.lines(of: conclusion, atoms[Int(conclusion.rawValue)])
    }
    var proposal = "处置建议：\(evaluation.disposition.wording.zh)"
    if let fallback = evaluation.disposition.fallback {
      proposal += "；研判前按\(fallback.wording.zh)"
    }
    lines.append(Line(depth: 0, text: proposal))
    if evaluation.isVersionSensitive == .true {
      lines.append(Line(depth: 0, text: "按行为发生日适用的规定，结果不同（A-15）"))
    }
    let packs = engine.packs.enumerated().map { number, pack in
      "\(pack.id) \(pack.version)（施行：\(program.inForce[number].wording.zh)）"
    }
    lines.append(Line(depth: 0, text: "规则包：" + packs.joined(separator: "，")))
    return lines
  }

  /// Whether the packs have a rule for it on any day; what only a gap may speak of counts while it does.
  private func isSpokenOf(_ conclusion: Conclusion) -> Bool {
    evaluation[conclusion] != .noRule
      || engine.chain.rules.contains { $0.gap == nil && $0.rule.concludes == conclusion }
  }

  /// One conclusion with every rule considered.
  private func lines(of conclusion: Conclusion, _ atoms: [String]) -> [Line] {
    let value = evaluation[conclusion]
    let missing = atoms.isEmpty ? "" : "　待补事实：\(atoms.joined(separator: "、"))"
    let head =
      "\(engine.chain.conclusions.zh(conclusion))（\(conclusion.name)）= "
      + "\(value.letter)\(missing)"
    var lines = [Line(depth: 0, text: head)]
    for number in engine.chain.rules.indices
    where engine.chain.rules[number].rule.concludes == conclusion {
      lines += ruleLines(number)
    }
    return lines
  }

  private func ruleLines(_ number: Int) -> [Line] {
    let rule = engine.chain.rules[number].rule
    let pack = engine.pack(ofRule: number)
    let cite = "\(pack.shortTitle)\(rule.cite.locator)，\(rule.cite.summary)"
    switch engine.standing(ofRule: number, in: evaluation) {
    case .outOfForce where engine.chain.rules[number].gap != nil: return []
    case .outOfForce: return [Line(depth: 1, text: "\(rule.id) 不在施行期内　\(cite)")]
    case .displaced(let packs):
      let by = packs.joined(separator: "、")
      let how = rule.relation?.kind == .yieldsTo ? "让位于 \(by)" : "被 \(by) 取代"
      return [Line(depth: 1, text: "\(rule.id) \(how)　\(cite)")]
    case .mayApply, .applies: break
    }
    var head = "\(rule.id) = \(evaluation[rule: number].letter)　\(cite)"
    if engine.gate(ofRule: number, in: evaluation) == .unknown { head += "（是否施行未知）" }
    var lines = [Line(depth: 1, text: head)]
    let slot = Conclusion.allCases.count + number
    guard case .ground(_, _, let when, let exceptions) = program.operation(of: slot) else {
      return lines
    }
    lines += partLines(when, depth: 2, label: "条件 ")
    for index in exceptions {
      lines += partLines(program.operands[index], depth: 2, label: "除非 ")
    }
    return lines
  }

  private func partLines(_ slot: Int, depth: Int, label: String) -> [Line] {
    let value = evaluation.values[slot].letter
    func parts(_ name: String, _ slots: Range<Int>) -> [Line] {
      [Line(depth: depth, text: "\(label)\(name) = \(value)")]
        + slots.flatMap { partLines(program.operands[$0], depth: depth + 1, label: "") }
    }
    switch program.operation(of: slot) {
    case .all(let slots): return parts("全部成立", slots)
    case .any(let slots): return parts("任一成立", slots)
    case .not(let part):
      return [Line(depth: depth, text: "\(label)并非 = \(value)")]
        + partLines(part, depth: depth + 1, label: "")
    case let leaf: return [Line(depth: depth, text: "\(label)\(leafText(leaf)) = \(value)")]
    }
  }

  private func leafText(_ operation: RuleProgram.Operation) -> String {
    switch operation {
    case .truth(let fact, _):
      if let other = facts.standIn(for: fact, catalogue) {
        return "\(catalogue[fact].zh)（\(fact.name)）未单独写明，按\(factText(other))"
      }
      guard facts.isPresumed(fact, catalogue),
        case .presumedFalse(let why) = catalogue[fact].absence
      else { return factText(fact) }
      return "\(catalogue[fact].zh)（\(fact.name)）推定为否：\(why)"
    case .oneOf(let fact, let bits):
      let isOne = bits.nonzeroBitCount == 1
      return "\(factText(fact))，须为\(catalogue[fact].terms(of: bits))\(isOne ? "" : "之一")"
    case .compare(let fact, let comparison, let limit):
      return
        "\(factText(fact))，须\(comparison.zh(isNumberBelow: limit.isNumberBelow))\(limitText(limit))"
    case .atLeast(let fact, let level):
      return "\(factText(fact))，须为\(catalogue[fact].terms[Int(level)])及以上"
    case .countAtLeast(let fact, let least): return "\(factText(fact))，须有\(least)个及以上"
    case .recurs(let at, let years):
      return "\(factText(.priorDamageEvents))，\(factText(at))，回溯\(limitText(years))"
    case .question(let number), .gap(let number):
      let id = engine.chain.questions[number]
      return "\(id) \(engine.chain.register[id]?.zh ?? "")"
    case .conclusion(let conclusion):
      return "\(engine.chain.conclusions.zh(conclusion))（\(conclusion.name)）"
    case .never: return "任何情形下都不成立"
    default: return "规则包是否施行"
    }
  }

  private func limitText(_ limit: RuleProgram.Limit) -> String {
    let name = engine.chain.parameters[limit.parameter]
    if let assumed = engine.reading.numbers[name] {
      let parameter = engine.packs.lazy.flatMap(\.parameters).first { $0.name == name }
      return "\(parameter?.text(assumed) ?? "\(Money(fen: assumed))元")（\(name)，假设取值）"
    }
    guard let source = program.limitSources[limit.parameter] else { return "\(name)（未规定）" }
    let pack = engine.packs[source.pack]
    let text = pack.parameters.first { $0.name == name }?.text(source.value.number) ?? ""
    return "\(text)（\(name)，自\(source.value.from)起，"
      + "\(pack.shortTitle)\(source.value.cite.locator)）"
  }

  private func factText(_ fact: Fact) -> String {
    let name = "\(catalogue[fact].zh)（\(fact.name)）"
    let rows = facts.rows(of: fact).compactMap { rowName($0) }
    let origin = rows.isEmpty ? "" : "［\(rows.joined(separator: "；"))］"
    let reason = facts.inference(of: fact).map { "（\($0)）" } ?? ""
    return "\(name)：\(facts.term(for: fact, catalogue, rowName: rowName))\(reason)\(origin)"
  }
}
