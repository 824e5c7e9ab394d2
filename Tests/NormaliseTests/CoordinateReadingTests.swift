import Testing
import Vocabulary

@testable import Normalise

@Suite("Coordinates")
struct CoordinateReadingTests {
  func axis(_ text: String) -> Reading<AxisValue> { reading(text) { readAxis($0) } }
  func both(_ text: String) -> Reading<Point> {
    reading(text) { readCoordinates($0) }.map { $0.point(.cgcs2000) }
  }
  func point(_ longitude: String, _ latitude: String) -> Reading<Point> {
    readPlace(longitude: axis(longitude), latitude: axis(latitude)).map { $0.point(.cgcs2000) }
  }

  @Test(
    "reads decimal degrees and degrees, minutes and seconds",
    arguments: [
      ("112.7345", 112.7345), ("112.7345°", 112.7345), ("E112.7345", 112.7345),
      ("112.7345E", 112.7345),
      ("东经112.7345", 112.7345), ("东经：112.7345度", 112.7345), ("１１２．７３４５", 112.7345),
      (" 112.7345 ", 112.7345),
      ("N38.4161°", 38.4161), ("北纬38.4161", 38.4161), ("112°44′04.2″", 112.7345),
      ("112°44'04.2\"", 112.7345), ("112度44分04.2秒", 112.7345), ("112°44′04.2″E", 112.7345),
      ("E112°44′04.2″", 112.7345), ("112 ° 44 ′ 04.2 ″", 112.7345), ("112°44’04.2”", 112.7345),
      ("112°44'04.2''", 112.7345), ("112°44.07′", 112.7345), ("112°30′", 112.5),
      ("经度112.7345", 112.7345), ("112 44 04.2", 112.7345), ("112:44:04.2", 112.7345),
      ("112-44-04.2", 112.7345), ("112 44 04.2 E", 112.7345), ("112d44m4.2s", 112.7345),
      ("112D44M4.2SE", 112.7345), ("112 44.07", 112.7345), ("112°44'04.2", 112.7345),
      ("112º44´04.2´´", 112.7345), ("112˚44’04.2’’E", 112.7345), ("112° 44' 04.2\" E", 112.7345),
      ("lng=112.7345", 112.7345), ("Lon: 112.7345", 112.7345), ("北纬N38.4161", 38.4161),
      ("112度44.07分", 112.7345), ("'112.7345", 112.7345), ("112°44`04.2``", 112.7345),
      ("121.560695326922", 121.560695326922), ("25.0522403882491", 25.052240388249),
    ])
  func values(_ text: String, degrees: Double) throws {
    let value = try #require(axis(text).usable, "\(text)")
    #expect(value.kind == .degrees)
    #expect(abs(value.value - degrees) < 1e-11)
  }

  @Test(
    "counts the digits given as uncertainty",
    arguments: [
      ("112.734512", "38.416123", 0.08), ("112.73451", "38.41612", 0.75),
      ("112.7345", "38.4161", 7.5),
      ("112.734", "38.416", 75), ("112.73", "38.41", 753), ("112°44′04″", "38°24′58″", 21),
      ("112°44′04.2″", "38°24′58.1″", 2.1), ("112.734512", "38.416", 75),
    ])
  func uncertainty(_ longitude: String, _ latitude: String, metres: Double) throws {
    let place = try #require(point(longitude, latitude).usable)
    #expect(abs(place.uncertaintyMetres - 11 - metres) <= metres * 0.07 + 0.001)
  }

  @Test("puts exchanged columns right and flags them")
  func exchanged() throws {
    #expect(point("38.4161", "112.7345").code == .coordinatesExchanged)
    let place = try #require(point("38.4161", "112.7345").usable)
    #expect(place.longitude == 112.7345)
    #expect(place.latitude == 38.4161)
    #expect(point("112.7345", "38.4161") == .value(place))
  }

  @Test(
    "takes zero and placeholders for missing",
    arguments: ["0", "0.0", "0.000000", "", "/", "无", "-", "0°0′0″"])
  func missing(_ text: String) {
    #expect(axis(text).isMissing)
    #expect(point(text, text).isMissing)
  }

  @Test("says that half a place is none")
  func half() {
    #expect(point("112.7345", "").code == .unreadableCoordinate)
    #expect(point("0", "38.4161").code == .unreadableCoordinate)
    #expect(point("112.7345", "113.7345").code == .unreadableCoordinate)
    #expect(both("112.7345").code == .unreadableCoordinate)
  }

