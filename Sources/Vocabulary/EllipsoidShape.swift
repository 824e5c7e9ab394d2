/// Size and flattening of an ellipsoid of rotation.
package struct EllipsoidShape: Sendable, Hashable {
  /// In metres.
  package let semiMajorAxis: Double
  /// 1/f, without unit.
  package let inverseFlattening: Double

  /// An ellipsoid of that size; the inverse flattening is above 1.
  package init(semiMajorAxis: Double, inverseFlattening: Double) {
    self.semiMajorAxis = semiMajorAxis
    self.inverseFlattening = inverseFlattening
  }

  /// The ellipsoid of CGCS2000 (GB 22021-2008).
  package static let cgcs2000 = EllipsoidShape(
    semiMajorAxis: 6_378_137, inverseFlattening: 298.257222101)
  /// The ellipsoid of WGS-84 (EPSG:7030).
  package static let wgs84 = EllipsoidShape(
    semiMajorAxis: 6_378_137, inverseFlattening: 298.257223563)
  /// IAG 1975, of the Xian 1980 datum (EPSG:7049).
  package static let iag1975 = EllipsoidShape(
    semiMajorAxis: 6_378_140, inverseFlattening: 298.257)
  /// Krassowsky 1940, of the Beijing 1954 datum (EPSG:7024).
  package static let krassowsky = EllipsoidShape(
    semiMajorAxis: 6_378_245, inverseFlattening: 298.3)

  /// f, without unit.
  package var flattening: Double { 1 / inverseFlattening }
  /// The square of the first eccentricity.
  package var eccentricitySquared: Double { flattening * (2 - flattening) }
}
