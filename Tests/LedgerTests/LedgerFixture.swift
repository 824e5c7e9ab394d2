import Files
import Foundation
import GRDB
import Ledger
import Testing
import Vocabulary

/// A folder of its own for one test, with a ledger's path in it; removed with the test.
final class LedgerFixture: Sendable {
  let folder: String
  var path: String { folder + "/ledger.sqlite" }

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("ledger-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { StagedFolder.remove(folder) }

  func open(_ mode: Ledger.Mode = .create, waitSeconds: Int = 0) throws -> Ledger {
    try Ledger.open(path: path, shown: "ledger.sqlite", mode: mode, waitSeconds: waitSeconds)
  }

  /// A ledger with `runs` recorded runs, one a quarter, closed again.
  func record(runs: Int = 1, rows: Int = 20) throws {
    let ledger = try open()
    for number in 0..<runs { try ledger.record(SampleRun(number, rows: rows)) }
  }

  func bytes(_ name: String = "ledger.sqlite") throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
  }

  func write(_ bytes: [UInt8], _ name: String = "ledger.sqlite") throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  func permissions(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
    return attributes[.posixPermissions] as? Int ?? -1
  }

  /// Does with the ledger's file what somebody with an SQLite shell could do.
  func tamper(_ sql: String...) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      let triggers = try String.fetchAll(
        database, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
      let names = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      for name in names { try database.execute(sql: "DROP TRIGGER \(name)") }
      for statement in sql { try database.execute(sql: statement) }
      for trigger in triggers { try database.execute(sql: trigger) }
    }
    try queue.close()
  }
}

/// Numbers that look random and are the same every time (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

/// A run with invented records: every field filled in some of them, empty in others.
struct SampleRun {
  let quarter: Quarter
  var table = RecordTable()
  let files: [IntakeAccount]
  let leads: [LeadID]
  let obligors: [ObligorID]
  let rows: [Int]
  var rowLeads: [LeadID?] = []
  var rowObligors: [ObligorID?] = []

  /// Run number `number` counts from 0 and is of the quarter that many after 2026Q1.
  init(_ number: Int, rows count: Int, quarter: Quarter? = nil) throws {
    let base = try #require(Day(year: 2026, month: 2, day: 1))
    let quarter = quarter ?? Quarter(containing: base.adding(months: number * 3))
    self.quarter = quarter
    let division = try #require(DivisionCode("140900"))
    files = [SourceKind.penalty, .history].map { kind in
      IntakeAccount(
        path: "Inputs/\(quarter)/\(number)-\(kind.name).csv",
        sha256: SHA256Digest.hex(of: Array("\(number)\(kind)".utf8)), bytes: 4096 + number,
        encoding: "GB18030", delimiter: ",", lineEnding: "CRLF", profile: "双公示",
        kind: kind, isHistory: kind == .history, records: count, opened: 1, merged: 2, repeats: 3,
        rejected: 4, flagged: 5, withdrawn: 6, columns: ["行政相对人名称=party_name", "a\n\"=b"],
        unmapped: ["备注;二"], repaired: kind == .penalty ? 2 : 0, balance: SampleRun.balance(count),
        reasons: kind == .penalty ? ["有 BOM", "逗号最齐"] : [])
    }
    leads = (1...5).map { LeadID(jurisdiction: division, quarter: quarter, serial: $0) }
    obligors = (1...3).map { ObligorID(jurisdiction: division, serial: number * 3 + $0) }
    rows = Array(0..<count)
    var numbers = SeededNumbers(state: UInt64(number) + 1)
    for row in 0..<count {
      appendRecord(row, number, &numbers)
      rowLeads.append(row % 4 == 3 ? nil : leads[row % leads.count])
      rowObligors.append(row % 5 == 4 ? nil : obligors[row % obligors.count])
    }
  }

  var account: RunAccount {
    RunAccount(
      quarter: quarter, asOf: quarter.lastDay, identity: "身份\(quarter)", programVersion: "1.0",
      configurationHash: "c0ffee", packLock: "[\"shanxi-2025\"]", layerLock: "[]",
      counts: RunCounts(
        files: 2, records: rows.count, opened: 3, merged: 4, repeats: 5, rejected: 6, leads: 5,
        obligors: 3, carriedOver: 7))
  }

