import Testing
import Vocabulary

@testable import Normalise

@Suite("Places of rows")
struct PlaceInRowTests {
  private typealias Sheet = RecordNormaliserTests.Sheet

  private static let metres: [(Field, String)] = [
    (.longitude, "389478.0117"), (.latitude, "4254446.324"),
  ]

  @Test(
    "in metres of six digits are resolved by the zone that the row declares, in either order",
    arguments: [
      "CGCS2000 3度带 38带", "CGCS2000_3_Degree_GK_Zone_38", "EPSG:4526",
      "CGCS2000 / 3-degree Gauss-Kruger CM 114E", "2000国家大地坐标系 中央经线114°",
    ])
  func declaredZone(_ words: String) throws {
    let exchanged: [(Field, String)] = [
      (.longitude, "4254446.324"), (.latitude, "389478.0117"),
    ]
    let oneCell: [(Field, String)] = [(.coordinates, "4254446.324, 389478.0117")]
    for cells in [Self.metres, exchanged, oneCell] {
      let sheet = Sheet([(.choice(.datum), words)] + cells)
      #expect(sheet.codes == [])
      let point = try #require(sheet.table.point(0))
      #expect(abs(point.longitude - 112.734512) < 1e-8)
      #expect(abs(point.latitude - 38.416123) < 1e-8)
      #expect(point.frame == .projected)
      #expect(point.uncertainty.grid == 0)
      #expect(sheet.table.choice(.datum, 0) == Datum.cgcs2000.rawValue)
    }
  }

  @Test("in metres of six digits are resolved by the zone of the file; a row's goes before it")
  func zoneOfFile() throws {
    let zone = try #require(ProjectionZone(number: 38))
    let point = try #require(Sheet(Self.metres, datum: .cgcs2000, zone: zone).table.point(0))
    #expect(abs(point.longitude - 112.734512) < 1e-8)
    let row = Sheet([(.choice(.datum), "EPSG:4527")] + Self.metres, zone: zone)
    #expect(abs((row.table.point(0)?.longitude ?? 0) - 115.734512) < 1e-8)
    // Only a meridian: nobody says the datum, so that it may be an earlier one.
    let meridian = Sheet([(.choice(.datum), "中央经线114°")] + Self.metres)
    #expect(meridian.table.point(0)?.frame == .projectedUndeclared)
    #expect(meridian.table.point(0)?.uncertainty.grid == 130)
    #expect(Sheet(Self.metres).codes == [.projectionUnknown])
    #expect(Sheet([(.choice(.datum), "CGCS2000 3度带")] + Self.metres).codes == [.projectionUnknown])
  }

