import Glibc
import Testing
import Vocabulary

@testable import Geography

@Suite("how much of a shape lies in a zone")
struct ShapeOverlapTests {
  private static func layer(_ features: [[Sketch.Polygon]]) throws -> ZoneIndex {
    var sketch = Sketch()
    sketch.features = features
    return try sketch.index()
  }

  private static func shape(_ text: String) throws -> PlaceShape {
    try PlaceShape.read(Array(text.utf8))
  }

  private static func area(_ west: Double, _ south: Double, _ east: Double, _ north: Double)
    -> Double
  {
    let ring = Sketch.rectangle(west, south, east, north)
    let closed = ring + ring.prefix(1)
    return Ellipsoid.area(
      longitudes: closed.map(\.longitude)[...], latitudes: closed.map(\.latitude)[...])
  }

  private func overlap(_ text: String, _ zone: ZoneIndex) throws -> ShapeOverlap {
    let meter = try #require(OverlapMeter())
    return try #require(meter.overlap(of: Self.shape(text), with: zone))
  }

  /// Parallels and meridians cut rectangles of degrees into rectangles: areas are known exactly.
  @Test("half a square, a quarter and a whole have their shares and areas")
  func shares() throws {
    let zone = try Self.layer([[[Sketch.rectangle(112, 38, 113, 39)]]])
    for (text, box) in [
      ("111.9,38.2;112.1,38.2;112.1,38.4;111.9,38.4", (112.0, 38.2, 112.1, 38.4)),
      ("111.9,37.9;112.1,37.9;112.1,38.1;111.9,38.1", (112, 38, 112.1, 38.1)),
      ("112.4,38.4;112.6,38.4;112.6,38.6;112.4,38.6", (112.4, 38.4, 112.6, 38.6)),
      ("111,37;114,37;114,40;111,40", (112, 38, 113, 39)),
    ] {
      let overlap = try overlap(text, zone)
      let expected = Self.area(box.0, box.1, box.2, box.3)
      #expect(abs(overlap.inside / expected - 1) < 1e-9)
      #expect(overlap.parts.map(\.measure) == [overlap.inside])
      #expect(overlap.dimension == .area)
    }
    let half = try overlap("111.9,38.2;112.1,38.2;112.1,38.4;111.9,38.4", zone)
    #expect(abs(try #require(half.share) - 0.5) < 1e-9)
    #expect(try overlap("112.4,38.4;112.6,38.4;112.6,38.6;112.4,38.6", zone).share == 1)
    let outside = try overlap("111,38;111.5,38;111.5,39", zone)
    #expect(outside.inside == 0 && outside.parts.isEmpty && outside.share == 0)
  }

  @Test("a hole is no part of the zone, nor of the shape")
  func holes() throws {
    let zone = try Self.layer([
      [[Sketch.rectangle(112, 38, 113, 39), Sketch.rectangle(112.4, 38.4, 112.6, 38.6)]]
    ])
    let hole = Self.area(112.4, 38.4, 112.6, 38.6)
    let around = try overlap("112.3,38.3;112.7,38.3;112.7,38.7;112.3,38.7", zone)
    #expect(abs(around.inside - (Self.area(112.3, 38.3, 112.7, 38.7) - hole)) < 1)
    #expect(try overlap("112.45,38.45;112.55,38.45;112.55,38.55", zone).inside == 0)
    let ring = try overlap(
      "POLYGON((112.2 38.2,112.8 38.2,112.8 38.8,112.2 38.8),(112.4 38.4,112.4 38.6,112.6 38.6,112.6 38.4))",
      zone)
    #expect(ring.share == 1)
  }

  @Test("what features share counts once in the total and for each of them")
  func overlapping() throws {
    let zone = try Self.layer([
      [[Sketch.rectangle(112, 38, 112.6, 39)]], [[Sketch.rectangle(112.4, 38, 113, 39)]],
      [[Sketch.rectangle(113, 38, 114, 39)]], [[Sketch.rectangle(115, 38, 116, 39)]],
    ])
    let overlap = try overlap("112.3,38.2;113.2,38.2;113.2,38.4;112.3,38.4", zone)
    #expect(overlap.parts.map(\.feature.ordinal) == [1, 2, 3])
    #expect(abs(try #require(overlap.share) - 1) < 1e-9)
    let sum = overlap.parts.reduce(0) { $0 + $1.measure }
    #expect(abs(sum - overlap.inside - Self.area(112.4, 38.2, 112.6, 38.4)) < 1)
  }

  @Test("a line's length inside, along a boundary and gone twice")
  func lines() throws {
    let zone = try Self.layer([
      [[Sketch.rectangle(112, 38, 112.5, 39)]], [[Sketch.rectangle(112.5, 38, 113, 39)]],
    ])
    let across = try overlap("LINESTRING(111.9 38.5,112.1 38.5)", zone)
    #expect(abs(try #require(across.share) - 0.5) < 1e-9)
    #expect(abs(across.inside - distanceMetres((112, 38.5), (112.1, 38.5))) < 0.001)
    // The common border lies in both features, and in the zone once.
    let along = try overlap("LINESTRING(112.5 38.2,112.5 38.4)", zone)
    #expect(along.share == 1)
    #expect(along.parts.map(\.feature.ordinal) == [1, 2])
    let outer = try overlap("LINESTRING(112 38.2,112 38.4)", zone)
    #expect(outer.share == 1)
    let twice = try overlap("LINESTRING(112.2 38.5,112.3 38.5,112.2 38.5)", zone)
    #expect(abs(twice.inside - distanceMetres((112.2, 38.5), (112.3, 38.5))) < 0.001)
    #expect(twice.whole == twice.inside)
    let several = try overlap(
      "MULTILINESTRING((111.8 38.5,112.2 38.5),(113.5 38.5,113.6 38.5))", zone)
    #expect(abs(several.inside - distanceMetres((112, 38.5), (112.2, 38.5))) < 0.001)
  }

