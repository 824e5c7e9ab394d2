import Testing

/// Which law decided a lead, and what that of its day of occurrence would say.
@Suite struct ApplicableLawTests {
  @Test(
    "is said of a lead elsewhere, of one without a place and of one from before the law",
    arguments: [
      ("忻府区", "2026-07-01", nil, "按发生日适用的规定，结果相同"),
      ("忻府区", "2024-12-01", nil, "按发生日适用的规定，结果不同（A-15）："),
      ("忻府区", "", nil, "发生日未知，未比对"),
      ("", "2026-07-01", "县区未知，按本地规定判定", "按发生日适用的规定，结果相同"),
      ("玄武区", "2026-07-01", "按所在地规定判定：环法规〔2025〕6号、", "按发生日适用的规定，结果相同"),
    ] as [(String, String, String?, String)])
  func said(county: String, occurrence: String, law: String?, version: String) throws {
    var row = TransferDrop.row(1)
    for (title, value) in [("县区", county), ("案发日期", occurrence), ("案发地点", "")] {
      if let column = TransferDrop.header.firstIndex(of: title) { row[column] = value }
    }
    var drop = TransferDrop(count: 0)
    drop.rows = [row]
    let bench = try Workbench()
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let lead = try #require(try bench.table("leads", of: "2026Q3").named.first)
    let explained = try bench.run(["explain", lead["lead_id"] ?? ""]).output
    let page = try bench.text("Reports/2026Q3/report.html")
    #expect(explained.contains("  发生日的规定 " + version))
    // Nothing to say of the same result on the page.
    #expect(page.contains(version) == !version.hasSuffix("相同"))
    for text in [explained, page] {
      #expect(text.contains("适用规定") == (law != nil))
      if let law { #expect(text.contains(law)) }
    }
  }
}