  @Test(
    "are none where the declared zone contradicts the number before the easting",
    arguments: [
      ("EPSG:4527", false), ("CGCS2000 中央经线117°", false), ("CGCS2000 6度带", false),
      ("EPSG:4526", true), ("CGCS2000 3度带", true), ("CGCS2000", true),
      ("CGCS2000 中央经线114°", true),
    ])
  func contradictingZone(_ words: String, isUsed: Bool) {
    let sheet = Sheet([
      (.choice(.datum), words), (.longitude, "38389478.0117"), (.latitude, "4254446.324"),
    ])
    #expect((sheet.table.point(0) != nil) == isUsed)
    #expect(sheet.codes == (isUsed ? [] : [.unreadableCoordinate]))
    if !isUsed { #expect(sheet.problems.flags.first?.detail == CoordinateFlaw.otherZone) }
  }

  @Test("of six and of three degrees on one meridian are the same plane")
  func sameMeridian() {
    let sheet = Sheet([
      (.choice(.datum), "EPSG:4503"), (.longitude, "27512345.6"), (.latitude, "4254446.3"),
    ])
    #expect(sheet.codes == [])
    #expect(sheet.table.point(0)?.frame == .projected)
  }

  @Test("of an earlier datum are left unknown, and the reason is named")
  func earlier() {
    for words in ["西安80", "Xian_1980_3_Degree_GK_Zone_38", "1954北京坐标系", "EPSG:2362"] {
      let sheet = Sheet(
        [(.choice(.datum), words), (.longitude, "38389478.01"), (.latitude, "4254446.32")],
        datum: .cgcs2000)
      #expect(sheet.table.point(0) == nil)
      #expect(sheet.codes == [.unknownWord])
      #expect(sheet.problems.flags.first?.detail == ReferenceFlaw.earlier)
    }
  }

  @Test(
    "have the frame that row, title or file declare, and no other",
    arguments: [
      ("", "经度", nil, PointFrame.undeclared), ("", "经度", .wgs84, .wgs84),
      ("", "高德经度", .wgs84, .gcj02AsStated), ("GCJ-02", "高德经度", .wgs84, .gcj02AsStated),
      ("百度", "经度", .wgs84, .bd09AsStated), ("", "GPS经度", nil, .wgs84),
    ] as [(String, String, Datum?, PointFrame)])
  func frames(row: String, title: String, file: Datum?, frame: PointFrame) throws {
    for longitude in ["112.734512", "112.734512°"] {
      let sheet = Sheet(
        [(.choice(.datum), row), (.longitude, longitude), (.latitude, "38.416123")], datum: file,
        titles: ["坐标系", title, "纬度"])
      #expect(sheet.codes == [])
      let point = try #require(sheet.table.point(0))
      #expect(point.frame == frame)
      #expect((point.longitude, point.latitude) == (112.734512, 38.416123))
      let bound = frame.webMapDatum.map { Float($0.displacementMetres) } ?? 0
      #expect(point.uncertainty.conversion == bound)
    }
  }

  @Test("are none where titles, or a title and the row, name different datums")
  func contradictingTitles() {
    for (row, titles) in [
      ("", ["坐标系", "高德经度", "百度纬度"]), ("CGCS2000", ["坐标系", "高德经度", "纬度"]),
    ] {
      for longitude in ["112.734512", "112.734512°"] {
        let sheet = Sheet(
          [(.choice(.datum), row), (.longitude, longitude), (.latitude, "38.416123")],
          titles: titles)
        #expect(sheet.table.point(0) == nil)
        #expect(sheet.codes == [.unreadableCoordinate])
      }
    }
  }

  @Test("are as uncertain as the rules say, item by item")
  func rules() {
    let rules = CoordinateRules(deviceMetres: 0.5, epochMetres: 2)
    let sheet = Sheet([(.coordinates, "112.7345,38.4161")], datum: .cgcs2000, rules: rules)
    let expected = PointUncertainty(rounding: 7.53, device: 0.5, epoch: 2)
    #expect(sheet.table.point(0)?.uncertainty == expected)
  }

  @Test("are unusable where something is stated of which no place can be made")
  func unusable() {
    let stated: [([(Field, String)], Bool)] = [
      ([(.coordinates, "0,38.4")], true), ([(.coordinates, "0,0")], true),
      ([(.longitude, "0.000000"), (.latitude, "0")], true),
      ([(.longitude, "0"), (.latitude, "")], false), ([(.longitude, "0")], false),
      ([(.longitude, "112.7")], true),
      ([(.longitude, "112.7"), (.latitude, "/")], true),
      ([(.choice(.datum), "西安80"), (.coordinates, "112.7345,38.4161")], true),
      ([(.choice(.datum), "西安80"), (.coordinates, "/")], false),
      ([(.choice(.datum), "西安80"), (.text(.placeShape), "POLYGON((1 2,3 4,5 6))")], true),
      // The coordinates of something else say nothing of the damage.
      ([(.choice(.placeRole), "注册地"), (.coordinates, "112.7345,38.4161")], false),
      ([(.coordinates, "/")], false), ([(.longitude, ""), (.latitude, "")], false),
      ([(.coordinates, "112.7345,38.4161")], false),
    ]
    for (cells, isUnusable) in stated {
      #expect(Sheet(cells).table.hasUnusablePlace(0) == isUnusable, "\(cells)")
    }
  }

  @Test("are named where they are (0, 0), which no place in China has")
  func zero() {
    #expect(Sheet([(.longitude, "0"), (.latitude, "0.0")]).codes == [.coordinateElsewhere])
    #expect(Sheet([(.longitude, "0"), (.latitude, "")]).codes == [])
  }

  @Test("have the datum of the file where only an area is stated")
  func datumOfArea() {
    let area: (Field, String) = (.text(.placeShape), "112.1,38.1;112.2,38.1;112.2,38.2")
    #expect(Sheet([area], datum: .gcj02).table.choice(.datum, 0) == Datum.gcj02.rawValue)
    #expect(
      Sheet([(.choice(.datum), "WGS-84"), area], datum: .gcj02).table.choice(.datum, 0)
        == Datum.wgs84.rawValue)
    #expect(Sheet([area]).table.choice(.datum, 0) == nil)
    #expect(Sheet([(.text(.place), "云中山")], datum: .gcj02).table.choice(.datum, 0) == nil)
  }

  @Test("keep the text of an area as it stands, however many vertices it has")
  func shapes() {
    let vertices = (0..<3_000).map { "112.\(100_000 + $0) 38.416123" }.joined(separator: ", ")
    let polygon = "POLYGON ((\(vertices)))"
    let sheet = Sheet([(.text(.placeShape), " \(polygon)\n")])
    #expect(sheet.codes == [])
    #expect(sheet.table.string(.placeShape, 0) == polygon)
    let endless = Sheet([(.text(.placeShape), polygon + String(repeating: " 1", count: 50_000))])
    #expect(endless.codes == [.valueTooLong])
    #expect(Sheet([(.text(.placeShape), "无")]).table.text(.placeShape, 0).isMissing)
    #expect(Sheet([(.text(.placeShape), "")]).codes == [])
  }
}
