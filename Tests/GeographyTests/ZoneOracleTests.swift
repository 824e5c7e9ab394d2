import Foundation
import Testing
import Vocabulary

@testable import Geography

/// Each drawing is asked about several thousand places; together more than 100,000.
@Suite("verdicts agree with GEOS")
struct ZoneOracleTests {
  /// On the oracle's plane a distance is off by at most this share, 5 km from its middle latitude.
  private static let share = 0.002
  /// Rounding of coordinates and of the oracle's repairs, in metres.
  private static let slack = 0.02

  @Test(
    "on inside, outside and the distance", arguments: Sketch.Shape.allCases,
    [1, 2, 3, 4, 5] as [UInt64])
  func agrees(shape: Sketch.Shape, seed: UInt64) throws {
    // Loose tiles are the tiles with more vertices on their borders, the same within a nanometre.
    let twin = Sketch.drawing(shape == .looseTiles ? .tiles : shape, seed: seed)
    try compare(
      Sketch.drawing(shape, seed: seed).layer(), with: twin.layer(), seed: seed, places: 2_600)
  }

  @Test("on real protected areas with holes, parts and common borders")
  func agreesOnRealAreas() throws {
    let parks = try Layer.parks()
    #expect(parks.features.count == 61)
    #expect(parks.warnings.isEmpty)
    // One by one, because the oracle's plane holds for a small area only.
    for feature in parks.features {
      let polygons = parks.polygons.rows(feature.polygons)
      let layer = Layer(
        source: Sketch.source,
        features: [Feature(label: feature.label, polygons: 0..<polygons.polygonCount)],
        polygons: polygons, repairs: LayerRepairs())
      try compare(layer, with: layer, seed: 7, places: 500)
    }
  }

  @Test("where a polygon nearly touches itself beside another, its edges still bound the zone")
  func nearlyTouchesItself() throws {
    // A notch from the east that ends in a slit of a centimetre, where the ring begins.
    func place(_ longitude: Double, _ latitude: Double) -> Coordinate {
      Coordinate(longitude: longitude, latitude: latitude)
    }
    var sketch = Sketch()
    sketch.features = [
      [
        [
          [
            place(112.70001, 38.400_000_05), place(112.70, 38.40), place(112.70001, 38.399_999_95),
            place(112.72, 38.395), place(112.72, 38.38), place(112.68, 38.38),
            place(112.68, 38.42), place(112.72, 38.42), place(112.72, 38.405),
          ]
        ]
      ], [[Sketch.rectangle(112.715, 38.399, 112.718, 38.401)]],
    ]
    let layer = try sketch.layer()
    try compare(layer, with: layer, seed: 9, places: 2_000)
  }

  @Test("a long edge within other features bounds nothing, however many edges lie in its box")
  func longEdgeAmongMany() throws {
    func place(_ longitude: Double, _ latitude: Double) -> Coordinate {
      Coordinate(longitude: longitude, latitude: latitude)
    }
    var numbers = SeededNumbers(21)
    let ragged = Sketch.star(at: place(112.71, 38.388), radius: 0.008, vertices: 150, &numbers)
    var sketch = Sketch()
    sketch.features = [
      [[[place(112.68, 38.38), place(112.72, 38.42), place(112.68, 38.42)]]],
      // Lies over the whole of that slope.
      [
        [
          [
            place(112.677, 38.38), place(112.683, 38.374), place(112.723, 38.42),
            place(112.717, 38.426),
          ]
        ]
      ], [[ragged]],
    ]
    let layer = try sketch.layer()
    try compare(layer, with: layer, seed: 22, places: 4_000)
  }

  @Test("a border with two vertices on one side and hundreds on the other parts nothing")
  func unevenBorder() throws {
    var sketch = Sketch()
    let south = Sketch.rectangle(112.68, 38.38, 112.72, 38.40)
    let along = (1..<400).map {
      Coordinate(longitude: 112.72 - 0.0001 * Double($0), latitude: 38.40)
    }
    sketch.features = [
      [[south.prefix(3) + along + south.suffix(1)]],
      [[Sketch.rectangle(112.68, 38.40, 112.72, 38.42)]],
    ]
    let layer = try sketch.layer()
    try compare(layer, with: layer, seed: 23, places: 4_000)
  }

