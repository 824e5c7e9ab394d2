import Vocabulary

/// What a bureau should know of a layer before trusting it: counts, extent, area, and what is wrong.
///
/// Areas are square kilometres on the ellipsoid, with edges straight in longitude and latitude.
package struct LayerCheck: Sendable, Hashable {
  /// A feature that breaks the rules for polygons (OGC simple features), by the GEOS library.
  ///
  /// Verdicts take it as drawn, even-odd.
  package struct Invalidity: Sendable, Hashable {
    package let feature: FeatureLabel
    /// The library's word, such as `Self-intersection`.
    package let reason: String
    /// Where, in degrees; as confidential as the layer.
    package let longitude: Double?
    package let latitude: Double?
    /// Shells less holes as drawn.
    package let areaSquareKilometres: Double
    /// After repair; `nil` if the library could not repair it.
    package let repairedSquareKilometres: Double?

    /// Whether repair changes the area by more than 0.01 %, so that the drawing is ambiguous.
    package var changesArea: Bool {
      guard let repairedSquareKilometres else { return true }
      return abs(repairedSquareKilometres - areaSquareKilometres) > 0.0001 * areaSquareKilometres
    }
  }

  /// A name that several features bear.
  package struct SharedName: Sendable, Hashable {
    package let name: String
    package let count: Int
  }

  /// Above it, straight in degrees and straight on the map differ too much: metres.
  package static let longEdgeMetres = 5_000.0
  /// Where China lies, in degrees.
  package static let china = Box(west: 73, south: 3, east: 136, north: 54)

  package let source: LayerSource
  package let features: Int
  package let polygons: Int
  package let vertices: Int
  package let extent: Box
  /// The sum over features, invalid ones after repair; what features share counts for each.
  package let areaSquareKilometres: Double
  /// Features without a name of their own.
  package let unnamed: Int
  /// Names that are not unique, in the order of their bytes.
  package let sharedNames: [SharedName]
  /// In the order of the file.
  package let invalidities: [Invalidity]
  package let longEdges: Int
  package let longestEdgeMetres: Double
  package let repairs: LayerRepairs

  /// Whether some of the layer lies outside China.
  package var reachesAbroad: Bool {
    extent.west < LayerCheck.china.west || extent.east > LayerCheck.china.east
      || extent.south < LayerCheck.china.south || extent.north > LayerCheck.china.north
  }

  /// Checks the layer; O(n log n) for n vertices, mostly in the validity test.
  ///
  /// `nil` if the geometry library cannot be started.
  package init?(_ layer: Layer) {
    guard let context = GEOSContext() else { return nil }
    let table = layer.polygons
    var invalidities: [Invalidity] = []
    var area = 0.0
    for feature in layer.features {
      let drawn = table.area(ofPolygons: feature.polygons)
      var repaired: Double?
      var invalidity: (reason: String, place: Coordinate?)?
      if let shape = GEOSShape(feature.polygons, of: table, in: context) {
        invalidity = shape.invalidity()
        if invalidity != nil, let valid = shape.repaired() { repaired = valid.area() / 1e6 }
      } else {
        invalidity = ("Unusable geometry", nil)
      }
      area += repaired ?? drawn
      guard let invalidity else { continue }
      invalidities.append(
        Invalidity(
          feature: feature.label, reason: invalidity.reason,
          longitude: invalidity.place?.longitude, latitude: invalidity.place?.latitude,
          areaSquareKilometres: drawn, repairedSquareKilometres: repaired))
    }
    source = layer.source
    features = layer.features.count
    polygons = table.polygonCount
    vertices = table.vertexCount
    extent = layer.extent
    areaSquareKilometres = area
    unnamed = layer.features.count { !$0.label.isNamed }
    sharedNames = LayerCheck.sharedNames(of: layer)
    self.invalidities = invalidities
    (longEdges, longestEdgeMetres) = table.longEdges(over: LayerCheck.longEdgeMetres)
    repairs = layer.repairs
  }

  private static func sharedNames(of layer: Layer) -> [SharedName] {
    var counts: [String: Int] = [:]
    for feature in layer.features where feature.label.isNamed {
      counts[feature.label.name, default: 0] += 1
    }
    return counts.filter { $0.value > 1 }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { SharedName(name: $0.key, count: $0.value) }
  }
}

extension PolygonTable {
  /// Shells less holes, in square kilometres.
  fileprivate func area(ofPolygons polygons: Range<Int>) -> Double {
    var sum = 0.0
    for polygon in polygons {
      let rings = rings(ofPolygon: polygon)
      for ring in rings {
        let vertices = vertices(ofRing: ring)
        let area = Ellipsoid.area(
          longitudes: longitudes[vertices], latitudes: latitudes[vertices])
        sum += ring == rings.lowerBound ? area : -area
      }
    }
    return sum / 1e6
  }

  /// How many edges are longer, and the longest one's length.
  fileprivate func longEdges(over limitMetres: Double) -> (count: Int, longestMetres: Double) {
    var count = 0
    var longest = 0.0
    for ring in 0..<ringCount {
      for vertex in vertices(ofRing: ring).dropLast() {
        let length = distanceMetres(
          (longitudes[vertex], latitudes[vertex]),
          (longitudes[vertex + 1], latitudes[vertex + 1]))
        longest = max(longest, length)
        if length > limitMetres { count += 1 }
      }
    }
    return (count, longest)
  }
}
