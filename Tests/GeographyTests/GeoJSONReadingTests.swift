import Testing
import Vocabulary

@testable import Geography

@Suite("reading GeoJSON")
struct GeoJSONReadingTests {
  private static let square = "[[112,38],[113,38],[113,39],[112,39],[112,38]]"
  private static let source = LayerSource(
    LayerRegistration(
      path: "Inputs/layers/自然保护地.v2.geojson", tag: .natureReserve, version: "2", nameField: "名称"),
    sha256: "ab")

  private func read(_ text: String, limits: LayerLimits = .standard) throws(Failure) -> Layer {
    try Layer.readGeoJSON(Array(text.utf8), as: Self.source, limits: limits)
  }

  private func refusal(_ text: String, limits: LayerLimits = .standard) -> Failure? {
    do {
      _ = try read(text, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private func feature(_ geometry: String, _ members: String = "\"properties\":null") -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\(members),"
      + "\"geometry\":\(geometry)}]}"
  }

  private func polygon(_ rings: String) -> String {
    "{\"type\":\"Polygon\",\"coordinates\":[\(rings)]}"
  }

  @Test("takes the layer's name from its file")
  func names() {
    #expect(Self.source.name == "自然保护地.v2")
    #expect(LayerSource(LayerRegistration(path: "a/.x", tag: .other), sha256: "").name == ".x")
    #expect(LayerSource(LayerRegistration(path: "红线", tag: .other), sha256: "").name == "红线")
  }

  @Test("keeps holes, parts and the file's order, and ignores heights")
  func shapes() throws {
    let layer = try read(
      """
      {"type":"FeatureCollection","name":"x","crs":null,"features":[
       {"type":"Feature","properties":{"名称":"甲"},"geometry":{"coordinates":[\(Self.square),
        [[112.2,38.2,5],[112.4,38.2,5],[112.4,38.4,5],[112.2,38.2,5]]],"type":"Polygon"}},
       {"type":"Feature","id":7,"properties":{"名称":" "},"geometry":
        {"type":"MultiPolygon","coordinates":[[\(Self.square)],[\(Self.square)]]}},
       {"type":"Feature","id":"b-1","properties":{},"geometry":
        {"type":"GeometryCollection","geometries":[\(polygon(Self.square)),
         {"type":"Point","coordinates":[112,38]}]}},
       {"type":"Feature","properties":null,"geometry":null},
       {"type":"Feature","properties":{"名称":12},"geometry":\(polygon(Self.square))},
       {"type":"Feature","properties":{"名称":null},"geometry":\(polygon(Self.square))}
      ]}
      """)
    #expect(layer.features.map(\.label.name) == ["甲", "7", "b-1", "12", "#6"])
    #expect(layer.features.map(\.label.isNamed) == [true, false, false, true, false])
    #expect(layer.features.map(\.label.ordinal) == [1, 2, 3, 5, 6])
    #expect(layer.features.map(\.polygons.count) == [1, 2, 1, 1, 1])
    #expect(layer.polygons.rings(ofPolygon: 0).count == 2)
    #expect(layer.repairs.otherGeometries == 1)
    #expect(layer.repairs.emptyFeatures == 1)
    #expect(layer.warnings.count == 2)
    #expect(layer.extent == Box(west: 112, south: 38, east: 113, north: 39))
  }

  @Test("closes open rings and leaves out those without area, holes with their shell")
  func repairs() throws {
    let open = "[[112,38],[113,38],[113,39]]"
    let layer = try read(
      feature(
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[\(open),[[112,38],[113,38]]],"
          + "[[[112,38]],\(Self.square)],[],[[]]]}"))
    #expect(layer.polygons.polygonCount == 1)
    #expect(layer.polygons.ringCount == 1)
    #expect(layer.polygons.longitudes == [112, 113, 113, 112])
    #expect(layer.repairs.closedRings == 1)
    #expect(layer.repairs.droppedRings == 4)
  }

  @Test("a single feature and a bare geometry are layers too")
  func bareRoots() throws {
    #expect(try read(polygon(Self.square)).features.count == 1)
    let single = "{\"type\":\"Feature\",\"id\":\"x\",\"geometry\":\(polygon(Self.square))}"
    #expect(try read(single).features[0].label.name == "x")
  }

  @Test("keeps coordinates to the last bit")
  func exactness() throws {
    let layer = try read(
      feature(polygon("[[112.12345678901234,38],[1.13e2,38],[113,39],[112.12345678901234,38]]")))
    #expect(layer.polygons.longitudes == [112.12345678901234, 113, 113, 112.12345678901234])
  }

  @Test(
    "takes CRS84, EPSG:4326 and EPSG:4490, however they are written",
    arguments: [
      "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4490", "EPSG:4326", "epsg:4490",
      "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    ])
  func referenceSystems(name: String) throws {
    let crs = "{\"type\":\"name\",\"properties\":{\"name\":\"\(name)\"}}"
    let text = feature(polygon(Self.square))
      .replacing("\"features\"", with: "\"crs\":\(crs),\"features\"")
    #expect(try read(text).features.count == 1)
  }

  @Test(
    "refuses other reference systems with status 78",
    arguments: [
      "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4610\"}}",
      "{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}}",
      "{\"type\":\"name\",\"properties\":{\"name\":\"4490\"}}",
      "{\"type\":\"name\",\"properties\":{\"name\":\"\"}}",
      "{\"type\":\"link\",\"properties\":{\"href\":\"http://x\"}}", "\"EPSG:4490\"", "{}", "[]",
    ])
  func otherReferenceSystems(crs: String) throws {
    let text = feature(polygon(Self.square))
      .replacing("\"features\"", with: "\"crs\":\(crs),\"features\"")
    let failure = try #require(refusal(text))
    #expect(failure.status == .configuration)
    #expect(failure.problems.map(\.code) == [.wrongReferenceSystem])
  }

  @Test("tells exchanged and projected coordinates from degrees, without quoting them")
  func misplaced() throws {
    let exchanged = try #require(
      refusal(feature(polygon("[[38,112.123],[39,112.123],[39,113],[38,112.123]]"))))
    #expect(exchanged.problems.map(\.code) == [.badGeometry])
    let projected = try #require(
      refusal(feature(polygon("[[39512345,4253123],[39512346,4253123],[1,1],[1,2]]"))))
    #expect(projected.problems.map(\.code) == [.wrongReferenceSystem])
    for failure in [exchanged, projected] {
      let message = failure.problems[0].message(in: .zh) + failure.problems[0].message(in: .en)
      #expect(!message.contains("112") && !message.contains("395") && !message.contains("425"))
      #expect(message.contains("第 1 个要素"))
    }
  }

  static let unreadable: [String] = {
    let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    let nested =
      String(repeating: "{\"type\":\"GeometryCollection\",\"geometries\":[", count: 60)
      + String(repeating: "]}", count: 60)
    return [
      "", " ", "null", "7", "[]", "{}", "{\"type\":7}", "{\"type\":\"Topology\"}",
      "{\"type\":\"FeatureCollection\"}", "{\"type\":\"FeatureCollection\",\"features\":{}}",
      "{\"type\":\"FeatureCollection\",\"features\":[7]}",
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Polygon\"}]}",
      "{\"type\":\"Polygon\"}", "{\"type\":\"Polygon\",\"coordinates\":7}",
      "{\"type\":\"Polygon\",\"coordinates\":\(deep)}",
      "{\"type\":\"Polygon\",\"coordinates\":" + String(repeating: "[", count: 100_000),
      String(repeating: "[", count: 100_000), nested,
      "{\"type\":\"Polygon\",\"coordinates\":[[[112]]]}",
      "{\"type\":\"Polygon\",\"coordinates\":[[[\"112\",\"38\"]]]}",
      "{\"type\":\"Polygon\",\"coordinates\":[[[112,null]]]}",
      "{\"type\":\"Polygon\",\"coordinates\":[[[NaN,38]]]}",
      "{\"type\":\"Polygon\",\"coordinates\":[[[1e400,38]]]}",
      "{\"type\":\"Polygon\",\"coordinates\":[[[112,38],[113,38],[113,39],[112,3",
      "{\"type\":\"Polygon\",\"coordinates\":[\(square)]} x", "PK\u{3}\u{4}",
    ]
  }()

  @Test("refuses what is no usable GeoJSON with status 65", arguments: unreadable.indices)
  func hostile(number: Int) throws {
    let failure = try #require(refusal(Self.unreadable[number]))
    #expect(failure.status == .unusableInput)
    #expect(failure.problems.count == 1)
    #expect([.unreadableLayer, .badGeometry].contains(failure.problems[0].code))
    #expect(failure.problems[0].file == Self.source.path)
  }

  /// The detail of the refusal of these bytes.
  private func reason(_ bytes: some Collection<UInt8>) -> Wording? {
    do throws(Failure) {
      _ = try Layer.readGeoJSON(Array(bytes), as: Self.source)
      return nil
    } catch {
      return error.problems.first?.detail
    }
  }

  @Test("says of bytes that are not UTF-8 that they may be GBK")
  func brokenBytes() {
    // 名称 and 红线 in GBK.
    let words: [UInt8: [UInt8]] = [
      UInt8(ascii: "#"): [0xC3, 0xFB, 0xB3, 0xC6], UInt8(ascii: "%"): [0xBA, 0xEC, 0xCF, 0xDF],
    ]
    let text = feature(polygon(Self.square), "\"properties\":{\"#\":\"%\"}")
    let bytes = Array(text.utf8).flatMap { words[$0] ?? [$0] }
    for broken in [[0x7B, 0xFF, 0xFE, 0x22, 0x7D], bytes] {
      #expect(reason(broken)?.zh == "不是 UTF-8 编码（可能是 GBK），GeoJSON 只能用 UTF-8；请另存为 UTF-8")
    }
  }

  @Test("says in which line a number is out of range")
  func outOfRange() {
    for number in ["1e999", "-1E+400", "1" + String(repeating: "0", count: 400)] {
      let text = "\n" + feature(polygon("[[112,38],[113,38],\n[\(number),39],[112,38]]"))
      #expect(reason(Array(text.utf8))?.zh == "第 3 行有超出范围的数值")
      // In a text it is no number.
      let name = feature(polygon(Self.square), "\"properties\":{\"名称\":\"\\\"\(number)\"}")
      #expect(reason(Array(name.utf8)) == nil)
      #expect(reason(Array(name.utf8).dropLast(2))?.zh == "不是有效的 JSON")
    }
  }

  @Test(
    "refuses a layer without polygons",
    arguments: [
      "{\"type\":\"FeatureCollection\",\"features\":[]}",
      "{\"type\":\"Point\",\"coordinates\":[1,2]}",
      "{\"type\":\"Polygon\",\"coordinates\":[]}",
      "{\"type\":\"Polygon\",\"coordinates\":[[[1,2]]]}",
    ])
  func withoutPolygons(text: String) throws {
    let failure = try #require(refusal(text))
    #expect(failure.status == .unusableInput)
    #expect(failure.problems.map(\.code) == [.badGeometry])
  }

  @Test("refuses what is larger than its limits")
  func limits() throws {
    var limits = LayerLimits.standard
    let text = feature(polygon(Self.square))
    limits.vertices = 5
    #expect(try read(text, limits: limits).polygons.vertexCount == 5)
    limits.vertices = 4
    #expect(refusal(text, limits: limits)?.problems.first?.code == .unreadableLayer)
    limits = .standard
    limits.bytes = text.utf8.count - 1
    #expect(refusal(text, limits: limits)?.problems.first?.code == .unreadableLayer)
    limits = .standard
    limits.features = 0
    #expect(refusal(text, limits: limits)?.problems.first?.code == .unreadableLayer)
  }
}
