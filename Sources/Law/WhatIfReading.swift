package import Vocabulary

extension WhatIf {
  /// The facts that a bounds run sets where they are unknown.
  static let redLines: [Fact] = [
    .inRedLine, .inNatureReserve, .eventInRedLine, .eventInNatureReserve, .resultInRedLine,
    .resultInNatureReserve,
  ]

  /// The ways to decide that the what-if asks for: one, or two for a bounds run.
  ///
  /// `own` is what decides the leads now, an engine for each chain. Compiles one engine in place of
  /// each, or one for all where a pack is named; both runs share them. Throws a usage failure with
  /// every problem: a name that does not exist or that no rule reads, with those there are; a value
  /// of the wrong form; a name given twice; nothing replaced at all.
  package func variants(_ library: RuleLibrary, own: [RuleEngine]) throws(Failure) -> [RuleVariant]
  {
    guard !isEmpty else {
      throw Failure(
        .usage, .wrongUse,
        detail: Wording(
          zh: "没有说明要改什么，至少写一项假设", en: "nothing to replace; name at least one thing"))
    }
    let chains = try pack.map { (pack) throws(Failure) in [try WhatIf.chain(of: pack, library)] }
    var reading = WhatIfReading(library, chains ?? own.map(\.packs), own.first?.reading)
    reading.read(self)
    guard reading.problems.isEmpty else { throw Failure(.usage, reading.problems) }
    let engines = (chains ?? own.map(\.packs)).map {
      RuleEngine(library, packs: $0, reading: reading.reading)
    }
    func variant(_ kind: RuleVariant.Kind, redLines: Bool?) -> RuleVariant {
      let bounds = redLines.map { value in WhatIf.redLines.map { (fact: $0, value: value) } }
      return RuleVariant(
        kind: kind,
        engines: chains == nil
          ? engines : own.indices.flatMap { _ in engines },
        day: day, assumed: reading.assumed + (bounds ?? []), catalogue: library.catalogue)
    }
    return boundsRedLines
      ? [variant(.allInside, redLines: true), variant(.allOutside, redLines: false)]
      : [variant(.whatIf, redLines: nil)]
  }

  private static func chain(of pack: String, _ library: RuleLibrary) throws(Failure) -> [RulePack] {
    let chain = library.chain(ofPack: pack)
    guard chain.isEmpty else { return chain }
    let known = library.packs.map(\.id).joined(separator: " ")
    throw Failure(
      .usage, .wrongUse, value: "--pack \(pack)",
      detail: Wording(zh: "没有这个规则包；可用：\(known)", en: "no such rule pack; known: \(known)"))
  }
}

/// Checks the replacements of a what-if against the chains they are for, filing problems as it goes.
private struct WhatIfReading {
  private let library: RuleLibrary
  /// What the rules of the chains and the days of their packs turn on, sorted, and the packs' ids.
  private let parameters: [String]
  private let questions: [String]
  private let packs: [String]
  /// The yes-or-no facts that they, or the disposition, read, in catalogue order.
  private let truthFacts: [Fact]
  private(set) var reading: Reading
  private(set) var assumed: [(fact: Fact, value: Bool)] = []
  private(set) var problems: [Problem] = []

  init(_ library: RuleLibrary, _ packs: [[RulePack]], _ reading: Reading?) {
    self.library = library
    let chains = packs.map { RuleChain(library, packs: $0) }
    parameters = Set(chains.flatMap(\.parameters)).sorted()
    questions = Set(
      chains.flatMap(\.questions) + packs.joined().flatMap(\.validity.questions)
    ).sorted()
    self.packs = Set(packs.joined().map(\.id)).sorted()
    let read = Set(chains.flatMap(\.rules).flatMap(\.rule.when.facts) + [.damageConfirmed])
    let others = read.compactMap { fact -> Fact? in
      if case .readAs(let other) = library.catalogue[fact].absence { other } else { nil }
    }
    truthFacts = Fact.allCases.filter { $0.kind == .truth && read.union(others).contains($0) }
    self.reading = reading ?? Reading()
  }

  mutating func read(_ whatIf: WhatIf) {
    for one in known(whatIf.numbers, "--set", parameters) {
      guard let number = number(one) else { continue }
      reading.numbers[one.name] = number
    }
    for one in known(whatIf.answers, "--answer", questions) {
      if one.value == "open" {
        reading.reopened.insert(one.name)
      } else if let value = truth(one, "--answer", isOpenAllowed: true) {
        reading.reopened.remove(one.name)
        reading.interpretations[one.name] = value
      }
    }
    for one in known(whatIf.assumptions, "--assume", packs) {
      guard let value = truth(one, "--assume") else { continue }
      reading.assume[one.name] = value
    }
    for one in known(whatIf.facts, "--fact", truthFacts.map(\.name)) {
      guard let fact = Fact(name: one.name), let value = truth(one, "--fact") else { continue }
      if whatIf.boundsRedLines, WhatIf.redLines.contains(fact) {
        refuse(
          one, "--fact",
          Wording(zh: "--red-lines 已取这一项的两种情形", en: "--red-lines already takes it both ways"))
      }
      assumed.append((fact, value))
    }
  }

  /// The replacements whose name is one of `names`; files the others and those named before.
  private mutating func known(
    _ replacements: [WhatIf.Replacement], _ option: String, _ names: [String]
  ) -> [WhatIf.Replacement] {
    var seen: Set<String> = []
    return replacements.filter { one in
      guard names.contains(one.name) else {
        let names = names.isEmpty ? "-" : names.joined(separator: " ")
        refuse(
          one, option,
          Wording(
            zh: "所用规则不读取“\(one.name)”；可用：\(names)",
            en: "the rules in use do not read \(one.name); known: \(names)"))
        return false
      }
      guard seen.insert(one.name).inserted else {
        refuse(one, option, Wording(zh: "同一项写了两次", en: "it is given twice"))
        return false
      }
      return true
    }
  }

  private mutating func number(_ one: WhatIf.Replacement) -> Int64? {
    let parameter = library.packs.lazy.flatMap(\.parameters).first { $0.name == one.name }
    // A number that no pack gives yet is one that a document leaves to a lower level: an amount.
    switch parameter?.kind ?? .money {
    case .money:
      if let amount = Money(yuan: one.value) { return amount.fen }
      refuse(
        one, "--set",
        Wording(zh: "金额写作 3000.00（元）", en: "an amount is written 3000.00 (yuan)"))
    case .years:
      let digits = one.value.utf8
      if digits.count <= 2, digits.allSatisfy({ (0x30...0x39).contains($0) }),
        let years = Int64(one.value), years > 0
      {
        return years
      }
      refuse(one, "--set", Wording(zh: "年数应为 1 至 99 的整数", en: "years are 1 to 99"))
    }
    return nil
  }

  private mutating func truth(
    _ one: WhatIf.Replacement, _ option: String, isOpenAllowed: Bool = false
  ) -> Bool? {
    switch one.value {
    case "true": return true
    case "false": return false
    default:
      refuse(
        one, option,
        isOpenAllowed
          ? Wording(zh: "只能写 true、false 或 open", en: "must be true, false or open")
          : Wording(zh: "只能写 true 或 false", en: "must be true or false"))
      return nil
    }
  }

  private mutating func refuse(
    _ one: WhatIf.Replacement, _ option: String, _ detail: Wording
  ) {
    problems.append(Problem(.wrongUse, value: "\(option) \(one.name)=\(one.value)", detail: detail))
  }
}