  /// The row as it would have stood in the file, bytes that are no UTF-8 included.
  func raw(_ row: Int) -> [UInt8] {
    Array("\(quarter),\(row),".utf8) + [0xB9, 0xAB, 0x00, 0xFF, 0x22]
  }

  var dropRecords: [RecordAccount] {
    rows.map { row in
      let isRejected = row % 7 == 6
      return RecordAccount(
        file: Int32(row % 2), record: Int32(row + 1), line: Int32(row + 2),
        status: isRejected ? .rejected : row % 3 == 0 ? .opened : .merged,
        sourceRecord: isRejected ? nil : Int64(row + 1),
        reasons: isRejected ? [.unreadableDate, .wrongFieldCount] : [])
    }
  }

  private static func balance(_ records: Int) -> RowBalance {
    var balance = RowBalance()
    balance.add(.header, lines: 1, bytes: 40)
    for _ in 0..<records { balance.add(.record, lines: 2, bytes: 100) }
    balance.add(.total, lines: 1, bytes: 12)
    return balance
  }

  var aside: [AsideRow] {
    [
      AsideRow(file: 0, kind: .total, line: 9, text: "合计,\"1\"\n2"),
      AsideRow(file: 1, kind: .caption, line: 1, text: ""),
    ]
  }

  var rejects: [RejectedRecord] {
    [
      RejectedRecord(
        file: 1,
        problem: Problem(
          .unreadableDate, file: files[1].path, record: 7, line: 8, column: "处罚日期", value: "2月30日",
          detail: Wording(zh: "没有这一天", en: "no such day")),
        raw: "某厂,2月30日", verbatim: [0xC4, 0xB3, 0x00, 0x2C]),
      RejectedRecord(file: 0, problem: Problem(.strayQuote), raw: "", verbatim: []),
    ]
  }

  var reviews: [ReviewItem] {
    [
      ReviewItem(
        kind: .codeNameConflict, left: "甲厂", right: "乙厂", question: "是否同一主体？",
        evidence: "代码相同", stake: Money(fen: 123_456)),
      ReviewItem(
        kind: .placeConflict, left: "", right: "", question: "？", evidence: "", stake: nil),
    ]
  }

  var assessments: [Assessment] {
    [
      Assessment(
        lead: leads[0], disposition: .initiate, conclusions: "major=T;minor=F",
        missingFacts: "damage_amount", verificationDue: quarter.lastDay, overdueDays: 0,
        feedbackDue: quarter.firstDay),
      Assessment(lead: leads[3], disposition: .review, conclusions: "", missingFacts: ""),
    ]
  }

  var waterfall: Waterfall {
    Waterfall(
      model: 1, bar: 6000, pieces: [.init("name", "homophone", 3900), .init("county", "equal", -7)])
  }

  /// Joinings by weight; the second has nobody behind it.
  func weighed(_ ids: Range<Int64>) -> [Joining] {
    [nil, SecondBest(ids.lowerBound + 1, weight: -250)].map { second in
      Joining(
        scope: .obligor, earlier: ids.lowerBound, later: ids.lowerBound + 2, rule: .weighedEvidence,
        evidence: "甲厂 / 乙厂", weight: 3893, waterfall: waterfall, second: second)
    }
  }

  func refusals(_ ids: Range<Int64>) -> [Refusal<Int64>] {
    [
      Refusal(
        scope: .obligor, left: ids.lowerBound, right: ids.lowerBound + 1,
        reasons: [.numerals, .branches], waterfall: waterfall,
        second: SecondBest(ids.lowerBound + 2, weight: 12)),
      Refusal(
        scope: .lead, left: ids.lowerBound + 1, right: ids.lowerBound, reasons: [.judged],
        waterfall: nil, second: nil),
    ]
  }

  var matchingAccount: MatchingAccount {
    var blocks = BlockReport()
    blocks.weighed = 77
    blocks.count(.address) {
      $0.blocks = 5
      $0.overflowing = 1
      $0.partiesLeftOut = 60
    }
    return MatchingAccount(
      model: 1, join: 6000, review: 3000, margin: -3, blocks: blocks,
      masked: [
        MaskedCodes(
          .organisation, obligors: rows.count, contested: 6, masked: 5, found: 3, wrong: 1, asked: 1
        ),
        MaskedCodes(.person),
      ])
  }

