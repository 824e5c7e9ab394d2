internal import Vocabulary

/// What must hold between packs: parents, relations, order of conclusions, numbers of the right kind,
/// delegated numbers.
struct PackChecks {
  let library: RuleLibrary
  private var files: [PackProblems]
  /// What has been found, so that no two chains report it twice.
  private var found: Set<String> = []

  /// All problems, by pack and line.
  var problems: [Problem] { files.flatMap(\.problems) }

  init(library: RuleLibrary) {
    self.library = library
    files = library.packs.map { PackProblems(file: $0.file) }
    for (number, pack) in library.packs.enumerated() {
      let superior = superior(to: pack)
      checkPlace(pack, &files[number])
      checkIDs(pack, &files[number])
      checkNames(pack, &files[number])
      checkRelations(pack, superior, &files[number])
      checkDelegations(pack, superior, &files[number])
    }
    for chain in chains {
      checkStrata(chain)
      checkDisplacement(chain)
      checkParameterKinds(chain)
    }
    // Nothing can be evaluated before that holds.
    guard problems.isEmpty else { return }
    var gaps = ValidityGapLint(library)
    for (number, pack) in library.packs.enumerated() { gaps.check(pack, &files[number]) }
  }

  /// Every chain that is evaluated: that of a pack with those it stands under, by which cases are
  /// decided, and that of an area, by which leads are, which can hold more packs.
  private var chains: [[RulePack]] {
    let areas = Set(library.packs.compactMap(\.jurisdiction)).sorted()
    let all =
      library.packs.map { library.chain(ofPack: $0.id) }
      + [library.packs.filter { $0.jurisdiction == nil }] + areas.map { library.chain(of: $0) }
    var known: Set<[String]> = []
    return all.filter { known.insert($0.map(\.id)).inserted }
  }

  /// The packs above, the nation first: those it stands under, and those of a higher level whose area
  /// its own lies in.
  private func superior(to pack: RulePack) -> [RulePack] {
    let ancestors = library.chain(ofPack: pack.id).dropLast().map(\.id)
    let area = pack.jurisdiction.map { library.chain(of: $0) } ?? []
    let above = area.filter { $0.level < pack.level }.map(\.id)
    return library.packs.filter { ancestors.contains($0.id) || above.contains($0.id) }
  }

  /// Files a problem of a pack that several chains can show.
  private mutating func add(
    _ rule: LintRule, _ pack: RulePack, line: Int, value: String, _ detail: Wording
  ) {
    guard let number = library.packs.firstIndex(where: { $0.id == pack.id }),
      found.insert("\(rule.rawValue) \(pack.id) \(line) \(value)").inserted
    else { return }
    files[number].add(rule, line: line, value: value, detail)
  }

  /// A conclusion must not rest on itself, in whatever way the chain's rules refer to each other.
  ///
  /// Told of the pack that closes the circle.
  private mutating func checkStrata(_ chain: [RulePack]) {
    for count in chain.indices.map({ $0 + 1 }) {
      let strata = Strata(rules: chain.prefix(count).flatMap(\.rules))
      guard strata.order == nil else { continue }
      let pack = chain[count - 1]
      let rule = pack.rules.last { strata.cyclic.contains($0.concludes) }
      add(
        .stratification, pack, line: rule?.line ?? 1,
        value: strata.cyclic.map(\.name).joined(separator: " "),
        Wording(zh: "结论之间循环引用", en: "conclusions refer to each other in a circle"))
      return
    }
  }

  /// Two rules must not displace each other, directly or round a circle.
  private mutating func checkDisplacement(_ chain: [RulePack]) {
    var displaces: [String: [String]] = [:]
    for rule in chain.flatMap(\.rules) {
      for target in rule.relation?.rules ?? [] {
        switch rule.relation?.kind {
        case .replaces: displaces[rule.id, default: []].append(target)
        case .yieldsTo: displaces[target, default: []].append(rule.id)
        case .restates, .adds, nil: break
        }
      }
    }
    for pack in chain {
      for rule in pack.rules {
        var seen: Set<String> = []
        var open = displaces[rule.id] ?? []
        while let next = open.popLast() {
          guard seen.insert(next).inserted else { continue }
          open += displaces[next] ?? []
        }
        guard seen.contains(rule.id) else { continue }
        add(
          .relationCycle, pack, line: rule.line, value: rule.id,
          Wording(zh: "规则相互取代", en: "rules displace each other"))
      }
    }
  }

  /// An amount is compared with an amount, and years are counted back by years.
  ///
  /// Told of the rule, or of the number where that comes from a lower pack than the rule.
  private mutating func checkParameterKinds(_ chain: [RulePack]) {
    var uses: [String: [(place: Int, line: Int, kind: Parameter.Kind)]] = [:]
    for (place, pack) in chain.enumerated() {
      for rule in pack.rules {
        for (name, kind) in rule.when.parameterUses {
          uses[name, default: []].append((place, rule.line, kind))
        }
      }
    }
    for (place, pack) in chain.enumerated() {
      for parameter in pack.parameters {
        for use in uses[parameter.name] ?? [] where use.kind != parameter.kind {
          let isOfRule = use.place >= place
          add(
            .parameterKind, isOfRule ? chain[use.place] : pack,
            line: isOfRule ? use.line : parameter.line, value: parameter.name,
            Wording(
              zh: "此处应为 \(use.kind.rawValue)，而该参数为 \(parameter.kind.rawValue)",
              en: "read as \(use.kind.rawValue), but it is of type \(parameter.kind.rawValue)"))
        }
      }
    }
  }
}
