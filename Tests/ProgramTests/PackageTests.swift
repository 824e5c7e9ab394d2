import Foundation
import Testing

/// The package of a quarter as people make, send, check and correct it.
@Suite("Packages") struct PackageTests {
  private static let folder = "Reports/packages"
  private static let first = "XZ-140900-2026Q3-r1"

  /// A workspace screened on three transfers.
  private func screened() throws -> Workbench {
    let bench = try Workbench(configuration: "jurisdiction: \"140900\"\n")
    try bench.write(TransferDrop(count: 3).text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    return bench
  }

  @Test("is made once, found valid, and the same again for the same content")
  func made() throws {
    let bench = try screened()
    let outcome = try bench.run(["package", "2026Q3", "--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("\"name\":\"\(Self.first)\""))
    let bytes = try bench.digest(Self.folder)
    let again = try bench.run(["package", "2026Q3"])
    #expect(again.status == 0 && again.messages.contains("内容未变"))
    #expect(try bench.digest(Self.folder) == bytes)
    for path in ["\(Self.folder)/\(Self.first)", "\(Self.folder)/\(Self.first).zip"] {
      let checked = try bench.run(["package", "--verify", path])
      #expect(checked.status == 0 && checked.output.isEmpty, "\(checked.everything)")
      let mode =
        try FileManager.default.attributesOfItem(atPath: bench.path(path).path)[
          .posixPermissions] as? Int
      #expect(mode == (path.hasSuffix("zip") ? 0o600 : 0o700))
    }
    // leads.csv of the package is that of the report.
    #expect(
      try bench.text("\(Self.folder)/\(Self.first)/data/tables/leads.csv")
        == bench.text("Reports/2026Q3/data/leads.csv"))
  }

  @Test("dry, it writes nothing")
  func dryRun() throws {
    let bench = try screened()
    let outcome = try bench.run(["package", "2026Q3", "--dry-run"])
    #expect(outcome.status == 0 && outcome.messages.contains("可生成"))
    #expect(!bench.exists(Self.folder))
  }

