import Vocabulary

@testable import Geography

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// From 0 up to, not including, 1.
  mutating func next() -> Double {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    return Double(mixed >> 11) / 9_007_199_254_740_992
  }

  mutating func next(_ range: Range<Double>) -> Double {
    range.lowerBound + next() * (range.upperBound - range.lowerBound)
  }

  mutating func next(below bound: Int) -> Int { min(bound - 1, Int(next() * Double(bound))) }
}

/// A layer drawn by a test: features of polygons of rings, degrees, rings left open.
struct Sketch {
  typealias Ring = [Coordinate]
  typealias Polygon = [Ring]

  var features: [[Polygon]] = []

  static let source = LayerSource(
    LayerRegistration(path: "Inputs/layers/红线.geojson", tag: .redLine, version: "2025-12"),
    sha256: "00")

  func layer(source: LayerSource = Sketch.source) throws -> Layer {
    var builder = LayerBuilder(limits: .standard)
    for feature in features {
      for polygon in feature {
        for ring in polygon {
          for place in ring + ring.prefix(1) {
            try builder.addVertex(longitude: place.longitude, latitude: place.latitude)
          }
          builder.endRing()
        }
        builder.endPolygon()
      }
      try builder.endFeature(name: nil, id: nil)
    }
    return try builder.layer(from: source)
  }

  func index() throws -> ZoneIndex { ZoneIndex(try layer(), number: 0) }

  static func rectangle(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> Ring {
    [
      Coordinate(longitude: west, latitude: south), Coordinate(longitude: east, latitude: south),
      Coordinate(longitude: east, latitude: north), Coordinate(longitude: west, latitude: north),
    ]
  }

  /// A ring around a centre whose radius wanders; in degrees.
  static func star(
    at centre: Coordinate, radius: Double, vertices: Int, _ numbers: inout SeededNumbers
  ) -> Ring {
    // Directions by stepwise rotation, so that no trigonometry differs between machines.
    let turn = 6.283185307179586 / Double(vertices)
    let cosine = 1 - turn * turn / 2 + turn * turn * turn * turn / 24
    let sine = turn - turn * turn * turn / 6
    var x = 1.0
    var y = 0.0
    return (0..<vertices).map { _ in
      let length = radius * numbers.next(0.6..<1.0)
      let place = Coordinate(
        longitude: centre.longitude + x * length, latitude: centre.latitude + y * length)
      (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
      return place
    }
  }
}
