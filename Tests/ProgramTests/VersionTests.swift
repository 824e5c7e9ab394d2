import Foundation
import Testing

/// A record exported again with a change is a new version of that record.
@Suite struct VersionTests {
  /// A workspace whose second quarter holds the first `count` transfers.
  private func screened(_ count: Int = 4) throws -> Workbench {
    let bench = try Workbench()
    try bench.write(TransferDrop(count: count).text(), to: "Inputs/2026Q2/移送.csv")
    #expect(try bench.run(Workbench.q2).status == 0)
    return bench
  }

  /// The yuan of a column of leads.csv, added up in fen.
  private func sum(_ bench: Workbench, _ quarter: String, _ column: String) throws -> Int {
    try bench.table("leads", of: quarter).column(column).reduce(0) { sum, text in
      sum + (Int(text.replacing(".", with: "")) ?? 0)
    }
  }

  private static let amount = "损害评估金额（元）"

  @Test("an amended amount joins its lead, is shown as such and is added up once")
  func amendedAmount() throws {
    let bench = try screened()
    let before = try bench.table("leads", of: "2026Q2").named
    try bench.write(TransferDrop([2], [Self.amount: "9000"]).text(), to: "Inputs/2026Q3/更正.csv")
    let outcome = try bench.run(Workbench.q3 + ["--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let counts = try #require(try JSONValue(outcome.output)["counts"])
    #expect(counts["leads_opened"]?.number == 0)
    #expect(counts["merged"]?.number == 1)
    #expect(counts["leads"]?.number == 4)

    let record = try #require(try bench.table("records", of: "2026Q3").named.first)
    #expect(record["status"] == "merged")
    #expect(record["reason"] == "E402")
    let lead = try #require(
      try bench.table("leads", of: "2026Q3").named.first { $0["lead_id"] == record["lead_id"] })
    #expect(lead["amount_estimate"] == "9000.00")
    #expect(lead["status"] == "changed")
    #expect(lead["records"] == "2")
    let old = try #require(before.first { $0["lead_id"] == lead["lead_id"] })
    #expect(lead["discovery_date"] == old["discovery_date"])
    #expect(lead["verification_due"] == old["verification_due"])
    #expect(try sum(bench, "2026Q3", "amount_estimate") == (1001 + 9000 + 1003 + 1004) * 100)
    let match = try #require(
      try bench.table("matches", of: "2026Q3").named.first { $0["rule"] == "new-version" })
    #expect(match["record_a"] == "Inputs/2026Q2/移送.csv#2")
    #expect(match["record_b"] == "Inputs/2026Q3/更正.csv#1")
    #expect(try bench.table("review", of: "2026Q3").rows.isEmpty)

    let change = "损害金额：1002.00 元 改为 9000.00 元"
    let page = try bench.text("Reports/2026Q3/report.html")
    #expect(page.contains(change) && page.contains("（已有新版本）"))
    let explained = try bench.run(["explain", record["lead_id"] ?? ""]).output
    #expect(explained.contains(change) && explained.contains("Inputs/2026Q2/移送.csv#2"))
    let ofRecord = try bench.run(["explain", "Inputs/2026Q2/移送.csv#2"]).output
    #expect(ofRecord.contains("已有新版本 Inputs/2026Q3/更正.csv#1"))
    // The register's sheet and the HTML know one lead and one amount.
    #expect(!page.contains("9,002.00") && !page.contains("10,002.00"))
  }

