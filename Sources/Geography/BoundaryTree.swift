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

  /// Where the nearest boundary of every place of a box lies.
  struct Surroundings: ~Copyable {
    fileprivate var all = BoxTree.Part()
    fileprivate var outer = BoxTree.Part()

    /// Anywhere.
    init() {}
  }

  /// What is looked at to find the nearest boundary from any place of the box.
  ///
  /// No place of it can be further from its nearest edge than from the edge nearest to the box's middle.
  func surroundings(of box: Box, capMetres: Double) -> Surroundings {
    let middle = Coordinate(
      longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2)
    var surroundings = Surroundings()
    if let near = nearestEdge(to: middle, capMetres: capMetres) {
      surroundings.all = all.part(meeting: box.reaching(near.place))
    }
    if let outer, let near = nearestOuterEdge(to: middle, capMetres: capMetres) {
      surroundings.outer = outer.part(meeting: box.reaching(near.place))
    }
    return surroundings
  }

  /// The nearest edge of any polygon; `nil` if none is nearer than `capMetres`.
  ///
  /// `hint` is a run that may be near; it only makes the search shorter.
  func nearestEdge(
    to place: Coordinate, capMetres: Double, hint: Int? = nil,
    in surroundings: borrowing Surroundings = Surroundings()
  ) -> Nearest? {
    search(all, surroundings.all, from: place, capMetres: capMetres, hint: hint)
  }

  /// The nearest place where the zone itself ends, borders between its parts left aside.
  func nearestOuterEdge(
    to place: Coordinate, capMetres: Double, hint: Int? = nil,
    in surroundings: borrowing Surroundings = Surroundings()
  ) -> Nearest? {
    guard let outer else {
      return nearestEdge(to: place, capMetres: capMetres, hint: hint, in: surroundings)
    }
    return search(
      outer, surroundings.outer, from: place, capMetres: capMetres,
      hint: hint.flatMap { runs.areInner[$0] ? nil : $0 })
  }

  /// The nearest edge among the runs that count; `nil` if none is nearer than `capMetres`.
  func nearestEdge(
    to place: Coordinate, capMetres: Double, where isIncluded: (Int) -> Bool
  ) -> Nearest? {
    search(all, from: place, capMetres: capMetres, where: isIncluded)
  }

  /// Branch and bound on the plane that touches the ellipsoid at `place`.
  ///
  /// Its scale is that of the place's latitude, so within 5 km lengths are right to 1 in 1,000. What is
  /// found depends neither on the hint nor on the part: where several polygons or places are equally
  /// near, the one counts that a search of the whole tree meets first.
  @inline(__always)
  private func search(
    _ tree: BoxTree, _ part: borrowing BoxTree.Part, from place: Coordinate, capMetres: Double,
    hint: Int?
  ) -> Nearest? {
    let plane = Plane(at: place)
    let vertices = runs.vertices.span
    var nearest = -1
    var square = capMetres * capMetres
    var best = Plane.Offsets()
    if let hint {
      let offsets = plane.offsets(vertices[hint])
      let least = offsets.squares.least
      if least < square { (square, nearest, best) = (least, hint, offsets) }
    }
    let polygons = runs.polygons.span
    var isTied = false
    tree.search(part, from: place, scale: plane.scale, bound: square) { run, _ in
      guard run != hint else { return square }
      let offsets = plane.offsets(vertices[run])
      let least = offsets.squares.least
      if least < square {
        (square, nearest, best, isTied) = (least, run, offsets, false)
      } else if least == square, nearest >= 0 {
        // Mostly the vertex that two runs of a ring share.
        isTied =
          isTied || polygons[run] != polygons[nearest]
          || offsets.nearestPlace(on: vertices[run]) != best.nearestPlace(on: vertices[nearest])
        if run < nearest { (nearest, best) = (run, offsets) }
      }
      return square
    }
    if isTied { return search(tree, from: place, capMetres: capMetres) { _ in true } }
    guard nearest >= 0 else { return nil }
    return Nearest(
      squaredDistance: square, place: best.nearestPlace(on: vertices[nearest]), run: nearest)
  }

  /// The same over the whole tree, among the runs that count.
  private func search(
    _ tree: BoxTree, from place: Coordinate, capMetres: Double, where isIncluded: (Int) -> Bool
  ) -> Nearest? {
    let plane = Plane(at: place)
    let vertices = runs.vertices.span
    var nearest = -1
    var square = capMetres * capMetres
    tree.search(BoxTree.Part(), from: place, scale: plane.scale, bound: square) { run, _ in
      guard isIncluded(run) else { return square }
      let least = plane.offsets(vertices[run]).squares.least
      if least < square { (square, nearest) = (least, run) }
      return square
    }
    guard nearest >= 0 else { return nil }
    let place = plane.offsets(vertices[nearest]).nearestPlace(on: vertices[nearest])
    return Nearest(squaredDistance: square, place: place, run: nearest)
  }

  /// The plane that touches the ellipsoid at a place, in metres from there.
  private struct Plane {
    let place: Coordinate
    let scale: (longitude: Double, latitude: Double)

    /// Where a run's edges, side by side, come nearest.
    struct Offsets {
      /// The share of each edge up to its nearest place.
      var shares = SIMD8<Double>.zero
      var squares = SIMD8<Double>.zero

      /// The nearest place of all edges.
      func nearestPlace(on run: EdgeRuns.Vertices) -> Coordinate {
        let least = squares.least
        var edge = 0
        while edge < EdgeRuns.stride - 1, squares[edge] > least { edge += 1 }
        let next = min(edge + 1, EdgeRuns.stride - 1)
        let share = shares[edge]
        // An end is that vertex to the last bit.
        return share == 1
          ? Coordinate(longitude: run.longitudes[next], latitude: run.latitudes[next])
          : Coordinate(
            longitude: run.longitudes[edge]
              + share * (run.longitudes[next] - run.longitudes[edge]),
            latitude: run.latitudes[edge] + share * (run.latitudes[next] - run.latitudes[edge]))
      }
    }

    @inline(__always)
    init(at place: Coordinate) {
      self.place = place
      scale = Ellipsoid.metresPerDegree(atLatitude: place.latitude)
    }

    @inline(__always)
    func offsets(_ run: EdgeRuns.Vertices) -> Offsets {
      let startX = (run.longitudes - place.longitude) * scale.longitude
      let startY = (run.latitudes - place.latitude) * scale.latitude
      // The last lane is an edge without length at the last vertex, and changes nothing.
      let x = Plane.shifted(startX) - startX
      let y = Plane.shifted(startY) - startY
      let along = -(startX * x + startY * y)
      let length = x * x + y * y
      // No edge that has a length is so short; along one that has none there is nothing to share.
      let shares = (along / length.raised(to: SIMD8(repeating: .leastNormalMagnitude)))
        .raised(to: SIMD8(repeating: 0)).lowered(to: SIMD8(repeating: 1))
      let nearX = startX + shares * x
      let nearY = startY + shares * y
      return Offsets(shares: shares, squares: nearX * nearX + nearY * nearY)
    }

    @inline(__always)
    private static func shifted(_ lanes: SIMD8<Double>) -> SIMD8<Double> {
      SIMD8(
        lanes[1], lanes[2], lanes[3], lanes[4], lanes[5], lanes[6], lanes[7], lanes[7])
    }
  }
}

extension Box {
  /// The box with all that may be nearer to a place of it than `far` is, on the plane at that place.
  fileprivate func reaching(_ far: Coordinate) -> Box {
    let north = max(abs(self.south), abs(self.north))
    let south = self.south <= 0 && self.north >= 0 ? 0 : min(abs(self.south), abs(self.north))
    let (least, most) = (
      Ellipsoid.metresPerDegree(atLatitude: north), Ellipsoid.metresPerDegree(atLatitude: south)
    )
    let east = max(abs(far.longitude - west), abs(far.longitude - self.east)) * most.longitude
    let up = max(abs(far.latitude - self.south), abs(far.latitude - self.north)) * least.latitude
    // A little more, for rounding.
    let metres = (east * east + up * up).squareRoot() * 1.00001 + 0.001
    let (across, along) = (metres / least.longitude, metres / most.latitude)
    return Box(
      west: west - across, south: self.south - along, east: self.east + across,
      north: self.north + along)
  }
}
