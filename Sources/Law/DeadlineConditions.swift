internal import Vocabulary

/// The conditions of a chain's deadlines, compiled like those of rules.
struct DeadlineConditions: Sendable {
  private let program: RuleProgram
  /// By deadline of the chain, the slot of its condition; `nil` for one without.
  private let slots: [Int?]

  /// `slots` are places in what a run of the program sets.
  init(program: RuleProgram, slots: [Int?]) {
    self.program = program
    self.slots = slots
  }

  /// By deadline of the chain, whether its condition holds for a lead; true without one.
  func values(_ facts: FactSet) -> [Truth] {
    guard slots.contains(where: { $0 != nil }) else { return slots.map { _ in .true } }
    let values = program.run(facts)
    return slots.map { slot in slot.map { values[$0] } ?? .true }
  }
}
