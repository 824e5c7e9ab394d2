import Testing

/// A drawing that is registered stays the one that verdicts rest on.
@Suite struct LayerExchangeTests {
  private static let path = "Inputs/layers/红线.geojson"
  private static let moved = DrawnLayer(areas: [
    .init(name: "云中山", longitudes: (112.9, 113), latitudes: (38.4, 38.5))
  ])

  /// A screened workspace whose one layer has these keys beside its path and tag.
  private func workspace(_ keys: String) throws -> Workbench {
    try Workbench.inRedLine(
      entry: "{path: \(LayerExchangeTests.path), tag: red_line\(keys)}", screened: true)
  }

  /// Expects that nothing is screened, and nothing changed by trying; what was said.
  private func refusal(_ bench: Workbench) throws -> String {
    let ledger = try bench.ledgerStatus()
    let reports = try bench.digest("Reports")
    let refused = try bench.run(Workbench.q3 + ["--lang", "en"])
    #expect(refused.status == 78, "\(refused.everything)")
    #expect(refused.messages.contains("E709 Inputs/layers/"), "\(refused.messages)")
    #expect(try bench.ledgerStatus() == ledger)
    #expect(try bench.digest("Reports").differences(from: reports).isEmpty)
    return refused.messages
  }

  @Test(
    "another file is refused under what is registered, and taken under a new version",
    arguments: ["", ", version: \"1\"", ", valid_from: 2020-01-01", ", name: 生态保护红线"])
  func exchanged(keys: String) throws {
    let bench = try workspace(keys)
    // The very same again is silent.
    try bench.screen()
    #expect(try bench.layersKept() == "1 1\n")
    try bench.write(LayerExchangeTests.moved.text, to: LayerExchangeTests.path)
    #expect(try refusal(bench).contains("its digest began with"))
    try bench.configure("red_line\(keys)", "red_line, version: \"2\"")
    try bench.screen()
    #expect(try bench.redLineVerdict() == "F")
    #expect(try bench.layersKept() == "2 2\n")
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("a day in force stands for a version that is missing, and not beside one that is there")
  func days() throws {
    let bench = try workspace("")
    try bench.write(LayerExchangeTests.moved.text, to: LayerExchangeTests.path)
    try bench.configure("red_line", "red_line, valid_from: 2020-01-01")
    try bench.screen()
    let versioned = try workspace(", version: \"1\"")
    try versioned.write(LayerExchangeTests.moved.text, to: LayerExchangeTests.path)
    try versioned.configure("\"1\"", "\"1\", valid_from: 2020-01-01")
    _ = try refusal(versioned)
  }

  @Test("the polygons of counties are exchanged under a new version only")
  func counties() throws {
    let county = "Inputs/layers/县区.geojson"
    func drawn(_ east: Double) -> String {
      DrawnLayer(areas: [
        .init(name: "忻府区", code: "140902", longitudes: (112, east), latitudes: (38, 39))
      ]).text
    }
    let bench = try Workbench.inRedLine(
      keys: "counties: {path: \(county), code_field: code, name_field: name}\n")
    try bench.write(drawn(113), to: county)
    try bench.screen()
    try bench.screen()
    #expect(try bench.layersKept() == "1 1\n")
    try bench.write(drawn(113.5), to: county)
    _ = try refusal(bench)
    try bench.configure("code_field", "version: \"2026\", code_field")
    try bench.screen()
    #expect(try bench.layersKept() == "2 2\n")
  }

  private static func shift(_ metres: Int) -> String {
    ", crs: EPSG:4610, datum_shift: {dx: \(metres), dy: 0, dz: 0, rx: 0, ry: 0, rz: 0, ppm: 0}"
  }

  @Test(
    "the same file that is read as other shapes is refused, and taken under a new version",
    arguments: ["", ", version: \"1\""])
  func readOtherwise(version: String) throws {
    let bench = try workspace(version + LayerExchangeTests.shift(10))
    for (old, new) in [
      (LayerExchangeTests.shift(10), LayerExchangeTests.shift(11)),
      (LayerExchangeTests.shift(11), ""),
    ] {
      try bench.configure(old, new)
      let said = try refusal(bench)
      #expect(said.contains("its file is the same, but crs, datum_shift or layer"), "\(said)")
      #expect(try bench.layersKept() == "1 1\n")
    }
    try bench.configure("red_line\(version)", "red_line, version: \"2\"")
    try bench.screen()
    #expect(try bench.layersKept() == "2 2\n")
  }

  @Test(
    "names from another field and a system that changes no shape are taken",
    arguments: [", name_field: name", ", crs: EPSG:4490", ", issuer: 省自然资源厅"])
  func sameShapes(keys: String) throws {
    let bench = try workspace("")
    try bench.configure("red_line", "red_line\(keys)")
    try bench.screen()
    let kept = try bench.layersKept()
    #expect(kept == (keys.contains("issuer") ? "1 2\n" : "2 2\n"))
    try bench.screen()
    #expect(try bench.layersKept() == kept)
    if keys.contains("name_field") {
      #expect(try bench.table("zones", of: "2026Q3").column("feature") == ["云中山"])
    }
    // Back again: both are compiled by now.
    try bench.configure(keys, "")
    try bench.screen()
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }
}