  @Test(
    "refuses places outside China",
    arguments: [
      "-112.7345", "2.3522", "179.5", "W112.7345", "西经112.7", "112.7S", "60.5", "999", "136.01",
    ])
  func elsewhere(_ text: String) { #expect(axis(text).code == .coordinateElsewhere) }

  @Test(
    "refuses what is no coordinate",
    arguments: [
      "NaN", "inf", "abc", "9512345.5", "123456789", "51234.5", "112.73.45", "112°61′00″",
      "112°10′60″",
      "112,7345",
      "112.", ".5", "112°44", "112.7345 38.4161", "112.7345\u{202E}", "--112", "112 44",
      "112 73 12",
      "112.5°30′", "112 44 61", "112 44 04 05", "2026-07-03", "112m44s", "112''",
    ])
  func unreadable(_ text: String) {
    #expect(axis(text).code == .unreadableCoordinate, "\(axis(text))")
  }

  @Test(
    "reads both coordinates from one cell, in either order",
    arguments: [
      "112.7345,38.4161", "112.7345，38.4161", "112.7345 38.4161", "38.4161,112.7345",
      "(112.7345, 38.4161)",
      "E112.7345,N38.4161", "112.7345E 38.4161N", "东经112.7345 北纬38.4161",
      "东经112°44′04.2″，北纬38°24′57.96″",
      "经度:112.7345，纬度:38.4161", "112.7345;38.4161", "112.7345、38.4161", "POINT(112.7345 38.4161)",
      "112°44′04.2″E,38°24′57.96″N", "北纬38度24分57.96秒东经112度44分04.2秒", "112.7345° 38.4161°",
      "112 44 04.2, 38 24 57.96", "112 44 04.2 38 24 57.96", "38 24 57.96/112 44 04.2",
      "112:44:04.2,38:24:57.96", "112°44′04.2 38°24′57.96", "112.7345-38.4161", "112.7345和38.4161",
      "{\"lng\":112.7345,\"lat\":38.4161}", "[112.7345,38.4161]", "lat:38.4161 lng:112.7345",
      "N38°24′57.96″E112°44′04.2″", "112°44′04.2″E38°24′57.96″N", "112.7345E38.4161N",
      "E 112.7345 N 38.4161", "112.7345 E 38.4161 N", "(经度)112.7345 (纬度)38.4161",
      "112.7345|38.4161", "112.7345\t38.4161", "112d44m4.2s 38d24m57.96s",
    ])
  func oneCell(_ text: String) throws {
    let place = try #require(both(text).usable, "\(both(text))")
    #expect(both(text).isClean)
    #expect(abs(place.longitude - 112.7345) < 1e-9)
    #expect(abs(place.latitude - 38.4161) < 1e-9)
  }

  @Test("refuses several places in one cell")
  func several() {
    #expect(both("112.1,38.1;112.2,38.2").code == .unreadableCoordinate)
    #expect(both("112.1,38.1附近").code == .unreadableCoordinate)
    #expect(both("0,0").isMissing)
  }

  @Test("flags names and letters that contradict the values")
  func contradictingNames() {
    for text in ["北纬112.7345，东经38.4161", "N112.7345 E38.4161", "112.7345N,38.4161E"] {
      #expect(both(text).code == .coordinatesExchanged, "\(text)")
      #expect(both(text).usable?.longitude == 112.7345)
    }
    #expect(point("北纬112.7345", "东经38.4161").code == .coordinatesExchanged)
  }

  /// PROJ 9.5.1, +proj=tmerc +k=1 +x_0=500000 +ellps=GRS80 +algo=poder_engsager; the ellipsoid is that
  /// of CGCS2000 to the last digit that matters.
  static let projVectors: [(zone: Int, Double, Double, easting: Double, northing: Double)] = [
    (37, 111.5, 38.2, 543796.825153, 4229815.872410),
    (38, 112.734512, 38.416123, 389478.011700, 4254446.323979),
    (19, 112.734512, 38.416123, 651486.910311, 4255112.874145),
    (45, 134.9, 48.3, 492580.833235, 5351790.401262),
    (25, 73.6, 39.5, 379578.899169, 4374950.028085),
    (40, 121.2, 31.1, 614489.279896, 3442680.698991),
    (39, 117.2, 3.9, 522212.730124, 431248.994308),
    (13, 74.9, 39.9, 491448.169885, 4418430.450109),
    (23, 135.05, 48.4, 503702.332699, 5362906.487885),
    (38, 117.0, 38.4, 762087.330282, 4256162.275861),
  ]

  @Test(
    "projects and unprojects as PROJ does, to a hundredth of a millimetre", arguments: projVectors)
  func projections(
    zone: Int, longitude: Double, latitude: Double, easting: Double, northing: Double
  ) throws {
    let projection = try #require(GaussKrueger(zone: zone))
    let metres = projection.metres(longitude: longitude, latitude: latitude)
    #expect(abs(metres.easting - easting) < 1e-5)
    #expect(abs(metres.northing - northing) < 1e-5)
    let degrees = projection.geographic(easting: easting, northing: northing)
    #expect(abs(degrees.longitude - longitude) < 1e-10)
    #expect(abs(degrees.latitude - latitude) < 1e-10)
  }

  @Test("comes back to every place of China from its metres")
  func roundTrip() throws {
    for zone in 13...45 {
      guard let projection = GaussKrueger(zone: zone) else { continue }
      for step in stride(from: -1.0, through: 1, by: 0.25) {
        for latitude in stride(from: 3.5, through: 53.5, by: 2.5) {
          let longitude = projection.centralMeridian + step * projection.widthDegrees
          let metres = projection.metres(longitude: longitude, latitude: latitude)
          let back = projection.geographic(
            easting: metres.easting, northing: metres.northing)
          // 1e-9 degrees are a tenth of a millimetre.
          #expect(abs(back.longitude - longitude) < 1e-10)
          #expect(abs(back.latitude - latitude) < 1e-10)
        }
      }
    }
    #expect(GaussKrueger(zone: 24) == nil)
    #expect(GaussKrueger(zone: 12) == nil)
    #expect(GaussKrueger(zone: 46) == nil)
  }

  @Test(
    "reads metres of a zone in either order, from one cell and from two",
    arguments: [
      ("38389478.0117", "4254446.324"), ("4254446.324", "38389478.0117"),
      ("X=4254446.324", "Y=38389478.0117"), ("38389478.0117米", "4254446.324m"),
      ("19651486.9103", "4255112.8741"),
    ])
  func projectedPlaces(_ first: String, _ second: String) throws {
    for reading in [
      point(first, second), both("\(first),\(second)"), both("\(first) \(second)"),
    ] {
      #expect(reading.isClean, "\(reading)")
      let place = try #require(reading.usable)
      #expect(abs(place.longitude - 112.734512) < 1e-8)
      #expect(abs(place.latitude - 38.416123) < 1e-8)
      #expect(abs(place.uncertaintyMetres - 11) < 0.01)
    }
    #expect(try #require(point("38389478", "4254446").usable).uncertaintyMetres > 11.7)
  }

  @Test("does not guess at the zone of metres that lack it, and refuses what no zone holds")
  func zones() {
    #expect(point("389478.01", "4254446.32").code == .projectionUnknown)
    #expect(both("4254446.32,389478.01").code == .projectionUnknown)
    #expect(point("24389478.01", "4254446.32").code == .projectionUnknown)
    #expect(point("49389478.01", "4254446.32").code == .projectionUnknown)
    #expect(point("38389478.01", "").code == .unreadableCoordinate)
    #expect(point("38389478.01", "38.4161").code == .unreadableCoordinate)
    #expect(point("38389478.01", "38389478.01").code == .unreadableCoordinate)
    #expect(point("38999999.01", "4254446.32").code == .unreadableCoordinate)
    #expect(point("45999999.01", "5254446.32").usable == nil)
  }

  @Test("reads figures the same with and without folding")
  func plainFigures() {
    var generator = SeededGenerator(seed: 33)
    let alphabet = Array("0123456789.".utf8)
    for round in 0..<20_000 {
      var bytes = Array((round % 2 == 0 ? "112." : "38.").utf8)
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        bytes.append(alphabet[Int.random(in: alphabet.indices, using: &generator)])
      }
      let folded = bytes + [0x20]
      let plain = readAxis(bytes.span)
      let slow = readAxis(folded.span)
      #expect(plain == slow, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
