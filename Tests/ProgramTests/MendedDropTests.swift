import Foundation
import Testing

/// Rejected rows that come back mended replace what was rejected.
@Suite struct MendedDropTests {
  private static let limit = ["--max-rejects", "100%"]
  private static let rejects = "Reports/2026Q3/data/rejects/移送.csv"

  /// Six transfers: the second without a readable day, the fourth with a comma too many, the fifth
  /// with a cell too few.
  private func damaged() -> (text: String, drop: TransferDrop) {
    let drop = TransferDrop(count: 6)
    var lines = drop.text().split(separator: "\n").map(String.init)
    lines[2] = lines[2].replacing("2026-09-3", with: "2026-09-31")
    lines[4] = lines[4].replacing(",1004", with: ",1,004")
    lines[5] = lines[5].replacing("忻州市生态环境局,", with: "")
    return (lines.joined(separator: "\n") + "\n", drop)
  }

  /// A workspace with the damaged file screened.
  private func screened() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(damaged().text, to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3 + Self.limit)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return bench
  }

  private func reasons(_ bench: Workbench, _ file: String = "移送.csv") throws -> [String] {
    try bench.table("records", of: "2026Q3").named
      .filter { $0["file"] == "Inputs/2026Q3/\(file)" && $0["status"] == "rejected" }
      .compactMap { $0["reason"] }
  }

  @Test("the rejected rows, mended and dropped beside their file, come in and replace them")
  func mended() throws {
    let bench = try screened()
    #expect(try reasons(bench).count == 3)
    let before = try bench.table("leads", of: "2026Q3").named
    // The file that goes back is mended as a person would: by the rows as they should be.
    let returned = try bench.text(Self.rejects).split(separator: "\n").map(String.init)
    #expect(returned.count == 4)
    var drop = TransferDrop(count: 0)
    drop.rows = [2, 4, 5].map(TransferDrop.row)
    #expect(returned[0] == TransferDrop.header.joined(separator: ","))
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送 更正.csv")
    // Nothing is left to be rejected, so that no share of rejects is too large.
    let outcome = try bench.run(Workbench.q3 + ["--max-rejects", "0%", "--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let counts = try #require(try JSONValue(outcome.output)["counts"])
    #expect(counts["rejected"]?.number == 3)
    #expect(counts["records"]?.number == 9)
    #expect(counts["leads"]?.number == 6)
    let found = try reasons(bench)
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.hasSuffix(";E403") }, "\(found)")
    #expect(!bench.exists(Self.rejects), "nothing is left to be mended")
    let rejects = try bench.table("rejects", of: "2026Q3").named
    #expect(rejects.count == 3)
    #expect(rejects[0]["hint"]?.contains("Inputs/2026Q3/移送 更正.csv#1") == true)
    #expect(rejects.allSatisfy { $0["code"] != "E403" }, "the code says why it was rejected")
    let after = try bench.table("leads", of: "2026Q3").named
    let ids = Set(after.compactMap { $0["lead_id"] })
    #expect(before.allSatisfy { ids.contains($0["lead_id"] ?? "") })
    #expect(
      try bench.run(["explain", "Inputs/2026Q3/移送.csv#2"]).output.contains("E403"))

    let digest = try bench.digest("Reports")
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try bench.digest("Reports") == digest)
  }

  @Test("what is not mended yet stays to be mended")
  func partly() throws {
    let bench = try screened()
    var drop = TransferDrop(count: 0)
    drop.rows = [TransferDrop.row(4)]
    try bench.write(drop.text(), to: "Inputs/2026Q3/更正.csv")
    #expect(try bench.run(Workbench.q3 + Self.limit).status == 0)
    #expect(try reasons(bench).filter { $0.hasSuffix("E403") }.count == 1)
    let left = try bench.text(Self.rejects)
    #expect(left.contains("2026〕2号") && left.contains("2026〕5号"))
    #expect(!left.contains("2026〕4号"))
  }

  @Test("only a record of the same number replaces a rejected one, and none of the same file does")
  func otherRecords() throws {
    let bench = try Workbench()
    // The third row of the file has the number of the damaged second, in another matter.
    var text = damaged().text
    var twin = TransferDrop.row(2)
    twin[10] = "盗采"
    var drop = TransferDrop(count: 0)
    drop.rows = [twin]
    text += drop.text().split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    try bench.write(text, to: "Inputs/2026Q3/移送.csv")
    // Rows 5 and 12 have the party and the place of rejected ones under other numbers.
    var alike = TransferDrop(count: 0)
    alike.rows = [4, 5].map { number in
      var row = TransferDrop.row(number)
      row[0] = "忻检公移〔2026〕9\(number)号"
      return row
    }
    try bench.write(alike.text(), to: "Inputs/2026Q3/别的.csv")
    let outcome = try bench.run(Workbench.q3 + Self.limit)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try reasons(bench).allSatisfy { !$0.contains("E403") })
    #expect(try bench.text(Self.rejects).split(separator: "\n").count == 4)
  }

  @Test("rejected rows above the limit still stop a run, mended ones of another number or not")
  func limitStands() throws {
    let bench = try Workbench()
    try bench.write(damaged().text, to: "Inputs/2026Q3/移送.csv")
    var drop = TransferDrop(count: 0)
    drop.rows = [TransferDrop.row(4)]
    try bench.write(drop.text(), to: "Inputs/2026Q3/更正.csv")
    #expect(try bench.run(Workbench.q3 + ["--max-rejects", "20%"]).status == 65)
    #expect(try bench.run(Workbench.q3 + ["--max-rejects", "29%"]).status == 0)
  }

  @Test("mended rows that come in the next quarter are records of that quarter")
  func nextQuarter() throws {
    let bench = try screened()
    let reports = try bench.digest("Reports/2026Q3")
    var drop = TransferDrop(count: 0)
    drop.rows = [2, 4, 5].map(TransferDrop.row)
    try bench.write(drop.text(), to: "Inputs/2026Q4/更正.csv")
    #expect(try bench.run(Workbench.q4).status == 0)
    let records = try bench.table("records", of: "2026Q4").named
    #expect(records.map { $0["status"] } == ["opened", "opened", "opened"])
    #expect(try bench.digest("Reports/2026Q3") == reports)
  }
}
