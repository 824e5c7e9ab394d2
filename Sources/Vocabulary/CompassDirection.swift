/// One of the eight directions in which one place lies from another.
package enum CompassDirection: Int, Sendable, Hashable, CaseIterable {
  /// Clockwise from north, 45° apart.
  case north = 0
  case northEast, east, southEast, south, southWest, west, northWest

  /// The direction of a step of so many metres to the east and to the north; `nil` for no step.
  package init?(eastMetres: Double, northMetres: Double) {
    guard eastMetres.isFinite, northMetres.isFinite, eastMetres != 0 || northMetres != 0 else {
      return nil
    }
    // An eighth of the circle around each direction.
    let (east, north) = (eastMetres.magnitude, northMetres.magnitude)
    let slope = 0.4142135623730951
    if east <= slope * north {
      self = northMetres > 0 ? .north : .south
    } else if north <= slope * east {
      self = eastMetres > 0 ? .east : .west
    } else if eastMetres > 0 {
      self = northMetres > 0 ? .northEast : .southEast
    } else {
      self = northMetres > 0 ? .northWest : .southWest
    }
  }

  /// `东北`.
  package var wording: Wording {
    switch self {
    case .north: Wording(zh: "北", en: "north")
    case .northEast: Wording(zh: "东北", en: "north-east")
    case .east: Wording(zh: "东", en: "east")
    case .southEast: Wording(zh: "东南", en: "south-east")
    case .south: Wording(zh: "南", en: "south")
    case .southWest: Wording(zh: "西南", en: "south-west")
    case .west: Wording(zh: "西", en: "west")
    case .northWest: Wording(zh: "西北", en: "north-west")
    }
  }
}
