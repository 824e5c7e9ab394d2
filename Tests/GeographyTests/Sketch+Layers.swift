import Testing

@testable import Geography

extension Sketch {
  /// The shapes that layers come in, each within a tenth of a degree of 112.7° E, 38.4° N.
  enum Shape: String, CaseIterable, CustomTestStringConvertible {
    case stars, holes, parts, bowTies, overlaps, tiles, looseTiles, filledHoles

    var testDescription: String { rawValue }
  }

  static func drawing(_ shape: Shape, seed: UInt64) -> Sketch {
    var numbers = SeededNumbers(seed)
    func centre(_ numbers: inout SeededNumbers) -> Coordinate {
      Coordinate(
        longitude: numbers.next(112.68..<112.72), latitude: numbers.next(38.38..<38.42))
    }
    var sketch = Sketch()
    switch shape {
    case .stars:
      sketch.features = [[[star(at: centre(&numbers), radius: 0.02, vertices: 60, &numbers)]]]
    case .holes:
      let middle = centre(&numbers)
      let hole = Coordinate(longitude: middle.longitude + 0.005, latitude: middle.latitude)
      sketch.features = [
        [
          [
            star(at: middle, radius: 0.03, vertices: 80, &numbers),
            star(at: hole, radius: 0.008, vertices: 30, &numbers),
          ]
        ]
      ]
    case .parts:
      sketch.features = [
        (0..<5).map { part in
          let middle = Coordinate(
            longitude: 112.68 + Double(part % 3) * 0.02, latitude: 38.38 + Double(part / 3) * 0.02)
          return [star(at: middle, radius: 0.009, vertices: 25, &numbers)]
        }
      ]
    case .bowTies:
      // Vertices in random order cross themselves many times.
      sketch.features = (0..<3).map { _ in
        [[(0..<7).map { _ in centre(&numbers) }]]
      }
    case .overlaps:
      sketch.features = (0..<6).map { _ in
        [[star(at: centre(&numbers), radius: 0.015, vertices: 30, &numbers)]]
      }
    case .tiles:
      sketch.features = tiles(isLoose: false, &numbers)
    case .looseTiles:
      sketch.features = tiles(isLoose: true, &numbers)
    case .filledHoles:
      let middle = centre(&numbers)
      let hole = star(at: middle, radius: 0.01, vertices: 30, &numbers)
      sketch.features = [
        [[star(at: middle, radius: 0.03, vertices: 50, &numbers), hole]],
        [[Array(hole.reversed())]],
      ]
    }
    return sketch
  }

  /// Four by four tiles with crooked common borders; loose ones do not share the borders' vertices.
  private static func tiles(isLoose: Bool, _ numbers: inout SeededNumbers) -> [[Polygon]] {
    let corners = (0..<25).map { corner in
      Coordinate(
        longitude: 112.68 + 0.01 * (Double(corner % 5) + numbers.next(-0.3..<0.3)),
        latitude: 38.38 + 0.01 * (Double(corner / 5) + numbers.next(-0.3..<0.3)))
    }
    /// A point on the straight border, as exact as numbers are.
    func between(_ a: Coordinate, _ b: Coordinate, _ share: Double) -> Coordinate {
      Coordinate(
        longitude: a.longitude + share * (b.longitude - a.longitude),
        latitude: a.latitude + share * (b.latitude - a.latitude))
    }
    return (0..<16).map { tile in
      let corner = tile / 4 * 5 + tile % 4
      let ring = [corner, corner + 1, corner + 6, corner + 5].map { corners[$0] }
      guard isLoose, (tile + tile / 4) % 2 == 0 else { return [[ring]] }
      return [
        [ring.indices.flatMap { [ring[$0], between(ring[$0], ring[($0 + 1) % 4], 0.37)] }]
      ]
    }
  }
}
