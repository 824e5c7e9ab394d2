import Foundation
import Testing

/// Outputs that cannot be written: the ledger and earlier reports stay as they were.
@Suite struct BadOutputTests {
  /// A screened workspace with a drop for the next quarter.
  private func next() throws -> (bench: Workbench, ledger: String, status: String) {
    let bench = try SmallRun.copy()
    try bench.write(TransferDrop(count: 8, from: 300).text(), to: "Inputs/2026Q4/移送.csv")
    return (bench, try bench.ledgerDigest(), try bench.ledgerStatus())
  }

  @Test("a file in the place of Reports is 73, named, and left as it is")
  func fileForReports() throws {
    let (bench, ledger, _) = try next()
    try bench.write("mine", to: "away")
    let outcome = try bench.run(Workbench.q4 + ["--reports", "away"])
    #expect(outcome.status == 73, "\(outcome.messages)")
    #expect(outcome.messages.contains("away"))
    #expect(try bench.text("away") == "mine")
    #expect(try bench.ledgerDigest() == ledger)
  }

  @Test("a folder of reports that may not be written is 73 or 74, and nothing is recorded")
  func unwritable() throws {
    let (bench, ledger, _) = try next()
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: bench.folder.url.path)
    let found = files.enumerator(atPath: bench.url.path)
    let everything =
      [bench.url.path]
      + (found?.compactMap { $0 as? String } ?? [])
      .map { bench.path($0).path }
    if getuid() == 0 {
      for path in everything {
        try files.setAttributes(
          [.ownerAccountID: 65534, .groupOwnerAccountID: 65534], ofItemAtPath: path)
      }
    }
    try files.setAttributes([.posixPermissions: 0o500], ofItemAtPath: bench.path("Reports").path)
    let program = try LeadscreenProgram.executable.path
    // Root writes anywhere, so the run is another user's.
    let outcome =
      getuid() == 0
      ? try asNobody(program, bench) : try bench.run(Workbench.q4)
    try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: bench.path("Reports").path)
    #expect([73, 74].contains(outcome.status), "\(outcome.status) \(outcome.messages)")
    #expect(outcome.messages.contains("Reports/2026Q4"), "\(outcome.messages)")
    #expect(try bench.ledgerDigest() == ledger)
    #expect(try bench.digest("Reports").differences(from: SmallRun.made.digestOfReports) == [])
  }

  /// The program in a folder everybody can reach, run by the user nobody.
  private func asNobody(_ program: String, _ bench: Workbench) throws -> LeadscreenProgram.Outcome {
    let place = bench.folder.url("leadscreen")
    try FileManager.default.copyItem(atPath: program, toPath: place.path)
    return try NeededTool.setpriv.run(
      ["--reuid=65534", "--regid=65534", "--clear-groups", place.path] + Workbench.q4,
      in: bench.url)
  }

  @Test(
    "a file that may not grow ends the run with a status, not a signal; all is as before",
    arguments: [4, 32, 100, 150, 200])
  func limitedFiles(blocks: Int) throws {
    let (bench, ledger, status) = try next()
    let before = try bench.digest("Reports")
    let program = try LeadscreenProgram.executable.path
    let outcome = try NeededTool.bash.run(
      ["-c", "ulimit -f \(blocks); exec \"$0\" \"$@\"", program] + Workbench.q4, in: bench.url)
    #expect(outcome.status != 0, "\(blocks) blocks")
    #expect(!outcome.isKilled, "\(blocks) blocks: ended by signal \(outcome.status - 128)")
    #expect([73, 74].contains(outcome.status), "\(outcome.status) \(outcome.messages)")
    #expect(try bench.digest("Reports").differences(from: before) == [])
    #expect(try bench.ledgerStatus() == status)
    #expect(try bench.ledgerDigest() == ledger)
    let again = try bench.run(Workbench.q4)
    #expect(again.status == 0, "\(again.messages)")
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("a full disk is 73 or 74, and all is as before")
  func fullDisk() throws {
    let (bench, _, status) = try next()
    // A file system of a few pages, in a name space of its own.
    let script = """
      set -e
      mount -t tmpfs -o size=256k tmpfs out
      set +e
      "$0" "$@" --reports out
      code=$?
      find out -mindepth 1 >left
      exit $code
      """
    try FileManager.default.createDirectory(
      at: bench.path("out"), withIntermediateDirectories: false)
    let outcome = try RunningProcess(
      URL(fileURLWithPath: "/usr/bin/unshare"),
      ["--mount", "--map-root-user", "/bin/bash", "-c", script, LeadscreenProgram.executable.path]
        + Workbench.q4, in: bench.url
    ).outcome()
    #expect([73, 74].contains(outcome.status), "\(outcome.status) \(outcome.messages)")
    #expect(outcome.messages.contains("磁盘空间不足"), "\(outcome.messages)")
    #expect(try bench.text("left").isEmpty, "nothing half-written stays")
    #expect(try bench.ledgerStatus() == status)
    #expect(
      try bench.digest("Reports/2026Q3").differences(from: SmallRun.made.reports) == [])
  }

  @Test("a first run that fails leaves no ledger behind")
  func firstRun() throws {
    let bench = try SmallRun.unscreened()
    try bench.write("mine", to: "Reports")
    #expect(try bench.run(Workbench.q3).status == 73)
    #expect(!bench.exists("ledger.sqlite"))
    #expect(try bench.text("Reports") == "mine")
  }

  @Test("ledger and reports are their owner's alone, whatever the mask")
  func modes() throws {
    let bench = try SmallRun.unscreened()
    let outcome = try NeededTool.bash.run(
      ["-c", "umask 000; exec \"$0\" \"$@\"", LeadscreenProgram.executable.path] + Workbench.q3,
      in: bench.url)
    #expect(outcome.status == 0)
    let files = FileManager.default
    #expect(try files.mode(of: bench.path("ledger.sqlite")) == 0o600)
    #expect(try files.mode(of: bench.path("Reports")) == 0o700)
    let found = files.enumerator(
      at: bench.path("Reports"), includingPropertiesForKeys: [.isDirectoryKey])
    while let item = found?.nextObject() as? URL {
      let isFolder = try item.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
      #expect(try files.mode(of: item) == (isFolder ? 0o700 : 0o600), "\(item.path)")
    }
  }

  @Test("nothing temporary is left after a run", arguments: [["2026Q3"], ["2026Q3", "--dry-run"]])
  func litter(arguments: [String]) throws {
    let bench = try SmallRun.unscreened()
    let folder = try TemporaryFolder()
    let outcome = try bench.run(
      ["screen"] + arguments + ["--as-of", "2026-10-15"],
      environment: ["TMPDIR": folder.url.path])
    #expect(outcome.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    let left = try bench.digest("").names.filter {
      $0.hasSuffix(".part") || $0.hasSuffix(".old") || $0.hasSuffix("-journal")
        || $0.hasSuffix("-wal")
    }
    #expect(left == [])
  }

  @Test("--dry-run does everything but write")
  func dryRun() throws {
    let bench = try SmallRun.unscreened()
    let first = try bench.run(Workbench.q3 + ["--dry-run", "--json"])
    #expect(first.status == 0, "\(first.messages)")
    let counts = try #require(try JSONValue(first.output)["counts"])
    #expect(counts["leads_opened"]?.number == SmallRun.count)
    #expect(!bench.exists("Reports"))
    #expect(!bench.exists("ledger.sqlite"))
    let (next, ledger, _) = try next()
    let before = try next.digest("Reports")
    #expect(try next.run(Workbench.q4 + ["--dry-run"]).status == 0)
    #expect(try next.ledgerDigest() == ledger)
    #expect(try next.digest("Reports").differences(from: before) == [])
  }
}

extension SmallRun {
  /// All reports of the screened workspace.
  var digestOfReports: FolderDigest { get throws { try workbench.digest("Reports") } }
}
