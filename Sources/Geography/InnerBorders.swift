import Vocabulary

/// Finds the borders within a zone: stretches of boundary with the zone on both sides.
///
/// Features that adjoin or overlap make one zone, and what matters is how far a place is from the
/// end of the zone, not from a line within it. Edges are cut where those of other polygons meet them,
/// and each piece is probed on both sides, at the distance within which a place counts as on the
/// boundary: a gap narrower than that does not part a zone.
struct InnerBorders {
  /// Above so many edges of other polygons an edge is kept whole, as if it bounded the zone.
  ///
  /// Bounds the work on hostile layers; such a boundary only makes verdicts more cautious.
  private static let mostMeetings = 64
  /// At least the width of the boundary anywhere in China, in degrees.
  private static let reachDegrees = 1e-6

  private let cover: ZoneCover
  private let table: PolygonTable
  /// Whether no other polygon's box meets the polygon's.
  private let isAlone: [Bool]
  /// The edges of the polygons that are not alone.
  private let edges: EdgeRuns
  private let tree: BoxTree

  /// The edges of all polygons in runs, cut and told apart; O(n log n).
  static func runs(of table: PolygonTable, coveredBy cover: ZoneCover) -> EdgeRuns {
    let borders = InnerBorders(table, cover)
    var runs = EdgeRuns()
    for polygon in 0..<table.polygonCount {
      if borders.isAlone[polygon] {
        runs.append(polygon: polygon, of: table)
      } else {
        for ring in table.rings(ofPolygon: polygon) {
          borders.append(ring: ring, of: polygon, to: &runs)
        }
      }
    }
    return runs
  }

  private init(_ table: PolygonTable, _ cover: ZoneCover) {
    self.table = table
    self.cover = cover
    var edges = EdgeRuns()
    isAlone = (0..<table.polygonCount).map { polygon in
      var isAlone = true
      let box = cover.slabs.box(ofPolygon: polygon).expanded(by: InnerBorders.reachDegrees)
      cover.forEachPolygon(meeting: box) {
        isAlone = isAlone && $0 == polygon
        return isAlone
      }
      if !isAlone { edges.append(polygon: polygon, of: table) }
      return isAlone
    }
    self.edges = edges
    tree = BoxTree(edges.boxes())
  }

  private func append(ring: Int, of polygon: Int, to runs: inout EdgeRuns) {
    // What the edge before was, if it met no other polygon: then nothing changes at the vertex.
    var before: Bool?
    for vertex in table.vertices(ofRing: ring).dropLast() {
      let edge = Edge(table.coordinate(vertex), table.coordinate(vertex + 1))
      guard let meetings = meetings(of: edge, polygon: polygon) else {
        runs.append(from: edge.start, to: edge.end, polygon: polygon, isInner: false)
        before = nil
        continue
      }
      guard meetings.count > 0 else {
        let isInner = before ?? isWithinAnother(edge, polygon: polygon)
        runs.append(from: edge.start, to: edge.end, polygon: polygon, isInner: isInner)
        before = isInner
        continue
      }
      before = nil
      var start = edge.start
      for share in meetings.shares.sorted() + [1] {
        let end = share < 1 ? edge.place(at: share) : edge.end
        guard end != start else { continue }
        runs.append(
          from: start, to: end, polygon: polygon, isInner: isInner(Edge(start, end)))
        start = end
      }
    }
  }

  /// How many edges of other polygons come near the edge, and the shares of its length where they
  /// cross, touch or begin to run along it; `nil` for too many.
  private func meetings(of edge: Edge, polygon: Int) -> (count: Int, shares: [Double])? {
    var count = 0
    var shares: [Double] = []
    let reach = edge.box.expanded(by: InnerBorders.reachDegrees)
    tree.forEach(meeting: reach) { run in
      guard edges.polygons[run] != Int32(polygon) else { return true }
      for number in 0..<edges.edgeCount(ofRun: run) {
        let other = Edge(edges.vertex(number, of: run), edges.vertex(number + 1, of: run))
        guard other.box.meets(reach) else { continue }
        count += 1
        edge.cut(by: other, into: &shares)
      }
      return count <= InnerBorders.mostMeetings
    }
    return count > InnerBorders.mostMeetings ? nil : (count, shares)
  }

