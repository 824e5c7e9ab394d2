import Testing
import Vocabulary

@testable import Ledger

/// The result of a check of a record that need not be there.
func verification(
  _ number: UInt64, _ finding: VerificationFinding = .damage
) -> Verification {
  Verification(
    record: ContentHash(high: number, low: 7), finding: finding, day: Day(number: 20_000),
    assessment: .init(amount: Money(fen: 123_456), basis: .expertAssessment),
    restoration: RestorationRoute.none, decision: .notInitiated(.other), remark: "另案处理",
    fedBackOn: Day(number: 20_005), person: "李四",
    place: .init(file: "ledger.xlsx", sha256: "s", sheet: "线索台账", line: Int(number)))
}

@Suite struct VerificationEntryTests {
  @Test("results of checks come back as they were taken in, blanks as blanks")
  func comeBack() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let bare = Verification(
      record: ContentHash(high: 1, low: 2), finding: .open, day: Day(number: -1), person: "王五",
      place: .init(file: "核查.csv", sha256: "t", line: 2))
    var initiated = verification(3)
    initiated.decision = .initiated
    let taken = [verification(1), bare, initiated]
    for one in taken {
      try fixture.open(.existing).withRun { (session) throws(Failure) in
        try session.insertVerifications([one])
      }
    }
    let stored = try fixture.open(.readOnly).read { (contents) throws(Failure) in
      try contents.verifications()
    }
    #expect(stored.map(\.verification) == taken)
    #expect(stored.map(\.number) == [1, 2, 3])
    #expect(try fixture.open(.readOnly).verify().isWhole)
  }

  @Test("a run seals how many it knew, and those after it are no part of it")
  func known() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let ledger = try fixture.open(.existing)
    try ledger.withRun { (session) throws(Failure) in
      try session.insertVerifications([verification(1), verification(2)])
    }
    let second = try SampleRun(2, rows: 1)
    try ledger.withRun { (session) throws(Failure) in
      try session.insertRun(second.account)
      try session.insertReplay()
    }
    try ledger.withRun { (session) throws(Failure) in
      try session.insertVerifications([verification(3)])
    }
    try ledger.read { (contents) throws(Failure) in
      expect(try contents.verificationsKnown(by: 1), 0)
      expect(try contents.verificationsKnown(by: 2), 2)
      expect(try contents.verificationsKnown(by: nil), 2)
      expect(try contents.verificationHead().count, 3)
      let own = second.account.quarter
      expect(try contents.verificationsKnown(outside: own, upTo: nil), 0)
      expect(try contents.verificationsKnown(outside: own.previous, upTo: nil), 2)
      expect(try contents.verificationsKnown(outside: own.previous, upTo: 1), 0)
    }
    #expect(try ledger.verify().isWhole)
  }

  @Test(
    "a result edited, taken away, exchanged or added behind the program's back is found",
    arguments: [
      "UPDATE verification SET finding = 'no_damage' WHERE id = 1",
      "UPDATE verification SET amount = amount + 1 WHERE id = 2",
      "UPDATE verification SET reason = 'N07' WHERE id = 2",
      "UPDATE verification SET fedBackOn = NULL WHERE id = 1",
      "UPDATE verification SET person = person || '。' WHERE id = 2",
      "DELETE FROM verification WHERE id = 2", "DELETE FROM verification",
      "UPDATE replay SET verifications = 1", "UPDATE replay SET verifications = NULL",
    ])
  func tampered(sql: String) throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    try fixture.open(.existing).withRun { (session) throws(Failure) in
      try session.insertVerifications([verification(1), verification(2)])
    }
    let second = try SampleRun(2, rows: 1)
    try fixture.open(.existing).withRun { (session) throws(Failure) in
      try session.insertRun(second.account)
      try session.insertReplay()
    }
    #expect(try fixture.open(.readOnly).verify().isWhole)
    try fixture.tamper(sql)
    #expect(try !fixture.open(.readOnly).verify().isWhole)
  }
}
