import Files
import Testing
import Vocabulary

@testable import Reports

@Suite("The HTML report") struct HTMLReportTests {
  static let fixtures: [PageFixture] = [
    PageFixture(), PageFixture(leads: 1, carriedOver: 0), PageFixture(leads: 0, carriedOver: 0),
    PageFixture(leads: 90, carriedOver: 90, seed: 3, hasPrevious: false),
    PageFixture(leads: 700, seed: 11, isReleased: false),
    PageFixture(leads: 40, seed: 5, isHostile: true),
  ]

  @Test("every linked number is the number of listed leads its link selects", arguments: fixtures)
  func linksCount(fixture: PageFixture) throws {
    let page = try RenderedPage(fixture.report())
    #expect(page.rows.count == fixture.leads)
    #expect(fixture.leads == 0 || page.counts.count > 20)
    let wrong = page.counts.filter { page.selected(by: $0.query) != $0.number }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test("every fragment leads to an element of the page, without any script", arguments: fixtures)
  func fragmentsExist(fixture: PageFixture) throws {
    let page = try RenderedPage(fixture.report())
    let ids = page.tags.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let targets = page.elements("a").compactMap { $0.attributes["href"] }
    #expect(!targets.isEmpty)
    for target in Set(targets) {
      #expect(target.first == "#" && Set(ids).contains(String(target.dropFirst())), "\(target)")
    }
  }

  @Test("a lead shows what newer versions of its records state otherwise, and which count")
  func versions() throws {
    var report = try PageFixture(leads: 3, carriedOver: 0).report()
    let name = report.leads[0].sources[0].name
    report.leads[0].sources[0].isSuperseded = true
    report.leads[0].changes = [
      ChangeEntry(
        earlierName: name, laterName: "新<版>.csv#1", field: "damage_amount", term: "损害金额",
        earlier: Wording(verbatim: "5000.00 元"), later: Wording(verbatim: "8000.00 元")),
      ChangeEntry(
        earlierName: name, laterName: "新<版>.csv#1", field: "place", term: "地点",
        earlier: Wording(verbatim: "甲村")),
      ChangeEntry(earlierName: name, laterName: "新<版>.csv#2"),
    ]
    report.records[0].account.reasons = [.newVersion]
    let page = try RenderedPage(report)
    #expect(page.text.contains("损害金额：5000.00 元 改为 8000.00 元"))
    #expect(page.text.contains("地点：甲村 改为 未写，沿用原值"))
    #expect(page.text.contains("程序所读各项没有变化"))
    #expect(page.text.contains("新&lt;版&gt;.csv#1"))
    #expect(page.text.contains("（已有新版本）"))
    #expect(page.text.contains("1 条是以前记录的新版本"))
    #expect(page.unbalanced.isEmpty)
    let plain = try RenderedPage(try PageFixture(leads: 3, carriedOver: 0).report())
    #expect(!plain.text.contains("记录的更正") && !plain.text.contains("新版本"))
  }

  @Test("the intake table counts rows that are no records and names columns without use")
  func aroundTheTable() throws {
    let page = try RenderedPage(HostileReport.report())
    #expect(page.text.contains("不作记录的行：标题说明 1，重复表头 1，合计行 1，空行 1"))
    #expect(page.text.contains("未采用的列：备注2"))
    #expect(page.text.contains("补全行尾空列的记录 1 条"))
    #expect(page.text.contains("其中 2 条已由补报的记录代替"))
    #expect(page.text.contains("data/set_aside.csv"))
  }

  @Test("elements are balanced and header cells have a scope", arguments: fixtures)
  func wellFormed(fixture: PageFixture) throws {
    let page = try RenderedPage(fixture.report())
    #expect(page.unbalanced.isEmpty)
    #expect(page.elements("th").allSatisfy { $0.attributes["scope"] != nil })
    #expect(page.elements("table").count == page.elements("caption").count)
    #expect(page.elements("h1").count == 1)
    #expect(page.elements("html").first?.attributes["lang"] == "zh-CN")
  }

  @Test("the page asks for nothing from anywhere and forbids that it could", arguments: fixtures)
  func selfContained(fixture: PageFixture) throws {
    let page = try RenderedPage(fixture.report())
    for foreign in ["http:", "https:", "url(", "@import", " src=", "<link", "<iframe", "<object"] {
      #expect(!page.text.contains(foreign), "\(foreign)")
    }
    #expect(page.tags.allSatisfy { $0.attributes["style"] == nil })
    let handlers = page.tags.flatMap { $0.attributes.keys }.filter { $0.hasPrefix("on") }
    #expect(handlers.isEmpty)
    let policy = try #require(
      page.elements("meta").compactMap { $0.attributes["content"] }.first {
        $0.contains("default-src")
      })
    #expect(policy.hasPrefix("default-src &#39;none&#39;; "))
    let guarded = page.contents(of: "style") + page.contents(of: "script")
    #expect(guarded.count == 3)
    for content in guarded {
      #expect(policy.contains("sha256-" + PagePolicy.digest(of: Array(content.utf8))))
    }
  }

