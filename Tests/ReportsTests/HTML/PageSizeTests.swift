import Testing
import Vocabulary

@testable import Reports

@Suite("The size of the HTML report") struct PageSizeTests {
  @Test(
    "large quarters stay below six megabytes and say what they leave out",
    arguments: [(5_000, 1), (5_000, 6), (20_000, 1)])
  func large(leads: Int, verbosity: Int) throws {
    let report = try PageFixture(leads: leads, verbosity: verbosity).report()
    let page = try RenderedPage(report)
    #expect(page.bytes < 6_000_000)
    #expect(page.rows.count < leads && page.rows.count > 1000)
    #expect(page.text.contains("全部见 data/leads.csv"))
    #expect(page.text.contains("leadscreen explain"))
    let traced = page.text.components(between: "<dl class=\"tr\">", and: "</details>").count
    #expect(traced > 50 && traced < page.rows.count)
    #expect(page.text.contains("判定过程的 \(Numeral.grouped(traced)) 件"))
    let wrong = page.counts.filter { page.selected(by: $0.query) != $0.number }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test("below that every lead is there with its whole trace")
  func whole() throws {
    let report = try PageFixture(leads: LeadListing.fullListLimit - 1).report()
    let listing = LeadListing(
      report, traits: report.leads.map { LeadTraits($0, asOf: report.asOf) })
    #expect(!listing.isListed.contains(false))
    #expect(listing.withGrounds == report.leads.count)
    // A trace for every lead, and no note that anything is left out.
    #expect(listing.rows.bytes.count > report.leads.count * 3_000)
    let omitted = Array("从略".utf8)
    #expect(!listing.rows.bytes.contains(omitted))
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
