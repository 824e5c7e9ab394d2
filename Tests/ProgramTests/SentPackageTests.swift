import Foundation
import Testing

/// What was sent is known by the ledger, whatever becomes of Reports/packages.
@Suite("Packages that the ledger knows") struct SentPackageTests {
  private static let folder = "Reports/packages"
  private static let first = "XZ-140900-2026Q3-r1"

  /// A workspace with the package of three transfers.
  private func sent() throws -> Workbench {
    let bench = try Workbench(configuration: "jurisdiction: \"140900\"\n")
    try screen(bench, transfers: 3)
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    return bench
  }

  private func screen(_ bench: Workbench, transfers: Int) throws {
    try bench.write(TransferDrop(count: transfers).text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
  }

  private func list(_ bench: Workbench) throws -> JSONValue {
    let outcome = try bench.run(["package", "list", "2026Q3", "--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try JSONValue(outcome.output)
  }

  @Test("the list says what was made, when and with what digest, without Reports/packages")
  func listed() throws {
    let bench = try sent()
    let digest = try FolderDigest.of(bench.path("\(Self.folder)/\(Self.first).zip"))
    try bench.remove(Self.folder)
    let outcome = try bench.run(["package", "list"])
    #expect(outcome.status == 0)
    let line = try #require(outcome.output.split(separator: "\n").last)
    #expect(
      line.split(separator: " ").map(String.init) == [
        Self.first, "internal", "2026-10-15", "-", "-", digest,
      ])
    #expect(try bench.run(["package", "list", "2026Q2"]).output.contains(Self.first) == false)
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("a package that was deleted comes back with the same bytes")
  func putBack() throws {
    let bench = try sent()
    let before = try bench.digest(Self.folder)
    try bench.remove(Self.folder)
    let again = try bench.run(["package", "2026Q3"])
    #expect(again.status == 0 && again.messages.contains("内容未变"), "\(again.messages)")
    #expect(try bench.digest(Self.folder) == before)
    // A revision too, from the package before it.
    try screen(bench, transfers: 4)
    #expect(try bench.run(["package", "2026Q3", "--revise", "补报"]).status == 0)
    let both = try bench.digest(Self.folder)
    let second = Self.first.dropLast() + "2"
    try bench.remove("\(Self.folder)/\(second).zip")
    try bench.remove("\(Self.folder)/\(second)")
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    #expect(try bench.digest(Self.folder) == both)
  }

  @Test(
    "where the register says otherwise by now, what was deleted is not made anew",
    arguments: [
      ["package", "2026Q3"], ["package", "2026Q3", "--revise", "补报"],
    ])
  func deleted(command: [String]) throws {
    let bench = try sent()
    try bench.remove(Self.folder)
    try screen(bench, transfers: 4)
    let refused = try bench.run(command)
    #expect(refused.status == 73 && refused.messages.contains("E908"), "\(refused.messages)")
    #expect(refused.messages.contains("第 1 版，数据截止 2026-10-15"), "\(refused.messages)")
    #expect(!bench.exists(Self.folder))
  }

  @Test("a package that was written but not recorded is recorded with the next call")
  func interrupted() throws {
    let bench = try Workbench(configuration: "jurisdiction: \"140900\"\n")
    try screen(bench, transfers: 3)
    let unaware = try Data(contentsOf: bench.path("ledger.sqlite"))
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    let shelf = try bench.digest(Self.folder)
    try bench.write(unaware, to: "ledger.sqlite")
    #expect(try list(bench)["items"]?.elements?.count == 0)
    #expect(try bench.run(["package", "2026Q3", "--dry-run"]).status == 0)
    #expect(try list(bench)["items"]?.elements?.count == 0)
    let again = try bench.run(["package", "2026Q3"])
    #expect(again.status == 0 && again.messages.contains("内容未变"))
    #expect(try bench.digest(Self.folder) == shelf)
    #expect(try list(bench)["items"]?.elements?.count == 1)
    // With a revision both are recorded.
    try bench.write(unaware, to: "ledger.sqlite")
    try screen(bench, transfers: 4)
    #expect(try bench.run(["package", "2026Q3", "--revise", "补报"]).status == 0)
    #expect(try list(bench)["items"]?.elements?.count == 2)
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test(
    "a folder that is gone comes back from its ZIP, and that is said", arguments: [true, false])
  func folderPutBack(isRecorded: Bool) throws {
    let bench = try Workbench(configuration: "jurisdiction: \"140900\"\n")
    try screen(bench, transfers: 3)
    let unaware = try Data(contentsOf: bench.path("ledger.sqlite"))
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    let before = try bench.digest(Self.folder)
    // A full disk after the ZIP leaves neither the folder nor the ledger's row.
    try bench.remove("\(Self.folder)/\(Self.first)")
    if !isRecorded { try bench.write(unaware, to: "ledger.sqlite") }
    let dry = try bench.run(["package", "2026Q3", "--dry-run"])
    #expect(dry.status == 0 && dry.messages.contains("可按 ZIP 恢复"), "\(dry.messages)")
    #expect(!bench.exists("\(Self.folder)/\(Self.first)"))
    let again = try bench.run(["package", "2026Q3", "--json"])
    #expect(again.status == 0 && again.messages.contains("已按 ZIP 恢复"), "\(again.messages)")
    #expect(try JSONValue(again.output)["folder_put_back"]?.isTrue == true)
    #expect(try bench.digest(Self.folder) == before)
    #expect(try list(bench)["items"]?.elements?.count == 1)
    let third = try bench.run(["package", "2026Q3", "--json"])
    #expect(third.messages.contains("包原样保留"), "\(third.messages)")
    #expect(try JSONValue(third.output)["folder_put_back"]?.isTrue == false)
  }

  @Test("a folder does not come back from another ZIP than the one that was sent")
  func folderOfAnother() throws {
    let bench = try sent()
    let path = "\(Self.folder)/\(Self.first).zip"
    var zip = try Data(contentsOf: bench.path(path))
    zip[10] ^= 1
    try bench.write(zip, to: path)
    try bench.remove("\(Self.folder)/\(Self.first)")
    let refused = try bench.run(["package", "2026Q3"])
    #expect(refused.status == 73 && refused.messages.contains("E908"), "\(refused.messages)")
    #expect(!bench.exists("\(Self.folder)/\(Self.first)"))
  }

  @Test("another package in the place of the one that was sent is refused")
  func exchanged() throws {
    let bench = try sent()
    let path = "\(Self.folder)/\(Self.first).zip"
    var zip = try Data(contentsOf: bench.path(path))
    // The time of the first part in its local header, which no reader looks at.
    zip[10] ^= 1
    try bench.write(zip, to: path)
    #expect(try bench.run(["package", "--verify", path]).status == 0)
    for command in [["package", "2026Q3"], ["package", "2026Q3", "--revise", "更正"]] {
      let refused = try bench.run(command)
      #expect(refused.status == 73 && refused.messages.contains("E908"), "\(refused.messages)")
    }
    #expect(try Data(contentsOf: bench.path(path)) == zip)
  }

  @Test("an answer is kept with its package, once, and outlives the files")
  func answered() throws {
    let bench = try sent()
    let made = try #require(try list(bench)["items"]?.elements?.first)
    let (hash, key) = (made["sha256"]?.text ?? "", made["idempotency_key"]?.text ?? "")
    try bench.write(
      """
      {"schemaVersion": "1.0", "receiptNo": "SX-1", "packageSha256": "\(hash)",
       "idempotencyKey": "\(key)", "status": "accepted_with_warnings",
       "receivedAt": "2026-10-12T09:12:00+08:00",
       "counts": {"leads": {"submitted": 3, "accepted": 2, "rejected": 1}},
       "issues": [{"code": "R-1", "resource": "leads", "row": 2, "field": "disposition",
                   "message": "须说明"}]}
      """, to: "回执.json")
    for _ in 1...2 {
      let outcome = try bench.run(["receipt", "回执.json"])
      #expect(outcome.status == 0, "\(outcome.messages)")
    }
    try bench.remove(Self.folder)
    let answers = try #require(try list(bench)["items"]?.elements?.first?["receipts"]?.elements)
    #expect(answers.count == 1)
    #expect(answers.first?["number"]?.text == "SX-1")
    #expect(answers.first?["status"]?.text == "accepted_with_warnings")
    #expect(answers.first?["received_at"]?.text == "2026-10-12T09:12:00+08:00")
    #expect(answers.first?["to_correct"]?.number == 1)
    let refused = try bench.run(["receipt", "回执.json"])
    #expect(refused.status == 65 && refused.messages.contains("E908"), "\(refused.messages)")
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("an answer to a package that the ledger does not know records both")
  func answeredUnrecorded() throws {
    let bench = try Workbench(configuration: "jurisdiction: \"140900\"\n")
    try screen(bench, transfers: 3)
    let unaware = try Data(contentsOf: bench.path("ledger.sqlite"))
    #expect(try bench.run(["package", "2026Q3"]).status == 0)
    let made = try #require(try list(bench)["items"]?.elements?.first)
    try bench.write(unaware, to: "ledger.sqlite")
    try bench.write(
      """
      {"schemaVersion": "1.0", "receiptNo": "SX-2",
       "packageSha256": "\(made["sha256"]?.text ?? "")",
       "idempotencyKey": "\(made["idempotency_key"]?.text ?? "")", "status": "accepted",
       "receivedAt": "2026-10-12T09:12:00+08:00",
       "counts": {"leads": {"submitted": 3, "accepted": 3, "rejected": 0}}, "issues": []}
      """, to: "回执.json")
    let outcome = try bench.run(["receipt", "回执.json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let listed = try #require(try list(bench)["items"]?.elements)
    #expect(listed.count == 1)
    #expect(listed.first?["receipts"]?.elements?.first?["to_correct"]?.number == 0)
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }
}
