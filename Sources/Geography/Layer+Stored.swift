import Vocabulary

extension Layer {
  /// The polygons of the feature at that place in `features`, little-endian, degrees on CGCS2000.
  package func wellKnownBinary(ofFeature index: Int) -> [UInt8] {
    WKBWriting.multiPolygon(features[index].polygons, of: polygons)
  }

  /// The layer whose features `wellKnownBinary(ofFeature:)` gave, in that order, equal to the last bit.
  ///
  /// Throws with status 65 for a geometry that is broken, has no polygon or was not given by it.
  package init(
    restoring source: LayerSource, reference: LayerReference,
    features stored: some Sequence<(label: FeatureLabel, wellKnownBinary: [UInt8])>,
    repairs: LayerRepairs
  ) throws(Failure) {
    var builder = LayerBuilder(limits: .standard)
    var labels: [FeatureLabel] = []
    do throws(LayerFault) {
      for (label, bytes) in stored {
        var reading = WKBReading(bytes, feature: label.ordinal, nesting: 1)
        try reading.read(into: &builder)
        try builder.endFeature(name: nil, id: nil)
        labels.append(label)
      }
      let layer = try builder.layer(from: source)
      guard layer.repairs.isEmpty, layer.features.count == labels.count else {
        throw LayerFault(
          code: .badGeometry,
          detail: Wording(zh: "所存几何有误", en: "a geometry on record is wrong"))
      }
      self.init(
        source: source, reference: reference,
        features: zip(labels, layer.features).map { Feature(label: $0, polygons: $1.polygons) },
        polygons: layer.polygons, repairs: repairs)
    } catch {
      throw Failure(error, of: source)
    }
  }
}
