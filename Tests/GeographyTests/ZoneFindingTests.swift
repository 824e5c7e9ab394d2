import Testing
import Vocabulary

@testable import Geography

@Suite("findings at many places")
struct ZoneFindingTests {
  private func places(_ count: Int, seed: UInt64) -> [Point] {
    var numbers = SeededNumbers(seed)
    return (0..<count).map { _ in
      Point(
        longitude: numbers.next(112.66..<112.74), latitude: numbers.next(38.36..<38.44),
        uncertaintyMetres: numbers.next(0..<50))
    }
  }

  @Test(
    "are to the last bit those of each place by itself, whatever came before",
    arguments: Sketch.Shape.allCases)
  func sameAsAlone(shape: Sketch.Shape) throws {
    let layer = try LayerRepair(Sketch.drawing(shape, seed: 5).layer()).layer
    let index = ZoneIndex(layer, number: 0)
    let points = places(600, seed: 17)
    let findings = index.findings(at: points)
    let backwards = index.findings(at: points.reversed())
    for (number, point) in points.enumerated() {
      let finding = try #require(findings[number])
      #expect(finding == backwards[points.count - 1 - number])
      let verdict = index.verdict(of: point)
      #expect(finding.value == verdict.value)
      #expect(finding.signedDistanceMetres == verdict.signedDistanceMetres)
      #expect(finding.isCovered != verdict.covering.isEmpty)
      #expect(finding.isDoubtful == (verdict.method == .doubtfulDrawing))
    }
  }

  /// Squares of a hundredth of a degree side by side, each side in ten edges, every third one missing.
  private var squares: Sketch {
    var sketch = Sketch()
    for number in 0..<225 where number % 3 != 1 {
      let (west, south) = (112 + Double(number % 15) / 100, 38 + Double(number / 15) / 100)
      var ring: [Coordinate] = []
      for step in 0..<40 {
        let along = Double(step % 10) / 1_000
        let (east, north) =
          [(along, 0), (0.01, along), (0.01 - along, 0.01), (0, 0.01 - along)][step / 10]
        ring.append(Coordinate(longitude: west + east, latitude: south + north))
      }
      sketch.features.append([[ring]])
    }
    return sketch
  }

  @Test("of thousands of places, many as near to one feature as to another, name the same one")
  func sameNeighbour() throws {
    let index = ZoneIndex(try squares.layer(), number: 0)
    var numbers = SeededNumbers(7)
    var points = (0..<4_500).map { _ in
      Point(
        longitude: numbers.next(111.99..<112.16), latitude: numbers.next(37.99..<38.16),
        uncertaintyMetres: 1)
    }
    // Corners and middles of the squares, and what lies between.
    for column in 0...60 {
      for row in 0...60 {
        points.append(
          Point(
            longitude: 112 + Double(column) / 400, latitude: 38 + Double(row) / 400,
            uncertaintyMetres: 1))
      }
    }
    let findings = index.findings(at: points)
    #expect(index.findings(at: points.reversed()) == findings.reversed())
    for (point, finding) in zip(points, findings) {
      let finding = try #require(finding)
      let verdict = index.verdict(of: point)
      #expect(index.label(ofRun: Int(finding.run)) == verdict.nearest)
      #expect(finding.nearest.longitude == verdict.nearestLongitude)
      #expect(finding.nearest.latitude == verdict.nearestLatitude)
      #expect(finding.signedDistanceMetres == verdict.signedDistanceMetres)
    }
  }

  @Test("the same as those of many leads at once")
  func sameAsLeads() throws {
    let index = ZoneIndex(try Sketch.drawing(.tiles, seed: 5).layer(), number: 0)
    let points = places(300, seed: 18)
    #expect(
      index.verdicts(of: points.map { [$0] }) == points.map { index.verdict(of: $0) })
  }

  @Test("what is no place on earth has none")
  func noPlace() throws {
    let index = ZoneIndex(try Sketch.drawing(.stars, seed: 5).layer(), number: 0)
    let odd: [(Double, Double, Double)] = [
      (.nan, 38, 1), (112, .nan, 1), (.infinity, 38, 1), (181, 38, 1), (112, 91, 1),
      (112, 38, .nan), (112, 38, -1), (112, 38, .infinity),
    ]
    let points = odd.map { Point(longitude: $0.0, latitude: $0.1, uncertaintyMetres: $0.2) }
    #expect(index.findings(at: points).allSatisfy { $0 == nil })
    #expect(points.allSatisfy { index.verdict(of: $0).method == .invalidLocation })
  }

  @Test("half the world is a zone like any other, and named as larger than China")
  func halfTheWorld() throws {
    var sketch = Sketch()
    sketch.features = [[[Sketch.rectangle(-68, -90, 112, 90)]]]
    let layer = try sketch.layer()
    let index = ZoneIndex(layer, number: 0)
    let inside = index.verdict(
      of: Point(longitude: 110, latitude: 38, uncertaintyMetres: 1))
    #expect(inside.value == .true)
    #expect(inside.signedDistanceMetres == nil)
    let outside = index.verdict(
      of: Point(longitude: 114, latitude: 38, uncertaintyMetres: 1))
    #expect(outside.value == .false)
    let check = try LayerCheck(layer)
    #expect(check.placement.wide.count == 1)
    #expect(
      check.summary().contains { $0.isWarning && $0.value.zh == "比全国范围还大，请核对坐标" })
  }

  @Test("a comb whose teeth all reach every latitude is judged rightly")
  func comb() throws {
    let teeth = 2_000
    var ring = [Coordinate(longitude: 112, latitude: 37.9)]
    for tooth in 0..<teeth {
      let west = 112 + Double(tooth) / Double(teeth)
      ring.append(Coordinate(longitude: west, latitude: 38))
      ring.append(Coordinate(longitude: west + 0.5 / Double(teeth), latitude: 39))
    }
    ring.append(Coordinate(longitude: 113, latitude: 37.9))
    var sketch = Sketch()
    sketch.features = [[[ring]]]
    let index = ZoneIndex(try sketch.layer(), number: 0)
    // Half way up a tooth it is half as wide as between two, on either side of its middle.
    for tooth in [0, 1, 999, 1_500, 1_998] {
      let middle = 112 + (Double(tooth) + 0.5) / Double(teeth)
      let inside = Point(longitude: middle, latitude: 38.5, uncertaintyMetres: 1)
      let between = Point(
        longitude: middle + 0.5 / Double(teeth), latitude: 38.5, uncertaintyMetres: 1)
      #expect(index.verdict(of: inside).value == .true)
      #expect(index.verdict(of: between).value == .false)
    }
  }
}
