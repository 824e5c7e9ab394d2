/// The protected-area layers as GeoJSON (RFC 7946), one feature a zone.
enum LayerFile {
  static func bytes(_ layer: SampleZone.Layer) -> [UInt8] {
    let zones = SampleZone.all.filter { $0.layer == layer }
    let features = zones.enumerated().map { index, zone in feature(zone, serial: index + 1) }
    return collection(features)
  }

  /// The file of those features.
  static func collection(_ features: [String]) -> [UInt8] {
    let text =
      "{\n\"type\": \"FeatureCollection\",\n\"features\": [\n"
      + features.joined(separator: ",\n") + "\n]\n}\n"
    return Array(text.utf8)
  }

  private static func feature(_ zone: SampleZone, serial: Int) -> String {
    let polygons = zone.polygons.map { rings in
      "[" + rings.map(ring).joined(separator: ", ") + "]"
    }
    let geometry =
      polygons.count == 1
      ? "{\"type\": \"Polygon\", \"coordinates\": \(polygons[0])}"
      : "{\"type\": \"MultiPolygon\", \"coordinates\": [\(polygons.joined(separator: ", "))]}"
    let county = SampleCounty.all[zone.county].name
    let number = "\(zone.layer.prefix)-1409-0\(serial)"
    return "{\"type\": \"Feature\", \"properties\": {\"名称\": \"\(zone.name)\", "
      + "\"类型\": \"\(zone.category)\", \"编号\": \"\(number)\", \"所在县区\": \"\(county)\"}, "
      + "\"geometry\": \(geometry)}"
  }

  /// The ring as an array of positions.
  static func ring(_ corners: [Coordinate]) -> String {
    let positions = corners.map { corner in
      "[\(Coordinate.degrees(corner.longitude, decimals: 6)), "
        + "\(Coordinate.degrees(corner.latitude, decimals: 6))]"
    }
    return "[" + positions.joined(separator: ", ") + "]"
  }
}
