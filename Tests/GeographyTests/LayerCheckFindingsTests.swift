import Testing
import Vocabulary

@testable import Geography

@Suite("what a check finds")
struct LayerCheckFindingsTests {
  private func check(
    _ features: [[Sketch.Polygon]], beside surroundings: LayerSurroundings = LayerSurroundings()
  ) throws -> LayerCheck {
    var sketch = Sketch()
    sketch.features = features
    return try LayerCheck(sketch.layer(), beside: surroundings)
  }

  private func square(_ west: Double, _ south: Double, _ size: Double = 0.02) -> [Sketch.Polygon] {
    [[Sketch.rectangle(west, south, west + size, south + size)]]
  }

  @Test(
    "a file that others than its owner may use is named with the command that ends it",
    arguments: [
      (0o600, nil), (0o700, nil), (0o640, "640"), (0o604, "604"), (0o610, "610"), (nil, nil),
    ])
  func exposure(permissions: Int?, shown: String?) throws {
    var sketch = Sketch()
    sketch.features = [square(112.70, 38.40)]
    let check = try LayerCheck(sketch.layer(), permissions: permissions)
    let rows = check.summary().filter { $0.title.en == "file open to others" }
    #expect(rows.count == (shown == nil ? 0 : 1))
    #expect(check.isOpenToOthers == (shown != nil))
    guard let shown, let row = rows.first else { return }
    let command = "chmod 600 \(check.source.path)"
    #expect(row.isWarning)
    #expect(row.title.zh == "文件权限过宽")
    #expect(row.value.zh == "权限为 \(shown)，本人以外也能访问；请运行 \(command)")
    #expect(
      row.value.en == "its mode is \(shown), so others than its owner may use it; run \(command)")
  }

  @Test("overlaps are pairs with the area they share, the largest first; common borders are none")
  func overlaps() throws {
    let check = try check([
      square(112.70, 38.40), square(112.715, 38.41), square(112.70, 38.42), square(112.90, 38.40),
      square(112.7195, 38.4295, 0.02),
    ])
    #expect(check.overlaps.unchecked == 0)
    #expect(
      check.overlaps.pairs.map { [$0.first.ordinal, $0.second.ordinal] } == [
        [1, 2], [2, 3], [2, 5], [3, 5],
      ])
    let first = try #require(check.overlaps.pairs.first)
    // 0.005° by 0.01° at 38.41° north.
    #expect(abs(first.squareMetres - 484_600) < 500)
  }

  @Test("what lies on everything is compared within a bound, and what was not is counted")
  func hostileOverlaps() throws {
    let check = try check((0..<400).map { square(112.70 + Double($0) * 1e-6, 38.40) })
    #expect(check.overlaps.unchecked > 0)
    #expect(check.overlaps.pairs.count > 1_000)
    #expect(check.overlaps.pairs.count < 40_000)
  }

  @Test(
    "a gap narrower than the finest line is found with its length, a wider or a closed one is not",
    arguments: [(0.00001, 1), (0.00005, 0), (0, 0), (-0.00001, 0)])
  func gaps(degrees: Double, expected: Int) throws {
    let check = try check([
      square(112.70, 38.40), square(112.72 + degrees, 38.40),
    ])
    #expect(check.gaps.pairs.count == expected)
    if let gap = check.gaps.pairs.first {
      #expect([gap.first.ordinal, gap.second.ordinal] == [1, 2])
      // 0.02° of latitude.
      #expect(abs(gap.metres - 2_220) < 5)
    }
  }

  @Test("parts too small or too thin for the scale are slivers")
  func slivers() throws {
    let check = try check([
      square(112.70, 38.40) + [[Sketch.rectangle(112.80, 38.40, 112.8001, 38.4001)]],
      [[Sketch.rectangle(112.90, 38.40, 112.90001, 38.42)]], square(112.95, 38.40, 0.001),
    ])
    #expect(check.slivers.map(\.feature.ordinal) == [1, 2])
    #expect(abs(check.slivers[0].squareMetres - 97) < 1)
    #expect(abs(check.slivers[1].widthMetres - 0.87) < 0.01)
  }

  @Test("features of one shape are grouped however their rings are written")
  func sharedShapes() throws {
    let ring = Sketch.rectangle(112.70, 38.40, 112.72, 38.42)
    let turned = Array((ring[2...] + ring[..<2]).reversed())
    let check = try check([[[ring]], square(112.80, 38.40), [[turned]]])
    #expect(check.sharedShapes.map { $0.map(\.ordinal) } == [[1, 3]])
  }

  @Test("names that were misread are named with the damage")
  func damagedNames() throws {
    func feature(_ name: String, _ west: Double) -> String {
      let ring = "[[\(west),38],[\(west + 0.01),38],[\(west + 0.01),38.01],[\(west),38]]"
      return "{\"type\":\"Feature\",\"properties\":{\"n\":\"\(name)\"},\"geometry\":"
        + "{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
    }
    let text =
      "{\"type\":\"FeatureCollection\",\"features\":["
      + "\(feature("甲", 112)),\(feature("乙\u{FFFD}", 113))]}"
    let layer = try Layer.readGeoJSON(
      Array(text.utf8),
      as: LayerSource(LayerRegistration(path: "a.geojson", tag: .other, nameField: "n"), sha256: "")
    )
    let check = try LayerCheck(layer) {
      $0.contains("\u{FFFD}") ? Wording(zh: "坏", en: "bad") : nil
    }
    #expect(check.damagedNames.map(\.feature.ordinal) == [2])
    #expect(check.summary().contains { $0.title.zh == "名称乱码：乙\u{FFFD}" && $0.value.zh == "坏" })
  }

  @Test("what lies abroad, is larger than China, far from other layers or strayed is named")
  func placement() throws {
    let other = LayerSurroundings.Area(
      name: "自然保护地", extent: Box(west: 118, south: 32, east: 119, north: 33))
    let home = LayerSurroundings.Area(
      name: "忻州市", extent: Box(west: 111, south: 38, east: 114, north: 39.5))
    let check = try check(
      [square(112.70, 38.40), square(115.00, 38.40), square(112.7, -38.4), square(0, -60, 120)],
      beside: LayerSurroundings(others: [], jurisdiction: home))
    #expect(check.placement.abroad.map(\.ordinal) == [3, 4])
    #expect(check.placement.wide.map(\.ordinal) == [4])
    #expect(check.placement.stray.map(\.ordinal) == [2, 3])
    let far = try self.check(
      [square(112.70, 38.40)], beside: LayerSurroundings(others: [other], jurisdiction: home))
    let distance = try #require(far.placement.farFrom)
    #expect(distance.area == other)
    // 5.28° of longitude and 5.4° of latitude.
    #expect((700_000...800_000).contains(distance.metres))
    #expect(far.summary().filter(\.isWarning).map(\.title.zh).contains("远离其他图层"))
    #expect(far.placement.stray.isEmpty)
  }

  @Test("a summary names the first twenty of a kind and counts the rest")
  func longSummary() throws {
    let check = try check((0..<30).map { square(112 + Double($0) * 0.1, 38.40, 0.00001) })
    let rows = check.summary()
    #expect(rows.count { $0.title.zh.hasPrefix("过小或过细：") } == 20)
    #expect(rows.contains { $0.title.zh == "同上" && $0.value.zh == "另有 10 处" })
  }
}
