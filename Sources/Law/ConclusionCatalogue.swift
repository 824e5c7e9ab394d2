internal import StrictYAML
package import Vocabulary

/// Two conclusions that pull apart: both possibly true at once is a question for a person.
package struct Tension: Sendable, Hashable {
  package let first: Conclusion
  package let second: Conclusion
  /// The entry of the question register.
  package let question: String
}

/// The Chinese names of the conclusions, and the pairs in tension.
package struct ConclusionCatalogue: Sendable {
  private let names: [String]
  package let tensions: [Tension]

  /// The conclusion's Chinese name: `显著轻微案件`.
  package func zh(_ conclusion: Conclusion) -> String { names[Int(conclusion.rawValue)] }

  /// Reads the catalogue; throws a configuration failure with every problem.
  package init(_ bytes: [UInt8], file: String) throws(Failure) {
    let root = try parseYAML(bytes, file: file, code: .badRulePack, limits: .rules)
    var problems = PackProblems(file: file)
    let fields = PackFields(
      root, allowed: ["schema", "conclusions", "tensions"], required: ["schema", "conclusions"],
      &problems)
    problems.requireSchema("rulepack-conclusions/1", of: fields)
    var found: [Conclusion: String] = [:]
    for item in fields.mapping("conclusions", &problems) {
      let entry = PackFields(
        item.value, allowed: ["kind", "zh"], required: ["kind", "zh"], &problems)
      guard let conclusion = problems.conclusion(item.key, line: item.line) else { continue }
      if entry.text("kind", &problems) != "any_of_grounds" {
        problems.add(
          .wrongForm, line: item.line, value: item.key,
          Wording(zh: "kind 只能是 any_of_grounds", en: "kind must be any_of_grounds"))
      }
      found[conclusion] = entry.text("zh", &problems)
    }
    for conclusion in Conclusion.allCases where found[conclusion] == nil {
      problems.add(
        .unknownConclusion, line: root.line, value: conclusion.name,
        Wording(zh: "目录缺少该结论", en: "the catalogue lacks this conclusion"))
    }
    var pairs: [Tension] = []
    for node in fields.list("tensions", &problems) {
      let entry = PackFields(
        node, allowed: ["pair", "ambiguity"], required: ["pair", "ambiguity"], &problems)
      let members = entry.texts("pair", &problems)
        .compactMap { problems.conclusion($0, line: node.line) }
      guard members.count == 2, let question = entry.text("ambiguity", &problems) else {
        problems.add(
          .wrongForm, line: node.line, Wording(zh: "pair 应为两个结论", en: "a pair is two conclusions"))
        continue
      }
      pairs.append(Tension(first: members[0], second: members[1], question: question))
    }
    try problems.throwIfAny()
    names = Conclusion.allCases.compactMap { found[$0] }
    tensions = pairs
  }
}
