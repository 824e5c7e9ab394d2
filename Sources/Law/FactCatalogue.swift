internal import StrictYAML
package import Vocabulary

/// What an absent value of a fact counts as.
package enum AbsencePolicy: Sendable, Hashable {
  /// Unknown: it blocks a definite conclusion.
  case strict
  /// False, as 推定, for a fact that exists only because an authority acted; the reason is shown.
  case presumedFalse(why: Wording)
  /// Read as another fact, which stands for it: of an event whose place nobody tells apart from the
  /// damage area, that area.
  case readAs(Fact)
}

/// What the catalogue says of every fact: Chinese name, absence, words of closed lists.
package struct FactCatalogue: Sendable {
  /// One fact's entry.
  package struct Entry: Sendable, Hashable {
    package let zh: String
    package let absence: AbsencePolicy
    /// The values of a choice or the scale of a level, as packs write them.
    package let values: [String]
    /// The Chinese words for `values`.
    package let terms: [String]

    fileprivate var isReadAsOther: Bool {
      if case .readAs = absence { true } else { false }
    }

    /// The words for the values whose bits are set, as a choice's cell holds them; in English those
    /// of packs.
    func terms(of bits: Int64, in language: Language) -> String {
      let words = language == .zh ? terms : values
      return words.indices.filter { bits & (1 << Int64($0)) != 0 }.map { words[$0] }
        .joined(separator: language.text(zh: "、", en: ", "))
    }
  }

  private let entries: [Entry]

  /// The entry of a fact; every fact has one.
  package subscript(fact: Fact) -> Entry { entries[Int(fact.rawValue)] }

  /// The place of `word` in the closed list of `fact`; `nil` if the list has no such word.
  package func position(of word: some StringProtocol, in fact: Fact) -> Int? {
    self[fact].values.firstIndex { $0 == word }
  }

  /// Reads the catalogue; throws a configuration failure with every problem.
  ///
  /// Every fact of `Fact` must stand there with its own kind. A place, an amount or a day is never
  /// presumed (`presume-location`). What a fact is read as is a fact of yes or no that no other stands
  /// for.
  package init(_ bytes: [UInt8], file: String) throws(Failure) {
    let root = try parseYAML(bytes, file: file, code: .badRulePack, limits: .rules)
    var problems = PackProblems(file: file)
    let fields = PackFields(
      root, allowed: ["schema", "facts"], required: ["schema", "facts"], &problems)
    problems.requireSchema("rulepack-facts/1", of: fields)
    var found: [Fact: Entry] = [:]
    for item in fields.mapping("facts", &problems) {
      guard let fact = Fact(name: item.key) else {
        problems.add(.unknownFact, line: item.line, value: item.key, FactCatalogue.notAFact)
        continue
      }
      found[fact] = FactCatalogue.entry(of: fact, item.value, &problems)
    }
    for fact in Fact.allCases where found[fact] == nil {
      problems.add(
        .unknownFact, line: root.line, value: fact.name,
        Wording(zh: "目录缺少该事实", en: "the catalogue lacks this fact"))
    }
    for (fact, entry) in found {
      guard case .readAs(let other) = entry.absence,
        other == fact || found[other]?.isReadAsOther == true
      else { continue }
      problems.add(
        .wrongForm, line: root.line, value: fact.name,
        Wording(zh: "as 所指的事实须独立取值", en: "what as names must have a value of its own"))
    }
    try problems.throwIfAny()
    entries = Fact.allCases.compactMap { found[$0] }
  }

  static let notAFact = Wording(zh: "没有这个事实", en: "there is no such fact")

  private static func entry(of fact: Fact, _ node: YAMLNode, _ problems: inout PackProblems)
    -> Entry
  {
    let fields = PackFields(
      node,
      allowed: [
        "type", "zh", "about", "unknown", "why", "why_en", "as", "values", "scale", "terms",
      ],
      required: ["type", "zh", "unknown"], &problems)
    if fields.text("type", &problems) != fact.kind.rawValue {
      problems.add(
        .wrongForm, line: node.line, value: fact.name,
        Wording(zh: "类型应为 \(fact.kind.rawValue)", en: "the type must be \(fact.kind.rawValue)"))
    }
    let isPlace = fields.text("about", &problems) == "place"
    let isPresumable = fact.kind == .truth && !isPlace
    let absence: AbsencePolicy
    switch fields.text("unknown", &problems) {
    case "presume_false":
      if !isPresumable {
        problems.add(
          .presumeLocation, line: node.line, value: fact.name,
          Wording(zh: "地点、金额和日期不得推定", en: "a place, an amount or a day is never presumed"))
      }
      absence = .presumedFalse(
        why: Wording(
          zh: fields.text("why", &problems) ?? "", en: fields.text("why_en", &problems) ?? ""))
    case "read_as":
      let other = fields.text("as", &problems).flatMap { Fact(name: $0) }
      if fact.kind != .truth || other?.kind != .truth {
        problems.add(
          .wrongForm, line: node.line, value: fact.name,
          Wording(zh: "read_as 须以 as 写明另一项是否类事实", en: "read_as needs as, another yes-or-no fact"))
      }
      absence = other.map { .readAs($0) } ?? .strict
    case "strict": absence = .strict
    default:
      problems.add(
        .wrongForm, line: node.line, value: fact.name,
        Wording(
          zh: "unknown 应为 strict、presume_false 或 read_as",
          en: "unknown is strict, presume_false or read_as"))
      absence = .strict
    }
    let values = fields.texts(fact.kind == .level ? "scale" : "values", &problems)
    let terms = fields.texts("terms", &problems)
    let needsList = fact.kind == .level || fact.kind == .choice
    if values.isEmpty == needsList || values.count != terms.count || values.count > 62 {
      problems.add(
        .wrongForm, line: node.line, value: fact.name,
        Wording(zh: "取值与中文词应一一对应", en: "values and terms must correspond"))
    }
    return Entry(
      zh: fields.text("zh", &problems) ?? fact.name, absence: absence, values: values, terms: terms)
  }
}
