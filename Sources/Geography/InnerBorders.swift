import Vocabulary

/// Finds the borders within a zone: stretches of boundary with the zone on both sides.
///
/// Features that adjoin or overlap make one zone, and what matters is how far a place is from the
/// end of the zone, not from a line within it. Edges are cut where those of other polygons meet them,
/// and each piece is probed on both sides, at the distance within which a place counts as on the
/// boundary: a gap narrower than that does not part a zone.
struct InnerBorders {
  /// Above so many looks at edges in its box an edge is crowded and looked at part by part.
  ///
  /// The box of a long edge may hold hundreds of edges that come nowhere near it.
  private static let mostLooks = 128
  /// Looks at edges that crowded edges may take, for each edge of the layer.
  ///
  /// Bounds the work on hostile layers: where it is used up crowded edges are kept as if they bounded
  /// the zone, which only makes verdicts more cautious.
  private static let spareLooksPerEdge = 512
  /// A look costs as much as so many edges that are only asked on which side of a place they pass.
  private static let workOfLook = 8
  /// Parts of a crowded edge shorter than that are not halved.
  private static let shortestPartMetres = 1.0
  /// At least the width of the boundary anywhere in China, in degrees.
  private static let reachDegrees = 1e-6
  /// Where a piece is probed: shares of its length, on both sides.
  private static let probedShares: InlineArray = [0.5, 0.17, 0.83]

  /// Where an edge meets those of other polygons.
  private struct Meetings {
    /// The shares of its length, strictly between 0 and 1, where they cross, touch or begin to run
    /// along it.
    var shares: [Double] = []
    /// Whether any comes near.
    var areAny = false
    var isCrowded = false
  }

  private let cover: ZoneCover
  private let table: PolygonTable
  /// Whether no other polygon's box meets the polygon's.
  private let isAlone: [Bool]
  /// The edges of the polygons that are not alone.
  private let edges: EdgeRuns
  private let tree: BoxTree
  /// What is left of the looks for crowded edges.
  private var spareLooks: Int
  private var search = ZoneCover.Search()

  /// The edges of all polygons in runs, cut and told apart; O(n log n).
  static func runs(of table: PolygonTable, coveredBy cover: ZoneCover) -> EdgeRuns {
    var borders = InnerBorders(table, cover)
    var runs = EdgeRuns(roomFor: table)
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
    spareLooks = (0..<edges.count).reduce(0) { $0 + edges.edgeCount(ofRun: $1) }
    spareLooks *= InnerBorders.spareLooksPerEdge
  }

  private mutating func append(ring: Int, of polygon: Int, to runs: inout EdgeRuns) {
    // What the edge before was, if it met no other polygon: then nothing changes at the vertex.
    var before: Bool?
    for vertex in table.vertices(ofRing: ring).dropLast() {
      let edge = BorderEdge(table.coordinate(vertex), table.coordinate(vertex + 1))
      guard let meetings = meetings(of: edge, polygon: polygon) else {
        runs.append(from: edge.start, to: edge.end, polygon: polygon, isInner: false)
        before = nil
        continue
      }
      if meetings.areAny {
        append(edge, cutAt: meetings, of: polygon, to: &runs)
        before = nil
      } else {
        let isInner = before ?? isWithinAnother(edge, polygon: polygon)
        runs.append(from: edge.start, to: edge.end, polygon: polygon, isInner: isInner)
        before = isInner
      }
    }
  }

  /// Adds the edge's pieces; those alike that follow one another stay one.
  private mutating func append(
    _ edge: BorderEdge, cutAt meetings: Meetings, of polygon: Int, to runs: inout EdgeRuns
  ) {
    var first = edge.start
    var start = edge.start
    var wasInner: Bool?
    for share in meetings.shares.sorted() + [1] {
      let end = share < 1 ? edge.place(at: share) : edge.end
      guard end != start else { continue }
      let isInner = isInner(BorderEdge(start, end), ofCrowded: meetings.isCrowded)
      if let wasInner, wasInner != isInner {
        runs.append(from: first, to: start, polygon: polygon, isInner: wasInner)
        first = start
      }
      wasInner = isInner
      start = end
    }
    if let wasInner { runs.append(from: first, to: start, polygon: polygon, isInner: wasInner) }
  }

