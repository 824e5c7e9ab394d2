import Testing

/// What is in doubt stays in doubt: in the first run, in later ones, and beside other evidence.
@Suite struct ZoneDoubtTests {
  /// A workspace with one red line as given, screened on one transfer with these cells.
  private func screened(
    _ layer: String, titles: [String], cells: [String], _ changes: [String: String] = [:]
  ) throws -> Workbench {
    let bench = try Workbench(
      configuration: """
        jurisdiction: "140900"
        layers:
          - {path: Inputs/layers/红线.geojson, tag: red_line}

        """)
    try bench.write(layer, to: "Inputs/layers/红线.geojson")
    var drop = TransferDrop([1], changes)
    drop.rows[0] += cells
    try bench.write(drop.text(header: TransferDrop.header + titles), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    return bench
  }

  private func inRedLine(_ bench: Workbench) throws -> [String] {
    try bench.table("leads", of: "2026Q3").column("in_red_line")
  }

  /// Its first ring lies in its second one, so that repair leaves nothing of it, beside a good area
  /// far away.
  private static let inverted = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [
      [[112.72, 38.42], [112.78, 38.42], [112.78, 38.48], [112.72, 38.48], [112.72, 38.42]],
      [[112.7, 38.4], [112.8, 38.4], [112.8, 38.5], [112.7, 38.5], [112.7, 38.4]]]}},
    {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [
      [[113.4, 38.8], [113.5, 38.8], [113.5, 38.9], [113.4, 38.9], [113.4, 38.8]]]}}]}
    """

  @Test("a drawing of which repair leaves nothing is as doubtful from the ledger as from the file")
  func doubtIsKept() throws {
    let bench = try screened(
      Self.inverted, titles: ["坐标系", "经纬度"], cells: ["CGCS2000", "112.710000,38.450000"])
    #expect(try inRedLine(bench) == ["U"])
    let zones = try bench.table("zones", of: "2026Q3").column("method")
    #expect(zones.contains("doubtful-drawing"))
    let before = try bench.digest("Reports/2026Q3")
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try bench.digest("Reports/2026Q3") == before)
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("an area that cannot be read outweighs a point outside and a declared no")
  func unreadableArea() throws {
    let titles = ["坐标系", "经纬度", "损害范围坐标", "是否位于生态保护红线"]
    let area = "POLYGON((112.75 38.45, 112.76 38.45"
    for cells in [
      ["CGCS2000", "112.650000,38.450000", area, ""], ["CGCS2000", "", area, "否"],
      ["CGCS2000", "112.650000,38.450000", area, "否"],
    ] {
      #expect(
        try inRedLine(screened(DrawnLayer.redLine.text, titles: titles, cells: cells)) == ["U"],
        "\(cells)")
    }
  }

  @Test("an area in a datum that is named but not known decides nothing")
  func areaInUnknownDatum() throws {
    let outside = DrawnLayer.Area(name: "", longitudes: (112.5, 112.51), latitudes: (38.4, 38.41))
    let titles = ["坐标系", "经纬度", "损害范围坐标"]
    let known = try screened(
      DrawnLayer.redLine.text, titles: titles, cells: ["CGCS2000", "", outside.text])
    #expect(try inRedLine(known) == ["F"])
    let unknown = try screened(
      DrawnLayer.redLine.text, titles: titles, cells: ["西安80", "", outside.text])
    #expect(try inRedLine(unknown) == ["U"])
  }

  @Test(
    "a place that is stated and cannot be used outweighs a place outside and a declared no",
    arguments: [
      (["CGCS2000", "0,38.45"], "U"), (["CGCS2000", "0,0"], "U"), (["CGCS2000", "112.65"], "U"),
      (["西安80", "112.65,38.45"], "U"),
      (["CGCS2000", "12.65,38.45"], "U"), (["CGCS2000", "/"], "F"), (["", ""], "F"),
    ])
  func unusablePlace(_ second: [String], value: String) throws {
    let event = ["当事人": "忻州第1号砂石有限公司", "案发日期": "2026-07-02", "案发地点": "忻府区第1村"]
    let bench = try Workbench(
      configuration: """
        jurisdiction: "140900"
        layers:
          - {path: Inputs/layers/红线.geojson, tag: red_line}

        """)
    try bench.write(DrawnLayer.redLine.text, to: "Inputs/layers/红线.geojson")
    var drop = TransferDrop.ofTwoBodies(event)
    drop.rows[0] += ["CGCS2000", "112.650000,38.450000", "否"]
    drop.rows[1] += second + [""]
    try bench.write(
      drop.text(header: TransferDrop.header + ["坐标系", "经纬度", "是否位于生态保护红线"]),
      to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try bench.table("leads", of: "2026Q3").rows.count == 1)
    #expect(try inRedLine(bench) == [value])
    let method = try bench.table("zones", of: "2026Q3").column("method").first
    #expect(method == (value == "U" ? "point-in-polygon;invalid-location" : "point-in-polygon"))
    // The ledger knows it as well.
    let before = try bench.digest("Reports/2026Q3")
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try bench.digest("Reports/2026Q3") == before)
  }

  @Test("titles that name a datum that cannot be used make their coordinates no place")
  func datumOfTitles() throws {
    for titles in [["经度（西安80）", "纬度（西安80）"], ["北京54经度", "北京54纬度"]] {
      let bench = try screened(
        DrawnLayer.redLine.text, titles: titles + ["是否位于生态保护红线"],
        cells: ["112.750000", "38.450000", "否"])
      #expect(try inRedLine(bench) == ["U"], "\(titles)")
      #expect(
        try bench.table("zones", of: "2026Q3").column("method").first?.contains("invalid-location")
          == true)
      #expect(try bench.text("Reports/2026Q3/report.html").contains("E306"))
    }
  }

  @Test("an area whose axes were exchanged is put right, and that is said")
  func exchangedArea() throws {
    let bench = try screened(
      DrawnLayer.redLine.text, titles: ["坐标系", "损害范围坐标"],
      cells: ["CGCS2000", "POLYGON((38.45 112.75,38.45 112.76,38.46 112.76,38.45 112.75))"])
    #expect(try inRedLine(bench) == ["T"])
    let lead = try #require(try bench.table("leads", of: "2026Q3").column("lead_id").first)
    #expect(try bench.run(["explain", lead]).output.contains("经度和纬度颠倒，已对调"))
    #expect(try bench.text("Reports/2026Q3/report.html").contains("经度和纬度颠倒，已对调"))
  }

  @Test("explain says where the boundary is nearest, and reports only in which direction")
  func nearestBoundary() throws {
    let bench = try screened(
      DrawnLayer.redLine.text, titles: ["坐标系", "经纬度"],
      cells: ["CGCS2000", "112.650000,38.450000"])
    let lead = try #require(try bench.table("leads", of: "2026Q3").column("lead_id").first)
    let told = try bench.run(["explain", lead]).output
    #expect(told.contains("最近边界点 112.700000,38.45"), "\(told)")
    #expect(told.contains("（东）"))
    let page = try bench.text("Reports/2026Q3/report.html")
    #expect(page.contains("（东侧 "))
    #expect(!page.contains("112.700000,38.45") && !page.contains("112.7000"))
  }

  @Test(
    "a layer that was changed in the ledger stops the run and is not read from its file instead")
  func changedInLedger() throws {
    let bench = try screened(
      DrawnLayer.redLine.text, titles: ["坐标系", "经纬度"],
      cells: ["CGCS2000", "112.750000,38.450000"])
    let change = """
      import sqlite3
      base = sqlite3.connect("ledger.sqlite")
      base.execute("DROP TRIGGER layerFeatureIsFixed")
      base.execute("UPDATE layerFeature SET identifier = 'x'")
      base.commit()
      """
    #expect(try NeededTool.python.run(["-c", change], in: bench.url).status == 0)
    let outcome = try bench.run(Workbench.q4)
    #expect(outcome.status == 65 && outcome.messages.contains("E506"))
  }
}
