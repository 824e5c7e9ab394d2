import Vocabulary

/// The nearest boundary of a zone from any place.
struct BoundaryTree: Sendable {
  /// The nearest place found.
  struct Nearest {
    /// The square of the distance in metres, on the plane at the place asked from.
    var squaredDistance: Double
    var place: Coordinate
    /// The run of edges it lies on.
    var run: Int
  }

  let runs: EdgeRuns
  /// Over all runs.
  private let all: BoxTree
  /// Over the runs that bound the zone; `nil` if all do.
  private let outer: BoxTree?

  init(_ runs: EdgeRuns) {
    self.runs = runs
    let boxes = runs.boxes()
    all = BoxTree(boxes)
    outer =
      runs.areInner.contains(true) ? BoxTree(boxes) { !runs.areInner[$0] } : nil
  }

  /// The nearest edge of any polygon; `nil` if none is nearer than `capMetres`.
  func nearestEdge(to place: Coordinate, capMetres: Double) -> Nearest? {
    search(all, from: place, capMetres: capMetres)
  }

  /// The nearest place where the zone itself ends, borders between its parts left aside.
  func nearestOuterEdge(to place: Coordinate, capMetres: Double) -> Nearest? {
    search(outer ?? all, from: place, capMetres: capMetres)
  }

  /// The nearest edge among the runs that count; `nil` if none is nearer than `capMetres`.
  func nearestEdge(
    to place: Coordinate, capMetres: Double, where isIncluded: (Int) -> Bool
  ) -> Nearest? {
    search(all, from: place, capMetres: capMetres, where: isIncluded)
  }

  /// Branch and bound on the plane that touches the ellipsoid at `place`.
  ///
  /// Its scale is that of the place's latitude, so within 5 km lengths are right to 1 in 1,000.
  @inline(__always)
  private func search(
    _ tree: BoxTree, from place: Coordinate, capMetres: Double,
    where isIncluded: (Int) -> Bool = { _ in true }
  ) -> Nearest? {
    let scale = Ellipsoid.metresPerDegree(atLatitude: place.latitude)
    var nearest = Nearest(
      squaredDistance: capMetres * capMetres, place: place, run: -1)
    let vertices = runs.vertices.span
    tree.search(from: place, scale: scale, bound: nearest.squaredDistance) { run, _ in
      guard isIncluded(run) else { return nearest.squaredDistance }
      // A run's repeated last vertex is an edge without length and changes nothing.
      let first = run * EdgeRuns.stride
      var startX = (vertices[first].longitude - place.longitude) * scale.longitude
      var startY = (vertices[first].latitude - place.latitude) * scale.latitude
      for edge in first..<(first + EdgeRuns.stride - 1) {
        let endX = (vertices[edge + 1].longitude - place.longitude) * scale.longitude
        let endY = (vertices[edge + 1].latitude - place.latitude) * scale.latitude
        let x = endX - startX
        let y = endY - startY
        let square = x * x + y * y
        let along = -(startX * x + startY * y)
        let across = startX * y - startY * x
        // Only an edge that is nearer pays for the division.
        let isNearer =
          along <= 0
          ? startX * startX + startY * startY < nearest.squaredDistance
          : along >= square
            ? endX * endX + endY * endY < nearest.squaredDistance
            : across * across < nearest.squaredDistance * square
        if isNearer {
          nearest.run = run
          if along <= 0 {
            nearest.place = vertices[edge]
            nearest.squaredDistance = startX * startX + startY * startY
          } else if along >= square {
            nearest.place = vertices[edge + 1]
            nearest.squaredDistance = endX * endX + endY * endY
          } else {
            let share = along / square
            nearest.place = Coordinate(
              longitude: vertices[edge].longitude
                + share * (vertices[edge + 1].longitude - vertices[edge].longitude),
              latitude: vertices[edge].latitude
                + share * (vertices[edge + 1].latitude - vertices[edge].latitude))
            nearest.squaredDistance = across * across / square
          }
        }
        startX = endX
        startY = endY
      }
      return nearest.squaredDistance
    }
    return nearest.run < 0 ? nil : nearest
  }
}
