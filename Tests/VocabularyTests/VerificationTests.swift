import Testing
import Vocabulary

@Suite("Results of checks") struct VerificationTests {
  private static let first = 20_000

  private func row(
    _ finding: VerificationFinding, day: Int = first, amount: Int64? = nil,
    decision: Verification.Decision? = nil, fedBack: Int? = nil, remark: String = "",
    person: String = "李四"
  ) -> Verification {
    Verification(
      record: ContentHash(high: 1, low: 1), finding: finding, day: Day(number: Int32(day)),
      assessment: amount.map { .init(amount: Money(fen: $0), basis: .expertAssessment) },
      decision: decision, remark: remark, fedBackOn: fedBack.map { Day(number: Int32($0)) },
      person: person, place: .init(file: "f", sha256: "s", line: 2))
  }

  @Test("the later day counts, and blank cells leave what stands while the finding is the same")
  func later() {
    let checked = row(.damage, amount: 500_000, remark: "现场")
    let decided = row(.damage, day: Self.first + 9, decision: .initiated)
    let standing = Verification.standing([checked, decided])
    #expect(standing?.assessment?.amount == Money(fen: 500_000))
    #expect(standing?.decision == .initiated && standing?.day == decided.day)
    #expect(standing?.remark.isEmpty == true)
    let other = row(.noDamage, day: Self.first + 20)
    #expect(Verification.standing([checked, decided, other]) == other)
    #expect(Verification.standing([other, decided, checked]) == other)
    let answered = row(.damage, day: Self.first + 10, fedBack: Self.first + 11)
    #expect(Verification.standing([checked, answered])?.remark == "现场")
    #expect(Verification.standing([]) == nil)
  }

  @Test("what was taken back is as if nobody had said it, and can be said again")
  func withdrawn() {
    let wrong = row(.damage, decision: .initiated)
    let back = row(.withdrawn)
    #expect(Verification.standing([wrong, back]) == nil)
    #expect(Verification.standing([wrong, back, row(.noDamage)]) == row(.noDamage))
    // A check of a later day is not what was taken back.
    let later = row(.damage, day: Self.first + 1)
    #expect(Verification.standing([later, wrong, back]) == later)
  }

  @Test("one day's rows contradict each other where both state something and state it differently")
  func contradiction() {
    let one = row(.damage, amount: 500_000)
    #expect(one.contradicts(row(.noDamage)))
    #expect(one.contradicts(row(.damage, amount: 500_001)))
    #expect(!one.contradicts(row(.damage, decision: .initiated)))
    #expect(!one.contradicts(row(.noDamage, day: Self.first + 1)))
    #expect(!one.contradicts(row(.damage, person: "王五")))
    let dropped = row(.damage, decision: .notInitiated(.fulfilled))
    #expect(dropped.contradicts(row(.damage, decision: .initiated)))
    #expect(dropped.contradicts(row(.damage, decision: .notInitiated(.judged))))
  }

  @Test("rows of any order that do not contradict each other have one standing", arguments: 0..<40)
  func order(seed: UInt64) {
    var random = SeededOrder(state: seed)
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int(random.next() % UInt64(values.count))]
    }
    var rows: [Verification] = []
    for offset in 0..<6 {
      rows.append(
        row(
          pick([.damage, .damage, .noDamage, .open]), day: Self.first + offset,
          amount: pick([nil, nil, 100, 200]),
          decision: pick([nil, .initiated, .notInitiated(.fulfilled)]),
          fedBack: pick([nil, Self.first]), remark: pick(["", "甲", "乙"])))
    }
    let expected = Verification.standing(rows)
    for _ in 0..<20 {
      rows.shuffle(using: &random)
      #expect(Verification.standing(rows) == expected)
    }
    // What stands says nothing beyond itself, so that a register that was filled with it is known.
    if let expected { #expect(Verification.standing(rows + [expected]) == expected) }
    #expect(expected.map { $0.covers($0) } ?? true)
  }
}

/// SplitMix64.
private struct SeededOrder: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
