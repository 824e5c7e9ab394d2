/// Whether a place lies in a polygon, by even-odd over the edges that cross its latitude.
///
/// Each polygon is cut into slabs of equal height that list the edges reaching them. Built in O(n):
/// the number of slabs is kept so small that no polygon has more than four times as many entries as
/// edges, whatever its shape. Coordinates are compared as they are, without tolerance.
struct SlabIndex: Sendable {
  /// What a place is to one polygon.
  struct Position {
    /// Inside by even-odd.
    var isInside: Bool
    /// Inside at least one ring, a hole's included.
    var isInRing: Bool
  }

  /// Marks the first entry of each ring in its slab.
  fileprivate static let ringMark: UInt32 = 1 << 31

  private let table: PolygonTable
  private let polygons: [Slabs]
  /// Each slab's first entry, and the number of entries at the end.
  private let starts: [Int32]
  /// The edges' first vertices, slab by slab, in a slab ring by ring.
  private let entries: [UInt32]

  init(_ table: PolygonTable) {
    var polygons: [Slabs] = []
    var starts: [Int32] = [0]
    var entries: [UInt32] = []
    polygons.reserveCapacity(table.polygonCount)
    entries.reserveCapacity(table.vertexCount * 2)
    for polygon in 0..<table.polygonCount {
      let slabs = Slabs(of: polygon, in: table, first: starts.count - 1)
      polygons.append(slabs)
      slabs.fill(&entries, &starts, with: polygon, of: table)
    }
    self.table = table
    self.polygons = polygons
    self.starts = starts
    self.entries = entries
  }

  /// The box around the polygon.
  func box(ofPolygon polygon: Int) -> Box { polygons[polygon].box }

  /// How many edges are looked at to tell whether the place lies in the polygon.
  func edgeCount(at place: Coordinate, inPolygon polygon: Int) -> Int {
    let slabs = polygons[polygon]
    guard slabs.box.contains(place.longitude, place.latitude) else { return 0 }
    let slab = slabs.first + slabs.slab(place.latitude)
    return Int(starts[slab + 1] - starts[slab])
  }

  /// Where the place lies; on the boundary either answer is possible.
  ///
  /// Edges are taken from their southern end, so that a border two polygons share decides for
  /// exactly one of them.
  func position(of place: Coordinate, inPolygon polygon: Int) -> Position {
    let slabs = polygons[polygon]
    var position = Position(isInside: false, isInRing: false)
    guard slabs.box.contains(place.longitude, place.latitude) else { return position }
    let slab = slabs.first + slabs.slab(place.latitude)
    let longitudes = table.longitudes.span
    let latitudes = table.latitudes.span
    let entries = entries.span
    var isInRing = false
    for entry in Int(starts[slab])..<Int(starts[slab + 1]) {
      if entries[entry] & SlabIndex.ringMark != 0 {
        position.isInRing = position.isInRing || isInRing
        isInRing = false
      }
      let vertex = Int(entries[entry] & ~SlabIndex.ringMark)
      let y1 = latitudes[vertex]
      let y2 = latitudes[vertex + 1]
      guard (y1 > place.latitude) != (y2 > place.latitude) else { continue }
      let x1 = longitudes[vertex]
      let x2 = longitudes[vertex + 1]
      if min(x1, x2) > place.longitude {
        isInRing.toggle()
        position.isInside.toggle()
      } else if max(x1, x2) > place.longitude {
        let (southX, southY, x, y) =
          y1 < y2 ? (x1, y1, x2 - x1, y2 - y1) : (x2, y2, x1 - x2, y1 - y2)
        if southX + (place.latitude - southY) / y * x > place.longitude {
          isInRing.toggle()
          position.isInside.toggle()
        }
      }
    }
    position.isInRing = position.isInRing || isInRing
    return position
  }
}

/// One polygon's slabs, from south to north.
private struct Slabs {
  let box: Box
  /// The first slab's number among all polygons' slabs.
  let first: Int
  let count: Int
  private let slabsPerDegree: Double

  init(of polygon: Int, in table: PolygonTable, first: Int) {
    box = table.box(ofPolygon: polygon)
    self.first = first
    var edgeCount = 0
    var climb = 0.0
    table.forEachSlope(ofPolygon: polygon) { vertex, _ in
      edgeCount += 1
      climb += abs(table.latitudes[vertex + 1] - table.latitudes[vertex])
    }
    let height = box.north - box.south
    let most = climb > 0 ? 2 * Double(edgeCount) * height / climb : 1
    count = max(1, Int(min(Double(edgeCount), most)))
    slabsPerDegree = height > 0 ? Double(count) / height : 0
  }

  /// The slab that holds that latitude; grows with it.
  func slab(_ latitude: Double) -> Int {
    min(count - 1, max(0, Int((latitude - box.south) * slabsPerDegree)))
  }

  /// Adds the polygon's edges to the slabs they reach, in two passes: counting, then placing.
  func fill(
    _ entries: inout [UInt32], _ starts: inout [Int32], with polygon: Int, of table: PolygonTable
  ) {
    var places = [Int32](repeating: 0, count: count)
    table.forEachSlope(ofPolygon: polygon) { vertex, _ in
      for slab in reached(by: vertex, of: table) { places[slab] += 1 }
    }
    var total = Int32(entries.count)
    for slab in 0..<count {
      let start = total
      total += places[slab]
      places[slab] = start
      starts.append(total)
    }
    entries.append(contentsOf: repeatElement(0, count: Int(total) - entries.count))
    var lastRing = [Int32](repeating: -1, count: count)
    table.forEachSlope(ofPolygon: polygon) { vertex, ring in
      for slab in reached(by: vertex, of: table) {
        let mark = lastRing[slab] == Int32(ring) ? 0 : SlabIndex.ringMark
        lastRing[slab] = Int32(ring)
        entries[Int(places[slab])] = UInt32(vertex) | mark
        places[slab] += 1
      }
    }
  }

  /// The slabs that the edge from `vertex` to the next reaches.
  private func reached(by vertex: Int, of table: PolygonTable) -> ClosedRange<Int> {
    let start = slab(table.latitudes[vertex])
    let end = slab(table.latitudes[vertex + 1])
    return min(start, end)...max(start, end)
  }
}

extension PolygonTable {
  /// Calls `body` with the first vertex of each edge that is not level, and its ring.
  fileprivate func forEachSlope(ofPolygon polygon: Int, _ body: (Int, Int) -> Void) {
    for ring in rings(ofPolygon: polygon) {
      for vertex in vertices(ofRing: ring).dropLast()
      where latitudes[vertex] != latitudes[vertex + 1] { body(vertex, ring) }
    }
  }
}