  @Test("a damaged one is refused with the place")
  func damaged() throws {
    let bench = try screened()
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    let table = "\(Self.folder)/\(Self.first)/data/tables/leads.csv"
    try bench.write(
      try bench.text(table).replacing(",U,", with: ",F,", maxReplacements: 1), to: table)
    let outcome = try bench.run(["package", "--verify", "\(Self.folder)/\(Self.first)"])
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("data/tables/leads.csv"))
    let zip = "\(Self.folder)/\(Self.first).zip"
    #expect(try bench.run(["package", "--verify", zip]).status == 0)
    try bench.write(try Data(contentsOf: bench.path(zip)) + Data("x".utf8), to: zip)
    let longer = try bench.run(["package", "--verify", zip])
    #expect(longer.status == 65 && longer.messages.contains("E902"), "\(longer.messages)")
    #expect(longer.messages.contains("ZIP 前面或后面有多余的字节"), "\(longer.messages)")
  }

  @Test("another audience than the documents' own is refused", arguments: ["share", "public"])
  func audience(word: String) throws {
    let bench = try screened()
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    let package = "\(Self.folder)/\(Self.first)"
    let descriptor = package + "/data/datapackage.json"
    try bench.write(
      try bench.text(descriptor).replacing(
        "\"audience\": \"internal\"", with: "\"audience\": \"\(word)\""), to: descriptor)
    let found = try bench.run(["package", "--verify", package, "--json"])
    #expect(found.status == 65 && found.output.contains("\"wrong-audience\""), "\(found.output)")
  }

  @Test("what was sent is never written over; a revision lists what changed")
  func revised() throws {
    let bench = try screened()
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    let sent = try Data(contentsOf: bench.path("\(Self.folder)/\(Self.first).zip"))
    try bench.write(TransferDrop(count: 4).text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let refused = try bench.run(["package", "2026Q3"])
    #expect(refused.status == 73 && refused.messages.contains("E901"), "\(refused.messages)")
    let revised = try bench.run(["package", "2026Q3", "--revise", "补报一件线索"])
    #expect(revised.status == 0, "\(revised.messages)")
    #expect(try Data(contentsOf: bench.path("\(Self.folder)/\(Self.first).zip")) == sent)
    let second = "\(Self.folder)/XZ-140900-2026Q3-r2"
    #expect(try bench.run(["package", "--verify", second + ".zip"]).status == 0)
    let changes = try bench.text(second + "/data/changes.csv")
    #expect(changes.contains("leads") && changes.contains("补报一件线索"), "\(changes)")
    // Nothing changed since, so that there is nothing to revise.
    let again = try bench.run(["package", "2026Q3", "--revise", "再来一次"])
    #expect(again.status == 0 && again.messages.contains("内容未变"))
    #expect(!bench.exists("\(Self.folder)/XZ-140900-2026Q3-r3.zip"))
  }

  @Test("a package whose ZIP is gone is not made again in its place")
  func withoutZIP() throws {
    let bench = try screened()
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    try bench.remove("\(Self.folder)/\(Self.first).zip")
    let before = try bench.digest(Self.folder)
    let refused = try bench.run(["package", "2026Q3", "--revise", "更正"])
    #expect(refused.status == 73 && refused.messages.contains("ZIP 不见了"), "\(refused.messages)")
    #expect(try bench.digest(Self.folder) == before)
  }

  @Test("a quarter without leads is a zero report with its reason, and only such a one")
  func zero() throws {
    let bench = try Workbench(configuration: "jurisdiction: \"140900\"\n")
    try bench.write(TransferDrop(count: 0).text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let without = try bench.run(["package", "2026Q3"])
    #expect(without.status == 78 && without.messages.contains("E907"))
    #expect(without.messages.contains("作零报告：leadscreen package 2026Q3 --zero 理由"))
    let made = try bench.run(["package", "2026Q3", "--zero", "本季没有发现线索"])
    #expect(made.status == 0, "\(made.messages)")
    #expect(try bench.run(["package", "--verify", "\(Self.folder)/\(Self.first).zip"]).status == 0)
    let full = try screened()
    let refused = try full.run(["package", "2026Q3", "--zero", "没有"])
    #expect(refused.status == 78 && refused.messages.contains("E907"))
    #expect(refused.messages.contains("在册线索 3 件，其中本季新立 3 件"), "\(refused.messages)")
  }

  @Test("a quarter with carried leads alone is a usual package")
  func carried() throws {
    let bench = try screened()
    try bench.write(TransferDrop(count: 0).text(), to: "Inputs/2026Q4/移送.csv")
    #expect(try bench.run(["screen", "2026Q4", "--as-of", "2027-01-10"]).status == 0)
    let refused = try bench.run(["package", "2026Q4", "--zero", "没有新线索"])
    #expect(refused.status == 78)
    #expect(refused.messages.contains("在册线索 3 件，其中本季新立 0 件"), "\(refused.messages)")
    #expect(try bench.run(["package", "2026Q4"]).status == 0)
  }

  @Test("a receipt that fits opens the list of corrections; another one is refused")
  func receipt() throws {
    let bench = try screened()
    let made = try bench.run(["package", "2026Q3", "--json"]).output
    func member(_ name: String) throws -> String {
      let parts = made.split(separator: "\"\(name)\":\"")
      return String(try #require(parts.last?.split(separator: "\"").first))
    }
    func answer(hash: String) throws -> String {
      """
      {"schemaVersion": "1.0", "receiptNo": "SX-1", "packageSha256": "\(hash)",
       "idempotencyKey": "\(try member("idempotency_key"))", "status": "accepted_with_warnings",
       "receivedAt": "2026-10-10T09:12:00+08:00",
       "counts": {"leads": {"submitted": 3, "accepted": 2, "rejected": 1}},
       "issues": [{"code": "R-1", "resource": "leads", "row": 2, "field": "disposition",
         "message": "=取值不在字典内"},
         {"code": "R-2", "resource": "findings", "row": 7, "field": "value", "message": "请核实"},
         {"code": "R-3", "resource": "lead_sources", "row": 3, "message": "请核实"}]}
      """
    }
    try bench.write(try answer(hash: try member("sha256")), to: "回执.json")
    for command in [["receipt", "回执.json"], ["package", "receipt", "回执.json"]] {
      let taken = try bench.run(command)
      #expect(taken.status == 0, "\(taken.messages)")
      #expect(taken.messages.contains("须更正 3 处"))
    }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: bench.path(Self.folder).path
    ).sorted()
    #expect(names.filter { $0.hasSuffix("-corrections.csv") }.count == 1)
    let list = try bench.text(
      "\(Self.folder)/" + (try #require(names.first { $0.hasSuffix("-corrections.csv") })))
    let lead = try bench.table("leads", of: "2026Q3").column("lead_id")[1]
    #expect(list.contains(lead) && list.contains("'=取值不在字典内"), "\(list)")
    try bench.write(try answer(hash: String(repeating: "0", count: 64)), to: "别的.json")
    let refused = try bench.run(["receipt", "别的.json"])
    #expect(refused.status == 65 && refused.messages.contains("E904"))
  }
}
