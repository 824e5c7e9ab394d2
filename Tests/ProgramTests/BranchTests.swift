import Foundation
import Testing

/// A branch is an obligor of its own, and whose branch it is stands in every account of it.
@Suite struct BranchTests {
  @Test("a branch is no part of its parent, and the page and explain name the parent")
  func linked() throws {
    let bench = try Workbench()
    var drop = TransferDrop(count: 0)
    drop.rows = [
      TransferDrop([1], ["当事人": "原平市宏达铸造有限公司"]).rows[0],
      TransferDrop([2], ["当事人": "原平市宏达铸造有限公司代县分公司"]).rows[0],
    ]
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let leads = try bench.table("leads", of: "2026Q3").named
    let parent = try #require(leads.first { $0["obligor_name"] == "原平市宏达铸造有限公司" })
    let branch = try #require(leads.first { $0["obligor_name"] != "原平市宏达铸造有限公司" })
    let (owner, own) = (parent["obligor_id"] ?? "", branch["obligor_id"] ?? "")
    #expect(owner != own && !owner.isEmpty)
    let term = "所属法人 \(owner) 原平市宏达铸造有限公司"
    #expect(try bench.run(["explain", branch["lead_id"] ?? ""]).output.contains(term))
    #expect(try bench.run(["explain", own]).output.contains(term))
    #expect(
      try bench.run(["explain", owner]).output.contains("分支机构 \(own) 原平市宏达铸造有限公司代县分公司"))
    #expect(!(try bench.run(["explain", parent["lead_id"] ?? ""]).output.contains("所属法人")))
    let page = try bench.text("Reports/2026Q3/report.html")
    #expect(page.contains("所属法人") && page.contains("\(owner) 原平市宏达铸造有限公司（分支机构另列义务人，不归并）"))
  }
}
