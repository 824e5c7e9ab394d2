import Foundation
import Testing

/// What people changed or put into a quarter's folder survives the next run.
@Suite("Files of people among the reports") struct KeptAsideTests {
  private static let reports = "Reports/2026Q3"
  private static let kept = "Reports/2026Q3-kept"

  /// A screened workspace, and a later day by which its reports differ.
  private func bench() throws -> Workbench { try SmallRun.copy() }
  private static let later = ["screen", "2026Q3", "--as-of", "2026-11-30"]

  private func keptNames(_ bench: Workbench) throws -> [String] {
    bench.exists(Self.kept) ? try bench.digest(Self.kept).names : []
  }

  @Test(
    "are kept with a digest in their names, and named where they lie",
    arguments: [later, ["report", "2026Q3"]])
  func kept(command: [String]) throws {
    let bench = try bench()
    let files = ["ledger.xlsx": "填好的台账", "notes.txt": "我的备注", "data/leads.csv": "改过", "a/b": ""]
    for (name, text) in files { try bench.write(text, to: "\(Self.reports)/\(name)") }
    let outcome = try bench.run(command)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let names = try keptNames(bench)
    #expect(
      names == [
        "a/b-e3b0c442", "data/leads-99134e67.csv", "ledger-1e46c9ca.xlsx", "notes-b5bb8278.txt",
      ])
    for (name, text) in files {
      let start = name.split(separator: ".")[0]
      let place = try #require(names.first { $0.hasPrefix("\(start)-") })
      #expect(try bench.text("\(Self.kept)/\(place)") == text)
      #expect(
        outcome.messages.contains(
          "E524 \(Self.reports)/\(name) 报表目录中有人改动或放入的文件，已另存：现存于 \(Self.kept)/\(place)；"),
        "\(outcome.messages)")
      #expect(try FileManager.default.mode(of: bench.path("\(Self.kept)/\(place)")) == 0o600)
    }
    #expect(try FileManager.default.mode(of: bench.path(Self.kept)) == 0o700)
    #expect(try FileManager.default.mode(of: bench.path("\(Self.kept)/data")) == 0o700)
    #expect(outcome.messages.contains("leadscreen decide"))
    #expect(!bench.exists("\(Self.reports)/notes.txt") && !bench.exists("\(Self.reports)/a"))
    // The reports are what they would have been, and the next run has nothing to say.
    let golden = try self.bench()
    #expect(try golden.run(command).status == 0)
    #expect(
      try bench.digest(Self.reports).differences(from: try golden.digest(Self.reports)) == [])
    let again = try bench.run(command)
    #expect(again.status == 0 && !again.messages.contains("E524"), "\(again.messages)")
    #expect(try keptNames(bench) == names)
  }

  @Test("and nothing is kept, or said, where nobody changed anything")
  func untouched() throws {
    let bench = try bench()
    let outcome = try bench.run(Self.later)
    #expect(outcome.status == 0 && !outcome.messages.contains("E524"), "\(outcome.messages)")
    #expect(!bench.exists(Self.kept))
  }

  @Test("never write over one another, also where somebody changed what was kept")
  func neverOver() throws {
    let bench = try bench()
    for text in ["一", "二", "一"] {
      try bench.write(text, to: "\(Self.reports)/ledger.xlsx")
      #expect(try bench.run(["report", "2026Q3"]).status == 0)
    }
    let names = try keptNames(bench)
    #expect(names.count == 2)
    let one = try #require(names.first { try bench.text("\(Self.kept)/\($0)") == "一" })
    try bench.write("有人改过", to: "\(Self.kept)/\(one)")
    try bench.write("一", to: "\(Self.reports)/ledger.xlsx")
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try bench.text("\(Self.kept)/\(one)") == "有人改过")
    let texts = try keptNames(bench).map { try bench.text("\(Self.kept)/\($0)") }
    #expect(texts.sorted() == ["一", "二", "有人改过"])
  }

  @Test("are all of them where the manifest is gone or damaged", arguments: [nil, "{\"outputs\":"])
  func withoutManifest(manifest: String?) throws {
    let bench = try bench()
    let before = try bench.digest(Self.reports).names
    if let manifest {
      try bench.write(manifest, to: "\(Self.reports)/manifest.json")
    } else {
      try bench.remove("\(Self.reports)/manifest.json")
    }
    let outcome = try bench.run(["report", "2026Q3", "--json"])
    #expect(outcome.status == 0)
    let expected = before.count - (manifest == nil ? 1 : 0)
    #expect(try keptNames(bench).count == expected)
    let warnings = try #require(try JSONValue(outcome.output)["warnings"]?.elements)
    #expect(warnings.count == expected)
    #expect(warnings.allSatisfy { $0["code"]?.text == "E524" })
    #expect(
      try bench.digest(Self.reports).differences(from: try SmallRun.made.reports) == [])
  }

  @Test("are not the lock files of open documents; what only looks like one is kept")
  func locks() throws {
    let bench = try bench()
    try bench.write(",official,desk,", to: "\(Self.reports)/.~lock.ledger.xlsx#")
    try bench.write("official", to: "\(Self.reports)/~$report.docx")
    let untouched = try bench.run(["report", "2026Q3"])
    #expect(untouched.status == 0 && !untouched.messages.contains("E524"))
    // A lock alone is no reason to take the folder from under an open document.
    #expect(bench.exists("\(Self.reports)/.~lock.ledger.xlsx#"))
    try bench.write(String(repeating: "稿", count: 2000), to: "\(Self.reports)/~$稿.docx")
    let outcome = try bench.run(["report", "2026Q3"])
    #expect(outcome.status == 0)
    #expect(try keptNames(bench).map { String($0.prefix(3)) } == ["~$稿"])
  }

  @Test("that are links stay links, and nothing is read or written through them")
  func links() throws {
    let bench = try bench()
    let files = FileManager.default
    try bench.write("别处的秘密", to: "outside/secret.txt")
    try bench.remove("\(Self.reports)/report.docx")
    let target = bench.path("outside/secret.txt").path
    try files.createSymbolicLink(
      atPath: bench.path("\(Self.reports)/report.docx").path, withDestinationPath: target)
    try files.createSymbolicLink(
      atPath: bench.path("\(Self.reports)/more").path,
      withDestinationPath: bench.path("outside").path)
    try files.createSymbolicLink(
      atPath: bench.path("\(Self.reports)/loop").path, withDestinationPath: ".")
    guard unsafe mkfifo(bench.path("\(Self.reports)/pipe").path, 0o600) == 0 else {
      throw LeadscreenProgram.Unobservable(description: "no pipe could be made")
    }
    let outcome = try bench.run(["report", "2026Q3"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let kept = try files.contentsOfDirectory(atPath: bench.path(Self.kept).path).sorted()
    #expect(kept.map { String($0.split(separator: "-")[0]) } == ["loop", "more", "report"])
    for name in kept {
      let place = bench.path("\(Self.kept)/\(name)").path
      let destination = try files.destinationOfSymbolicLink(atPath: place)
      #expect([target, bench.path("outside").path, "."].contains(destination))
    }
    #expect(try bench.text("outside/secret.txt") == "别处的秘密")
    #expect(
      try bench.digest(Self.reports).differences(from: try SmallRun.made.reports) == [])
  }

  @Test("in a place that leads elsewhere are not written there: 73, and all is as before")
  func linkForKept() throws {
    let bench = try bench()
    try bench.write("x", to: "outside/x")
    try FileManager.default.createSymbolicLink(
      atPath: bench.path(Self.kept).path, withDestinationPath: bench.path("outside").path)
    try bench.write("填好的台账", to: "\(Self.reports)/ledger.xlsx")
    let (before, ledger) = try (bench.digest(Self.reports), bench.ledgerDigest())
    let outcome = try bench.run(Self.later)
    #expect(outcome.status == 73 && outcome.messages.contains(Self.kept), "\(outcome.messages)")
    #expect(try bench.digest(Self.reports) == before)
    #expect(try bench.ledgerDigest() == ledger)
    #expect(try bench.digest("outside").names == ["x"])
  }

  @Test("that cannot be copied for want of room stop the run, and all is as before")
  func noRoom() throws {
    let bench = try bench()
    try bench.write(Data(count: 8 << 20), to: "\(Self.reports)/扫描件.pdf")
    let (before, ledger) = try (bench.digest(Self.reports), bench.ledgerDigest())
    let outcome = try NeededTool.bash.run(
      ["-c", "ulimit -f 4096; exec \"$0\" \"$@\"", LeadscreenProgram.executable.path] + Self.later,
      in: bench.url)
    #expect(outcome.status == 74, "\(outcome.messages)")
    #expect(try bench.digest(Self.reports) == before)
    #expect(try bench.ledgerDigest() == ledger)
    #expect(try keptNames(bench).isEmpty)
  }

  @Test("whose names are not UTF-8 are kept too")
  func oddNames() throws {
    let bench = try bench()
    let name = bench.path(Self.reports).path.utf8.map(CChar.init(bitPattern:)) + [47, -42, -48, 0]
    let descriptor = unsafe open(name, O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0)
    #expect(unsafe write(descriptor, "x", 1) == 1)
    close(descriptor)
    let outcome = try bench.run(["report", "2026Q3"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let names = try keptNames(bench)
    #expect(names.count == 1)
    #expect(try bench.text("\(Self.kept)/\(try #require(names.first))") == "x")
  }

  @Test("left by a crash between two steps are kept by the next run", arguments: ["part", "old"])
  func crashed(ending: String) throws {
    let bench = try bench()
    // As they lie when the names were exchanged and nothing was kept yet.
    try FileManager.default.copyItem(
      at: bench.path(Self.reports), to: bench.path("\(Self.reports).\(ending)"))
    try bench.write("填好的台账", to: "\(Self.reports).\(ending)/ledger.xlsx")
    let outcome = try bench.run(["report", "2026Q3"])
    #expect(outcome.status == 0 && outcome.messages.contains("E524"), "\(outcome.messages)")
    #expect(try keptNames(bench) == ["ledger-1e46c9ca.xlsx"])
    #expect(!bench.exists("\(Self.reports).\(ending)"))
    // Reports that were never whole are nobody's.
    try FileManager.default.copyItem(
      at: bench.path(Self.reports), to: bench.path("\(Self.reports).part"))
    try bench.remove("\(Self.reports).part/manifest.json")
    try bench.write("一半", to: "\(Self.reports).part/ledger.xlsx")
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try keptNames(bench).count == 1)
  }

  @Test("survive a kill at any moment")
  func killed() throws {
    let seed = UInt64.random(in: .min ... .max)
    var moments = SeededMoments(seed: seed)
    for number in 0..<8 {
      let bench = try bench()
      try bench.write("填好的台账", to: "\(Self.reports)/ledger.xlsx")
      let process = try LeadscreenProgram.start(Self.later, in: bench.url)
      usleep(UInt32(moments.next(below: 1.2) * 1_000_000))
      process.send(signal: SIGKILL)
      _ = try process.outcome()
      #expect(try bench.run(Self.later).status == 0)
      #expect(try keptNames(bench) == ["ledger-1e46c9ca.xlsx"], "seed \(seed), kill \(number)")
    }
  }
}
