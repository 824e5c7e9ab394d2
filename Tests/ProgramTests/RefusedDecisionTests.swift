import Foundation
import Testing

/// Decisions that cannot be taken in: everything wrong is named, and the ledger stays as it was.
@Suite struct RefusedDecisionTests {
  @Test("contradictions are refused with both sides, and nothing is recorded")
  func contradictions() throws {
    let bench = try Workbench.twoDrops()
    let ledger = try bench.ledgerDigest()
    let chain = [
      Decisions.said("义务人", Decisions.first, Decisions.third, "同一"),
      Decisions.said("义务人", Decisions.third, Decisions.fourth, "同一"),
      Decisions.said("义务人", Decisions.first, Decisions.fourth, "不同"),
    ]
    let refused = try bench.decide(chain)
    #expect(refused.status == 65)
    #expect(refused.messages.contains("E805 判定.csv:4"))
    for said in [
      "≠", "=", Decisions.first, Decisions.third, Decisions.fourth, "判定.csv:2", "判定.csv:3",
    ] {
      #expect(refused.messages.contains(said), "\(refused.messages)")
    }
    #expect(try bench.ledgerDigest() == ledger)
    let twice = try bench.decide([
      chain[0], Decisions.said("义务人", Decisions.third, Decisions.first, "不能确定"),
    ])
    #expect(twice.status == 65 && twice.messages.contains("判定.csv:2“同一”"), "\(twice.messages)")
    // Against what was recorded before.
    #expect(try bench.decide(Array(chain.prefix(2))).status == 0)
    let later = try bench.decide([chain[2]])
    #expect(later.status == 65 && later.messages.contains("E805"))
    #expect(try bench.ledgerDigest() != ledger)
  }

  @Test("what an earlier decision forbids is refused with that decision, its person and its day")
  func forbidden() throws {
    let bench = try Workbench()
    func said(_ number: Int, _ day: String, _ body: String) -> [String] {
      TransferDrop(
        [number],
        [
          "当事人": "忻州第1号砂石有限公司", "案发日期": day, "移送检察院": body, "案发地点": "忻府区第1村",
        ]
      ).rows[0]
    }
    var drop = TransferDrop(count: 0)
    drop.rows = [
      said(1, "2026-07-02", "忻州市人民检察院"), said(2, "2026-07-20", "忻州市人民检察院"),
      said(3, "2026-07-20", "原平市人民检察院"),
    ]
    try bench.write(drop.text(), to: "Inputs/2026Q2/移送.csv")
    #expect(try bench.run(Workbench.q2).status == 0)
    let leads = try bench.ids("2026Q2", "lead_id")
    try #require(leads[1] == leads[2] && leads[0] != leads[1])
    let different = Decisions.said("线索", Decisions.first, Decisions.second, "不同")
    #expect(try bench.decide([different]).status == 0)
    let refused = try bench.decide([
      Decisions.said("线索", Decisions.first, "Inputs/2026Q2/移送.csv#3", "同一", day: "2026-10-21")
    ])
    #expect(refused.status == 65)
    for said in ["E805 判定.csv:2", "≠", "张三，2026-10-20", "张三，2026-10-21"] {
      #expect(refused.messages.contains(said), "\(refused.messages)")
    }
  }

  @Test("a decision of a day that has not come is refused with its line")
  func future() throws {
    let bench = try Workbench.twoDrops()
    let row = Decisions.said("义务人", Decisions.first, Decisions.third, "同一", day: "2026-10-21")
    let refused = try bench.decide([row], ["--as-of", "2026-10-20"])
    #expect(refused.status == 65)
    #expect(refused.messages.contains("E308 判定.csv:2"), "\(refused.messages)")
    #expect(refused.messages.contains("晚于 2026-10-20"))
    #expect(try bench.decide([row], ["--as-of", "2026-10-21"]).status == 0)
    // Without a day of its own the machine's counts.
    let far = Decisions.said("义务人", Decisions.first, Decisions.third, "不同", day: "2899-10-21")
    #expect(try bench.decide([far]).status == 65)
  }

  @Test("rows that cannot be taken in are all named by file and line, and nothing is recorded")
  func problems() throws {
    let bench = try Workbench.twoDrops()
    let ledger = try bench.ledgerDigest()
    let rows = [
      Decisions.said("义务人", Decisions.first, Decisions.third, "同一"),
      Decisions.said("义务人", Decisions.first, Decisions.third, "也许"),
      ["义务人", Decisions.first, Decisions.fourth, "同一", "", "2026-10-20", "看过"],
      ["义务人", Decisions.first, Decisions.fourth, "同一", "张三", "", "看过"],
      ["义务人", Decisions.first, Decisions.fourth, "同一", "张三", "2026-02-30", "看过"],
      ["义务人", Decisions.first, Decisions.fourth, "同一", "张三", "2026-10-20", ""],
      Decisions.said("义务人", Decisions.first, "Inputs/2026Q3/无.csv#1", "同一"),
      Decisions.said("", Decisions.first, Decisions.third, "同一"),
      Decisions.said("", "XS140900-2026Q2-00001", "YW140900-000001", "同一"),
      Decisions.said("线索", Decisions.first, Decisions.first, "同一"), ["", "", "", "", "", "", ""],
      ["义务人", Decisions.first, Decisions.fourth, "", "", "", ""],
    ]
    let outcome = try bench.decide(rows)
    #expect(outcome.status == 65)
    for (line, code) in [
      (3, "E801"), (4, "E802"), (5, "E802"), (6, "E301"), (7, "E802"), (8, "E803"), (9, "E803"),
      (10, "E803"), (11, "E803"),
    ] {
      #expect(outcome.messages.contains("\(code) 判定.csv:\(line) "), "\(line) \(outcome.messages)")
    }
    #expect(try bench.ledgerDigest() == ledger)
    #expect(try bench.run(["decide", "无.csv"]).status == 66)
    // A day for all.
    let whole = try bench.decide([rows[3]], ["--as-of", "2026-10-20", "--json"])
    #expect(try JSONValue(whole.output)["decisions"]?.elements?.first?["day"]?.text == "2026-10-20")
  }
}
