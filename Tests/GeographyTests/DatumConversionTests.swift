import Testing
import Vocabulary

@testable import Geography

@Suite("places in other datums")
struct DatumConversionTests {
  private func point(_ longitude: Double, _ latitude: Double, _ frame: PointFrame) -> Point {
    Point(
      longitude: longitude, latitude: latitude,
      uncertainty: PointUncertainty(rounding: 0.75, device: 10, epoch: 1), frame: frame)
  }

  @Test("BD-09 of Beijing comes back to WGS-84")
  func bd09Vector() {
    let place = point(116.41661560068297, 39.92196580126834, .bd09AsStated)
      .stated(by: CoordinateRules())
    #expect(abs(place.longitude - 116.403988) < 1e-9)
    #expect(abs(place.latitude - 39.914266) < 1e-9)
    #expect(place.uncertainty.conversion == 20)
    #expect(place.uncertaintyMetres == 31.75)
    #expect(place.frame == .bd09Converted)
  }

  /// The vector was published by a converter that stops at 1e-6°.
  @Test("GCJ-02 123° E, 45° N is the published WGS-84 place")
  func gcj02Vector() {
    let place = point(123, 45, .gcj02AsStated).stated(by: CoordinateRules())
    #expect(abs(place.longitude - 122.99395597) < 1e-6)
    #expect(abs(place.latitude - 44.99804071) < 1e-6)
    #expect(place.uncertainty.conversion == 15)
    #expect(place.uncertaintyMetres == 26.75)
    #expect(place.frame == .gcj02Converted)
  }

  @Test(
    "nothing is converted that is not declared in a datum of web maps",
    arguments: [
      PointFrame.undeclared, .cgcs2000, .wgs84, .projected, .projectedUndeclared,
    ])
  func unchanged(frame: PointFrame) {
    let place = point(112.7, 38.4, frame)
    for converts in [true, false] {
      #expect(place.stated(by: CoordinateRules(convertsWebMaps: converts)) == place)
    }
  }

  @Test(
    "switched off, the place stays as stated with a radius for the whole displacement",
    arguments: [(PointFrame.gcj02AsStated, 720.0), (.bd09AsStated, 1_530)])
  func switchedOff(frame: PointFrame, metres: Double) {
    let stated = point(112.7, 38.4, frame)
    let off = CoordinateRules(convertsWebMaps: false)
    let kept = stated.stated(by: off)
    #expect((kept.longitude, kept.latitude) == (112.7, 38.4))
    #expect(kept.frame == frame)
    #expect(kept.uncertaintyMetres == 11.75 + metres)
    // What an earlier run has converted goes back to what was stated.
    let back = stated.stated(by: CoordinateRules()).stated(by: off)
    #expect(abs(back.longitude - 112.7) < 1e-10)
    #expect(abs(back.latitude - 38.4) < 1e-10)
    #expect(back.uncertainty == kept.uncertainty)
    #expect(back.frame == frame)
  }

  @Test("other radii are those of the rules")
  func otherRadii() {
    let rules = CoordinateRules(gcj02Metres: 80, bd09Metres: 90)
    #expect(point(112.7, 38.4, .gcj02AsStated).stated(by: rules).uncertainty.conversion == 80)
    #expect(point(112.7, 38.4, .bd09Converted).stated(by: rules).uncertainty.conversion == 90)
  }

  @Test("converting back is the inverse all over China, to a micrometre")
  func inverse() {
    var numbers = SeededNumbers(11)
    for _ in 0..<5_000 {
      let place = Coordinate(
        longitude: numbers.next(73.5..<135), latitude: numbers.next(3.5..<53.5))
      for datum in [Datum.gcj02, .bd09] {
        let back = place.displaced(to: datum).converted(from: datum)
        let error = distanceMetres(
          (place.longitude, place.latitude), (back.longitude, back.latitude))
        #expect(error < 1e-5, "\(place) from \(datum)")
      }
    }
  }

  @Test("no place in China's box is displaced by more than the bounds, and they are not idle")
  func bounds() {
    var most: [Datum: Double] = [:]
    func take(_ place: Coordinate) {
      for datum in [Datum.gcj02, .bd09] {
        let shown = place.displaced(to: datum)
        let shift = distanceMetres(
          (place.longitude, place.latitude), (shown.longitude, shown.latitude))
        most[datum] = max(most[datum] ?? 0, shift)
      }
    }
    for east in 0...630 {
      for north in 0...510 {
        take(
          Coordinate(longitude: 73 + Double(east) * 0.1, latitude: 3 + Double(north) * 0.1))
      }
    }
    // Closer where both reach their most.
    for east in 0...200 {
      for north in 0...200 {
        let offset = (Double(east) * 0.002, Double(north) * 0.002)
        take(Coordinate(longitude: 131.2 + offset.0, latitude: 53.6 + offset.1))
        take(Coordinate(longitude: 131.2 + offset.0, latitude: 43.2 + offset.1))
      }
    }
    for (datum, metres) in most {
      #expect(metres < datum.displacementMetres, "\(datum)")
      #expect(metres > datum.displacementMetres - 6, "\(datum)")
      #expect(metres * 1.04 < ZoneIndex.reachMetres, "\(datum)")
    }
  }

  @Test("places abroad are not displaced by GCJ-02")
  func abroad() {
    let place = Coordinate(longitude: -110, latitude: 40)
    #expect(place.converted(from: .gcj02) == place)
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
