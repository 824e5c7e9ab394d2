internal import StrictYAML
package import Vocabulary

/// Cases to evaluate, as `leadscreen rules evaluate` reads them.
package struct CaseFile: Sendable {
  /// One case.
  package struct Case: Sendable {
    package let id: String
    package let pack: String
    package let asOf: Day
    package let facts: FactSet
    package let reading: Reading
    /// What the case must give, where the file says so.
    package let expectation: CaseExpectation?
    package let line: Int
  }

  package let cases: [Case]

  /// Reads the cases; throws `unusableInput` with every problem.
  ///
  /// A fact that is left out, null, blank or `unknown` is unknown. Names of packs, facts and questions
  /// must exist, and an answer must be one that some rule reads, or the default; amounts are yuan, in
  /// quotes or not, without separators. At most `limit` bytes.
  package init(
    _ bytes: [UInt8], file: String, library: RuleLibrary, limit: Int = RuleLibrary.fileLimit
  ) throws(Failure) {
    let root: YAMLNode
    var limits = YAMLLimits()
    limits.bytes = limit
    do throws(Failure) {
      root = try parseYAML(bytes, file: file, code: .badCaseFile, limits: limits)
    } catch {
      throw Failure(.unusableInput, error.problems)
    }
    var reading = CaseReading(
      library: library, problems: YAMLProblems(file: file, code: .badCaseFile))
    let cases = reading.cases(root)
    guard reading.problems.problems.isEmpty else {
      throw Failure(.unusableInput, reading.problems.inLineOrder)
    }
    self.cases = cases
  }
}

/// What a case of a pack's own case file must give; what it does not name may be anything.
package struct CaseExpectation: Sendable {
  package let conclusions: [Conclusion: Truth]
  package let disposition: Disposition?
  package let decisive: [Conclusion: [String]]
  /// Rules that must be among the grounds.
  package let grounds: [String]
  /// The last days that must come out, as JSON writes them.
  package let due: [String: String]
  package let dueAfterHoliday: [String: String]
}

/// Reads cases, filing problems as it goes.
struct CaseReading {
  let library: RuleLibrary
  var problems: YAMLProblems

  mutating func cases(_ root: YAMLNode) -> [CaseFile.Case] {
    let fields = YAMLFields(root, allowed: ["cases"], required: ["cases"], &problems)
    var cases: [CaseFile.Case] = []
    for node in fields.list("cases", &problems) {
      guard let one = readCase(node) else { continue }
      if cases.contains(where: { $0.id == one.id }) {
        problems.add(
          line: node.line, value: one.id, Wording(zh: "案例编号重复", en: "the case id is repeated"))
      }
      cases.append(one)
    }
    return cases
  }

  private mutating func readCase(_ node: YAMLNode) -> CaseFile.Case? {
    let fields = YAMLFields(
      node,
      allowed: ["id", "pack", "as_of", "facts", "interpretations", "assume", "expect"],
      required: ["id", "pack", "as_of"], &problems)
    var facts = FactSet()
    for entry in fields.mapping("facts", &problems) { set(entry, in: &facts) }
    let interpretations = answers(
      "interpretations", fields, known: library.register.questions.map(\.id))
    for entry in fields.mapping("interpretations", &problems) {
      guard let answer = interpretations[entry.key], let question = library.register[entry.key],
        library.isUnread(answer, to: question)
      else { continue }
      refuse(entry, RuleLibrary.unread(question))
    }
    let assume = answers("assume", fields, known: library.packs.map(\.id))
    let expectation = fields["expect"].map { self.expectation($0) }
    // Each is read before any is asked for, so that all that is wrong is said.
    let (id, pack) = (fields.text("id", &problems), fields.text("pack", &problems))
    let day = fields.day("as_of", &problems)
    if let pack, library.pack(pack) == nil {
      let known = library.packs.map(\.id).joined(separator: " ")
      problems.add(
        line: fields["pack"]?.line ?? node.line, value: pack,
        Wording(zh: "没有这个规则包；可用：\(known)", en: "no such rule pack; known: \(known)"))
    }
    guard let id, let pack, let day else { return nil }
    return CaseFile.Case(
      id: id, pack: pack, asOf: day, facts: facts,
      reading: Reading(interpretations: interpretations, assume: assume),
      expectation: expectation, line: node.line)
  }

