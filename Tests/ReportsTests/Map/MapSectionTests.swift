import Testing
import Vocabulary

@testable import Reports

@Suite("The map in the page") struct MapSectionTests {
  /// The map of a report alone, every lead listed but those that `isListed` leaves out.
  private func section(
    _ report: QuarterReport, isListed: (Int) -> Bool = { _ in true }
  ) -> String {
    var traits = ReportFigures.traits(of: report)
    for index in traits.indices { traits[index].isListed = isListed(index) }
    var page = PageWriter()
    MapSection(figures: ReportFigures(report, traits: traits)).write(into: &page)
    return String(decoding: page.html.bytes, as: UTF8.self)
  }

  /// The first number after each of the words.
  private func numbers(_ text: String, after words: [String]) -> [Int] {
    words.map { word in
      let rest = text.components(between: word + " ", and: "").isEmpty ? "" : text
      guard let start = rest.firstRange(of: word + " ")?.upperBound else { return 0 }
      return Int(rest[start...].prefix { $0.isNumber || $0 == "," }.filter { $0 != "," }) ?? 0
    }
  }

  @Test(
    "the leads drawn, by verdict, without a place and beyond the frame make up the register",
    arguments: [1, 40, 300, 2_000, 6_000])
  func countsAddUp(leads: Int) throws {
    var report = try PageFixture(leads: leads, carriedOver: 0, seed: 4).report()
    if leads > 10 {
      report.leads[3].point = Point(longitude: 109.5, latitude: 18.2, uncertaintyMetres: 5)
      report.leads[5].point = Point(longitude: 190, latitude: 38, uncertaintyMetres: 5)
      report.leads[7].point = Point(longitude: .nan, latitude: 38, uncertaintyMetres: 5)
      report.map = FixtureMap.map(of: report.leads)
    }
    let map = try #require(report.map)
    #expect(map.marks.count + map.unlocated + map.beyond == leads)
    #expect(MapVerdict.allCases.map(map.count).reduce(0, +) == map.marks.count)
    #expect(leads <= 10 || map.beyond == 1)
    let drawn = MapClusters(map.marks).clusters.flatMap(\.marks)
    #expect(drawn.map(\.lead).sorted() == map.marks.map(\.lead))

    let text = section(report).replacing(/<[^>]*>/, with: "")
    let all = numbers(text, after: ["在册线索", "图上", "没有可用坐标", "在图幅以外"])
    #expect(all == [leads, map.marks.count, map.unlocated, map.beyond])
    let verdicts = numbers(
      text.components(between: "（在内", and: "）").first.map { "（在内" + $0 } ?? "",
      after: ["在内", "不确定", "在外", "未比对"])
    #expect(verdicts == [.inside, .uncertain, .outside, .notCompared].map(map.count))
  }

