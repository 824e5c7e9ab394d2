package import Vocabulary

/// One lead against one layer: a row of zones.csv.
package struct ZoneEntry: Sendable, Hashable {
  /// What the place judged is to the event; rules of exceptions ask for the damage area.
  package var place: PlaceRole
  package var layer: String
  package var layerVersion: String
  package var feature: String
  package var tag: String
  package var tagTerm: String
  package var value: Truth
  /// Signed distance to the boundary in metres, negative inside; `nil` if there is no place or the
  /// boundary is beyond the search.
  package var distanceMetres: Double?
  /// What the radius that the distance was held against is the sum of; `nil` without a usable place.
  package var budget: UncertaintyBudget?
  package var method: String
  /// What each datum would give where nobody says the datum and they differ; empty otherwise.
  package var hypotheses: [DatumHypothesis]
  /// Whether it is told for comparison only: by the version in force now, where another one decides.
  package var isForComparison: Bool
  /// Holes, overlap, share of a county, versions.
  package var remarks: [Wording]
  /// The radius in metres of the place that decides: the sum of the budget, of areas and counties at
  /// least the boundary's width; `nil` without a usable place.
  package var uncertaintyMetres: Double?
  /// Where the boundary is nearest to the place that decides; `nil` beyond the search, and for a county.
  package var boundary: NearestBoundary?

  /// A verdict with those values; the distance in metres.
  package init(
    place: PlaceRole = .damageArea, layer: String, layerVersion: String, feature: String,
    tag: String, tagTerm: String, value: Truth, distanceMetres: Double?,
    budget: UncertaintyBudget?, method: String, hypotheses: [DatumHypothesis] = [],
    uncertaintyMetres: Double? = nil, boundary: NearestBoundary? = nil,
    isForComparison: Bool = false, remarks: [Wording] = []
  ) {
    self.boundary = boundary
    self.isForComparison = isForComparison
    self.uncertaintyMetres = uncertaintyMetres ?? budget?.totalMetres
    self.remarks = remarks
    self.place = place
    self.layer = layer
    self.layerVersion = layerVersion
    self.feature = feature
    self.tag = tag
    self.tagTerm = tagTerm
    self.value = value
    self.distanceMetres = distanceMetres
    self.budget = budget
    self.method = method
    self.hypotheses = hypotheses
  }
}

extension ZoneEntry {
  /// What the datum has to do with the verdict: `坐标系未注明：CGCS2000/WGS-84 界外 352 m（误差 11.8 m）；…`;
  /// empty where it was declared or makes no difference.
  package var datumTerm: Wording {
    guard !hypotheses.isEmpty else { return Wording(verbatim: "") }
    let words = hypotheses.map(\.wording)
    return Wording(
      zh: "坐标系未注明：" + words.map(\.zh).joined(separator: "；"),
      en: "datum not declared: " + words.map(\.en).joined(separator: "; "))
  }
}

/// Where a zone's boundary is nearest to a place.
///
/// Its coordinates are as confidential as the layer: only `explain` shows them, on the machine that
/// holds the layer. Reports say the direction.
package struct NearestBoundary: Sendable, Hashable {
  /// In degrees on CGCS2000.
  package let longitude: Double
  package let latitude: Double
  /// In which direction it lies from the place; `nil` for a place on the boundary.
  package let direction: CompassDirection?

  /// The boundary's place `at` seen from the place `to`, both longitude and latitude; `nil` where no
  /// boundary was found.
  package init?(
    to place: (longitude: Double, latitude: Double),
    at nearest: (longitude: Double?, latitude: Double?)
  ) {
    guard let longitude = nearest.longitude, let latitude = nearest.latitude else { return nil }
    self.longitude = longitude
    self.latitude = latitude
    let scale = Ellipsoid.metresPerDegree(atLatitude: place.latitude)
    direction = CompassDirection(
      eastMetres: (longitude - place.longitude) * scale.longitude,
      northMetres: (latitude - place.latitude) * scale.latitude)
  }
}
