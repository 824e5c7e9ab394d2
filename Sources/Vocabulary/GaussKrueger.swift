import Glibc

/// A zone of the Gauss-Krüger projection, in metres: scale 1 on its central meridian, which has the
/// easting 500,000; northings from the equator.
///
/// Krüger's series in the third flattening to the fourth order, exact to a thousandth of a millimetre
/// within ten degrees of the meridian. Sources: L. Krüger, Konforme Abbildung des Erdellipsoids in
/// der Ebene (1912); C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers
/// (2011), equations 7 to 21, 35 and 36; the ellipsoid of CGCS2000 by GB 22021-2008.
package struct GaussKrueger: Sendable, Hashable {
  /// In degrees east.
  package let centralMeridian: Double
  /// 3 or 6.
  package let widthDegrees: Double
  private let series: KruegerSeries

  /// The easting of a central meridian without a zone's number, in metres.
  package static let falseEasting = 500_000.0

  /// The zone of CGCS2000 with that number, which stands before its eastings; `nil` for every number
  /// that no zone of China has.
  package init?(zone: Int) {
    guard let declared = ProjectionZone(number: zone) else { return nil }
    self.init(declared)
  }

  /// The zone of CGCS2000 that is declared, three degrees wide if nothing is said of its width; `nil`
  /// without its meridian.
  package init?(_ declared: ProjectionZone) {
    guard let minutes = declared.meridianMinutes else { return nil }
    self.init(
      centralMeridian: Double(minutes) / 60, widthDegrees: Double(declared.widthDegrees ?? 3))
  }

  /// The zone around a meridian, on the ellipsoid its latitudes and longitudes lie on.
  package init(
    centralMeridian: Double, widthDegrees: Double, ellipsoid: EllipsoidShape = .cgcs2000
  ) {
    self.centralMeridian = centralMeridian
    self.widthDegrees = widthDegrees
    series = KruegerSeries(ellipsoid)
  }

  /// The place in degrees; the easting comes without the zone's number.
  package func geographic(easting: Double, northing: Double) -> (
    longitude: Double, latitude: Double
  ) {
    let north = northing / series.radius
    let east = (easting - GaussKrueger.falseEasting) / series.radius
    var (conformalNorth, conformalEast) = (north, east)
    for term in 0..<4 {
      let factor = series.inverse[term]
      let multiple = Double(2 * (term + 1))
      conformalNorth -= factor * sin(multiple * north) * cosh(multiple * east)
      conformalEast -= factor * cos(multiple * north) * sinh(multiple * east)
    }
    let across = sinh(conformalEast)
    let along = cos(conformalNorth)
    let conformal = sin(conformalNorth) / (across * across + along * along).squareRoot()
    return (
      centralMeridian + atan2(across, along) / Ellipsoid.radiansPerDegree,
      atan(series.tangent(fromConformal: conformal)) / Ellipsoid.radiansPerDegree
    )
  }

  /// The place in metres; the easting comes without the zone's number.
  package func metres(longitude: Double, latitude: Double) -> (
    easting: Double, northing: Double
  ) {
    let angle = (longitude - centralMeridian) * Ellipsoid.radiansPerDegree
    let conformal = series.conformal(fromTangent: tan(latitude * Ellipsoid.radiansPerDegree))
    let across = cos(angle)
    let conformalNorth = atan2(conformal, across)
    let conformalEast = asinh(sin(angle) / (conformal * conformal + across * across).squareRoot())
    var (north, east) = (conformalNorth, conformalEast)
    for term in 0..<4 {
      let factor = series.forward[term]
      let multiple = Double(2 * (term + 1))
      north += factor * sin(multiple * conformalNorth) * cosh(multiple * conformalEast)
      east += factor * cos(multiple * conformalNorth) * sinh(multiple * conformalEast)
    }
    return (GaussKrueger.falseEasting + east * series.radius, north * series.radius)
  }
}

/// The constants of an ellipsoid and the series made of them; tangents are those of latitudes.
private struct KruegerSeries: Sendable, Hashable {
  private let eccentricity: Double

  /// The radius of the circle as long as a meridian.
  let radius: Double

  /// Karney's α, equation 35.
  let forward: SIMD4<Double>

  /// Karney's β, equation 36.
  let inverse: SIMD4<Double>

  init(_ ellipsoid: EllipsoidShape) {
    let flattening = ellipsoid.flattening
    eccentricity = ellipsoid.eccentricitySquared.squareRoot()
    let n = flattening / (2 - flattening)
    radius = ellipsoid.semiMajorAxis / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)
    forward = SIMD4(
      n * (1 / 2 - n * (2 / 3 - n * (5 / 16 + n * 41 / 180))),
      n * n * (13 / 48 - n * (3 / 5 - n * 557 / 1440)),
      n * n * n * (61 / 240 - n * 103 / 140),
      n * n * n * n * 49561 / 161_280)
    inverse = SIMD4(
      n * (1 / 2 - n * (2 / 3 - n * (37 / 96 - n / 360))),
      n * n * (1 / 48 + n * (1 / 15 - n * 437 / 1440)),
      n * n * n * (17 / 480 - n * 37 / 840),
      n * n * n * n * 4397 / 161_280)
  }

  /// The tangent of the conformal latitude, equations 7 and 9.
  func conformal(fromTangent tangent: Double) -> Double {
    let secant = (1 + tangent * tangent).squareRoot()
    let sigma = sinh(eccentricity * atanh(eccentricity * tangent / secant))
    return tangent * (1 + sigma * sigma).squareRoot() - sigma * secant
  }

  /// The tangent of the latitude by Newton's method, equations 19 to 21; two steps are enough for
  /// all digits, the third shows it.
  func tangent(fromConformal conformal: Double) -> Double {
    let rest = 1 - eccentricity * eccentricity
    var tangent = conformal / rest.squareRoot()
    for _ in 0..<3 {
      let tried = self.conformal(fromTangent: tangent)
      tangent +=
        (conformal - tried) / (1 + tried * tried).squareRoot()
        * (1 + rest * tangent * tangent) / (rest * (1 + tangent * tangent).squareRoot())
    }
    return tangent
  }
}