  @Test("a verdict is the strongest over red lines and reserves of the place that was compared")
  func verdicts() throws {
    let id = LeadID(
      jurisdiction: HostileReport.jurisdiction, quarter: HostileReport.quarter, serial: 1)
    func verdict(
      _ zones: [(tag: String, value: Truth, place: PlaceRole, radius: Double?)],
      inRedLine: Truth = .false
    ) -> MapVerdict {
      var lead = LeadEntry(id: id, status: .new, disposition: .verify)
      (lead.inRedLine, lead.inNatureReserve) = (inRedLine, .false)
      lead.zones = zones.map { zone in
        ZoneEntry(
          place: zone.place, layer: "层", layerVersion: "1", feature: "", tag: zone.tag, tagTerm: "",
          value: zone.value, distanceMetres: nil,
          budget: zone.radius.map {
            UncertaintyBudget(Point(longitude: 112, latitude: 38, uncertaintyMetres: $0))
          },
          method: "")
      }
      return lead.mapVerdict
    }
    #expect(verdict([]) == .notCompared)
    #expect(verdict([("spring_protection", .true, .damageArea, 10)]) == .notCompared)
    #expect(verdict([("red_line", .unknown, .damageArea, nil)]) == .notCompared)
    #expect(verdict([("red_line", .false, .damageArea, 10)]) == .outside)
    // The source says it lies within, the layer that it does not: open, and never a no.
    #expect(verdict([("red_line", .false, .damageArea, 10)], inRedLine: .unknown) == .uncertain)
    #expect(
      verdict([("red_line", .false, .damageArea, 10), ("nature_reserve", .unknown, .damageArea, 9)])
        == .uncertain)
    #expect(
      verdict([("red_line", .unknown, .damageArea, 10), ("nature_reserve", .true, .damageArea, 9)])
        == .inside)
    // Another place of the event counts only where the damage area has none.
    #expect(
      verdict([("red_line", .false, .damageArea, 10), ("red_line", .true, .event, 10)]) == .outside)
    #expect(
      verdict([("red_line", .unknown, .damageArea, nil), ("red_line", .true, .event, 10)])
        == .inside)
  }

  @Test("every lead on the map has a shape, a title and a link to its entry")
  func marks() throws {
    let report = try PageFixture(leads: 300).report()
    let text = section(report)
    let map = try #require(report.map)
    for mark in map.marks {
      let id = report.leads[mark.lead].id.description
      #expect(text.contains("<a href=\"#\(id)\" tabindex=\"-1\"><title>\(id)　\(mark.verdict.term)"))
    }
    #expect(text.components(between: "<title>XS", and: "</title>").count == map.marks.count)
    // The shapes of the legend beside those of the map.
    let tags = try RenderedPage(Array(text.utf8))
    #expect(tags.elements("circle").count == map.count(.inside) + 1)
    let links = tags.elements("a").compactMap { $0.attributes["href"] }
    #expect(links.count { $0.hasPrefix("#XS") } == map.marks.count)
  }

  @Test("from five thousand leads on only those of the list are linked, and few shapes are drawn")
  func manyLeads() throws {
    let report = try PageFixture(leads: 5_400).report()
    let text = section(report) { $0 % 3 == 0 }
    #expect(text.utf8.count < 300_000)
    let linked = text.components(between: "<a href=\"#XS", and: "\"")
    let alone = MapClusters(try #require(report.map).marks).clusters.filter { $0.marks.count == 1 }
    #expect(linked.count == alone.count { $0.first.lead % 3 == 0 } && !linked.isEmpty)
    let clusters = MapClusters(try #require(report.map).marks)
    #expect(clusters.clusters.count <= MapClusters.clusterLimit)
    let reach = Double(try #require(clusters.reach))
    // Two of one verdict are never nearer than the reach: their numbers can be read.
    for (place, left) in clusters.clusters.enumerated() {
      for right in clusters.clusters[..<place]
      where left.first.verdict == right.first.verdict {
        let (x, y) = (left.first.x - right.first.x, left.first.y - right.first.y)
        #expect(x * x + y * y >= reach * reach)
      }
      for mark in left.marks {
        #expect(mark.verdict == left.first.verdict)
        let (x, y) = (left.first.x - mark.x, left.first.y - mark.y)
        #expect(x * x + y * y < reach * reach)
      }
    }
  }

  @Test("a mark of several leads links to exactly these, where the list has them all")
  func clusterLinks() throws {
    let report = try PageFixture(leads: 900).report()
    let numbered = MapClusters(try #require(report.map).marks).numbered
    try #require(numbered.count > 10)
    let figures = ReportFigures(report)
    let (whole, part) = (section(report), section(report) { $0 % 3 == 0 })
    for (number, cluster) in numbered {
      let filter = LeadFilter(cluster: number)
      let found = figures.traits.indices.filter { filter.matches(figures.traits[$0]) }
      #expect(found == cluster.marks.map(\.lead).sorted())
      #expect(figures.traits[cluster.first.lead].words.hasSuffix(" \(number)"))
      #expect(whole.contains("<title>第 \(number) 处　\(cluster.first.verdict.term) "))
      let start = "<a href=\"#leads\" data-q=\"x=\(number)\" tabindex=\"-1\">"
      let mark = try #require(whole.components(between: start, and: "</a>").first)
      #expect(mark.hasSuffix(">\(cluster.marks.count)</text>"))
      #expect(part.contains(start) == cluster.marks.allSatisfy { $0.lead % 3 == 0 })
    }
  }

  @Test("names do not overlap one another, the marks or what stands at the edges")
  func labels() throws {
    let report = try PageFixture(leads: 260).report()
    let map = try #require(report.map)
    let taken = map.marks.map {
      MapLabels.Box(left: $0.x - 5, top: $0.y - 5, right: $0.x + 5, bottom: $0.y + 5)
    }
    let labels = MapLabels(map, leads: report.leads, taken: taken).labels
    #expect(labels.contains { $0.isCounty } && labels.contains { !$0.isCounty })
    let boxes = labels.map { label in
      let half = Double(label.text.count) * 11.5 / 2
      return MapLabels.Box(
        left: label.x - half, top: label.y - 6, right: label.x + half, bottom: label.y + 6)
    }
    for (place, box) in boxes.enumerated() {
      #expect(box.left > 0 && box.right < 900 && box.top > 0 && box.bottom < 660)
      #expect(!boxes[..<place].contains { $0.meets(box) })
      #expect(!taken.contains { $0.meets(box) })
    }
  }

  @Test(
    "the scale bar is a round length that fits",
    arguments: [0.02, 0.9, 3.3, 27, 256, 4_000, 90_000])
  func scale(metresPerPixel: Double) {
    let scale = MapScale(metresPerPixel: metresPerPixel)
    let digits = String(scale.metres)
    #expect(["1", "2", "5"].contains(digits.prefix(1)))
    #expect(digits.dropFirst().allSatisfy { $0 == "0" })
    #expect(scale.length <= 190)
    #expect(scale.metres == 1 || scale.length > 190 / 2.6)
    #expect(scale.term == (scale.metres < 1_000 ? "\(digits) 米" : "\(digits.dropLast(3)) 公里"))
  }

  @Test("the map says what it is, and nothing in it can act or ask for anything")
  func isQuiet() throws {
    let report = try PageFixture(leads: 120, seed: 8, isHostile: true).report()
    let page = try RenderedPage(report)
    let text = section(report)
    #expect(page.text.components(between: "class=\"map\"", and: "</figure>").count == 1)
    for said in ["内部工作示意图", "审图号", "只供看图", "不画国界", "6 位小数", "CGCS2000", "版本", "没有版本号"] {
      #expect(text.contains(said), "\(said)")
    }
    #expect(page.unbalanced.isEmpty)
    #expect(!text.contains("<script") && !text.contains("style=") && !text.contains("url("))
    #expect(text.contains("&lt;script&gt;alert(1)"))
    #expect(!text.contains("\u{202E}"))
    let names = Set(try RenderedPage(Array(text.utf8)).tags.map(\.name))
    #expect(
      names.isSubset(of: [
        "figure", "figcaption", "span", "div", "svg", "title", "desc", "rect", "g", "path", "text",
        "a",
        "circle", "polygon", "ul", "li", "p",
      ]), "\(names)")
  }

  @Test("without a place there is no map, and the page says so")
  func noMap() throws {
    var report = try PageFixture(leads: 10, carriedOver: 0).report()
    for index in report.leads.indices { report.leads[index].point = nil }
    report.map = FixtureMap.map(of: report.leads)
    #expect(report.map == nil)
    #expect(try RenderedPage(report).text.contains("在册线索都没有可用的坐标，不画位置示意图。"))
  }
}
