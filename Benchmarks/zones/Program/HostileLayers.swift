import Foundation
import Geography
import Metering
import Vocabulary

/// Layers nobody should hand in, at their full size: each is refused, named or answered in linear time.
enum HostileLayers {
  static func run() {
    for vertices in [2_500_000, 5_000_000, 10_000_000] {
      measure(
        "one polygon of \(vertices) vertices",
        InventedLayer.layer(polygons: 1, vertices: vertices, seed: 11), places: 100_000)
    }
    for teeth in [100_000, 200_000] {
      measure("a comb of \(teeth) teeth", comb(teeth), places: 1_000)
    }
    for count in [500, 1_000] {
      measure("\(count) polygons of 500 vertices on one another", pile(count), places: 10_000)
    }
    halfTheWorld()
    for (name, text) in [
      ("no feature", "{\"type\":\"FeatureCollection\",\"features\":[]}"),
      ("points only", "{\"type\":\"Point\",\"coordinates\":[112,38]}"),
      ("NaN", "{\"type\":\"Polygon\",\"coordinates\":[[[112,38],[113,NaN],[113,39],[112,38]]]}"),
      ("1e999", "{\"type\":\"Polygon\",\"coordinates\":[[[112,38],[1e999,38],[113,39],[112,38]]]}"),
    ] {
      do {
        _ = try Layer.readGeoJSON(
          Array(text.utf8),
          as: LayerSource(LayerRegistration(path: "x.geojson", tag: .redLine), sha256: ""))
        print("\(name): READ, which it must not be")
      } catch {
        print("\(name): refused: \(error.problems.first?.message(in: .en) ?? "")")
      }
    }
    let index = ZoneIndex(comb(10), number: 0)
    let odd = [Double.nan, .infinity, 500].map {
      Point(longitude: $0, latitude: 38, uncertaintyMetres: 1)
    }
    print(
      "places that are none: \(odd.map { index.verdict(of: $0).method.rawValue }),",
      "an uncertainty of NaN:",
      index.verdict(of: Point(longitude: 112, latitude: 38, uncertaintyMetres: .nan)).method
        .rawValue)
  }

  private static func measure(_ name: String, _ layer: Layer, places: Int) {
    let (index, start) = ProcessMeter.measure { ZoneIndex(layer, number: 0) }
    let sample = PlaceSample(places, of: layer, seed: 12)
    let (found, asking) = ProcessMeter.measure { index.findings(at: sample.points) }
    let (check, checking) = ProcessMeter.measure { try? LayerCheck(layer) }
    print(
      "\(name): start \(start.text), \(places) places \(asking.text),",
      "\(found.count { $0?.value == .true }) inside; check \(checking.text),",
      "\(check?.invalidities.count ?? -1) invalid, \(check?.overlaps.pairs.count ?? -1) overlaps,",
      "\(check?.overlaps.unchecked ?? -1) features not compared with all")
  }

  private static func comb(_ teeth: Int) -> Layer {
    var table = PolygonTable()
    table.appendVertex(longitude: 112, latitude: 37.9)
    for tooth in 0..<teeth {
      let west = 112 + Double(tooth) / Double(teeth)
      table.appendVertex(longitude: west, latitude: 38)
      table.appendVertex(longitude: west + 0.5 / Double(teeth), latitude: 39)
    }
    table.appendVertex(longitude: 113, latitude: 37.9)
    _ = table.endRing()
    table.endPolygon()
    return Layer(named: "comb.geojson", table)
  }

  private static func pile(_ count: Int) -> Layer {
    let one = InventedLayer.layer(polygons: 1, vertices: 500, seed: 13).polygons
    var table = PolygonTable()
    for number in 0..<count {
      for ring in one.rings(ofPolygon: 0) {
        for vertex in one.vertices(ofRing: ring) {
          table.appendVertex(
            longitude: one.longitudes[vertex] + Double(number) * 1e-4,
            latitude: one.latitudes[vertex])
        }
        _ = table.endRing()
      }
      table.endPolygon()
    }
    return Layer(named: "pile.geojson", table)
  }

  private static func halfTheWorld() {
    var table = PolygonTable()
    for (longitude, latitude) in [(0.0, -90.0), (180, -90), (180, 90), (0, 90)] {
      table.appendVertex(longitude: longitude, latitude: latitude)
    }
    _ = table.endRing()
    table.endPolygon()
    let layer = Layer(named: "world.geojson", table)
    let verdict = ZoneIndex(layer, number: 0).verdict(
      of: Point(longitude: 112, latitude: 38, uncertaintyMetres: 10))
    let rows = (try? LayerCheck(layer))?.summary().filter(\.isWarning) ?? []
    print(
      "half the world: \(verdict.value.letter); \(rows.map { "\($0.title.en) \($0.value.en)" })")
  }
}
