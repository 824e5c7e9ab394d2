/// A layer of rectangles in degrees, as GeoJSON.
struct DrawnLayer {
  /// Its name and its sides.
  struct Area {
    let name: String
    var code = ""
    let longitudes: (Double, Double)
    let latitudes: (Double, Double)

    /// The corners, the first one again at the end.
    private var corners: [(Double, Double)] {
      let (west, east) = longitudes
      let (south, north) = latitudes
      return [(west, south), (east, south), (east, north), (west, north), (west, south)]
    }

    var feature: String {
      let ring = corners.map { "[\($0.0), \($0.1)]" }.joined(separator: ", ")
      return """
        {"type": "Feature", "properties": {"name": "\(name)", "code": "\(code)"},
         "geometry": {"type": "Polygon", "coordinates": [[\(ring)]]}}
        """
    }

    /// As WKT, which records state it in.
    var text: String {
      "POLYGON((" + corners.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + "))"
    }
  }

  let areas: [Area]

  var text: String {
    "{\"type\": \"FeatureCollection\", \"features\": [\n"
      + areas.map(\.feature).joined(separator: ",\n") + "\n]}\n"
  }

  /// 8.7 by 11.1 kilometres; one hundred-thousandth of a degree east is 0.87 metres there.
  static let redLine = DrawnLayer(
    areas: [Area(name: "云中山", longitudes: (112.7, 112.8), latitudes: (38.4, 38.5))])

  /// The fourteen counties of 忻州 side by side, 0.1° each, from 112.4° on.
  static let counties = DrawnLayer(
    areas: [
      140902, 140921, 140922, 140923, 140924, 140925, 140926, 140927, 140928, 140929, 140930,
      140931, 140932, 140981,
    ].enumerated().map { number, code in
      let west = 112.4 + 0.1 * Double(number)
      return .init(
        name: "第\(number + 1)县", code: "\(code)", longitudes: (west, west + 0.1),
        latitudes: (38.3, 38.6))
    })
}
