/// The pairs of a layer's features that share an area.
///
/// By the GEOS library, over features whose boxes meet. Slivers below a square metre are rounding on
/// common borders.
package struct LayerOverlaps: Sendable, Hashable {
  /// Two features and the area in both.
  package struct Pair: Sendable, Hashable {
    package let first: FeatureLabel
    package let second: FeatureLabel
    package let squareMetres: Double
  }

  /// The largest first, those of one area in the order of the file.
  package let pairs: [Pair]
  /// Features not compared with all whose boxes meet theirs: beyond the bound, or the library failed.
  package let unchecked: Int

  /// Smaller overlaps are rounding on common borders.
  private static let leastSquareMetres = 1.0
  /// How many vertices of pairs are compared for each vertex of the layer.
  ///
  /// Bounds hostile layers, in which everything lies on everything; among neighbours it is about
  /// eight.
  private static let mostVisits = 24

  /// Compares the features of a repaired layer; some microseconds a vertex of each pair.
  init(_ layer: Layer, in context: GEOSContext) {
    let table = layer.polygons
    let boxes = layer.features.map { table.box(ofPolygons: $0.polygons) }
    let sizes = layer.features.map { table.vertexCount(ofPolygons: $0.polygons) }
    let tree = BoxTree(boxes)
    var visits = LayerOverlaps.mostVisits * table.vertexCount + 100_000
    var pairs: [Pair] = []
    var unchecked = 0
    for (number, feature) in layer.features.enumerated() {
      var partners: [Int] = []
      let most = max(0, visits) / (sizes[number] + 4)
      tree.forEach(meeting: boxes[number]) {
        if $0 > number, boxes[$0].meets(boxes[number]) { partners.append($0) }
        return partners.count <= most
      }
      guard !partners.isEmpty else { continue }
      guard let shape = GEOSShape(feature.polygons, of: table, in: context) else {
        unchecked += 1
        continue
      }
      var isWhole = true
      for partner in partners.sorted() {
        let other = layer.features[partner]
        visits -= sizes[number] + sizes[partner]
        guard visits >= 0, let second = GEOSShape(other.polygons, of: table, in: context),
          let shared = shape.intersection(second)
        else {
          isWhole = false
          continue
        }
        let area = shared.area()
        if area >= LayerOverlaps.leastSquareMetres {
          pairs.append(
            Pair(first: feature.label, second: other.label, squareMetres: area))
        }
      }
      if !isWhole { unchecked += 1 }
    }
    self.pairs = pairs.sorted {
      ($1.squareMetres, $0.first.ordinal, $0.second.ordinal)
        < ($0.squareMetres, $1.first.ordinal, $1.second.ordinal)
    }
    self.unchecked = unchecked
  }
}

extension PolygonTable {
  /// How many vertices some polygons have.
  func vertexCount(ofPolygons polygons: Range<Int>) -> Int {
    guard !polygons.isEmpty else { return 0 }
    let first = vertices(ofRing: rings(ofPolygon: polygons.lowerBound).lowerBound).lowerBound
    let last = rings(ofPolygon: polygons.upperBound - 1).upperBound - 1
    return vertices(ofRing: last).upperBound - first
  }
}