  @Test("reports of every quarter are written again from the ledger, byte for byte")
  func sameBytes() throws {
    let bench = try screened()
    for (quarter, run, amount) in [
      ("2026Q3", Workbench.q3, "9000"), ("2026Q4", Workbench.q4, "1002"),
    ] {
      try bench.write(
        TransferDrop([2], [Self.amount: amount]).text(), to: "Inputs/\(quarter)/再报.csv")
      #expect(try bench.run(run).status == 0)
    }
    let digest = try bench.digest("Reports")
    for quarter in ["2026Q2", "2026Q3", "2026Q4"] {
      try bench.remove("Reports/\(quarter)")
      #expect(try bench.run(["report", quarter]).status == 0)
    }
    #expect(try bench.digest("Reports") == digest)
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("versions follow each other over the quarters; each drop's statement counts in its quarter")
  func chain() throws {
    let bench = try screened(2)
    var amounts: [String?] = []
    for (number, quarter) in ["2026Q3", "2026Q4", "2027Q1"].enumerated() {
      try bench.write(
        TransferDrop([1], [Self.amount: "\(number + 2)000"]).text(), to: "Inputs/\(quarter)/更正.csv")
      let outcome = try bench.run(["screen", quarter, "--as-of", "2027-05-01"])
      #expect(outcome.status == 0, "\(outcome.messages)")
      let leads = try bench.table("leads", of: quarter).named
      #expect(leads.count == 2)
      amounts.append(leads.first { $0["records"] != "1" }?["amount_estimate"])
    }
    #expect(amounts == ["2000.00", "3000.00", "4000.00"])
    let joins = try bench.table("matches", of: "2027Q1").named.filter {
      $0["rule"] == "new-version"
    }
    #expect(
      Set(joins.compactMap { $0["record_a"] }) == [
        "Inputs/2026Q2/移送.csv#1", "Inputs/2026Q3/更正.csv#1", "Inputs/2026Q4/更正.csv#1",
      ])
  }

  @Test("a record that goes back to its first content is a repeat, and that content counts again")
  func back() throws {
    let bench = try screened(2)
    try bench.write(TransferDrop([1], [Self.amount: "9000"]).text(), to: "Inputs/2026Q3/更正.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    try bench.write(TransferDrop([1]).text(), to: "Inputs/2026Q4/改回.csv")
    #expect(try bench.run(Workbench.q4).status == 0)
    let record = try #require(try bench.table("records", of: "2026Q4").named.first)
    #expect(record["status"] == "repeat")
    #expect(record["reason"] == "E402")
    let lead = try #require(
      try bench.table("leads", of: "2026Q4").named.first { $0["lead_id"] == record["lead_id"] })
    #expect(lead["amount_estimate"] == "1001.00")
    #expect(lead["status"] == "changed")
    // Said once more, nothing changes.
    try bench.write(TransferDrop([1]).text(), to: "Inputs/2027Q1/又报.csv")
    #expect(try bench.run(["screen", "2027Q1", "--as-of", "2027-05-01"]).status == 0)
    let again = try #require(try bench.table("records", of: "2027Q1").named.first)
    #expect(again["reason"] == "")
    let open = try bench.table("leads", of: "2027Q1").named.first {
      $0["lead_id"] == record["lead_id"]
    }
    #expect(open?["status"] == "open")
  }

  @Test("a drop that states both versions has no order for them: the amount is left to a person")
  func bothInOneDrop() throws {
    let bench = try screened(1)
    var both = TransferDrop([1])
    both.rows += TransferDrop([1], [Self.amount: "9000"]).rows
    try bench.write(both.text(), to: "Inputs/2026Q3/两份.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let records = try bench.table("records", of: "2026Q3").named
    #expect(records.map { $0["status"] } == ["repeat", "merged"])
    #expect(records.allSatisfy { $0["reason"] == "" })
    #expect(try bench.table("leads", of: "2026Q3").rows.count == 1)
    #expect(
      try bench.table("matches", of: "2026Q3").named.allSatisfy { $0["rule"] != "new-version" })
  }

  @Test("a drop mended in place within its quarter replaces what it said")
  func withinTheQuarter() throws {
    let bench = try screened(3)
    var mended = TransferDrop(count: 3)
    mended.rows[1] = TransferDrop([2], [Self.amount: "9000"]).rows[0]
    try bench.write(mended.text(), to: "Inputs/2026Q2/移送.csv")
    #expect(try bench.run(Workbench.q2).status == 0)
    #expect(try bench.table("leads", of: "2026Q2").rows.count == 3)
    #expect(try sum(bench, "2026Q2", "amount_estimate") == (1001 + 9000 + 1003) * 100)
    let digest = try bench.digest("Reports")
    #expect(try bench.run(["report", "2026Q2"]).status == 0)
    #expect(try bench.digest("Reports") == digest)
  }

