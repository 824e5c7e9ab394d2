internal import StrictYAML
internal import Vocabulary

extension PackReading {
  mutating func parameter(_ entry: YAMLNode.Entry) -> Parameter? {
    let fields = PackFields(
      entry.value, allowed: ["type", "zh", "fills", "values"], required: ["type", "zh", "values"],
      &problems)
    guard let kind = fields.word("type", Parameter.Kind.self, &problems),
      let zh = fields.text("zh", &problems)
    else { return nil }
    var values: [Parameter.Value] = []
    let nodes = fields.list("values", &problems)
    if let list = fields["values"], case .sequence = list.content, nodes.isEmpty {
      problems.add(
        .wrongForm, line: list.line, value: entry.key,
        Wording(zh: "至少写一个值", en: "at least one value is expected"))
    }
    for node in nodes {
      guard let value = parameterValue(node, kind) else { continue }
      if let last = values.last, last.from >= value.from {
        problems.add(
          .validityOrder, line: node.line,
          Wording(zh: "各值应按起始日先后排列", en: "values are listed by their day, oldest first"))
      }
      values.append(value)
    }
    return Parameter(
      name: entry.key, kind: kind, zh: zh, fills: fields.text("fills", &problems), values: values,
      line: entry.line)
  }

  private mutating func parameterValue(_ node: YAMLNode, _ kind: Parameter.Kind)
    -> Parameter.Value?
  {
    let keys = ["from", "value", "bound", "cite"]
    let fields = PackFields(node, allowed: keys, required: keys, &problems)
    let number: Int64?
    switch kind {
    case .money:
      number =
        fields.text("value", &problems)
        .flatMap { money($0, line: fields["value"]?.line ?? node.line) }?.fen
    case .years:
      number = fields.number("value", in: Parameter.yearsRange, &problems).map(Int64.init)
    }
    guard let from = fields.day("from", &problems), let number,
      let bound = fields.word("bound", Parameter.Bound.self, &problems),
      let cite = fields["cite"].flatMap({ citation($0) })
    else { return nil }
    if kind == .years, bound != .within {
      problems.add(
        .enumValue, line: fields["bound"]?.line ?? node.line, value: bound.rawValue,
        Wording(
          zh: "年限只按“以内”计算，含对应日", en: "years count only as 以内, with the corresponding day"))
    }
    return Parameter.Value(from: from, number: number, bound: bound, cite: cite)
  }

  mutating func rule(_ node: YAMLNode) -> Rule? {
    let fields = PackFields(
      node,
      allowed: [
        "id", "cite", "modality", "concludes", "when", "unless", "relation", "ambiguity", "note",
      ],
      required: ["id", "cite", "modality", "concludes", "when"], &problems)
    let cite = fields["cite"].flatMap { citation($0) }
    let modality = fields.word("modality", Modality.self, &problems)
    let when = fields["when"].map { expressions.expression($0, &problems) }
    let exceptions = fields.texts("unless", &problems)
      .compactMap { problems.conclusion($0, line: fields["unless"]?.line ?? node.line) }
    let relation = fields["relation"].flatMap { self.relation($0) }
    let concludes = fields.text("concludes", &problems)
      .flatMap { problems.conclusion($0, line: fields["concludes"]?.line ?? node.line) }
    guard let id = fields.text("id", &problems), let cite, let modality, let concludes, let when
    else { return nil }
    return Rule(
      id: id, cite: cite, modality: modality, concludes: concludes, when: when,
      unless: exceptions, relation: relation, questions: fields.texts("ambiguity", &problems),
      note: fields.text("note", &problems), line: node.line)
  }

  private mutating func relation(_ node: YAMLNode) -> Relation? {
    let fields = PackFields(
      node, allowed: ["kind", "rules"], required: ["kind", "rules"], &problems)
    let rules = fields.texts("rules", &problems)
    return fields.word("kind", Relation.Kind.self, &problems)
      .map { Relation(kind: $0, rules: rules) }
  }

