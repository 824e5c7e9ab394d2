import Testing
import Vocabulary

@testable import Geography

@Suite("verdicts on shapes of any form")
struct ShapeBoundsTests {
  private static func shape(_ text: String) throws -> PlaceShape {
    try PlaceShape.read(Array(text.utf8))
  }

  @Test(
    "a shape shrunk to nearly a point gets the point's verdict", arguments: Sketch.Shape.allCases)
  func shrunk(drawing: Sketch.Shape) throws {
    let index = try Sketch.drawing(drawing, seed: 31).index()
    var numbers = SeededNumbers(32)
    var values: Set<Truth> = []
    for _ in 0..<150 {
      let place = Coordinate(
        longitude: numbers.next(112.66..<112.74), latitude: numbers.next(38.36..<38.44))
      let radius = numbers.next(1..<200)
      let size = 1e-8
      let corners = [(-size, -size), (size, -size), (0, size)]
      let list = corners.map { "\(place.longitude + $0.0) \(place.latitude + $0.1)" }
      let point = index.verdict(
        of: Point(
          longitude: place.longitude, latitude: place.latitude, uncertaintyMetres: radius))
      // Within the tolerance of a millimetre either answer is right.
      guard let distance = point.signedDistanceMetres,
        abs(abs(distance) - radius) > 0.05 + radius * 1e-3
      else { continue }
      for text in [
        "POLYGON((\(list.joined(separator: ","))))", "LINESTRING(\(list.joined(separator: ",")))",
        "POINT(\(place.longitude) \(place.latitude))",
      ] {
        let verdict = index.verdict(
          of: try Self.shape(text), uncertainty: PointUncertainty(rounding: radius))
        #expect(verdict.value == point.value, "\(text) \(distance) \(radius)")
        let found = try #require(verdict.evidence.signedDistanceMetres)
        #expect(abs(found - distance) < 0.1)
      }
      values.insert(point.value)
    }
    #expect(values.count >= 2)
  }

  /// Against places of the shape by the thousand, and against GEOS on whether they meet at all.
  @Test(
    "no place of a shape is deeper than found, and none that meets the zone is outside",
    arguments: Sketch.Shape.allCases, [41, 42] as [UInt64])
  func bounds(drawing: Sketch.Shape, seed: UInt64) throws {
    let layer = try Sketch.drawing(drawing, seed: seed).layer()
    let index = ZoneIndex(layer, number: 0)
    let context = try #require(GEOSContext())
    let zone = GEOSPieces(in: context)
    for feature in layer.features {
      guard let area = GEOSShape(feature.polygons, of: layer.polygons, in: context)?.repaired()
      else { continue }
      zone.append(area)
    }
    guard let union = zone.union(), let prepared = GEOSPrepared(union) else {
      Issue.record("no zone")
      return
    }
    var numbers = SeededNumbers(seed &* 7)
    var meetings = 0
    var search = ZoneCover.Search()
    for round in 0..<60 {
      let centre = Coordinate(
        longitude: numbers.next(112.65..<112.75), latitude: numbers.next(38.35..<38.45))
      let ring = Sketch.star(
        at: centre, radius: numbers.next(0.0005..<0.03), vertices: 4 + round % 20, &numbers)
      let list = ring.map { "\($0.longitude) \($0.latitude)" }.joined(separator: ",")
      let isLine = round % 3 == 0
      let shape = try Self.shape(isLine ? "LINESTRING(\(list))" : "POLYGON((\(list)))")
      let radius = numbers.next(0.05..<100)
      let verdict = index.verdict(of: shape, uncertainty: PointUncertainty(rounding: radius))
      let ground = ShapeGround(shape)
      let distance = ShapeDistance(.deepest, of: ground, from: index, uncertaintyMetres: radius)
      let shallowest = ShapeDistance(
        .shallowest, of: ground, from: index, uncertaintyMetres: radius)
      #expect(distance.boundMetres <= distance.metres)
      #expect(shallowest.boundMetres >= shallowest.metres)
      for _ in 0..<100 {
        let (a, b) = (ring[numbers.next(below: ring.count)], centre)
        let edge = numbers.next(below: ring.count - 1)
        let share = numbers.next()
        let (start, end) = isLine ? (ring[edge], ring[edge + 1]) : (a, b)
        let place = Coordinate(
          longitude: start.longitude + share * (end.longitude - start.longitude),
          latitude: start.latitude + share * (end.latitude - start.latitude))
        guard isLine || ground.covers(place) else { continue }
        let found = try #require(
          index.finding(at: place, uncertaintyMetres: 0, &search).signedDistanceMetres)
        #expect(found >= distance.boundMetres - 0.11)
        #expect(found <= shallowest.boundMetres + 0.11)
        if verdict.value == .false { #expect(found >= radius) }
      }
      let meets: Bool
      if isLine {
        guard let lines = GEOSShape.lines(shape.parts[0], in: context) else { continue }
        meets = !prepared.isDisjoint(from: lines)
      } else {
        let table = shape.table
        guard let area = GEOSShape(0..<table.polygonCount, of: table, in: context) else { continue }
        meets = !prepared.isDisjoint(from: area)
      }
      if meets { meetings += 1 }
      if meets { #expect(verdict.value != .false) } else { #expect(verdict.value != .true) }
      let share = try #require(verdict.evidence.overlap?.share)
      if verdict.value == .false { #expect(share == 0) }
      if verdict.value == .true { #expect(share > 0) }
    }
    #expect(meetings > 5)
  }

  @Test("a shape of 100,000 vertices along a boundary is judged too", .timeLimit(.minutes(2)))
  func large() throws {
    var sketch = Sketch()
    sketch.features = [[[Sketch.rectangle(112.70, 38.40, 112.72, 38.42)]]]
    let index = try sketch.index()
    var numbers = SeededNumbers(51)
    let list = (0..<100_000).map { step in
      "\(112.6 + Double(step) * 2e-6) \(38.3999 + numbers.next(-1e-4..<1e-4))"
    }
    let verdict = index.verdict(
      of: try Self.shape("LINESTRING(\(list.joined(separator: ",")))"),
      uncertainty: PointUncertainty(rounding: 30))
    #expect(verdict.value == .unknown)
  }
}
