import Testing

/// The damage area, the place of the event and that of its result, told apart.
@Suite struct PlacesApartTests {
  private static let layer = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"紫金山"},
    "geometry":{"type":"Polygon","coordinates":[[[118.8,32.0],[118.9,32.0],[118.9,32.1],
    [118.8,32.1],[118.8,32.0]]]}}]}
    """

  /// A transfer of 玄武区, for which Jiangsu's text asks where the event took place.
  private func screened(_ role: String, _ point: String, inRedLine: String = "") throws -> Workbench
  {
    let bench = try Workbench(
      configuration: """
        jurisdiction: "320100"
        organisation: 南京市生态环境局
        layers:
          - {path: 红线.geojson, tag: red_line, version: "1"}

        """)
    try bench.write(PlacesApartTests.layer, to: "红线.geojson")
    var drop = TransferDrop([1], ["县区": "玄武区", "案发地点": ""])
    drop.rows[0] += [role, point, inRedLine]
    try bench.write(
      drop.text(header: TransferDrop.header + ["坐标所指", "经纬度", "是否位于生态保护红线"]),
      to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return bench
  }

  private static let inside = "118.850000,32.050000"
  private static let outside = "118.700000,32.050000"

  @Test(
    "the map is asked for the place that the record gives, and rules for the one they speak of",
    arguments: [
      // What the coordinates are of, where they lie; in_red_line, major.
      ("", inside, "T", "T"), ("损害区域", inside, "T", "T"), ("事发地", inside, "U", "T"),
      ("损害结果地", inside, "U", "U"), ("事发地", outside, "U", "U"), ("", outside, "F", "U"),
    ])
  func places(role: String, point: String, inRedLine: String, major: String) throws {
    let bench = try screened(role, point)
    let lead = try #require(try bench.table("leads", of: "2026Q3").named.first)
    #expect(lead["in_red_line"] == inRedLine)
    #expect(lead["major"] == major)
    let zones = try bench.table("zones", of: "2026Q3").named
    let methods = zones.map { $0["method"] ?? "" }
    switch role {
    case "事发地": #expect(methods == ["no-location", "point-in-polygon;event"])
    case "损害结果地": #expect(methods == ["no-location", "point-in-polygon;result"])
    default: #expect(methods == ["point-in-polygon"])
    }
    #expect(zones.last?["value"] == (point == PlacesApartTests.inside ? "T" : "F"))
    let explained = try bench.run(["explain", lead["lead_id"] ?? ""]).output
    let isEvent = role == "事发地"
    #expect(explained.contains("事发地 生态保护红线") == isEvent)
    #expect(explained.contains("（event_in_red_line）未单独写明，按") == !isEvent)
  }

  @Test("an event inside beside a damage area outside: a major case, and no exception")
  func apart() throws {
    let bench = try screened("事发地", PlacesApartTests.inside, inRedLine: "否")
    let lead = try #require(try bench.table("leads", of: "2026Q3").named.first)
    #expect(lead["in_red_line"] == "F")
    #expect(lead["major"] == "T")
    let findings = try bench.table("findings", of: "2026Q3").named
    #expect(
      findings.contains {
        $0["rule"] == "js23.5.major2" && $0["facts"]?.contains("event_in_red_line=T") == true
      })
    // Open for the reserve alone, of which nobody speaks.
    let exception = findings.filter { $0["conclusion"] == "exc_red_line" }
    #expect(exception.allSatisfy { $0["facts"]?.contains("in_red_line=F") == true })
    #expect(exception.map { $0["value"] } == ["U"])
  }
}
