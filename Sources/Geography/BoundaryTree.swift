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
  ///
  /// `hint` is a run that may be near; it only makes the search shorter.
  func nearestEdge(to place: Coordinate, capMetres: Double, hint: Int? = nil) -> Nearest? {
    search(all, from: place, capMetres: capMetres, hint: hint)
  }

  /// The nearest place where the zone itself ends, borders between its parts left aside.
  func nearestOuterEdge(to place: Coordinate, capMetres: Double, hint: Int? = nil) -> Nearest? {
    search(
      outer ?? all, from: place, capMetres: capMetres,
      hint: hint.flatMap { runs.areInner[$0] ? nil : $0 })
  }

  /// The nearest edge among the runs that count; `nil` if none is nearer than `capMetres`.
  func nearestEdge(
    to place: Coordinate, capMetres: Double, where isIncluded: (Int) -> Bool
  ) -> Nearest? {
    search(all, from: place, capMetres: capMetres, hint: nil, where: isIncluded)
  }

  /// Branch and bound on the plane that touches the ellipsoid at `place`.
  ///
  /// Its scale is that of the place's latitude, so within 5 km lengths are right to 1 in 1,000. What is
  /// found does not depend on the hint.
  @inline(__always)
  private func search(
    _ tree: BoxTree, from place: Coordinate, capMetres: Double, hint: Int?,
    where isIncluded: (Int) -> Bool = { _ in true }
  ) -> Nearest? {
    let plane = Plane(at: place)
    let longitudes = runs.longitudes.span
    let latitudes = runs.latitudes.span
    var nearest = -1
    var square = capMetres * capMetres
    if let hint {
      let bound = plane.offsets(longitudes[hint], latitudes[hint]).squares.least
      // A little more, so that the run itself is found again.
      square = min(square, bound * 1.000001 + 1e-9)
    }
    tree.search(from: place, scale: plane.scale, bound: square) { run, _ in
      guard isIncluded(run) else { return square }
      let least = plane.offsets(longitudes[run], latitudes[run]).squares.least
      if least < square {
        square = least
        nearest = run
      }
      return square
    }
    guard nearest >= 0 else { return nil }
    return plane.nearest(ofRun: nearest, longitudes[nearest], latitudes[nearest])
  }

  /// The plane that touches the ellipsoid at a place, in metres from there.
  private struct Plane {
    let place: Coordinate
    let scale: (longitude: Double, latitude: Double)

    /// Where a run's edges, side by side, come nearest.
    struct Offsets {
      /// The share of each edge up to its nearest place.
      let shares: SIMD8<Double>
      let squares: SIMD8<Double>
    }

    @inline(__always)
    init(at place: Coordinate) {
      self.place = place
      scale = Ellipsoid.metresPerDegree(atLatitude: place.latitude)
    }

    @inline(__always)
    func offsets(_ longitudes: SIMD8<Double>, _ latitudes: SIMD8<Double>) -> Offsets {
      let startX = (longitudes - place.longitude) * scale.longitude
      let startY = (latitudes - place.latitude) * scale.latitude
      // The last lane is an edge without length at the last vertex, and changes nothing.
      let x = Plane.shifted(startX) - startX
      let y = Plane.shifted(startY) - startY
      let along = -(startX * x + startY * y)
      let length = x * x + y * y
      var shares = along / length.replacing(with: 1, where: length .== 0)
      shares.replace(with: 0, where: shares .< 0)
      shares.replace(with: 1, where: shares .> 1)
      let nearX = startX + shares * x
      let nearY = startY + shares * y
      return Offsets(shares: shares, squares: nearX * nearX + nearY * nearY)
    }

    @inline(__always)
    private static func shifted(_ lanes: SIMD8<Double>) -> SIMD8<Double> {
      SIMD8(
        lanes[1], lanes[2], lanes[3], lanes[4], lanes[5], lanes[6], lanes[7], lanes[7])
    }

    func nearest(
      ofRun run: Int, _ longitudes: SIMD8<Double>, _ latitudes: SIMD8<Double>
    ) -> Nearest {
      let offsets = offsets(longitudes, latitudes)
      let least = offsets.squares.least
      var edge = 0
      while edge < EdgeRuns.stride - 1, offsets.squares[edge] > least { edge += 1 }
      let next = min(edge + 1, EdgeRuns.stride - 1)
      let share = offsets.shares[edge]
      // An end is that vertex to the last bit.
      let place =
        share == 1
        ? Coordinate(longitude: longitudes[next], latitude: latitudes[next])
        : Coordinate(
          longitude: longitudes[edge] + share * (longitudes[next] - longitudes[edge]),
          latitude: latitudes[edge] + share * (latitudes[next] - latitudes[edge]))
      return Nearest(squaredDistance: least, place: place, run: run)
    }
  }
}
