internal import Geography
internal import Reports
internal import Vocabulary

/// Which version of a layer a verdict rests on.
enum VersionStanding: Sendable, Hashable {
  /// The one in force on the event's day, or each that may have been where that day is not known.
  case decides
  /// The one in force on the as-of day, where another one decides; said beside it.
  case current
}

/// The verdict of one version of a layer on a place of a lead, with what it rests on.
struct PlaceZone {
  /// What the place is to the event.
  let role: PlaceRole
  /// The layer's number among the layers of the run.
  let layer: Int
  /// The number of the layer's series among those of the run: its versions share it.
  let series: Int
  let standing: VersionStanding
  let value: Truth
  /// Whether no version is known to have been in force on the event's day, so that the layer's verdict
  /// is evidence alone.
  let isOutOfForce: Bool
  /// Why the verdict is unknown though every place lies outside; empty otherwise.
  let limits: [OutsideLimit]
  /// On the points that records give; without any, that there is no place.
  let points: ZoneVerdict
  /// On the areas and lines that records give.
  let shapes: [ShapeVerdict]
  /// What was put right or taken for granted while these were read.
  let shapeRemarks: [Wording]
  /// On points that lie on the other side of the boundary than the area of their row.
  let strayPoints: [ZoneVerdict]
  /// On the county, where records give nothing nearer.
  let county: CountyShare?
  /// Whether a record states an area that cannot be read.
  let hasUnreadableShape: Bool
  /// Whether a record states coordinates that cannot be used.
  let hasUnusablePlace: Bool
  /// What zones.csv says of the datums of areas.
  let marks: [String]

  /// Every way the verdict was reached, as zones.csv names it.
  var method: String {
    var tokens: [String] = []
    func add(_ token: String) {
      if !tokens.contains(token) { tokens.append(token) }
    }
    if points.method != .noLocation || shapes.isEmpty && county == nil && !hasUnusablePlace {
      add(points.method.rawValue)
      points.point?.frame.mark.map(add)
    }
    for token in shapes.map(\.method.rawValue) + marks { add(token) }
    if hasUnusablePlace { add(ZoneMethod.invalidLocation.rawValue) }
    if isDisagreement { add("places-disagree") }
    if let county {
      add(ShapeMethod.namedArea.rawValue)
      if county.isDoubtful { add(ShapeMethod.doubtfulDrawing.rawValue) }
    }
    for limit in limits { add(limit.rawValue) }
    if isOutOfForce { add("no-version-in-force") }
    if standing == .current { add("current-version") }
    if role != .damageArea { add(role.name) }
    return tokens.joined(separator: ";")
  }

  /// Whether one place is inside and another outside.
  var isDisagreement: Bool {
    let values = shapes.map(\.value) + (points.point == nil ? [] : [points.value])
    return values.contains(.true) && values.contains(.false) || !strayPoints.isEmpty
      || points.method == .pointsDisagree
  }

  /// Whether there was any place to judge.
  var isJudged: Bool {
    points.point != nil || !shapes.isEmpty || county != nil || hasUnreadableShape
      || hasUnusablePlace
  }

  /// What one place says, in numbers.
  struct Evidence {
    let value: Truth
    /// Metres to where the zone ends, negative inside; `nil` beyond the search.
    let distanceMetres: Double?
    /// What the distance was held against, and what it is the sum of.
    let uncertaintyMetres: Double?
    let budget: UncertaintyBudget?
    /// Where the boundary is nearest; `nil` beyond the search, and for a county.
    var boundary: NearestBoundary?
  }