  @Test("a point has no measure, but features that cover it")
  func points() throws {
    let zone = try Self.layer([[[Sketch.rectangle(112, 38, 113, 39)]]])
    let inside = try overlap("POINT(112.5 38.5)", zone)
    #expect(inside.parts.map(\.feature.ordinal) == [1])
    #expect(inside.share == nil && inside.inside == 0)
    #expect(try overlap("POINT(111.5 38.5)", zone).parts.isEmpty)
  }

  /// On Lambert's cylindrical equal-area plane of the ellipsoid (Snyder, USGS 1395, section 10) planar
  /// areas are those on the ellipsoid.
  @Test("areas agree with GEOS on an equal-area plane", arguments: Sketch.Shape.allCases)
  func plane(drawing: Sketch.Shape) throws {
    let layer = try Sketch.drawing(drawing, seed: 21).layer()
    let zone = ZoneIndex(layer, number: 0)
    let context = try #require(GEOSContext())
    let meter = try #require(OverlapMeter())
    var numbers = SeededNumbers(22)
    var met = 0
    for _ in 0..<40 {
      let ring = Sketch.star(
        at: Coordinate(
          longitude: numbers.next(112.68..<112.72), latitude: numbers.next(38.38..<38.42)),
        radius: numbers.next(0.001..<0.02), vertices: 24, &numbers)
      let text = ring.map { "\($0.longitude),\($0.latitude)" }.joined(separator: ";")
      let shape = try Self.shape(text)
      let overlap = try #require(meter.overlap(of: shape, with: zone))
      guard let lead = Self.projected(shape.table, 0..<shape.table.polygonCount, in: context) else {
        Issue.record("no shape")
        return
      }
      let pieces = GEOSPieces(in: context)
      for feature in layer.features {
        guard let area = Self.projected(layer.polygons, feature.polygons, in: context),
          let common = lead.intersection(area)
        else {
          Issue.record("no intersection")
          return
        }
        pieces.append(common)
      }
      guard let union = pieces.union() else {
        Issue.record("no union")
        return
      }
      let expected = Self.planarArea(of: union)
      #expect(abs(overlap.inside - expected) <= 0.05 + expected * 1e-6)
      #expect(abs(overlap.whole - Self.planarArea(of: lead)) <= 0.05 + overlap.whole * 1e-6)
      if overlap.inside > 0 { met += 1 }
    }
    #expect(met > 5)
  }

  private static func projected(
    _ table: PolygonTable, _ polygons: Range<Int>, in context: GEOSContext
  ) -> GEOSShape? {
    var result = PolygonTable()
    for polygon in polygons {
      for ring in table.rings(ofPolygon: polygon) {
        for vertex in table.vertices(ofRing: ring).dropLast() {
          // In pieces, because edges that are straight in degrees bend on the plane.
          for piece in 0..<32 {
            let share = Double(piece) / 32
            let (x, y) = (table.longitudes[vertex], table.latitudes[vertex])
            let longitude = x + share * (table.longitudes[vertex + 1] - x)
            let latitude = y + share * (table.latitudes[vertex + 1] - y)
            result.appendVertex(
              longitude: (longitude - 112.7) * Ellipsoid.radiansPerDegree
                * Ellipsoid.semiMajorAxis,
              latitude: Ellipsoid.semiMajorAxis / 2 * q(latitude) - 3_900_000)
          }
        }
        _ = result.endRing()
      }
      result.endPolygon()
    }
    return GEOSShape(0..<result.polygonCount, of: result, in: context)?.repaired()
  }

  private static func q(_ latitude: Double) -> Double {
    let sine = sin(latitude * Ellipsoid.radiansPerDegree)
    let eccentricity = Ellipsoid.eccentricitySquared.squareRoot()
    return (1 - Ellipsoid.eccentricitySquared)
      * (sine / (1 - Ellipsoid.eccentricitySquared * sine * sine)
        - log((1 - eccentricity * sine) / (1 + eccentricity * sine)) / (2 * eccentricity))
  }

  private static func planarArea(of shape: borrowing GEOSShape) -> Double {
    var table = PolygonTable()
    shape.appendPolygons(to: &table)
    var sum = 0.0
    for polygon in 0..<table.polygonCount {
      for (number, ring) in table.rings(ofPolygon: polygon).enumerated() {
        var twice = 0.0
        for vertex in table.vertices(ofRing: ring).dropLast() {
          twice +=
            table.longitudes[vertex] * table.latitudes[vertex + 1]
            - table.longitudes[vertex + 1] * table.latitudes[vertex]
        }
        sum += (number == 0 ? 1 : -1) * abs(twice) / 2
      }
    }
    return sum
  }
}
