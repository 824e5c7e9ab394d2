/// Where a layer's drawing may be read in two ways, made ready to be asked.
struct ZoneDoubt: Sendable {
  private let cover: ZoneCover
  private let boundary: BoundaryTree

  /// `nil` for a layer without such places.
  init?(_ areas: DoubtfulAreas) {
    guard !areas.features.isEmpty else { return nil }
    cover = ZoneCover(areas.features, areas.polygons)
    var runs = EdgeRuns()
    for polygon in 0..<areas.polygons.polygonCount {
      runs.append(polygon: polygon, of: areas.polygons)
    }
    boundary = BoundaryTree(runs)
  }

  /// Whether the place lies in such an area or not further from one than that.
  func reaches(_ place: Coordinate, withinMetres distance: Double) -> Bool {
    cover.covers(place)
      || boundary.nearestEdge(
        to: place, capMetres: max(distance, ZoneIndex.boundaryWidthMetres)) != nil
  }
}
