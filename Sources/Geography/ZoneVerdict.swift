import Vocabulary

/// How a verdict on a zone was reached; raw values are column values of zones.csv (`method`).
package enum ZoneMethod: String, Sendable, Hashable, CaseIterable {
  case pointInPolygon = "point-in-polygon"
  /// Nobody says the datum, and the verdict is not certain, or not the same, in every one.
  case datumUndeclared = "datum-undeclared"
  /// Records of one lead give places inside and outside.
  case pointsDisagree = "points-disagree"
  /// The drawing may be read in two ways there.
  case doubtfulDrawing = "doubtful-drawing"
  case noLocation = "no-location"
  /// The place is no place of China or its uncertainty no length.
  case invalidLocation = "invalid-location"

  package var wording: Wording {
    switch self {
    case .pointInPolygon: Wording(zh: "坐标点与图层边界比较", en: "point compared with the boundary")
    case .datumUndeclared:
      Wording(
        zh: "坐标系未注明，按各坐标系结论不一或不能判定",
        en: "datum not declared, and the answer differs or is not certain among datums")
    case .pointsDisagree:
      Wording(zh: "各记录坐标结论相反", en: "points of the records contradict each other")
    case .doubtfulDrawing:
      Wording(zh: "该处图层图形有歧义", en: "the layer's drawing is ambiguous there")
    case .noLocation: Wording(zh: "没有坐标", en: "no coordinates")
    case .invalidLocation: Wording(zh: "坐标不可用", en: "unusable coordinates")
    }
  }
}

/// Whether a lead lies in the zone of one layer, and the evidence for it.
///
/// With d the signed distance to the boundary, negative inside, and r the uncertainty: d ≤ −r is
/// true, d ≥ r is false, anything between is unknown. The boundary belongs to the zone, a hole does
/// not. Degrees of an undeclared datum are certain only if they are in every datum they may be of.
package struct ZoneVerdict: Sendable, Hashable {
  /// The layer's number among the layers of the run.
  package let layer: Int
  package let value: Truth
  package let method: ZoneMethod
  /// The point judged, on CGCS2000 where its datum is declared and conversion is not switched off; of
  /// several the one that decided.
  package let point: Point?
  /// The features that cover the point, in the order of the file, whatever the uncertainty.
  package let covering: [FeatureLabel]
  /// The feature whose boundary is nearest; `nil` beyond the cap.
  package let nearest: FeatureLabel?
  /// The feature in one of whose holes the point lies; `nil` if it is covered or in no hole.
  package let hole: FeatureLabel?
  /// Metres to where the zone ends, negative inside; `nil` if that is further than the cap.
  package let signedDistanceMetres: Double?
  /// What the radius is the sum of that the distance was held against; `nil` without a usable point.
  package let budget: UncertaintyBudget?
  /// The boundary's nearest place, as confidential as the layer; `nil` beyond the cap.
  package let nearestLongitude: Double?
  package let nearestLatitude: Double?
  /// What the verdict would be in each datum where `method` is `datumUndeclared`; empty otherwise.
  ///
  /// CGCS2000 first, then GCJ-02 and BD-09. The other evidence is that of CGCS2000.
  package let hypotheses: [DatumHypothesis]

  /// The uncertainty the distance was held against, in metres; `nil` without a usable point.
  package var uncertaintyMetres: Double? { budget?.totalMetres }

  /// The feature evidence should name: the first that covers the point, else the nearest.
  package var feature: FeatureLabel? { covering.first ?? nearest }
}

extension ZoneVerdict {
  /// A verdict without a usable point: unknown.
  init(layer: Int, method: ZoneMethod, point: Point?) {
    self.init(
      layer: layer, value: .unknown, method: method, point: point, covering: [], nearest: nil,
      hole: nil, signedDistanceMetres: nil, budget: nil, nearestLongitude: nil,
      nearestLatitude: nil, hypotheses: [])
  }

  /// The same evidence with another conclusion.
  func replacing(
    value: Truth, method: ZoneMethod, hypotheses: [DatumHypothesis] = []
  ) -> ZoneVerdict {
    ZoneVerdict(
      layer: layer, value: value, method: method, point: point, covering: covering,
      nearest: nearest, hole: hole, signedDistanceMetres: signedDistanceMetres,
      budget: budget, nearestLongitude: nearestLongitude, nearestLatitude: nearestLatitude,
      hypotheses: hypotheses)
  }
}
