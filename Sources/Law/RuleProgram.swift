internal import Vocabulary

/// The rules of a chain compiled for days between which nothing in the law changes.
///
/// A list of steps, each of which sets one slot from slots set before. Slots 0 to 20 are the
/// conclusions in catalogue order, then come the rules in chain order, then the parts of conditions;
/// what the slots hold after a run is the whole trace.
struct RuleProgram: Sendable {
  /// One operation; leaves read facts or say what the law leaves open, the others read slots.
  enum Operation: Sendable, Hashable {
    case truth(Fact, absent: Absence)
    case oneOf(Fact, bits: Int64)
    case compare(Fact, Expression.Comparison, limit: Limit)
    case atLeast(Fact, Int64)
    case countAtLeast(Fact, Int64)
    case recurs(at: Fact, years: Limit)
    case question(Int)
    /// What a repealed text that is not at hand may have provided: false once the question is answered
    /// with "nothing further", and unknown whatever else is answered, for nobody has the text.
    case gap(Int)
    case inForce(Int)
    case never
    case all(Range<Int>)
    case any(Range<Int>)
    case not(Int)
    /// Another conclusion; one without any rule counts as unknown here.
    case conclusion(Conclusion)
    case ground(rule: Int, gate: Int, when: Int, unless: Range<Int>)
    case conclude(Conclusion, grounds: Range<Int>, gates: Range<Int>)
  }

  /// What the absence of a fact of yes or no is read as.
  enum Absence: Sendable, Hashable {
    case unknown, isFalse
    case other(Fact)
  }

  /// A parameter as it stands in these days: its number, or `nil` if neither the law's chain nor the
  /// reading gives one.
  struct Limit: Sendable, Hashable {
    let parameter: Int
    let number: Int64?
    /// Whether the number itself lies on the lower side: 以下 and 超过 put it there, 不满 and 以上 not.
    let isNumberBelow: Bool
  }

  /// Where a limit's number comes from, for the trace.
  struct LimitSource: Sendable {
    let pack: Int
    let value: Parameter.Value
  }

  struct Step: Sendable {
    let slot: Int
    let operation: Operation
  }

  /// In an order in which every slot is set before it is read.
  var steps: [Step] = []
  /// The slots that connectives, grounds and conclusions read; they hold ranges of this list.
  var operands: [Int] = []
  var slotCount: Int
  /// By parameter; `nil` where no pack gives a number in these days.
  var limitSources: [LimitSource?]
  /// The place in `steps` of the step that sets each slot.
  private(set) var stepOfSlot: [Int] = []
  /// The slots of all leaves, in the order of the steps.
  private(set) var leaves: [Int] = []
  /// Whether each pack is in force, and how each question is read, in these days.
  let inForce: [Truth]
  let readings: [Truth]

  init(slotCount: Int, parameterCount: Int, inForce: [Truth], readings: [Truth]) {
    self.slotCount = slotCount
    limitSources = Array(repeating: nil, count: parameterCount)
    self.inForce = inForce
    self.readings = readings
  }

  /// To be called when all steps are there.
  mutating func finish() {
    stepOfSlot = Array(repeating: 0, count: slotCount)
    for (index, step) in steps.enumerated() { stepOfSlot[step.slot] = index }
    leaves = steps.filter(\.operation.isLeaf).map(\.slot)
  }

  /// The operation that sets `slot`.
  func operation(of slot: Int) -> Operation { steps[stepOfSlot[slot]].operation }

  /// The truth of every slot for a lead.
  func run(_ facts: FactSet) -> [Truth] {
    var values = [Truth](repeating: .unknown, count: slotCount)
    var slots = values.mutableSpan
    for index in steps.indices {
      let operation = steps[index].operation
      slots[steps[index].slot] =
        operation.isLeaf
        ? leaf(operation, facts) : combined(operation, slots.span)
    }
    return values
  }

  /// What a step that reads facts, or what the law leaves open, sets.
  private func leaf(_ operation: Operation, _ facts: FactSet) -> Truth {
    switch operation {
    case .truth(let fact, let absence):
      guard facts[fact] == FactSet.unknown else { return facts.truth(fact) }
      switch absence {
      case .unknown: return .unknown
      case .isFalse: return .false
      case .other(let fact): return facts.truth(fact)
      }
    case .recurs(let at, let years):
      return Recurrence.value(facts, at: at, years: years.number)
    case .question(let question): return readings[question]
    case .gap(let question): return readings[question] == .false ? .false : .unknown
    case .inForce(let pack): return inForce[pack]
    case .oneOf(let fact, _), .compare(let fact, _, _), .atLeast(let fact, _),
      .countAtLeast(let fact, _):
      let cell = facts[fact]
      return cell <= FactSet.undetermined ? .unknown : operation.holds(cell)
    case .never, .all, .any, .not, .conclusion, .ground, .conclude: return .false
    }
  }

  /// What a step that reads only slots sets.
  func combined(_ operation: Operation, _ values: Span<Truth>) -> Truth {
    switch operation {
    case .all(let parts):
      var result = Truth.true
      for index in parts { result = result && values[operands[index]] }
      return result
    case .any(let parts): return disjunction(parts, values)
    case .not(let part): return !values[part]
    case .conclusion(let conclusion):
      let value = values[Int(conclusion.rawValue)]
      return value == .noRule ? .unknown : value
    case .ground(_, let gate, let when, let exceptions):
      return values[gate] && values[when] && !disjunction(exceptions, values)
    case .conclude(_, let grounds, let gates):
      for index in gates where values[operands[index]] != .false {
        return disjunction(grounds, values)
      }
      return .noRule
    default: return .unknown
    }
  }

  private func disjunction(_ parts: Range<Int>, _ values: Span<Truth>) -> Truth {
    var result = Truth.false
    for index in parts { result = result || values[operands[index]] }
    return result
  }
}

extension RuleProgram.Operation {
  /// Whether it reads no slot.
  var isLeaf: Bool {
    switch self {
    case .all, .any, .not, .conclusion, .ground, .conclude: false
    default: true
    }
  }

  /// Whether it says if a pack is in force.
  var isForce: Bool {
    if case .inForce = self { true } else { false }
  }

  /// Whether a known value of the fact it reads satisfies it; unknown for what reads no one fact.
  func holds(_ cell: Int64) -> Truth {
    switch self {
    case .truth: Truth(cell == 1)
    case .oneOf(_, let bits): Truth(cell & bits != 0)
    case .compare(_, let comparison, let limit): limit.holds(comparison, cell)
    case .atLeast(_, let least), .countAtLeast(_, let least): Truth(cell >= least)
    default: .unknown
    }
  }
}

extension RuleProgram.Limit {
  /// Whether an amount stands so to the limit; unknown without a number.
  func holds(_ comparison: Expression.Comparison, _ cell: Int64) -> Truth {
    guard let number else { return .unknown }
    let isBelow = isNumberBelow ? cell <= number : cell < number
    return Truth(isBelow == (comparison == .atMost))
  }
}
