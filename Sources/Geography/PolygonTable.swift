/// Polygons as flat columns: vertices in rings, rings in polygons.
///
/// Degrees on CGCS2000, edges straight in longitude and latitude. Each ring's last vertex repeats
/// its first. A polygon's first ring is its shell, the others are its holes; which lies inside which
/// is not checked.
package struct PolygonTable: Sendable, Hashable {
  package private(set) var longitudes: [Double] = []
  package private(set) var latitudes: [Double] = []
  /// Each ring's first vertex, and the number of vertices at the end.
  package private(set) var ringStarts: [Int32] = [0]
  /// Each polygon's first ring, and the number of rings at the end.
  package private(set) var polygonStarts: [Int32] = [0]

  /// A table without polygons.
  package init() {}

  package var vertexCount: Int { longitudes.count }
  package var ringCount: Int { ringStarts.count - 1 }
  package var polygonCount: Int { polygonStarts.count - 1 }

  /// The numbers of the polygon's rings.
  package func rings(ofPolygon polygon: Int) -> Range<Int> {
    Int(polygonStarts[polygon])..<Int(polygonStarts[polygon + 1])
  }

  /// The numbers of the ring's vertices, the repeated one included.
  package func vertices(ofRing ring: Int) -> Range<Int> {
    Int(ringStarts[ring])..<Int(ringStarts[ring + 1])
  }

  /// The box around the polygon's vertices.
  package func box(ofPolygon polygon: Int) -> Box {
    var box = Box.empty
    for ring in rings(ofPolygon: polygon) {
      for vertex in vertices(ofRing: ring) {
        box.extend(to: longitudes[vertex], latitudes[vertex])
      }
    }
    return box
  }

  /// Adds a vertex to the ring under way.
  package mutating func appendVertex(longitude: Double, latitude: Double) {
    longitudes.append(longitude)
    latitudes.append(latitude)
  }

  /// What became of a ring that was ended.
  package enum RingEnd { case kept, closed, dropped }

  /// Ends the ring under way: closes it if it is open, drops it if it has fewer than four vertices.
  package mutating func endRing() -> RingEnd {
    let start = Int(ringStarts[ringStarts.count - 1])
    var isClosed = true
    if vertexCount > start,
      longitudes[start] != longitudes[vertexCount - 1]
        || latitudes[start] != latitudes[vertexCount - 1]
    {
      appendVertex(longitude: longitudes[start], latitude: latitudes[start])
      isClosed = false
    }
    guard vertexCount - start >= 4 else {
      dropRing()
      return .dropped
    }
    ringStarts.append(Int32(vertexCount))
    return isClosed ? .kept : .closed
  }

  /// Forgets the ring under way.
  mutating func dropRing() {
    let start = Int(ringStarts[ringStarts.count - 1])
    longitudes.removeLast(longitudes.count - start)
    latitudes.removeLast(latitudes.count - start)
  }

  /// Ends the polygon under way, which has at least one ring.
  package mutating func endPolygon() {
    polygonStarts.append(Int32(ringCount))
  }
}

/// A box in degrees, its sides part of it.
package struct Box: Sendable, Hashable {
  package var west: Double
  package var south: Double
  package var east: Double
  package var north: Double

  /// Contains nothing; the start of a union.
  static let empty = Box(
    west: .infinity, south: .infinity, east: -.infinity, north: -.infinity)

  mutating func extend(to longitude: Double, _ latitude: Double) {
    west = min(west, longitude)
    east = max(east, longitude)
    south = min(south, latitude)
    north = max(north, latitude)
  }

  mutating func formUnion(_ other: Box) {
    west = min(west, other.west)
    south = min(south, other.south)
    east = max(east, other.east)
    north = max(north, other.north)
  }

  /// Whether the place lies in the box or on its border.
  package func contains(_ longitude: Double, _ latitude: Double) -> Bool {
    longitude >= west && longitude <= east && latitude >= south && latitude <= north
  }

  /// Whether all of the other box lies in this one.
  func covers(_ other: Box) -> Bool {
    west <= other.west && south <= other.south && east >= other.east && north >= other.north
  }

  func meets(_ other: Box) -> Bool {
    other.west <= east && other.east >= west && other.south <= north && other.north >= south
  }

  /// The box with that many degrees added on every side.
  func expanded(by degrees: Double) -> Box {
    Box(
      west: west - degrees, south: south - degrees, east: east + degrees, north: north + degrees)
  }
}
