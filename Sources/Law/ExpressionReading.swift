internal import StrictYAML
internal import Vocabulary

/// Reads conditions: every problem is filed, and a condition with one reads as `never`.
struct ExpressionReading {
  let catalogue: FactCatalogue

  private static let operators = [
    "all", "any", "not", "never", "fact", "is", "eq", "in", "compare", "at_least",
    "count_at_least", "recurs_within", "open",
  ]

  func expression(_ node: YAMLNode, _ problems: inout PackProblems) -> Expression {
    guard case .mapping(let entries) = node.content, entries.count == 1, let entry = entries.first
    else {
      problems.add(
        .oneOperator, line: node.line,
        Wording(zh: "每个条件只能有一个运算键", en: "a condition has exactly one operator key"))
      return .never
    }
    return read(entry, &problems) ?? .never
  }

  private func read(_ entry: YAMLNode.Entry, _ problems: inout PackProblems) -> Expression? {
    let node = entry.value
    switch entry.key {
    case "all": return parts(node, &problems).map(Expression.all)
    case "any": return parts(node, &problems).map(Expression.any)
    case "not": return .not(expression(node, &problems))
    case "never":
      guard node.scalar == "true" else { return wrongForm(node, "never: true", &problems) }
      return .never
    case "fact":
      return fact(node, [.truth], &problems).map(Expression.fact)
    case "is":
      return problems.conclusion(node.scalar ?? "", line: node.line).map(Expression.conclusion)
    case "open":
      guard let id = node.scalar, !id.isEmpty else {
        return wrongForm(node, "open: A-03", &problems)
      }
      return .open(id)
    case "eq", "in": return choice(entry, &problems)
    case "compare": return comparison(node, &problems)
    case "at_least": return level(node, &problems)
    case "count_at_least": return count(node, &problems)
    case "recurs_within": return recurrence(node, &problems)
    default:
      let known = ExpressionReading.operators.joined(separator: " ")
      problems.add(
        .oneOperator, line: entry.line, value: entry.key,
        Wording(zh: "没有这个运算；可用：\(known)", en: "no such operator; known: \(known)"))
      return nil
    }
  }

  private func parts(_ node: YAMLNode, _ problems: inout PackProblems) -> [Expression]? {
    guard case .sequence(let nodes) = node.content, !nodes.isEmpty else {
      return wrongForm(node, "all: [..]", &problems)
    }
    return nodes.map { expression($0, &problems) }
  }

  private func choice(_ entry: YAMLNode.Entry, _ problems: inout PackProblems) -> Expression? {
    let key = entry.key == "eq" ? "value" : "values"
    let fields = PackFields(
      entry.value, allowed: ["fact", key], required: ["fact", key], &problems)
    guard let node = fields["fact"], let fact = fact(node, [.choice], &problems) else { return nil }
    let words =
      entry.key == "eq"
      ? fields.text(key, &problems).map { [$0] } ?? [] : fields.texts(key, &problems)
    if let list = fields[key], case .sequence(let nodes) = list.content, nodes.isEmpty {
      return wrongForm(list, "values: [..]", &problems)
    }
    var places: [Int] = []
    for word in words {
      guard let place = catalogue.position(of: word, in: fact) else {
        addNoSuchValue(word, fact, line: entry.line, &problems)
        continue
      }
      places.append(place)
    }
    return .oneOf(fact, places)
  }

  private func comparison(_ node: YAMLNode, _ problems: inout PackProblems) -> Expression? {
    let fields = PackFields(
      node, allowed: ["fact", "op", "param"], required: ["fact", "op", "param"], &problems)
    guard let place = fields["fact"], let fact = fact(place, [.money], &problems),
      let comparison = fields.word("op", Expression.Comparison.self, &problems),
      let name = parameter("param", fields, &problems)
    else { return nil }
    return .compare(fact, comparison, parameter: name)
  }

  private func level(_ node: YAMLNode, _ problems: inout PackProblems) -> Expression? {
    let fields = PackFields(
      node, allowed: ["fact", "level"], required: ["fact", "level"], &problems)
    guard let place = fields["fact"], let fact = fact(place, [.level], &problems),
      let word = fields.text("level", &problems)
    else { return nil }
    guard let level = catalogue.position(of: word, in: fact) else {
      addNoSuchValue(word, fact, line: node.line, &problems)
      return nil
    }
    return .atLeast(fact, level)
  }

  private func count(_ node: YAMLNode, _ problems: inout PackProblems) -> Expression? {
    let fields = PackFields(node, allowed: ["fact", "n"], required: ["fact", "n"], &problems)
    guard let place = fields["fact"], let fact = fact(place, [.texts], &problems),
      let least = fields.number("n", in: 1...99, &problems)
    else { return nil }
    return .countAtLeast(fact, least)
  }

  private func recurrence(_ node: YAMLNode, _ problems: inout PackProblems) -> Expression? {
    let fields = PackFields(
      node, allowed: ["events", "at", "years_param"], required: ["events", "at", "years_param"],
      &problems)
    guard let events = fields["events"], let at = fields["at"],
      let list = fact(events, [.events], &problems), let day = fact(at, [.day], &problems),
      let years = parameter("years_param", fields, &problems)
    else { return nil }
    return .recurs(events: list, at: day, years: years)
  }

  private func fact(_ node: YAMLNode, _ kinds: [FactKind], _ problems: inout PackProblems) -> Fact?
  {
    guard let fact = Fact(name: node.scalar ?? "") else {
      problems.add(
        .unknownFact, line: node.line, value: node.scalar, FactCatalogue.notAFact)
      return nil
    }
    guard kinds.contains(fact.kind) else {
      problems.add(
        .factKind, line: node.line, value: fact.name,
        Wording(
          zh: "该运算不能用于 \(fact.kind.rawValue) 类事实",
          en: "this operator does not take a fact of type \(fact.kind.rawValue)"))
      return nil
    }
    return fact
  }

  /// The name of a parameter; a number in its place is the fault this format exists to prevent.
  private func parameter(_ key: String, _ fields: PackFields, _ problems: inout PackProblems)
    -> String?
  {
    guard let name = fields.text(key, &problems) else { return nil }
    guard let first = name.utf8.first, first < 0x30 || first > 0x39, first != 0x2D else {
      problems.add(
        .inlineNumber, line: fields[key]?.line ?? fields.line, value: name,
        Wording(
          zh: "数值只能写在 params 中，附起始日和出处",
          en: "numbers stand in params only, with a day and a citation"))
      return nil
    }
    return name
  }

  private func addNoSuchValue(
    _ word: String, _ fact: Fact, line: Int, _ problems: inout PackProblems
  ) {
    let known = catalogue[fact].values.joined(separator: " ")
    problems.add(
      .enumValue, line: line, value: word,
      Wording(zh: "\(fact.name) 的取值：\(known)", en: "values of \(fact.name): \(known)"))
  }

  private func wrongForm<Value>(
    _ node: YAMLNode, _ example: String, _ problems: inout PackProblems
  ) -> Value? {
    problems.add(
      .wrongForm, line: node.line, Wording(zh: "应写作 \(example)", en: "write \(example)"))
    return nil
  }
}
