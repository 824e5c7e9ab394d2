import Testing
import Vocabulary

@testable import Geography

@Suite("places in other datums")
struct DatumConversionTests {
  @Test("BD-09 of Beijing comes back to WGS-84")
  func bd09Vector() {
    let place = converted(
      longitude: 116.41661560068297, latitude: 39.92196580126834, from: .bd09)
    #expect(abs(place.longitude - 116.403988) < 1e-9)
    #expect(abs(place.latitude - 39.914266) < 1e-9)
    #expect(place.addedUncertaintyMetres == 20)
  }

  /// The vector was published by a converter that stops at 1e-6°.
  @Test("GCJ-02 123° E, 45° N is the published WGS-84 place")
  func gcj02Vector() {
    let place = converted(longitude: 123, latitude: 45, from: .gcj02)
    #expect(abs(place.longitude - 122.99395597) < 1e-6)
    #expect(abs(place.latitude - 44.99804071) < 1e-6)
    #expect(place.addedUncertaintyMetres == 15)
  }

  @Test("declared CGCS2000 and WGS-84 pass unchanged", arguments: [Datum.cgcs2000, .wgs84])
  func unchanged(datum: Datum) {
    let place = converted(longitude: 112.7, latitude: 38.4, from: datum)
    #expect(place == (112.7, 38.4, 0))
  }

  @Test("converting back is the inverse all over China, to a micrometre")
  func inverse() {
    var numbers = SeededNumbers(11)
    for _ in 0..<5_000 {
      let place = Coordinate(
        longitude: numbers.next(73.5..<135), latitude: numbers.next(3.5..<53.5))
      let gcj = gcj02(from: place)
      let bd = bd09(from: gcj)
      for (image, datum) in [(gcj, Datum.gcj02), (bd, .bd09)] {
        let back = converted(
          longitude: image.longitude, latitude: image.latitude, from: datum)
        let error = distanceMetres(
          (place.longitude, place.latitude), (back.longitude, back.latitude))
        #expect(error < 1e-5, "\(place) from \(datum)")
      }
      let shift = distanceMetres(
        (place.longitude, place.latitude), (gcj.longitude, gcj.latitude))
      #expect((10...800).contains(shift))
    }
  }

  @Test("places abroad are not displaced by GCJ-02")
  func abroad() {
    #expect(converted(longitude: -110, latitude: 40, from: .gcj02).longitude == -110)
  }
}

@Suite("lengths and areas on the ellipsoid")
struct EllipsoidTests {
  /// Degrees of arc from the ellipsoid's meridian and parallel, GRS 80 tables (Moritz 2000).
  @Test("a degree of latitude and of longitude has its tabled length")
  func degrees() {
    #expect(abs(distanceMetres((110, 44.5), (110, 45.5)) - 111_131.8) < 1)
    #expect(abs(distanceMetres((110, 0), (111, 0)) - 111_319.49) < 0.01)
    #expect(abs(distanceMetres((110, 45), (110.01, 45)) - 788.468) < 0.01)
    #expect(distanceMetres((110, 45), (110, 45)) == 0)
  }

  @Test("the whole ellipsoid has the area 510,065,622 km²")
  func wholeArea() {
    var longitudes: [Double] = []
    var latitudes: [Double] = []
    for step in 0...180 {
      longitudes.append(180)
      latitudes.append(-90 + Double(step))
    }
    for step in 0...180 {
      longitudes.append(-180)
      latitudes.append(90 - Double(step))
    }
    longitudes.append(180)
    latitudes.append(-90)
    let area = Ellipsoid.area(longitudes: longitudes[...], latitudes: latitudes[...])
    #expect(abs(area / 1e6 - 510_065_622) < 1)
  }
}
