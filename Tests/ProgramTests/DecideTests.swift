import Foundation
import Testing

/// People's decisions, from the review list to the next run.
@Suite struct DecideTests {
  @Test("an item of review.csv answered with same joins the leads from the next run on")
  func answeredItem() throws {
    let bench = try Workbench.asked()
    let items = try bench.table("review", of: "2026Q3").named
    #expect(items.count == 1)
    // Two parties are no lead: the decision is refused with both sides, and nothing is recorded.
    try bench.write(Decisions.filled(bench, "2026Q3", "同一"), to: "研判.csv")
    let refused = try bench.run(["decide", "研判.csv"])
    #expect(refused.status == 65)
    #expect(refused.messages.contains("E806 研判.csv:2"))
    #expect(refused.messages.contains("YW140900-000001"))
    #expect(refused.messages.contains("YW140900-000002"))
    // The parties are one after all: both decisions together.
    let both = Decisions.answers([
      Decisions.said("义务人", Decisions.first, Decisions.third, "同一"),
      Decisions.said("线索", Decisions.first, Decisions.third, "same"),
    ])
    try bench.write(both, to: "判定.csv")
    let taken = try bench.run(["decide", "判定.csv", "--json"])
    #expect(taken.status == 0, "\(taken.messages)")
    #expect(try JSONValue(taken.output)["recorded"]?.number == 2)
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try bench.table("review", of: "2026Q3").rows.isEmpty)
    #expect(try bench.ids("2026Q3", "lead_id") == ["XS140900-2026Q2-00001"])
    #expect(try bench.ids("2026Q3", "obligor_id") == ["YW140900-000001"])
    let match = try #require(
      try bench.table("matches", of: "2026Q3").named.first { $0["rule"] == "person" })
    #expect(match["decided_by"] == "张三 2026-10-20")
    #expect(match["evidence"]?.contains("看过案卷") == true)
    let explained = try bench.run(["explain", "XS140900-2026Q3-00001"]).output
    #expect(explained.contains("XS140900-2026Q3-00001 已并入 XS140900-2026Q2-00001"))
    #expect(explained.contains("张三 2026-10-20 判定为同一线索：看过案卷"))
    #expect(try bench.run(["explain", "YW140900-000002"]).output.contains("张三 2026-10-20"))
    let verified = try bench.run(["ledger", "verify"])
    #expect(verified.status == 0, "\(verified.everything)")
  }

  @Test(
    "the item answered different or unsure is not asked again, in any later quarter",
    arguments: ["不同", "不能确定"])
  func notAskedAgain(verdict: String) throws {
    let bench = try Workbench.asked()
    let before = try bench.table("leads", of: "2026Q3").column("lead_id")
    try bench.write(Decisions.filled(bench, "2026Q3", verdict), to: "研判.csv")
    #expect(try bench.run(["decide", "研判.csv"]).status == 0)
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try bench.table("review", of: "2026Q3").rows.isEmpty)
    #expect(try bench.table("leads", of: "2026Q3").column("lead_id") == before)
    // A new version of the record belongs where it belonged, and asks nothing again either.
    try bench.write(
      TransferDrop([1], ["当事人": "代县晨光矿业有限公司", "损害评估金额（元）": "9000"]).text(),
      to: "Inputs/2026Q4/更正.csv")
    #expect(try bench.run(Workbench.q4).status == 0)
    #expect(try bench.table("review", of: "2026Q4").rows.isEmpty)
    #expect(try bench.ids("2026Q4", "lead_id") == ["XS140900-2026Q3-00001"])
    // The same file again changes nothing.
    let ledger = try bench.ledgerDigest()
    let again = try bench.run(["decide", "研判.csv", "--json"])
    #expect(try JSONValue(again.output)["repeated"]?.number == 1)
    #expect(try bench.ledgerDigest() == ledger)
  }

  @Test("same, then the next quarter: new records of either name go to the one obligor")
  func joinedNextQuarter() throws {
    let bench = try Workbench.twoDrops()
    let (before, own) = (
      try bench.ids("2026Q2", "obligor_id"), try bench.ids("2026Q3", "obligor_id")
    )
    #expect(
      try bench.decide([Decisions.said("obligor", before[0], own[0], "same")]).status
        == 0)
    try bench.write(
      TransferDrop([11, 12], [:]).text()
        .replacing("忻州第11号砂石有限公司", with: "忻州第1号砂石有限公司")
        .replacing("忻州第12号砂石有限公司", with: "忻州第5号砂石有限公司"), to: "Inputs/2026Q4/新.csv")
    let outcome = try bench.run(Workbench.q4)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try bench.ids("2026Q4", "obligor_id") == [before[0], before[0]])
    let digest = try bench.digest("Reports/2026Q4")
    #expect(try bench.run(["report", "2026Q4"]).status == 0)
    #expect(try bench.digest("Reports/2026Q4") == digest)
    #expect(try bench.run(Workbench.q4).messages.isEmpty == false)
    #expect(try bench.digest("Reports/2026Q4") == digest)
    // The quarters before stay as they were.
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try bench.ids("2026Q3", "obligor_id") == own)
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("different divides an obligor and its lead from the next run on, and both keep apart")
  func divided() throws {
    let bench = try Workbench()
    let one = TransferDrop([1]).rows[0]
    var drop = TransferDrop(count: 1)
    // The same event told twice, under one name.
    var twin = one
    twin[0] = "忻检公移〔2026〕77号"
    drop.rows.append(twin)
    try bench.write(drop.text(), to: "Inputs/2026Q2/移送.csv")
    #expect(try bench.run(Workbench.q2).status == 0)
    #expect(Set(try bench.ids("2026Q2", "obligor_id")).count == 1)
    let outcome = try bench.decide([
      Decisions.said("obligor", Decisions.first, Decisions.second, "different")
    ])
    #expect(outcome.status == 0, "\(outcome.messages)")
    try bench.write(TransferDrop(count: 1, from: 900).text(), to: "Inputs/2026Q3/新.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let leads = try bench.table("leads", of: "2026Q3").named
    #expect(Set(leads.compactMap { $0["obligor_id"] }).count == 3)
    #expect(leads.contains { $0["lead_id"] == "XS140900-2026Q2-00001" })
    let explained = try bench.run(["explain", Decisions.second]).output
    #expect(explained.contains("YW140900-000002") || explained.contains("YW140900-000001"))
    #expect(try bench.run(["ledger", "verify"]).status == 0)
    // A new record of that name is nobody's until a person says whose.
    try bench.write(
      TransferDrop([12], ["当事人": "忻州第1号砂石有限公司"]).text(), to: "Inputs/2026Q4/新.csv")
    #expect(try bench.run(Workbench.q4).status == 0)
    let kinds = try bench.table("review", of: "2026Q4").named.map { $0["kind"] }
    #expect(kinds == ["ambiguous-obligor"])
    #expect(
      !["YW140900-000001", "YW140900-000002"].contains(try bench.ids("2026Q4", "obligor_id")[0]))
    let digest = try bench.digest("Reports")
    for quarter in ["2026Q2", "2026Q3", "2026Q4"] {
      #expect(try bench.run(["report", quarter]).status == 0)
    }
    #expect(try bench.digest("Reports") == digest)
  }

  @Test("a later decision on the same pair undoes a merge; ids that were merged away still name it")
  func undone() throws {
    let bench = try Workbench.twoDrops()
    let (before, own) = (
      try bench.ids("2026Q2", "obligor_id"), try bench.ids("2026Q3", "obligor_id")
    )
    let pair = [before[0], own[0]]
    #expect(try bench.decide([Decisions.said("", pair[0], pair[1], "同一")]).status == 0)
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try bench.ids("2026Q3", "obligor_id")[0] == pair[0])
    let forwarded = try bench.decide(
      [Decisions.said("", pair[1], before[1], "不同", day: "2026-10-21")], ["--dry-run"])
    #expect(forwarded.messages.contains("\(pair[1]) 已并入 \(pair[0])"))
    let undo = try bench.decide(
      [Decisions.said("", pair[0], pair[1], "不同", day: "2026-10-22")], ["--json"])
    #expect(undo.status == 0, "\(undo.messages)")
    #expect(try JSONValue(undo.output)["decisions"]?.elements?.first?["replaced"]?.text == "same")
    #expect(try bench.run(Workbench.q3).status == 0)
    let owners = try bench.ids("2026Q3", "obligor_id")
    #expect(owners == ["YW140900-000005", own[1]])
    let explained = try bench.run(["explain", "YW140900-000005"]).output
    #expect(explained.contains("已由后来的判定取代") && explained.contains("2026-10-22 判定为不同赔偿义务人"))
    #expect(try bench.table("matches", of: "2026Q3").named.allSatisfy { $0["rule"] != "person" })
    // What was merged away leads to where its records are, in either command.
    let leading = "\(pair[1]) 已并入 YW140900-000005"
    #expect(try bench.run(["explain", pair[1]]).output.contains(leading))
    let again = try bench.decide(
      [Decisions.said("", pair[1], before[1], "不同", day: "2026-10-22")], ["--dry-run"])
    #expect(again.messages.contains(leading), "\(again.messages)")
    // And same once more: back under the id that stayed.
    #expect(
      try bench.decide([Decisions.said("", "YW140900-000005", pair[0], "同一", day: "2026-10-23")])
        .status
        == 0)
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try bench.ids("2026Q3", "obligor_id")[0] == pair[0])
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("the order of rows and files changes nothing")
  func permutations() throws {
    let rows = [
      Decisions.said("义务人", Decisions.first, Decisions.third, "同一"),
      Decisions.said("义务人", Decisions.second, Decisions.fourth, "同一"),
      Decisions.said("义务人", Decisions.first, Decisions.fourth, "不同"),
    ]
    var digests: Set<[String: String]> = []
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let bench = try Workbench.twoDrops()
      for place in order { #expect(try bench.decide([rows[place]]).status == 0) }
      #expect(try bench.run(Workbench.q3).status == 0)
      // The manifest names the run's digest, which tells in what order people decided.
      digests.insert(try bench.digest("Reports/2026Q3/data").digests)
    }
    #expect(digests.count == 1)
  }

  @Test("the sheet 待人工研判, filled in and saved by another program, comes back")
  func filledWorkbook() throws {
    let bench = try Workbench.asked()
    let untouched = try bench.run(["decide", "Reports/2026Q3/ledger.xlsx", "--json"])
    #expect(untouched.status == 0, "\(untouched.messages)")
    #expect(try JSONValue(untouched.output)["unanswered"]?.number == 1)
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "fill_review.py")
    let filling = try NeededTool.python.run(
      [script.path, "Reports/2026Q3/ledger.xlsx", "填好.xlsx", "不同"], in: bench.url)
    #expect(filling.status == 0, "\(filling.messages)")
    let taken = try bench.run(["decide", "填好.xlsx", "--json"])
    #expect(taken.status == 0, "\(taken.messages)")
    let decision = try #require(try JSONValue(taken.output)["decisions"]?.elements?.first)
    #expect(decision["day"]?.text == "2026-10-20")
    #expect(decision["verdict"]?.text == "different")
    #expect(decision["file"]?.text == "填好.xlsx" && decision["line"]?.number == 2)
    #expect(
      decision["item"]?.text == (try bench.table("review", of: "2026Q3").named.first?["item"]))
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try bench.table("review", of: "2026Q3").rows.isEmpty)
    // The list that was taken in by the workbook is known in its other form too.
    #expect(try bench.run(["decide", "填好.xlsx", "--json"]).output.contains("\"repeated\":1"))
  }

  @Test("the yellow cells of a sheet with questions of both kinds are taken in together")
  func mixedQuestions() throws {
    func penalty(_ state: String) -> String {
      """
      行政相对人名称,行政处罚决定书文号,违法事实,处罚决定日期,处罚机关,状态,县区
      忻州第7号砂石有限公司,忻环罚〔2026〕7号,私设暗管排放废水污染河道,2026-05-07,忻州市生态环境局,\(state),忻府区

      """
    }
    let bench = try Workbench(configuration: "jurisdiction: \"140900\"\n")
    try bench.write(TransferDrop(count: 1).text(), to: "Inputs/2026Q2/移送.csv")
    try bench.write(penalty("正常"), to: "Inputs/2026Q2/处罚.csv")
    #expect(try bench.run(Workbench.q2).status == 0)
    try bench.write(
      TransferDrop([1], ["当事人": "代县晨光矿业有限公司"]).text(), to: "Inputs/2026Q3/移送.csv")
    try bench.write(penalty("已撤销"), to: "Inputs/2026Q3/处罚.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let kinds = try bench.table("review", of: "2026Q3").column("kind")
    #expect(kinds.sorted() == ["lead-conflict", "withdrawn-decision"])
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "fill_review.py")
    for (name, mode) in [("黄格.xlsx", ["张三", "yellow"]), ("全填.xlsx", ["张三"])] {
      let filling = try NeededTool.python.run(
        [script.path, "Reports/2026Q3/ledger.xlsx", name, "不同"] + mode, in: bench.url)
      #expect(filling.status == 0, "\(filling.messages)")
    }
    let ledger = try bench.ledgerDigest()
    let refused = try bench.run(["decide", "全填.xlsx"])
    #expect(refused.status == 65 && refused.messages.contains("E804"), "\(refused.messages)")
    #expect(try bench.ledgerDigest() == ledger)
    let taken = try bench.run(["decide", "黄格.xlsx", "--json"])
    #expect(taken.status == 0, "\(taken.messages)")
    #expect(try JSONValue(taken.output)["decisions"]?.elements?.count == 1)
    #expect(try JSONValue(taken.output)["unanswered"]?.number == 1)
  }
}
