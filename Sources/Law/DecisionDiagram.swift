internal import Vocabulary

/// A reduced, ordered decision diagram of a conclusion over its unknown variables.
///
/// A variable whose outcomes all lead to the same place is left out of a reduced diagram, so the
/// conclusion depends on exactly the variables that are in it: this is exact for any number of
/// unknowns. Branches end as soon as strong Kleene evaluation gives a definite value.
struct DecisionDiagram {
  private let program: RuleProgram
  private let cone: Cone
  private let variables: [UnknownVariable]
  /// By variable and children.
  private var nodes: [Node: Int] = [:]
  private var content: [Node] = []
  /// By the values of the cone after the first variables were set.
  private var seen: [State: Int] = [:]

  private struct Node: Hashable {
    let variable: Int
    let children: [Int]
  }

  private struct State: Hashable {
    let depth: Int
    let values: [Truth]
  }

  init(program: RuleProgram, cone: Cone, variables: [UnknownVariable]) {
    self.program = program
    self.cone = cone
    self.variables = variables
  }

  /// The variables the conclusion depends on, as numbers in `variables`, ascending.
  mutating func essentialVariables(_ values: [Truth]) -> [Int] {
    let root = node(depth: 0, values)
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

  private mutating func node(depth: Int, _ values: [Truth]) -> Int {
    let value = values[cone.target]
    if value == .true || value == .false || depth == variables.count { return Int(value.rawValue) }
    let state = State(depth: depth, values: cone.steps.map { values[program.steps[$0].slot] })
    if let made = seen[state] { return made }
    let children = variables[depth].outcomes.map { outcome in
      node(depth: depth + 1, settling(depth, outcome, values))
    }
    let result: Int
    if let first = children.first, children.allSatisfy({ $0 == first }) {
      result = first
    } else {
      result = number(of: Node(variable: depth, children: children))
    }
    seen[state] = result
    return result
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
