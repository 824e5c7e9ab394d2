import Normalise
import Testing
import Vocabulary

@Suite("Coordinates")
struct CoordinateReadingTests {
  func axis(_ text: String) -> Reading<AxisValue> { reading(text) { readAxis($0) } }
  func both(_ text: String) -> Reading<Point> { reading(text) { readCoordinates($0) } }
  func point(_ longitude: String, _ latitude: String) -> Reading<Point> {
    readPoint(longitude: axis(longitude), latitude: axis(latitude))
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
      ("经度112.7345", 112.7345),
      ("121.560695326922", 121.560695326922), ("25.0522403882491", 25.052240388249),
    ])
  func values(_ text: String, degrees: Double) throws {
    let value = try #require(axis(text).usable, "\(text)")
    #expect(abs(value.degrees - degrees) < 1e-11)
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
      "NaN", "inf", "abc", "39512345", "3349123.5", "112.73.45", "112°61′00″", "112°10′60″",
      "112,7345",
      "112.", ".5", "112°44", "112.7345 38.4161", "X=3349123", "112.7345\u{202E}", "--112",
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
}