  private mutating func appendRecord(
    _ row: Int, _ number: Int, _ numbers: inout SeededNumbers
  ) {
    let file = table.fileNumber(of: files[row % 2].path)
    table.append(
      file: file, record: row + 1, line: row + 2, source: files[row % 2].kind,
      content: SHA256Digest.contentHash(of: Array("\(number)#\(row)".utf8)))
    for field in TextField.allCases where Bool.random(using: &numbers) {
      table.set(field, row, table.texts.intern("\(field.name)值\(numbers.next() % 9)\u{1F3ED}"))
    }
    for field in DayField.allCases where Bool.random(using: &numbers) {
      table.set(field, row, Day(number: Int32.random(in: -9000...20_000, using: &numbers)))
    }
    for field in AmountField.allCases where Bool.random(using: &numbers) {
      table.set(field, row, Money(fen: Int64.random(in: -5...(.max), using: &numbers)))
    }
    for field in TruthField.allCases where Bool.random(using: &numbers) {
      table.set(field, row, Truth(Bool.random(using: &numbers)))
    }
    for field in ChoiceField.allCases where Bool.random(using: &numbers) {
      table.set(field, row, UInt8.random(in: 0...3, using: &numbers))
    }
    if Bool.random(using: &numbers), let county = DivisionCode(number: 140_900 + row % 30) {
      table.setDivision(row, county)
    }
    if Bool.random(using: &numbers) {
      table.setPoint(
        row,
        Point(
          longitude: Double.random(in: 110...114, using: &numbers), latitude: 38,
          uncertainty: PointUncertainty(
            rounding: Double.random(in: 0...800, using: &numbers), device: 10.1, epoch: 1,
            conversion: row % 3 == 0 ? 15.3 : 0, grid: row % 4 == 0 ? 130 : 0),
          frame: PointFrame.allCases[row % PointFrame.allCases.count]))
    }
    if Bool.random(using: &numbers) { table.setMedia(row, MediumSet(.water, .other)) }
    if Bool.random(using: &numbers) { table.add(row, channel: .protectedPlace) }
  }
}

extension Ledger {
  /// Records a sample run whole and returns its digest.
  @discardableResult
  func record(_ run: SampleRun) throws -> String? {
    try withRun { (session) throws(Failure) in
      try session.insertWhole(run)
      return try session.finish()
    }
  }
}

extension LedgerSession {
  mutating func insertWhole(_ run: SampleRun) throws(Failure) {
    try insertRun(run.account)
    try insertLeads(run.leads)
    try insertObligors(run.obligors)
    let ids = try insertRecords(
      run.rows, of: run.table, files: run.files, leads: run.rowLeads, obligors: run.rowObligors,
      raw: run.raw)
    try insertJoinings(
      ids.dropFirst().prefix(6).map { id in
        Joining(
          scope: id % 2 == 0 ? .lead : .obligor, earlier: ids.lowerBound, later: id,
          rule: .creditCode, evidence: "统一社会信用代码 \(id)")
      } + run.weighed(ids))
    try insertRefusals(run.refusals(ids))
    try insertMatchingAccount(run.matchingAccount)
    try insertFiles(run.files)
    try insertDropRecords(run.dropRecords)
    try insertRejects(run.rejects)
    try insertAside(run.aside)
    try insertReviews(run.reviews)
    try insertAssessments(run.assessments)
  }
}

/// The codes of a failure that `body` ends with; `nil` when it ends well.
func codes(_ body: () throws -> Void) -> [ProblemCode]? {
  do {
    try body()
    return nil
  } catch let failure as Failure {
    return failure.problems.map(\.code)
  } catch {
    Issue.record("an error that is no failure: \(error)")
    return nil
  }
}

/// Expects a value that is read from what a macro cannot capture.
func expect<T: Equatable>(
  _ found: T, _ wanted: T, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found == wanted, sourceLocation: sourceLocation)
}
