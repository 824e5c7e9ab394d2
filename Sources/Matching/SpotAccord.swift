internal import Vocabulary

/// How the coordinates of two rows stand to each other.
enum SpotAccord {
  /// So near that they are of one site.
  case one
  /// One row has none, or they are neither near nor far.
  case unknown
  /// Further apart than a site is wide, whatever datum they are in.
  case other

  /// Metres within which coordinates are of one site: its yard, and what a device is off by.
  private static let near = 300.0
  /// Metres beyond which they are not, added to what both are uncertain by.
  private static let far = 2_000.0
  /// Coordinates that may be off by more say nothing: whole degrees, a city's centre.
  private static let vague = 1_500.0

  init(_ left: Point?, _ right: Point?) {
    guard let left, let right,
      max(left.uncertaintyMetres, right.uncertaintyMetres) <= SpotAccord.vague
    else {
      self = .unknown
      return
    }
    let metres = distanceMetres(
      (left.longitude, left.latitude), (right.longitude, right.latitude))
    if metres <= SpotAccord.near {
      self = .one
    } else {
      let doubt = left.uncertaintyMetres + right.uncertaintyMetres
      self = metres > SpotAccord.far + doubt ? .other : .unknown
    }
  }
}
