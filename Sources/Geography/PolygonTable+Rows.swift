import Vocabulary

extension PolygonTable {
  /// Adds rows of another table.
  mutating func append(_ polygons: Range<Int>, of other: PolygonTable) {
    for polygon in polygons {
      for ring in other.rings(ofPolygon: polygon) {
        for vertex in other.vertices(ofRing: ring) {
          appendVertex(longitude: other.longitudes[vertex], latitude: other.latitudes[vertex])
        }
        _ = endRing()
      }
      endPolygon()
    }
  }

  /// Some of the rows as a table of their own.
  package func rows(_ polygons: Range<Int>) -> PolygonTable {
    var table = PolygonTable()
    table.append(polygons, of: self)
    return table
  }

  /// Shells less holes, in square metres on the ellipsoid.
  package func area(ofPolygons polygons: Range<Int>) -> Double {
    var sum = 0.0
    for polygon in polygons {
      let rings = rings(ofPolygon: polygon)
      for ring in rings {
        let vertices = vertices(ofRing: ring)
        let area = Ellipsoid.area(
          longitudes: longitudes[vertices], latitudes: latitudes[vertices])
        sum += ring == rings.lowerBound ? area : -area
      }
    }
    return sum
  }

  /// How many edges are longer, and the longest one's length.
  func longEdges(over limitMetres: Double) -> (count: Int, longestMetres: Double) {
    var count = 0
    var longest = 0.0
    for ring in 0..<ringCount {
      for vertex in vertices(ofRing: ring).dropLast() {
        let length = distanceMetres(
          (longitudes[vertex], latitudes[vertex]),
          (longitudes[vertex + 1], latitudes[vertex + 1]))
        longest = max(longest, length)
        if length > limitMetres { count += 1 }
      }
    }
    return (count, longest)
  }
}
