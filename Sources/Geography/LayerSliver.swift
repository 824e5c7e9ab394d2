import Vocabulary

/// The smallest things a drawing shows, by its scale; 1:10,000 where none is stated.
struct DrawingLimits {
  /// Two tenths of a millimetre, the finest line a draughtsman draws: 2 m at 1:10,000.
  let widthMetres: Double
  /// Four square millimetres, the smallest area shown: 400 m² at 1:10,000.
  let squareMetres: Double

  init(_ source: LayerSource) {
    let denominator = Double(max(1, source.entry.scaleDenominator ?? 10_000))
    widthMetres = 0.0002 * denominator
    squareMetres = 0.000_004 * denominator * denominator
  }
}

/// A part of a feature that is too small or too thin to have been drawn on purpose.
package struct LayerSliver: Sendable, Hashable {
  package let feature: FeatureLabel
  package let squareMetres: Double
  /// Twice the area by the perimeter: the width of a strip.
  package let widthMetres: Double

  /// The layer's slivers in the order of the file; O(n).
  static func all(in layer: Layer) -> [LayerSliver] {
    let limits = DrawingLimits(layer.source)
    let table = layer.polygons
    return layer.features.flatMap { feature in
      feature.polygons.compactMap { polygon -> LayerSliver? in
        let area = table.area(ofPolygons: polygon..<(polygon + 1))
        let perimeter = table.perimeter(ofPolygon: polygon)
        let width = perimeter > 0 ? 2 * area / perimeter : 0
        guard area < limits.squareMetres || width < limits.widthMetres else { return nil }
        return LayerSliver(feature: feature.label, squareMetres: area, widthMetres: width)
      }
    }
  }
}

extension PolygonTable {
  /// The length of all rings in metres.
  fileprivate func perimeter(ofPolygon polygon: Int) -> Double {
    var sum = 0.0
    for ring in rings(ofPolygon: polygon) {
      for vertex in vertices(ofRing: ring).dropLast() {
        sum += distanceMetres(
          (longitudes[vertex], latitudes[vertex]),
          (longitudes[vertex + 1], latitudes[vertex + 1]))
      }
    }
    return sum
  }
}
