import Vocabulary

extension Layer {
  /// A feature's polygons as they are kept: little-endian well-known binary, degrees on CGCS2000.
  package typealias StoredFeature = (label: FeatureLabel, wellKnownBinary: [UInt8])

  /// The polygons of the feature at that place in `features`.
  package func wellKnownBinary(ofFeature index: Int) -> [UInt8] {
    WKBWriting.multiPolygon(features[index].polygons, of: polygons)
  }

  /// The layer whose features `wellKnownBinary(ofFeature:)` gave, in that order, equal to the last bit.
  ///
  /// `doubtful` are its doubtful areas in the same form. Throws with status 65 for a geometry that is
  /// broken, has no polygon or was not given by it.
  package init(
    restoring source: LayerSource, reference: LayerReference, features stored: [StoredFeature],
    doubtful: [StoredFeature] = [], repairs: LayerRepairs
  ) throws(Failure) {
    do throws(LayerFault) {
      let drawn = try Layer.restored(stored, of: source)
      var areas = DoubtfulAreas.none
      if !doubtful.isEmpty {
        let doubts = try Layer.restored(doubtful, of: source)
        areas = DoubtfulAreas(features: doubts.features, polygons: doubts.polygons)
      }
      self.init(
        source: source, reference: reference, features: drawn.features, polygons: drawn.polygons,
        repairs: repairs, doubtful: areas)
    } catch {
      throw Failure(error, of: source)
    }
  }

  private static func restored(
    _ stored: [StoredFeature], of source: LayerSource
  ) throws(LayerFault) -> (features: [Feature], polygons: PolygonTable) {
    var builder = LayerBuilder(limits: .standard)
    for (label, bytes) in stored {
      var reading = WKBReading(bytes, feature: label.ordinal, nesting: 1)
      try reading.read(into: &builder)
      try builder.endFeature(name: nil, id: nil)
    }
    let layer = try builder.layer(from: source)
    guard layer.repairs.isEmpty, layer.features.count == stored.count else {
      throw LayerFault(
        code: .badGeometry,
        detail: Wording(zh: "所存几何有误", en: "a geometry on record is wrong"))
    }
    let features = zip(stored, layer.features).map {
      Feature(label: $0.label, polygons: $1.polygons)
    }
    return (features, layer.polygons)
  }
}
