import Vocabulary

/// A layer whose invalid features are repaired, with what was done to each.
///
/// Repair is by structure (GEOS make_valid): shells are areas, holes are taken out of them, what
/// collapses is left out. Where that and even-odd over the drawn lines differ the drawing can be read
/// in two ways; such places are kept as doubtful, so that nothing in them is outside by accident.
package struct LayerRepair: Sendable, Hashable {
  /// What was done to one feature that breaks the rules for polygons (OGC simple features).
  package struct Record: Sendable, Hashable {
    package let feature: FeatureLabel
    /// The library's word, such as `Self-intersection`.
    package let reason: String
    /// Where, in degrees; as confidential as the layer.
    package let longitude: Double?
    package let latitude: Double?
    /// Shells less holes as drawn, on the ellipsoid.
    package let drawnSquareMetres: Double
    /// After repair, 0 if nothing is left; `nil` if the library could not repair the feature, which
    /// then stays as drawn.
    package let repairedSquareMetres: Double?
    /// What one reading of the drawing has inside and the other outside.
    package let doubtfulSquareMetres: Double
    /// The feature as drawn.
    package let original: PolygonTable

    /// A record with those values; `nil` for a repaired area is a feature that stays as drawn.
    package init(
      feature: FeatureLabel, reason: String, longitude: Double?, latitude: Double?,
      drawnSquareMetres: Double, repairedSquareMetres: Double?, doubtfulSquareMetres: Double,
      original: PolygonTable
    ) {
      self.feature = feature
      self.reason = reason
      self.longitude = longitude
      self.latitude = latitude
      self.drawnSquareMetres = drawnSquareMetres
      self.repairedSquareMetres = repairedSquareMetres
      self.doubtfulSquareMetres = doubtfulSquareMetres
      self.original = original
    }

    /// Whether repair changes the area by more than 0.01 %, or the readings differ by so much.
    package var isAmbiguous: Bool {
      guard let repairedSquareMetres else { return true }
      let most = LayerRepair.ambiguousShare * max(drawnSquareMetres, repairedSquareMetres)
      return abs(repairedSquareMetres - drawnSquareMetres) > most || doubtfulSquareMetres > most
    }
  }

  /// Above this share of a feature's area a difference is more than rounding.
  static let ambiguousShare = 0.0001

  /// The repaired layer, its doubtful areas set; features of which nothing is left are no longer in it
  /// and count as empty.
  package let layer: Layer
  /// In the order of the file; empty for a layer without fault.
  package let records: [Record]

  /// A repair made earlier: its layer and its records.
  package init(layer: Layer, records: [Record]) {
    self.layer = layer
    self.records = records
  }

  /// Repairs the layer; O(n log n) for n vertices, about 2 µs a vertex for valid features.
  ///
  /// Throws a failure with status 65 if no feature is left, and one of the program if the geometry
  /// library has no memory.
  package init(_ layer: Layer) throws(Failure) {
    guard let context = GEOSContext() else { throw Failure(.fault, .fault) }
    var work = RepairWork(layer, in: context)
    for feature in layer.features { work.add(feature) }
    guard !work.records.isEmpty else {
      self.layer = layer
      records = []
      return
    }
    guard !work.features.isEmpty else {
      throw Failure(
        .unusableInput, .badGeometry, file: layer.source.path,
        detail: Wording(zh: "修复后没有任何面要素", en: "no polygon is left after repair"))
    }
    self.layer = Layer(
      source: layer.source, reference: layer.reference, features: work.features,
      polygons: work.polygons,
      repairs: work.repairs,
      doubtful: DoubtfulAreas(features: work.doubts, polygons: work.doubtful))
    records = work.records
  }
}
