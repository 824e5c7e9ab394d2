import Vocabulary

/// A shape's places made ready to be searched: its chains, and for an area what lies within them.
struct ShapeGround: Sendable {
  /// Rings or lines; of a point its one vertex.
  let chains: [[Coordinate]]
  let extent: Box
  private let interior: Interior?

  private struct Interior: Sendable {
    let cover: ZoneCover
    let boundary: BoundaryTree
  }

  /// The places of a shape; O(n log n) for an area.
  init(_ shape: PlaceShape) {
    chains = shape.parts.flatMap { $0 }
    extent = shape.extent
    let table = shape.table
    interior =
      table.polygonCount == 0
      ? nil
      : Interior(
        cover: ZoneCover([Feature(shape)], table), boundary: ShapeGround.boundary(of: table))
  }

  /// The places of a layer's zone; O(n log n).
  init(_ layer: Layer) {
    let table = layer.polygons
    chains = (0..<table.ringCount).map { table.vertices(ofRing: $0).map(table.coordinate) }
    extent = layer.extent
    interior = Interior(
      cover: ZoneCover(layer.features, table), boundary: ShapeGround.boundary(of: table))
  }

  /// A place of the shape.
  var start: Coordinate {
    chains.first?.first ?? Coordinate(longitude: extent.west, latitude: extent.south)
  }

  /// Whether there are places within the chains.
  var isArea: Bool { interior != nil }

  /// Whether the place lies within the chains.
  func covers(_ place: Coordinate) -> Bool { interior?.cover.covers(place) ?? false }

  /// Whether a chain of the area comes nearer to the place than that.
  func hasChain(within metres: Double, of place: Coordinate) -> Bool {
    interior?.boundary.nearestEdge(to: place, capMetres: metres) != nil
  }

  private static func boundary(of table: PolygonTable) -> BoundaryTree {
    var runs = EdgeRuns()
    for polygon in 0..<table.polygonCount { runs.append(polygon: polygon, of: table) }
    return BoundaryTree(runs)
  }
}

extension Feature {
  /// All polygons of a shape's table as one feature.
  init(_ shape: PlaceShape) {
    self.init(
      label: FeatureLabel(ordinal: 1, name: nil, id: nil),
      polygons: 0..<(shape.dimension == .area ? shape.parts.count : 0))
  }
}
