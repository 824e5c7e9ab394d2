internal import StrictYAML
package import Vocabulary

extension RulePack {
  /// Reads one pack; throws a configuration failure with every problem of the file.
  ///
  /// Checks what the file alone can show: keys, forms, citations, facts, conclusions, days. What
  /// lies between packs is checked by `RuleLibrary`.
  package init(_ bytes: [UInt8], file: String, catalogue: FactCatalogue) throws(Failure) {
    let root = try parseYAML(bytes, file: file, code: .badRulePack, limits: .rules)
    var reading = PackReading(
      problems: PackProblems(file: file), expressions: ExpressionReading(catalogue: catalogue))
    let pack = reading.pack(root, bytes)
    try reading.problems.throwIfAny()
    guard let pack else {
      throw Failure(
        .configuration, .badRulePack, file: file, line: root.line,
        detail: Wording(zh: "缺少必备内容", en: "required content is missing"))
    }
    self = pack
  }
}

/// Reads the blocks of a pack, filing problems as it goes.
struct PackReading {
  var problems: PackProblems
  let expressions: ExpressionReading
  var provisionCount = ProvisionCount(style: .article, count: 1)

  private static let keys = [
    "schema", "id", "version", "title", "doc_no", "source", "articles", "jurisdiction", "level",
    "parent", "status", "reviewers", "validity", "repeals", "basis", "higher_law_prevails",
    "watch", "delegations", "params", "rules", "deadlines", "periodic", "provisions", "coverage",
    "gaps",
  ]
  private static let requiredKeys = [
    "schema", "id", "version", "title", "source", "articles", "jurisdiction", "level", "status",
    "validity", "rules",
  ]

  mutating func pack(_ root: YAMLNode, _ bytes: [UInt8]) -> RulePack? {
    findBadScalars(root)
    let fields = PackFields(
      root, allowed: PackReading.keys, required: PackReading.requiredKeys, &problems)
    problems.requireSchema("leadscreen-pack/1", of: fields)
    readProvisionCount(fields)
    let number = fields["doc_no"].map {
      PackFields(
        $0, allowed: ["value", "provenance"], required: ["value", "provenance"], &problems)
    }
    let provenance = number?.word("provenance", NumberProvenance.self, &problems)
    let source = fields["source"].map {
      PackFields($0, allowed: ["file", "sha256"], required: ["file", "sha256"], &problems)
    }
    let level = fields.word("level", PackLevel.self, &problems)
    let status = fields.word("status", PackStatus.self, &problems)
    let reviewers = fields.texts("reviewers", &problems)
    if let status, status != .draft,
      !reviewers.contains(where: { $0.contains { !$0.isWhitespace } })
    {
      problems.add(
        .missingKey, line: fields["status"]?.line ?? fields.line, value: status.rawValue,
        Wording(zh: "reviewers 应写明由谁复核", en: "reviewers must name who has reviewed it"))
    }
    let validity = fields["validity"].flatMap { self.validity($0) }
    let jurisdiction = self.jurisdiction(fields)
    guard let id = fields.text("id", &problems), let version = fields.text("version", &problems),
      let title = fields.text("title", &problems), let level, let status, let validity
    else { return nil }
    return RulePack(
      id: id, version: version, title: title,
      documentNumber: number?.text("value", &problems), isNumberFromText: provenance == .text,
      source: source?.text("file", &problems), sourceHash: source?.code("sha256", &problems),
      provisions: provisionCount, jurisdiction: jurisdiction, level: level,
      parent: fields.text("parent", &problems), status: status,
      reviewers: reviewers, validity: validity,
      repeals: fields.list("repeals", &problems).map { repeal($0) },
      higherLawPrevails: fields["higher_law_prevails"].flatMap { citation($0) },
      basis: fields.texts("basis", &problems),
      watched: fields.list("watch", &problems).compactMap { watchedText($0) },
      coverage: fields.list("coverage", &problems).compactMap { coverageEntry($0) },
      gaps: fields.list("gaps", &problems).compactMap { declaredGap($0) },
      delegations: fields.list("delegations", &problems).compactMap { delegation($0) },
      parameters: fields.mapping("params", &problems).compactMap { parameter($0) },
      rules: fields.list("rules", &problems).compactMap { rule($0) },
      deadlines: fields.list("deadlines", &problems).compactMap { deadline($0) },
      periodic: fields.list("periodic", &problems).compactMap { periodic($0) },
      duties: fields.list("provisions", &problems).compactMap { duty($0) },
      file: problems.file, bytes: bytes,
      lines: PackLines(
        id: fields["id"]?.line ?? root.line,
        jurisdiction: fields["jurisdiction"]?.line ?? root.line,
        number: number?.line ?? root.line, articles: fields["articles"]?.line ?? root.line,
        validity: fields["validity"]?.line ?? root.line))
  }

