internal import Geography
internal import Ledger
internal import Vocabulary

/// A layer from polygons to what the ledger keeps and back.
extension LayerRepair {
  /// What the ledger keeps of it, under that reading.
  func content(_ reading: String) -> LayerContent {
    var content = LayerContent(
      reading: reading, declaredSystem: layer.reference.declared,
      verifiedSystem: layer.reference.verified, isProjected: layer.reference.isProjected)
    content.polygons = layer.polygons.polygonCount
    content.vertices = layer.polygons.vertexCount
    content.closedRings = layer.repairs.closedRings
    content.droppedRings = layer.repairs.droppedRings
    content.otherGeometries = layer.repairs.otherGeometries
    content.emptyFeatures = layer.repairs.emptyFeatures
    content.areaSquareKilometres = layer.areaSquareMetres / 1e6
    let record = Dictionary(
      records.map { ($0.feature.ordinal, $0) }, uniquingKeysWith: { first, _ in first })
    let doubts = Dictionary(
      layer.doubtful.features.map { ($0.label.ordinal, $0) },
      uniquingKeysWith: { first, _ in first })
    let drawn = Dictionary(
      layer.features.indices.map { (layer.features[$0].label.ordinal, $0) },
      uniquingKeysWith: { first, _ in first })
    // A feature of which repair left nothing still has its drawing and its doubt.
    let labels = Dictionary(
      (layer.features.map(\.label) + records.map(\.feature) + layer.doubtful.features.map(\.label))
        .map { ($0.ordinal, $0) }, uniquingKeysWith: { first, _ in first })
    content.features = labels.values.sorted { $0.ordinal < $1.ordinal }.map { label in
      var feature = LayerContent.Feature(
        ordinal: label.ordinal, name: label.isNamed ? label.name : nil,
        identifier: label.identifier, code: label.code,
        shape: drawn[label.ordinal].map { layer.wellKnownBinary(ofFeature: $0) })
      if let record = record[label.ordinal] {
        feature.original = WKBWriting.multiPolygon(
          0..<record.original.polygonCount, of: record.original)
        feature.reason = record.reason
        feature.areaSquareKilometres = record.drawnSquareMetres / 1e6
        feature.repairedSquareKilometres = record.repairedSquareMetres.map { $0 / 1e6 }
      }
      feature.doubtful = doubts[label.ordinal].map {
        WKBWriting.multiPolygon($0.polygons, of: layer.doubtful.polygons)
      }
      return feature
    }
    return content
  }
}

extension Layer {
  /// What the ledger kept of a layer, as it was when it was compiled.
  init(_ content: LayerContent, of source: LayerSource) throws(Failure) {
    var repairs = LayerRepairs()
    repairs.closedRings = content.closedRings
    repairs.droppedRings = content.droppedRings
    repairs.otherGeometries = content.otherGeometries
    repairs.emptyFeatures = content.emptyFeatures
    func stored(_ bytes: (LayerContent.Feature) -> [UInt8]?) -> [StoredFeature] {
      content.features.compactMap { feature in
        bytes(feature).map {
          (
            FeatureLabel(
              ordinal: feature.ordinal, name: feature.name, id: feature.identifier,
              code: feature.code), $0
          )
        }
      }
    }
    try self.init(
      restoring: source,
      reference: LayerReference(
        declared: content.declaredSystem, verified: content.verifiedSystem,
        isProjected: content.isProjected),
      features: stored { $0.shape }, doubtful: stored { $0.doubtful }, repairs: repairs)
  }
}
