import Files
import Foundation
import Ledger
import Testing
import Vocabulary

@Suite struct BackupTests {
  @Test("a backup holds what was recorded, is whole, and is its owner's only")
  func backup() throws {
    let fixture = try LedgerFixture()
    try fixture.record(runs: 2)
    let ledger = try fixture.open(.readOnly)
    try ledger.backup(to: fixture.folder + "/copy.sqlite")
    let copy = try Ledger.open(
      path: fixture.folder + "/copy.sqlite", mode: .readOnly, waitSeconds: 0)
    #expect(try copy.verify().problems == [])
    #expect(try copy.status().head == ledger.status().head)
    #expect(try fixture.permissions("copy.sqlite") == 0o600)
    #expect(
      try RegularFile.names(in: fixture.folder, shown: "") == ["copy.sqlite", "ledger.sqlite"])
  }

  @Test("a backup beside a run holds the ledger before the run")
  func besideRun() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let (ledger, other) = (try fixture.open(), try fixture.open(.readOnly))
    let run = try SampleRun(1, rows: 30)
    try ledger.withRun { (session) throws(Failure) in
      try session.insertWhole(run)
      try other.backup(to: fixture.folder + "/copy.sqlite")
    }
    let copy = try Ledger.open(
      path: fixture.folder + "/copy.sqlite", mode: .existing, waitSeconds: 0)
    #expect(try copy.status().runs.count == 1)
    #expect(try copy.verify().isWhole)
    #expect(try ledger.status().runs.count == 2)
  }

  @Test("a backup never replaces a file")
  func keepsExisting() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    try fixture.write([1, 2], "copy.sqlite")
    let ledger = try fixture.open()
    #expect(codes { try ledger.backup(to: fixture.folder + "/copy.sqlite") } == [.cannotCreate])
    #expect(try fixture.bytes("copy.sqlite") == [1, 2])
    #expect(codes { try ledger.backup(to: fixture.folder + "/none/copy") } == [.cannotCreate])
  }

  @Test("a backup of a damaged ledger is refused and leaves nothing")
  func damaged() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    var bytes = try fixture.bytes()
    // The last page of rows (its first byte says so): what the schema stands on comes before.
    let pages = stride(from: 0, to: bytes.count, by: 4096).filter { bytes[$0] == 0x0D }
    let page = try #require(pages.last)
    for index in 0..<4096 { bytes[page + index] = 0 }
    try fixture.write(bytes)
    let ledger = try fixture.open(.readOnly)
    #expect(codes { try ledger.backup(to: fixture.folder + "/copy.sqlite") } == [.ledgerDamaged])
    #expect(try RegularFile.names(in: fixture.folder, shown: "") == ["ledger.sqlite"])
  }

  @Test("the ledger and its journal are its owner's only, whatever the umask")
  func permissions() async throws {
    let fixture = try LedgerFixture()
    await #expect(processExitsWith: .success) { [path = fixture.path as String] in
      umask(0)
      let ledger = try Ledger.open(path: path, mode: .create, waitSeconds: 0)
      let run = try SampleRun(0, rows: 5)
      try ledger.withRun { (session) throws(Failure) in
        try session.insertWhole(run)
        var status = stat()
        guard unsafe stat(path + "-journal", &status) == 0, status.st_mode & 0o777 == 0o600 else {
          throw Failure(.fault, .fault)
        }
      }
      try ledger.backup(to: path + ".copy")
    }
    #expect(try fixture.permissions("ledger.sqlite") == 0o600)
    #expect(try fixture.permissions("ledger.sqlite.copy") == 0o600)
    unsafe chmod(fixture.path, 0o644)
    _ = try fixture.open()
    #expect(try fixture.permissions("ledger.sqlite") == 0o600)
  }
}
