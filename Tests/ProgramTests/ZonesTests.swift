import Testing

/// Verdicts on places, by the layers of small workspaces.
@Suite struct ZonesTests {
  private static let place = "112.750000,38.450000"

  /// A workspace with these entries of `layers` and other keys, screened on these transfers.
  private func screened(
    layers: [String], _ files: [String: DrawnLayer], keys: String = "",
    titles: [String] = ["坐标系", "经纬度"], _ drop: TransferDrop
  ) throws -> Workbench {
    let bench = try Workbench(
      configuration: """
        jurisdiction: "140900"
        organisation: 忻州市生态环境局
        \(keys)
        layers:
        \(layers.map { "  - \($0)" }.joined(separator: "\n"))

        """)
    for (name, layer) in files { try bench.write(layer.text, to: "Inputs/layers/\(name)") }
    try bench.write(
      drop.text(header: TransferDrop.header + titles), to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return bench
  }

  private static let onlyLine = "{path: Inputs/layers/红线.geojson, tag: red_line}"

  /// Transfers with these cells behind the usual ones, on the one red line.
  private func screened(
    _ cells: [[String]], _ changes: [String: String] = [:], keys: String = "",
    titles: [String] = ["坐标系", "经纬度"]
  ) throws -> Workbench {
    var drop = TransferDrop(Array(1...cells.count), changes)
    for (row, cells) in cells.enumerated() { drop.rows[row] += cells }
    return try screened(
      layers: [ZonesTests.onlyLine], ["红线.geojson": .redLine], keys: keys, titles: titles, drop)
  }

  private func lead(_ bench: Workbench, party number: Int = 1) throws -> [String: String] {
    try #require(
      try bench.table("leads", of: "2026Q3").named.first {
        $0.values.contains("忻州第\(number)号砂石有限公司")
      })
  }

  private func zones(of lead: [String: String], _ bench: Workbench) throws -> [[String: String]] {
    try bench.table("zones", of: "2026Q3").named.filter { $0["lead_id"] == lead["lead_id"] }
  }

  private func questions(_ bench: Workbench) throws -> [String] {
    try bench.table("review", of: "2026Q3").column("kind")
  }

  // MARK: Versions

  private static let versions = [
    """
    {path: Inputs/layers/旧.geojson, tag: red_line, name: 红线, version: "2020", \
    valid_from: 2020-01-01, valid_to: 2026-07-31}
    """,
    """
    {path: Inputs/layers/新.geojson, tag: red_line, name: 红线, version: "2026", \
    valid_from: 2026-08-01}
    """,
  ]

  private func screenedByVersions(_ day: String) throws -> Workbench {
    var drop = TransferDrop([1], ["案发日期": day])
    drop.rows[0] += ["CGCS2000", ZonesTests.place]
    let new = DrawnLayer(areas: [
      .init(name: "云中山", longitudes: (112.7, 112.74), latitudes: (38.4, 38.5))
    ])
    return try screened(
      layers: ZonesTests.versions, ["旧.geojson": .redLine, "新.geojson": new], drop)
  }

  @Test("the version in force on the event's day decides, and the current one stands beside it")
  func versionOfTheDay() throws {
    let bench = try screenedByVersions("2026-07-31")
    let lead = try lead(bench)
    #expect(lead["in_red_line"] == "T")
    let rows = try zones(of: lead, bench)
    #expect(rows.map { $0["layer_version"] } == ["2020", "2026"])
    #expect(rows.map { $0["value"] } == ["T", "F"])
    #expect(rows.map { $0["method"] } == ["point-in-polygon", "point-in-polygon;current-version"])
    #expect(try questions(bench).contains("layer-version"))
  }

  @Test("from the first day of the new version it decides alone")
  func changedVersion() throws {
    let bench = try screenedByVersions("2026-08-01")
    let lead = try lead(bench)
    #expect(lead["in_red_line"] == "F")
    #expect(try zones(of: lead, bench).map { $0["layer_version"] } == ["2026"])
    #expect(try !questions(bench).contains("layer-version"))
  }

  @Test("an event before every version is neither inside nor outside")
  func beforeEveryVersion() throws {
    let bench = try screenedByVersions("2019-12-31")
    let lead = try lead(bench)
    #expect(lead["in_red_line"] == "U")
    let rows = try zones(of: lead, bench)
    #expect(rows.map { $0["value"] } == ["U"])
    #expect(rows.first?["method"]?.contains("no-version-in-force") == true)
  }

  // MARK: Points

