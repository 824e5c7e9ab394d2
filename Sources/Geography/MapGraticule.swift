/// A circle of latitude or longitude across a map.
package struct MapGraticuleLine: Sendable {
  /// Degrees, east or north.
  package let degrees: Double
  package let isMeridian: Bool
  /// The data of an SVG path in tenths of a pixel; may run beyond the frame.
  package let path: String
  /// Where it meets the lower edge (a meridian) or the right one, in pixels; `nil` if it does not.
  package let edge: Double?
}

extension MapFrame {
  /// Steps between lines in degrees, of which the finest that gives at most six of a kind is taken.
  private static let steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]
  /// Straight pieces of a line; on the plane they lie in one.
  private static let pieces = 16

  /// The lines of the graticule that cross the frame, meridians first, ascending.
  package var graticule: [MapGraticuleLine] {
    let (wide, high) = (extent.east - extent.west, extent.north - extent.south)
    let step = MapFrame.steps.first { max(wide, high) / $0 <= 6 } ?? 30
    func values(_ low: Double, _ high: Double) -> [Double] {
      // Beyond the extent there is a margin, and room that the frame's shape adds.
      let reach = max(wide, high)
      let first = Int(((low - reach) / step).rounded(.up))
      let last = Int(((high + reach) / step).rounded(.down))
      return (first...max(first, last)).map { Double($0) * step }
    }
    let west = extent.west - wide
    let south = max(-89, extent.south - high)
    let north = min(89, extent.north + high)
    return values(extent.west, extent.east).compactMap {
      line(at: $0, isMeridian: true, from: south, to: north)
    }
      + values(extent.south, extent.north).filter { abs($0) < 89 }.compactMap {
        line(at: $0, isMeridian: false, from: west, to: extent.east + wide)
      }
  }

  private func line(
    at degrees: Double, isMeridian: Bool, from low: Double, to high: Double
  ) -> MapGraticuleLine? {
    let points = (0...MapFrame.pieces).map { piece in
      let other = low + (high - low) * Double(piece) / Double(MapFrame.pieces)
      return isMeridian
        ? position(longitude: degrees, latitude: other)
        : position(longitude: other, latitude: degrees)
    }
    guard points.contains(where: shows) || zip(points, points.dropFirst()).contains(where: crosses)
    else { return nil }
    var edge: Double?
    for (from, to) in zip(points, points.dropFirst()) {
      let (a, b, limit) =
        isMeridian
        ? (from.y, to.y, Double(height)) : (from.x, to.x, Double(MapFrame.width))
      guard (a - limit) * (b - limit) <= 0, a != b else { continue }
      let share = (limit - a) / (b - a)
      edge = isMeridian ? from.x + share * (to.x - from.x) : from.y + share * (to.y - from.y)
    }
    let range = isMeridian ? 0...Double(MapFrame.width) : 0...Double(height)
    func tenths(_ value: Double) -> Int { Int((min(max(value, -1e6), 1e6) * 10).rounded()) }
    let path = points.enumerated().map { place, point in
      "\(place == 0 ? "M" : "L")\(tenths(point.x)) \(tenths(point.y))"
    }.joined()
    return MapGraticuleLine(
      degrees: degrees, isMeridian: isMeridian, path: path,
      edge: edge.flatMap { range.contains($0) ? $0 : nil })
  }

  /// Whether the piece passes through the frame though neither end lies in it, as far as its middle
  /// shows.
  private func crosses(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double)
  ) -> Bool {
    shows(((from.x + to.x) / 2, (from.y + to.y) / 2))
  }
}
