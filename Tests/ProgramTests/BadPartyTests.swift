import Foundation
import Testing

/// Columns of parties as nobody wants them: every record is accounted for, and what is wrong is named.
@Suite struct BadPartyTests {
  private static let code = "914403001922038216"

  private func screened(_ parties: [(name: String, code: String)]) throws -> Workbench {
    let bench = try Workbench()
    var drop = TransferDrop(count: parties.count)
    for (place, party) in parties.enumerated() {
      drop.rows[place][5] = party.name
      drop.rows[place][6] = party.code
    }
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3 + ["--max-rejects", "100%"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return bench
  }

  @Test("a name without end is rejected by its code, placeholders and punctuation are nobody")
  func names() throws {
    let placeholders = [
      "", "无", "不详", "某某", "……", "，。、", "N/A", "（）", "？", "不明单位", String(repeating: "X", count: 3),
      "附近居民", "沿街商户",
    ]
    let bench = try screened(
      ([String(repeating: "宏达铸造", count: 2500)] + placeholders).map { ($0, "") }
        + [("忻州第1号砂石有限公司", "")])
    let rows = try bench.table("records", of: "2026Q3").named
    #expect(rows.count == placeholders.count + 2)
    #expect(rows[0]["status"] == "rejected" && rows[0]["reason"] == "E312")
    for row in rows.dropFirst().dropLast() {
      #expect(row["obligor_id"] == "")
      // A transfer must name somebody; what says nothing is either missing or nobody.
      #expect(["opened", "rejected"].contains(row["status"]))
      if row["status"] == "rejected" { #expect(row["reason"] == "E307") }
    }
    #expect(rows.last?["obligor_id"]?.isEmpty == false)
  }

  @Test("one code for fifty companies is one question, fifty obligors and no truth to measure by")
  func sharedCode() throws {
    let bench = try screened(
      (1...50).map { ("忻州第\($0)号矿业有限公司", BadPartyTests.code) })
    let records = try bench.table("records", of: "2026Q3").named
    #expect(Set(records.map { $0["obligor_id"] ?? "" }).count == 50)
    let questions = try bench.table("review", of: "2026Q3").named.filter {
      ($0["evidence"] ?? "").contains(BadPartyTests.code)
    }
    #expect(questions.count == 1)
    let manifest = try JSONValue(try bench.text("Reports/2026Q3/manifest.json"))
    let codes = manifest["matching"]?["masked_codes"]?["organisation"]
    #expect(codes?["contested"]?.number == 1 && codes?["masked"]?.number == 0)
    #expect(codes?["precision"] == .null)
  }

  @Test("one name for half of the file: those left out are counted in the manifest")
  func halfTheFile() throws {
    let bench = try screened(
      (1...240).map { ($0 % 2 == 0 ? "兄弟汽修部" : "忻州第\($0)号砂石有限公司", "") })
    let manifest = try JSONValue(try bench.text("Reports/2026Q3/manifest.json"))
    let block = manifest["matching"]?["blocks"]?["whole-name"]
    let (refined, pairs) = (block?["refined"]?.number ?? 0, block?["pairs"]?.number ?? .max)
    #expect(refined == 1)
    #expect(pairs < 120 * 48)
    let records = try bench.table("records", of: "2026Q3").named
    #expect(records.count == 240 && records.allSatisfy { $0["obligor_id"]?.isEmpty == false })
  }
}