  /// Where the edge meets those of other polygons; `nil` if it is crowded and no looks are left.
  private mutating func meetings(of edge: BorderEdge, polygon: Int) -> Meetings? {
    var meetings = Meetings()
    if look(at: 0..<1, of: edge, polygon, upTo: InnerBorders.mostLooks, &meetings) != nil {
      return meetings
    }
    meetings = Meetings(isCrowded: true)
    let shortest = InnerBorders.shortestPartMetres / edge.length
    var parts = shortest < 1 ? [0.5..<1, 0..<0.5] : [0.0..<1]
    while let part = parts.popLast() {
      guard spareLooks > 0 else { return nil }
      let found = meetings.shares.count
      let length = part.upperBound - part.lowerBound
      let most = length > shortest ? InnerBorders.mostLooks : spareLooks
      if let looks = look(at: part, of: edge, polygon, upTo: most, &meetings) {
        spareLooks -= looks
      } else {
        spareLooks -= most
        meetings.shares.removeLast(meetings.shares.count - found)
        let middle = part.lowerBound + length / 2
        parts += [middle..<part.upperBound, part.lowerBound..<middle]
      }
    }
    return meetings
  }

  /// Looks at what is in the box around a part of the edge and adds what meets it there; how many looks
  /// that took, `nil` if they would be more than `most`.
  private func look(
    at part: Range<Double>, of edge: BorderEdge, _ polygon: Int, upTo most: Int,
    _ meetings: inout Meetings
  ) -> Int? {
    var looks = 0
    let box = part == 0..<1 ? edge.box : edge.box(of: part)
    let reach = box.expanded(by: InnerBorders.reachDegrees)
    tree.forEach(meeting: reach) { run in
      looks += 1
      if edges.polygons[run] != Int32(polygon) {
        let vertices = edges.vertices[run]
        var end = Coordinate(longitude: vertices.longitudes[0], latitude: vertices.latitudes[0])
        for number in 1...edges.edgeCount(ofRun: run) {
          let start = end
          end = Coordinate(
            longitude: vertices.longitudes[number], latitude: vertices.latitudes[number])
          guard Box(from: start, to: end).meets(reach) else { continue }
          looks += 1
          if edge.cut(from: start, to: end, in: part, into: &meetings.shares) {
            meetings.areAny = true
          }
        }
      }
      return looks <= most
    }
    return looks <= most ? looks : nil
  }

  /// Whether another feature covers the edge, which meets no edge of another polygon.
  ///
  /// Of its own feature it then has one side in any case. Its sides are not probed: where the polygon
  /// nearly touches itself both may seem to be inside.
  private mutating func isWithinAnother(_ edge: BorderEdge, polygon: Int) -> Bool {
    cover.find(at: edge.place(at: 0.5), &search)
    return search.features.contains { $0 != cover.features[polygon] }
  }

  /// Whether the zone covers both sides of the edge at its middle and near its ends.
  private mutating func isInner(_ edge: BorderEdge, ofCrowded isCrowded: Bool) -> Bool {
    let length = edge.length
    guard length > 0 else { return true }
    if isCrowded {
      guard spareLooks > 0 else { return false }
      let work = 2 * InnerBorders.probedShares.count * cover.work(at: edge.place(at: 0.5))
      spareLooks -= work / InnerBorders.workOfLook
    }
    let width = ZoneIndex.boundaryWidthMetres / length
    let east = -edge.north * width / edge.scale.longitude
    let north = edge.east * width / edge.scale.latitude
    for probe in InnerBorders.probedShares.indices {
      let place = edge.place(at: InnerBorders.probedShares[probe])
      for side in [1.0, -1.0] {
        let probed = Coordinate(
          longitude: place.longitude + side * east, latitude: place.latitude + side * north)
        guard cover.covers(probed, &search) else { return false }
      }
    }
    return true
  }
}
