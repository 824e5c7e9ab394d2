package import Vocabulary

/// Says in Chinese what a rule or a deadline demands, from the names of facts and parameters.
///
/// How a condition is nested shows in how it is written, so that no sentence reads in two ways:
/// what is numbered （1）…；（2）… holds what is joined by “，且”, that holds what is joined by “且”
/// without a comma, and everything deeper stands in brackets. A name that contains such a word is
/// quoted.
package struct RuleSentence: Sendable {
  private let catalogue: FactCatalogue
  private let conclusions: ConclusionCatalogue
  private let register: QuestionRegister
  private let parameters: [Parameter]
  private let delegations: [Delegation]

  /// For the rules of a chain of packs; the most specific definition gives a parameter's number.
  package init(_ library: RuleLibrary, packs: [RulePack]) {
    catalogue = library.catalogue
    conclusions = library.conclusions
    register = library.register
    parameters = packs.reversed().flatMap(\.parameters)
    delegations = packs.flatMap(\.delegations)
  }

  /// The rule as one sentence: when it leads to its conclusion, and what takes that away.
  package func sentence(_ rule: Rule) -> String {
    let conclusion = quoted(rule.concludes)
    let condition = rule.when.flattened
    guard condition != .never else { return "任何情形下都不得出\(conclusion)。" }
    let result = "的，结论为\(conclusion)\(exception(rule.unless))"
    guard condition.isBetterNumbered else { return phrase(condition, .widest) + result + "。" }
    var opening = "同时符合下列各项"
    if case .any = condition { opening = "符合下列情形之一" }
    let items = condition.parts.enumerated().map { "（\($0 + 1)）\(phrase($1, .widest))" }
    return "\(opening)\(result)：\(items.joined(separator: "；"))。"
  }

  /// The deadline as one sentence: `自筛查发现日的次日起算，30个自然日。`; its condition stands first.
  package func sentence(_ deadline: DeadlineRule) -> String {
    let condition = deadline.when.map { phrase($0.flattened, .widest) + "的，" } ?? ""
    return condition + period(deadline).zh + "。"
  }

  /// How a deadline is counted: `自筛查发现日的次日起算，30个自然日`.
  ///
  /// In English the day it is counted from has its public name.
  package func period(_ deadline: DeadlineRule) -> Wording {
    let count = deadline.length
    let length =
      switch deadline.unit {
      case .naturalDay: Wording(zh: "\(count)个自然日", en: "\(count) calendar days")
      case .workingDay: Wording(zh: "\(count)个工作日", en: "\(count) working days")
      case .month:
        Wording(zh: "\(count)个月，至到期月的对应日", en: "\(count) months, to the same day of the last one")
      }
    return Wording(
      zh: "自\(name(deadline.trigger))的次日起算，\(length.zh)",
      en: "\(length.en), the first of them the day after \(deadline.trigger.name)")
  }

  /// How far out a part stands, and so how it is joined.
  private enum Place {
    case widest, inner, innermost

    var narrower: Place { self == .widest ? .inner : .innermost }
  }

  private func phrase(_ expression: Expression, _ place: Place) -> String {
    switch expression {
    case .all(let parts): return joined(parts, by: "且", place)
    case .any(let parts): return joined(parts, by: "或者", place)
    case .not(let part): return negated(part)
    case .never: return "任何情形下都不成立"
    case .fact(let fact):
      let name = self.name(fact)
      return name.isJoined ? "有\(name.quoted)情形" : name
    case .conclusion(let conclusion): return "\(quoted(conclusion))成立"
    case .oneOf(let fact, let places):
      let terms = places.map { catalogue[fact].terms[$0] }
      let isPlain = terms.count == 1 || terms.count == 2 && place != .innermost
      let choice = isPlain ? terms.joined(separator: "或者") : terms.joined(separator: "、") + "之一"
      return "\(subject(fact))为\(choice)"
    case .compare(let fact, let comparison, let name):
      let isNumberBelow = parameter(name)?.values.last?.bound.isNumberBelow ?? true
      return subject(fact) + comparison.wording(isNumberBelow: isNumberBelow).zh + limit(name)
    case .atLeast(let fact, let level):
      let terms = catalogue[fact].terms
      return "\(subject(fact))为\(terms[level])\(level + 1 < terms.count ? "及以上" : "")"
    case .countAtLeast(let fact, let least):
      return "\(subject(fact))有\(RuleSentence.numeral(least))个及以上"
    case .recurs(let events, let at, let years):
      return "有发生在\(name(at))之前\(limit(years))以内、违法并造成损害的\(name(events))"
    case .open(let id):
      return "\((register[id]?.zh ?? id).quoted)（\(id)）的答案为“是”"
    }
  }

  private func joined(_ parts: [Expression], by word: String, _ place: Place) -> String {
    let phrases = parts.map { phrase($0, place.narrower) }
    switch place {
    case .widest: return phrases.joined(separator: "，" + word)
    case .inner: return phrases.joined(separator: word)
    case .innermost: return "（\(phrases.joined(separator: word))）"
    }
  }

  private func negated(_ part: Expression) -> String {
    switch part {
    case .any(let parts): return parts.map { quotedPart($0) }.joined() + "均不成立"
    case .all(let parts): return parts.map { quotedPart($0) }.joined() + "不同时成立"
    default: return quotedPart(part) + "不成立"
    }
  }

  /// A part in quotation marks, which stand for themselves and need no words around the name.
  private func quotedPart(_ part: Expression) -> String {
    switch part {
    case .fact(let fact): name(fact).quoted
    case .conclusion(let conclusion): quoted(conclusion)
    default: phrase(part, .widest).quoted
    }
  }

  private func exception(_ unless: [Conclusion]) -> String {
    guard !unless.isEmpty else { return "" }
    let names = unless.map { quoted($0) }.joined()
    return "，但\(names)\(unless.count > 1 ? "任一" : "")成立的除外"
  }

  private func quoted(_ conclusion: Conclusion) -> String {
    conclusions.zh(conclusion).withWideBrackets.quoted
  }

  private func name(_ fact: Fact) -> String { catalogue[fact].zh.withWideBrackets }

  private func subject(_ fact: Fact) -> String {
    let name = self.name(fact)
    return name.isJoined ? name.quoted : name
  }

  private func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  private func limit(_ name: String) -> String {
    guard let parameter = parameter(name), let last = parameter.values.last else {
      let level = delegations.first { $0.slot == name }?.level.zh
      return "\(level ?? "另行")规定的标准（\(name)，本文件及其上级文件未规定）"
    }
    guard parameter.values.count > 1 else {
      return "\(parameter.term(last.number))（\(name)，自\(last.from)）"
    }
    let values = parameter.values.map { "自\($0.from)为\(parameter.term($0.number))" }
    return "\(parameter.zh)（\(name)，\(values.joined(separator: "，"))）"
  }

  /// The word for a count: 两 and not 二.
  private static func numeral(_ count: Int) -> String {
    let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
    return words.indices.contains(count) ? words[count] : String(count)
  }
}

