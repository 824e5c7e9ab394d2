import Vocabulary

/// How a verdict on a shape or a named area was reached; raw values are column values of zones.csv
/// (`method`).
package enum ShapeMethod: String, Sendable, Hashable, CaseIterable {
  case shape = "shape-in-polygon"
  /// The zone is too narrow for a shape to be certainly in it, but some of it is certainly in the shape.
  case zoneInShape = "polygon-in-shape"
  /// Taken to be in one datum and in another the shape gets other answers.
  case datumsDisagree = "datums-disagree"
  /// The layer's drawing, or the shape's own, can be read in two ways, and it matters.
  case doubtfulDrawing = "doubtful-drawing"
  case namedArea = "named-area"

  package var wording: Wording {
    switch self {
    case .shape: Wording(zh: "线索范围与图层边界比较", en: "shape compared with the boundary")
    case .zoneInShape:
      Wording(zh: "图层中的狭窄区域与线索范围比较", en: "narrow zone compared with the shape")
    case .datumsDisagree:
      Wording(zh: "各可能坐标系结论不一", en: "the possible datums give different answers")
    case .doubtfulDrawing:
      Wording(zh: "图形可作两种理解", en: "the drawing can be read in two ways")
    case .namedArea:
      Wording(zh: "整个行政区范围与图层比较", en: "the whole named area compared with the layer")
    }
  }
}

/// What a shape taken to be in one datum is to a zone.
///
/// With d the signed distance of the shape's place deepest inside, or nearest, and r the uncertainty: d
/// ≤ −r is true, so some of the shape certainly lies inside; false is only if every place of it is
/// farther out than r; anything between, such as touching within doubt, is unknown. For a point that is
/// the rule for points. Where a zone is narrower than 2 r no place can be that deep in it; so it is true
/// also if some of the zone lies inside the area drawn by r or more (`zoneInShape`). Within r of where
/// the layer's drawing may be read in two ways it is unknown.
package struct ShapeReading: Sendable, Hashable {
  /// The datum assumed; `nil` if the shape was given on CGCS2000.
  package let datum: Datum?
  package let value: Truth
  /// `shape` or `zoneInShape`; `doubtfulDrawing` where the layer's drawing makes it unknown.
  package let method: ShapeMethod
  /// Metres to the zone's boundary from the shape's place deepest inside, or nearest; `nil` beyond 50 km.
  ///
  /// Negative inside, and right to 2 %. By `zoneInShape` from the zone's place deepest in the shape to
  /// the shape's boundary.
  package let signedDistanceMetres: Double?
  /// What the uncertainty of its vertices and of the boundary is the sum of.
  package let budget: UncertaintyBudget
  /// What the distance was held against: the budget, but of lines and areas at least the boundary's
  /// width, so that to touch is unknown.
  package let uncertaintyMetres: Double
  /// That place, in degrees on CGCS2000.
  package let longitude: Double
  package let latitude: Double
  /// The boundary's place nearest to it, as confidential as the layer; `nil` beyond 50 km.
  package let nearestLongitude: Double?
  package let nearestLatitude: Double?
  /// The feature that covers that place or is nearest to it; `nil` beyond 50 km.
  package let feature: FeatureLabel?
  /// `nil` if the geometry library failed.
  package let overlap: ShapeOverlap?
}

/// Whether a lead drawn as a shape lies in the zone of one layer, and the evidence for it.
package struct ShapeVerdict: Sendable, Hashable {
  /// The layer's number among the layers of the run.
  package let layer: Int
  /// What every reading says, else unknown.
  package let value: Truth
  package let method: ShapeMethod
  /// One for each datum the shape may be in and each way its drawing can be read, at least one, in the
  /// order of the datums asked.
  package let readings: [ShapeReading]
  /// The reading evidence should name: the one least deep inside if inside, nearest if outside, and of
  /// unknown ones the first that is unknown itself.
  package let evidence: ShapeReading

  /// `first` and `others` are readings of the drawing as it is taken, one a datum; `redrawn` are those
  /// of the other way to read it.
  init(layer: Int, first: ShapeReading, others: [ShapeReading], redrawn: [ShapeReading]) {
    self.layer = layer
    readings = [first] + others + redrawn
    func distance(_ reading: ShapeReading) -> Double {
      reading.signedDistanceMetres ?? (reading.value == .true ? -.infinity : .infinity)
    }
    guard others.allSatisfy({ $0.value == first.value }) else {
      value = .unknown
      method = .datumsDisagree
      evidence = readings.first { $0.value == .unknown } ?? first
      return
    }
    guard redrawn.allSatisfy({ $0.value == first.value }) else {
      value = .unknown
      method = .doubtfulDrawing
      evidence = redrawn.first { $0.value == .unknown } ?? first
      return
    }
    value = first.value
    let evidence =
      switch value {
      case .true: readings.max { distance($0) < distance($1) } ?? first
      case .false: readings.min { distance($0) < distance($1) } ?? first
      case .unknown, .noRule: first
      }
    self.evidence = evidence
    method = evidence.method
  }
}

