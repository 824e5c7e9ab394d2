/// A place in degrees, longitude and latitude on CGCS2000, with how far off it may be.
///
/// CGCS2000 and WGS-84 are taken as one; the difference by now is below a metre and part of the
/// uncertainty.
package struct Point: Sendable, Hashable {
  package let longitude: Double
  package let latitude: Double
  /// The radius in metres within which the true place lies: digits given, device, epoch, datum.
  package let uncertaintyMetres: Double

  /// A place in degrees with its uncertainty in metres; nothing is checked here.
  package init(longitude: Double, latitude: Double, uncertaintyMetres: Double) {
    self.longitude = longitude
    self.latitude = latitude
    self.uncertaintyMetres = uncertaintyMetres
  }
}
