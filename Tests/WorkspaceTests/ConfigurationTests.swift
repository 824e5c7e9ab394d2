import Testing
import Vocabulary
import Workspace

@Suite("Configuration")
struct ConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    try Configuration(
      Array(text.utf8), file: "leadscreen.yaml")
  }

  /// The problems of a configuration as `line value`; empty if it has none.
  private func problems(_ text: String) -> [String] {
    let failure = #expect(throws: Failure.self) { try read(text) }
    #expect(failure?.status == .configuration)
    let problems = failure?.problems ?? []
    #expect(problems.allSatisfy { $0.code == .badConfiguration && $0.file == "leadscreen.yaml" })
    return problems.map { "\($0.line ?? 0) \($0.value ?? "")" }
  }

  @Test("needs no key but the jurisdiction")
  func defaults() throws {
    let configuration = try read("jurisdiction: \"140900\"\n")
    #expect(configuration.jurisdiction == DivisionCode("140900"))
    #expect(configuration.organisation.isEmpty)
    #expect(configuration.layers.isEmpty)
  }

  @Test("is read as the contract shows it, a layer without an edition included")
  func whole() throws {
    let configuration = try read(
      """
      jurisdiction: "140900"          # GB/T 2260
      organisation: 忻州市生态环境局
      layers:
        - {path: Inputs/layers/红线.geojson, tag: red_line, version: "2025-12"}
        - {path: Inputs/layers/自然保护地.geojson, tag: nature_reserve, name_field: 名称}
        - path: 图层/保护区.geojson
          tag: nature_reserve
          scale: 10000
      """)
    #expect(configuration.organisation == "忻州市生态环境局")
    let layers = configuration.layers
    #expect(
      layers.map(\.path)
        == ["Inputs/layers/红线.geojson", "Inputs/layers/自然保护地.geojson", "图层/保护区.geojson"])
    #expect(layers.map(\.tag) == [.redLine, .natureReserve, .natureReserve])
    #expect(layers.map(\.version) == ["2025-12", nil, nil])
    #expect(layers.map(\.nameField) == [nil, "名称", nil])
    #expect(layers.map(\.scaleDenominator) == [nil, nil, 10_000])
    #expect(layers.map(\.line) == [4, 5, 6])
  }

  @Test("brings every problem out at once, with its line")
  func together() {
    let found = problems(
      """
      organisation: [甲]
      jurisdiction: 140900
      colour: red
      layers:
        - {path: ../红线.geojson, tag: red_line}
        - {path: a.geojson, tag: redline, version: "1", note: x}
        - path: b.geojson
          scale: 1:10000
        - {tag: red_line}
        - c.geojson
        - {path: , tag: red_line}
        - {path: /etc/passwd, tag: nowhere}
      """)
    #expect(
      found == [
        "1 ", "2 140900", "3 colour", "5 ../红线.geojson", "6 note", "6 redline", "7 tag",
        "8 1:10000", "9 path", "10 ", "11 path", "12 /etc/passwd", "12 nowhere",
      ])
  }

  @Test(
    "refuses a jurisdiction that is not six quoted digits of a division",
    arguments: [
      ("140900", "1 140900"), ("\"1409\"", "1 1409"), ("\"999999\"", "1 999999"),
      ("忻州市", "1 忻州市"), ("", "1 jurisdiction"), ("\"\"", "1 "), ("[\"140900\"]", "1 "),
      ("\"１４０９００\"", "1 １４０９００"), ("\"140900 \"", "1 140900 "), ("0140900", "1 0140900"),
    ])
  func jurisdictions(text: String, problem: String) {
    #expect(problems("jurisdiction: \(text)\n") == [problem])
  }

  @Test("refuses a file without a jurisdiction")
  func missing() {
    #expect(problems("organisation: 甲\n") == ["1 jurisdiction"])
    #expect(problems("- 140900\n") == ["1 "])
    #expect(problems("") == ["1 "])
  }

  @Test(
    "refuses a path that may lead out of the workspace",
    arguments: [
      "..", "../x", "a/../../x", "a/..", "/x", "//x", "a//b", "a/", "a/b/../c", "\"a\\0b\"",
    ])
  func traversal(path: String) {
    let found = problems("jurisdiction: \"140900\"\nlayers: [{path: \(path), tag: red_line}]\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("2 ") == true)
  }

  @Test("takes a path of names with dots", arguments: ["...", "a..b", "..a/b", "a/b..", "./a"])
  func dots(path: String) throws {
    let text = "jurisdiction: \"140900\"\nlayers: [{path: \(path), tag: red_line}]\n"
    #expect(try read(text).layers.map(\.path) == [path])
  }

  @Test("names the layer that is listed twice, and the line of the other")
  func twice() {
    let failure = #expect(throws: Failure.self) {
      try read(
        """
        jurisdiction: "140900"
        layers:
          - {path: a.geojson, tag: red_line}
          - {path: b.geojson, tag: red_line}
          - {path: a.geojson, tag: nature_reserve}
        """)
    }
    #expect(failure?.problems.map(\.line) == [5])
    #expect(failure?.problems.first?.detail?.en == "the same layer as on line 3")
  }

  @Test("names the tags there are for one there is not")
  func tags() {
    let failure = #expect(throws: Failure.self) {
      try read("jurisdiction: \"140900\"\nlayers: [{path: a, tag: 红线}]\n")
    }
    #expect(
      failure?.problems.first?.detail?.en == "unknown tag; known: "
        + LayerTag.allCases.map(\.rawValue).joined(separator: " "))
  }

  @Test("takes every key of a layer's version")
  func everyKeyOfALayer() throws {
    let layers = try read(
      """
      jurisdiction: "140900"
      layers:
        - path: Inputs/layers/红线2019.gpkg
          tag: red_line
          name: 生态保护红线
          version: "2019"
          valid_to: 2025-11-30
          crs: EPSG:2365
          datum_shift: {dx: -24.5, dy: 1, dz: 0.25, rx: 0, ry: -1.5, rz: 0, ppm: 2, convention: position_vector}
          layer: hx
        - path: Inputs/layers/红线2025.gpkg
          tag: red_line
          name: 生态保护红线
          version: "2025-12"
          issuer: 省自然资源厅
          document: 自然资发〔2025〕1号
          valid_from: 2025-12-01
      """
    ).layers
    #expect(layers.map(\.name) == ["生态保护红线", "生态保护红线"])
    #expect(layers.map(\.validTo) == [Day(iso: "2025-11-30"), nil])
    #expect(layers.map(\.validFrom) == [nil, Day(iso: "2025-12-01")])
    #expect(layers[0].referenceSystem == "EPSG:2365" && layers[0].table == "hx")
    #expect(
      layers[0].datumShift
        == DatumShift(dx: -24.5, dy: 1, dz: 0.25, rx: 0, ry: -1.5, rz: 0, ppm: 2))
    #expect(layers[1].issuer == "省自然资源厅" && layers[1].document == "自然资发〔2025〕1号")
    #expect(layers[1].title == "生态保护红线 2025-12")
  }

  @Test("takes the polygons of counties with the field of their codes")
  func counties() throws {
    let configuration = try read(
      """
      jurisdiction: "140900"
      counties: {path: Inputs/layers/县区.geojson, code_field: 代码, name_field: 名称, scale: 50000}
      """)
    #expect(configuration.counties?.codeField == "代码")
    #expect(configuration.counties?.uncertaintyMetres == 25)
    #expect(problems("jurisdiction: \"140900\"\ncounties: {path: a.geojson}\n") == ["2 code_field"])
  }

  private func shift(_ rest: String) -> String {
    """
    jurisdiction: "140900"
    layers:
      - {path: a.geojson, tag: red_line, datum_shift: {dx: 1, dy: 2, dz: 3, \(rest)}}
    """
  }

  @Test("takes rotations by either convention, and none without")
  func conventions() throws {
    let turned = "rx: 0.5, ry: -1.5, rz: 0, ppm: 2"
    let vector = try read(shift(turned + ", convention: position_vector")).layers[0].datumShift
    #expect(vector == DatumShift(dx: 1, dy: 2, dz: 3, rx: 0.5, ry: -1.5, rz: 0, ppm: 2))
    let frame = try read(shift(turned + ", convention: coordinate_frame")).layers[0].datumShift
    #expect(frame == DatumShift(dx: 1, dy: 2, dz: 3, rx: -0.5, ry: 1.5, rz: 0, ppm: 2))
    let still = "rx: 0, ry: -0, rz: 0.0, ppm: 2"
    for rest in [still, still + ", convention: coordinate_frame"] {
      #expect(try read(shift(rest)).layers[0].datumShift?.isRotated == false)
    }
    #expect(problems(shift(turned + ", convention: 9606")) == ["3 9606"])
    let failure = #expect(throws: Failure.self) { try read(shift(turned)) }
    #expect(failure?.status == .configuration)
    let problem = try #require(failure?.problems.first)
    #expect(failure?.problems.count == 1 && problem.line == 3)
    for word in ["convention", "position_vector", "coordinate_frame", "9606", "9607"] {
      #expect(
        problem.detail?.en.contains(word) == true && problem.detail?.zh.contains(word) == true)
    }
  }

  @Test("takes a version of counties, and a name of theirs alone")
  func versionsOfCounties() throws {
    func text(_ layer: String, _ counties: String) -> String {
      """
      jurisdiction: "140900"
      layers:
        - {path: a/县区.geojson, tag: \(layer)}
      counties: {path: b/县区.geojson, code_field: 代码\(counties)}
      """
    }
    #expect(try read(text("red_line", ", version: \"2026\"")).counties?.version == "2026")
    #expect(problems(text("other", "")) == ["4 县区"])
    #expect(try read(text("other", ", name: 县界")).counties?.version == nil)
    #expect(try read(text("other", ", version: \"2026\"")).layers.count == 1)
  }

  @Test("refuses versions of one layer that nothing tells apart, and a shift that is not whole")
  func versionsApart() {
    let found = problems(
      """
      jurisdiction: "140900"
      layers:
        - {path: a/红线.geojson, tag: red_line}
        - {path: b/红线.geojson, tag: red_line}
        - {path: c/红线.geojson, tag: red_line, version: "2"}
        - {path: d/红线.geojson, tag: nature_reserve}
        - {path: e.geojson, tag: red_line, valid_from: 2026-01-02, valid_to: 2026-01-01}
        - {path: f.geojson, tag: red_line, datum_shift: {dx: 1e3, dy: 0, dz: 0, rx: 0, ry: 0, rz: 0}}
        - {path: g.geojson, tag: red_line, datum_shift: {dx: 1, dy: --1, dz: 0, rx: 61, ry: 0, rz: 0, ppm: .5}}
      """)
    #expect(
      found == [
        "4 红线", "5 红线 2", "7 2026-01-01", "8 ppm", "8 1e3", "9 --1", "9 61", "9 .5",
      ])
  }

  @Test("says how coordinates are taken, the rest as usual")
  func coordinates() throws {
    #expect(try read("jurisdiction: \"140900\"\n").coordinates == CoordinateRules())
    let some = try read(
      """
      jurisdiction: "140900"
      coordinates: {convert_gcj02: false, device_metres: 0.1, bd09_metres: 50}
      """)
    #expect(
      some.coordinates
        == CoordinateRules(convertsWebMaps: false, deviceMetres: 0.1, bd09Metres: 50))
    let wrong = problems(
      """
      jurisdiction: "140900"
      coordinates:
        convert_gcj02: no
        gcj02_metres: -1
        epoch_metres: 1e3
        more: 1
      """)
    #expect(Set(wrong.map { $0.split(separator: " ")[0] }) == ["3", "4", "5", "6"])
  }

  @Test("says how many decimals the map shows, two to six")
  func mapDecimals() throws {
    #expect(try read("jurisdiction: \"140900\"\n").mapDecimals == 6)
    #expect(try read("jurisdiction: \"140900\"\nmap: {decimals: 3}\n").mapDecimals == 3)
    #expect(problems("jurisdiction: \"140900\"\nmap: {decimals: 1}\n") == ["2 1"])
  }
}
