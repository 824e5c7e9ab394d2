import Testing
import Vocabulary

@testable import Ledger

/// A package of 2026Q3 that need not be there.
func submission(_ revision: Int, audience: String = "internal") throws -> StoredSubmission {
  StoredSubmission(
    submitter: try #require(DivisionCode(number: 140900)), quarter: try #require(Quarter("2026Q3")),
    audience: audience, revision: revision, kind: revision == 1 ? "original" : "revision",
    reason: revision == 1 ? nil : "补报", asOf: Day(number: 20_741), key: "k\(revision)",
    sha256: "z\(revision)")
}

/// An answer to a package, with something to correct or nothing.
func receipt(of submission: Int64, corrections: [UInt8]? = nil) -> StoredReceipt {
  StoredReceipt(
    submission: submission, number: "SX-1", status: "accepted", receivedAt: "2026-10-10T09:12:00Z",
    sha256: "r\(submission)", content: [1, 2, 0, 3], toCorrect: corrections == nil ? 0 : 2,
    corrections: corrections)
}

@Suite struct SubmissionEntryTests {
  /// A ledger with two packages and the answer to the first, and a run that knew them.
  private func sent() throws -> LedgerFixture {
    let fixture = try LedgerFixture()
    try fixture.record()
    let both = [try submission(1), try submission(2)]
    try fixture.open(.existing).withRun { (session) throws(Failure) in
      try session.insertSubmissions(both)
      try session.insertReceipt(receipt(of: 1, corrections: [9]))
    }
    let second = try SampleRun(2, rows: 1)
    try fixture.open(.existing).withRun { (session) throws(Failure) in
      try session.insertRun(second.account)
      try session.insertReplay()
    }
    return fixture
  }

  @Test("packages and answers come back as they were recorded")
  func comeBack() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let made = [try submission(1), try submission(1, audience: "share"), try submission(2)]
    let answers = [receipt(of: 1, corrections: [0xEF, 0xBB, 0xBF]), receipt(of: 3)]
    for one in made {
      try fixture.open(.existing).withRun { (session) throws(Failure) in
        try session.insertSubmissions([one])
      }
    }
    for one in answers {
      try fixture.open(.existing).withRun { (session) throws(Failure) in
        try session.insertReceipt(one)
      }
    }
    let ledger = try fixture.open(.readOnly)
    #expect(try ledger.read { (contents) throws(Failure) in try contents.submissions() } == made)
    #expect(try ledger.read { (contents) throws(Failure) in try contents.receipts() } == answers)
    #expect(try ledger.verify().isWhole)
  }

  @Test("a revision is recorded once, an answer once for its package")
  func once() throws {
    let fixture = try sent()
    let (again, answer) = (try submission(2), receipt(of: 1))
    #expect(
      codes {
        try fixture.open(.existing).withRun { (session) throws(Failure) in
          try session.insertSubmissions([again])
        }
      } == [.fault])
    #expect(
      codes {
        try fixture.open(.existing).withRun { (session) throws(Failure) in
          try session.insertReceipt(answer)
        }
      } == [.fault])
    #expect(try fixture.open(.readOnly).verify().isWhole)
  }

  @Test(
    "a package or an answer edited, taken away or added behind the program's back is found",
    arguments: [
      "UPDATE submission SET sha256 = 'z9' WHERE id = 1",
      "UPDATE submission SET asOf = asOf - 1 WHERE id = 2", "DELETE FROM submission WHERE id = 2",
      "UPDATE receipt SET status = 'rejected'", "UPDATE receipt SET corrections = x'00'",
      "DELETE FROM receipt", "UPDATE replay SET submissions = 1",
      "UPDATE replay SET receipts = NULL, receiptDigest = NULL",
    ])
  func tampered(sql: String) throws {
    let fixture = try sent()
    #expect(try fixture.open(.readOnly).verify().isWhole)
    try fixture.tamper(sql)
    #expect(try !fixture.open(.readOnly).verify().isWhole)
  }
}
