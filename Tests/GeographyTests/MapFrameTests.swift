import Glibc
import Testing
import Vocabulary

@testable import Geography

@Suite("The frame of a map")
struct MapFrameTests {
  private func place(
    _ longitude: Double, _ latitude: Double, isKept: Bool = false
  ) -> MapPlace {
    MapPlace(longitude: longitude, latitude: latitude, isKept: isKept)
  }

  /// Places all over a prefecture.
  private func prefecture(_ seed: UInt64) -> [MapPlace] {
    var numbers = SeededNumbers(seed)
    return (0..<200).map { _ in
      place(numbers.next(111.0..<113.6), numbers.next(38.2..<39.6))
    }
  }

  @Test("without places there is none")
  func nothing() throws {
    #expect(MapFrame(around: [], layers: []) == nil)
    let layer = try Sketch.drawing(.stars, seed: 1).layer()
    #expect(MapFrame(around: [], layers: [layer]) == nil)
  }

  @Test(
    "every place is in it, with a margin, wherever they are",
    arguments: 1...20 as ClosedRange<UInt64>)
  func holdsPlaces(seed: UInt64) throws {
    let places = prefecture(seed)
    let frame = try #require(MapFrame(around: places, layers: []))
    #expect((460...720).contains(frame.height))
    for place in places {
      let (x, y) = frame.position(longitude: place.longitude, latitude: place.latitude)
      #expect(x > 15 && x < 885 && y > 15 && y < Double(frame.height) - 15)
    }
  }

  @Test("a single place has a frame of some kilometres")
  func onePlace() throws {
    let frame = try #require(MapFrame(around: [place(112.7, 38.4)], layers: []))
    let (x, y) = frame.position(longitude: 112.7, latitude: 38.4)
    #expect(abs(x - 450) < 1e-6 && abs(y - Double(frame.height) / 2) < 1)
    #expect(frame.metresPerPixel * 900 > 2_000 && frame.metresPerPixel * 900 < 10_000)
  }

