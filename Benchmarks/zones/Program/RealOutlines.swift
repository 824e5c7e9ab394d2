import Foundation
import Geography
import Vocabulary

/// A layer of real protected areas: their outlines, holes and parts, each reduced to a cell of a grid
/// over a province and repeated as often as needed.
enum RealOutlines {
  /// So many features from the GeoJSON file at `path`.
  static func layer(features count: Int, from path: String) throws -> Layer {
    let source = LayerSource(LayerRegistration(path: path, tag: .natureReserve), sha256: "")
    let parks = try Layer.readGeoJSON(
      Array(Data(contentsOf: URL(filePath: path))), as: source)
    let columns = max(1, Int(Double(count).squareRoot().rounded(.up)))
    let (width, height) = (4.2 / Double(columns), 6.0 / Double(columns))
    var table = PolygonTable()
    var features: [Feature] = []
    for number in 0..<count {
      let park = parks.features[number % parks.features.count]
      let rows = parks.polygons.rows(park.polygons)
      let box = Layer(
        source: source, features: [park], polygons: rows, repairs: LayerRepairs()
      ).extent
      let scale = 0.95 * min(width / (box.east - box.west), height / (box.north - box.south))
      let west = 110.3 + Double(number % columns) * width
      let south = 34.6 + Double(number / columns) * height
      let first = table.polygonCount
      for polygon in 0..<rows.polygonCount {
        for ring in rows.rings(ofPolygon: polygon) {
          for vertex in rows.vertices(ofRing: ring) {
            table.appendVertex(
              longitude: west + (rows.longitudes[vertex] - box.west) * scale,
              latitude: south + (rows.latitudes[vertex] - box.south) * scale)
          }
          _ = table.endRing()
        }
        table.endPolygon()
      }
      features.append(
        Feature(
          label: FeatureLabel(ordinal: number + 1, name: nil, id: nil),
          polygons: first..<table.polygonCount))
    }
    return Layer(
      source: source, features: features, polygons: table, repairs: LayerRepairs())
  }
}
