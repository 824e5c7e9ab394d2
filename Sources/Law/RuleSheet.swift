internal import Vocabulary

/// A pack as a lawyer reviews it, rule by rule beside its article: `leadscreen rules show`.
package struct RuleSheet: Sendable {
  let library: RuleLibrary
  let pack: RulePack
  private let sentences: RuleSentence
  private let examples: RuleReferenceExamples?

  /// For one pack of the library; with its cases, each rule is shown at work in two or three.
  package init(_ library: RuleLibrary, _ pack: RulePack, cases: [CaseFile.Case] = []) {
    self.library = library
    self.pack = pack
    let chain = library.chain(ofPack: pack.id)
    sentences = RuleSentence(library, packs: chain)
    let own = cases.filter { $0.pack == pack.id }
    examples = own.isEmpty ? nil : RuleReferenceExamples(library, pack: pack.id, cases: own)
  }

  /// The whole pack, in Chinese lines for a terminal.
  package var lines: [String] {
    ["\(pack.title)　\(pack.documentNumber ?? "无文号")"] + blocks.flatMap(\.plain)
  }

  /// The whole pack in the order a reviewer needs it: force, numbers, rules, periods, duties.
  var blocks: [RuleReferenceBlock] {
    var blocks: [RuleReferenceBlock] = [.points(identity)]
    blocks += parameterTable + delegationTable
    blocks.append(.title(3, "规则"))
    for rule in pack.rules { blocks += self.blocks(rule) }
    if !pack.deadlines.isEmpty { blocks.append(.title(3, "期限")) }
    for deadline in pack.deadlines { blocks += self.blocks(deadline) }
    return blocks + periodicTable + dutyTable + repealTable + gapTable + coverageTable
  }

  /// What the document is, whether it is in force, and who checked the pack.
  private var identity: [RuleReferenceBlock.Point] {
    let validity = pack.validity
    var points = [
      point("规则包", "\(pack.id.asID) \(pack.version)，\(pack.status.wording.zh)，" + reviewerText)
    ]
    if let number = pack.documentNumber, !pack.isNumberFromText {
      points.append(point("文号", "\(number)（文号不见于文本，另行查得）"))
    }
    if let source = pack.source, let hash = pack.sourceHash {
      points.append(point("文本", "\(source)（SHA-256 \(hash.asID)）"))
    }
    points += [
      point("适用地区", "\(pack.jurisdiction?.description ?? "全国")，\(pack.level.zh)"),
      point(
        "施行",
        "\(validity.fromText)；\(validity.untilText)"
          + "（\(validity.cite.locator)：\(validity.cite.summary)）"),
    ]
    points += questionPoints(validity.questions)
    if let parent = pack.parent { points.append(point("上级规则包", parent.asID)) }
    if let cite = pack.higherLawPrevails {
      points.append(point("上位规定优先", "\(cite.locator)：\(cite.summary)"))
    }
    if !pack.basis.isEmpty { points.append(point("依据", pack.basis.joined(separator: "、"))) }
    let watched = pack.watched.map { text in
      text.title + (text.checked.map { "（\($0)查过）" } ?? "")
    }
    if !watched.isEmpty { points.append(point("后续文件", watched.joined(separator: "、"))) }
    return points
  }

  private var reviewerText: String {
    pack.reviewers.isEmpty ? "尚无复核人" : "复核人 \(pack.reviewers.joined(separator: "、"))"
  }

  /// One rule: article, summary, sentence, conclusion, relation, open questions, examples.
  func blocks(_ rule: Rule) -> [RuleReferenceBlock] {
    let name = library.conclusions.zh(rule.concludes).withWideBrackets
    var points = [
      point("摘要", rule.cite.summary), point("逻辑", sentences.sentence(rule)),
      point(
        "结论",
        "\(rule.when == .never ? "不得出" : "")\(name)（\(rule.concludes.name.asID)）"),
    ]
    points += relationPoints(rule.relation)
    if let note = rule.note { points.append(point("注", note)) }
    let asked = rule.when.questions.filter { !rule.questions.contains($0) }
    points += questionPoints(rule.questions + asked)
    for example in examples?.examples(of: rule) ?? [] {
      points.append(
        point("示例（\(example.outcome)）", "\(example.id.asID)，\(example.day)认定：\(example.facts)"))
    }
    return [title(rule.cite, rule.id, rule.modality), .points(points)]
  }

  /// One deadline: article, summary, sentence, the article of its unit, open questions.
  func blocks(_ deadline: DeadlineRule) -> [RuleReferenceBlock] {
    let unit = deadline.unitCite.map { "（\($0.locator)：\($0.summary)）" } ?? ""
    let points = [
      point("摘要", deadline.cite.summary), point("逻辑", sentences.sentence(deadline) + unit),
    ]
    return [
      title(deadline.cite, deadline.id, deadline.modality),
      .points(
        points + relationPoints(deadline.relation) + questionPoints(deadline.questions)),
    ]
  }

  private func title(_ cite: Citation, _ id: String, _ modality: Modality) -> RuleReferenceBlock {
    .title(4, "\(cite.locator)　\(modality.rawValue)　\(id.asID)")
  }

  private func point(_ label: String, _ text: String) -> RuleReferenceBlock.Point {
    RuleReferenceBlock.Point(label: label, text: text)
  }

  /// How it stands to the superior document's rule, with that rule's article.
  private func relationPoints(_ relation: Relation?) -> [RuleReferenceBlock.Point] {
    guard let relation else { return [] }
    let rules = relation.rules.map { id in
      "\(id.asID)（\(library.place(ofRule: id) ?? "未收录")）"
    }
    return [point("与上位规定", relation.kind.wording.zh + " " + rules.joined(separator: "、"))]
  }

  private func questionPoints(_ ids: [String]) -> [RuleReferenceBlock.Point] {
    ids.map { id in
      point("存疑 \(id)", "\(library.register[id]?.zh ?? "未登记")（\(library.register.readingText(id))）")
    }
  }

  /// The ids of open questions in a cell of a table, each with its text.
  func questionCell(_ ids: [String]) -> String {
    ids.map { "\($0) \(library.register[$0]?.zh ?? "")（\(library.register.readingText($0))）" }
      .joined(separator: "；")
  }
}

extension RuleLibrary {
  /// Where a rule or a deadline stands: `环法规〔2025〕6号 四（一）`; `nil` if there is none of that id.
  func place(ofRule id: String) -> String? {
    for pack in packs {
      let cite =
        pack.rules.first { $0.id == id }?.cite ?? pack.deadlines.first { $0.id == id }?.cite
      if let cite { return "\(pack.shortTitle) \(cite.locator)" }
    }
    return nil
  }
}

extension QuestionRegister {
  /// How a question is read at present, and who said so.
  func readingText(_ id: String) -> String {
    let reading =
      switch reading(of: id) {
      case .true: "按“是”处理"
      case .false: "按“否”处理"
      case .unknown, .noRule: "待定"
      }
    guard let signature = self[id]?.signature else { return reading }
    return "\(reading)，\(signature.by) \(signature.on)签署"
  }
}
