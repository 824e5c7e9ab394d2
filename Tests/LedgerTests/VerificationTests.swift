import Testing
import Vocabulary

@testable import Ledger

@Suite struct VerificationTests {
  /// What somebody does to the tables, and what the check must name.
  struct Tampering: CustomTestStringConvertible, Sendable {
    let what: String
    let sql: [String]
    let names: [String]

    var testDescription: String { what }
  }

  static let tamperings = [
    Tampering(
      what: "a value edited", sql: ["UPDATE sourceRecord SET fine_amount = 1 WHERE id = 23"],
      names: ["第 2 次运行的来源记录 23"]),
    Tampering(
      what: "a value taken away",
      sql: ["UPDATE sourceRecord SET raw = x'' WHERE id = 5"], names: ["第 1 次运行的来源记录 5"]),
    Tampering(
      what: "a record deleted", sql: ["DELETE FROM sourceRecord WHERE id = 39"],
      names: ["第 2 次运行的表 sourceRecord", "封印 20 行，现有 19 行"]),
    Tampering(
      what: "two records exchanged",
      sql: [
        "UPDATE sourceRecord SET id = 99 WHERE id = 3",
        "UPDATE sourceRecord SET id = 3 WHERE id = 4",
        "UPDATE sourceRecord SET id = 4 WHERE id = 99",
      ], names: ["第 1 次运行的来源记录 3"]),
    Tampering(
      what: "a record edited with the seal of another",
      sql: [
        "UPDATE sourceRecord SET seal = (SELECT seal FROM sourceRecord WHERE id = 8) WHERE id = 7"
      ],
      names: ["来源记录 7", "第 1 次运行的表 sourceRecord"]),
    Tampering(
      what: "a record put with another lead",
      sql: ["UPDATE sourceRecord SET lead = 2 WHERE id = 1"], names: ["来源记录 1"]),
    Tampering(
      what: "a joining edited", sql: ["UPDATE joining SET evidence = '同名' WHERE id = 2"],
      names: ["第 1 次运行的表 joining"]),
    Tampering(
      what: "a joining added",
      sql: [
        "INSERT INTO joining SELECT 99, run, scope, earlier, later, rule, evidence, NULL, NULL, NULL, NULL, NULL FROM joining LIMIT 1"
      ],
      names: ["第 1 次运行的表 joining", "封印 8 行，现有 9 行"]),
    Tampering(
      what: "the weight of a joining edited",
      sql: ["UPDATE joining SET waterfall = replace(waterfall, '3900', '9900') WHERE id = 7"],
      names: ["第 1 次运行的表 joining"]),
    Tampering(
      what: "a refusal edited", sql: ["UPDATE refusal SET reasons = 'regions' WHERE id = 1"],
      names: ["第 1 次运行的表 refusal"]),
    Tampering(
      what: "a refusal deleted", sql: ["DELETE FROM refusal WHERE id = 4"],
      names: ["第 2 次运行的表 refusal", "封印 2 行，现有 1 行"]),
    Tampering(
      what: "a block's account edited",
      sql: ["UPDATE blocking SET partiesLeftOut = 0 WHERE run = 2"],
      names: ["第 2 次运行的表 blocking"]),
    Tampering(
      what: "the model's version edited", sql: ["UPDATE weighing SET model = 2 WHERE run = 2"],
      names: ["第 2 次运行的表 weighing"]),
    Tampering(
      what: "a lead renumbered", sql: ["UPDATE lead SET serial = 77 WHERE id = 1"],
      names: ["第 1 次运行的表 lead"]),
    Tampering(
      what: "a file's hash edited", sql: ["UPDATE sourceFile SET sha256 = '0' WHERE id = 1"],
      names: ["第 1 次运行的表 sourceFile"]),
    Tampering(
      what: "the balance of a file edited",
      sql: ["UPDATE rowExtent SET byteCount = byteCount + 1 WHERE run = 3 AND id = 0"],
      names: ["第 3 次运行的表 rowExtent"]),
    Tampering(
      what: "a row set aside hidden", sql: ["DELETE FROM asideRow WHERE run = 3 AND id = 1"],
      names: ["第 3 次运行的表 asideRow", "封印 2 行，现有 1 行"]),
    Tampering(
      what: "a reject hidden", sql: ["DELETE FROM reject WHERE run = 3 AND id = 0"],
      names: ["第 3 次运行的表 reject"]),
    Tampering(
      what: "details put back into a superseded run",
      sql: [
        "INSERT INTO review SELECT id, 1, kind, subjectLeft, subjectRight, question, evidence, 5, NULL, NULL, NULL, NULL FROM review WHERE run = 3"
      ], names: ["第 1 次运行的表 review"]),
    Tampering(
      what: "an outcome edited",
      sql: ["UPDATE dropRecord SET status = 'rejected' WHERE run = 3 AND id = 0"],
      names: ["第 3 次运行的表 dropRecord"]),
    Tampering(
      what: "a run's day edited", sql: ["UPDATE run SET asOf = asOf + 1 WHERE id = 2"],
      names: ["第 2 次运行的摘要"]),
    Tampering(
      what: "the last run deleted whole",
      sql: ["DELETE FROM run WHERE id = 3"], names: ["指向表 run 中不存在的行"]),
    Tampering(
      what: "a middle run's link edited",
      sql: ["UPDATE run SET previousDigest = '' WHERE id = 2"], names: ["第 2 次运行的摘要"]),
    Tampering(
      what: "a seal fitted to an edited table",
      sql: ["UPDATE seal SET digest = 'ab', rowCount = 1 WHERE run = 1 AND sealed = 'lead'"],
      names: ["第 1 次运行的表 lead", "第 1 次运行的摘要"]),
    Tampering(
      what: "a seal deleted with its rows",
      sql: [
        "DELETE FROM joining WHERE run = 2",
        "DELETE FROM seal WHERE sealed = 'joining' AND run = 2",
      ],
      names: ["第 2 次运行的摘要"]),
    Tampering(
      what: "a guard dropped", sql: ["CREATE TABLE extra (id INTEGER)"], names: ["触发器"]),
  ]

