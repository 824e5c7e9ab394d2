internal import Vocabulary

/// Finds what is missing for a definite answer: the atoms that can flip an unknown conclusion.
///
/// An atom is `fact:NAME`, `in_force:PACK`, `param:NAME` or `open:A-nn`. It is named only if, for
/// some way the other unknowns may turn out, the conclusion depends on it; what cannot change the
/// result is never asked for. Where finding that out would take more than 65,536 states of a
/// conclusion's rules, which no rule of these documents comes near, all its unknowns are named: those
/// that decide, and perhaps others. Leads with the same pattern of knowns and unknowns share one
/// answer, so keep one value for many leads.
package struct DecidingFacts: Sendable {
  /// The number of patterns kept; beyond it they are all forgotten and begun anew.
  static let patternLimit = 1 << 16

  let engine: RuleEngine
  private var cones: [Int: Cone] = [:]
  /// By the pattern of all leaves: the atoms of every conclusion.
  private var knownLeads: [[UInt64]: [[String]]] = [:]
  /// By the pattern of the leaves of one conclusion.
  private var knownConclusions: [[UInt64]: [String]] = [:]

  private let stateLimit: Int
  private let patternLimit: Int

  /// How many patterns are kept at present.
  var patternCount: Int { max(knownLeads.count, knownConclusions.count) }

  /// Nothing is computed before the first lead.
  package init(_ engine: RuleEngine) {
    self.init(
      engine, stateLimit: DecisionDiagram.stateLimit, patternLimit: DecidingFacts.patternLimit)
  }

  /// With other limits than those that stand for all leads.
  init(_ engine: RuleEngine, stateLimit: Int, patternLimit: Int) {
    self.engine = engine
    self.stateLimit = stateLimit
    self.patternLimit = patternLimit
  }

  /// The atoms of an unknown conclusion, sorted; empty for one that is not unknown.
  package mutating func atoms(
    of conclusion: Conclusion, in evaluation: Evaluation, _ facts: FactSet
  ) -> [String] {
    atoms(in: evaluation, facts)[Int(conclusion.rawValue)]
  }

  /// The atoms of every conclusion, in catalogue order, each list sorted.
  package mutating func atoms(in evaluation: Evaluation, _ facts: FactSet) -> [[String]] {
    let program = engine.programs[evaluation.stretch]
    let pattern = pattern(of: program.leaves, evaluation, facts, evaluation.stretch)
    if let atoms = knownLeads[pattern] { return atoms }
    let atoms = Conclusion.allCases.map { conclusion in
      evaluation[conclusion] == .unknown ? find(conclusion, evaluation, facts) : []
    }
    if knownLeads.count >= patternLimit { knownLeads.removeAll(keepingCapacity: true) }
    knownLeads[pattern] = atoms
    return atoms
  }

  private mutating func find(
    _ conclusion: Conclusion, _ evaluation: Evaluation, _ facts: FactSet
  ) -> [String] {
    let program = engine.programs[evaluation.stretch]
    let number = evaluation.stretch * Conclusion.allCases.count + Int(conclusion.rawValue)
    let cone = cones[number] ?? Cone(program, of: Int(conclusion.rawValue))
    cones[number] = cone
    let pattern = pattern(of: cone.leaves, evaluation, facts, number)
    if let atoms = knownConclusions[pattern] { return atoms }
    let variables = UnknownVariables(cone, engine, evaluation, facts).all
    var diagram = DecisionDiagram(
      program: program, cone: cone, variables: variables, stateLimit: stateLimit)
    let found = diagram.essentialVariables(evaluation.values).flatMap { variables[$0].labels }
    let atoms = Set(found).sorted()
    if knownConclusions.count >= patternLimit { knownConclusions.removeAll(keepingCapacity: true) }
    knownConclusions[pattern] = atoms
    return atoms
  }

  /// What tells leads apart: two bits a leaf, for an unknown recurrence what it lacks, and for an
  /// unknown fact for which another may stand whether it does.
  private func pattern(
    of leaves: [Int], _ evaluation: Evaluation, _ facts: FactSet, _ number: Int
  ) -> [UInt64] {
    let program = engine.programs[evaluation.stretch]
    var words = [UInt64(number)]
    words.reserveCapacity(leaves.count / 32 + 2)
    var word: UInt64 = 0
    var shift: UInt64 = 0
    var lacking: [UInt64] = []
    for slot in leaves {
      let value = evaluation.values[slot]
      word |= UInt64(value.rawValue) << shift
      shift += 2
      if shift == 64 {
        words.append(word)
        word = 0
        shift = 0
      }
      guard value == .unknown else { continue }
      switch program.operation(of: slot) {
      case .recurs(let at, let years):
        lacking.append(Recurrence.missing(facts, at: at, years: years.number).rawValue)
      case .truth(let fact, .other): lacking.append(facts[fact] == FactSet.unknown ? 1 : 0)
      default: break
      }
    }
    words.append(word)
    return words + lacking
  }
}

/// The steps a conclusion rests on, in order.
struct Cone: Sendable {
  let target: Int
  /// Places in the program's steps.
  private(set) var steps: [Int] = []
  /// The slots of leaves among them.
  private(set) var leaves: [Int] = []
  /// The slots of what combines, and of the packs' force, on which it turns whether a conclusion has
  /// any rule: once some leaves are set, these tell all that the set ones still matter for.
  private(set) var stateSlots: [Int] = []

  init(_ program: RuleProgram, of target: Int) {
    self.target = target
    var isNeeded = [Bool](repeating: false, count: program.slotCount)
    isNeeded[target] = true
    for index in program.steps.indices.reversed() where isNeeded[program.steps[index].slot] {
      let operation = program.steps[index].operation
      let read = program.slotsRead(by: operation)
      for slot in read { isNeeded[slot] = true }
      steps.append(index)
      let slot = program.steps[index].slot
      if operation.isLeaf { leaves.append(slot) }
      if !operation.isLeaf || operation.isForce { stateSlots.append(slot) }
    }
    steps.reverse()
    leaves.reverse()
  }
}

extension RuleProgram {
  /// The slots an operation reads.
  func slotsRead(by operation: Operation) -> [Int] {
    switch operation {
    case .all(let parts), .any(let parts): Array(operands[parts])
    case .not(let part): [part]
    case .conclusion(let conclusion): [Int(conclusion.rawValue)]
    case .ground(_, let gate, let when, let exceptions): [gate, when] + Array(operands[exceptions])
    case .conclude(_, let grounds, let gates): Array(operands[grounds]) + Array(operands[gates])
    default: []
    }
  }
}
