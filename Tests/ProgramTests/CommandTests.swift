import Foundation
import Testing

/// The commands beside screen, on the screened sample.
@Suite struct CommandTests {
  @Test(
    "explain on a lead gives its sources, joins, zones, findings with articles and what is unknown")
  func explainLead() throws {
    let bench = try SampleRun.made.workbench
    let matched = try bench.table("matches", of: "2026Q3").named
    let records = try bench.table("records", of: "2026Q3").named
    let ids = Set(matched.compactMap { $0["lead_id"] }).sorted()
    let joined = Dictionary(grouping: records, by: { $0["lead_id"] ?? "" }).filter { $1.count > 1 }
    let id = try #require(ids.first { $0.contains("2026Q3") && joined[$0] != nil })
    let outcome = try bench.run(["explain", id])
    #expect(outcome.status == 0, "\(outcome.messages)")
    for title in ["线索", "来源", "为何归为一件", "图层", "判定", "规则推演"] {
      #expect(outcome.output.contains("\n\(title)\n") || outcome.output.hasPrefix("\(title)\n"))
    }
    for record in records where record["lead_id"] == id {
      let source = "\(record["file"] ?? "")#\(record["record"] ?? "") 第\(record["line"] ?? "")行"
      #expect(outcome.output.contains(source), "\(source)")
    }
    for match in matched where match["lead_id"] == id {
      #expect(outcome.output.contains(match["rule"] ?? "-"))
    }
    for finding in try bench.table("findings", of: "2026Q3").named where finding["lead_id"] == id {
      guard let rule = finding["rule"], !rule.isEmpty else { continue }
      #expect(outcome.output.contains(rule), "\(rule)")
      #expect(outcome.output.contains(finding["locator"] ?? "-"))
    }
    let sections = try JSONValue(try bench.run(["explain", id, "--json"]).output)["items"]?.elements
    #expect(try #require(sections).allSatisfy { $0.keys == ["title", "lines"] })
  }

  @Test("a join in matches.csv is between two records of the lead it stands under")
  func matchesWithinLeads() throws {
    let bench = try SampleRun.made.workbench
    var leadOf: [String: String] = [:]
    for quarter in SampleScreeningTests.quarters {
      for row in try bench.table("records", of: quarter).named {
        leadOf["\(row["file"] ?? "")#\(row["record"] ?? "")"] = row["lead_id"]
      }
    }
    let matches = try bench.table("matches", of: "2026Q3").named
    let apart = matches.filter { match in
      guard let lead = match["lead_id"], !lead.isEmpty else { return false }
      return [match["record_a"], match["record_b"]].contains { leadOf[$0 ?? ""] != lead }
    }
    #expect(apart.isEmpty, "\(apart.count) of \(matches.count), such as \(apart.first ?? [:])")
  }

  @Test("explain on an obligor lists its leads, on a record its values and lead")
  func explainOthers() throws {
    let bench = try SampleRun.made.workbench
    let leads = try bench.table("leads", of: "2026Q3").named
    let lead = try #require(leads.first { !($0["obligor_id"] ?? "").isEmpty })
    let obligor = try #require(lead["obligor_id"])
    let about = try bench.run(["explain", obligor])
    #expect(about.status == 0, "\(about.messages)")
    for other in leads where other["obligor_id"] == obligor {
      #expect(about.output.contains(other["lead_id"] ?? "-"))
    }
    for status in ["opened", "merged", "rejected"] {
      let records = try bench.table("records", of: "2026Q3").named
      let record = try #require(records.first { $0["status"] == status })
      let name = "\(record["file"] ?? "")#\(record["record"] ?? "")"
      let outcome = try bench.run(["explain", name])
      #expect(outcome.status == 0, "\(name): \(outcome.messages)")
      #expect(outcome.output.contains(record["lead_id"] ?? "-") || status == "rejected")
    }
  }

