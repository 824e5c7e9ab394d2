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
}
