import Vocabulary

/// The narrow gaps between a layer's features: neighbours whose common border was drawn twice.
///
/// An edge counts if its ends and its middle lie off the zone, further from another feature than a
/// border may be off by rounding and nearer than the finest line of the drawing.
package struct LayerGaps: Sendable, Hashable {
  /// Two features and how long the gap between them is.
  package struct Pair: Sendable, Hashable {
    package let first: FeatureLabel
    package let second: FeatureLabel
    /// Of the two sides the longer.
    package let metres: Double
  }

  /// The longest first, those of one length in the order of the file.
  package let pairs: [Pair]

  /// Shorter gaps are where borders part.
  private static let leastMetres = 20.0

  /// Looks along all edges near another feature; O(n log n), some microseconds a vertex there.
  init(_ layer: Layer) {
    let search = GapSearch(layer)
    var lengths: [SIMD2<Int32>: Double] = [:]
    for (number, feature) in layer.features.enumerated() {
      for polygon in feature.polygons {
        search.add(polygon: polygon, ofFeature: Int32(number), to: &lengths)
      }
    }
    var longest: [SIMD2<Int32>: Double] = [:]
    for (sides, metres) in lengths {
      let key = SIMD2(min(sides.x, sides.y), max(sides.x, sides.y))
      longest[key] = max(longest[key] ?? 0, metres)
    }
    pairs = longest.filter { $0.value >= LayerGaps.leastMetres }
      .sorted { ($1.value, $0.key.x, $0.key.y) < ($0.value, $1.key.x, $1.key.y) }
      .map {
        Pair(
          first: layer.features[Int($0.key.x)].label,
          second: layer.features[Int($0.key.y)].label, metres: $0.value)
      }
  }
}

/// The edges of a layer, to find those of another feature near a place.
private struct GapSearch {
  private let table: PolygonTable
  private let cover: ZoneCover
  private let boundary: BoundaryTree
  private let widthMetres: Double
  private let reachDegrees: Double

  init(_ layer: Layer) {
    table = layer.polygons
    cover = ZoneCover(layer.features, layer.polygons)
    widthMetres = DrawingLimits(layer.source).widthMetres
    // A degree of longitude is at least 58 km in China.
    reachDegrees = widthMetres / 50_000
    var runs = EdgeRuns()
    for polygon in 0..<table.polygonCount { runs.append(polygon: polygon, of: table) }
    boundary = BoundaryTree(runs)
  }

  /// Adds the lengths of the polygon's edges along other features, by the two features.
  func add(
    polygon: Int, ofFeature feature: Int32, to lengths: inout [SIMD2<Int32>: Double]
  ) {
    let box = cover.slabs.box(ofPolygon: polygon).expanded(by: reachDegrees)
    var isAlone = true
    cover.forEachPolygon(meeting: box) {
      isAlone = isAlone && cover.features[$0] == feature
      return isAlone
    }
    guard !isAlone else { return }
    for ring in table.rings(ofPolygon: polygon) {
      var before: Int32?
      for vertex in table.vertices(ofRing: ring) {
        let place = table.coordinate(vertex)
        let neighbour = neighbour(of: place, ofFeature: feature)
        defer { before = neighbour }
        guard let neighbour, before == neighbour else { continue }
        let start = table.coordinate(vertex - 1)
        let middle = Coordinate(
          longitude: (start.longitude + place.longitude) / 2,
          latitude: (start.latitude + place.latitude) / 2)
        guard self.neighbour(of: middle, ofFeature: feature) == neighbour,
          !isCovered(middle, by: neighbour)
        else { continue }
        lengths[SIMD2(feature, neighbour), default: 0] += distanceMetres(
          (start.longitude, start.latitude), (place.longitude, place.latitude))
      }
    }
  }

  /// The nearest other feature, if it is near but not at the place.
  private func neighbour(of place: Coordinate, ofFeature feature: Int32) -> Int32? {
    guard
      let nearest = boundary.nearestEdge(
        to: place, capMetres: widthMetres,
        where: { cover.features[Int(boundary.runs.polygons[$0])] != feature }),
      nearest.squaredDistance.squareRoot() > ZoneIndex.boundaryWidthMetres
    else { return nil }
    return cover.features[Int(boundary.runs.polygons[nearest.run])]
  }

  private func isCovered(_ place: Coordinate, by feature: Int32) -> Bool {
    var search = ZoneCover.Search()
    cover.find(at: place, &search)
    return search.features.contains(feature)
  }
}
