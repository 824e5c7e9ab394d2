/// The rings of an SVG path of moves and relative lines, in pixels; `nil` for any other path.
struct DrawnPath {
  typealias Place = (x: Double, y: Double)

  private(set) var rings: [[Place]] = []

  init?(_ path: String) {
    for part in path.split(separator: "M") {
      guard part.last == "z", let line = part.firstIndex(of: "l") else { return nil }
      let numbers = [part[..<line], part[line...].dropFirst().dropLast()].flatMap {
        $0.replacing("-", with: " -").split(separator: " ").map { Int($0) }
      }
      guard numbers.count % 2 == 0, numbers.count >= 6, !numbers.contains(nil) else { return nil }
      var ring: [Place] = []
      var (x, y) = (0, 0)
      for index in stride(from: 0, to: numbers.count, by: 2) {
        guard let dx = numbers[index], let dy = numbers[index + 1] else { return nil }
        // Repeats are dropped.
        guard index == 0 || dx != 0 || dy != 0 else { return nil }
        (x, y) = (x + dx, y + dy)
        ring.append((Double(x) / 10, Double(y) / 10))
      }
      rings.append(ring)
    }
  }

  /// Even-odd over all rings.
  func fills(_ place: Place) -> Bool {
    DrawnPath.edges(of: rings).reduce(false) { isInside, edge in
      let (a, b) = edge
      guard (a.y > place.y) != (b.y > place.y) else { return isInside }
      return isInside != (a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x) > place.x)
    }
  }

  /// The distance to the nearest edge.
  func distance(to place: Place) -> Double { DrawnPath.distance(place, to: rings) }

  static func distance(_ place: Place, to rings: [[Place]]) -> Double {
    edges(of: rings).reduce(Double.infinity) { nearest, edge in
      let (a, b) = edge
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      let along = length > 0 ? ((place.x - a.x) * dx + (place.y - a.y) * dy) / length : 0
      let share = min(1, max(0, along))
      let (ex, ey) = (place.x - a.x - share * dx, place.y - a.y - share * dy)
      return min(nearest, (ex * ex + ey * ey).squareRoot())
    }
  }

  private static func edges(of rings: [[Place]]) -> [(Place, Place)] {
    rings.flatMap { ring in
      ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
    }
  }
}
