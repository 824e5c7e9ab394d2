import Testing
import Vocabulary

@testable import Geography

@Suite("the difference to the version before")
struct LayerDifferenceTests {
  /// A layer of named rectangles of 0.01° height on 38.4° north; a feature without a name has its
  /// ordinal only.
  private func layer(_ features: [(name: String?, west: Double, east: Double)]) -> Layer {
    var table = PolygonTable()
    var list: [Feature] = []
    for (number, feature) in features.enumerated() {
      for place in Sketch.rectangle(feature.west, 38.40, feature.east, 38.41) {
        table.appendVertex(longitude: place.longitude, latitude: place.latitude)
      }
      _ = table.endRing()
      table.endPolygon()
      list.append(
        Feature(
          label: FeatureLabel(ordinal: number + 1, name: feature.name, id: nil),
          polygons: number..<(number + 1)))
    }
    return Layer(
      source: Sketch.source, features: list, polygons: table, repairs: LayerRepairs())
  }

  /// 0.01° by 0.01° at 38.405° north, in square metres.
  private let cell = 969_300.0

  @Test("features are told apart by shape, then by name, with the ground they gained and lost")
  func changes() throws {
    let earlier = layer([
      ("甲", 112.00, 112.01), ("乙", 112.02, 112.03), ("丙", 112.04, 112.05), ("丁", 112.06, 112.07),
    ])
    let now = layer([
      ("戊", 112.00, 112.01), ("乙", 112.025, 112.035), ("丙", 112.04, 112.05), ("己", 112.08, 112.10),
    ])
    let difference = try #require(LayerDifference(of: now, since: earlier))
    #expect(difference.unchanged == 2)
    #expect(difference.renamed.map { [$0.before.name, $0.after.name] } == [["甲", "戊"]])
    let change = try #require(difference.changed.first)
    #expect(difference.changed.count == 1)
    #expect([change.before.name, change.after.name] == ["乙", "乙"])
    #expect(abs(change.gainedSquareMetres - cell / 2) < 500)
    #expect(abs(change.lostSquareMetres - cell / 2) < 500)
    #expect(difference.added.map(\.feature.name) == ["己"])
    #expect(difference.removed.map(\.feature.name) == ["丁"])
    #expect(abs(difference.gainedSquareMetres - 2.5 * cell) < 2_000)
    #expect(abs(difference.lostSquareMetres - 1.5 * cell) < 2_000)
    #expect(difference.unmeasured == 0)
    #expect(!difference.isEmpty)
    #expect(
      difference.rows.first?.value.zh.hasPrefix("不变 2，改变 1，新增 1，删除 1，改名 1；增加 2.42") == true)
  }

  @Test("ground that passes from one feature to another is neither gained nor lost")
  func passedOn() throws {
    let earlier = layer([("甲", 112.00, 112.01), ("乙", 112.01, 112.03)])
    let now = layer([("甲", 112.00, 112.02), ("乙", 112.02, 112.03)])
    let difference = try #require(LayerDifference(of: now, since: earlier))
    #expect(difference.changed.count == 2)
    #expect(difference.gainedSquareMetres < 1)
    #expect(difference.lostSquareMetres < 1)
  }

  @Test("a version with itself differs in nothing, in whatever order its features come")
  func same() throws {
    let parks = try Layer.parks()
    let none = try #require(LayerDifference(of: parks, since: parks))
    #expect(none.isEmpty)
    #expect(none.unchanged == 61)
    let one = layer([("甲", 112.00, 112.01), ("乙", 112.02, 112.03)])
    let other = layer([("乙", 112.02, 112.03), ("甲", 112.00, 112.01)])
    #expect(try #require(LayerDifference(of: other, since: one)).isEmpty)
  }

  @Test("features that bear one name or none are told apart by shape alone")
  func unnamed() throws {
    let earlier = layer([(nil, 112.00, 112.01), ("甲", 112.02, 112.03), ("甲", 112.04, 112.05)])
    let now = layer([(nil, 112.00, 112.015), ("甲", 112.02, 112.03), ("甲", 112.04, 112.055)])
    let difference = try #require(LayerDifference(of: now, since: earlier))
    #expect(difference.unchanged == 1)
    #expect(difference.changed.isEmpty)
    #expect(difference.added.map(\.feature.ordinal) == [1, 3])
    #expect(difference.removed.map(\.feature.ordinal) == [1, 3])
    #expect(abs(difference.gainedSquareMetres - cell) < 1_000)
    #expect(difference.lostSquareMetres < 1)
  }
}
