internal import Vocabulary

/// What must hold of one pack beside those above it.
extension PackChecks {
  /// The level, the area and the parent must belong together.
  func checkPlace(_ pack: RulePack, _ problems: inout PackProblems) {
    let area = pack.jurisdiction
    let isProvince = area.map { $0 == $0.province } ?? false
    if (pack.level == .nation) != (area == nil) || (pack.level == .province) != isProvince {
      problems.add(
        .areaLevel, line: pack.lines.jurisdiction, value: area?.description ?? "cn",
        Wording(
          zh: "适用地区与层级 \(pack.level.rawValue) 不符",
          en: "the area is not that of the level \(pack.level.rawValue)"))
    }
    guard let id = pack.parent else {
      if pack.level != .nation {
        problems.add(
          .unknownParent, line: 1, value: pack.id,
          Wording(zh: "国家以下的规则包须写明 parent", en: "a pack below the nation names its parent"))
      }
      return
    }
    guard let parent = library.pack(id), parent.level < pack.level else {
      problems.add(
        .unknownParent, line: 1, value: id,
        Wording(zh: "parent 应为上一级的规则包", en: "the parent must be a pack of a higher level"))
      return
    }
    guard let outer = parent.jurisdiction, let area, !outer.contains(area) else { return }
    problems.add(
      .unknownParent, line: pack.lines.jurisdiction, value: "\(area)",
      Wording(
        zh: "适用地区不在 parent 的地区 \(outer) 之内", en: "the area does not lie in the parent's, \(outer)"))
  }

  func checkIDs(_ pack: RulePack, _ problems: inout PackProblems) {
    let earlier = library.packs.prefix { $0.id != pack.id }
    var known = Set(earlier.flatMap { $0.rules.map(\.id) + $0.deadlines.map(\.id) })
    let own = pack.rules.map { ($0.id, $0.line) } + pack.deadlines.map { ($0.id, $0.line) }
    for (id, line) in own where !known.insert(id).inserted {
      problems.add(
        .duplicateID, line: line, value: id,
        Wording(zh: "编号已被使用", en: "the id is taken already"))
    }
  }

  /// Parameters must be defined or delegated somewhere up the chain, questions registered.
  func checkNames(_ pack: RulePack, _ problems: inout PackProblems) {
    let chain = library.chain(ofPack: pack.id)
    for rule in pack.rules {
      for (name, _) in rule.when.parameterUses {
        let isDefined = chain.contains { $0.parameters.contains { $0.name == name } }
        let isDelegated = chain.contains { $0.delegations.contains { $0.slot == name } }
        guard !isDefined, !isDelegated else { continue }
        problems.add(
          .unknownParameter, line: rule.line, value: name,
          Wording(zh: "没有这个参数", en: "there is no such parameter"))
      }
    }
    for asked in pack.askedQuestions where library.register[asked.id] == nil {
      problems.add(
        .unregisteredQuestion, line: asked.line, value: asked.id,
        Wording(zh: "登记册中没有这个问题", en: "the register has no such question"))
    }
  }

  func checkRelations(
    _ pack: RulePack, _ above: [RulePack], _ problems: inout PackProblems
  ) {
    let superior = above.flatMap(\.rules)
    for rule in pack.rules {
      let twins = superior.filter { $0.concludes == rule.concludes }
      guard let relation = rule.relation else {
        if let twin = twins.first {
          problems.add(
            .relationMissing, line: rule.line, value: rule.id,
            Wording(
              zh: "上级 \(twin.id) 有同一结论，须写明 relation",
              en: "\(twin.id) above concludes the same: declare the relation"))
        }
        continue
      }
      if relation.rules.isEmpty { refuseEmptyRelation(rule.line, rule.id, &problems) }
      for target in relation.rules {
        let isThere =
          relation.kind == .yieldsTo
          ? superior.contains { $0.id == target } : twins.contains { $0.id == target }
        guard !isThere else { continue }
        problems.add(
          .relationDangling, line: rule.line, value: target,
          Wording(
            zh: "上级规则包中没有得出同一结论的这条规则",
            en: "no superior pack has such a rule with the same conclusion"))
      }
    }
    let superiorDeadlines = above.flatMap(\.deadlines)
    for deadline in pack.deadlines {
      guard let relation = deadline.relation else { continue }
      if relation.rules.isEmpty { refuseEmptyRelation(deadline.line, deadline.id, &problems) }
      for target in relation.rules
      where !superiorDeadlines.contains(where: { $0.id == target }) {
        problems.add(
          .relationDangling, line: deadline.line, value: target,
          Wording(zh: "上级规则包中没有这个期限", en: "no superior pack has such a deadline"))
      }
    }
  }

  private func refuseEmptyRelation(_ line: Int, _ id: String, _ problems: inout PackProblems) {
    problems.add(
      .relationDangling, line: line, value: id,
      Wording(zh: "relation 须写明上级规则", en: "a relation names superior rules"))
  }

  /// A number that a superior text delegates is set by the level it is delegated to, within the cap,
  /// under the name by which rules read it.
  func checkDelegations(
    _ pack: RulePack, _ above: [RulePack], _ problems: inout PackProblems
  ) {
    let slots = above.flatMap(\.delegations)
    for parameter in pack.parameters {
      checkFirstDay(of: parameter, pack, &problems)
      let own = slots.last { $0.slot == parameter.name }
      let filled = slots.last { $0.slot == parameter.fills }
      if let name = parameter.fills, filled == nil {
        problems.add(
          .delegationLevel, line: parameter.line, value: name,
          Wording(zh: "上级没有授权规定这一数值", en: "no superior text delegates this number"))
      } else if let filled, filled.slot != parameter.name {
        problems.add(
          .delegationLevel, line: parameter.line, value: parameter.name,
          Wording(
            zh: "规则按名称读取数值，名称应为所填补的 \(filled.slot)",
            en: "rules read numbers by name: it must be called \(filled.slot), which it fills"))
      }
      if let slot = own ?? filled, slot.level != pack.level || parameter.fills == nil {
        problems.add(
          .delegationLevel, line: parameter.line, value: parameter.name,
          Wording(
            zh: "该数值授权 \(slot.level.rawValue) 级规定，并须写明 fills",
            en: "the number is delegated to the level \(slot.level.rawValue), and fills is required"
          ))
      }
      let caps = [own, filled].compactMap { $0?.cap }
      guard let cap = caps.min(), parameter.values.contains(where: { $0.number > cap.fen }) else {
        continue
      }
      problems.add(
        .delegationCap, line: parameter.line, value: parameter.name,
        Wording(zh: "超过授权上限 \(cap)", en: "above the delegated cap \(cap)"))
    }
  }

  /// The first number begins with the document: earlier it says nothing, later a number lacks.
  private func checkFirstDay(
    of parameter: Parameter, _ pack: RulePack, _ problems: inout PackProblems
  ) {
    guard let first = pack.validity.notBefore, let from = parameter.values.first?.from,
      from != first
    else { return }
    problems.add(
      .validityOrder, line: parameter.line, value: "\(parameter.name) \(from)",
      Wording(zh: "首个值应自 \(first) 起", en: "the first value must begin on \(first)"))
  }
}
