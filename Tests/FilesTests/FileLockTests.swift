import Files
import Foundation
import Glibc
import Testing
import Vocabulary

extension FileTests {
  @Suite("File locks")
  struct FileLockTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path("ledger.sqlite.lock") }

    init() throws { folder = try TemporaryFolder() }

    private func lock(waitSeconds: Int = 0) throws(Failure) -> FileLock {
      try FileLock(path, shown: "ledger.sqlite.lock", waitSeconds: waitSeconds)
    }

    /// Whether the lock is refused as busy.
    private func isBusy() -> Bool {
      do throws(Failure) {
        _ = try lock()
        return false
      } catch {
        return error.status == .busy && error.problems.map(\.code) == [.ledgerBusy]
      }
    }

    /// Another program with the lock; itself the process that holds it.
    private func holder(seconds: Int) throws -> Process {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
      process.arguments = ["--no-fork", path, "sleep", "\(seconds)"]
      try process.run()
      for _ in 0..<200 where !isBusy() { usleep(50_000) }
      return process
    }

    @Test("keep another process out until they are let go")
    func excludes() throws {
      func other() throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        process.arguments = ["--nonblock", "--conflict-exit-code", "75", path, "true"]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
      }
      do {
        let lock = try lock()
        #expect(try other() == 75)
        #expect(isBusy())
        withExtendedLifetime(lock) {}
      }
      #expect(try other() == 0)
      #expect(!isBusy())
    }

    @Test("are free as soon as their holder was killed")
    func killed() throws {
      let process = try holder(seconds: 600)
      #expect(isBusy())
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(!isBusy())
    }

    @Test("are waited for as long as asked, and no longer")
    func waits() throws {
      let process = try holder(seconds: 1)
      #expect(throws: Never.self) { try lock(waitSeconds: 60) }
      process.waitUntilExit()
      let other = try holder(seconds: 600)
      let clock = ContinuousClock()
      let time = clock.measure {
        #expect(throws: Failure.self) { try lock(waitSeconds: 1) }
      }
      #expect(time >= .milliseconds(900))
      kill(other.processIdentifier, SIGKILL)
      other.waitUntilExit()
    }

    @Test("name the file they cannot make")
    func cannotCreate() throws {
      let failure = #expect(throws: Failure.self) {
        try FileLock(folder.path("none/lock"), shown: "none/lock", waitSeconds: 0)
      }
      #expect(failure?.status == .cannotCreate)
      #expect(failure?.problems.map(\.file) == ["none/lock"])
      try folder.write("", to: "other")
      try folder.link("link", to: folder.path("other"))
      #expect(throws: Failure.self) {
        try FileLock(folder.path("link"), shown: "link", waitSeconds: 0)
      }
    }

    @Test("that are refused leave no file open")
    func leak() throws {
      func openFiles() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
      }
      let held = try lock()
      let before = try openFiles()
      for _ in 0..<200 { #expect(isBusy()) }
      #expect(try openFiles() < before + 100)
      withExtendedLifetime(held) {}
    }
  }
}
