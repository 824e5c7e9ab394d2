import Testing

/// A layer that is drawn in the wrong place makes no lead "outside", and the program says so.
@Suite struct LayerAstrayTests {
  private static let reservePath = "Inputs/layers/保护地.geojson"
  private static let redLinePath = "Inputs/layers/红线.geojson"

  /// Two transfers with a point in and out of the red line, one with its county alone, screened with
  /// the red line and a reserve within those sides; with county polygons or not.
  private func screened(
    reserve longitudes: (Double, Double), _ latitudes: (Double, Double) = (38.4, 38.5),
    counties: Bool
  ) throws -> (bench: Workbench, said: String, warnings: [String]) {
    let bench = try Workbench(
      configuration: """
        jurisdiction: "140900"
        \(counties ? "counties: {path: Inputs/layers/县区.geojson, code_field: code, name_field: name}" : "")
        layers:
          - {path: \(Self.redLinePath), tag: red_line}
          - {path: \(Self.reservePath), tag: nature_reserve}

        """)
    try bench.write(DrawnLayer.redLine.text, to: Self.redLinePath)
    let drawn = DrawnLayer(areas: [
      .init(name: "芦芽山", longitudes: longitudes, latitudes: latitudes)
    ])
    try bench.write(drawn.text, to: Self.reservePath)
    if counties { try bench.write(DrawnLayer.counties.text, to: "Inputs/layers/县区.geojson") }
    var drop = TransferDrop([1, 2, 3], ["县区": "忻府区", "案发地点": ""])
    for (row, place) in ["112.750000,38.450000", "112.450000,38.450000", ""].enumerated() {
      drop.rows[row] += ["CGCS2000", place]
    }
    drop.rows[0][9] = "代县"
    try bench.write(
      drop.text(header: TransferDrop.header + ["坐标系", "经纬度"]), to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3 + ["--json"])
    try #require(outcome.status == 0, "\(outcome.everything)")
    let warnings = try JSONValue(outcome.output)["warnings"]?.elements ?? []
    return (
      bench, outcome.messages,
      warnings.map { "\($0["code"]?.text ?? "") \($0["file"]?.text ?? "")" }
    )
  }

  /// What `leads.csv` and `zones.csv` say, a letter or a method a lead, in the order of the drop.
  private func verdicts(_ bench: Workbench, _ tag: String) throws -> (
    leads: [String], methods: [String]
  ) {
    let leads = try bench.table("leads", of: "2026Q3").named.sorted {
      ($0["obligor_name"] ?? "") < ($1["obligor_name"] ?? "")
    }
    let zones = try bench.table("zones", of: "2026Q3").named.filter { $0["tag"] == tag }
    return (
      leads.map { $0["in_\(tag)"] ?? "" },
      leads.map { lead in
        zones.first { $0["lead_id"] == lead["lead_id"] }?["method"] ?? ""
      }
    )
  }

  @Test("one zone of three degrees off: unknown inside and outside, points and counties, and said")
  func wrongMeridian() throws {
    let (bench, said, warnings) = try screened(reserve: (115.4, 115.8), counties: true)
    let reserve = try verdicts(bench, "nature_reserve")
    #expect(reserve.leads == ["U", "U", "U"])
    #expect(
      reserve.methods == [
        "point-in-polygon;layer-astray", "point-in-polygon;layer-astray", "named-area;layer-astray",
      ])
    // The other layer is as it was.
    let redLine = try verdicts(bench, "red_line")
    #expect(redLine.leads == ["T", "F", "F"])
    #expect(redLine.methods == ["point-in-polygon", "point-in-polygon", "named-area"])
    #expect(warnings == ["E710 \(Self.reservePath)"])
    #expect(said.contains("1 个面中 1 个距本辖区各县区 50 公里以上，最近约 140 公里"), "\(said)")
    #expect(said.contains("leadscreen layers check"))
    let page = try bench.text("Reports/2026Q3/report.html")
    #expect(page.contains("图层有需要留意之处：E710 \(Self.reservePath)"))
    let lead = try #require(try bench.table("leads", of: "2026Q3").column("lead_id").last)
    let reason = "图层位置有误或可疑（E710），不能据此认定内外"
    #expect(page.contains(reason))
    #expect(try bench.run(["explain", lead]).output.contains(reason))
    for command in [["report", "2026Q3"], ["layers", "check"]] {
      #expect(try bench.run(command).messages.contains("E710 \(Self.reservePath)"))
    }
  }

  @Test(
    "beyond China neither its outside nor its inside counts",
    arguments: [true, false], [(-180.0, 0.0), (100.0, 150.0)])
  func beyondChina(counties: Bool, longitudes: (Double, Double)) throws {
    let (bench, said, warnings) = try screened(
      reserve: longitudes, longitudes.0 < 0 ? (-90, 90) : (20, 60), counties: counties)
    #expect(try verdicts(bench, "nature_reserve").leads == ["U", "U", "U"])
    #expect(try verdicts(bench, "red_line").leads.prefix(2) == ["T", "F"])
    #expect(warnings == ["E710 \(Self.reservePath)"])
    #expect(said.contains("超出全国范围"))
  }

  @Test("without counties nobody knows which of two layers is wrong: outside counts of neither")
  func oneOfTwo() throws {
    let (bench, _, warnings) = try screened(reserve: (116, 116.5), (39.5, 40), counties: false)
    #expect(try verdicts(bench, "nature_reserve").leads == ["U", "U", "U"])
    let redLine = try verdicts(bench, "red_line")
    #expect(redLine.leads == ["T", "U", "U"])
    #expect(
      redLine.methods == ["point-in-polygon", "point-in-polygon;layer-astray", "no-location"])
    #expect(warnings == ["E710 \(Self.redLinePath)", "E710 \(Self.reservePath)"])
  }

  @Test("a layer of the jurisdiction, of its neighbourhood or of all the province says outside")
  func sound() throws {
    let places = [
      ((113.0, 113.1), (38.4, 38.5)), ((112.0, 112.1), (38.4, 38.5)),
      ((110.2, 114.6), (38.9, 40.7)),
    ]
    for (longitudes, latitudes) in places {
      let (bench, said, warnings) = try screened(reserve: longitudes, latitudes, counties: true)
      #expect(try verdicts(bench, "nature_reserve").leads == ["F", "F", "F"])
      #expect(warnings.isEmpty && !said.contains("E710"))
    }
  }

  @Test("counties abroad say nothing of the layers, and are named themselves")
  func countiesAbroad() throws {
    let (bench, _, _) = try screened(reserve: (113.0, 113.1), counties: true)
    let abroad = DrawnLayer(
      areas: DrawnLayer.counties.areas.map {
        .init(
          name: $0.name, code: $0.code, longitudes: ($0.longitudes.0 - 80, $0.longitudes.1 - 80),
          latitudes: $0.latitudes)
      })
    try bench.write(abroad.text, to: "Inputs/layers/县区.geojson")
    try bench.remove("ledger.sqlite")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("E710 Inputs/layers/县区.geojson"))
    #expect(!outcome.messages.contains("E710 \(Self.reservePath)"))
    #expect(try verdicts(bench, "nature_reserve").leads == ["F", "F", "U"])
  }
}
