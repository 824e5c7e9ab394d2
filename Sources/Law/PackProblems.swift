internal import StrictYAML
internal import Vocabulary

/// The problems of one file of the rules, each under the check that found it.
struct PackProblems {
  private var found: YAMLProblems

  init(file: String) { found = YAMLProblems(file: file, code: .badRulePack) }

  var file: String { found.file }

  mutating func add(_ rule: LintRule, line: Int, value: String? = nil, _ detail: Wording) {
    found.add(line: line, value: value, rule.message(detail))
  }

  /// Runs a reader of plain YAML fields and files what it finds under `rule`.
  mutating func under<Value>(_ rule: LintRule, _ read: (inout YAMLProblems) -> Value) -> Value {
    var plain = YAMLProblems(file: found.file, code: .badRulePack)
    let value = read(&plain)
    for problem in plain.problems {
      add(
        rule, line: problem.line ?? 1, value: problem.value, problem.detail ?? problem.code.title)
    }
    return value
  }

  mutating func requireSchema(_ schema: String, of fields: PackFields) {
    guard let node = fields["schema"], node.scalar != schema else { return }
    add(
      .wrongForm, line: node.line, value: node.scalar,
      Wording(zh: "schema 应为 \(schema)", en: "schema must be \(schema)"))
  }

  /// The conclusion written as `word`, or a problem.
  mutating func conclusion(_ word: String, line: Int) -> Conclusion? {
    if let conclusion = Conclusion(name: word) { return conclusion }
    add(
      .unknownConclusion, line: line, value: word,
      Wording(zh: "没有这个结论", en: "there is no such conclusion"))
    return nil
  }

  /// By line.
  var problems: [Problem] { found.inLineOrder }

  func throwIfAny() throws(Failure) { try found.throwIfAny() }
}

/// The fields of a mapping in a rule file: the strict readers, with each problem under its check.
struct PackFields {
  private let fields: YAMLFields

  var line: Int { fields.line }

  init(
    _ node: YAMLNode, allowed: [String], required: [String] = [], _ problems: inout PackProblems
  ) {
    var isMapping = false
    if case .mapping = node.content { isMapping = true }
    let read = problems.under(isMapping ? .unknownKey : .wrongForm) {
      YAMLFields(node, allowed: allowed, &$0)
    }
    fields = read
    guard isMapping else { return }
    for key in required where read[key] == nil {
      problems.add(
        .missingKey, line: node.line, value: key, Wording(zh: "缺少键", en: "missing key"))
    }
  }

  subscript(key: String) -> YAMLNode? { fields[key] }

  func text(_ key: String, _ problems: inout PackProblems) -> String? {
    problems.under(.wrongForm) { fields.text(key, &$0) }
  }

  func code(_ key: String, _ problems: inout PackProblems) -> String? {
    problems.under(.unquotedCode) { fields.quotedText(key, &$0) }
  }

  func truth(_ key: String, _ problems: inout PackProblems) -> Bool? {
    problems.under(.wrongForm) { fields.truth(key, &$0) }
  }

  func number(_ key: String, in range: ClosedRange<Int>, _ problems: inout PackProblems) -> Int? {
    problems.under(.numberForm) { fields.number(key, in: range, &$0) }
  }

  func day(_ key: String, _ problems: inout PackProblems) -> Day? {
    problems.under(.wrongForm) { fields.day(key, &$0) }
  }

  func list(_ key: String, _ problems: inout PackProblems) -> [YAMLNode] {
    problems.under(.wrongForm) { fields.list(key, &$0) }
  }

  func texts(_ key: String, _ problems: inout PackProblems) -> [String] {
    problems.under(.wrongForm) { fields.texts(key, &$0) }
  }

  func mapping(_ key: String, _ problems: inout PackProblems) -> [YAMLNode.Entry] {
    problems.under(.wrongForm) { fields.mapping(key, &$0) }
  }

  /// One of a closed list of words, or a problem that names the list.
  func word<Value: RawRepresentable & CaseIterable>(
    _ key: String, _: Value.Type, _ problems: inout PackProblems
  ) -> Value? where Value.RawValue == String {
    guard let text = text(key, &problems) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue).joined(separator: " ")
    problems.add(
      .enumValue, line: self[key]?.line ?? line, value: text,
      Wording(zh: "\(key) 可用：\(known)", en: "\(key) is one of: \(known)"))
    return nil
  }
}
