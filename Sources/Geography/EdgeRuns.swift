/// Boundary edges in runs of at most seven that follow one another on one polygon.
///
/// A run is the leaf of the search for the nearest boundary. Each takes eight vertices, the last one
/// repeated if it has fewer edges, so that a run is found without looking up where it starts and its
/// edges are measured side by side. Degrees; 19 bytes an edge.
struct EdgeRuns: Sendable {
  /// How many vertices each run takes.
  static let stride = 8

  /// The vertices of a run, side by side in memory.
  struct Vertices {
    fileprivate(set) var longitudes: SIMD8<Double>
    fileprivate(set) var latitudes: SIMD8<Double>
  }

  /// Each run's vertices.
  private(set) var vertices: [Vertices] = []
  /// How many edges each run has.
  private var lengths: [UInt8] = []
  private(set) var polygons: [Int32] = []
  /// Whether the zone lies on both sides of the run's edges, so that they bound nothing.
  private(set) var areInner: [Bool] = []

  var count: Int { polygons.count }

  init() {}

  /// With room for the edges of a table, a border cut here and there.
  init(roomFor table: PolygonTable) {
    let count = table.vertexCount / (EdgeRuns.stride - 1) + table.ringCount * 2
    vertices.reserveCapacity(count)
    lengths.reserveCapacity(count)
    polygons.reserveCapacity(count)
    areInner.reserveCapacity(count)
  }

  /// Adds an edge to the last run if it continues it, else to a new one.
  mutating func append(
    from start: Coordinate, to end: Coordinate, polygon: Int, isInner: Bool
  ) {
    let last = count - 1
    if last >= 0, lengths[last] < EdgeRuns.stride - 1,
      vertex(EdgeRuns.stride - 1, of: last) == start,
      polygons[last] == Int32(polygon), areInner[last] == isInner
    {
      lengths[last] += 1
      for slot in Int(lengths[last])..<EdgeRuns.stride {
        vertices[last].longitudes[slot] = end.longitude
        vertices[last].latitudes[slot] = end.latitude
      }
      return
    }
    var x = SIMD8(repeating: end.longitude)
    var y = SIMD8(repeating: end.latitude)
    x[0] = start.longitude
    y[0] = start.latitude
    vertices.append(Vertices(longitudes: x, latitudes: y))
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

  /// A vertex of a run; each of its edges goes from one to the next.
  func vertex(_ slot: Int, of run: Int) -> Coordinate {
    Coordinate(longitude: vertices[run].longitudes[slot], latitude: vertices[run].latitudes[slot])
  }

  /// How many edges the run has.
  func edgeCount(ofRun run: Int) -> Int { Int(lengths[run]) }

  /// The box around each run.
  func boxes() -> [Box] {
    vertices.map {
      Box(
        west: $0.longitudes.least, south: $0.latitudes.least, east: $0.longitudes.greatest,
        north: $0.latitudes.greatest)
    }
  }
}

extension PolygonTable {
  func coordinate(_ vertex: Int) -> Coordinate {
    Coordinate(longitude: longitudes[vertex], latitude: latitudes[vertex])
  }
}
