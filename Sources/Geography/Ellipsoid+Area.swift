import Glibc
import Vocabulary

extension Ellipsoid {
  /// The area in square metres, positive or zero, within a closed ring.
  ///
  /// On the ellipsoid, with edges straight in longitude and latitude as everywhere in this module:
  /// the integral of the authalic latitude's sine along each edge by Simpson's rule, on the sphere
  /// of equal area. Off by less than 1e-9 for edges up to 1°. The ring's last vertex repeats its
  /// first.
  static func area(longitudes: ArraySlice<Double>, latitudes: ArraySlice<Double>) -> Double {
    guard longitudes.count >= 4, longitudes.count == latitudes.count else { return 0 }
    let shift = latitudes.startIndex - longitudes.startIndex
    var sum = 0.0
    var sine = authalicSine(latitudes[latitudes.startIndex])
    for index in longitudes.indices.dropLast() {
      let low = latitudes[index + shift]
      let high = latitudes[index + shift + 1]
      let next = authalicSine(high)
      let middle = authalicSine((low + high) / 2)
      sum += (longitudes[index + 1] - longitudes[index]) * (sine + 4 * middle + next) / 6
      sine = next
    }
    return abs(sum) * radiansPerDegree * authalicFactor
  }

  /// Half of the authalic function q at the pole times the square of the semi-major axis: the
  /// square of the radius of the sphere of equal area.
  private static let authalicFactor =
    semiMajorAxis * semiMajorAxis / 2 * authalicFunction(sine: 1)

  private static func authalicSine(_ latitude: Double) -> Double {
    authalicFunction(sine: sin(latitude * radiansPerDegree)) / authalicFunction(sine: 1)
  }

  /// Snyder, Map Projections: A Working Manual (USGS 1395), formula 3-12.
  private static func authalicFunction(sine: Double) -> Double {
    let eccentricity = eccentricitySquared.squareRoot()
    let product = eccentricity * sine
    return (1 - eccentricitySquared)
      * (sine / (1 - product * product) + atanh(product) / eccentricity)
  }
}
