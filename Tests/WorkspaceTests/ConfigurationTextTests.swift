import Testing
import Vocabulary
import Workspace

@Suite("An entry added to the configuration")
struct ConfigurationTextTests {
  private var layer: LayerRegistration {
    var layer = LayerRegistration(
      path: "Inputs/layers/红线-2026.gpkg", tag: .redLine, name: "生态\"保护\"红线\\甲",
      version: "2026-03", nameField: "名称", scaleDenominator: 10_000)
    layer.validFrom = Day(iso: "2026-03-01")
    layer.document = "自然资发〔2026〕3号: 附件"
    return layer
  }

  private func added(to text: String) throws -> String? {
    try ConfigurationText(Array(text.utf8)).adding(layer, file: "leadscreen.yaml")
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(
    "stands behind the layers that are there and leaves all else as it is",
    arguments: [
      "jurisdiction: \"140900\"",
      "jurisdiction: \"140900\"\nlayers:\n",
      """
      # 说明
      layers:
        # 红线
        - {path: a.geojson, tag: red_line}

      # 机构
      jurisdiction: "140900"   # 忻州
      organisation: 甲
      """,
      "layers:\n- path: a.geojson\n  tag: red_line\n- {path: b.geojson, tag: other}\njurisdiction: \"140900\"\n",
      "jurisdiction: \"140900\"\r\nlayers:\r\n  - {path: a.geojson, tag: other}\r\n",
      "jurisdiction: \"140900\"\nlayers: # 图层\n    - path: a.geojson\n      tag: red_line\n",
    ])
  func behind(text: String) throws {
    let result = try #require(try added(to: text))
    // By bytes, for CRLF is one Character.
    let feed = UInt8(ascii: "\n")
    let lines = Set(text.utf8.split(separator: feed).map(Array.init))
    #expect(lines.isSubset(of: result.utf8.split(separator: feed).map(Array.init)))
    let before = try Configuration(Array(text.utf8), file: "x").layers
    let after = try Configuration(Array(result.utf8), file: "x").layers
    #expect(after.dropLast().map(\.path) == before.map(\.path))
    var last = try #require(after.last)
    last.line = 1
    #expect(last == layer)
  }

  @Test("has its seven parameters to the last digit, whatever convention they were stated by")
  func shifted() throws {
    for (text, convention) in [
      ("-24.7,113.4,60.2,1.25,-0.75,2.125,-3.5", "position_vector"),
      ("0.000001,-0.0000125,1000,0.00000000001,-60,0,-100", "coordinate_frame"),
      ("-0,0,0,0,-0,0,0", nil), ("1, -2, 3, 0, 0, 0, 0.5", nil),
    ] {
      var layer = LayerRegistration(path: "Inputs/layers/a.gpkg", tag: .redLine)
      layer.datumShift = try DatumShift(option: text, convention: convention)
      let result = try #require(
        try ConfigurationText(Array("jurisdiction: \"140900\"\n".utf8))
          .adding(layer, file: "leadscreen.yaml"))
      let read = try Configuration(result.bytes, file: "leadscreen.yaml").layers
      #expect(read.map(\.datumShift) == [layer.datumShift])
    }
  }

  @Test(
    "is refused with parameters that cannot be read, are too large, or turn nobody knows which way",
    arguments: [
      ("1,2,3,0,0,0", nil), ("1,2,3,0,0,0,0,0", nil), ("1,2,3,0,0,0,", nil),
      ("1e2,2,3,0,0,0,0", nil), ("1001,2,3,0,0,0,0", nil), ("1,2,3,0,0,61,0", "position_vector"),
      ("1,2,3,0,0.5,0,0", nil), ("1,2,3,0,0.5,0,0", "9607"), ("1,2,3,0,0,0,0", "frame"),
    ])
  func badShift(text: String, convention: String?) {
    let failure = #expect(throws: Failure.self) {
      try DatumShift(option: text, convention: convention)
    }
    #expect(failure?.status == .usage)
  }

  @Test("is left to a person where layers is no list of lines")
  func flow() throws {
    #expect(try added(to: "jurisdiction: \"140900\"\nlayers: []\n") == nil)
    #expect(
      try added(to: "jurisdiction: \"140900\"\nlayers: [{path: a.geojson, tag: other}]\n") == nil)
  }

  @Test("that contradicts what is there is refused")
  func contradiction() {
    let failure = #expect(throws: Failure.self) {
      try added(
        to: """
          jurisdiction: "140900"
          layers:
            - {path: a.gpkg, tag: red_line, name: "生态\\"保护\\"红线\\\\甲", version: "2026-03"}
          """)
    }
    #expect(failure?.status == .configuration)
  }
}