  /// Whether another feature covers the edge, which meets no edge of another polygon.
  ///
  /// Of its own feature it then has one side in any case. Its sides are not probed: where the polygon
  /// nearly touches itself both may seem to be inside.
  private func isWithinAnother(_ edge: Edge, polygon: Int) -> Bool {
    var search = ZoneCover.Search()
    cover.find(at: edge.place(at: 0.5), &search)
    return search.features.contains { $0 != cover.features[polygon] }
  }

  /// Whether the zone covers both sides of the edge at its middle and near its ends.
  private func isInner(_ edge: Edge) -> Bool {
    let length = edge.length
    guard length > 0 else { return true }
    let width = ZoneIndex.boundaryWidthMetres / length
    let east = -edge.north * width / edge.scale.longitude
    let north = edge.east * width / edge.scale.latitude
    return [0.5, 0.17, 0.83].allSatisfy { share in
      let place = edge.place(at: share)
      return cover.covers(
        Coordinate(longitude: place.longitude + east, latitude: place.latitude + north))
        && cover.covers(
          Coordinate(longitude: place.longitude - east, latitude: place.latitude - north))
    }
  }
}

/// An edge with its extent in metres on the plane at its start.
private struct Edge {
  let start: Coordinate
  let end: Coordinate
  let scale: (longitude: Double, latitude: Double)
  let east: Double
  let north: Double

  init(_ start: Coordinate, _ end: Coordinate) {
    self.start = start
    self.end = end
    scale = Ellipsoid.metresPerDegree(atLatitude: start.latitude)
    east = (end.longitude - start.longitude) * scale.longitude
    north = (end.latitude - start.latitude) * scale.latitude
  }

  var length: Double { (east * east + north * north).squareRoot() }

  var box: Box {
    Box(
      west: min(start.longitude, end.longitude), south: min(start.latitude, end.latitude),
      east: max(start.longitude, end.longitude), north: max(start.latitude, end.latitude))
  }

  func place(at share: Double) -> Coordinate {
    Coordinate(
      longitude: start.longitude + share * (end.longitude - start.longitude),
      latitude: start.latitude + share * (end.latitude - start.latitude))
  }

  /// Adds the shares, strictly between 0 and 1, where `other` crosses or where an end of it lies on
  /// this edge.
  func cut(by other: Edge, into shares: inout [Double]) {
    let square = east * east + north * north
    guard square > 0 else { return }
    let x1 = (other.start.longitude - start.longitude) * scale.longitude
    let y1 = (other.start.latitude - start.latitude) * scale.latitude
    let x2 = (other.end.longitude - start.longitude) * scale.longitude
    let y2 = (other.end.latitude - start.latitude) * scale.latitude
    // Offsets of the other's ends to the left of this edge, in metres times its length.
    let left1 = east * y1 - north * x1
    let left2 = east * y2 - north * x2
    let width = ZoneIndex.boundaryWidthMetres * square.squareRoot()
    if (left1 < 0) != (left2 < 0) {
      let part = left1 / (left1 - left2)
      let x = x1 + part * (x2 - x1)
      let y = y1 + part * (y2 - y1)
      appendShare((x * east + y * north) / square, to: &shares)
    }
    if abs(left1) <= width { appendShare((x1 * east + y1 * north) / square, to: &shares) }
    if abs(left2) <= width { appendShare((x2 * east + y2 * north) / square, to: &shares) }
  }

  private func appendShare(_ share: Double, to shares: inout [Double]) {
    if share > 0, share < 1 { shares.append(share) }
  }
}
