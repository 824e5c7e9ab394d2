import Submission
import Testing
import Vocabulary

@Suite("Packages, judged by others")
struct OutsideJudgeTests {
  private func verdict(_ files: PackageFiles) throws -> [String] {
    let folder = try TemporaryFolder()
    for (path, bytes) in files.files { try folder.write(bytes, to: "包/\(path)") }
    return try OutsideJudge.verdict(on: folder.path("包"))
  }

  @Test("are valid: an original, a revision, a zero report")
  func valid() throws {
    let original = SampleContent()
    #expect(
      try verdict(PackageFiles(original.built())) == [
        "bag: valid", "package: valid lead_sources=4 leads=3",
      ])
    var revision = original
    revision.revision = 2
    revision.kind = .revision(reason: "核实", supersedes: String(repeating: "a", count: 64))
    revision.leads[0][1] = nil
    let built = try PackageBuilder.build(
      revision.content, changesFrom: [original.leadsTable, original.sourcesTable])
    #expect(
      try verdict(PackageFiles(built)) == [
        "bag: valid", "package: valid lead_sources=4 leads=3 changes=1",
      ])
    var zero = original
    zero.kind = .zero(reason: "没有线索", supersedes: nil)
    zero.leads = []
    zero.sources = []
    #expect(
      try verdict(PackageFiles(zero.built())) == [
        "bag: valid", "package: valid lead_sources=0 leads=0",
      ])
  }

  @Test("are found wanting where our verifier finds them wanting, a fault of a table each")
  func faults() throws {
    let leads = "data/tables/leads.csv"
    let faults: [(old: String, new: String, file: String, says: String)] = [
      (",initiate,", ",Initiate,", leads, "package: leads 2 disposition constraint-error"),
      (",initiate,", ",,", leads, "package: leads 2 disposition constraint-error"),
      ("12000.50", "-1", leads, "package: leads 2 amount constraint-error"),
      ("12000.50", "many", leads, "package: leads 2 amount type-error"),
      ("2026-09-30", "2026-12-31", leads, "package: leads 4 discovery_date constraint-error"),
      ("Q3-00003", "Q3-00001", leads, "package: leads 4 None primary-key"),
      (
        "Q3-00002", "Q3-00009", "data/tables/lead_sources.csv",
        "package: lead_sources 4 None foreign-key"
      ),
    ]
    for fault in faults {
      var files = PackageFiles(try SampleContent().built())
      files.replace(fault.old, by: fault.new, in: fault.file)
      files.listAgain()
      let said = try verdict(files)
      #expect(said.first == "bag: valid")
      #expect(said.contains(fault.says), "\(said)")
      #expect(said.contains { $0.contains("hash-count") }, "\(said)")
      #expect(try files.findings().contains { $0.contains(fault.file) })
    }
  }

  @Test("are found wanting as bags: a byte, a file missing, a file too many, a wrong size")
  func bags() throws {
    let changes: [(String, (inout PackageFiles) -> Void)] = [
      ("ChecksumMismatch", { $0.replace("报告", by: "报白", in: "data/documents/报告.txt") }),
      ("Payload-Oxum validation failed", { $0.files["data/documents/报告.txt"] = nil }),
      ("Payload-Oxum validation failed", { $0["data/documents/x"] = "x" }),
      (
        "Payload-Oxum validation failed",
        { files in
          files.replace(".5\n", by: ".6\n", in: "bag-info.txt")
          files.listTagsAgain()
        }
      ),
    ]
    for (words, change) in changes {
      var files = PackageFiles(try SampleContent().built())
      change(&files)
      let said = try verdict(files)
      #expect(said.contains { $0.hasPrefix("bag:") && $0.contains(words) }, "\(said)")
      #expect(!(try files.findings().isEmpty))
    }
  }
}