  @Test("a place is judged by its distance, its datum and the setting")
  func points() throws {
    let cases: [(cells: [String], value: String, method: String, asStated: String)] = [
      (["CGCS2000", ZonesTests.place], "T", "point-in-polygon", "T"),
      (["CGCS2000", "112.799500,38.450000"], "T", "point-in-polygon", "T"),
      (["CGCS2000", "112.799950,38.450000"], "U", "point-in-polygon", "U"),
      (["CGCS2000", "112.800050,38.450000"], "U", "point-in-polygon", "U"),
      (["CGCS2000", "112.800500,38.450000"], "F", "point-in-polygon", "F"),
      (["", "112.800500,38.450000"], "U", "datum-undeclared", "U"),
      (["", ZonesTests.place], "T", "point-in-polygon", "T"),
      (["", "112.850000,38.450000"], "F", "point-in-polygon", "F"),
      (["GCJ-02", "112.803000,38.450000"], "T", "point-in-polygon;gcj02-approximate", "U"),
      (["百度", "112.803000,38.450000"], "T", "point-in-polygon;bd09-approximate", "U"),
      (["GCJ-02", ZonesTests.place], "T", "point-in-polygon;gcj02-approximate", "T"),
    ]
    for isConverted in [true, false] {
      let bench = try screened(
        cases.map(\.cells),
        keys: isConverted ? "" : "coordinates: {convert_gcj02: false}")
      for (number, expected) in cases.enumerated() {
        let lead = try lead(bench, party: number + 1)
        let value = isConverted ? expected.value : expected.asStated
        let method =
          isConverted
          ? expected.method : expected.method.replacing("approximate", with: "unconverted")
        let zone = try #require(try zones(of: lead, bench).first)
        #expect(lead["in_red_line"] == value, "\(expected.cells), converted: \(isConverted)")
        #expect(zone["value"] == value)
        #expect(zone["method"] == method, "\(expected.cells)")
      }
    }
  }

  // MARK: Shapes

  private static let shapeTitles = ["坐标系", "损害范围坐标"]
  private static let halfInside = DrawnLayer.Area(
    name: "", longitudes: (112.795, 112.805), latitudes: (38.44, 38.45))
  private static let outside = DrawnLayer.Area(
    name: "", longitudes: (112.85, 112.86), latitudes: (38.44, 38.45))

  private static let deepInside = DrawnLayer.Area(
    name: "", longitudes: (112.74, 112.75), latitudes: (38.44, 38.45))

  @Test("an area that lies half inside is inside, and explain says how much of it")
  func halfInside() throws {
    let bench = try screened(
      [["CGCS2000", ZonesTests.halfInside.text]], titles: ZonesTests.shapeTitles)
    let lead = try lead(bench)
    #expect(lead["in_red_line"] == "T")
    #expect(try zones(of: lead, bench).map { $0["method"] } == ["shape-in-polygon"])
    let explained = try bench.run(["explain", lead["lead_id"] ?? ""]).output
    // 435.9 m by 1,110.1 m on the ellipsoid.
    let found = explained.firstMatch(
      of: /与生态保护红线重叠 (48\d,\d{3}) 平方米（(72\d\.\d\d) 亩），占线索范围 50(?:\.0+)? %/)
    let (square, mu) = (found?.output.1.replacing(",", with: ""), found?.output.2)
    let metres = try #require(square.flatMap { Double($0) }, "\(explained)")
    let measured = try #require(mu.flatMap { Double($0) })
    #expect(abs(metres / (2000.0 / 3) - measured) < 0.02)
  }

  @Test("an area that cannot be read is neither inside nor outside, and a person is asked")
  func unreadable() throws {
    let bench = try screened(
      [["CGCS2000", "POLYGON((112.75 38.45, 112.76 38.45"]], titles: ZonesTests.shapeTitles)
    #expect(try lead(bench)["in_red_line"] == "U")
    #expect(try questions(bench).contains("unreadable-shape"))
  }

  @Test("areas of two records of one lead on both sides of the line are a question")
  func disagree() throws {
    let event = ["当事人": "忻州第1号砂石有限公司", "案发日期": "2026-07-02", "案发地点": "忻府区第1村"]
    var drop = TransferDrop.ofTwoBodies(event)
    for (row, area) in [ZonesTests.halfInside, ZonesTests.outside].enumerated() {
      drop.rows[row] += ["CGCS2000", area.text]
    }
    let bench = try screened(
      layers: [ZonesTests.onlyLine], ["红线.geojson": .redLine], titles: ZonesTests.shapeTitles,
      drop)
    #expect(try bench.table("leads", of: "2026Q3").rows.count == 1)
    let lead = try lead(bench)
    #expect(lead["in_red_line"] == "U")
    let methods = try zones(of: lead, bench).map { $0["method"] }
    #expect(methods == ["shape-in-polygon;places-disagree"])
    #expect(try questions(bench).contains("places-disagree"))
  }

