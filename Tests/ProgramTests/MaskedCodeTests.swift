import Foundation
import Testing

@Suite struct MaskedCodeTests {
  @Test(
    "every run measures itself on masked codes, says so in its report, and report says it again")
  func measured() throws {
    let bench = try SampleRun.copy()
    for quarter in ["2026Q2", "2026Q3"] {
      let manifest = try JSONValue(try bench.text("Reports/\(quarter)/manifest.json"))
      let codes = manifest["matching"]?["masked_codes"]?["organisation"]
      let masked = try #require(codes?["masked"]?.number)
      let found = try #require(codes?["found"]?.number)
      #expect(masked >= 30)
      #expect(found * 10 > masked * 9)
      let low = try #require(codes?["precision"]?["low"]?.real)
      #expect(low > 0.8 && low < 1)
      let page = try bench.text("Reports/\(quarter)/report.html")
      #expect(page.contains("义务人归并的检验") && page.contains("置信区间"))
    }
    let written = try bench.digest("Reports/2026Q2")
    #expect(try bench.run(["report", "2026Q2"]).status == 0)
    #expect(try bench.digest("Reports/2026Q2") == written)
  }
}
