internal import Vocabulary

/// A reduced, ordered decision diagram of a conclusion over its unknown variables.
///
/// A variable whose outcomes all lead to the same place is left out of a reduced diagram, so the
/// conclusion depends on exactly the variables that are in it: this is exact for any number of
/// unknowns. Branches end as soon as the packs' force is settled, on which it turns whether there is a
/// rule at all, and strong Kleene evaluation gives a definite value.
///
/// What is left to decide after the first variables is told by the steps that combine, and by the
/// packs' force (`Cone.stateSlots`): states that agree in these are one. A condition can still be
/// written so that no order of its variables keeps them few, so their number has a limit.
struct DecisionDiagram {
  /// The number of states beyond which nothing exact is said: some tens of megabytes.
  static let stateLimit = 1 << 16

  private let program: RuleProgram
  private let cone: Cone
  private let variables: [UnknownVariable]
  /// By variable and children.
  private var nodes: [Node: Int] = [:]
  private var content: [Node] = []
  private let forceCount: Int
  private let stateLimit: Int
  /// By the values that carry what is left after the first variables were set.
  private var seen: [State: Int] = [:]

  private struct Node: Hashable {
    let variable: Int
    let children: [Int]
  }

  private struct State: Hashable {
    let depth: Int
    let values: [Truth]
  }

  /// The variables in the order in which they are to be set, those of packs' force first.
  init(
    program: RuleProgram, cone: Cone, variables: [UnknownVariable],
    stateLimit: Int = DecisionDiagram.stateLimit
  ) {
    self.program = program
    self.cone = cone
    self.variables = variables
    forceCount = variables.prefix(while: \.isForce).count
    self.stateLimit = stateLimit
  }

  /// The variables the conclusion depends on, as numbers in `variables`, ascending.
  ///
  /// Beyond the limit of states all variables, of which some may not decide anything.
  mutating func essentialVariables(_ values: [Truth]) -> [Int] {
    guard let root = node(depth: 0, values) else { return Array(variables.indices) }
    var found: Set<Int> = []
    var open = [root]
    var visited: Set<Int> = []
    while let next = open.popLast() {
      guard next >= DecisionDiagram.ends, visited.insert(next).inserted else { continue }
      let node = content[next - DecisionDiagram.ends]
      found.insert(node.variable)
      open += node.children
    }
    return found.sorted()
  }

  /// Numbers below this are the ends: one for each truth.
  private static let ends = Truth.allCases.count

  /// `nil` once there are more states than the limit.
  private mutating func node(depth: Int, _ values: [Truth]) -> Int? {
    let value = values[cone.target]
    let isSettled = depth >= forceCount && (value == .true || value == .false)
    if isSettled || depth == variables.count { return Int(value.rawValue) }
    let state = State(depth: depth, values: cone.stateSlots.map { values[$0] })
    if let made = seen[state] { return made }
    var children: [Int] = []
    for outcome in variables[depth].outcomes {
      guard let child = node(depth: depth + 1, settling(depth, outcome, values)) else { return nil }
      children.append(child)
    }
    let result: Int
    if let first = children.first, children.allSatisfy({ $0 == first }) {
      result = first
    } else {
      result = number(of: Node(variable: depth, children: children))
    }
    seen[state] = result
    return seen.count > stateLimit ? nil : result
  }

  private mutating func number(of node: Node) -> Int {
    if let made = nodes[node] { return made }
    let number = DecisionDiagram.ends + content.count
    content.append(node)
    nodes[node] = number
    return number
  }

  /// The slots of the cone once a variable has turned out so.
  private func settling(_ variable: Int, _ outcome: [Truth], _ values: [Truth]) -> [Truth] {
    var values = values
    for (leaf, value) in zip(variables[variable].leaves, outcome) { values[leaf] = value }
    for index in cone.steps {
      let step = program.steps[index]
      guard !step.operation.isLeaf else { continue }
      values[step.slot] = program.combined(step.operation, values.span)
    }
    return values
  }
}
