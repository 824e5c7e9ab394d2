import Files
import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Ledger

@Suite struct TransactionTests {
  @Test("a run that throws leaves the file as it was, byte for byte", arguments: [false, true])
  func rollback(outgrowsCache: Bool) throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let before = try fixture.bytes()
    let ledger = try fixture.open()
    if outgrowsCache { try ledger.shrinkCache() }
    let second = try SampleRun(1, rows: 300)
    let found = codes {
      try ledger.withRun { (session) throws(Failure) in
        try session.insertWhole(second)
        expect(LedgerFile.size(fixture.path) > before.count, outgrowsCache)
        throw Failure(.interrupted, .interrupted)
      }
    }
    #expect(found == [.interrupted])
    #expect(try fixture.bytes() == before)
    #expect(try ledger.record(second) != nil)
    #expect(try ledger.verify().problems == [])
  }

  @Test("a run that fails on its last row leaves nothing of itself")
  func constraint() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let before = try fixture.bytes()
    let ledger = try fixture.open()
    let second = try SampleRun(1, rows: 5)
    let found = codes {
      try ledger.withRun { (session) throws(Failure) in
        try session.insertWhole(second)
        try session.insertLeads([second.leads[0]])
      }
    }
    #expect(found == [.fault])
    #expect(try fixture.bytes() == before)
  }

  @Test("a second run is told that the ledger is busy, and readers go on")
  func busy() throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let (first, second) = (try fixture.open(), try fixture.open())
    let reader = try fixture.open(.readOnly)
    let run = try SampleRun(1, rows: 5)
    try first.withRun { (session) throws(Failure) in
      try session.insertRun(run.account)
      let started = ContinuousClock.now
      expect(codes { try second.record(run) }, [.ledgerBusy])
      #expect(ContinuousClock.now - started < .seconds(5))
      expect(codes { expect(try reader.status().runs.count, 1) }, nil)
    }
    #expect(try reader.status().runs.count == 2)
    #expect(codes { try second.record(SampleRun(2, rows: 5)) } == nil)
  }

  @Test("another process is told that the ledger is busy, and waits when asked to")
  func busyAcrossProcesses() async throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let held = HeldRun(of: try fixture.open())
    await #expect(processExitsWith: .exitCode(Vocabulary.ExitStatus.busy.rawValue)) {
      [path = fixture.path as String] in exit(statusOfRun(path, waitSeconds: 1))
    }
    async let waiting = #expect(processExitsWith: .exitCode(Vocabulary.ExitStatus.done.rawValue)) {
      [path = fixture.path as String] in exit(statusOfRun(path, waitSeconds: 60))
    }
    held.end()
    _ = await waiting
  }

  @Test("a run that is killed while it writes is undone by whoever opens the ledger next")
  func killed() async throws {
    let fixture = try LedgerFixture()
    try fixture.record()
    let before = try fixture.bytes()
    for mode in [Ledger.Mode.readOnly, .existing, .create] {
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = fixture.path as String] in
        let ledger = try Ledger.open(path: path, mode: .existing, waitSeconds: 0)
        try ledger.shrinkCache()
        let run = try SampleRun(1, rows: 300)
        try ledger.withRun { (session) throws(Failure) in
          try session.insertWhole(run)
          kill(getpid(), SIGKILL)
        }
      }
      #expect(try fixture.bytes() != before)
      #expect(try fixture.open(mode).status().runs.count == 1)
      #expect(try fixture.bytes() == before)
    }
    let other = try LedgerFixture()
    try other.record(runs: 2)
    try fixture.open().record(SampleRun(1, rows: 20))
    #expect(try fixture.open().status().head == other.open().status().head)
  }

  @Test("a copy taken while a run writes, journal and all, is the ledger before the run")
  func copiedJournal() throws {
    let fixture = try LedgerFixture()
    let copy = try LedgerFixture()
    try fixture.record()
    let ledger = try fixture.open()
    try ledger.shrinkCache()
    let run = try SampleRun(1, rows: 300)
    var files: [String: [UInt8]] = [:]
    try ledger.withRun { (session) throws(Failure) in
      try session.insertWhole(run)
      for name in ["ledger.sqlite", "ledger.sqlite-journal"] {
        // Read by another process, for closing a descriptor here would drop the run's locks.
        expect(codes { files[name] = try fixture.copied(name) }, nil)
      }
    }
    for (name, bytes) in files { try copy.write(bytes, name) }
    #expect(files["ledger.sqlite-journal"]?.isEmpty == false)
    let restored = try copy.open(.existing)
    #expect(try restored.status().runs.count == 1)
    #expect(try restored.verify().problems == [])
    #expect(try ledger.status().runs.count == 2)
  }

  @Test("two processes that make the ledger at once both find it whole")
  func creationRace() async throws {
    for _ in 0..<5 {
      let fixture = try LedgerFixture()
      async let one = #expect(processExitsWith: .success) { [path = fixture.path as String] in
        _ = try Ledger.open(path: path, mode: .create, waitSeconds: 10).status()
      }
      async let other = #expect(processExitsWith: .success) { [path = fixture.path as String] in
        _ = try Ledger.open(path: path, mode: .create, waitSeconds: 10).status()
      }
      _ = await (one, other)
      #expect(try RegularFile.names(in: fixture.folder, shown: "") == ["ledger.sqlite"])
      #expect(try fixture.open(.existing).verify().isWhole)
    }
  }
}

/// The exit status of a run that records nothing.
private func statusOfRun(_ path: String, waitSeconds: Int) -> Int32 {
  do {
    let ledger = try Ledger.open(path: path, mode: .existing, waitSeconds: waitSeconds)
    try ledger.withRun { (session) throws(Failure) in _ = try session.contents.latestRun() }
    return Vocabulary.ExitStatus.done.rawValue
  } catch {
    return error.status.rawValue
  }
}

/// A run that goes on until it is told to end.
private final class HeldRun: Sendable {
  private let started = DispatchSemaphore(value: 0)
  private let ending = DispatchSemaphore(value: 0)

  init(of ledger: Ledger) {
    let thread = Thread { [started, ending] in
      try? ledger.withRun { (_) throws(Failure) in
        started.signal()
        ending.wait()
      }
    }
    thread.start()
    started.wait()
  }

  func end() { ending.signal() }
}

extension Ledger {
  /// Makes the page cache so small that a run writes pages to the file before it ends.
  fileprivate func shrinkCache() throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = 10") }
  }
}

extension LedgerFixture {
  fileprivate func copied(_ name: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/cp")
    process.arguments = ["\(folder)/\(name)", "\(folder)/copy-\(name)"]
    try process.run()
    process.waitUntilExit()
    return try bytes("copy-\(name)")
  }
}
