import Glibc
import Vocabulary

extension DatumShift {
  /// The place on CGCS2000 of a place on the ellipsoid of another datum; degrees, east and north.
  ///
  /// Through geocentric metres at height 0. Heights are not known; a kilometre of them moves the
  /// place by less than a millimetre.
  func place(
    longitude: Double, latitude: Double, on ellipsoid: EllipsoidShape
  ) -> (longitude: Double, latitude: Double) {
    shifted(GeocentricPlace(longitude: longitude, latitude: latitude, on: ellipsoid))
      .geographic(on: .cgcs2000)
  }

  /// The formula of EPSG method 9606 (IOGP guidance note 7-2, section 4.3.3).
  ///
  /// Position vector rotations: a positive rotation turns the vector, not the axes. Parameters of the
  /// coordinate frame convention (method 9607) have the opposite signs of rotation.
  func shifted(_ place: GeocentricPlace) -> GeocentricPlace {
    let radians = Ellipsoid.radiansPerDegree / 3600
    let (aboutX, aboutY, aboutZ) = (rx * radians, ry * radians, rz * radians)
    let scale = 1 + ppm * 1e-6
    return GeocentricPlace(
      x: scale * (place.x - aboutZ * place.y + aboutY * place.z) + dx,
      y: scale * (aboutZ * place.x + place.y - aboutX * place.z) + dy,
      z: scale * (-aboutY * place.x + aboutX * place.y + place.z) + dz)
  }
}

/// A place in metres from the middle of the earth; the x axis towards Greenwich, z towards the pole.
struct GeocentricPlace: Sendable, Hashable {
  let x: Double
  let y: Double
  let z: Double

  init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// A place at height 0 over the ellipsoid, in degrees.
  init(longitude: Double, latitude: Double, on ellipsoid: EllipsoidShape) {
    let eccentricitySquared = ellipsoid.eccentricitySquared
    let sine = sin(latitude * Ellipsoid.radiansPerDegree)
    let cosine = cos(latitude * Ellipsoid.radiansPerDegree)
    let radius = ellipsoid.semiMajorAxis / (1 - eccentricitySquared * sine * sine).squareRoot()
    x = radius * cosine * cos(longitude * Ellipsoid.radiansPerDegree)
    y = radius * cosine * sin(longitude * Ellipsoid.radiansPerDegree)
    z = radius * (1 - eccentricitySquared) * sine
  }

  /// In degrees on the ellipsoid, the height left out.
  ///
  /// Bowring's formula (Survey Review 23, 1976) taken twice: exact to the last digits within
  /// kilometres of the ellipsoid.
  func geographic(on ellipsoid: EllipsoidShape) -> (longitude: Double, latitude: Double) {
    let eccentricitySquared = ellipsoid.eccentricitySquared
    let axes = 1 - ellipsoid.flattening
    let second = eccentricitySquared / (1 - eccentricitySquared)
    let fromAxis = (x * x + y * y).squareRoot()
    let semiMinorAxis = ellipsoid.semiMajorAxis * axes
    var reduced = atan2(z, axes * fromAxis)
    var latitude = reduced
    for _ in 0..<2 {
      let (sine, cosine) = (sin(reduced), cos(reduced))
      latitude = atan2(
        z + second * semiMinorAxis * sine * sine * sine,
        fromAxis - eccentricitySquared * ellipsoid.semiMajorAxis * cosine * cosine * cosine)
      reduced = atan2(axes * sin(latitude), cos(latitude))
    }
    return (atan2(y, x) / Ellipsoid.radiansPerDegree, latitude / Ellipsoid.radiansPerDegree)
  }
}
