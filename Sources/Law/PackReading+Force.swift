internal import StrictYAML
internal import Vocabulary

/// The blocks that say when a document is in force, what it put out of force and what it leaves to
/// others.
extension PackReading {
  mutating func validity(_ node: YAMLNode) -> PackValidity? {
    let fields = PackFields(
      node,
      allowed: [
        "not_before", "certain_from", "last_certain_day", "possibly_until", "cite", "ambiguity",
      ],
      required: ["cite"], &problems)
    let validity = fields["cite"].flatMap { citation($0) }.map { cite in
      PackValidity(
        notBefore: fields.day("not_before", &problems),
        certainFrom: fields.day("certain_from", &problems),
        lastCertainDay: fields.day("last_certain_day", &problems),
        possiblyUntil: fields.day("possibly_until", &problems), cite: cite,
        questions: fields.texts("ambiguity", &problems))
    }
    guard let validity else { return nil }
    let days = [
      validity.notBefore, validity.certainFrom, validity.lastCertainDay, validity.possiblyUntil,
    ].compactMap { $0 }
    if days != days.sorted() || (validity.lastCertainDay != nil && validity.certainFrom == nil) {
      refuseOrder(line: node.line)
    }
    if validity.certainFrom != nil, validity.possiblyUntil != nil, validity.lastCertainDay == nil {
      problems.add(
        .validityOrder, line: node.line, value: "possibly_until",
        Wording(
          zh: "可能的末日之前何时起不再确定，须写明 last_certain_day",
          en: "say up to which day before it the force is certain: last_certain_day"))
    }
    return validity
  }

  mutating func refuseOrder(line: Int) {
    problems.add(
      .validityOrder, line: line,
      Wording(zh: "起止日期次序颠倒", en: "the days are not in their order"))
  }

  mutating func repeal(_ node: YAMLNode) -> Repeal {
    let fields = PackFields(
      node, allowed: ["title", "encoded", "in_force", "open", "may_conclude", "cite"],
      required: ["title", "encoded"], &problems)
    var days: ClosedRange<Day>?
    if let place = fields["in_force"] {
      let range = PackFields(
        place, allowed: ["from", "last"], required: ["from", "last"], &problems)
      if let from = range.day("from", &problems), let last = range.day("last", &problems) {
        if from <= last {
          days = from...last
        } else {
          refuseOrder(line: place.line)
        }
      }
    }
    let isEncoded = fields.truth("encoded", &problems) ?? false
    let conclusions = fields.texts("may_conclude", &problems)
      .compactMap { problems.conclusion($0, line: node.line) }
    checkGap(fields, isEncoded: isEncoded)
    return Repeal(
      title: fields.text("title", &problems) ?? "", isEncoded: isEncoded, inForce: days,
      question: fields.text("open", &problems), mayConclude: conclusions,
      cite: fields["cite"].flatMap { citation($0) }, line: node.line)
  }

  /// A text that is not at hand leaves a gap only with its days, its question and the conclusions it
  /// may have spoken of together; one that is encoded leaves none.
  private mutating func checkGap(_ fields: PackFields, isEncoded: Bool) {
    let keys = ["in_force", "open", "may_conclude"]
    for key in keys.dropFirst() where isEncoded && fields[key] != nil {
      problems.add(
        .wrongForm, line: fields.line, value: key,
        Wording(zh: "已收录的文件不留空白", en: "a text that is encoded leaves no gap"))
    }
    guard !isEncoded, keys.contains(where: { fields[$0] != nil }) else { return }
    for key in keys {
      guard let node = fields[key] else {
        problems.add(
          .missingKey, line: fields.line, value: key,
          Wording(
            zh: "文本未收录的，in_force、open、may_conclude 须同时写明",
            en: "for a text that is not at hand in_force, open and may_conclude go together"))
        continue
      }
      if case .sequence(let nodes) = node.content, nodes.isEmpty {
        problems.add(
          .wrongForm, line: node.line, value: key,
          Wording(zh: "至少写一个结论", en: "at least one conclusion is expected"))
      }
    }
  }

  mutating func delegation(_ node: YAMLNode) -> Delegation? {
    let fields = PackFields(
      node, allowed: ["slot", "to_level", "cap", "cap_force", "cite"],
      required: ["slot", "to_level", "cite"], &problems)
    var cap: Money?
    if let text = fields.text("cap", &problems) {
      cap = money(text, line: fields["cap"]?.line ?? node.line)
    }
    guard let slot = fields.text("slot", &problems),
      let level = fields.word("to_level", PackLevel.self, &problems),
      let cite = fields["cite"].flatMap({ citation($0) })
    else { return nil }
    let force = fields.word("cap_force", CapForce.self, &problems)
    return Delegation(slot: slot, level: level, cap: cap, isHardCap: force == .hard, cite: cite)
  }

  private enum CapForce: String, CaseIterable {
    case soft, hard
  }
}