extension ZoneIndex {
  /// The verdict on a lead drawn as a shape whose vertices are so uncertain.
  ///
  /// The shape is taken to be in each of `datums`, which sets the uncertainty of its conversion by
  /// `rules`; without any it is on CGCS2000. A drawing that can be read in two ways is judged by both.
  /// All must agree for true or false. The layer's uncertainty is counted too. One that is no length
  /// gives unknown. Some milliseconds for each datum and 2,500 vertices that the shape and the features
  /// near it have; half a second for a shape that covers fifty such features.
  package func verdict(
    of shape: PlaceShape, uncertainty: PointUncertainty, datums: [Datum] = [],
    by rules: CoordinateRules = CoordinateRules()
  ) -> ShapeVerdict {
    let meter = OverlapMeter()
    func readings(_ shape: PlaceShape) -> (first: ShapeReading, others: [ShapeReading]) {
      var readings = datums.map { datum in
        let (place, conversion) = shape.stated(in: datum, by: rules)
        let frame = PointFrame(degreesIn: datum, isConverted: rules.convertsWebMaps)
        return reading(
          of: place, datum: datum, uncertainty.replacing(conversion: conversion), frame, meter)
      }
      guard !readings.isEmpty else {
        return (reading(of: shape, datum: nil, uncertainty, .cgcs2000, meter), [])
      }
      return (readings.removeFirst(), readings)
    }
    let (first, others) = readings(shape)
    let redrawn = shape.drawings.dropFirst().flatMap { drawing in
      let (first, others) = readings(drawing)
      return [first] + others
    }
    return ShapeVerdict(layer: number, first: first, others: others, redrawn: redrawn)
  }

  private func reading(
    of shape: PlaceShape, datum: Datum?, _ vertices: PointUncertainty, _ frame: PointFrame,
    _ meter: OverlapMeter?
  ) -> ShapeReading {
    let isLength = vertices.isLength
    let budget = UncertaintyBudget(
      isLength ? vertices : PointUncertainty(rounding: 0), frame,
      layerScaleMetres: layer.source.uncertaintyMetres)
    let uncertainty = max(
      budget.totalMetres, shape.dimension == .point ? 0 : ZoneIndex.boundaryWidthMetres)
    let overlap = meter.flatMap { $0.overlap(of: shape, with: self) }
    let ground = ShapeGround(shape)
    var distance = ShapeDistance(
      .deepest, of: ground, from: self, uncertaintyMetres: uncertainty)
    var method = ShapeMethod.shape
    if abs(distance.metres) < uncertainty, isLength,
      let inShape = deepest(in: shape, uncertaintyMetres: uncertainty),
      inShape.metres <= -uncertainty
    {
      distance = inShape
      method = .zoneInShape
    }
    var value: Truth =
      distance.metres <= -uncertainty
      ? .true : distance.boundMetres >= uncertainty && distance.metres > 0 ? .false : .unknown
    if !isLength {
      value = .unknown
    } else if value != .unknown, !isClear(around: ground, withinMetres: uncertainty) {
      value = .unknown
      method = .doubtfulDrawing
    }
    var search = ZoneCover.Search()
    let found = finding(at: distance.place, uncertaintyMetres: uncertainty, &search)
    return ShapeReading(
      datum: datum, value: value, method: method,
      signedDistanceMetres: distance.isBeyondCap ? nil : distance.metres,
      budget: budget, uncertaintyMetres: uncertainty, longitude: distance.place.longitude,
      latitude: distance.place.latitude,
      nearestLongitude: found.run < 0 ? nil : found.nearest.longitude,
      nearestLatitude: found.run < 0 ? nil : found.nearest.latitude,
      feature: search.features.first.map { layer.features[Int($0)].label }
        ?? (found.run < 0 ? nil : label(ofRun: Int(found.run))),
      overlap: overlap)
  }

  /// Whether no place of the shape is within that of where the drawing may be read in two ways.
  func isClear(around ground: ShapeGround, withinMetres distance: Double) -> Bool {
    guard !layer.doubtful.features.isEmpty else { return true }
    let areas = Layer(
      source: layer.source, features: layer.doubtful.features, polygons: layer.doubtful.polygons,
      repairs: LayerRepairs())
    let nearest = ShapeDistance(
      .deepest, of: ground, from: ZoneIndex(areas, number: number), uncertaintyMetres: distance,
      isDecisionEnough: true)
    return nearest.boundMetres >= distance && nearest.metres > 0
  }

  /// How deep the zone reaches into an area; `nil` for other shapes, and if no polygon is near.
  private func deepest(in shape: PlaceShape, uncertaintyMetres: Double) -> ShapeDistance? {
    let near = cover.polygonsByFeature(meeting: shape.extent)
    let table = shape.table
    guard !near.isEmpty, table.polygonCount > 0 else { return nil }
    let area = Layer(
      source: layer.source, features: [Feature(shape)], polygons: table, repairs: LayerRepairs())
    return ShapeDistance(
      .deepest, of: ShapeGround(layer.part(near)), from: ZoneIndex(area, number: number),
      uncertaintyMetres: uncertaintyMetres)
  }
}