  @Test("a corrected day moves the deadline, a day left blank does not")
  func days() throws {
    let bench = try screened(2)
    let before = try bench.table("leads", of: "2026Q2").named
    var drop = TransferDrop([1], ["接收日期": "2026-09-20"])
    drop.rows += TransferDrop([2], ["案发日期": "", Self.amount: "9000"]).rows
    try bench.write(drop.text(), to: "Inputs/2026Q3/更正.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let after = try bench.table("leads", of: "2026Q3").named
    func lead(_ rows: [[String: String]], _ party: String) throws -> [String: String] {
      try #require(rows.first { $0["obligor_name"] == party })
    }
    let moved = try lead(after, "忻州第1号砂石有限公司")
    #expect(moved["discovery_date"] == "2026-09-20")
    #expect(moved["verification_due"] != (try lead(before, "忻州第1号砂石有限公司"))["verification_due"])
    let kept = try lead(after, "忻州第2号砂石有限公司")
    let old = try lead(before, "忻州第2号砂石有限公司")
    for column in ["occurrence_date", "discovery_date", "verification_due"] {
      #expect(kept[column] == old[column], "\(column)")
    }
    #expect(kept["amount_estimate"] == "9000.00")
  }

  @Test("a number under another party is not taken for a version: a person is asked, also later")
  func otherParty() throws {
    let bench = try screened(1)
    try bench.write(
      TransferDrop([1], ["当事人": "代县晨光矿业有限公司"]).text(), to: "Inputs/2026Q3/另一家.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try bench.table("leads", of: "2026Q3").rows.count == 2)
    #expect(try bench.table("records", of: "2026Q3").named[0]["reason"] == "")
    try bench.write(TransferDrop(count: 1, from: 900).text(), to: "Inputs/2026Q4/新.csv")
    #expect(try bench.run(Workbench.q4).status == 0)
    for quarter in ["2026Q3", "2026Q4"] {
      let items = try bench.table("review", of: quarter).named
      #expect(items.map { $0["kind"] } == ["lead-conflict"], "\(quarter)")
      #expect(items[0]["left"] == "Inputs/2026Q3/另一家.csv#1")
      #expect(items[0]["right"] == "Inputs/2026Q2/移送.csv#1")
    }
  }

  @Test("what a record's other columns say is kept as it stands and shown, particulars hidden")
  func unmappedColumns() throws {
    let bench = try Workbench()
    let header = TransferDrop.header + ["陪同人员", "联系人电话", "备考"]
    var drop = TransferDrop(count: 2)
    drop.rows[0] += ["王某", "13812345678", "逗号,和\"引号\"，电13987654321"]
    drop.rows[1] += ["", "", ""]
    try bench.write(drop.text(header: header), to: "Inputs/2026Q2/移送.csv")
    #expect(try bench.run(Workbench.q2).status == 0)
    let explained = try bench.run(["explain", "Inputs/2026Q2/移送.csv#1"]).output
    #expect(explained.contains("陪同人员 = 王某"))
    #expect(explained.contains("备考 = 逗号,和\"引号\"，电139****4321"))
    #expect(explained.contains("联系人电话 = （不显示）"))
    #expect(!explained.contains("13812345678") && !explained.contains("13987654321"))
    #expect(!explained.contains("当事人 ="), "a mapped column is not shown a second time")
    let blank = try bench.run(["explain", "Inputs/2026Q2/移送.csv#2"]).output
    #expect(!blank.contains("陪同人员"))
  }

  @Test("a file in single quotes is cut by them again when a record is explained")
  func singleQuotes() throws {
    let bench = try Workbench()
    let drop = TransferDrop(count: 3)
    let rows = [TransferDrop.header + ["备考"]] + drop.rows.map { $0 + ["甲,乙 \"原文\""] }
    let text = rows.map { $0.map { "'\($0)'" }.joined(separator: ",") + "\n" }.joined()
    try bench.write(text, to: "Inputs/2026Q2/移送.csv")
    #expect(try bench.run(Workbench.q2).status == 0)
    let explained = try bench.run(["explain", "Inputs/2026Q2/移送.csv#1"]).output
    #expect(explained.contains("备考 = 甲,乙 \"原文\""))
  }
}
