import Vocabulary

/// A layer made ready to be asked whether a place lies in its zone, and how far from its boundary.
///
/// The zone is the union of the features; within a feature rings count even-odd, so a hole is
/// outside. Building takes O(n log n) time for n vertices and about 60 bytes a vertex; asking
/// O(log n). Distances are along the plane at the place: right to 1 in 1,000 within 5 km, to the
/// nearest boundary place found so.
package struct ZoneIndex: Sendable {
  /// Boundaries further away are not looked for.
  package static let capMetres = 50_000.0
  /// A place this near the boundary is on it: the seventh decimal of a degree and rounding.
  package static let boundaryWidthMetres = 0.05

  package let layer: Layer
  /// The layer's number among the layers of the run.
  package let number: Int
  private let cover: ZoneCover
  private let boundary: BoundaryTree
  private let curve: HilbertCurve

  /// Makes a layer ready; `number` is its number among the layers of the run.
  package init(_ layer: Layer, number: Int) {
    self.layer = layer
    self.number = number
    cover = ZoneCover(layer)
    boundary = BoundaryTree(InnerBorders.runs(of: layer.polygons, coveredBy: cover))
    curve = HilbertCurve(over: layer.extent)
  }

  /// The verdict on a lead with one place; unknown without one.
  package func verdict(of point: Point?) -> ZoneVerdict {
    guard let point else { return ZoneVerdict(layer: number, method: .noLocation, point: nil) }
    guard abs(point.longitude) <= 180, abs(point.latitude) <= 90,
      point.uncertaintyMetres >= 0, point.uncertaintyMetres.isFinite
    else { return ZoneVerdict(layer: number, method: .invalidLocation, point: point) }
    let place = Coordinate(longitude: point.longitude, latitude: point.latitude)
    let uncertainty = point.uncertaintyMetres + layer.source.uncertaintyMetres
    let cap = max(ZoneIndex.capMetres, uncertainty)
    let answer = cover.answer(at: place)
    var isCovered = !answer.features.isEmpty
    var covering = answer.features.map { layer.features[Int($0)].label }
    var nearest: BoundaryTree.Nearest?
    if !isCovered {
      nearest = boundary.nearestEdge(to: place, capMetres: cap)
      if let edge = nearest, metres(from: place, to: edge) <= ZoneIndex.boundaryWidthMetres {
        isCovered = true
        covering = [label(ofRun: edge.run)]
      }
    }
    // From inside only the end of the zone counts, not a border within it.
    if isCovered { nearest = boundary.nearestOuterEdge(to: place, capMetres: cap) }
    let distance = nearest.map { metres(from: place, to: $0) }
    let isCertain = distance.map { $0 >= uncertainty } ?? true
    return ZoneVerdict(
      layer: number, value: isCertain ? Truth(isCovered) : .unknown, method: .pointInPolygon,
      point: point, covering: covering, nearest: nearest.map { label(ofRun: $0.run) },
      hole: isCovered ? nil : answer.holed.map { layer.features[Int($0)].label },
      signedDistanceMetres: distance.map { isCovered ? -$0 : $0 },
      uncertaintyMetres: uncertainty, nearestLongitude: nearest?.place.longitude,
      nearestLatitude: nearest?.place.latitude)
  }

  /// The verdict on a lead whose records give these places.
  ///
  /// Inside for one place is inside, unless another is outside: then it is unknown, and a person must
  /// see it. Outside only if every place is. The evidence is that of the place deepest inside, or
  /// nearest, whatever the places' order.
  package func verdict(of points: [Point]) -> ZoneVerdict {
    conclusion(from: points.map { verdict(of: $0) }[...])
  }

  /// The verdicts on many leads, each with the places its records give, in the leads' order.
  ///
  /// The same as one by one, but twice as fast on a large layer: neighbouring places are judged
  /// one after another, so that what the first reads of the index is at hand for the next.
  package func verdicts(of leads: [[Point]]) -> [ZoneVerdict] {
    let points = leads.flatMap { $0 }
    var verdicts = Array(
      repeating: ZoneVerdict(layer: number, method: .noLocation, point: nil), count: points.count)
    let boxes = points.map {
      Box(west: $0.longitude, south: $0.latitude, east: $0.longitude, north: $0.latitude)
    }
    for place in curve.order(of: boxes) { verdicts[place] = verdict(of: points[place]) }
    var end = 0
    return leads.map { lead in
      end += lead.count
      return conclusion(from: verdicts[(end - lead.count)..<end])
    }
  }

  /// One verdict from those on the places of one lead.
  private func conclusion(from verdicts: ArraySlice<ZoneVerdict>) -> ZoneVerdict {
    if verdicts.count == 1, let only = verdicts.first { return only }
    func first(_ value: Truth) -> ZoneVerdict? {
      verdicts.filter { $0.value == value }.min(by: ZoneIndex.isStronger)
    }
    guard let inside = first(.true) else {
      return first(.unknown) ?? first(.false)
        ?? ZoneVerdict(layer: number, method: .noLocation, point: nil)
    }
    guard first(.false) == nil else {
      return inside.replacing(value: .unknown, method: .pointsDisagree)
    }
    return inside
  }

  /// Whether one piece of evidence goes before another of the same value; a total order.
  private static func isStronger(_ left: ZoneVerdict, than right: ZoneVerdict) -> Bool {
    func key(_ verdict: ZoneVerdict) -> (Double, Double, Double, Double) {
      let beyond = verdict.value == .true ? -Double.infinity : .infinity
      return (
        verdict.signedDistanceMetres ?? beyond, verdict.uncertaintyMetres ?? .infinity,
        verdict.point?.longitude ?? 0, verdict.point?.latitude ?? 0
      )
    }
    return key(left) < key(right)
  }

  private func label(ofRun run: Int) -> FeatureLabel {
    layer.features[Int(cover.features[Int(boundary.runs.polygons[run])])].label
  }

  private func metres(from place: Coordinate, to nearest: BoundaryTree.Nearest) -> Double {
    distanceMetres(
      (place.longitude, place.latitude), (nearest.place.longitude, nearest.place.latitude))
  }
}
