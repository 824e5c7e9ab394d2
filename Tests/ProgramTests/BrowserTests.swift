import Foundation
import Testing

/// The page in a browser: whole without a network, silent on the console, true to its own links.
@Suite struct BrowserTests {
  /// What Chromium made of the page at an address.
  private func open(_ page: URL, fragment: String = "") throws -> LeadscreenProgram.Outcome {
    let profile = try TemporaryFolder()
    let outcome = try NeededTool.chromium.run(
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--user-data-dir=\(profile.url.path)", "--enable-logging=stderr", "--v=0",
        "--log-net-log=\(profile.url("net.json").path)", "--virtual-time-budget=5000", "--dump-dom",
        "file://\(page.path)\(fragment)",
      ], in: profile.url, environment: ["HOME": profile.url.path])
    #expect(outcome.status == 0, "\(outcome.messages.suffix(2000))")
    #expect(outcome.output.contains("</html>"))
    let console = outcome.messages.split(separator: "\n").filter { $0.contains(":CONSOLE") }
    #expect(console.isEmpty, "\(console)")
    let requests = String(
      decoding: (try? Data(contentsOf: profile.url("net.json"))) ?? Data(), as: UTF8.self)
    let asked = requests.matches(of: /"url":"(https?:[^"]*)"/).map { String($0.output.1) }
    #expect(asked.allSatisfy { $0.contains("google") || $0.contains("gvt1") }, "\(asked)")
    return outcome
  }

  /// How many leads the page shows and how many it says it found.
  private func shown(_ document: String) throws -> (visible: Int, stated: Int) {
    let rows = document.matches(of: /<details [^>]*data-f="[^"]*"[^>]*>/)
    let visible = rows.count { !$0.output.contains(" hidden") }
    let stated = try #require(
      document.firstMatch(of: /符合条件 ([\d,]+) 件/)
    ).output.1.replacing(",", with: "")
    return (visible, Int(stated) ?? -1)
  }

  @Test("opens without a message on the console and asks for nothing but itself")
  func opens() throws {
    let bench = try SampleRun.made.workbench
    let outcome = try open(bench.path("Reports/2026Q3/report.html"))
    let leads = try bench.table("leads", of: "2026Q3").rows.count
    let (visible, stated) = try shown(outcome.output)
    #expect(stated == leads)
    #expect(visible == min(leads, 100), "the list begins with a hundred")
  }

  @Test("a cell of the matrix leads to as many leads as it says")
  func matrix() throws {
    let page = try SampleRun.made.workbench.path("Reports/2026Q3/report.html")
    let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
    // Cells of channel by disposition, the smallest and the largest that fit the first hundred.
    let cells = text.matches(of: /data-q="((?=[^"]*c=)(?=[^"]*d=)[^"]*)"[^>]*>([\d,]+)</).compactMap
    {
      match in
      Int(match.output.2.replacing(",", with: "")).map { (String(match.output.1), $0) }
    }.filter { $0.1 > 1 && $0.1 <= 100 }.sorted { $0.1 < $1.1 }
    let chosen = try [#require(cells.first), #require(cells.last)]
    for (query, count) in chosen {
      let fragment = "#leads?" + query.replacing("&amp;", with: "&")
      let (visible, stated) = try shown(try open(page, fragment: fragment).output)
      #expect(visible == count, "\(query)")
      #expect(stated == count, "\(query)")
    }
  }

  @Test("the map is there, and a mark leads to its lead, which opens")
  func map() throws {
    let page = try SampleRun.made.workbench.path("Reports/2026Q3/report.html")
    let whole = try open(page).output
    let start = try #require(whole.firstRange(of: "<svg class=\"map\""))
    let figure = whole[start.lowerBound...].prefix(
      upTo: try #require(whole[start.lowerBound...].firstRange(of: "</figure>")).lowerBound)
    #expect(figure.contains("fill-rule=\"evenodd\"") && figure.contains("公里</text>"))
    let marks = figure.matches(of: /<a href="#(XS[^"]*)"[^>]*><title>([^<]*)</)
    #expect(marks.allSatisfy { $0.output.2.hasPrefix($0.output.1) })
    let last = String(try #require(marks.last).output.1)
    // The script opens what a fragment names; the link is the fragment.
    let opened = try open(page, fragment: "#\(last)").output
    let entry = try #require(
      opened.matches(of: /<details [^>]*>/).first { $0.output.contains("id=\"\(last)\"") })
    #expect(entry.output.contains(" open") && !entry.output.contains(" hidden"))
  }

  @Test("a page of hostile texts runs none of them")
  func hostile() throws {
    let bench = try Workbench()
    var drop = TransferDrop(count: HostileTextTests.payloads.count)
    for (row, payload) in HostileTextTests.payloads.enumerated() {
      drop.rows[row][5] = payload
      drop.rows[row][11] = payload
    }
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3 + ["--max-rejects", "90%"]).status == 0)
    let document = try open(bench.path("Reports/2026Q3/report.html")).output
    #expect(!document.contains("onerror=\""))
    #expect(!document.contains("onload=\""))
  }
}