  @Test("what somebody changed with a shell is found and named", arguments: tamperings)
  func finds(tampering: Tampering) throws {
    let fixture = try LedgerFixture()
    try fixture.record(runs: 2)
    let again = try SampleRun(0, rows: 8)
    try fixture.open().withRun { (session) throws(Failure) in
      try session.insertRun(again.account)
      try session.insertFiles(again.files)
      try session.insertDropRecords(again.dropRecords)
      try session.insertRejects(again.rejects)
      try session.insertAside(again.aside)
      try session.insertReviews(again.reviews)
    }
    #expect(try fixture.open(.readOnly).verify().problems == [])
    try fixture.tamper(tampering.sql.joined(separator: ";"))
    let found = try fixture.open(.readOnly).verify()
    let messages = found.problems.map { $0.message(in: .zh) }.joined(separator: "\n")
    for name in tampering.names { #expect(messages.contains(name)) }
    #expect(found.problems.allSatisfy { $0.code == .ledgerDamaged })
  }

  @Test("an edited record is the only one named")
  func namesOne() throws {
    let fixture = try LedgerFixture()
    try fixture.record(runs: 3)
    try fixture.tamper("UPDATE sourceRecord SET county = 140981 WHERE id = 33")
    let found = try fixture.open().verify()
    #expect(found.problems.count == 1)
    #expect(found.problems[0].message(in: .en).contains("source record 33 of run 2"))
  }

  @Test("the same runs give the same digests in every ledger")
  func deterministic() throws {
    let (one, other) = (try LedgerFixture(), try LedgerFixture())
    try one.record(runs: 3)
    try other.record(runs: 3)
    let digests = try one.open().status().runs.map(\.digest)
    #expect(try other.open().status().runs.map(\.digest) == digests)
    #expect(Set(digests).count == 3)
    #expect(digests.allSatisfy { $0.utf8.count == 64 })
  }

  @Test("a ledger without runs is whole and has no head")
  func empty() throws {
    let fixture = try LedgerFixture()
    let found = try fixture.open().verify()
    #expect(found.isWhole)
    #expect(found.head == nil)
    #expect(found.records == 0)
  }

  @Test("the status counts what is there")
  func status() throws {
    let fixture = try LedgerFixture()
    try fixture.record(runs: 2)
    let status = try fixture.open(.readOnly).status()
    let counts = Dictionary(uniqueKeysWithValues: status.counts.map { ($0.table, $0.rows) })
    #expect(counts["sourceRecord"] == 40)
    #expect(counts["lead"] == 10)
    #expect(counts["joining"] == 16)
    #expect(counts["run"] == 2)
    #expect(status.runs[1].previousDigest == status.runs[0].digest)
    #expect(status.head == status.runs[1].digest)
    #expect(try status.bytes == fixture.bytes().count)
  }

  @Test("rows are sealed as written down: column, kind, value")
  func serialisation() {
    var row = SealedRow()
    row.put(-1)
    row.skip()
    row.put("好")
    row.put(real: -0.0)
    row.put(blob: [7])
    row.put(real: .nan)
    row.put(Int64(300))
    #expect(
      row.bytes == [
        0, 1, 1, 2, 3, 3, 0xE5, 0xA5, 0xBD, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 1, 7, 6, 1, 0xD8, 4,
      ])
    #expect(row.cells.map(\.column) == [0, 2, 3, 4, 6])
  }
}