  /// The place that decides: of those that say what the verdict says the one deepest inside, or
  /// nearest; of all where none does.
  var evidence: Evidence? {
    var all: [Evidence] = []
    if let point = points.point {
      all.append(
        Evidence(
          value: points.value, distanceMetres: points.signedDistanceMetres,
          uncertaintyMetres: points.uncertaintyMetres, budget: points.budget,
          boundary: NearestBoundary(
            to: (point.longitude, point.latitude),
            at: (points.nearestLongitude, points.nearestLatitude))))
    }
    all += shapes.map(\.evidence).map { reading in
      Evidence(
        value: reading.value, distanceMetres: reading.signedDistanceMetres,
        uncertaintyMetres: reading.uncertaintyMetres, budget: reading.budget,
        boundary: NearestBoundary(
          to: (reading.longitude, reading.latitude),
          at: (reading.nearestLongitude, reading.nearestLatitude)))
    }
    if let county {
      all.append(
        Evidence(
          value: county.value, distanceMetres: county.signedDistanceMetres,
          uncertaintyMetres: county.uncertaintyMetres, budget: county.budget))
    }
    let agreeing = all.filter { $0.value == value }
    return (agreeing.isEmpty ? all : agreeing).min {
      ($0.distanceMetres ?? .infinity) < ($1.distanceMetres ?? .infinity)
    }
  }

  /// The features that are hit, or the nearest one.
  var features: [String] {
    var names: [String] = []
    let hit =
      points.covering.map(\.name)
      + shapes.flatMap { ($0.evidence.overlap?.parts ?? []).map(\.feature.name) }
      + (county?.overlap?.parts ?? []).map(\.feature.name)
    for name in hit where !names.contains(name) { names.append(name) }
    if names.isEmpty, let name = points.nearest?.name ?? shapes.first?.evidence.feature?.name {
      names = [name]
    }
    return names
  }

  /// What there is to say beside value and distance: hole, overlap, share, version.
  func remarks(on layer: Wording) -> [Wording] {
    var remarks: [Wording] = []
    if let hole = points.hole {
      remarks.append(Wording(zh: "位于“\(hole.name)”的天窗内", en: "in a hole of \(hole.name)"))
    }
    for shape in shapes {
      remarks.append(shape.wording(with: layer))
      if let overlap = shape.evidence.overlap { remarks.append(overlap.wording(with: layer)) }
    }
    remarks += shapeRemarks
    if let county { remarks.append(county.wording(with: layer)) }
    for point in strayPoints { remarks.append(PlaceZone.wording(ofStray: point, layer)) }
    if isDisagreement {
      remarks.append(
        Wording(zh: "各处位置结论相反", en: "places of the lead contradict each other"))
    }
    if hasUnusablePlace {
      remarks.append(
        Wording(
          zh: "有记录填报的坐标不可用，不能据其他记录认定在界外",
          en: "a record states coordinates that cannot be used, so nothing else makes it outside"))
    }
    remarks += limits.map(\.wording)
    if isOutOfForce {
      remarks.append(
        Wording(
          zh: "事发日没有已登记的有效版本", en: "no registered version was in force on the event's day"))
    }
    if standing == .current {
      remarks.append(Wording(zh: "现行版本，仅供对照", en: "the current version, for comparison only"))
    }
    return remarks
  }

  /// A point that contradicts the area of its row, with its distance and uncertainty.
  private static func wording(ofStray point: ZoneVerdict, _ layer: Wording) -> Wording {
    func metres(_ value: Double?) -> String { value.map { "\(Int(abs($0).rounded()))" } ?? "?" }
    let radius = metres(point.uncertaintyMetres)
    let isInside = point.value == .true
    guard point.signedDistanceMetres != nil else {
      return Wording(
        zh: "同一记录的坐标点却在\(layer.zh)\(isInside ? "内" : "外")（距边界 50 公里以上）",
        en:
          "but the same record's point lies \(isInside ? "inside" : "outside") of \(layer.en), more "
          + "than 50 km from the boundary")
    }
    let distance = metres(point.signedDistanceMetres)
    return Wording(
      zh: "同一记录的坐标点却在\(layer.zh)\(isInside ? "内" : "外") \(distance) 米（误差 \(radius) 米）",
      en: "but the same record's point lies \(distance) m \(isInside ? "inside" : "outside") of "
        + "\(layer.en) (uncertainty \(radius) m)")
  }
}