  mutating func deadline(_ node: YAMLNode) -> DeadlineRule? {
    let fields = PackFields(
      node,
      allowed: [
        "id", "cite", "modality", "trigger", "when", "length", "unit", "unit_cite", "relation",
        "ambiguity",
      ],
      required: ["id", "cite", "modality", "trigger", "length", "unit"], &problems)
    let cite = fields["cite"].flatMap { citation($0) }
    let trigger = fields.text("trigger", &problems).flatMap { day($0, fields["trigger"]) }
    let modality = fields.word("modality", Modality.self, &problems)
    let unit = fields.word("unit", DeadlineRule.Unit.self, &problems)
    let length = fields.number("length", in: 1...999, &problems)
    guard let id = fields.text("id", &problems), let cite, let trigger, let modality, let unit,
      let length
    else { return nil }
    return DeadlineRule(
      id: id, cite: cite, modality: modality, trigger: trigger,
      when: fields["when"].map { factCondition($0) }, length: length, unit: unit,
      unitCite: fields["unit_cite"].flatMap { citation($0) },
      relation: fields["relation"].flatMap { self.relation($0) },
      questions: fields.texts("ambiguity", &problems), line: node.line)
  }

  /// A condition of facts alone: whether a period runs must not hang on numbers or conclusions, which
  /// have days of their own.
  private mutating func factCondition(_ node: YAMLNode) -> Expression {
    let condition = expressions.expression(node, &problems)
    let others =
      condition.conclusions.map(\.name) + condition.parameters + condition.questions
    if let other = others.first {
      problems.add(
        .wrongForm, line: node.line, value: other,
        Wording(zh: "期限的条件只能读取事实", en: "the condition of a deadline reads facts only"))
    }
    return condition
  }

  private mutating func day(_ name: String, _ node: YAMLNode?) -> Fact? {
    let fact = Fact(name: name)
    if let fact, fact.kind == .day { return fact }
    problems.add(
      fact == nil ? .unknownFact : .factKind, line: node?.line ?? 1, value: name,
      Wording(zh: "起算点应为日期类事实", en: "a period begins with a fact that is a day"))
    return nil
  }

  mutating func periodic(_ node: YAMLNode) -> PeriodicDuty? {
    let fields = PackFields(
      node, allowed: ["id", "cite", "kind", "month_day", "to", "ambiguity"],
      required: ["id", "cite", "kind"], &problems)
    var last: (month: Int, day: Int)?
    let isIllegible = fields["month_day"]?.scalar == "unknown"
    if isIllegible, fields["ambiguity"] == nil {
      problems.add(
        .missingKey, line: node.line, value: "ambiguity",
        Wording(zh: "日期缺字的，须写明存疑", en: "a day that cannot be read is a question: name it"))
    }
    if !isIllegible, let text = fields.code("month_day", &problems) {
      // Any leap year will do: the duty's day must exist in some year.
      if let day = Day(iso: "2024-" + text) {
        last = (day.civil.month, day.civil.day)
      } else {
        problems.add(
          .wrongForm, line: fields["month_day"]?.line ?? node.line, value: text,
          Wording(
            zh: "应写作 \"12-31\"，原文缺字的写 unknown",
            en: "write \"12-31\", or unknown where digits are missing in the text"))
      }
    }
    guard let id = fields.text("id", &problems),
      let cite = fields["cite"].flatMap({ citation($0) }),
      let period = fields.word("kind", PeriodicDuty.Period.self, &problems)
    else { return nil }
    return PeriodicDuty(
      id: id, cite: cite, period: period, month: last?.month, day: last?.day,
      isDayIllegible: isIllegible,
      recipient: fields.text("to", &problems), questions: fields.texts("ambiguity", &problems),
      line: node.line)
  }

  mutating func duty(_ node: YAMLNode) -> Provision? {
    let fields = PackFields(
      node, allowed: ["id", "cite", "modality", "ambiguity"],
      required: ["id", "cite", "modality"], &problems)
    guard let id = fields.text("id", &problems),
      let cite = fields["cite"].flatMap({ citation($0) }),
      let modality = fields.word("modality", Modality.self, &problems)
    else { return nil }
    return Provision(
      id: id, cite: cite, modality: modality, questions: fields.texts("ambiguity", &problems),
      line: node.line)
  }
}