  private static let pointsAndAreas: [(point: String, area: DrawnLayer.Area, value: String)] = [
    // Inside by 4.3 km, the area outside; and the other way round, 4.3 km and 8.2 km off the area.
    ("112.750000,38.450000", outside, "U"),
    ("112.850000,38.450000", deepInside, "U"),
    // An area across the line holds points on both sides of it.
    ("112.804000,38.445000", halfInside, "T"),
    ("112.796000,38.445000", halfInside, "T"),
    // Too near the line to be certain, and on the same side.
    ("112.799950,38.450000", outside, "F"),
    ("112.870000,38.450000", outside, "F"),
    ("", outside, "F"),
  ]

  @Test("a record's point certainly on the other side than its own area is a question")
  func pointAndArea() throws {
    for (point, area, value) in ZonesTests.pointsAndAreas {
      let bench = try screened(
        [["CGCS2000", point, area.text]], titles: ["坐标系", "经纬度", "损害范围坐标"])
      let lead = try lead(bench)
      #expect(lead["in_red_line"] == value, "\(point)")
      let isAsked = value == "U"
      #expect(
        try zones(of: lead, bench).map { $0["method"] } == [
          "shape-in-polygon" + (isAsked ? ";places-disagree" : "")
        ])
      #expect(try questions(bench).contains("places-disagree") == isAsked)
      let told = try bench.run(["explain", lead["lead_id"] ?? ""]).output
      #expect(told.contains("同一记录的坐标点却在生态保护红线") == isAsked, "\(told)")
    }
  }

  // MARK: Counties

  /// 忻府区 touches no red line, 定襄县 lies half in one, 五台县 wholly.
  private func screenedByCounties(_ cells: [[String]], of counties: [String]) throws -> Workbench {
    var drop = TransferDrop(Array(1...cells.count), ["案发地点": ""])
    for (row, cells) in cells.enumerated() {
      drop.rows[row][9] = counties[row]
      drop.rows[row] += cells
    }
    let map = DrawnLayer(areas: [
      .init(name: "忻府区", code: "140902", longitudes: (112.5, 112.6), latitudes: (38.4, 38.5)),
      .init(name: "定襄县", code: "140921", longitudes: (112.75, 112.85), latitudes: (38.4, 38.5)),
      .init(name: "五台县", code: "140922", longitudes: (112.72, 112.74), latitudes: (38.42, 38.44)),
    ])
    return try screened(
      layers: [ZonesTests.onlyLine], ["红线.geojson": .redLine, "县区.geojson": map],
      keys: "counties: {path: Inputs/layers/县区.geojson, code_field: code, name_field: name}",
      drop)
  }

  @Test("a lead with a county alone is judged by the whole county")
  func countyAlone() throws {
    let bench = try screenedByCounties(
      [["", ""], ["", ""], ["", ""]], of: ["忻府区", "定襄县", "五台县"])
    for (number, value) in ["F", "U", "T"].enumerated() {
      let lead = try lead(bench, party: number + 1)
      let zone = try #require(try zones(of: lead, bench).first)
      #expect(lead["in_red_line"] == value)
      #expect(zone["value"] == value)
      #expect(zone["method"] == "named-area")
      let explained = try bench.run(["explain", lead["lead_id"] ?? ""]).output
      let words = ["整个行政区在生态保护红线外", "县区面积的 50.0 % 在生态保护红线内，仅凭地名无法确定", "整个行政区在生态保护红线内"]
      #expect(explained.contains(words[number]), "\(explained)")
    }
  }

  @Test("a point certainly in another county than the stated one is a question")
  func anotherCounty() throws {
    let bench = try screenedByCounties(
      [["CGCS2000", "112.830000,38.450000"], ["CGCS2000", "112.550000,38.450000"]],
      of: ["忻府区", "忻府区"])
    let asked = try bench.table("review", of: "2026Q3").named.filter {
      $0["kind"] == "county-conflict"
    }
    #expect(asked.count == 1)
    #expect(asked.first?["left"] == (try lead(bench))["lead_id"])
    #expect(asked.first?.values.contains { $0.contains("定襄县（140921）") } == true)
  }
}
