import Foundation
import Synchronization

/// The sample workspace with both quarters screened, made once for all tests and copied by those
/// that change it.
struct SampleRun: Sendable {
  let workbench: Workbench
  let initial: LeadscreenProgram.Outcome
  let second: LeadscreenProgram.Outcome
  let third: LeadscreenProgram.Outcome
  /// The reports of the second quarter as its own run left them.
  let reportsOfSecond: FolderDigest
  /// All reports when both quarters were screened.
  let reports: FolderDigest
  let ledger: String

  private init() throws {
    workbench = try Workbench()
    try workbench.remove("leadscreen.yaml")
    initial = try workbench.run(["init", "--demo"])
    second = try workbench.run(Workbench.q2)
    reportsOfSecond = try workbench.digest("Reports/2026Q2")
    third = try workbench.run(Workbench.q3 + ["--json"])
    reports = try workbench.digest("Reports")
    ledger = try workbench.ledgerDigest()
    SampleRun.removeAtExit(workbench.folder.url)
  }

  private static let result = Result { try SampleRun() }

  /// The prepared run; the first to ask makes it.
  static var made: SampleRun { get throws { try result.get() } }

  /// A copy to work in.
  static func copy() throws -> Workbench { try Workbench(copying: made.workbench.url) }

  /// What lives as long as the process is removed when it ends.
  static func removeAtExit(_ folder: URL) {
    leftover.withLock { $0.append(folder.path) }
    atexit {
      SampleRun.leftover.withLock { paths in
        for path in paths { try? FileManager.default.removeItem(atPath: path) }
      }
    }
  }

  private static let leftover = Mutex<[String]>([])
}
