/// Boundary edges in runs of at most seven that follow one another on one polygon.
///
/// A run is the leaf of the search for the nearest boundary. Each takes eight vertices, the last one
/// repeated if it has fewer edges, so that a run is found without looking up where it starts. Degrees;
/// 18 bytes an edge.
struct EdgeRuns: Sendable {
  /// How many vertices each run takes.
  static let stride = 8

  /// The runs' vertices, run by run.
  private(set) var vertices: [Coordinate] = []
  /// How many edges each run has.
  private var lengths: [UInt8] = []
  private(set) var polygons: [Int32] = []
  /// Whether the zone lies on both sides of the run's edges, so that they bound nothing.
  private(set) var areInner: [Bool] = []

  var count: Int { polygons.count }

  /// Adds an edge to the last run if it continues it, else to a new one.
  mutating func append(
    from start: Coordinate, to end: Coordinate, polygon: Int, isInner: Bool
  ) {
    let last = count - 1
    if last >= 0, lengths[last] < EdgeRuns.stride - 1, vertices[vertices.count - 1] == start,
      polygons[last] == Int32(polygon), areInner[last] == isInner
    {
      lengths[last] += 1
      for slot in (last * EdgeRuns.stride + Int(lengths[last]))..<vertices.count {
        vertices[slot] = end
      }
      return
    }
    vertices.append(start)
    vertices.append(contentsOf: repeatElement(end, count: EdgeRuns.stride - 1))
    lengths.append(1)
    polygons.append(Int32(polygon))
    areInner.append(isInner)
  }

  /// Adds all edges of a polygon.
  mutating func append(polygon: Int, of table: PolygonTable) {
    for ring in table.rings(ofPolygon: polygon) {
      for vertex in table.vertices(ofRing: ring).dropLast() {
        append(
          from: table.coordinate(vertex), to: table.coordinate(vertex + 1), polygon: polygon,
          isInner: false)
      }
    }
  }

  /// The vertices where the run's edges start; each ends at the next vertex.
  func edges(ofRun run: Int) -> Range<Int> {
    (run * EdgeRuns.stride)..<(run * EdgeRuns.stride + Int(lengths[run]))
  }

  /// The box around each run.
  func boxes() -> [Box] {
    (0..<count).map { run in
      let edges = edges(ofRun: run)
      var box = Box.empty
      for vertex in edges.lowerBound...edges.upperBound {
        box.extend(to: vertices[vertex].longitude, vertices[vertex].latitude)
      }
      return box
    }
  }
}

extension PolygonTable {
  func coordinate(_ vertex: Int) -> Coordinate {
    Coordinate(longitude: longitudes[vertex], latitude: latitudes[vertex])
  }
}