  @Test("a place far from all others is left out, unless it must be kept")
  func farOut() throws {
    let near = prefecture(7)
    let frame = try #require(MapFrame(around: near, layers: []))
    let trimmed = try #require(MapFrame(around: near + [place(110.3, 20.0)], layers: []))
    #expect(trimmed.metresPerPixel == frame.metresPerPixel)
    #expect(!trimmed.shows(trimmed.position(longitude: 110.3, latitude: 20.0)))
    let kept = try #require(
      MapFrame(around: near + [place(110.3, 20.0, isKept: true)], layers: []))
    #expect(kept.shows(kept.position(longitude: 110.3, latitude: 20.0)))
  }

  @Test("areas near the places widen it, areas far away and huge ones hardly do")
  func layers() throws {
    func layer(_ rings: [Coordinate]...) throws -> Layer {
      var sketch = Sketch()
      sketch.features = rings.map { [[$0]] }
      return try sketch.layer()
    }
    let places = [place(112, 38), place(113, 39)]
    let beside = try layer(Sketch.rectangle(112.9, 38.9, 113.3, 39.2))
    let frame = try #require(MapFrame(around: places, layers: [beside]))
    #expect(frame.shows(frame.position(longitude: 113.3, latitude: 39.2)))
    let alone = try #require(MapFrame(around: places, layers: []))
    let far = try layer(Sketch.rectangle(120, 30, 121, 31))
    let same = try #require(MapFrame(around: places, layers: [far]))
    #expect(same.metresPerPixel == alone.metresPerPixel)
    let huge = try layer(Sketch.rectangle(75, 18, 135, 53))
    let limited = try #require(MapFrame(around: places, layers: [huge]))
    #expect(limited.metresPerPixel < alone.metresPerPixel * 2.1)
  }

  @Test(
    "distances in a prefecture are those on the ellipsoid to 1.5 %, on the middle latitude to 0.1 %"
  )
  func planeScale() throws {
    let frame = try #require(MapFrame(around: prefecture(3), layers: []))
    guard case .plane(let middle) = frame.projection.kind else {
      Issue.record("a prefecture needs no cone")
      return
    }
    func ratio(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
      let from = frame.position(longitude: a.0, latitude: a.1)
      let to = frame.position(longitude: b.0, latitude: b.1)
      let drawn = hypot(to.x - from.x, to.y - from.y) * frame.metresPerPixel
      return drawn
        / distanceMetres(
          (longitude: a.0, latitude: a.1), (longitude: b.0, latitude: b.1))
    }
    #expect(abs(ratio((111.2, middle), (113.4, middle)) - 1) < 0.001)
    #expect(abs(ratio((112, 38.3), (112, 39.5)) - 1) < 0.001)
    #expect(abs(ratio((111.2, 38.3), (113.4, 38.3)) - 1) < 0.015)
    #expect(abs(ratio((111.2, 39.5), (113.4, 39.5)) - 1) < 0.015)
  }

  @Test("Albers' projection gives the example of its textbook")
  func albers() {
    // Snyder, Map Projections, USGS 1395, p. 291: parallels 29.5° and 45.5°, middle 23° N 96° W.
    let projection = MapProjection(for: Box(west: -120, south: 25.5, east: -72, north: 49.5))
    #expect(projection.kind == .albers(south: 29.5, north: 45.5))
    let place = projection.metres(longitude: -75, latitude: 35)
    let origin = projection.metres(longitude: -96, latitude: 23)
    let radius = Ellipsoid.semiMajorAxis
    #expect(abs(place.east / radius - 0.2952720) < 1e-6)
    #expect(abs((place.north - origin.north) / radius - 0.2416774) < 1e-6)
    #expect(abs(origin.east) < 1e-6)
  }

  @Test("a province is drawn on a cone, areas true to 1 %")
  func province() throws {
    var numbers = SeededNumbers(5)
    let places = (0..<300).map { _ in
      place(numbers.next(110.2..<114.6), numbers.next(34.6..<40.7))
    }
    let frame = try #require(MapFrame(around: places, layers: []))
    guard case .albers(let south, let north) = frame.projection.kind else {
      Issue.record("a province needs a cone")
      return
    }
    #expect(south > 35 && south < 36.5 && north > 39 && north < 40.5)
    for latitude in [34.7, 37.5, 40.5] {
      for longitude in [110.3, 112.4, 114.4] {
        let ring = Sketch.rectangle(longitude, latitude, longitude + 0.1, latitude + 0.1)
        let drawn = ring.map { frame.position(longitude: $0.longitude, latitude: $0.latitude) }
        let twice = drawn.indices.reduce(0.0) { sum, index in
          let next = drawn[(index + 1) % 4]
          return sum + drawn[index].x * next.y - next.x * drawn[index].y
        }
        let area = abs(twice) / 2 * frame.metresPerPixel * frame.metresPerPixel
        let onGround = abs(
          Ellipsoid.area(
            longitudes: (ring + [ring[0]]).map(\.longitude)[...],
            latitudes: (ring + [ring[0]]).map(\.latitude)[...]))
        #expect(abs(area / onGround - 1) < 0.01, "\(longitude) \(latitude)")
      }
    }
  }

  @Test("the graticule has a few round lines, where the frame says they are")
  func graticule() throws {
    let frame = try #require(MapFrame(around: prefecture(11), layers: []))
    let lines = frame.graticule
    let meridians = lines.filter(\.isMeridian)
    #expect(meridians.map(\.degrees) == [111, 111.5, 112, 112.5, 113, 113.5])
    #expect(lines.filter { !$0.isMeridian }.map(\.degrees) == [38.5, 39, 39.5])
    for line in meridians {
      let edge = try #require(line.edge)
      #expect(abs(edge - frame.position(longitude: line.degrees, latitude: 38.2).x) < 0.1)
    }
  }
}