  private enum NumberProvenance: String, CaseIterable {
    case text, outside
  }

  /// Words and numbers that other YAML readers would take for something else than they say.
  private mutating func findBadScalars(_ node: YAMLNode) {
    switch node.content {
    case .sequence(let nodes): for one in nodes { findBadScalars(one) }
    case .mapping(let entries): for entry in entries { findBadScalars(entry.value) }
    case .scalar(_, isQuoted: true): break
    case .scalar(let text, isQuoted: false):
      if ["yes", "no", "on", "off", "y", "n"].contains(text.lowercased()) {
        problems.add(
          .boolWord, line: node.line, value: text,
          Wording(zh: "写 true 或 false，文字要加引号", en: "write true or false, quote a text"))
      }
      let bytes = text.utf8
      let isSeparated =
        bytes.contains { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ",") }
        && bytes.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F || $0 == 0x2C || $0 == 0x2E }
      if isSeparated {
        problems.add(
          .numberForm, line: node.line, value: text,
          Wording(zh: "数字不得带分隔符", en: "a number has no separators"))
      }
    }
  }

  private mutating func readProvisionCount(_ fields: PackFields) {
    guard let node = fields["articles"] else { return }
    let form = PackFields(
      node, allowed: ["style", "count"], required: ["style", "count"], &problems)
    guard let style = form.word("style", ProvisionStyle.self, &problems),
      let count = form.number("count", in: 1...199, &problems)
    else { return }
    provisionCount = ProvisionCount(style: style, count: count)
  }

  /// `cn` is the nation; everything else a code of GB/T 2260 in quotes.
  private mutating func jurisdiction(_ fields: PackFields) -> DivisionCode? {
    guard let node = fields["jurisdiction"], node.scalar != "cn" else { return nil }
    guard let text = fields.code("jurisdiction", &problems) else { return nil }
    if let code = DivisionCode(text) { return code }
    problems.add(
      .wrongForm, line: node.line, value: text,
      Wording(zh: "应为 cn 或六位区划代码", en: "cn, or a six-digit division code"))
    return nil
  }

  /// 90 trillion yuan: what all readers of numbers hold exactly, and can still add to.
  private static let fenLimit: Int64 = 1 << 53

  mutating func money(_ text: String, line: Int) -> Money? {
    if let amount = Money(yuan: text) {
      if amount.fen < PackReading.fenLimit { return amount }
      problems.add(
        .numberForm, line: line, value: text,
        Wording(zh: "金额过大", en: "no amount is that large"))
      return nil
    }
    problems.add(
      .numberForm, line: line, value: text,
      Wording(zh: "金额写作 3000 或 3000.00（元）", en: "an amount is written 3000 or 3000.00 (yuan)"))
    return nil
  }

  mutating func citation(_ node: YAMLNode) -> Citation? {
    citation(
      PackFields(node, allowed: ["locator", "summary"], required: ["summary"], &problems))
  }

  mutating func citation(_ fields: PackFields) -> Citation? {
    let locator = fields.text("locator", &problems)
    guard let locator, provisionCount.contains(locator) else {
      problems.add(
        .locatorForm, line: fields.line, value: locator,
        Wording(
          zh: "出处须写明文件中存在的条款", en: "a citation names a provision the document has"))
      return nil
    }
    return fields.text("summary", &problems).map { Citation(locator: locator, summary: $0) }
  }
}
