import Vocabulary

/// How much of a shape lies in a zone: square metres of an area, metres of lines.
///
/// On the ellipsoid. Stretches that lines go twice count once, and so does what several features share.
/// The boundary belongs to the zone. An estimate as drawn: uncertainty does not enter it.
package struct ShapeOverlap: Sendable, Hashable {
  /// What one feature has of the shape.
  package struct Part: Sendable, Hashable {
    package let feature: FeatureLabel
    package let measure: Double
  }

  /// Whether measures are square metres, metres, or, of a point, nothing.
  package let dimension: PlaceShape.Dimension
  /// The whole shape's.
  package let whole: Double
  /// What lies in the zone, at most the whole.
  package let inside: Double
  /// The features that have some of it, in the order of the file; of a point those that cover it.
  package let parts: [Part]

  /// What of the whole lies inside, 0 to 1; `nil` for a point.
  package var share: Double? { whole > 0 ? inside / whole : nil }

  /// 亩 in a square metre: 15 亩 are a hectare.
  package static let mu = 15.0 / 10_000

  init(dimension: PlaceShape.Dimension, whole: Double, inside: Double, parts: [Part]) {
    self.dimension = dimension
    self.whole = whole
    self.inside = min(inside, whole)
    self.parts = parts
  }
}

/// Measures what shapes have in common with zones, by the GEOS library; for one thread.
struct OverlapMeter {
  private let context: GEOSContext

  /// `nil` if the library cannot be started.
  init?() {
    guard let context = GEOSContext() else { return nil }
    self.context = context
  }

  /// What of the shape lies in the zone; `nil` if the library fails.
  ///
  /// Features are taken as drawn if they are valid and else repaired by structure. O(n log n) for the
  /// vertices of the shape and of the polygons whose boxes meet its own.
  func overlap(of shape: PlaceShape, with zone: ZoneIndex) -> ShapeOverlap? {
    switch shape.dimension {
    case .point:
      guard let place = shape.parts.first?.first?.first else { return nil }
      var search = ZoneCover.Search()
      _ = zone.finding(at: place, uncertaintyMetres: 0, &search)
      return ShapeOverlap(
        dimension: .point, whole: 0, inside: 0,
        parts: search.features.map {
          ShapeOverlap.Part(feature: zone.layer.features[Int($0)].label, measure: 0)
        })
    case .line:
      guard let lines = GEOSShape.lines(shape.parts.flatMap { $0 }, in: context) else { return nil }
      return overlap(of: lines, .line, within: shape.extent, with: zone)
    case .area:
      let table = shape.table
      guard let area = GEOSShape(0..<table.polygonCount, of: table, in: context) else { return nil }
      return overlap(of: area, .area, within: shape.extent, with: zone)
    }
  }

  /// What of another layer's whole zone lies in the zone; `nil` if the library fails.
  func overlap(of layer: Layer, with zone: ZoneIndex) -> ShapeOverlap? {
    let pieces = GEOSPieces(in: context)
    for feature in layer.features {
      guard let area = valid(feature.polygons, of: layer.polygons) else { return nil }
      pieces.append(area)
    }
    guard let area = pieces.union() else { return nil }
    return overlap(of: area, .area, within: layer.extent, with: zone)
  }

  private func overlap(
    of shape: borrowing GEOSShape, _ dimension: PlaceShape.Dimension, within extent: Box,
    with zone: ZoneIndex
  ) -> ShapeOverlap? {
    guard let prepared = GEOSPrepared(shape) else { return nil }
    let pieces = GEOSPieces(in: context)
    var parts: [ShapeOverlap.Part] = []
    for (feature, polygons) in zone.cover.polygonsByFeature(meeting: extent) {
      guard let area = valid(polygons, of: zone.layer.polygons) else { return nil }
      let measure: Double
      if prepared.isDisjoint(from: area) {
        continue
      } else if prepared.covers(area) {
        measure = area.measure(of: dimension)
        pieces.append(area)
      } else if let common = shape.intersection(area) {
        measure = common.measure(of: dimension)
        pieces.append(common)
      } else {
        return nil
      }
      guard measure > 0 else { continue }
      parts.append(
        ShapeOverlap.Part(feature: zone.layer.features[feature].label, measure: measure))
    }
    guard let inside = pieces.measureOfUnion(dimension) else { return nil }
    return ShapeOverlap(
      dimension: dimension, whole: shape.measure(of: dimension), inside: inside, parts: parts)
  }

  /// Polygons of a feature, repaired if they are not valid; `nil` if the library fails.
  private func valid(_ polygons: some Sequence<Int>, of table: PolygonTable) -> GEOSShape? {
    guard let drawn = GEOSShape(polygons, of: table, in: context) else { return nil }
    if drawn.isValid { return drawn }
    return drawn.repaired()
  }
}

extension ZoneCover {
  /// The features of which polygons' boxes meet `box`, ascending, with these polygons.
  func polygonsByFeature(meeting box: Box) -> [(feature: Int, polygons: [Int])] {
    var polygons: [Int] = []
    forEachPolygon(meeting: box) {
      polygons.append($0)
      return true
    }
    polygons.sort()
    var groups: [(feature: Int, polygons: [Int])] = []
    for polygon in polygons {
      let feature = Int(features[polygon])
      if groups.last?.feature == feature {
        groups[groups.count - 1].polygons.append(polygon)
      } else {
        groups.append((feature, [polygon]))
      }
    }
    return groups
  }
}
