import Testing
import Vocabulary

@testable import Geography

/// Outlines against the layers they are drawn from, whole and cut by the frame.
@Suite("The outlines of a map")
struct MapOutlinesTests {
  /// A frame around a few kilometres, so that drawings of a tenth of a degree run beyond it.
  private func frame(
    west: Double = 112.685, south: Double = 38.385, east: Double = 112.715, north: Double = 38.415
  ) throws -> MapFrame {
    try #require(
      MapFrame(
        around: [
          MapPlace(longitude: west, latitude: south, isKept: true),
          MapPlace(longitude: east, latitude: north, isKept: true),
        ], layers: []))
  }

  private func paths(_ outline: MapOutline) throws -> [DrawnPath] {
    try outline.areas.map { try #require(DrawnPath($0.path), "\($0.path.prefix(200))") }
  }

  /// The rings of a layer in pixels.
  private func rings(_ layer: Layer, in frame: MapFrame) -> [[DrawnPath.Place]] {
    (0..<layer.polygons.ringCount).map { ring in
      layer.polygons.vertices(ofRing: ring).dropLast().map {
        frame.position(
          longitude: layer.polygons.longitudes[$0], latitude: layer.polygons.latitudes[$0])
      }
    }
  }

  @Test(
    "what is filled is what the layer covers, within a pixel of the boundary, also at the frame's sides",
    arguments: Sketch.Shape.allCases, [1, 2, 3] as [UInt64])
  func fills(shape: Sketch.Shape, seed: UInt64) throws {
    let layer = try Sketch.drawing(shape, seed: seed).layer()
    let frame = try frame()
    let drawn = try paths(MapOutlines([layer], in: frame).layers[0])
    let cover = ZoneCover(layer.features, layer.polygons)
    let boundary = rings(layer, in: frame)
    var numbers = SeededNumbers(seed &+ 77)
    var compared = 0
    for _ in 0..<1_500 {
      let place = Coordinate(
        longitude: numbers.next(112.68..<112.72), latitude: numbers.next(38.38..<38.42))
      let position = frame.position(longitude: place.longitude, latitude: place.latitude)
      guard frame.shows(position), DrawnPath.distance(position, to: boundary) > 1 else { continue }
      compared += 1
      #expect(drawn.contains { $0.fills(position) } == cover.covers(place))
    }
    #expect(compared > 500)
  }

  @Test(
    "vertices lie on the boundary or beyond the frame's sides, and no vertex left out is far off",
    arguments: Sketch.Shape.allCases, [4, 5] as [UInt64])
  func isNear(shape: Sketch.Shape, seed: UInt64) throws {
    let layer = try Sketch.drawing(shape, seed: seed).layer()
    let frame = try frame()
    let drawn = try paths(MapOutlines([layer], in: frame).layers[0])
    let boundary = rings(layer, in: frame)
    for vertex in drawn.flatMap(\.rings).joined() where frame.shows(vertex) {
      #expect(DrawnPath.distance(vertex, to: boundary) < 0.1)
    }
    for vertex in boundary.joined() where frame.shows(vertex) {
      let nearest = drawn.map { $0.distance(to: vertex) }.min() ?? .infinity
      #expect(nearest < PixelLines.deviation)
    }
  }

  @Test("an area around the whole frame fills it, its hole stays open, one outside is not drawn")
  func around() throws {
    var sketch = Sketch()
    sketch.features = [
      [
        [
          Sketch.rectangle(112, 38, 113.4, 38.8),
          Sketch.rectangle(112.69, 38.39, 112.70, 38.40),
        ]
      ],
      [[Sketch.rectangle(113.5, 38, 113.6, 38.1)]],
    ]
    let frame = try frame()
    let outline = MapOutlines([try sketch.layer()], in: frame).layers[0]
    #expect(outline.areas.count == 1 && outline.omitted == 0)
    let drawn = try #require(try paths(outline).first)
    #expect(drawn.rings.map(\.count) == [4, 4])
    for corner in [(0.0, 0.0), (900, 0), (900, Double(frame.height)), (0, Double(frame.height))] {
      #expect(drawn.fills(corner))
    }
    #expect(!drawn.fills(frame.position(longitude: 112.695, latitude: 38.395)))
    let label = try #require(outline.areas[0].label)
    #expect(drawn.fills((Double(label.x) / 10, Double(label.y) / 10)))
  }

  @Test("the label of an area lies on it and in the frame", arguments: Sketch.Shape.allCases)
  func labels(shape: Sketch.Shape) throws {
    let frame = try frame()
    let outline = MapOutlines([try Sketch.drawing(shape, seed: 9).layer()], in: frame).layers[0]
    #expect(!outline.areas.isEmpty)
    for (area, path) in zip(outline.areas, try paths(outline)) {
      guard let label = area.label else { continue }
      let position = (x: Double(label.x) / 10, y: Double(label.y) / 10)
      #expect(frame.shows(position) && path.fills(position))
      #expect(area.room > 0)
    }
  }

  @Test("many vertices are drawn within the limit, more coarsely, and the same every time")
  func manyVertices() throws {
    var numbers = SeededNumbers(21)
    var sketch = Sketch()
    sketch.features = (0..<12).map { _ in
      let centre = Coordinate(
        longitude: numbers.next(112.68..<112.72), latitude: numbers.next(38.38..<38.42))
      return [[Sketch.star(at: centre, radius: 0.015, vertices: 20_000, &numbers)]]
    }
    let layer = try sketch.layer()
    let frame = try frame()
    let outlines = MapOutlines([layer], in: frame)
    let bytes = outlines.layers[0].areas.reduce(0) { $0 + $1.path.utf8.count }
    #expect(bytes <= MapOutlines.byteLimit)
    #expect(outlines.tolerance > 1)
    let drawn = try paths(outlines.layers[0])
    for (place, vertex) in rings(layer, in: frame).joined().enumerated()
    where place % 600 == 0 && frame.shows(vertex) {
      let nearest = drawn.map { $0.distance(to: vertex) }.min() ?? .infinity
      #expect(nearest <= outlines.tolerance)
    }
    #expect(outlines.layers[0].areas.count + outlines.layers[0].omitted == 12)
    let again = MapOutlines([layer], in: frame)
    #expect(again.layers[0].areas.map(\.path) == outlines.layers[0].areas.map(\.path))
    // Even at a limit that no tolerance reaches, the largest that fit are drawn.
    let few = MapOutlines([layer], in: frame, byteLimit: 3_000)
    #expect(few.layers[0].areas.reduce(0) { $0 + $1.path.utf8.count } <= 3_000)
    #expect(few.layers[0].areas.count + few.layers[0].omitted == 12)
    #expect(few.layers[0].omitted > 0)
  }

  @Test("areas too small to be seen are counted, not drawn")
  func tiny() throws {
    var numbers = SeededNumbers(22)
    var sketch = Sketch()
    sketch.features = (0..<500).map { _ in
      let west = numbers.next(112.69..<112.71)
      let south = numbers.next(38.39..<38.41)
      return [[Sketch.rectangle(west, south, west + 1e-6, south + 1e-6)]]
    }
    let frame = try frame()
    let outline = MapOutlines([try sketch.layer()], in: frame).layers[0]
    #expect(outline.areas.isEmpty && outline.omitted == 500)
  }

  @Test(
    "a line left within the tolerance stays within it, whatever its length",
    arguments: [3, 4, 999, 1_000, 1_001, 5_000])
  func simplification(count: Int) {
    var numbers = SeededNumbers(UInt64(count))
    var ring = PixelRing()
    var (x, y) = (0.0, 0.0)
    for _ in 0..<count {
      x += numbers.next(-1..<1)
      y += numbers.next(-1..<1)
      ring.append(x, y)
    }
    let all = zip(ring.x, ring.y).map { DrawnPath.Place(x: $0, y: $1) }
    var simplification = LineSimplification(tolerance: 2)
    simplification.simplify(&ring)
    let left = zip(ring.x, ring.y).map { DrawnPath.Place(x: $0, y: $1) }
    #expect(count < 10 || left.count < count / 2)
    for vertex in all { #expect(DrawnPath.distance(vertex, to: [left]) <= 2 + 1e-9) }
  }
}
