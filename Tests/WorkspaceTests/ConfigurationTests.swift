import Testing
import Vocabulary
import Workspace

@Suite("Configuration")
struct ConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    try Configuration(
      Array(text.utf8), file: "leadscreen.yaml", layerTags: ["red_line", "nature_reserve"])
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
    #expect(layers.map(\.tag) == ["red_line", "nature_reserve", "nature_reserve"])
    #expect(layers.map(\.version) == ["2025-12", nil, nil])
    #expect(layers.map(\.nameField) == [nil, "名称", nil])
    #expect(layers.map(\.scale) == [nil, nil, 10_000])
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
        - {path: a.geojson, tag: red_line}
      """)
    #expect(
      found == [
        "1 ", "2 140900", "3 colour", "5 ../红线.geojson", "6 note", "6 redline", "7 tag",
        "8 1:10000", "9 path", "10 ", "11 path", "12 /etc/passwd", "12 nowhere", "13 a.geojson",
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
    #expect(failure?.problems.first?.detail?.en == "unknown tag; known: red_line nature_reserve")
  }
}
