import Foundation
import Testing

/// Every byte and line of a file is some row's, and rows that are no records are listed.
@Suite struct AccountingTests {
  private func drop() -> String {
    let lines = TransferDrop(count: 5).text().split(separator: "\n").map(String.init)
    let blank = String(repeating: ",", count: TransferDrop.header.count - 1)
    let rows =
      ["忻州市检察机关移送线索登记表", lines[0], lines[1], lines[2], blank, lines[0]] + lines[3...5]
      + ["合计\(blank)5015", "填表人：王某 13812345678"]
    return rows.map { $0 + "\n" }.joined()
  }

  @Test("rows by kinds add up to the file's bytes and lines, from the ledger as well")
  func balance() throws {
    let bench = try Workbench()
    // A byte order mark is bytes on no line of its own.
    let text = "\u{FEFF}" + drop()
    try bench.write(text, to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let manifest = try JSONValue(try bench.text("Reports/2026Q3/manifest.json"))
    let input = try #require(manifest["inputs"]?.elements?.first)
    let balance = try #require(input["balance"])
    #expect(balance["balanced"]?.isTrue == true)
    let rows = try #require(balance["rows"])
    let kinds = rows.keys
    #expect(kinds.isSuperset(of: ["caption", "header", "record", "repeated_header", "total"]))
    func sum(_ name: String) -> Int { kinds.reduce(0) { $0 + (rows[$1]?[name]?.number ?? 0) } }
    #expect(sum("bytes") == text.utf8.count)
    #expect(sum("bytes") == input["bytes"]?.number)
    #expect(sum("lines") == text.count { $0 == "\n" })
    #expect(rows["record"]?["rows"]?.number == 5)
    #expect(balance["records"]?.number == 5)
    #expect(input["encoding_reason"]?.text?.isEmpty == false)
    #expect(input["dialect_reason"]?.text?.isEmpty == false)

    let digest = try bench.digest("Reports")
    try bench.remove("Reports/2026Q3")
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try bench.digest("Reports") == digest)
  }

  @Test("rows that are no records are listed with their reason, and sums are no leads")
  func setAside() throws {
    let bench = try Workbench()
    try bench.write(drop(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let table = try bench.table("set_aside", of: "2026Q3")
    #expect(table.header == ["file", "line", "kind", "code", "text"])
    let rows = table.named
    #expect(rows.map { $0["code"] } == ["E211", "E207", "E213", "E214"])
    #expect(rows.map { $0["line"] } == ["1", "6", "10", "11"])
    #expect(rows.allSatisfy { $0["file"] == "Inputs/2026Q3/移送.csv" })
    let all = try bench.text("Reports/2026Q3/data/set_aside.csv")
    #expect(!all.contains("13812345678") && all.contains("138****5678"))
    #expect(try bench.table("leads", of: "2026Q3").column("amount_estimate").count == 5)
    let listed = try JSONValue(try bench.text("Reports/2026Q3/manifest.json"))["outputs"]?.elements
    #expect(listed?.contains { $0["path"]?.text == "data/set_aside.csv" } == true)
    #expect(try bench.text("Reports/2026Q3/report.html").contains("不作记录的行：标题说明 1"))
  }
}
