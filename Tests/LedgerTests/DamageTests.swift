import Files
import Foundation
import GRDB

import Testing
import Vocabulary

@testable import Ledger

@Suite struct DamageTests {
  /// What can lie where the ledger was.
  enum Damage: CaseIterable {
    case empty, garbage, shortGarbage, foreign, headerWiped, truncatedToAPage, truncatedMidPage
    case strayLog, folder
  }

  @Test("what is no whole ledger is refused and left as it is", arguments: Damage.allCases)
  func refused(damage: Damage) throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    var bytes = try fixture.bytes()
    let expected: ProblemCode
    switch damage {
    case .empty:
      bytes = []
      expected = .notALedger
    case .garbage:
      var numbers = SeededNumbers(state: 7)
      bytes = bytes.map { _ in UInt8.random(in: 0...255, using: &numbers) }
      expected = .notALedger
    case .shortGarbage:
      bytes = Array("工作台账".utf8)
      expected = .notALedger
    case .foreign:
      StagedFolder.remove(fixture.path)
      let queue = try DatabaseQueue(path: fixture.path)
      try queue.write { try $0.execute(sql: "CREATE TABLE lead (id INTEGER PRIMARY KEY)") }
      try queue.close()
      bytes = try fixture.bytes()
      expected = .notALedger
    case .headerWiped:
      for index in 0..<100 { bytes[index] = 0 }
      expected = .notALedger
    case .truncatedToAPage:
      bytes.removeLast(bytes.count - 4096)
      expected = .ledgerDamaged
    case .truncatedMidPage:
      bytes.removeLast(bytes.count / 2 + 11)
      expected = .ledgerDamaged
    case .strayLog:
      try fixture.write([1, 2, 3], "ledger.sqlite-wal")
      expected = .ledgerDamaged
    case .folder:
      StagedFolder.remove(fixture.path)
      try DurableFile.createFolder(fixture.path, shown: "")
      for mode in [Ledger.Mode.create, .existing, .readOnly] {
        #expect(codes { _ = try fixture.open(mode) } == [.notRegularFile])
      }
      return
    }
    try fixture.write(bytes)
    for mode in [Ledger.Mode.create, .existing, .readOnly] {
      #expect(codes { _ = try fixture.open(mode) } == [expected])
    }
    #expect(try fixture.bytes() == bytes)
  }

  @Test("a ledger that is missing is not made where one is expected")
  func missing() throws {
    let fixture = try LedgerFixture()
    for mode in [Ledger.Mode.existing, .readOnly] {
      let failure = #expect(throws: Failure.self) { try fixture.open(mode) }
      #expect(failure?.status == .missingInput)
    }
    #expect(!RegularFile.exists(fixture.path))
    StagedFolder.remove(fixture.folder)
    #expect(codes { _ = try fixture.open() } == [.cannotCreate])
  }

  @Test("a zeroed page is found by the check or stops the reading")
  func zeroedPages() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let whole = try fixture.bytes()
    for page in 1..<(whole.count / 4096) {
      var bytes = whole
      for index in 0..<4096 { bytes[page * 4096 + index] = 0 }
      try fixture.write(bytes)
      #expect(try fixture.findsDamage(), "page \(page)")
    }
  }

  @Test("a single flipped bit is found by the check, or changes nothing that is read")
  func flippedBits() throws {
    let fixture = try LedgerFixture()
    try fixture.record(rows: 200)
    let whole = try fixture.bytes()
    let content = try fixture.content()
    var numbers = SeededNumbers(state: 20_260_930)
    var noticed = 0
    for _ in 0..<120 {
      var bytes = whole
      let position = Int.random(in: 0..<whole.count, using: &numbers)
      bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
      try fixture.write(bytes)
      if try fixture.findsDamage() {
        noticed += 1
      } else {
        #expect(try fixture.content() == content, "bit in byte \(position)")
      }
    }
    #expect(noticed > 40)
  }

  @Test("an ended disk and a broken one are told as such, without the database's own words")
  func wording() throws {
    let cases: [(ResultCode, Int32, Vocabulary.ExitStatus, String)] = [
      (.SQLITE_FULL, 0, .inputOutput, "磁盘空间不足"), (.SQLITE_IOERR, 0, .inputOutput, "磁盘读写错误"),
      (.SQLITE_IOERR, ENOSPC, .inputOutput, "磁盘空间不足"),
      (.SQLITE_READONLY, 0, .inputOutput, "不可写"), (.SQLITE_BUSY, 0, .busy, "另一次运行"),
      (.SQLITE_CORRUPT, 0, .unusableInput, "已损坏"), (.SQLITE_MISUSE, 0, .fault, "21"),
    ]
    for (code, system, status, words) in cases {
      let failure = Failure(ledger: "ledger.sqlite", resultCode: code.rawValue, systemError: system)
      #expect(failure.status == status)
      let message = try #require(failure.problems.first).message(in: .zh)
      #expect(message.contains(words), "\(message)")
      #expect(!message.contains("SQL"))
    }
  }

  @Test("a full disk ends the run and leaves the ledger as it was")
  func fullDisk() async throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let before = try fixture.bytes()
    await #expect(processExitsWith: .exitCode(Vocabulary.ExitStatus.inputOutput.rawValue)) {
      [path = fixture.path as String, limit = before.count + 8192 as Int] in
      signal(SIGXFSZ, SIG_IGN)
      let ledger = try Ledger.open(path: path, mode: .existing, waitSeconds: 0)
      let run = try SampleRun(1, rows: 500)
      var size = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
      unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &size)
      do { try ledger.record(run) } catch let failure as Failure { exit(failure.status.rawValue) }
    }
    #expect(try fixture.open(.existing).verify().problems == [])
    #expect(try fixture.bytes() == before)
  }
}

extension LedgerFixture {
  /// Whether opening or checking the ledger tells that it is damaged.
  fileprivate func findsDamage() throws -> Bool {
    do {
      return try !open(.readOnly).verify().isWhole
    } catch is Failure {
      return true
    }
  }

  /// Everything the ledger's tables hold, as text.
  fileprivate func content() throws -> String {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
      return try tables.map { table in
        try "\(Row.fetchAll(database, sql: "SELECT * FROM \(table)"))"
      }.joined(separator: "\n")
    }
  }
}
