import Testing
import Vocabulary

@testable import Reports

@Suite("The size of the HTML report") struct PageSizeTests {
  @Test(
    "quarters of any size stay below six megabytes and say what they leave out",
    arguments: [(1_000, 1), (5_000, 1), (5_000, 6), (20_000, 1)])
  func large(leads: Int, verbosity: Int) throws {
    let report = try PageFixture(leads: leads, verbosity: verbosity).report()
    let page = try RenderedPage(report)
    #expect(page.bytes < 6_000_000)
    #expect(leads > 5_000 ? page.rows.count < leads : page.rows.count == leads)
    let listed = Numeral.grouped(page.rows.count)
    #expect(
      page.text.contains(
        leads > 5_000 ? "清单按紧要程度收 \(listed) 件" : "清单含全部 \(listed) 件"))
    let traced = page.elements("dl").count { $0.attributes["class"] == "cs" }
    #expect(traced > 500 && traced <= page.rows.count)
    #expect(
      traced == page.rows.count
        || page.text.contains("判定过程的 \(Numeral.grouped(traced)) 件，紧要的优先；其余见 data/leads.csv"))
    #expect(leads > 1_000 || traced == leads)
    let wrong = page.counts.filter { page.selected(by: $0.query) != $0.number }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    // Every block that a lead leads to is there, and none that no lead leads to.
    let blocks = page.tags.compactMap { $0.attributes["id"] }.filter {
      $0.first == "t" && Int($0.dropFirst()) != nil
    }
    let led = Set(
      page.elements("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#t") })
    #expect(Set(blocks.map { "#" + $0 }) == led)
  }

  @Test("the workbook is said to hold every lead only where it does")
  func whereabouts() throws {
    #expect(LedgerWorkbook.Limits().leads == 200_000)
    let page = try RenderedPage(PageFixture(leads: 20_000).report())
    #expect(page.text.contains("全部线索见 data/leads.csv 和 ledger.xlsx"))
  }

  @Test("texts without measure do not swell the page")
  func longTexts() throws {
    var report = try PageFixture(leads: 1_500).report()
    for index in report.leads.indices { report.leads[index].inRedLine = .true }
    let usual = HTMLReport.render(report).count
    let endless = String(repeating: "长", count: 20_000)
    for index in report.leads.indices {
      report.leads[index].obligorName = endless
      report.leads[index].place = endless
    }
    report.review = report.leads.map { lead in
      ReviewItem(
        kind: .tension, left: lead.id.description, right: "", question: endless,
        evidence: endless, stake: nil)
    }
    let page = try RenderedPage(report)
    #expect(page.bytes < usual + 1_000 * report.leads.count)
    #expect(page.rows.count == report.leads.count)
  }
}
