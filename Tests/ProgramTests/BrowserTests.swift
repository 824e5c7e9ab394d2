import Foundation
import Testing

/// The page in a browser: whole without a network, silent on the console, true to its own links.
@Suite(.serialized) struct BrowserTests {
  private let browser: BrowserSession

  init() throws { browser = try BrowserSession() }

  private static var sample: URL {
    get throws { try SampleRun.made.workbench.path("Reports/2026Q3/report.html") }
  }

  /// How many leads the list shows and how many it says it found.
  private func shown() throws -> [Int] {
    let counts = try browser.evaluate(
      """
      [document.querySelectorAll("#rows > details:not([hidden])").length,
       Number(document.getElementById("found").textContent.match(/符合条件 ([\\d,]+) 件/)[1]
         .replaceAll(",", ""))]
      """)
    return try #require(counts as? [Int])
  }

  /// That it said nothing and asked for nothing but itself.
  private func expectSilence(_ page: URL? = nil) throws {
    let page = try page ?? BrowserTests.sample
    #expect(browser.console.isEmpty, "\(browser.console)")
    #expect(
      browser.requests.allSatisfy { $0.hasPrefix("file://\(page.path)") }, "\(browser.requests)")
    #expect(browser.requests.count == 1, "\(browser.requests)")
  }

  @Test("opens without a message on the console and asks for nothing but itself")
  func opens() throws {
    try browser.open(BrowserTests.sample)
    let leads = try SampleRun.made.workbench.table("leads", of: "2026Q3").rows.count
    #expect(try shown() == [min(leads, 100), leads], "the list begins with a hundred")
    try expectSilence()
  }

  @Test("every number that is a link leads to as many leads as it says")
  func links() throws {
    try browser.open(BrowserTests.sample)
    let wrong = try browser.evaluate(
      """
      (async () => {
        const wrong = [];
        const seen = new Set();
        for (const link of document.querySelectorAll("a[data-q]")) {
          const number = Number(link.textContent.replace(/[^\\d]/g, ""));
          const key = `${link.dataset.q} ${number}`;
          if (seen.has(key)) continue;
          seen.add(key);
          history.replaceState(null, "", "#overall");
          link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
          await new Promise((done) => setTimeout(done, 0));
          for (let turn = 0; !location.hash.startsWith("#leads") && turn < 100; turn += 1) {
            await new Promise((done) => setTimeout(done, 10));
          }
          await new Promise((done) => setTimeout(done, 5));
          const stated = Number(document.getElementById("found").textContent
            .match(/符合条件 ([\\d,]+) 件/)[1].replaceAll(",", ""));
          const visible = document.querySelectorAll("#rows > details:not([hidden])").length;
          if (stated !== number || visible !== Math.min(number, 100)) {
            wrong.push([key, stated, visible].join(": "));
          }
        }
        return { wrong, count: seen.size };
      })()
      """)
    let found = try #require(wrong as? BrowserSession.Fields)
    #expect(found["wrong"] as? [String] == [])
    #expect(try #require(found["count"] as? Int) > 200)
    try expectSilence()
  }

  @Test("the form filters, its choice stands in the address, and the address brings it back")
  func form() throws {
    try browser.open(BrowserTests.sample)
    try browser.evaluate("document.forms.filter.elements.d.focus()")
    try browser.press("ArrowDown", code: 40)
    try browser.wait { try browser.evaluate("location.hash") as? String == "#leads?d=initiate" }
    let rows = try SampleRun.made.workbench.table("leads", of: "2026Q3")
    let initiate = try rows.column("disposition").count { $0 == "initiate" }
    #expect(try shown() == [min(initiate, 100), initiate])
    try browser.open(BrowserTests.sample, fragment: "#leads?d=initiate")
    #expect(try shown() == [min(initiate, 100), initiate])
    #expect(
      try browser.evaluate("document.forms.filter.elements.d.value") as? String == "initiate")
    try browser.evaluate("document.querySelector('#filter button[type=reset]').click()")
    try browser.wait { try shown() == [min(rows.rows.count, 100), rows.rows.count] }
    let first = try rows.column("lead_id")[0]
    try browser.evaluate("document.forms.filter.elements.q.focus()")
    try browser.call("Input.insertText", ["text": first])
    try browser.wait { try shown() == [1, 1] }
    try expectSilence()
  }

  @Test("everything can be reached and opened by keyboard")
  func keyboard() throws {
    try browser.open(BrowserTests.sample)
    try browser.pressTab()
    #expect(try browser.evaluate("document.activeElement.className") as? String == "skip")
    try browser.pressEnter()
    try browser.wait { try browser.evaluate("location.hash") as? String == "#main" }
    // From the last field on, tab by tab, to the first lead of the list.
    try browser.evaluate("document.querySelector('#filter button').focus()")
    try browser.pressTab()
    #expect(
      try browser.evaluate(
        "document.activeElement.parentNode === document.querySelector('#rows > details')")
        as? Bool == true)
    let outline = try browser.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    #expect(outline as? String == "solid", "focus is seen")
    try browser.pressEnter()
    try browser.wait {
      try browser.evaluate("document.querySelector('#rows > details .tr dt') !== null") as? Bool
        == true
    }
    #expect(try browser.evaluate("document.querySelector('#rows > details').open") as? Bool == true)
    try expectSilence()
  }

  @Test("an opened lead has all its conclusions with their rules, and its records are linked")
  func opened() throws {
    try browser.open(BrowserTests.sample)
    let wrong = try browser.evaluate(
      """
      (async () => {
        const wrong = [];
        const rows = Array.from(document.querySelectorAll("#rows > details")).slice(0, 60);
        for (const row of rows) {
          const terms = Array.from(row.querySelectorAll(".cs a"), (link) => [
            document.getElementById(link.hash.slice(1)).textContent,
            document.getElementById(link.hash.slice(1)).nextElementSibling.textContent]);
          row.open = true;
          await new Promise((done) => setTimeout(done, 5));
          const told = Array.from(row.querySelectorAll(".tr > dt"));
          terms.forEach(([term, ground], place) => {
            if (told[place].textContent !== term) wrong.push(row.id + term);
            if (told[place].nextElementSibling.textContent !== ground) wrong.push(row.id + ground);
          });
          if (terms.length < 10) wrong.push(row.id);
          for (const link of row.querySelectorAll(".tr a[href^='#s']")) {
            const source = document.getElementById(link.hash.slice(1));
            if (!source || source.closest("details") !== row) wrong.push(row.id + link.hash);
          }
          if (row.querySelector(".tr var")) wrong.push(row.id + " number without a link");
        }
        return wrong;
      })()
      """)
    #expect(wrong as? [String] == [])
    try expectSilence()
  }

  @Test("nothing is wider than the window", arguments: [360, 768, 1280])
  func width(pixels: Int) throws {
    try browser.open(BrowserTests.sample, width: pixels)
    try browser.evaluate(
      "document.querySelectorAll('#rows > details').forEach((row, place) => { row.open = place < 20 })"
    )
    let widths = try browser.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    let found = try #require(widths as? [Int])
    // A scroll bar at the side takes some of the window.
    #expect(found[0] <= pixels && found[0] > pixels - 20 && found[1] == pixels)
  }

  @Test("a link to a section opens the page there, below the bar", arguments: [360, 1280])
  func section(pixels: Int) throws {
    try browser.open(BrowserTests.sample, fragment: "#deadlines", width: pixels)
    // Lists are laid out when they come into sight, so that places settle a little later.
    try browser.wait {
      let places = try browser.evaluate(
        """
        [document.querySelector("nav").getBoundingClientRect().bottom,
          document.getElementById("deadlines").getBoundingClientRect().top, innerHeight]
          .map(Math.round)
        """)
      let found = try #require(places as? [Int])
      return (found[0]..<found[2] / 4).contains(found[1])
    }
  }

  @Test("the map is there, and a mark leads to its lead, which opens")
  func map() throws {
    try browser.open(BrowserTests.sample)
    let marks = try browser.evaluate(
      """
      Array.from(document.querySelectorAll("svg.map a[href^='#XS']"), (mark) =>
        [mark.getAttribute("href").slice(1), mark.querySelector("title").textContent])
      """)
    let found = try #require(marks as? [[String]])
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0[1].hasPrefix($0[0]) })
    let last = try #require(found.last)[0]
    try browser.open(BrowserTests.sample, fragment: "#\(last)")
    let state = try browser.evaluate(
      "[document.getElementById('\(last)').open, document.getElementById('\(last)').hidden]")
    #expect(state as? [Bool] == [true, false])
    try expectSilence()
  }

  @Test("without script every lead opens and every conclusion leads to its block")
  func withoutScript() throws {
    try browser.call("Emulation.setScriptExecutionDisabled", ["value": true])
    try browser.open(BrowserTests.sample)
    let state = try browser.evaluate(
      """
      [document.querySelectorAll("#rows > details[hidden]").length,
       document.getElementById("filter").hidden, document.getElementById("traces").hidden,
       Array.from(document.querySelectorAll(".cs a[href]"))
         .filter((link) => !document.getElementById(link.hash.slice(1))).length]
      """)
    #expect((state as? [Any])?.map { "\($0)" } == ["0", "1", "0", "0"])
  }

  @Test("prints on A4: a header and a number on every page, none of them blank, long lists cut")
  func printed() throws {
    try browser.open(BrowserTests.sample)
    let file = try browser.print(to: "report.pdf")
    let text = try NeededTool.pdftotext.run(
      ["-layout", file.path, "-"], in: file.deletingLastPathComponent())
    #expect(text.status == 0)
    let pages = text.output.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast()
    #expect(pages.count > 5 && pages.count <= 20)
    for (place, page) in pages.enumerated() {
      let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("内部版") && words.contains("忻州市2026年第三季度"), "page \(place + 1)")
      #expect(words.contains("第 \(place + 1) 页 共 \(pages.count) 页"), "page \(place + 1)")
      // Header and footer are about 90 characters.
      #expect(words.count > 250, "page \(place + 1) is as good as blank: \(words)")
    }
    #expect(text.output.contains("打印只列前 30 件，另有"))
    // A4 in points.
    let form = try NeededTool.pdfinfo.run([file.path], in: file.deletingLastPathComponent())
    #expect(form.output.contains("(A4)"))
  }

  @Test("a quarter of which every record is rejected, and one without any, are whole pages")
  func nothing() throws {
    for rows in [0, 3] {
      let bench = try Workbench()
      var drop = TransferDrop(count: rows)
      for row in drop.rows.indices { drop.rows[row] = drop.rows[row].map { _ in "？" } }
      try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
      #expect(try bench.run(Workbench.q3 + ["--max-rejects", "100%"]).status == 0)
      let page = bench.path("Reports/2026Q3/report.html")
      try browser.open(page, width: 360)
      #expect(try browser.evaluate("document.getElementById('rows')") as? String == nil)
      #expect(
        (try browser.evaluate("document.getElementById('leads').textContent") as? String)?
          .contains("本季没有在册线索") == true)
      #expect(try browser.evaluate("document.documentElement.scrollWidth") as? Int == 360)
      try expectSilence(page)
    }
  }

  @Test("a page of hostile texts runs none of them and stays within its window")
  func hostile() throws {
    let bench = try Workbench()
    var drop = TransferDrop(count: HostileTextTests.payloads.count)
    for (row, payload) in HostileTextTests.payloads.enumerated() {
      drop.rows[row][5] = payload
      drop.rows[row][11] = payload
    }
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3 + ["--max-rejects", "90%"]).status == 0)
    let page = bench.path("Reports/2026Q3/report.html")
    try browser.open(page, width: 360)
    try browser.evaluate(
      "document.querySelectorAll('details').forEach((row) => { row.open = true })")
    let handlers = try browser.evaluate(
      "document.querySelectorAll('[onerror], [onload], [onclick], script:not(:last-of-type)').length"
    )
    #expect(handlers as? Int == 0)
    #expect(try browser.evaluate("document.documentElement.scrollWidth") as? Int == 360)
    try expectSilence(page)
  }
}
