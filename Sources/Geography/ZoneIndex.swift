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
  let cover: ZoneCover
  let boundary: BoundaryTree
  /// Where the drawing may be read in two ways; `nil` if it is clear everywhere.
  let doubt: ZoneDoubt?
  let curve: HilbertCurve
  /// How places of records are taken.
  let coordinates: CoordinateRules

  /// Makes a layer ready; `number` is its number among the layers of the run.
  package init(_ layer: Layer, number: Int, coordinates: CoordinateRules = CoordinateRules()) {
    self.layer = layer
    self.number = number
    self.coordinates = coordinates
    cover = ZoneCover(layer.features, layer.polygons)
    doubt = ZoneDoubt(layer.doubtful)
    boundary = BoundaryTree(InnerBorders.runs(of: layer.polygons, coveredBy: cover))
    curve = HilbertCurve(over: layer.extent, bits: 12)
  }

  /// The verdict on a lead with one place; unknown without one.
  ///
  /// A place declared in GCJ-02 or BD-09 is converted, or its radius widened, as the rules for
  /// coordinates say. Degrees of an undeclared datum near the boundary are judged three times.
  package func verdict(of point: Point?) -> ZoneVerdict {
    guard let point else { return ZoneVerdict(layer: number, method: .noLocation, point: nil) }
    guard point.isUsable else {
      return ZoneVerdict(layer: number, method: .invalidLocation, point: point)
    }
    let judged = plainVerdict(of: point.stated(by: coordinates))
    return point.frame == .undeclared ? underHypotheses(judged, point) : judged
  }

  /// The verdict on a place that is taken to be on CGCS2000.
  func plainVerdict(of point: Point) -> ZoneVerdict {
    let place = Coordinate(longitude: point.longitude, latitude: point.latitude)
    let budget = UncertaintyBudget(point, layerScaleMetres: layer.source.uncertaintyMetres)
    var search = ZoneCover.Search()
    let found = finding(at: place, uncertaintyMetres: budget.totalMetres, &search)
    let nearest = found.run < 0 ? nil : found.nearest
    return ZoneVerdict(
      layer: number, value: found.value,
      method: found.isDoubtful ? .doubtfulDrawing : .pointInPolygon, point: point,
      covering: search.features.map { layer.features[Int($0)].label },
      nearest: nearest.map { _ in label(ofRun: Int(found.run)) },
      hole: search.holed.map { layer.features[Int($0)].label },
      signedDistanceMetres: found.signedDistanceMetres, budget: budget,
      nearestLongitude: nearest?.longitude, nearestLatitude: nearest?.latitude, hypotheses: [])
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
    for place in curve.order(of: points) { verdicts[place] = verdict(of: points[place]) }
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

  func label(ofRun run: Int) -> FeatureLabel {
    layer.features[Int(cover.features[Int(boundary.runs.polygons[run])])].label
  }
}
