import Glibc
import Vocabulary

/// From degrees on CGCS2000 to metres on a plane, for drawing and nothing else.
///
/// For a prefecture an equirectangular plane at the middle latitude: its east-west scale is off by less
/// than 2 % at the northern and southern edge. Where it would be off by more, as for a province, Albers'
/// equal-area conic on the sphere with the parallels at a sixth of the height (Snyder, Map Projections,
/// USGS 1395, pp. 98-103), off by less than 1 % up to ten degrees of latitude.
package struct MapProjection: Sendable {
  /// Which of the two, with its true latitudes in degrees.
  package enum Kind: Sendable, Hashable {
    case plane(latitude: Double)
    case albers(south: Double, north: Double)
  }

  package let kind: Kind
  private let longitude: Double
  private let latitude: Double
  private let metres: (longitude: Double, latitude: Double)
  /// Of the cone: n, C and the radius at the middle latitude in metres; n is 0 on the plane.
  private let cone: (n: Double, c: Double, radius: Double)

  /// How far the scale may be off on the plane, as a share.
  private static let planeLimit = 0.02

  /// The projection that suits a box in degrees with a middle below 85° of latitude.
  init(for box: Box) {
    longitude = (box.west + box.east) / 2
    latitude = (box.south + box.north) / 2
    metres = Ellipsoid.metresPerDegree(atLatitude: latitude)
    let half = (box.north - box.south) / 2
    let radians = Ellipsoid.radiansPerDegree
    guard abs(tan(latitude * radians)) * half * radians > MapProjection.planeLimit else {
      kind = .plane(latitude: latitude)
      cone = (0, 0, 0)
      return
    }
    let south = latitude - half * 2 / 3
    let north = latitude + half * 2 / 3
    kind = .albers(south: south, north: north)
    let n = (sin(south * radians) + sin(north * radians)) / 2
    let c = cos(south * radians) * cos(south * radians) + 2 * n * sin(south * radians)
    cone = (n, c, MapProjection.radius(at: latitude, n, c))
  }

  /// Metres east and north of the middle.
  @inline(__always)
  func metres(
    longitude: Double, latitude: Double
  ) -> (east: Double, north: Double) {
    guard cone.n != 0 else {
      return (
        (longitude - self.longitude) * metres.longitude,
        (latitude - self.latitude) * metres.latitude
      )
    }
    let angle = cone.n * (longitude - self.longitude) * Ellipsoid.radiansPerDegree
    let radius = MapProjection.radius(at: latitude, cone.n, cone.c)
    return (radius * sin(angle), cone.radius - radius * cos(angle))
  }

  /// A circle of latitude's distance from the cone's tip, in metres.
  private static func radius(at latitude: Double, _ n: Double, _ c: Double) -> Double {
    let square = max(0, c - 2 * n * sin(latitude * Ellipsoid.radiansPerDegree))
    return Ellipsoid.semiMajorAxis * square.squareRoot() / n
  }
}
