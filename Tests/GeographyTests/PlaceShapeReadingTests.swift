import Testing
import Vocabulary

@testable import Geography

@Suite("the text of a shape")
struct PlaceShapeReadingTests {
  private func read(
    _ text: String, limits: ShapeLimits = .standard
  ) throws(ShapeFault) -> PlaceShape {
    try PlaceShape.read(Array(text.utf8), limits: limits)
  }

  /// One square of 0.1° in every notation.
  @Test(
    "means the same in every notation",
    arguments: [
      "POLYGON((112 38,112.1 38,112.1 38.1,112 38.1,112 38))",
      "  polygon ( ( 112 38 , 112.1 38, 112.1 38.1 ,112 38.1, 112 38 ) ) \n",
      "MULTIPOLYGON(((112 38,112.1 38,112.1 38.1,112 38.1,112 38)))",
      "SRID=4490;POLYGON((112 38,112.1 38,112.1 38.1,112 38.1,112 38))",
      "POLYGON Z((112 38 900,112.1 38 900,112.1 38.1 900,112 38.1 900,112 38 900))",
      "POLYGONZM((112 38 9 1,112.1 38 9 1,112.1 38.1 9 1,112 38.1 9 1,112 38 9 1))",
      "POLYGON((1.12e2 38,+112.1 38,112.1 38.1,112 38.1))",
      "{\"type\":\"Polygon\",\"coordinates\":[[[112,38],[112.1,38],[112.1,38.1],[112,38.1],[112,38]]]}",
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":"
        + "[[[[112,38,5],[112.1,38,5],[112.1,38.1,5],[112,38.1,5],[112,38,5]]]]}}",
      "112,38;112.1,38;112.1,38.1;112,38.1", "112,38;112.1,38;112.1,38.1;112,38.1;112,38;",
      "１１２，３８；１１２．１，３８；112.1，38.1；112,　38.1", "112 38,112.1 38,112.1 38.1,112 38.1",
      "112,38,0 112.1,38,0 112.1,38.1,0 112,38.1,0", "(112,38)(112.1,38)(112.1,38.1)(112,38.1)",
      "[[112,38],[112.1,38],[112.1,38.1],[112,38.1]]", "112,38\r\n112.1,38\n112.1,38.1|112,38.1",
      "38,112;38,112.1;38.1,112.1;38.1,112",
      "\u{FEFF}POLYGON((38 112,38 112.1,38.1 112.1,38.1 112))",
    ])
  func notations(text: String) throws {
    let shape = try read(text)
    #expect(shape.dimension == .area)
    #expect(
      shape.parts == [[Sketch.rectangle(112, 38, 112.1, 38.1) + [shape.parts[0][0][0]]]])
    #expect(shape.extent == Box(west: 112, south: 38, east: 112.1, north: 38.1))
    #expect(shape.vertexCount == 5)
    #expect(shape.roundingMetres == 7_530)
  }

  @Test("says what was put right or taken for granted")
  func remarks() throws {
    #expect(try read("POLYGON((112 38,113 38,113 39,112 38))").remarks.isEmpty)
    #expect(
      try read("38,112;38,113;39,113").remarks == [.exchangedAxes, .takenAsArea, .closedRings(1)])
    #expect(
      try read("POLYGON Z((112 38 1,113 38 1,113 39 1))").remarks
        == [.closedRings(1), .heightsIgnored])
    #expect(try read("112,38;113,38;113,39;112,38").remarks.isEmpty)
    for remark in try read("38,112;38,113;39,113").remarks {
      #expect(!remark.wording.zh.isEmpty && remark.wording.en != remark.wording.zh)
    }
  }

  @Test(
    "keeps lines, points, holes and parts",
    arguments: [
      ("POINT(112.123456 38.1)", PlaceShape.Dimension.point, [[1]]),
      ("POINT Z (112.123456 38.1 7)", .point, [[1]]),
      ("112.123456,38.1", .point, [[1]]),
      ("{\"type\":\"Point\",\"coordinates\":[112.123456,38.1]}", .point, [[1]]),
      ("LINESTRING(112.123456 38.1,112.2 38.2,112.3 38.2)", .line, [[3]]),
      ("112.123456,38.1;112.2,38.2", .line, [[2]]),
      ("MULTILINESTRING((112.123456 38.1,112.2 38.2),(112 38,112 39,112 40))", .line, [[2, 3]]),
      (
        "{\"type\":\"MultiLineString\",\"coordinates\":[[[112.123456,38.1],[112,39]],[[112,38],[112,39]]]}",
        .line, [[2, 2]]
      ),
      (
        "POLYGON((112 38,113 38,113 39,112 39,112 38),(112.4 38.4,112.123456 38.8,112.8 38.4,112.4 38.4))",
        .area, [[5, 4]]
      ),
      (
        "MULTIPOLYGON(((112 38,113 38,113 39,112 38)),((114 38,115.123456 38,115 39,114 38)))",
        .area,
        [[4], [4]]
      ),
    ])
  func kinds(text: String, dimension: PlaceShape.Dimension, counts: [[Int]]) throws {
    let shape = try read(text)
    #expect(shape.dimension == dimension)
    #expect(shape.parts.map { $0.map(\.count) } == counts)
    #expect(abs(shape.roundingMetres - 0.0753) < 1e-9)
  }

  @Test(
    "declares its datum by its SRID, if that is in degrees",
    arguments: [(0, nil), (4490, Datum.cgcs2000), (4326, .wgs84)] as [(Int, Datum?)])
  func datums(identifier: Int, datum: Datum?) throws {
    #expect(try read("SRID=\(identifier);POINT(112 38)").declaredDatum == datum)
    #expect(try read("POINT(112 38)").declaredDatum == nil)
    let point = "{\"type\":\"Point\",\"coordinates\":[112,38]"
    let system = ",\"crs\":{\"properties\":{\"name\":\"EPSG:\(identifier)\"}}}"
    #expect(try read(point + "}").declaredDatum == nil)
    if datum != nil { #expect(try read(point + system).declaredDatum == datum) }
  }

  @Test(
    "is refused with a reason, whatever is in it",
    arguments: [
      "", " \n ", "\u{FEFF}", "无", "见附图", "NaN", "POINT(NaN NaN)", "POINT(1e400 38)",
      "POINT(112 nan)",
      "POINT(inf 38)", "POINT(0x70 38)", "POINT(112 38", "POINT 112 38", "POINT(112)", "POINT()",
      "POINT(112 38 1 2 3)", "POINT EMPTY", "POLYGON EMPTY", "POLYGON((112 38,113 38,113 39",
      "POLYGON((112 38,113 38,113 39,112 38)", "POLYGON((112 38,113 38,113 39,112 38)))",
      "POLYGON((112 38,113 38 5,113 39,112 38))", "POLYGON Z((112 38,113 38,113 39,112 38))",
      "POLYGON((112 38,113 38,112 38))", "POLYGON((112 38,113 38,114 38,112 38))", "POLYGON(())",
      "POLYGON((112 38,113 38,113 39,112 38),())", "LINESTRING(112 38)",
      "LINESTRING(112 38,112 38)",
      "GEOMETRYCOLLECTION(POINT(112 38))", "CIRCULARSTRING(112 38,113 39,114 38)",
      "SRID=2383;POINT(112 38)",
      "SRID=4214;POINT(112 38)", "SRID=;POINT(112 38)", "SRID=1e400;POINT(112 38)", "POINT(0 0)",
      "POINT(112 91)", "POINT(500123 4200123)", "POLYGON((112 38,113 38,38 112,112 38))",
      "112,38;113", "112,38,113,38", "112,38;;x", "(112,38", "[[112,38],[113,38],[113,39]",
      "112;38",
      "112.1.2,38", "--112,38", "112,38)", "{}", "{\"type\":\"Point\"}",
      "{\"type\":\"Point\",\"coordinates\":[]}",
      "{\"type\":\"Point\",\"coordinates\":[1e400,38]}",
      "{\"type\":\"Point\",\"coordinates\":[112,null]}",
      "{\"type\":\"Point\",\"coordinates\":{}}",
      "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
      "{\"type\":\"Feature\",\"geometry\":null}", "{\"type\":\"Point\",\"coordinates\":[112,38]",
      "{\"type\":\"Polygon\",\"coordinates\":[]}", "{\"type\":\"Polygon\",\"coordinates\":[[]]}",
      "{\"type\":\"Point\",\"coordinates\":[112,38],\"crs\":{\"properties\":{\"name\":\"EPSG:2383\"}}}",
      "POINT(112\u{0}38)", "POINT(112 38)\u{202E}", "POINT(112 38);DROP TABLE",
    ])
  func refusals(text: String) {
    let fault = #expect(throws: ShapeFault.self) { try read(text) }
    #expect(fault?.reason.zh.isEmpty == false)
    #expect(fault?.reason.en.isEmpty == false)
  }

  @Test("is refused soon if it is nested, endless or too large", .timeLimit(.minutes(2)))
  func bombs() {
    for text in [
      "POLYGON" + String(repeating: "(", count: 200) + "112 38"
        + String(repeating: ")", count: 200),
      String(repeating: "[", count: 200) + "112,38" + String(repeating: "]", count: 200),
      String(repeating: "(", count: 500_000),
      "{\"type\":\"Polygon\",\"coordinates\":" + String(repeating: "[", count: 200) + "112,38"
        + String(repeating: "]", count: 200) + "}",
      "{\"type\":\"Polygon\",\"coordinates\":" + String(repeating: "[", count: 1_000_000),
      String(repeating: "112,38;", count: 200_000),
      "POINT(" + String(repeating: "1", count: 400_000) + " 38)",
      String(repeating: "x", count: 10_000_000), String(repeating: "112.5,38.5;", count: 1_000_000),
    ] {
      #expect(throws: ShapeFault.self) { try read(text) }
    }
  }

  @Test(
    "is refused if the drawing crosses or covers itself endlessly", .timeLimit(.minutes(2)),
    arguments: ["POLYGON((", "LINESTRING("])
  func tangles(type: String) {
    let tangle = (0..<20_000).map { step in
      "\(112 + Double(step * 7_919 % 10_007) * 1e-4) \(38 + Double(step * 104_729 % 9_973) * 1e-4)"
    }
    let comb = (0..<20_000).map { "\($0 % 2 == 0 ? 112 : 113) \($0 % 4 < 2 ? 38 : 38.1)" }
    for list in [tangle, comb] {
      let text = type + list.joined(separator: ",") + (type == "LINESTRING(" ? ")" : "))")
      #expect(throws: ShapeFault.self) { try read(text) }
    }
  }

  @Test("may have as many vertices as the limit, and no more")
  func limits() throws {
    let limits = ShapeLimits(bytes: 100, vertices: 4)
    #expect(try read("112,38;113,38;113,39", limits: limits).vertexCount == 4)
    #expect(try read("LINESTRING(112 38,113 38,113 39,112 39)", limits: limits).vertexCount == 4)
    #expect(throws: ShapeFault.self) {
      try read("LINESTRING(112 38,113 38,113 39,112 39,112 38)", limits: limits)
    }
    #expect(throws: ShapeFault.self) {
      try read("POINT(112 38)" + String(repeating: " ", count: 88), limits: limits)
    }
  }

  @Test("an area that crosses itself is repaired, and both areas are said")
  func bowTie() throws {
    let shape = try read("POLYGON((112 38,112.1 38.1,112.1 38,112 38.1,112 38))")
    #expect(shape.parts.count == 2)
    guard case .repaired(_, let area)? = shape.remarks.last else {
      Issue.record("not repaired: \(shape.remarks)")
      return
    }
    let square = try read("POLYGON((112 38,112.1 38,112.1 38.1,112 38.1,112 38))")
    let ring = square.parts[0][0]
    let whole = Ellipsoid.area(
      longitudes: ring.map(\.longitude)[...], latitudes: ring.map(\.latitude)[...])
    #expect(abs(area / whole - 0.5) < 0.001)
  }

  @Test("is converted vertex by vertex as a point is")
  func conversion() throws {
    let shape = try read("LINESTRING(112.7 38.4,112.8 38.5)")
    let rules = CoordinateRules()
    let (result, added) = shape.stated(in: .gcj02, by: rules)
    #expect(added == rules.gcj02Metres)
    for (before, after) in zip(shape.parts[0][0], result.parts[0][0]) {
      #expect(after == before.converted(from: .gcj02))
      #expect(after != before)
    }
    #expect(shape.stated(in: .cgcs2000, by: rules).shape == shape)
    #expect(shape.stated(in: .cgcs2000, by: rules).addedUncertaintyMetres == 0)
    let left = shape.stated(in: .gcj02, by: CoordinateRules(convertsWebMaps: false))
    #expect(left.shape == shape)
    #expect(left.addedUncertaintyMetres > 500)
  }
}
