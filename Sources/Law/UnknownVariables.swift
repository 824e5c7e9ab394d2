internal import Vocabulary

/// Something unknown, with every way it may turn out as far as the leaves can tell.
struct UnknownVariable: Sendable {
  /// What is asked for when it decides.
  let labels: [String]
  /// Whether it is the force of a pack, on which it turns whether there is any rule.
  let isForce: Bool
  let leaves: [Int]
  /// Each way it may turn out, as the values of `leaves`; all different.
  let outcomes: [[Truth]]
}

/// The variables behind the unknown leaves of a cone.
///
/// One variable for each fact: the leaves that read it turn out together, as some value of the fact
/// makes them. Those of packs' force come first.
struct UnknownVariables {
  private(set) var all: [UnknownVariable] = []

  init(_ cone: Cone, _ engine: RuleEngine, _ evaluation: Evaluation, _ facts: FactSet) {
    let program = engine.programs[evaluation.stretch]
    var groups: [(labels: [String], fact: Fact?, leaves: [Int])] = []
    let open = cone.leaves.filter { evaluation.values[$0] == .unknown }
    let forces = open.filter { program.operation(of: $0).isForce }
    let others = open.filter { !program.operation(of: $0).isForce }
    for slot in forces + others {
      let (labels, fact) = UnknownVariables.identity(
        of: program.operation(of: slot), engine, facts)
      if let place = groups.firstIndex(where: { $0.labels == labels }) {
        groups[place].leaves.append(slot)
      } else {
        groups.append((labels, fact, [slot]))
      }
    }
    for group in groups {
      let operations = group.leaves.map { program.operation(of: $0) }
      var outcomes: [[Truth]] = []
      for outcome in UnknownVariables.outcomes(operations, group.fact, engine.chain.catalogue)
      where !outcomes.contains(outcome) {
        outcomes.append(outcome)
      }
      all.append(
        UnknownVariable(
          labels: group.labels, isForce: operations.contains(where: \.isForce),
          leaves: group.leaves, outcomes: outcomes))
    }
  }

  private static func identity(
    of operation: RuleProgram.Operation, _ engine: RuleEngine, _ facts: FactSet
  ) -> (labels: [String], fact: Fact?) {
    let chain = engine.chain
    switch operation {
    case .compare(_, _, let limit) where limit.number == nil:
      return (["param:\(chain.parameters[limit.parameter])"], nil)
    case .truth(let fact, .other(let other)) where facts[fact] == FactSet.unknown:
      return (["fact:\(other.name)"], other)
    case .truth(let fact, _), .oneOf(let fact, _), .compare(let fact, _, _),
      .atLeast(let fact, _), .countAtLeast(let fact, _):
      return (["fact:\(fact.name)"], fact)
    case .recurs(let at, let years):
      let missing = Recurrence.missing(facts, at: at, years: years.number)
      var labels: [String] = []
      if missing.contains(.events) { labels.append("fact:\(Fact.priorDamageEvents.name)") }
      if missing.contains(.day) { labels.append("fact:\(at.name)") }
      if missing.contains(.years) { labels.append("param:\(chain.parameters[years.parameter])") }
      return (labels, nil)
    case .question(let question), .gap(let question):
      return (["open:\(chain.questions[question])"], nil)
    case .inForce(let pack): return (["in_force:\(chain.packs[pack].id)"], nil)
    default: return ([], nil)
    }
  }

  private static func outcomes(
    _ operations: [RuleProgram.Operation], _ fact: Fact?, _ catalogue: FactCatalogue
  ) -> [[Truth]] {
    guard let fact else {
      // A missing limit may turn out high or low; everything else true or false.
      return [true, false].map { isHigh in
        operations.map { operation in
          if case .compare(_, .above, _) = operation { return Truth(!isHigh) }
          return Truth(isHigh)
        }
      }
    }
    return candidates(operations, fact, catalogue).map { cell in
      operations.map { $0.holds(cell) }
    }
  }

  /// Values of the fact enough to bring about everything the leaves can tell apart.
  private static func candidates(
    _ operations: [RuleProgram.Operation], _ fact: Fact, _ catalogue: FactCatalogue
  ) -> [Int64] {
    switch fact.kind {
    case .truth: return [1, 0]
    case .choice: return catalogue[fact].values.indices.map { 1 << Int64($0) }
    case .level: return catalogue[fact].values.indices.map(Int64.init)
    case .money, .texts, .day, .events:
      let limits = operations.compactMap { operation -> Int64? in
        switch operation {
        case .compare(_, _, let limit): limit.number
        case .countAtLeast(_, let least): least
        default: nil
        }
      }
      // Wrapping, because a pack may write the largest number there is.
      return limits.flatMap { [$0 &- 1, $0, $0 &+ 1] }
    }
  }
}
