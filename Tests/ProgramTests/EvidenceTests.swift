import Foundation
import Testing

/// Why records are one, why others are not, and what stays a question: in every output.
@Suite struct EvidenceTests {
  private static let village = ["案发地点": "原平市东社镇上庄村5号", "县区": "原平市"]

  /// Two transfers of one party, written differently, and two sisters that their numbers tell apart.
  private func drop() -> String {
    func said(_ number: Int, _ name: String, _ day: String) -> [String] {
      var changes = EvidenceTests.village
      changes["当事人"] = name
      changes["案发日期"] = day
      // Two bodies may number one event twice.
      changes["移送检察院"] = number == 2 ? "原平市人民检察院" : "忻州市人民检察院"
      return TransferDrop([number], changes).rows[0]
    }
    var drop = TransferDrop(count: 0)
    drop.rows = [
      said(1, "原平市宏达铸造有限公司", "2026-07-02"), said(2, "宏达铸造有限公司", "2026-07-03"),
      said(20, "原平市金茂第一铸造有限公司", "2026-08-05"), said(21, "原平市金茂第二铸造有限公司", "2026-08-05"),
    ]
    return drop.text()
  }

  private func screened() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(drop(), to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.everything)")
    return bench
  }

  @Test(
    "matches.csv has every piece with its bits, the second-best candidate, and what was refused")
  func matches() throws {
    let bench = try screened()
    let rows = try bench.table("matches", of: "2026Q3").named
    let weighed = try #require(rows.first { $0["rule"] == "weighed-evidence" })
    let evidence = try #require(weighed["evidence"])
    for part in ["名称相同（一方未写行政区划） +", "县区一致 +", "合计 +", "模型 1", "没有其他候选"] {
      #expect(evidence.contains(part), "\(evidence)")
    }
    #expect(try #require(Double(weighed["weight_bits"] ?? "")) >= 6)
    let refused = try #require(rows.last)
    #expect(refused["rule"] == "refused")
    #expect(refused["lead_id"] == "")
    #expect(refused["evidence"]?.hasPrefix("未合并，理由：名称中的编号不同；") == true)
    #expect(refused["decided_by"] == "rule")
    // Whoever takes the pairs with a lead for joined is right.
    let lead = Dictionary(
      uniqueKeysWithValues: try bench.table("records", of: "2026Q3").named.map {
        ("\($0["file"] ?? "")#\($0["record"] ?? "")", $0["lead_id"] ?? "")
      })
    for row in rows where row["lead_id"] != "" {
      #expect(lead[row["record_a"] ?? ""] == row["lead_id"])
      #expect(lead[row["record_b"] ?? ""] == row["lead_id"])
    }
    for row in rows where row["rule"] == "refused" {
      #expect(lead[row["record_a"] ?? ""] != lead[row["record_b"] ?? ""])
    }
  }

  @Test("matches.csv lists a sure key that makes two leads one obligor's, as explain does")
  func sureKeyBetweenLeads() throws {
    let bench = try Workbench()
    var drop = TransferDrop(count: 0)
    drop.rows = [1, 9].map { TransferDrop([$0], ["当事人": "忻州第1号砂石有限公司"]).rows[0] }
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    try #require(Set(try bench.ids("2026Q3", "lead_id")).count == 2)
    let obligors = Set(try bench.ids("2026Q3", "obligor_id"))
    try #require(obligors.count == 1)
    let rows = try bench.table("matches", of: "2026Q3").named
    #expect(rows.map { $0["rule"] } == ["whole-name"])
    #expect(rows.map { $0["lead_id"] } == [""])
    let explained = try bench.run(["explain", try #require(obligors.first)]).output
    #expect(explained.contains("（whole-name）"))
  }

  @Test("what a person withdrew is no reason: different, then same, then unsure stays apart")
  func withdrawn() throws {
    let bench = try screened()
    func decide(_ verdict: String, _ day: String) throws {
      let (one, other) = ("Inputs/2026Q3/移送.csv#1", "Inputs/2026Q3/移送.csv#2")
      let outcome = try bench.decide([Decisions.said("义务人", one, other, verdict, day: day)])
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(try bench.run(Workbench.q3).status == 0)
    }
    func owners() throws -> [String] { Array(try bench.ids("2026Q3", "obligor_id").prefix(2)) }
    try #require(Set(try owners()).count == 1)
    try decide("不同", "2026-10-16")
    #expect(Set(try owners()).count == 2)
    try decide("同一", "2026-10-17")
    #expect(Set(try owners()).count == 1)
    try decide("不能确定", "2026-10-18")
    #expect(Set(try owners()).count == 2)
    #expect(try bench.table("matches", of: "2026Q3").named.allSatisfy { $0["rule"] != "person" })
    let explained = try bench.run(["explain", "Inputs/2026Q3/移送.csv#2"]).output
    #expect(!explained.contains("（person）"), "\(explained)")
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("explain prints the waterfall and the refusals of a lead, an obligor and a record")
  func explained() throws {
    let bench = try screened()
    let records = try bench.table("records", of: "2026Q3").named
    let one = "Inputs/2026Q3/移送.csv#1"
    for id in [records[0]["lead_id"], records[0]["obligor_id"], one] {
      let text = try bench.run(["explain", try #require(id)]).output
      #expect(text.contains("名称相同（一方未写行政区划） +"), "\(text)")
      #expect(text.contains("合计 +") && text.contains("（合并线 +6.00，模型 1）；没有其他候选"))
      let english = try bench.run(["explain", try #require(id), "--lang", "en"]).output
      #expect(english.contains("same name, one without its division +"), "\(english)")
      #expect(english.contains("(joined from +6.00, model 1); no other candidate"))
    }
    for id in [records[2]["lead_id"], records[3]["obligor_id"], "Inputs/2026Q3/移送.csv#3"] {
      let text = try bench.run(["explain", try #require(id)]).output
      #expect(text.contains("为何未与其他合并\n"), "\(text)")
      #expect(text.contains("未合并，理由：名称中的编号不同；"))
      let english = try bench.run(["explain", try #require(id), "--lang", "en"]).output
      #expect(english.contains("not joined: numbers in the names differ; "))
    }
  }

  @Test(
    "the page shows a merged lead's records side by side; the ledger gives the same files again")
  func page() throws {
    let bench = try screened()
    let page = try bench.text("Reports/2026Q3/report.html")
    #expect(page.contains("<caption>来源对照</caption>"))
    #expect(page.contains("<dt>同一义务人的依据</dt>"))
    #expect(page.contains("<div class=\"wf\" aria-hidden=\"true\">"))
    #expect(page.contains("<dt>未合并的相近记录</dt>"))
    #expect(page.contains("权重模型第 1 版"))
    let matching = try #require(
      try JSONValue(bench.text("Reports/2026Q3/manifest.json"))["matching"])
    #expect(matching["model"]?.number == 1)
    #expect(matching["join_bits"]?.number == 6)
    #expect(matching["refused"]?.number == 1)
    #expect(matching["blocks"]?["address"]?["pairs"]?.number ?? 0 > 0)
    let before = try bench.digest("Reports/2026Q3")
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try bench.digest("Reports/2026Q3") == before)
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  /// One question, about two names whose legal forms differ.
  private func asked() throws -> Workbench {
    let bench = try Workbench()
    let rows = ["原平市宏达铸造有限公司", "原平市宏达铸造股份有限公司"].enumerated().map {
      TransferDrop([$0 * 9 + 1], ["当事人": $1, "县区": "原平市", "案发地点": "原平市东社镇"]).rows[0]
    }
    var drop = TransferDrop(count: 0)
    drop.rows = rows
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    return bench
  }

  @Test("what weak evidence asks stays asked when the quarter is run again, until it is answered")
  func askedAgain() throws {
    let bench = try asked()
    let question = try bench.table("review", of: "2026Q3").named
    try #require(question.map { $0["kind"] } == ["ambiguous-obligor"])
    #expect(question[0]["weight_bits"] != "")
    #expect(
      try bench.run(["screen", "2026Q3", "--as-of", "2026-10-16"]).status == 0)
    let again = try bench.table("review", of: "2026Q3").named
    #expect(again.map { $0["item"] } == question.map { $0["item"] })
  }

  @Test("answered unsure or different, it neither joins nor asks again", arguments: ["不能确定", "不同"])
  func answered(_ verdict: String) throws {
    let bench = try asked()
    try bench.write(Decisions.filled(bench, "2026Q3", verdict), to: "研判.csv")
    #expect(try bench.run(["decide", "研判.csv"]).status == 0)
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try bench.table("review", of: "2026Q3").rows.isEmpty)
    #expect(Set(try bench.ids("2026Q3", "obligor_id")).count == 2)
    let refused = try #require(
      try bench.table("matches", of: "2026Q3").named.first { $0["rule"] == "refused" })
    #expect(refused["evidence"]?.hasPrefix("未合并，理由：人工判定为不同或不能确定；") == true)
    // More of the same, in a later quarter, goes where it belongs without a question.
    try bench.write(
      TransferDrop([5], ["当事人": "原平市宏达铸造股份有限公司", "县区": "原平市", "案发地点": "原平市东社镇"])
        .text(),
      to: "Inputs/2026Q4/移送.csv")
    #expect(try bench.run(Workbench.q4).status == 0)
    #expect(try bench.table("review", of: "2026Q4").rows.isEmpty)
    let obligors = try bench.ids("2026Q3", "obligor_id")
    #expect(try bench.ids("2026Q4", "obligor_id") == [obligors[1]])
  }
}
