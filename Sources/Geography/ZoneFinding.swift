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
  /// Places that are judged together.
  ///
  /// More of them lie further apart, fewer share what is looked up once for all.
  private static let neighbours = 128

  /// What the index finds at each place, all taken to be on CGCS2000, in their order; `nil` for what is
  /// no place on earth.
  ///
  /// Visited in the order of the curve, so that what one reads of the index is at hand for the next.
  /// About a microsecond a place on a layer of millions of vertices, 40 bytes a place.
  package func findings(at points: [Point]) -> [ZoneFinding?] {
    var findings = [ZoneFinding?](repeating: nil, count: points.count)
    var search = ZoneCover.Search()
    let order = curve.order(of: points)
    // Neighbours are gathered at once and put back at once, so that memory is waited for once, not for
    // every place.
    var places: [Point] = []
    var found: [ZoneFinding?] = []
    for start in stride(from: 0, to: order.count, by: ZoneIndex.neighbours) {
      let numbers = order[start..<min(start + ZoneIndex.neighbours, order.count)]
      places.removeAll(keepingCapacity: true)
      found.removeAll(keepingCapacity: true)
      for number in numbers { places.append(points[number]) }
      find(at: places, &search, &found)
      for (number, finding) in zip(numbers, found) { findings[number] = finding }
    }
    return findings
  }

  /// Adds what there is at each of some places near one another; `search` serves one call after another.
  private func find(
    at places: [Point], _ search: inout ZoneCover.Search, _ found: inout [ZoneFinding?]
  ) {
    var box = Box.empty
    for place in places where place.isOnEarth { box.extend(to: place.longitude, place.latitude) }
    guard box.west <= box.east else {
      found.append(contentsOf: repeatElement(nil, count: places.count))
      return
    }
    cover.prepare(&search, for: box)
    let surroundings =
      places.count > 4
      ? boundary.surroundings(of: box, capMetres: ZoneIndex.capMetres)
      : BoundaryTree.Surroundings()
    // One after the other, for the two read different parts of the index.
    let areCovered = places.map { $0.isOnEarth && cover.covers($0.coordinate, &search) }
    let layerMetres = layer.source.uncertaintyMetres
    for (place, isCovered) in zip(places, areCovered) {
      guard place.isOnEarth else {
        found.append(nil)
        continue
      }
      found.append(
        finding(
          at: place.coordinate, isCovered: isCovered,
          uncertaintyMetres: place.uncertaintyMetres + layerMetres, &search, surroundings))
    }
  }

  /// What there is at a place; `search` then holds the covering features.
  func finding(
    at place: Coordinate, uncertaintyMetres: Double, _ search: inout ZoneCover.Search
  ) -> ZoneFinding {
    cover.find(at: place, &search)
    return finding(
      at: place, isCovered: !search.features.isEmpty, uncertaintyMetres: uncertaintyMetres, &search,
      BoundaryTree.Surroundings())
  }

  /// The same where it is known whether a feature covers the place, and where its boundary may be.
  private func finding(
    at place: Coordinate, isCovered isInside: Bool, uncertaintyMetres: Double,
    _ search: inout ZoneCover.Search, _ surroundings: borrowing BoundaryTree.Surroundings
  ) -> ZoneFinding {
    let cap = max(ZoneIndex.capMetres, uncertaintyMetres)
    var isCovered = isInside
    var nearest: BoundaryTree.Nearest?
    var distance: Double?
    if !isCovered {
      nearest = boundary.nearestEdge(
        to: place, capMetres: cap, hint: search.nearestRun, in: surroundings)
      distance = nearest.map { metres(from: place, to: $0) }
      if let edge = nearest, let distance, distance <= ZoneIndex.boundaryWidthMetres {
        isCovered = true
        search.settle(on: cover.features[Int(boundary.runs.polygons[edge.run])])
      }
    }
    // From inside only the end of the zone counts, not a border within it.
    if isCovered {
      nearest = boundary.nearestOuterEdge(
        to: place, capMetres: cap, hint: search.nearestRun, in: surroundings)
      distance = nearest.map { metres(from: place, to: $0) }
    }
    search.nearestRun = nearest?.run ?? search.nearestRun
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

extension Point {
  fileprivate var coordinate: Coordinate { Coordinate(longitude: longitude, latitude: latitude) }

  /// Whether it is a place on earth with an uncertainty that is a length.
  fileprivate var isOnEarth: Bool {
    abs(longitude) <= 180 && abs(latitude) <= 90 && uncertaintyMetres >= 0
      && uncertaintyMetres.isFinite
  }
}