extension Expression {
  /// The same condition without a connective inside of the same connective, or around one part.
  fileprivate var flattened: Expression {
    switch self {
    case .all(let parts):
      let flat = parts.map(\.flattened).flatMap { part in
        if case .all(let inner) = part { inner } else { [part] }
      }
      return flat.count == 1 ? flat[0] : .all(flat)
    case .any(let parts):
      let flat = parts.map(\.flattened).flatMap { part in
        if case .any(let inner) = part { inner } else { [part] }
      }
      return flat.count == 1 ? flat[0] : .any(flat)
    case .not(let part): return .not(part.flattened)
    default: return self
    }
  }

  /// Whether its parts are too many or too deep to be joined in one clause.
  fileprivate var isBetterNumbered: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.count > 3 || depth > 2
    default: false
    }
  }

  /// How many connectives stand inside of each other; a negation quotes what it holds.
  private var depth: Int {
    switch self {
    case .all(let parts), .any(let parts): 1 + (parts.map(\.depth).max() ?? 0)
    default: 0
    }
  }
}

extension Expression.Comparison {
  /// The word for the comparison; whether the number itself lies below the limit decides it.
  func wording(isNumberBelow: Bool) -> Wording {
    switch self {
    case .atMost:
      isNumberBelow ? Wording(zh: "不超过", en: "at most") : Wording(zh: "低于", en: "below")
    case .above:
      isNumberBelow ? Wording(zh: "超过", en: "above") : Wording(zh: "不低于", en: "at least")
    }
  }
}

extension PackLevel {
  /// What officials read.
  var zh: String {
    switch self {
    case .nation: "国家级"
    case .province: "省级"
    case .city: "市级"
    }
  }
}

extension String {
  /// Brackets as Chinese text has them.
  var withWideBrackets: String { replacing("(", with: "（").replacing(")", with: "）") }

  /// In quotation marks; those inside become single ones.
  var quoted: String {
    "“\(replacing("“", with: "‘").replacing("”", with: "’"))”"
  }

  /// Whether a word that joins stands outside of brackets, so that the end of the name is not seen.
  fileprivate var isJoined: Bool {
    var depth = 0
    for character in self {
      if character == "（" { depth += 1 }
      if character == "）" { depth -= 1 }
      if depth == 0, "且或、，；".contains(character) { return true }
    }
    return false
  }
}
