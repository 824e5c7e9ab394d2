import Testing
import Vocabulary

@testable import Ledger

/// A decision on records that need not be there.
func judgement(
  _ number: UInt64, _ verdict: Verdict = .same, scope: JoinScope = .lead
) throws(Failure) -> Judgement {
  guard
    let pair = RecordPair(
      scope, ContentHash(high: number, low: 1), ContentHash(high: number, low: 2))
  else { throw Failure(.fault, .fault) }
  return Judgement(
    pair: pair, verdict: verdict, person: "张三", day: Day(number: 20_000), reason: "同一排口",
    item: "R1", evidence: "e", file: "研判.csv", sha256: "s", line: Int(number))
}

@Suite struct JudgementTests {
  @Test("decisions come back as they were taken in, in their order")
  func comeBack() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let taken = try [
      judgement(1), judgement(2, .different), judgement(1, .unsure, scope: .obligor),
    ]
    try fixture.open(.existing).withRun { (session) throws(Failure) in
      try session.insertJudgements([taken[0]])
    }
    try fixture.open(.existing).withRun { (session) throws(Failure) in
      try session.insertJudgements(Array(taken.dropFirst()))
    }
    let stored = try fixture.open(.readOnly).read { (contents) throws(Failure) in
      try contents.judgements()
    }
    #expect(stored.map(\.judgement) == taken)
    #expect(stored.map(\.number) == [1, 2, 3])
    #expect(try fixture.open(.readOnly).verify().isWhole)
  }

  @Test(
    "a decision edited, taken away, exchanged or added behind the program's back is found",
    arguments: [
      "UPDATE judgement SET verdict = 'different' WHERE id = 1",
      "UPDATE judgement SET reason = reason || '。' WHERE id = 2",
      "DELETE FROM judgement WHERE id = 2", "DELETE FROM judgement",
      "UPDATE judgement SET rightContent = x'ffffffffffffffffffffffffffffffff' WHERE id = 1",
      "UPDATE replay SET judgements = 1",
    ])
  func tampered(sql: String) throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    try fixture.open(.existing).withRun { (session) throws(Failure) in
      try session.insertJudgements([judgement(1), judgement(2)])
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

  @Test("a record that was moved is of its new lead from that run on, and of its old one before")
  func moved() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let (one, two) = (try SampleRun(0, rows: 1), try SampleRun(2, rows: 1))
    let ledger = try fixture.open(.existing)
    let before = try ledger.read { (contents) throws(Failure) in
      try contents.records(of: one.leads[0])
    }
    let record = try #require(before.first)
    try ledger.withRun { (session) throws(Failure) in
      try session.insertRun(two.account)
      try session.insertLeads([two.leads[0]])
      try session.move([record], from: one.leads[0], to: two.leads[0])
    }
    try ledger.read { (contents) throws(Failure) in
      expect(try contents.records(of: one.leads[0]), Array(before.dropFirst()))
      expect(try contents.records(of: two.leads[0]), [record])
      expect(try contents.firstRecord(of: two.leads[0]), record)
      expect(try contents.firstRecord(of: one.leads[0]), record)
      for (run, owner) in [(1, one.leads[0]), (2, two.leads[0])] {
        var table = RecordTable()
        let stored = try contents.loadRecords(upTo: run, into: &table)
        let place = stored.id.firstIndex(of: record) ?? 0
        expect(stored.lead(place), owner)
      }
      expect(
        try contents.revisedLeads(of: two.account.quarter, upTo: nil),
        [one.leads[0], two.leads[0]])
    }
    #expect(try ledger.verify().isWhole)
  }
}
