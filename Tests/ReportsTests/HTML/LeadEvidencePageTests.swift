import Testing
import Vocabulary

@testable import Reports

@Suite("Merged leads in the HTML report") struct LeadEvidencePageTests {
  private let hostile = PageFixture.hostileName

  /// A report of one lead of three records, two shown, with a weighed join and a refusal.
  private func page(matches: Int = 1, refused: Int = 1) throws -> RenderedPage {
    var report = try PageFixture(leads: 1, carriedOver: 0).report()
    let lead = report.leads[0].id
    let hostile = hostile
    report.leads[0].sources = (1...2).map { number in
      SourceEntry(
        name: "甲.csv#\(number)", line: number + 1, kind: .complaint, day: nil,
        summary: "")
    }
    report.matches = (0..<matches).map { _ in
      MatchEntry(
        lead: lead, recordA: "甲.csv#1", recordB: "乙<b>.csv#7", rule: .weighedEvidence,
        evidence: "合计 +9.00 比特 \(hostile)", weight: 9000,
        waterfall: [
          .init(words: "名称相同 \(hostile)", weight: 8000), .init(words: "地址不同", weight: -2000),
          .init(words: "法定代表人一致", weight: 3000),
        ])
    }
    report.refused = (0..<refused).map { _ in
      RefusalEntry(
        leads: [lead], recordA: "甲.csv#2", recordB: "丙.csv#1", evidence: "未合并，理由：\(hostile)",
        weight: 7000)
    }
    report.sideBySide = { _ in
      SideBySideEntry(
        records: [
          .init(name: "甲.csv#1", line: 2, kind: .penalty, isSuperseded: false),
          .init(name: "甲.csv#2", line: 3, kind: .complaint, isSuperseded: true),
        ], left: 1_234,
        lines: [
          .init(term: "当事人", values: [hostile, hostile], isTaken: [true, false], differs: false),
          .init(
            term: "损害金额", values: ["1.00 元", "2.00 元"], isTaken: [false, true], differs: true),
          .init(
            term: "文号", values: ["", String(repeating: "长", count: 900)],
            isTaken: [false, false], differs: false),
        ])
    }
    return try RenderedPage(report)
  }

  private func lead(_ page: RenderedPage) throws -> String {
    try #require(page.text.components(between: "<details ", and: "</details>").first)
  }

  @Test("records stand side by side; what differs says so, and whose word is taken")
  func sideBySide() throws {
    let lead = try lead(page())
    #expect(lead.contains("<th scope=\"col\">[1] 双公示行政处罚</th>"))
    #expect(lead.contains("（已有新版本）</th>"))
    #expect(
      lead.contains(
        "<tr class=\"df\"><th scope=\"row\">损害金额 <i class=\"amb\">不一</i></th>"
          + "<td>1.00 元</td><td><b>2.00 元</b>（采用）</td></tr>"))
    #expect(lead.contains("<tr><th scope=\"row\">当事人</th><td colspan=\"2\">"))
    #expect(lead.contains("另有 1,234 条未列出"))
    #expect(!lead.contains(String(repeating: "长", count: 100)))
  }

  @Test("a weighed join has its pieces as bars, each from where the one before ended")
  func bars() throws {
    let lead = try lead(page())
    #expect(lead.contains("[1] 与 <code>乙&lt;b&gt;.csv#7</code>：名称、地址、人员等证据合计达到合并线；"))
    #expect(lead.contains("<rect x=\"0\" width=\"88\" height=\"10\" fill=\"#0B4F5C\"/>"))
    #expect(lead.contains("<rect x=\"66\" width=\"22\" height=\"10\" fill=\"#B3261E\"/>"))
    #expect(lead.contains("<rect x=\"66\" width=\"33\" height=\"10\" fill=\"#0B4F5C\"/>"))
    #expect(lead.contains("<span class=\"n\">\u{2212}2.00</span>"))
  }

  @Test("what was refused is told with the reason; names stay text")
  func refused() throws {
    let page = try page()
    let lead = try lead(page)
    #expect(lead.contains("<dt>未合并的相近记录</dt><dd><ul><li>[2] 与 <code>丙.csv#1</code>：未合并，理由："))
    #expect(!page.text.contains("<script>alert"))
    #expect(!page.text.contains("\u{202E}"))
  }

  @Test("of many joins and refusals the first few are shown, and how many more there are")
  func many() throws {
    let lead = try lead(
      page(matches: LeadEvidence.matchLimit + 3, refused: LeadEvidence.refusedLimit + 5))
    #expect(lead.contains("<li>另有 3 项，见 data/matches.csv</li>"))
    #expect(lead.contains("<li>另有 5 项，见 data/matches.csv</li>"))
    #expect(lead.components(between: "<div class=\"wf\"", and: "</div>").count == 12)
  }

  @Test("a lead of one record has no table and says nothing of joins")
  func single() throws {
    var report = try PageFixture(leads: 1, carriedOver: 0).report()
    report.matches = []
    let lead = try lead(RenderedPage(report))
    #expect(!lead.contains("来源对照") && !lead.contains("归为一件的依据") && !lead.contains("同一义务人的依据"))
  }
}
