internal import Vocabulary

/// What must hold between packs: parents, relations, order of conclusions, delegated numbers.
struct PackChecks {
  private let library: RuleLibrary
  private var files: [PackProblems] = []

  /// All problems, by pack and line.
  var problems: [Problem] { files.flatMap(\.problems) }

  init(library: RuleLibrary) {
    self.library = library
    for pack in library.packs {
      var problems = PackProblems(file: pack.file)
      let ancestors = Array(library.chain(ofPack: pack.id).dropLast())
      checkParent(pack, &problems)
      checkIDs(pack, &problems)
      checkNames(pack, ancestors, &problems)
      checkRelations(pack, ancestors, &problems)
      checkDelegations(pack, ancestors, &problems)
      checkStrata(pack, ancestors, &problems)
      checkDisplacement(pack, ancestors, &problems)
      files.append(problems)
    }
    // Nothing can be evaluated before that holds.
    guard problems.isEmpty else { return }
    let gaps = ValidityGapLint(library)
    for (number, pack) in library.packs.enumerated() { gaps.check(pack, &files[number]) }
  }

  private func checkParent(_ pack: RulePack, _ problems: inout PackProblems) {
    guard let id = pack.parent else {
      if pack.level != .nation {
        problems.add(
          .unknownParent, line: 1, value: pack.id,
          Wording(zh: "国家以下的规则包须写明 parent", en: "a pack below the nation names its parent"))
      }
      return
    }
    let parent = library.pack(id)
    if parent.map({ $0.level >= pack.level }) ?? true {
      problems.add(
        .unknownParent, line: 1, value: id,
        Wording(zh: "parent 应为上一级的规则包", en: "the parent must be a pack of a higher level"))
    }
  }

  private func checkIDs(_ pack: RulePack, _ problems: inout PackProblems) {
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
  private func checkNames(
    _ pack: RulePack, _ ancestors: [RulePack], _ problems: inout PackProblems
  ) {
    let chain = ancestors + [pack]
    for rule in pack.rules {
      for name in rule.when.parameters {
        let isDefined = chain.contains { $0.parameters.contains { $0.name == name } }
        let isDelegated = chain.contains { $0.delegations.contains { $0.slot == name } }
        guard !isDefined, !isDelegated else { continue }
        problems.add(
          .unknownParameter, line: rule.line, value: name,
          Wording(zh: "没有这个参数", en: "there is no such parameter"))
      }
      for id in rule.questions + rule.when.questions { checkQuestion(id, rule.line, &problems) }
    }
    for deadline in pack.deadlines {
      for id in deadline.questions { checkQuestion(id, deadline.line, &problems) }
    }
    for repeal in pack.repeals {
      if let id = repeal.question { checkQuestion(id, 1, &problems) }
    }
  }

  private func checkQuestion(_ id: String, _ line: Int, _ problems: inout PackProblems) {
    guard library.register[id] == nil else { return }
    problems.add(
      .unregisteredQuestion, line: line, value: id,
      Wording(zh: "登记册中没有这个问题", en: "the register has no such question"))
  }

  private func checkRelations(
    _ pack: RulePack, _ ancestors: [RulePack], _ problems: inout PackProblems
  ) {
    let superior = ancestors.flatMap(\.rules)
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
      if relation.rules.isEmpty {
        problems.add(
          .relationDangling, line: rule.line, value: rule.id,
          Wording(zh: "relation 须写明上级规则", en: "a relation names superior rules"))
      }
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
    let superiorDeadlines = ancestors.flatMap(\.deadlines)
    for deadline in pack.deadlines {
      for target in deadline.relation?.rules ?? []
      where !superiorDeadlines.contains(where: { $0.id == target }) {
        problems.add(
          .relationDangling, line: deadline.line, value: target,
          Wording(zh: "上级规则包中没有这个期限", en: "no superior pack has such a deadline"))
      }
    }
  }

  private func checkDelegations(
    _ pack: RulePack, _ ancestors: [RulePack], _ problems: inout PackProblems
  ) {
    let slots = ancestors.flatMap(\.delegations)
    for parameter in pack.parameters {
      checkFirstDay(of: parameter, pack, &problems)
      let slot = slots.last { $0.slot == (parameter.fills ?? parameter.name) }
      guard let slot else {
        guard let name = parameter.fills else { continue }
        problems.add(
          .delegationLevel, line: parameter.line, value: name,
          Wording(zh: "上级没有授权规定这一数值", en: "no superior text delegates this number"))
        continue
      }
      if slot.level != pack.level || parameter.fills == nil {
        problems.add(
          .delegationLevel, line: parameter.line, value: parameter.name,
          Wording(
            zh: "该数值授权 \(slot.level.rawValue) 级规定，并须写明 fills",
            en: "the number is delegated to the level \(slot.level.rawValue), and fills is required"
          ))
      }
      if let cap = slot.cap, parameter.values.contains(where: { $0.number > cap.fen }) {
        problems.add(
          .delegationCap, line: parameter.line, value: parameter.name,
          Wording(zh: "超过授权上限 \(cap)", en: "above the delegated cap \(cap)"))
      }
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

  /// A conclusion must not rest on itself, in whatever way the chain's rules refer to each other.
  private func checkStrata(
    _ pack: RulePack, _ ancestors: [RulePack], _ problems: inout PackProblems
  ) {
    let rules = (ancestors + [pack]).flatMap(\.rules)
    guard Strata(rules: rules).order == nil else { return }
    let cyclic = Strata(rules: rules).cyclic
    let rule = pack.rules.last { cyclic.contains($0.concludes) }
    problems.add(
      .stratification, line: rule?.line ?? 1,
      value: cyclic.map(\.name).joined(separator: " "),
      Wording(zh: "结论之间循环引用", en: "conclusions refer to each other in a circle"))
  }

  /// Two rules must not displace each other, directly or round a circle.
  private func checkDisplacement(
    _ pack: RulePack, _ ancestors: [RulePack], _ problems: inout PackProblems
  ) {
    var displaces: [String: [String]] = [:]
    for rule in (ancestors + [pack]).flatMap(\.rules) {
      for target in rule.relation?.rules ?? [] {
        switch rule.relation?.kind {
        case .replaces: displaces[rule.id, default: []].append(target)
        case .yieldsTo: displaces[target, default: []].append(rule.id)
        case .restates, .adds, nil: break
        }
      }
    }
    for rule in pack.rules {
      var seen: Set<String> = []
      var open = displaces[rule.id] ?? []
      while let next = open.popLast() {
        guard seen.insert(next).inserted else { continue }
        open += displaces[next] ?? []
      }
      guard seen.contains(rule.id) else { continue }
      problems.add(
        .relationCycle, line: rule.line, value: rule.id,
        Wording(zh: "规则相互取代", en: "rules displace each other"))
    }
  }
}
