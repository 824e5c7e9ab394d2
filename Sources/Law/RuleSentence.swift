internal import Vocabulary

/// Says in Chinese what a rule or a deadline demands, from the names of facts and parameters.
package struct RuleSentence: Sendable {
  private let catalogue: FactCatalogue
  private let conclusions: ConclusionCatalogue
  private let register: QuestionRegister
  private let parameters: [Parameter]

  /// For the rules of a chain of packs; the most specific definition names a parameter.
  package init(_ library: RuleLibrary, packs: [RulePack]) {
    catalogue = library.catalogue
    conclusions = library.conclusions
    register = library.register
    parameters = packs.reversed().flatMap(\.parameters)
  }

  /// The rule as one sentence: when it leads to its conclusion, and what takes that away.
  package func sentence(_ rule: Rule) -> String {
    let conclusion = conclusions.zh(rule.concludes)
    guard rule.when != .never else { return "任何情形下都不得出“\(conclusion)”。" }
    var text = "\(phrase(rule.when))的，得出“\(conclusion)”"
    if !rule.unless.isEmpty {
      let names = rule.unless.map { "“\(conclusions.zh($0))”" }.joined(separator: "、")
      text += "；但\(names)成立的除外"
    }
    return text + "。"
  }

  /// The deadline as one sentence: `自筛查发现日的次日起算，30个自然日。`.
  package func sentence(_ deadline: DeadlineRule) -> String {
    let unit =
      switch deadline.unit {
      case .naturalDay: "个自然日"
      case .workingDay: "个工作日"
      case .month: "个月"
      }
    return "自\(catalogue[deadline.trigger].zh)的次日起算，\(deadline.length)\(unit)。"
  }

  func phrase(_ expression: Expression) -> String {
    switch expression {
    case .all(let parts): return joined(parts, by: "，且")
    case .any(let parts): return joined(parts, by: "，或者")
    case .not(let part): return "并非\(bracketed(part))"
    case .never: return "任何情形下都不成立"
    case .fact(let fact): return "“\(catalogue[fact].zh)”为是"
    case .conclusion(let conclusion): return "“\(conclusions.zh(conclusion))”成立"
    case .oneOf(let fact, let places):
      let terms = places.map { catalogue[fact].terms[$0] }.joined(separator: "、")
      return "“\(catalogue[fact].zh)”为\(terms)\(places.count > 1 ? "之一" : "")"
    case .compare(let fact, let comparison, let name):
      return "“\(catalogue[fact].zh)”\(comparison.zh)\(parameterText(name))"
    case .atLeast(let fact, let level):
      return "“\(catalogue[fact].zh)”为\(catalogue[fact].terms[level])及以上"
    case .countAtLeast(let fact, let least):
      return "“\(catalogue[fact].zh)”有\(least)个及以上"
    case .recurs(let events, let at, let years):
      return "“\(catalogue[events].zh)”中有违法并造成损害的一起，"
        + "其发生日至“\(catalogue[at].zh)”在\(parameterText(years))以内"
    case .open(let id):
      return "\(id)（\(register[id]?.zh ?? id)）的答案为是"
    }
  }

  private func joined(_ parts: [Expression], by word: String) -> String {
    parts.map { bracketed($0) }.joined(separator: word)
  }

  private func bracketed(_ part: Expression) -> String {
    part.parts.count > 1 ? "（\(phrase(part))）" : phrase(part)
  }

  private func parameterText(_ name: String) -> String {
    guard let parameter = parameters.first(where: { $0.name == name }),
      let value = parameter.values.last
    else { return "\(name)（未规定）" }
    return "\(parameter.zh)（\(parameter.text(value.number))，自\(value.from)起）"
  }
}

extension Expression.Comparison {
  var zh: String { self == .atMost ? "不超过" : "超过" }
}

extension Parameter {
  /// A value with its unit: `3000.00元`, `2年`.
  func text(_ number: Int64) -> String {
    kind == .money ? "\(Money(fen: number))元" : "\(number)年"
  }
}
