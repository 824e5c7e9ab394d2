import Vocabulary

/// An edge of a polygon, or a piece of one, with its extent in metres on the plane at its start.
struct BorderEdge {
  let start: Coordinate
  let end: Coordinate
  let scale: (longitude: Double, latitude: Double)
  let east: Double
  let north: Double

  init(_ start: Coordinate, _ end: Coordinate) {
    self.start = start
    self.end = end
    scale = Ellipsoid.metresPerDegree(atLatitude: start.latitude)
    east = (end.longitude - start.longitude) * scale.longitude
    north = (end.latitude - start.latitude) * scale.latitude
  }

  /// Metres.
  var length: Double { (east * east + north * north).squareRoot() }

  var box: Box { Box(from: start, to: end) }

  /// The box of a part, given by shares of the length.
  func box(of part: Range<Double>) -> Box {
    Box(from: place(at: part.lowerBound), to: place(at: part.upperBound))
  }

  /// The place at that share of the length.
  func place(at share: Double) -> Coordinate {
    Coordinate(
      longitude: start.longitude + share * (end.longitude - start.longitude),
      latitude: start.latitude + share * (end.latitude - start.latitude))
  }

  /// Adds the shares, more than 0 and in `part`, where another edge crosses or where an end of it lies
  /// on this one.
  ///
  /// False if the other lies wholly to one side of the line through this edge, beyond the width of the
  /// boundary, so that the two cannot meet.
  func cut(
    from otherStart: Coordinate, to otherEnd: Coordinate, in part: Range<Double>,
    into shares: inout [Double]
  ) -> Bool {
    let square = east * east + north * north
    guard square > 0 else { return true }
    let x1 = (otherStart.longitude - start.longitude) * scale.longitude
    let y1 = (otherStart.latitude - start.latitude) * scale.latitude
    let x2 = (otherEnd.longitude - start.longitude) * scale.longitude
    let y2 = (otherEnd.latitude - start.latitude) * scale.latitude
    // Offsets of the other's ends to the left of this edge, in metres times its length.
    let left1 = east * y1 - north * x1
    let left2 = east * y2 - north * x2
    let width = ZoneIndex.boundaryWidthMetres * square.squareRoot()
    let crosses = (left1 < 0) != (left2 < 0)
    guard crosses || abs(left1) <= width || abs(left2) <= width else { return false }
    func add(_ share: Double) {
      if share > 0, part.contains(share) { shares.append(share) }
    }
    if crosses {
      let passed = left1 / (left1 - left2)
      let x = x1 + passed * (x2 - x1)
      let y = y1 + passed * (y2 - y1)
      add((x * east + y * north) / square)
    }
    if abs(left1) <= width { add((x1 * east + y1 * north) / square) }
    if abs(left2) <= width { add((x2 * east + y2 * north) / square) }
    return true
  }
}

extension Box {
  /// The box around an edge.
  init(from start: Coordinate, to end: Coordinate) {
    self.init(
      west: min(start.longitude, end.longitude), south: min(start.latitude, end.latitude),
      east: max(start.longitude, end.longitude), north: max(start.latitude, end.latitude))
  }
}
