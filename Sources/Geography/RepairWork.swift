import Vocabulary

/// A repair under way.
struct RepairWork {
  private let layer: Layer
  private let context: GEOSContext
  private(set) var features: [Feature] = []
  private(set) var polygons = PolygonTable()
  private(set) var doubts: [Feature] = []
  private(set) var doubtful = PolygonTable()
  private(set) var repairs: LayerRepairs
  private(set) var records: [LayerRepair.Record] = []

  init(_ layer: Layer, in context: GEOSContext) {
    self.layer = layer
    self.context = context
    repairs = layer.repairs
  }

  mutating func add(_ feature: Feature) {
    guard let shape = GEOSShape(feature.polygons, of: layer.polygons, in: context) else {
      keepUnrepaired(feature, reason: "Unusable geometry", place: nil)
      return
    }
    guard let invalidity = shape.invalidity() else {
      keep(feature)
      return
    }
    guard let repaired = shape.repaired() else {
      keepUnrepaired(feature, reason: invalidity.reason, place: invalidity.place)
      return
    }
    let left = polygons.polygonCount
    repaired.appendPolygons(to: &polygons)
    end(feature, from: left)
    let first = doubtful.polygonCount
    if let evenOdd = shape.repaired(.linework),
      let difference = repaired.symmetricDifference(evenOdd)
    {
      appendDoubt(difference)
    } else {
      appendBoxes(of: feature)
    }
    record(
      feature, reason: invalidity.reason, place: invalidity.place, doubtFrom: first,
      repairedSquareMetres: repaired.area())
  }

  /// A feature the library cannot repair stays as drawn and is doubtful within its boxes.
  private mutating func keepUnrepaired(_ feature: Feature, reason: String, place: Coordinate?) {
    keep(feature)
    let first = doubtful.polygonCount
    appendBoxes(of: feature)
    record(
      feature, reason: reason, place: place, doubtFrom: first, repairedSquareMetres: nil)
  }

  private mutating func record(
    _ feature: Feature, reason: String, place: Coordinate?, doubtFrom first: Int,
    repairedSquareMetres: Double?
  ) {
    let doubt = first..<doubtful.polygonCount
    if !doubt.isEmpty { doubts.append(Feature(label: feature.label, polygons: doubt)) }
    records.append(
      LayerRepair.Record(
        feature: feature.label, reason: reason, longitude: place?.longitude,
        latitude: place?.latitude,
        drawnSquareMetres: layer.polygons.area(ofPolygons: feature.polygons),
        repairedSquareMetres: repairedSquareMetres,
        doubtfulSquareMetres: doubtful.area(ofPolygons: doubt),
        original: layer.polygons.rows(feature.polygons)))
  }

  private mutating func keep(_ feature: Feature) {
    let first = polygons.polygonCount
    polygons.append(feature.polygons, of: layer.polygons)
    end(feature, from: first)
  }

  private mutating func end(_ feature: Feature, from first: Int) {
    guard polygons.polygonCount > first else {
      repairs.emptyFeatures += 1
      return
    }
    features.append(
      Feature(label: feature.label, polygons: first..<polygons.polygonCount))
  }

  /// Adds what the two readings differ in.
  private mutating func appendDoubt(_ difference: borrowing GEOSShape) {
    var parts = PolygonTable()
    difference.appendPolygons(to: &parts)
    for part in 0..<parts.polygonCount
    where parts.area(ofPolygons: part..<(part + 1)) >= DoubtfulAreas.leastSquareMetres {
      doubtful.append(part..<(part + 1), of: parts)
    }
  }

  /// Adds the boxes of the feature's polygons, where the library fails.
  private mutating func appendBoxes(of feature: Feature) {
    for polygon in feature.polygons {
      let box = layer.polygons.box(ofPolygon: polygon)
      for (longitude, latitude) in [
        (box.west, box.south), (box.east, box.south), (box.east, box.north), (box.west, box.north),
      ] {
        doubtful.appendVertex(longitude: longitude, latitude: latitude)
      }
      _ = doubtful.endRing()
      doubtful.endPolygon()
    }
  }
}
