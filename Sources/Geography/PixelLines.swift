import Vocabulary

/// Rings as a map draws them: tenths of a pixel, simplified, in features; without repeated vertices.
struct PixelLines: Sendable {
  /// A vertex in tenths of a pixel.
  struct Vertex: Sendable, Hashable {
    var x: Int32
    var y: Int32
  }

  /// In pixels: how far a vertex that was left out may be from the line that is left.
  static let tolerance = 0.4
  /// Of two vertices nearer than this, in pixels, the second is left out before anything else.
  private static let near = 0.04
  /// How far a vertex may be from what is drawn, in pixels: simplified, left out as near, rounded.
  static let deviation = 0.55
  /// How far beyond the frame's sides rings are clipped, in pixels, so that no cut shows.
  static let margin = 4.0
  /// The least length of a ring's box that can still be seen, in pixels.
  private static let leastSide = 0.7

  private(set) var vertices: [Vertex] = []
  /// Each ring's first vertex, and the number of vertices at the end.
  private(set) var ringStarts: [Int] = [0]
  /// Each feature's first ring, and the number of rings at the end.
  private(set) var featureStarts: [Int] = [0]
  /// By feature whether the frame has a part of it, drawn or too small.
  private(set) var isInFrame: [Bool] = []

  /// The lines of a layer within the frame; time and memory grow with its vertices.
  init(_ layer: Layer, in frame: MapFrame) {
    var clipping = RingClipping(
      left: -PixelLines.margin, top: -PixelLines.margin,
      right: Double(MapFrame.width) + PixelLines.margin,
      bottom: Double(frame.height) + PixelLines.margin)
    var simplification = LineSimplification(tolerance: PixelLines.tolerance)
    var ring = PixelRing()
    for feature in layer.features {
      isInFrame.append(false)
      for polygon in feature.polygons {
        for number in layer.polygons.rings(ofPolygon: polygon) {
          PixelLines.read(number, of: layer.polygons, in: frame, into: &ring)
          clipping.clip(&ring)
          guard ring.count > 0 else { continue }
          isInFrame[isInFrame.count - 1] = true
          simplification.simplify(&ring)
          append(ring, leastSide: PixelLines.leastSide)
        }
      }
      featureStarts.append(ringStarts.count - 1)
    }
  }

  /// The same lines with a coarser tolerance, in pixels; rings that collapse are left out.
  func simplified(to tolerance: Double) -> PixelLines {
    guard tolerance > PixelLines.tolerance else { return self }
    var coarse = PixelLines(isInFrame: isInFrame)
    var simplification = LineSimplification(tolerance: tolerance)
    var ring = PixelRing()
    for feature in isInFrame.indices {
      for number in rings(ofFeature: feature) {
        ring.removeAll()
        for vertex in vertices(ofRing: number) {
          ring.append(Double(vertex.x) / 10, Double(vertex.y) / 10)
        }
        simplification.simplify(&ring)
        coarse.append(ring, leastSide: min(2 * tolerance, 2))
      }
      coarse.featureStarts.append(coarse.ringStarts.count - 1)
    }
    return coarse
  }

  private init(isInFrame: [Bool]) { self.isInFrame = isInFrame }

  /// The numbers of the feature's rings; none if nothing of it can be seen.
  func rings(ofFeature feature: Int) -> Range<Int> {
    featureStarts[feature]..<featureStarts[feature + 1]
  }

  /// The ring's vertices; the first is not repeated.
  func vertices(ofRing ring: Int) -> ArraySlice<Vertex> {
    vertices[ringStarts[ring]..<ringStarts[ring + 1]]
  }

  /// Adds a ring rounded to tenths, unless nothing of it is left.
  private mutating func append(_ ring: PixelRing, leastSide: Double) {
    guard let west = ring.x.min(), let east = ring.x.max(), let upper = ring.y.min(),
      let lower = ring.y.max(), max(east - west, lower - upper) >= leastSide
    else { return }
    let start = vertices.count
    for index in 0..<ring.count {
      let vertex = Vertex(
        x: Int32((ring.x[index] * 10).rounded()), y: Int32((ring.y[index] * 10).rounded()))
      if vertices.count == start || vertices[vertices.count - 1] != vertex {
        vertices.append(vertex)
      }
    }
    while vertices.count - start > 1, vertices[vertices.count - 1] == vertices[start] {
      vertices.removeLast()
    }
    if vertices.count - start < 3 {
      vertices.removeLast(vertices.count - start)
    } else {
      ringStarts.append(vertices.count)
    }
  }

  /// A ring in pixels, without its repeated vertex and those next to the one before.
  private static func read(
    _ number: Int, of table: PolygonTable, in frame: MapFrame, into ring: inout PixelRing
  ) {
    ring.removeAll()
    var last = (x: Double.infinity, y: Double.infinity)
    for vertex in table.vertices(ofRing: number).dropLast() {
      let place = frame.position(
        longitude: table.longitudes[vertex], latitude: table.latitudes[vertex])
      guard abs(place.x - last.x) > near || abs(place.y - last.y) > near else { continue }
      ring.append(place.x, place.y)
      last = place
    }
  }
}
