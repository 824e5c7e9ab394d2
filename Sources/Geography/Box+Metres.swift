import Vocabulary

/// Boxes north of the equator, in metres on the ground.
extension Box {
  /// The box around others, wider by so many metres on each side; `nil` without any.
  package init?(around boxes: [Box], marginMetres: Double) {
    guard !boxes.isEmpty else { return nil }
    self = boxes.reduce(into: .empty) { $0.formUnion($1) }
    // A degree of longitude is shortest in the north, one of latitude in the south.
    let east = marginMetres / Ellipsoid.metresPerDegree(atLatitude: north).longitude
    let up = marginMetres / Ellipsoid.metresPerDegree(atLatitude: south).latitude
    (west, self.east) = (west - east, self.east + east)
    (south, north) = (south - up, north + up)
  }

  /// At least the metres from the middle to any place of the box.
  package var reachMetres: Double {
    // A degree of longitude is longest in the south, one of latitude in the north.
    let across = Ellipsoid.metresPerDegree(atLatitude: south).longitude * (east - west)
    let up = Ellipsoid.metresPerDegree(atLatitude: north).latitude * (north - south)
    return (across * across + up * up).squareRoot() / 2 * 1.001
  }

  /// Metres between the nearest places of two boxes, 0 if they meet.
  func metres(to other: Box) -> Double {
    func nearest(_ low: Double, _ high: Double, _ otherLow: Double, _ otherHigh: Double)
      -> (Double, Double)
    {
      if otherLow > high { return (high, otherLow) }
      if otherHigh < low { return (low, otherHigh) }
      let shared = max(low, otherLow)
      return (shared, shared)
    }
    let (x1, x2) = nearest(west, east, other.west, other.east)
    let (y1, y2) = nearest(south, north, other.south, other.north)
    return distanceMetres((x1, y1), (x2, y2))
  }
}
