import Testing
import Vocabulary

@testable import Geography

@Suite("checking a layer")
struct LayerCheckTests {
  @Test("a clean layer has nothing to warn of but missing names")
  func clean() throws {
    var sketch = Sketch()
    sketch.features = [
      [
        [
          Sketch.rectangle(112.70, 38.40, 112.72, 38.42),
          Sketch.rectangle(112.705, 38.405, 112.710, 38.410),
        ]
      ]
    ]
    let check = try LayerCheck(sketch.layer())
    #expect(check.features == 1)
    #expect(check.polygons == 1)
    #expect(check.vertices == 10)
    #expect(check.invalidities.isEmpty)
    #expect(check.unnamed == 1)
    #expect(!check.reachesAbroad)
    #expect(check.longEdges == 0)
    // 0.02° by 0.02° less 0.005° by 0.005°, from the lengths of a degree at 38.41° north.
    #expect(abs(check.areaSquareKilometres - 3.634) < 0.002)
    #expect(check.summary().filter(\.isWarning).map(\.title.zh) == ["未命名要素"])
  }

  @Test("says which feature is invalid, why and where")
  func invalid() throws {
    var sketch = Sketch()
    sketch.features = [
      [[Sketch.rectangle(112.70, 38.40, 112.72, 38.42)]],
      [
        [
          [
            Coordinate(longitude: 112.80, latitude: 38.40),
            Coordinate(longitude: 112.82, latitude: 38.42),
            Coordinate(longitude: 112.82, latitude: 38.40),
            Coordinate(longitude: 112.80, latitude: 38.42),
          ]
        ]
      ],
    ]
    let check = try LayerCheck(sketch.layer())
    let invalidity = try #require(check.invalidities.first)
    #expect(check.invalidities.count == 1)
    #expect(invalidity.feature.ordinal == 2)
    let line = try #require(check.summary().first { $0.title.zh == "无效：#2" })
    #expect(line.value.zh == "自相交；修复前 0 m²，修复后 1.9390 km²")
    #expect(
      line.value.en == "Self-intersection; 0 m² before repair, 1.9390 km² after")
  }

  @Test("finds shared names, long edges, places abroad and repairs")
  func findings() throws {
    let ring = "[[-110,40],[-109.9,40],[-109.9,40.1],[-110,40.1]]"
    let feature =
      "{\"type\":\"Feature\",\"properties\":{\"n\":\"甲\"},\"geometry\":"
      + "{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
    let source = LayerSource(
      LayerRegistration(path: "a.geojson", tag: .other, nameField: "n"), sha256: "")
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\(feature),\(feature)]}"
    let check = try LayerCheck(Layer.readGeoJSON(Array(text.utf8), as: source))
    #expect(check.sharedNames == [LayerCheck.SharedName(name: "甲", count: 2)])
    #expect(check.unnamed == 0)
    #expect(check.longEdges == 8)
    #expect((11_000...11_200).contains(check.longestEdgeMetres))
    #expect(check.reachesAbroad)
    #expect(check.repairs.closedRings == 2)
    #expect(
      check.summary().filter(\.isWarning).map(\.title.zh) == [
        "范围", "重名", "重叠的要素对", "图形相同的要素组", "超过 5 公里的边", "补闭合的环",
        "重叠：甲、甲", "图形相同", "重名：甲", "范围有误：甲", "范围有误：甲",
      ])
    #expect(
      check.summary().first { $0.title.en == "extent" }?.value.zh == "-110.0–-109.9°, 40.0–40.1°")
  }

  @Test("tags have the contract's words and a Chinese term")
  func tags() {
    #expect(
      LayerTag.allCases.map(\.rawValue) == [
        "red_line", "nature_reserve", "key_function_zone", "prohibited_zone",
        "strict_protection", "spring_protection", "other",
      ])
    #expect(Set(LayerTag.allCases.map(\.term)).count == LayerTag.allCases.count)
  }
}