  @Test("explain on a code needs no workspace; an unknown id is 66")
  func explainCode() throws {
    let folder = try TemporaryFolder()
    for (language, word) in [("zh", "日期"), ("en", "date")] {
      let outcome = try LeadscreenProgram.run(
        ["explain", "E301", "--lang", language], in: folder.url)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains(word), "\(outcome.output)")
    }
    let bench = try SmallRun.made.workbench
    for id in [
      "XS140900-2026Q3-99999", "XS140901-2026Q3-00001", "YW140900-999999", "E999", "", "#", "x#1",
      "Inputs/2026Q3/检察移送.csv#0", "Inputs/2026Q3/检察移送.csv#99999999999999999999",
    ] {
      let outcome = try bench.run(["explain", "--", id])
      #expect(outcome.status == 66, "\(id): \(outcome.everything)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test("check says encoding, profile and columns, and writes the file as understood")
  func check() throws {
    let bench = try SampleRun.copy()
    let folder = bench.path("Inputs/2026Q3")
    for file in try DeliveredFile.all(in: folder) {
      let outcome = try bench.run([
        "check", "Inputs/2026Q3/\(file.name)", "--json", "--as-csv", "understood.csv",
        "--as-of", "2026-10-15",
      ])
      #expect(outcome.status == 0, "\(outcome.messages)")
      let checks = try #require(try JSONValue(outcome.output)["items"]?.elements)
      let report = try #require(checks.first)
      #expect(report["records"]?.number == file.records.count)
      #expect(report["columns"]?.elements?.compactMap { $0["title"]?.text } == file.header)
      let clean = try StrictCSV.records(
        Array(try Data(contentsOf: bench.path("understood.csv"))), delimiter: 0x2C, isStrict: true)
      #expect(clean.first == file.header)
      #expect(clean.count - 1 == report["records"]?.number)
      #expect(clean.allSatisfy { $0.count >= file.header.count })
      #expect(try FileManager.default.mode(of: bench.path("understood.csv")) == 0o600)
    }
    #expect(try bench.ledgerDigest() == SampleRun.made.ledger)
  }

  @Test("a profile drafted by check can be loaded and reads the file")
  func draftedProfile() throws {
    let bench = try SmallRun.copy()
    let header = TransferDrop.header.map { $0 == "移送函号" ? "来函编号" : $0 }
    try bench.write(
      TransferDrop(count: 3, from: 40).text(header: header), to: "Inputs/2026Q4/新.csv")
    #expect(try bench.run(Workbench.q4).status == 65)
    let nowhere = try bench.run([
      "check", "Inputs/2026Q4/新.csv", "--write-profile", "Inputs/profiles/new.yaml",
    ])
    #expect(nowhere.status == 73, "there is no such folder: \(nowhere.messages)")
    try FileManager.default.createDirectory(
      at: bench.path("Inputs/profiles"), withIntermediateDirectories: false)
    let draft = try bench.run([
      "check", "Inputs/2026Q4/新.csv", "--write-profile", "Inputs/profiles/new.yaml",
    ])
    #expect(draft.status == 0, "\(draft.messages)")
    #expect(try bench.text("Inputs/profiles/new.yaml").contains("来函编号"))
    let outcome = try bench.run(Workbench.q4)
    #expect(outcome.status == 0, "\(outcome.messages)")
  }

  @Test("check of a file that is not there is 66, of one that no profile fits 65")
  func checkMissing() throws {
    let bench = try SmallRun.copy()
    #expect(try bench.run(["check", "nowhere.csv"]).status == 66)
    let unwritten = try bench.run([
      "check", "Inputs/2026Q3/检察移送.csv", "--as-csv", "nowhere/x.csv",
    ])
    #expect(unwritten.status == 73, "\(unwritten.messages)")
    try bench.write("甲,乙\n1,2\n", to: "x.csv")
    let outcome = try bench.run(["check", "x.csv"])
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("甲"))
    try bench.write("", to: "y.csv")
    #expect(try bench.run(["check", "y.csv", "--as-csv", "clean.csv"]).status == 65)
    #expect(try Data(contentsOf: bench.path("clean.csv")).isEmpty)
  }

