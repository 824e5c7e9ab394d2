import Testing

@testable import Law
import Vocabulary

@Suite("The law of the day of occurrence")
struct OccurrenceLawTests {
  private let engine: RuleEngine

  init() throws { engine = RuleEngine(try RuleLibrary(), pack: "shanxi-2025") }

  private func facts(_ occurrence: String?) -> FactSet {
    var facts = FactSet()
    facts.set(.occurrenceDate, occurrence.map { Day($0) })
    facts.set(.damageConfirmed, true)
    facts.set(.damageAmountDetermined, Money(yuan: "1200"))
    facts.insert(.damageAmountBasis, choice: 0)
    return facts
  }

  @Test("is compared conclusion by conclusion with that of the day of decision")
  func shifts() {
    let facts = facts("2025-03-01")
    let day = Day("2025-10-15")
    let decided = engine.evaluate(facts, asOf: day)
    let occurred = engine.evaluate(facts, asOf: Day("2025-03-01"))
    let shifts = engine.shiftsByOccurrence(of: decided, facts)
    #expect(decided.isVersionSensitive == .true)
    #expect(shifts.contains { $0.conclusion == .minorByAmount && $0.value.before == .true })
    for conclusion in Conclusion.allCases {
      let shift = shifts.first { $0.conclusion == conclusion }?.value
      let isSame = decided[conclusion] == occurred[conclusion]
      #expect((shift == nil) == isSame)
      if let shift {
        #expect(shift == Shift(before: decided[conclusion], after: occurred[conclusion]))
      }
    }
  }

  @Test("makes no difference where it is the same law, or the day is unknown")
  func noShifts() {
    for (occurrence, isSensitive) in [("2025-09-01", Truth.false), (nil, .unknown)] {
      let facts = facts(occurrence)
      let decided = engine.evaluate(facts, asOf: Day("2025-10-15"))
      #expect(decided.isVersionSensitive == isSensitive)
      #expect(engine.shiftsByOccurrence(of: decided, facts).isEmpty)
    }
  }
}
