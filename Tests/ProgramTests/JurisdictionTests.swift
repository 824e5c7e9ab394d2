import Testing

/// A layer says "outside" only of places of which it says anything.
@Suite struct JurisdictionTests {
  /// One transfer of that county with a place as stated, against 云中山; with county polygons or not.
  private func screened(
    _ county: String, _ place: String, map: DrawnLayer? = nil, title: String = "经纬度",
    address: String = ""
  ) throws -> (lead: [String: String], zone: [String: String], bench: Workbench) {
    let bench = try Workbench(
      configuration: """
        jurisdiction: "140900"
        \(map == nil ? "" : "counties: {path: Inputs/layers/县区.geojson, code_field: code, name_field: name}")
        layers:
          - {path: Inputs/layers/红线.geojson, tag: red_line}

        """)
    try bench.write(DrawnLayer.redLine.text, to: "Inputs/layers/红线.geojson")
    if let map { try bench.write(map.text, to: "Inputs/layers/县区.geojson") }
    var drop = TransferDrop([1], ["县区": county, "案发地点": address])
    drop.rows[0] += ["CGCS2000", place]
    try bench.write(
      drop.text(header: TransferDrop.header + ["坐标系", title]), to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return (
      try #require(try bench.table("leads", of: "2026Q3").named.first),
      try #require(try bench.table("zones", of: "2026Q3").named.first), bench
    )
  }

  @Test(
    "without county polygons, by the stated county and by what the layers draw",
    arguments: [
      ("忻府区", "112.650000,38.450000", "F", "point-in-polygon"),
      // 50 km around the layer, and a city next to the jurisdiction.
      ("忻府区", "113.300000,38.450000", "F", "point-in-polygon"),
      ("忻府区", "118.650000,38.450000", "U", "point-in-polygon;beyond-jurisdiction"),
      ("盂县", "112.650000,38.450000", "U", "point-in-polygon;beyond-jurisdiction"),
      ("盂县", "112.750000,38.450000", "T", "point-in-polygon"),
      ("", "112.650000,38.450000", "F", "point-in-polygon"),
    ])
  func withoutCounties(_ county: String, _ place: String, value: String, method: String) throws {
    let (lead, zone, bench) = try screened(county, place)
    #expect(lead["in_red_line"] == value)
    #expect(zone["value"] == value)
    #expect(zone["method"] == method)
    guard value == "U" else { return }
    let told = try bench.run(["explain", lead["lead_id"] ?? ""]).output
    #expect(told.contains("不能据此认定在界外"), "\(told)")
    #expect(!told.contains("没有可用位置"))
  }

  @Test(
    "with the polygons of all counties, by these",
    arguments: [
      ("忻府区", "112.450000,38.450000", "F", "point-in-polygon"),
      ("忻府区", "112.550000,38.450000", "U", "point-in-polygon;county-conflict"),
      ("忻府区", "112.380000,38.450000", "U", "point-in-polygon;beyond-jurisdiction"),
      // Too near the border to be certainly beyond it.
      ("忻府区", "112.399950,38.450000", "F", "point-in-polygon"),
      ("", "112.380000,38.450000", "U", "point-in-polygon;beyond-jurisdiction"),
      ("忻府区", "112.750000,38.450000", "T", "point-in-polygon"),
    ])
  func withCounties(_ county: String, _ place: String, value: String, method: String) throws {
    let (lead, zone, _) = try screened(county, place, map: .counties)
    #expect(lead["in_red_line"] == value)
    #expect(zone["method"] == method)
  }

  @Test("an area in another county than the stated one is asked about, and is not outside")
  func areaElsewhere() throws {
    func area(_ west: Double, _ east: Double) -> String {
      DrawnLayer.Area(name: "", longitudes: (west, east), latitudes: (38.44, 38.45)).text
    }
    for (longitudes, value) in [((112.43, 112.44), "F"), ((112.55, 112.56), "U")] {
      let (lead, zone, bench) = try screened(
        "忻府区", area(longitudes.0, longitudes.1), map: .counties, title: "损害范围坐标")
      #expect(lead["in_red_line"] == value)
      #expect((zone["method"] ?? "").contains("county-conflict") == (value == "U"))
      let kinds = try bench.table("review", of: "2026Q3").column("kind")
      #expect(kinds.contains("county-conflict") == (value == "U"))
    }
    // One that reaches from the county into the next is in it as well.
    let (lead, _, _) = try screened(
      "忻府区", area(112.48, 112.52), map: .counties, title: "损害范围坐标")
    #expect(lead["in_red_line"] == "F")
  }

  @Test("a county as a whole says nothing of a lead whose address names another one")
  func addressElsewhere() throws {
    for (address, value) in [
      ("东社镇上庄村", "F"), ("忻府区东社镇上庄村", "F"), ("原平市东社镇上庄村", "U"),
    ] {
      let (lead, zone, _) = try screened("忻府区", "", map: .counties, address: address)
      #expect(lead["in_red_line"] == value, "\(address)")
      #expect((zone["method"] ?? "").contains("named-area"))
      #expect((zone["method"] ?? "").contains("county-conflict") == (value == "U"))
    }
  }

  @Test("a map of counties without codes is refused; codes of statistics are codes")
  func codes() throws {
    var long = DrawnLayer.counties.areas
    for place in long.indices { long[place].code += "000000" }
    let (lead, _, bench) = try screened(
      "忻府区", "112.550000,38.450000", map: DrawnLayer(areas: long))
    #expect(lead["in_red_line"] == "U")
    for field in ["代号", "name"] {
      try bench.configure("code_field: code", "code_field: \(field)")
      let refused = try bench.run(Workbench.q4)
      #expect(refused.status == 78 && refused.messages.contains("E502"), "\(refused.messages)")
      try bench.configure("code_field: \(field)", "code_field: code")
    }
  }
}