  @Test("layers list and check describe both layers")
  func layers() throws {
    let bench = try SampleRun.made.workbench
    let list = try #require(
      try JSONValue(try bench.run(["layers", "list", "--json"]).output)["items"]?
        .elements)
    #expect(
      list.compactMap { $0["tag"]?.text } == [
        "red_line", "nature_reserve", "key_function_zone", "prohibited_zone", "spring_protection",
      ])
    for layer in list {
      let path = try #require(layer["path"]?.text)
      #expect(try layer["sha256"]?.text == FolderDigest.of(bench.path(path)))
    }
    for language in ["zh", "en"] {
      let check = try bench.run(["layers", "check", "--lang", language])
      #expect(check.status == 0, "\(check.messages)")
      #expect(check.output.contains("Inputs/layers/红线.geojson"))
    }
  }

  @Test("ledger status counts what the runs recorded; verify finds it whole")
  func ledger() throws {
    let sample = try SampleRun.made
    let bench = try SampleRun.copy()
    let status = try JSONValue(try bench.run(["ledger", "status", "--json"]).output)
    let runs = try #require(status["runs"]?.elements)
    #expect(runs.compactMap { $0["quarter"]?.text } == ["2026Q2", "2026Q3"])
    let counts = try #require(try JSONValue(sample.third.output)["counts"])
    #expect(runs.last?["records"]?.number == counts["records"]?.number)
    let verified = try bench.run(["ledger", "verify", "--json"])
    #expect(verified.status == 0, "\(verified.messages)")
    #expect(try JSONValue(verified.output)["is_whole"]?.isTrue == true)
    #expect(try bench.ledgerDigest() == sample.ledger, "reading does not write")
  }

  @Test("a changed, cut or foreign ledger is found and never written to")
  func damagedLedger() throws {
    let bench = try SmallRun.copy()
    let script = """
      import sqlite3
      base = sqlite3.connect("ledger.sqlite")
      base.execute("update assessment set disposition = 'initiate'")
      base.commit()
      """
    #expect(try NeededTool.python.run(["-c", script], in: bench.url).status == 0)
    let changed = try bench.run(["ledger", "verify"])
    #expect(changed.status == 65, "\(changed.everything)")
    #expect(changed.messages.contains("E506"), "\(changed.messages)")
    for bytes in [
      Data(), Data("not a ledger".utf8),
      try Data(contentsOf: bench.path("ledger.sqlite")).prefix(5000),
    ] {
      let bench = try SmallRun.copy()
      try bytes.write(to: bench.path("ledger.sqlite"))
      for arguments in [Workbench.q3, ["ledger", "status"], ["report", "2026Q3"]] {
        let outcome = try bench.run(arguments)
        #expect([65, 66, 74, 78].contains(outcome.status), "\(arguments) \(outcome.everything)")
        for name in PublicNames.typeNames { #expect(!outcome.messages.contains(name), "\(name)") }
      }
      #expect(try Data(contentsOf: bench.path("ledger.sqlite")) == bytes)
    }
  }

  @Test("ledger backup makes a whole copy for its owner alone and overwrites nothing")
  func backup() throws {
    let bench = try SampleRun.copy()
    let made = try bench.run(["ledger", "backup", "copy.sqlite"])
    #expect(made.status == 0, "\(made.messages)")
    #expect(try FileManager.default.mode(of: bench.path("copy.sqlite")) == 0o600)
    let digest = try FolderDigest.of(bench.path("copy.sqlite"))
    let again = try bench.run(["ledger", "backup", "copy.sqlite"])
    #expect(again.status == 73, "\(again.messages)")
    #expect(try FolderDigest.of(bench.path("copy.sqlite")) == digest)
    let restored = try Workbench(copying: SampleRun.made.workbench.url)
    try restored.remove("ledger.sqlite")
    try FileManager.default.copyItem(
      at: bench.path("copy.sqlite"), to: restored.path("ledger.sqlite"))
    #expect(try restored.ledgerStatus() == SampleRun.made.workbench.ledgerStatus())
    #expect(try restored.run(["ledger", "verify"]).status == 0)
  }

  @Test("doctor says what there is, inside a workspace and outside")
  func doctor() throws {
    let folder = try TemporaryFolder()
    #expect(try LeadscreenProgram.run(["doctor"], in: folder.url).status == 0)
    let inside = try SampleRun.made.workbench.run(["doctor", "--json"])
    #expect(inside.status == 0)
    let findings = try #require(try JSONValue(inside.output)["items"]?.elements)
    #expect(findings.allSatisfy { $0.keys == ["name", "is_fine", "detail"] })
    #expect(findings.contains { $0["detail"]?.text?.contains("shanxi-2025") == true })
  }

  @Test("init never overwrites a workspace and makes one that works")
  func initialise() throws {
    let bench = try SmallRun.copy()
    let text = try bench.text("leadscreen.yaml")
    #expect(try bench.run(["init"]).status == 73)
    #expect(try bench.run(["init", "--demo"]).status == 73)
    #expect(try bench.text("leadscreen.yaml") == text)
    let fresh = try bench.run([
      "init", "new", "--jurisdiction", "140900", "--organisation", "某\"局\\",
    ])
    #expect(fresh.status == 0, "\(fresh.messages)")
    try bench.write(TransferDrop(count: 2).text(), to: "new/Inputs/2026Q3/x.csv")
    #expect(try bench.run(Workbench.q3 + ["--workspace", "new"]).status == 0)
  }
}
