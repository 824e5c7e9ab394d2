import Vocabulary

/// What an index finds at one place, in numbers only; who bears which name is looked up on demand.
///
/// 32 bytes, so that a million of them are at hand at once.
package struct ZoneFinding: Sendable, Hashable {
  /// As that of a verdict: unknown within the uncertainty of the boundary or of a doubtful drawing.
  package let value: Truth
  /// Whether the zone covers the place, whatever the uncertainty; its boundary does.
  package let isCovered: Bool
  /// Whether the drawing may be read in two ways there, or within the uncertainty.
  package let isDoubtful: Bool
  /// The run of edges that is nearest; negative beyond the cap.
  let run: Int32
  /// Metres, negative inside; infinite beyond the cap.
  private let distance: Double
  /// The nearest place of the boundary; the place itself beyond the cap.
  let nearest: Coordinate

  init(
    value: Truth, isCovered: Bool, isDoubtful: Bool, run: Int?, distanceMetres: Double?,
    nearest: Coordinate
  ) {
    self.value = value
    self.isCovered = isCovered
    self.isDoubtful = isDoubtful
    self.run = run.map { Int32($0) } ?? -1
    distance = distanceMetres.map { isCovered ? -$0 : $0 } ?? .infinity
    self.nearest = nearest
  }

  /// Metres to where the zone ends, negative inside; `nil` if that is further than the cap.
  package var signedDistanceMetres: Double? { distance.isFinite ? distance : nil }
}

extension ZoneIndex {
  /// What the index finds at each place, all taken to be on CGCS2000, in their order; `nil` for what is
  /// no place on earth.
  ///
  /// Visited in the order of the curve, so that what one reads of the index is at hand for the next.
  /// About three microseconds a place on a layer of millions of vertices, 40 bytes a place.
  package func findings(at points: [Point]) -> [ZoneFinding?] {
    var findings = [ZoneFinding?](repeating: nil, count: points.count)
    var search = ZoneCover.Search()
    let order = curve.order(of: points)
    // A batch is gathered at once, so that memory is waited for once, not for every place.
    let batch = 64
    var places: [Point] = []
    places.reserveCapacity(batch)
    for start in stride(from: 0, to: order.count, by: batch) {
      let numbers = start..<min(start + batch, order.count)
      places.removeAll(keepingCapacity: true)
      for number in numbers { places.append(points[order[number]]) }
      for number in numbers {
        guard let (place, uncertainty) = usable(places[number - start]) else { continue }
        findings[order[number]] = finding(
          at: place, uncertaintyMetres: uncertainty, &search)
      }
    }
    return findings
  }

  /// The place and how far the two, it and the drawn boundary, may be off; `nil` if they are no place
  /// on earth and no length.
  func usable(_ point: Point) -> (place: Coordinate, uncertaintyMetres: Double)? {
    guard abs(point.longitude) <= 180, abs(point.latitude) <= 90,
      point.uncertaintyMetres >= 0, point.uncertaintyMetres.isFinite
    else { return nil }
    return (
      Coordinate(longitude: point.longitude, latitude: point.latitude),
      point.uncertaintyMetres + layer.source.uncertaintyMetres
    )
  }

  /// What there is at a place; `search` then holds the covering features.
  func finding(
    at place: Coordinate, uncertaintyMetres: Double, _ search: inout ZoneCover.Search
  ) -> ZoneFinding {
    let cap = max(ZoneIndex.capMetres, uncertaintyMetres)
    cover.find(at: place, &search)
    var isCovered = !search.features.isEmpty
    var nearest: BoundaryTree.Nearest?
    if !isCovered {
      nearest = boundary.nearestEdge(to: place, capMetres: cap, hint: search.nearestRun)
      if let edge = nearest, metres(from: place, to: edge) <= ZoneIndex.boundaryWidthMetres {
        isCovered = true
        search.settle(on: cover.features[Int(boundary.runs.polygons[edge.run])])
      }
    }
    // From inside only the end of the zone counts, not a border within it.
    if isCovered {
      nearest = boundary.nearestOuterEdge(to: place, capMetres: cap, hint: search.nearestRun)
    }
    search.nearestRun = nearest?.run ?? search.nearestRun
    let distance = nearest.map { metres(from: place, to: $0) }
    let isDoubtful = doubt?.reaches(place, withinMetres: uncertaintyMetres) ?? false
    let isCertain = !isDoubtful && distance.map { $0 >= uncertaintyMetres } ?? true
    return ZoneFinding(
      value: isCertain ? Truth(isCovered) : .unknown, isCovered: isCovered, isDoubtful: isDoubtful,
      run: nearest?.run, distanceMetres: distance, nearest: nearest?.place ?? place)
  }

  private func metres(from place: Coordinate, to nearest: BoundaryTree.Nearest) -> Double {
    distanceMetres(
      (place.longitude, place.latitude), (nearest.place.longitude, nearest.place.latitude))
  }
}