  @Test("where edges meet more often than there is work for, distances are never too long")
  func combsAcrossOneAnother() throws {
    let teeth = 100
    func comb(_ place: (Double, Double) -> Coordinate) -> Sketch.Ring {
      let edges = (0..<teeth).flatMap { tooth in
        let start = 0.04 * Double(tooth) / Double(teeth)
        return [place(start, 0), place(start + 0.02 / Double(teeth), 0.04)]
      }
      return [place(0, -0.002)] + edges + [place(0.04, -0.002)]
    }
    var sketch = Sketch()
    sketch.features = [
      [[comb { Coordinate(longitude: 112.68 + $0, latitude: 38.38 + $1) }]],
      [[comb { Coordinate(longitude: 112.68 + $1, latitude: 38.38 + $0) }]],
    ]
    let layer = try sketch.layer()
    let index = ZoneIndex(layer, number: 0)
    let oracle = try #require(GEOSOracle(layer))
    var numbers = SeededNumbers(24)
    var shorter = 0
    for _ in 0..<4_000 {
      let place = Coordinate(
        longitude: numbers.next(112.67..<112.73), latitude: numbers.next(38.37..<38.43))
      let found = try #require(
        index.findings(at: [
          Point(longitude: place.longitude, latitude: place.latitude, uncertaintyMetres: 0)
        ])[0]?.signedDistanceMetres)
      let expected = oracle.signedDistance(from: place)
      let tolerance = abs(expected) * ZoneOracleTests.share + ZoneOracleTests.slack
      if abs(expected) > ZoneIndex.boundaryWidthMetres { #expect((found < 0) == (expected < 0)) }
      #expect(abs(found) <= abs(expected) + tolerance)
      if abs(found) < abs(expected) - tolerance { shorter += 1 }
    }
    // Else the bound on work was not reached, and this tests nothing.
    #expect(shorter > 0)
  }

  private func compare(_ layer: Layer, with twin: Layer, seed: UInt64, places: Int) throws {
    let index = ZoneIndex(layer, number: 0)
    let oracle = try #require(GEOSOracle(twin))
    let table = layer.polygons
    let extent = layer.extent.expanded(by: 0.01)
    // The oracle's plane stretches degrees of longitude by this much at its edges.
    let height = extent.north - extent.south
    let middle = (extent.north + extent.south) / 2 * Ellipsoid.radiansPerDegree
    let share =
      ZoneOracleTests.share + height * 0.6 * Ellipsoid.radiansPerDegree * tan(middle)
    var numbers = SeededNumbers(seed &+ 1_000)
    var disagreements = 0
    for number in 0..<places {
      let vertex = numbers.next(below: table.vertexCount - 1)
      let near = number % 3 == 1 ? 0.0005 : 0.00005
      let place =
        number % 3 == 0
        ? Coordinate(
          longitude: numbers.next(extent.west..<extent.east),
          latitude: numbers.next(extent.south..<extent.north))
        : Coordinate(
          longitude: table.longitudes[vertex] + numbers.next(-near..<near),
          latitude: table.latitudes[vertex] + numbers.next(-near..<near))
      // Findings, since the real areas lie outside the box of China that verdicts keep to.
      let point = Point(
        longitude: place.longitude, latitude: place.latitude, uncertaintyMetres: 0)
      let verdict = try #require(index.findings(at: [point])[0])
      let expected = oracle.signedDistance(from: place)
      guard let found = verdict.signedDistanceMetres else {
        #expect(abs(expected) > ZoneIndex.capMetres * (1 - share))
        continue
      }
      let isOnBoundary = abs(expected) <= ZoneIndex.boundaryWidthMetres + ZoneOracleTests.slack
      let isWrong =
        abs(abs(found) - abs(expected)) > abs(expected) * share + ZoneOracleTests.slack
        || (!isOnBoundary && (found < 0) != (expected < 0))
        || verdict.value != Truth(found <= 0)
      if isWrong {
        disagreements += 1
        Issue.record("\(place): \(found) m, GEOS \(expected) m")
      }
      guard disagreements < 5 else { break }
    }
  }
}
