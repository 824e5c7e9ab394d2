import Foundation
import Testing

/// The same again: nothing changes, not a byte.
@Suite struct RerunTests {
  @Test("a second run on unchanged input changes no byte, and does not touch the ledger")
  func secondRun() throws {
    let sample = try SampleRun.made
    let bench = try SampleRun.copy()
    let ledger = bench.path("ledger.sqlite")
    let before = try FileManager.default.attributesOfItem(atPath: ledger.path)
    let again = try bench.run(Workbench.q3)
    #expect(again.status == 0, "\(again.messages)")
    #expect(try bench.digest("Reports").differences(from: sample.reports) == [])
    #expect(try bench.ledgerDigest() == sample.ledger)
    let after = try FileManager.default.attributesOfItem(atPath: ledger.path)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    #expect(before[.systemFileNumber] as? NSNumber == after[.systemFileNumber] as? NSNumber)
  }

  @Test("report writes a quarter's files again byte for byte, the earlier one too")
  func report() throws {
    let sample = try SampleRun.made
    let bench = try SampleRun.copy()
    try bench.remove("Reports")
    for quarter in ["2026Q3", "2026Q2"] {
      let outcome = try bench.run(["report", quarter])
      #expect(outcome.status == 0, "\(outcome.messages)")
    }
    #expect(try bench.digest("Reports").differences(from: sample.reports) == [])
    #expect(
      try bench.digest("Reports/2026Q2").differences(from: sample.reportsOfSecond) == [],
      "the second quarter's reports are those of its own run, though the third is recorded")
    #expect(try bench.ledgerDigest() == sample.ledger)
  }

  @Test("report of a quarter never screened is 66")
  func reportOfNothing() throws {
    let bench = try SmallRun.copy()
    let outcome = try bench.run(["report", "2025Q1"])
    #expect(outcome.status == 66)
    #expect(outcome.messages.contains("2025Q1"))
  }

  @Test("an earlier quarter cannot be changed once a later one is recorded")
  func closedQuarter() throws {
    let bench = try SmallRun.copy()
    try bench.write(TransferDrop(count: 3, from: 900).text(), to: "Inputs/2026Q2/迟到.csv")
    let ledger = try bench.ledgerDigest()
    let outcome = try bench.run(Workbench.q2)
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("E517"))
    #expect(try bench.ledgerDigest() == ledger)
  }

  @Test("zone, language, home and working folder do not change a byte")
  func surroundings() throws {
    let sample = try SampleRun.made
    let bench = try Workbench()
    try bench.remove("leadscreen.yaml")
    try bench.run(["init", "--demo"])
    let elsewhere = try TemporaryFolder()
    let outcome = try LeadscreenProgram.run(
      Workbench.q2 + ["--workspace", bench.url.path], in: elsewhere.url,
      environment: [
        "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "HOME": nil,
      ])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let reports = try bench.digest("Reports/2026Q2")
    #expect(reports.differences(from: sample.reportsOfSecond) == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.url.path) == [])
  }

  @Test(
    "a zone, a language or a home that is odd changes no byte of a small run",
    arguments: [
      ["TZ": "Nowhere/Never"], ["TZ": "Etc/GMT+12", "LANG": "de_DE.UTF-8"], ["LANG": "C"],
      ["HOME": "/nonexistent"], ["TMPDIR": "/nonexistent"], [:],
    ] as [[String: String]])
  func oddSurroundings(environment: [String: String]) throws {
    let bench = try SmallRun.unscreened()
    let outcome = try bench.run(
      Workbench.q3, environment: environment.mapValues { Optional($0) })
    #expect(outcome.status == 0, "\(outcome.messages)")
    let golden = try SmallRun.made
    #expect(try bench.digest("Reports/2026Q3").differences(from: golden.reports) == [])
  }
}

/// A small drop of known transfers, screened once in the third quarter.
struct SmallRun: Sendable {
  let workbench: Workbench
  let reports: FolderDigest
  let ledgerStatus: String

  static let count = 24

  /// A workspace with the drop, not yet screened.
  static func unscreened() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(TransferDrop(count: count).text(), to: "Inputs/2026Q3/检察移送.csv")
    return bench
  }

  private init() throws {
    workbench = try SmallRun.unscreened()
    let outcome = try workbench.run(Workbench.q3)
    guard outcome.status == 0 else {
      throw LeadscreenProgram.Unobservable(description: outcome.messages)
    }
    reports = try workbench.digest("Reports/2026Q3")
    ledgerStatus = try workbench.ledgerStatus()
    SampleRun.removeAtExit(workbench.folder.url)
  }

  private static let result = Result { try SmallRun() }

  static var made: SmallRun { get throws { try result.get() } }

  static func copy() throws -> Workbench { try Workbench(copying: made.workbench.url) }
}
