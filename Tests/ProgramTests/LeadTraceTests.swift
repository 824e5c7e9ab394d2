import Foundation
import Testing

/// The rule traces of the page against those of `explain`.
@Suite struct LeadTraceTests {
  private static let words = ["T": "是", "F": "否", "U": "未知"]

  /// The page's own name for each rule, from its list of rules: `sx25.a10.amount` is `r22`.
  private func anchors(_ page: String) -> [String: String] {
    var found: [String: String] = [:]
    for match in page.matches(of: /<dt id="(r\d+)">.*?（([a-z]+\d\d\.[a-z0-9.-]+)）[^<]*<\/small>/) {
      found[String(match.output.2)] = String(match.output.1)
    }
    return found
  }

  /// What the page says of one lead, from its line on, with the blocks that its conclusions lead to.
  private func row(_ lead: String, _ page: String) throws -> String {
    let start = try #require(page.firstRange(of: "<details id=\"\(lead)\""))
    let rest = page[start.lowerBound...]
    let row = try rest[..<#require(rest.firstRange(of: "</details>")).lowerBound]
    let blocks = row.matches(of: /<a href="#(t\d+)">/).map { match in
      let block = page.components(separatedBy: "<dt id=\"\(match.output.1)\">").last ?? ""
      return block.components(separatedBy: "\n")[0]
    }
    #expect(blocks.count > 10 && !blocks.contains(""))
    return String(row) + blocks.joined(separator: "\n")
  }

  @Test("every lead of the sample has all its conclusions in the page, each text once")
  func everyLead() throws {
    let bench = try SampleRun.made.workbench
    let page = try bench.text("Reports/2026Q3/report.html")
    let leads = try bench.table("leads", of: "2026Q3").rows.count
    #expect(page.components(separatedBy: "<dl class=\"cs\">").count - 1 == leads)
    #expect(!page.contains("从略</p></details>"))
    let blocks = page.matches(of: /<dt id="t\d+">(.*)\n/).map { String($0.output.1) }
    #expect(Set(blocks).count == blocks.count && blocks.count < 2 * leads)
    #expect(page.utf8.count / leads < 5_000)
  }

  @Test("the page's trace has every rule of explain's with its value, and every record it cites")
  func sameAsExplain() throws {
    let bench = try SampleRun.made.workbench
    let page = try bench.text("Reports/2026Q3/report.html")
    let anchors = anchors(page)
    let ids = try bench.table("leads", of: "2026Q3").column("lead_id")
    // A spread over all dispositions, and so over all kinds of traces.
    for lead in stride(from: 0, to: ids.count, by: 97).map({ ids[$0] }) {
      let explained = try bench.run(["explain", lead]).output
      let trace = try #require(explained.firstRange(of: "规则推演")).upperBound
      let row = try row(lead, page)
      for match in explained[trace...].matches(
        of: /\n +([a-z]+\d\d\.[a-z0-9.-]+) (= ([TFU])|让位于|被|不在)/)
      {
        let anchor = try #require(anchors[String(match.output.1)], "\(match.output.1)")
        let cited = try #require(
          row.firstMatch(
            of: try Regex(
              "<a href=\"#\(anchor)\">[^<]*</a>(.*?)</dd>", as: (Substring, Substring).self)),
          "\(lead) \(match.output.1)"
        ).output.1
        if let letter = match.output.3 {
          let value = try #require(cited.firstMatch(of: /<b>(.*?)<\/b>/)).output.1
          #expect(value == Self.words[String(letter)] ?? "", "\(lead) \(match.output.1)")
        } else {
          #expect(cited.contains("（"), "\(lead) \(match.output.1)")
        }
      }
      for match in explained[trace...].matches(of: /[［；]([^［；］]+\.csv#\d+)（第(\d+)行）/) {
        #expect(row.contains("<code>\(match.output.1)</code> 第 \(match.output.2) 行"))
      }
    }
  }
}
