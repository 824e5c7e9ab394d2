internal import StrictYAML
internal import Vocabulary

extension CaseReading {
  mutating func expectation(_ node: YAMLNode) -> CaseExpectation {
    let fields = YAMLFields(
      node, allowed: ["conclusions", "disposition", "decisive", "grounds", "due", "due_203"],
      &problems)
    var conclusions: [Conclusion: Truth] = [:]
    for entry in fields.mapping("conclusions", &problems) {
      guard let conclusion = conclusion(entry), let value = Truth(letter: entry.value.scalar ?? "")
      else {
        problems.add(
          line: entry.line, value: entry.value.scalar,
          Wording(zh: "结论取 T F U N 之一", en: "a conclusion is one of T F U N"))
        continue
      }
      conclusions[conclusion] = value
    }
    var decisive: [Conclusion: [String]] = [:]
    for entry in fields.mapping("decisive", &problems) {
      guard let conclusion = conclusion(entry), case .sequence(let nodes) = entry.value.content
      else { continue }
      decisive[conclusion] = nodes.compactMap(\.scalar)
    }
    var disposition: Disposition?
    if let word = fields.text("disposition", &problems) {
      disposition = Disposition(rawValue: word)
      if disposition == nil {
        problems.add(
          line: node.line, value: word, Wording(zh: "没有这个处置", en: "no such disposition"))
      }
    }
    return CaseExpectation(
      conclusions: conclusions, disposition: disposition, decisive: decisive,
      grounds: fields.texts("grounds", &problems), due: days("due", fields),
      dueAfterHoliday: days("due_203", fields))
  }

  private mutating func conclusion(_ entry: YAMLNode.Entry) -> Conclusion? {
    if let conclusion = Conclusion(name: entry.key) { return conclusion }
    problems.add(
      line: entry.line, value: entry.key,
      Wording(zh: "没有这个结论", en: "there is no such conclusion"))
    return nil
  }

  private mutating func days(_ key: String, _ fields: YAMLFields) -> [String: String] {
    var days: [String: String] = [:]
    for entry in fields.mapping(key, &problems) { days[entry.key] = entry.value.scalar ?? "" }
    return days
  }
}
