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
      guard let conclusion = conclusion(entry) else { continue }
      guard let atoms = texts(entry.value) else {
        problems.add(
          line: entry.line, value: entry.key,
          Wording(zh: "\(entry.key) 应为文字的列表", en: "\(entry.key) must be a list of texts"))
        continue
      }
      decisive[conclusion] = atoms
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

  /// The texts of a list; `nil` for anything else, and for a list with anything else in it.
  private func texts(_ node: YAMLNode) -> [String]? {
    guard case .sequence(let nodes) = node.content else { return nil }
    let texts = nodes.compactMap(\.scalar)
    return texts.count == nodes.count ? texts : nil
  }

  /// By deadline a day, or one of the words for a period that cannot be counted or does not run.
  private mutating func days(_ key: String, _ fields: YAMLFields) -> [String: String] {
    let deadlines = Set(library.packs.flatMap { $0.deadlines.map(\.id) })
    var days: [String: String] = [:]
    for entry in fields.mapping(key, &problems) {
      if !deadlines.contains(entry.key) {
        problems.add(
          line: entry.line, value: entry.key,
          Wording(zh: "没有这个期限", en: "there is no such deadline"))
      }
      let text = entry.value.scalar ?? ""
      if Day(iso: text) == nil, !["unknown", "absent"].contains(text) {
        problems.add(
          line: entry.line, value: entry.value.scalar,
          Wording(
            zh: "应为日期，或者 unknown（无法计算）、absent（没有这个期限）",
            en: "must be a day, or unknown (cannot be counted), or absent (does not run)"))
      }
      days[entry.key] = text
    }
    return days
  }
}
