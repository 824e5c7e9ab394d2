import Glibc
import Vocabulary

extension Point {
  /// The place as it is judged under `rules`: what is declared in GCJ-02 or BD-09 is converted to
  /// CGCS2000 where they say so and as it was stated where they do not; any other is unchanged.
  ///
  /// Approximate (近似换算) and done only because the source declares the datum, never for a layer.
  /// The numerical error is below a micrometre both ways; the published formula is not the official
  /// one and users report differences of 10 m and more, which the item `conversion` stands for. Left
  /// as stated, that item covers the whole displacement. Places outside the area where GCJ-02 is
  /// displaced pass its step unchanged.
  package func stated(by rules: CoordinateRules) -> Point {
    guard let datum = frame.webMapDatum else { return self }
    let metres = rules.conversionMetres(of: datum, isConverted: rules.convertsWebMaps)
    var place = Coordinate(longitude: longitude, latitude: latitude)
    switch (frame.isConverted, rules.convertsWebMaps) {
    case (false, true): place = place.converted(from: datum)
    case (true, false): place = place.displaced(to: datum)
    case (true, true), (false, false): break
    }
    return Point(
      longitude: place.longitude, latitude: place.latitude,
      uncertainty: uncertainty.replacing(conversion: metres),
      frame: PointFrame(degreesIn: datum, isConverted: rules.convertsWebMaps))
  }
}

/// A place in degrees, longitude first.
struct Coordinate: Hashable, Sendable {
  var longitude: Double
  var latitude: Double

  /// The place on CGCS2000 of one in `datum`; CGCS2000 and WGS-84 pass unchanged.
  func converted(from datum: Datum) -> Coordinate {
    switch datum {
    case .cgcs2000, .wgs84: self
    case .gcj02, .bd09: inverse(of: { $0.displaced(to: datum) }, at: self)
    }
  }

  /// What `datum` shows of a place on CGCS2000; CGCS2000 and WGS-84 the place itself.
  func displaced(to datum: Datum) -> Coordinate {
    switch datum {
    case .cgcs2000, .wgs84: self
    case .gcj02: gcj02(from: self)
    case .bd09: bd09(from: gcj02(from: self))
    }
  }
}

/// The place `p` with `forward(p) == place`, by fixed-point iteration.
///
/// The displacements change by less than 1 % over their own length, so each round gains two digits
/// and more; six rounds are never used up within China.
private func inverse(
  of forward: (Coordinate) -> Coordinate, at place: Coordinate
) -> Coordinate {
  var result = place
  for _ in 0..<7 {
    let image = forward(result)
    let east = image.longitude - place.longitude
    let north = image.latitude - place.latitude
    result.longitude -= east
    result.latitude -= north
    // 1e-11° is a micrometre.
    guard abs(east) > 1e-11 || abs(north) > 1e-11 else { break }
  }
  return result
}

/// GCJ-02 of a WGS-84 place by the published formula (Krasovsky ellipsoid); the place itself where
/// GCJ-02 is not displaced.
func gcj02(from place: Coordinate) -> Coordinate {
  guard (72.004...137.8347).contains(place.longitude), (0.8293...55.8271).contains(place.latitude)
  else { return place }
  let semiMajorAxis = 6_378_245.0
  let eccentricitySquared = 0.00669342162296594323
  let x = place.longitude - 105
  let y = place.latitude - 35
  let root = abs(x).squareRoot()
  let common = (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
  let north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common
    + (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
    + (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
  let east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common
    + (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
    + (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
  let radians = place.latitude * Ellipsoid.radiansPerDegree
  let factor = 1 - eccentricitySquared * sin(radians) * sin(radians)
  let meridian = semiMajorAxis * (1 - eccentricitySquared) / (factor * factor.squareRoot())
  let parallel = semiMajorAxis / factor.squareRoot() * cos(radians)
  return Coordinate(
    longitude: place.longitude + east / (parallel * Ellipsoid.radiansPerDegree),
    latitude: place.latitude + north / (meridian * Ellipsoid.radiansPerDegree))
}

/// BD-09 of a GCJ-02 place by the published formula.
func bd09(from place: Coordinate) -> Coordinate {
  let step = Double.pi * 3000 / 180
  let x = place.longitude
  let y = place.latitude
  let radius = (x * x + y * y).squareRoot() + 0.00002 * sin(y * step)
  let angle = atan2(y, x) + 0.000003 * cos(x * step)
  return Coordinate(
    longitude: radius * cos(angle) + 0.0065, latitude: radius * sin(angle) + 0.006)
}
