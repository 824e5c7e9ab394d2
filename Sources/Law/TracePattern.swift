internal import Vocabulary

/// What tells the traces of one conclusion apart: leads of equal patterns are told the same of it.
///
/// Rows of the record table stand in it by the number that the lead gives them.
package struct TracePattern: Sendable, Hashable {
  private let stretch: Int
  private let conclusion: Conclusion
  /// Two bits for each part of the conditions.
  private var values: [UInt64] = []
  /// For each fact read its cell and the numbers of its rows, then earlier events.
  private var cells: [Int64] = []
  /// What would settle it, what values were inferred from, and departments by name.
  private var texts: [String]

  fileprivate init(_ stretch: Int, _ conclusion: Conclusion, atoms: [String]) {
    self.stretch = stretch
    self.conclusion = conclusion
    texts = atoms
  }

  fileprivate mutating func insert(_ slots: [Int], of values: [Truth]) {
    var word: UInt64 = 0
    for (place, slot) in slots.enumerated() {
      word = word << 2 | UInt64(values[slot].rawValue)
      if place % 32 == 31 {
        self.values.append(word)
        word = 0
      }
    }
    self.values.append(word)
  }

  fileprivate mutating func insert(_ fact: Fact, of facts: FactSet, number: (Int) -> Int) {
    cells.append(facts[fact])
    let rows = facts.rows(of: fact)
    cells.append(Int64(rows.count))
    for row in rows { cells.append(Int64(number(row))) }
    texts.append(facts.inference(of: fact)?.zh ?? "")
    if fact.kind == .texts { texts += facts.departments }
    guard fact.kind == .events else { return }
    for event in facts.priorEvents.prefix(FactSet.shownEvents) {
      cells.append(event.day.map { Int64($0.number) } ?? FactSet.unknown)
      cells.append(Int64(event.isIllegal.rawValue) << 2 | Int64(event.causedDamage.rawValue))
      cells.append(event.row.map { Int64(number($0)) } ?? 0)
    }
  }
}

/// Makes the patterns of one engine's traces; what each conclusion reads is found out once.
package struct TracePatterns: Sendable {
  fileprivate struct Reads {
    var slots: [Int] = []
    var facts: [Fact] = []

    mutating func insert(_ fact: Fact) {
      if !facts.contains(fact) { facts.append(fact) }
    }
  }

  private var reads: [Int: Reads] = [:]

  /// Nothing is found out before the first lead.
  package init() {}

  /// The pattern of a conclusion in a lead's trace; `atoms` are what would settle it.
  ///
  /// `number` gives a row of the record table its number in the lead; it is asked in a fixed order.
  /// Linear in the parts of the conclusion's conditions.
  package mutating func pattern(
    of conclusion: Conclusion, in trace: LeadTrace, atoms: [String], number: (Int) -> Int
  ) -> TracePattern {
    let stretch = trace.evaluation.stretch
    let key = stretch * Conclusion.allCases.count + Int(conclusion.rawValue)
    let read = reads[key] ?? TracePatterns.reads(of: conclusion, trace)
    reads[key] = read
    var pattern = TracePattern(stretch, conclusion, atoms: atoms)
    pattern.insert(read.slots, of: trace.evaluation.values)
    for fact in read.facts { pattern.insert(fact, of: trace.facts, number: number) }
    return pattern
  }

  private static func reads(of conclusion: Conclusion, _ trace: LeadTrace) -> Reads {
    let program = trace.program
    var reads = Reads(slots: [Int(conclusion.rawValue)])
    var pending: [Int] = []
    for number in trace.engine.chain.rules.indices
    where trace.engine.chain.rules[number].rule.concludes == conclusion {
      // What does not count is told by its name alone; which rules do depends on the days alone.
      switch trace.engine.standing(ofRule: number, in: trace.evaluation) {
      case .applies, .mayApply: pending.append(Conclusion.allCases.count + number)
      case .outOfForce, .displaced: break
      }
    }
    while let slot = pending.popLast() {
      reads.slots.append(slot)
      switch program.operation(of: slot) {
      case .ground(_, let gate, let when, let exceptions):
        pending += [gate, when] + program.operands[exceptions]
      case .all(let parts), .any(let parts): pending += program.operands[parts]
      case .not(let part): pending.append(part)
      case .truth(let fact, let absence):
        reads.insert(fact)
        if case .other(let other) = absence { reads.insert(other) }
      case .oneOf(let fact, _), .compare(let fact, _, _), .atLeast(let fact, _),
        .countAtLeast(let fact, _):
        reads.insert(fact)
      case .recurs(let day, _):
        reads.insert(.priorDamageEvents)
        reads.insert(day)
      case .question, .gap, .inForce, .never, .conclusion, .conclude: break
      }
    }
    return reads
  }
}