  private mutating func answers(
    _ key: String, _ fields: YAMLFields, known: [String]
  ) -> [String: Bool] {
    var answers: [String: Bool] = [:]
    for entry in fields.mapping(key, &problems) {
      guard known.contains(entry.key) else {
        problems.add(
          line: entry.line, value: entry.key,
          Wording(zh: "\(key) 中的名称不存在", en: "\(key) names what does not exist"))
        continue
      }
      answers[entry.key] = truth(entry)
    }
    return answers
  }

  private mutating func truth(_ entry: YAMLNode.Entry) -> Bool? {
    if !entry.value.isQuoted, entry.value.scalar == "true" { return true }
    if !entry.value.isQuoted, entry.value.scalar == "false" { return false }
    refuse(entry, Wording(zh: "只能写 true 或 false", en: "must be true or false"))
    return nil
  }

  private mutating func refuse(_ entry: YAMLNode.Entry, _ detail: Wording) {
    problems.add(
      line: entry.line, value: entry.value.scalar,
      Wording(zh: "\(entry.key)：\(detail.zh)", en: "\(entry.key): \(detail.en)"))
  }

  private mutating func set(_ entry: YAMLNode.Entry, in facts: inout FactSet) {
    guard let fact = Fact(name: entry.key) else {
      problems.add(line: entry.line, value: entry.key, FactCatalogue.notAFact)
      return
    }
    let node = entry.value
    // As in a drop, a blank is unknown.
    guard !node.isNull, node.scalar != "", node.isQuoted || node.scalar != "unknown" else { return }
    let text = node.scalar ?? ""
    switch fact.kind {
    case .truth:
      if let value = truth(entry) { facts.set(fact, value) }
    case .day:
      guard let day = Day(iso: text) else {
        return refuse(
          entry, Wording(zh: "应为 2026-07-03 形式的日期", en: "must be a day like 2026-07-03"))
      }
      facts.set(fact, day)
    case .money:
      guard let amount = Money(yuan: text) else {
        return refuse(
          entry, Wording(zh: "金额写作 3000.00（元）", en: "an amount is written 3000.00 (yuan)"))
      }
      facts.set(fact, amount)
    case .choice:
      for word in words(entry) {
        guard let place = library.catalogue.position(of: word, in: fact) else {
          return refuse(entry, noSuchValue(fact))
        }
        facts.insert(fact, choice: place)
      }
    case .level:
      guard let place = library.catalogue.position(of: text, in: fact) else {
        return refuse(entry, noSuchValue(fact))
      }
      facts.set(fact, level: place)
    case .texts:
      // A department named twice is one.
      facts.set(
        departments: words(entry).reduce(into: []) { names, name in
          if !names.contains(name) { names.append(name) }
        })
    case .events: facts.set(priorEvents: events(entry))
    }
  }

  private func noSuchValue(_ fact: Fact) -> Wording {
    let known = library.catalogue[fact].values.joined(separator: " ")
    return Wording(zh: "可用：\(known)", en: "one of: \(known)")
  }

  /// One word, or a list of words.
  private mutating func words(_ entry: YAMLNode.Entry) -> [String] {
    if case .sequence(let nodes) = entry.value.content {
      let words = nodes.compactMap(\.scalar)
      if words.count != nodes.count || words.contains("") {
        refuse(entry, Wording(zh: "应为文字列表", en: "must be a list of texts"))
      }
      return words
    }
    guard let text = entry.value.scalar, entry.key != Fact.departments.name else {
      refuse(entry, Wording(zh: "应为文字列表", en: "must be a list of texts"))
      return []
    }
    return [text]
  }

  private mutating func events(_ entry: YAMLNode.Entry) -> [PriorEvent]? {
    guard case .sequence(let nodes) = entry.value.content else {
      refuse(entry, Wording(zh: "应为列表", en: "must be a list"))
      return nil
    }
    return nodes.map { node in
      let fields = YAMLFields(node, allowed: ["date", "illegal", "caused_damage"], &problems)
      return PriorEvent(
        day: fields.day("date", &problems),
        isIllegal: fields.truth("illegal", &problems).map { Truth($0) } ?? .unknown,
        causedDamage: fields.truth("caused_damage", &problems).map { Truth($0) } ?? .unknown)
    }
  }
}