  @Test("hostile names stay text and cannot hide or turn the line")
  func escaping() throws {
    let page = try RenderedPage(PageFixture(leads: 40, seed: 5, isHostile: true).report())
    #expect(page.elements("script").count == 1)
    #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
    let hidden = page.text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    #expect(hidden.isEmpty)
  }

  @Test("the same report gives the same bytes")
  func deterministic() throws {
    let fixture = PageFixture(leads: 200)
    #expect(try HTMLReport.render(fixture.report()) == HTMLReport.render(fixture.report()))
  }

  @Test("rows of the matrix add up to the register")
  func matrixAdds() throws {
    let report = try PageFixture().report()
    let page = try RenderedPage(report)
    let byChannel = page.counts.filter { $0.query.contains("c=") && !$0.query.contains("d=") }
    #expect(byChannel.map(\.number).reduce(0, +) == report.leads.count)
    let cells = page.counts.filter { $0.query.contains("c=") && $0.query.contains("d=") }
    #expect(cells.map(\.number).reduce(0, +) == report.leads.count)
    #expect(page.counts.contains { $0.query == "c=-" })
    let byCounty = page.counts.filter { count in
      count.query.hasPrefix("k=") && !count.query.contains("&")
    }
    #expect(byCounty.map(\.number).reduce(0, +) == report.leads.count)
    #expect(byCounty.contains { $0.query == "k=-" })
  }

  @Test("unknown is counted apart from no")
  func unknownApart() throws {
    let report = try PageFixture().report()
    let page = try RenderedPage(report)
    for value in [Truth.true, .false, .unknown] {
      let expected = report.leads.count { $0.inRedLine == value }
      let shown = page.counts.filter { $0.query == "v=0\(value.letter)" }
      #expect(shown.allSatisfy { $0.number == expected } && shown.count == 1)
    }
  }

  @Test("without leads the page says so and shows no empty table")
  func noLeads() throws {
    let page = try RenderedPage(PageFixture(leads: 0, carriedOver: 0).report())
    #expect(page.text.contains("本季没有在册线索。"))
    #expect(page.text.contains("在册线索中没有检察机关移送的。"))
    #expect(page.rows.isEmpty)
    #expect(!page.text.contains("NaN"))
  }

  @Test("a pack that is not released marks the page")
  func trialMarked() throws {
    let trial = try RenderedPage(PageFixture(leads: 5, isReleased: false).report())
    #expect(trial.text.contains("class=\"mark\"") && trial.text.contains("不得作为办理依据"))
    let released = try RenderedPage(PageFixture(leads: 5).report())
    #expect(!released.text.contains("class=\"mark\""))
  }

  @Test("rejected values that could be a person's number are not shown")
  func rejectedValues() throws {
    let page = try RenderedPage(PageFixture(leads: 120).report())
    #expect(page.text.contains("2026年9月31日"))
    #expect(!page.text.contains("13800138000"))
    #expect(!page.text.contains("张三"))
  }
}
