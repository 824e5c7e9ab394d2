internal import Vocabulary

/// Compiles the rules of a chain for one day and all days that the law treats like it.
struct ProgramCompiler {
  private let packs: [RulePack]
  private let rules: [RuleChain.ChainRule]
  private let catalogue: FactCatalogue
  private let questions: [String]
  private let parameters: [String]
  private let day: Day
  /// Numbers given from outside in place of the law's, by parameter.
  private let numbers: [String: Int64]
  private var program: RuleProgram
  private var shared: [RuleProgram.Operation: Int] = [:]

  static func program(for chain: RuleChain, on day: Day, reading: Reading) -> RuleProgram {
    let inForce = chain.packs.map { reading.isInForce($0, on: day, chain.register) }
    let readings = chain.questions.map { reading.answer(to: $0, chain.register) }
    var compiler = ProgramCompiler(
      chain: chain, day: day, numbers: reading.numbers, inForce: inForce, readings: readings)
    for conclusion in chain.order { compiler.add(conclusion) }
    compiler.program.finish()
    return compiler.program
  }

  /// The conditions of the chain's deadlines, which read facts alone and so are the same on all days.
  static func conditions(of chain: RuleChain) -> DeadlineConditions {
    var compiler = ProgramCompiler(
      chain: chain, day: Day(number: 0), numbers: [:],
      inForce: chain.packs.map { _ in .unknown }, readings: chain.questions.map { _ in .unknown })
    let slots = chain.deadlines.map { $0.rule.when.map { compiler.slot(of: $0) } }
    compiler.program.finish()
    return DeadlineConditions(program: compiler.program, slots: slots)
  }

  private init(
    chain: RuleChain, day: Day, numbers: [String: Int64], inForce: [Truth], readings: [Truth]
  ) {
    packs = chain.packs
    rules = chain.rules
    catalogue = chain.catalogue
    questions = chain.questions
    parameters = chain.parameters
    self.day = day
    self.numbers = numbers
    program = RuleProgram(
      slotCount: Conclusion.allCases.count + chain.rules.count,
      parameterCount: chain.parameters.count, inForce: inForce, readings: readings)
    for (number, name) in chain.parameters.enumerated() {
      program.limitSources[number] = limitSource(name)
    }
  }

  private mutating func add(_ conclusion: Conclusion) {
    var grounds: [Int] = []
    var gates: [Int] = []
    for (number, one) in rules.enumerated() where one.rule.concludes == conclusion {
      let gate = self.gate(of: one)
      let when = one.gap == nil ? self.slot(of: one.rule.when) : gapSlot(one.rule.when)
      let exceptions = one.rule.unless.map { self.slot(of: .conclusion($0)) }
      let slot = Conclusion.allCases.count + number
      program.steps.append(
        RuleProgram.Step(
          slot: slot,
          operation: .ground(rule: number, gate: gate, when: when, unless: operands(exceptions))))
      grounds.append(slot)
      gates.append(gate)
    }
    program.steps.append(
      RuleProgram.Step(
        slot: Int(conclusion.rawValue),
        operation: .conclude(
          conclusion, grounds: operands(grounds), gates: operands(gates))))
  }

  /// In force, and nothing that displaces the rule in force.
  private mutating func gate(of one: RuleChain.ChainRule) -> Int {
    if let gap = one.gap { return add(gap.contains(day) ? .all(0..<0) : .never) }
    let own = add(.inForce(one.pack))
    let others = one.displacers.map { pack in add(.not(add(.inForce(pack)))) }
    return others.isEmpty ? own : add(.all(operands([own] + others)))
  }

  /// A gap only asks its question.
  private mutating func gapSlot(_ when: Expression) -> Int {
    guard case .open(let id) = when, let question = questions.firstIndex(of: id) else {
      return slot(of: when)
    }
    return add(.gap(question))
  }

  private mutating func slot(of expression: Expression) -> Int {
    switch expression {
    case .all(let parts):
      let slots = parts.map { slot(of: $0) }
      return add(.all(operands(slots)))
    case .any(let parts):
      let slots = parts.map { slot(of: $0) }
      return add(.any(operands(slots)))
    case .not(let part): return add(.not(slot(of: part)))
    case .never: return add(.never)
    case .fact(let fact):
      let absence: RuleProgram.Absence =
        switch catalogue[fact].absence {
        case .strict: .unknown
        case .presumedFalse: .isFalse
        case .readAs(let other): .other(other)
        }
      return add(.truth(fact, absent: absence))
    case .conclusion(let conclusion): return add(.conclusion(conclusion))
    case .oneOf(let fact, let places):
      return add(.oneOf(fact, bits: places.reduce(0) { $0 | (1 << Int64($1)) }))
    case .compare(let fact, let comparison, let name):
      return add(.compare(fact, comparison, limit: limit(name)))
    case .atLeast(let fact, let level): return add(.atLeast(fact, Int64(level)))
    case .countAtLeast(let fact, let least): return add(.countAtLeast(fact, Int64(least)))
    case .recurs(_, let at, let years): return add(.recurs(at: at, years: limit(years)))
    case .open(let id):
      guard let question = questions.firstIndex(of: id) else { return add(.never) }
      return add(.question(question))
    }
  }

  /// The value of the most specific pack that possibly is in force and defines the parameter.
  ///
  /// Without one, or from a pack that is only possibly in force, there is no number: never the
  /// nearest one.
  private func limitSource(_ name: String) -> RuleProgram.LimitSource? {
    for index in packs.indices.reversed() where program.inForce[index] != .false {
      guard let parameter = packs[index].parameters.first(where: { $0.name == name }) else {
        continue
      }
      guard program.inForce[index] == .true else { return nil }
      return parameter.value(on: day).map { RuleProgram.LimitSource(pack: index, value: $0) }
    }
    return nil
  }

  private func limit(_ name: String) -> RuleProgram.Limit {
    let number = parameters.firstIndex(of: name) ?? 0
    let value = program.limitSources[number]?.value
    return RuleProgram.Limit(
      parameter: number, number: numbers[name] ?? value?.number,
      isNumberBelow: value?.bound.isNumberBelow ?? true)
  }

  private mutating func operands(_ slots: [Int]) -> Range<Int> {
    let start = program.operands.count
    program.operands += slots
    return start..<program.operands.count
  }

  /// A slot for the operation, the same for the same leaf.
  private mutating func add(_ operation: RuleProgram.Operation) -> Int {
    if let slot = shared[operation] { return slot }
    let slot = program.slotCount
    program.slotCount += 1
    program.steps.append(RuleProgram.Step(slot: slot, operation: operation))
    shared[operation] = slot
    return slot
  }
}

extension Parameter.Bound {
  /// Whether the number itself lies on the lower side of the bound: 民法典 1259.
  var isNumberBelow: Bool {
    switch self {
    case .below, .within, .notAbove, .moreThan, .beyond: true
    case .above, .lessThan: false
    }
  }
}
