internal import Geography
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
  let standing: VersionStanding
  let value: Truth
  /// Whether no version is known to have been in force on the event's day, so that the layer's verdict
  /// is evidence alone.
  let isOutOfForce: Bool
  /// On the points that records give; without any, that there is no place.
  let points: ZoneVerdict
  /// On the areas and lines that records give.
  let shapes: [ShapeVerdict]
  /// On the county, where records give nothing nearer.
  let county: CountyShare?
  /// Whether a record states an area that cannot be read.
  let hasUnreadableShape: Bool
  /// What zones.csv says of the datums of areas.
  let marks: [String]

  /// Every way the verdict was reached, as zones.csv names it.
  var method: String {
    var tokens: [String] = []
    if points.method != .noLocation || shapes.isEmpty && county == nil {
      tokens.append(points.method.rawValue)
      if let mark = points.point?.frame.mark { tokens.append(mark) }
    }
    for token in shapes.map(\.method.rawValue) + marks where !tokens.contains(token) {
      tokens.append(token)
    }
    if isDisagreement { tokens.append("places-disagree") }
    if county != nil { tokens.append(ShapeMethod.namedArea.rawValue) }
    if isOutOfForce { tokens.append("no-version-in-force") }
    if standing == .current { tokens.append("current-version") }
    if role != .damageArea { tokens.append(role.name) }
    return tokens.joined(separator: ";")
  }

  /// Whether one place is inside and another outside.
  var isDisagreement: Bool {
    let values = shapes.map(\.value) + (points.point == nil ? [] : [points.value])
    return values.contains(.true) && values.contains(.false)
      || points.method == .pointsDisagree
  }

  /// Whether there was any place to judge.
  var isJudged: Bool {
    points.point != nil || !shapes.isEmpty || county != nil || hasUnreadableShape
  }

  /// What one place says, in numbers.
  private struct Evidence {
    let value: Truth
    /// Metres to where the zone ends, negative inside; `nil` beyond the search.
    let distance: Double?
    let uncertainty: Double?
  }

  /// The place that decides: of those that say what the verdict says the one deepest inside, or
  /// nearest; of all where none does.
  private var evidence: Evidence? {
    var all: [Evidence] = []
    if points.point != nil {
      all.append(
        Evidence(
          value: points.value, distance: points.signedDistanceMetres,
          uncertainty: points.uncertaintyMetres))
    }
    all += shapes.map {
      Evidence(
        value: $0.value, distance: $0.evidence.signedDistanceMetres,
        uncertainty: $0.evidence.uncertaintyMetres)
    }
    if let county {
      all.append(
        Evidence(
          value: county.value, distance: county.signedDistanceMetres,
          uncertainty: county.uncertaintyMetres))
    }
    let agreeing = all.filter { $0.value == value }
    return (agreeing.isEmpty ? all : agreeing).min {
      ($0.distance ?? .infinity) < ($1.distance ?? .infinity)
    }
  }

  /// Whether a point decides, so that its budget is the verdict's.
  var isDecidedByPoint: Bool {
    points.point != nil && points.signedDistanceMetres == evidence?.distance
      && points.uncertaintyMetres == evidence?.uncertainty
  }

  /// Metres to where the zone ends, negative inside, from the place that decides.
  var signedDistanceMetres: Double? { evidence?.distance }

  /// The radius that this was held against, in metres; `nil` without a place.
  var uncertaintyMetres: Double? { evidence?.uncertainty }

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
    if let county { remarks.append(county.wording(with: layer)) }
    if isDisagreement {
      remarks.append(
        Wording(zh: "各处位置结论相反", en: "places of the lead contradict each other"))
    }
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
}
