import Foundation
import Testing

/// Drops that cannot be used, or only in part: nothing is recorded that was not understood.
@Suite struct BadInputTests {
  /// Something called x.csv that is no export.
  enum Intruder: String, CaseIterable, Sendable {
    case link, danglingLink, folder, pipe, empty, markOnly, picture, workbook, unmapped
    case bigEndianUTF16, missingColumn, repeatedColumn

    /// The code that must be named.
    var code: String {
      switch self {
      case .link, .danglingLink, .folder, .pipe: "E107"
      case .empty, .markOnly: "E101"
      case .picture, .workbook: "E109"
      case .unmapped: "E103"
      case .bigEndianUTF16: "E1"
      case .missingColumn: "E105"
      case .repeatedColumn: "E106"
      }
    }

    func put(at url: URL) throws {
      let files = FileManager.default
      let header = TransferDrop.header
      switch self {
      case .link:
        let target = url.deletingLastPathComponent().deletingLastPathComponent()
          .appendingPathComponent("target.csv")
        try Data(TransferDrop(count: 1).text().utf8).write(to: target)
        try files.createSymbolicLink(at: url, withDestinationURL: target)
      case .danglingLink:
        try files.createSymbolicLink(atPath: url.path, withDestinationPath: "nowhere")
      case .folder: try files.createDirectory(at: url, withIntermediateDirectories: false)
      case .pipe:
        let isMade = unsafe mkfifo(url.path, 0o600) == 0
        try #require(isMade)
      case .empty: try Data().write(to: url)
      case .markOnly: try Data([0xEF, 0xBB, 0xBF]).write(to: url)
      case .picture:
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]).write(to: url)
      case .workbook: try Data([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0]).write(to: url)
      case .unmapped: try Data("甲,乙,丙\n1,2,3\n".utf8).write(to: url)
      case .bigEndianUTF16:
        try Data(TransferDrop(count: 2).text().utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
          .write(to: url)
      case .missingColumn:
        var drop = TransferDrop(count: 2)
        drop.rows = drop.rows.map { Array($0.dropFirst()) }
        try Data(drop.text(header: Array(header.dropFirst())).utf8).write(to: url)
      case .repeatedColumn:
        var drop = TransferDrop(count: 2)
        // A repeated column that says the same adds nothing; one that differs is a question.
        drop.rows = drop.rows.map { $0 + ["另" + $0[0]] }
        try Data(drop.text(header: header + [header[0]]).utf8).write(to: url)
      }
    }
  }

  @Test("is refused by name with 65, and nothing is recorded", arguments: Intruder.allCases)
  func refused(intruder: Intruder) throws {
    let bench = try SmallRun.copy()
    try bench.write(TransferDrop(count: 2, from: 700).text(), to: "Inputs/2026Q4/好.csv")
    try intruder.put(at: bench.path("Inputs/2026Q4/x.csv"))
    let ledger = try bench.ledgerDigest()
    let outcome = try bench.run(Workbench.q4)
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("\(intruder.code)"), "\(outcome.messages)")
    #expect(outcome.messages.contains("Inputs/2026Q4/x.csv"), "\(outcome.messages)")
    #expect(try bench.ledgerDigest() == ledger)
    #expect(!bench.exists("Reports/2026Q4"))
  }

  @Test(
    "with --skip-unreadable the run goes on and says what it passed over",
    arguments: Intruder.allCases)
  func skipped(intruder: Intruder) throws {
    let bench = try Workbench()
    try bench.write(TransferDrop(count: 3).text(), to: "Inputs/2026Q3/好.csv")
    try intruder.put(at: bench.path("Inputs/2026Q3/x.csv"))
    let outcome = try bench.run(Workbench.q3 + ["--skip-unreadable"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("Inputs/2026Q3/x.csv"))
    #expect(try bench.table("leads", of: "2026Q3").rows.count == 3)
    let rejects = try bench.table("rejects", of: "2026Q3").named
    #expect(rejects.contains { $0["file"] == "Inputs/2026Q3/x.csv" }, "\(rejects)")
    #expect(try bench.text("Reports/2026Q3/report.html").contains("Inputs/2026Q3/x.csv"))
  }

  @Test("nothing but unusable files is 65 even with --skip-unreadable")
  func allSkipped() throws {
    let bench = try Workbench()
    try bench.write("", to: "Inputs/2026Q3/x.csv")
    #expect(try bench.run(Workbench.q3 + ["--skip-unreadable"]).status == 65)
    #expect(!bench.exists("Reports/2026Q3"))
  }

  @Test("a quarter without a drop is 66, with a folder that holds no export too")
  func missingDrop() throws {
    let bench = try SmallRun.copy()
    let ledger = try bench.ledgerDigest()
    #expect(try bench.run(Workbench.q4).status == 66)
    try bench.write("说明", to: "Inputs/2026Q4/说明.txt")
    let outcome = try bench.run(Workbench.q4)
    #expect(outcome.status == 66)
    #expect(outcome.messages.contains("2026Q4"))
    #expect(try bench.run(Workbench.q4 + ["--inputs", "nowhere"]).status == 66)
    #expect(try bench.ledgerDigest() == ledger)
  }

  @Test("more rejects than --max-rejects allows is 65 and records nothing")
  func tooManyRejects() throws {
    let bench = try Workbench()
    var drop = TransferDrop(count: 10)
    drop.rows[4][5] = ""
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
    for limit in ["0%", "9%", "9.9"] {
      let outcome = try bench.run(Workbench.q3 + ["--max-rejects", limit])
      #expect(outcome.status == 65, "\(limit)")
      #expect(outcome.messages.contains("E503"))
      #expect(outcome.messages.contains("Inputs/2026Q3/移送.csv:6"), "\(outcome.messages)")
      #expect(!bench.exists("Reports/2026Q3"))
    }
    let outcome = try bench.run(Workbench.q3 + ["--max-rejects", "10%"])
    #expect(outcome.status == 0, "one of ten is ten percent, not more: \(outcome.messages)")
    #expect(try bench.table("rejects", of: "2026Q3").column("line") == ["6"])
  }

  @Test("rejected rows, mended where they were put and dropped again, are taken in")
  func mended() throws {
    let bench = try Workbench()
    var drop = TransferDrop(count: 10)
    drop.rows[4][2] = "2026-08-05"
    drop.rows[4][3] = "2026-09-31"
    try bench.write(drop.text(lineEnding: "\r\n"), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let rejected = try bench.text("Reports/2026Q3/data/rejects/移送.csv")
    #expect(rejected.contains("\r\n"))
    let mended = rejected.replacing("2026-09-31", with: "2026-09-30")
    try bench.write(mended, to: "Inputs/2026Q3/移送 更正.csv")
    let outcome = try bench.run(Workbench.q3 + ["--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let counts = try #require(try JSONValue(outcome.output)["counts"])
    #expect(counts["leads"]?.number == 10)
    #expect(counts["rejected"]?.number == 1)
  }

  @Test("names that are odd but sound are read, with their names shown as text")
  func oddNames() throws {
    let bench = try Workbench()
    let names = ["a b.csv", "$(touch x).csv", "<b>x<b>.csv", "-rf.csv", "=1+1.csv", "引号\".CSV"]
    for (number, name) in names.enumerated() {
      try bench.write(
        TransferDrop(count: 2, from: 1 + number * 2).text(), to: "Inputs/2026Q3/\(name)")
    }
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try Set(bench.table("records", of: "2026Q3").column("file")).count == names.count)
    #expect(try !bench.text("Reports/2026Q3/report.html").contains("<b>x<b>"))
    #expect(!bench.exists("x"))
  }

  @Test("hidden, temporary and other files are passed over with a notice")
  func passedOver() throws {
    let bench = try SmallRun.unscreened()
    for name in [".hidden.csv", "~$x.csv", "x.csv.part", "x.csv.tmp", "x.xlsx"] {
      try bench.write("x", to: "Inputs/2026Q3/\(name)")
    }
    let outcome = try bench.run(Workbench.q3 + ["--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let warnings = try #require(try JSONValue(outcome.output)["warnings"]?.elements)
    #expect(warnings.compactMap { $0["code"]?.text } == Array(repeating: "E115", count: 5))
    #expect(try bench.table("leads", of: "2026Q3").rows.count == SmallRun.count)
  }
}
