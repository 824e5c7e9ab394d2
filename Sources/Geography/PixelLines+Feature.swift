/// What a map says of one feature: its path, its size, where its name fits.
extension PixelLines {
  /// The feature's rings as the data of an SVG path: a move, then relative lines, in tenths of a pixel.
  ///
  /// Empty for a feature of which nothing can be seen. To be filled even-odd.
  func path(ofFeature feature: Int) -> [UInt8] {
    var path: [UInt8] = []
    for ring in rings(ofFeature: feature) {
      var last = Vertex(x: 0, y: 0)
      for (place, vertex) in vertices(ofRing: ring).enumerated() {
        // A pair follows the one before as a line; only a minus sign can stand for the space.
        if place < 2 { path.append(place == 0 ? UInt8(ascii: "M") : UInt8(ascii: "l")) }
        path.append(number: vertex.x - last.x, isFirst: place < 2)
        path.append(number: vertex.y - last.y, isFirst: false)
        last = vertex
      }
      path.append(UInt8(ascii: "z"))
    }
    return path
  }

  /// The longer side of the box around what is drawn of the feature, in tenths of a pixel.
  func side(ofFeature feature: Int) -> Int32 {
    let box = box(ofFeature: feature)
    return max(box.right - box.left, box.bottom - box.top)
  }

  /// The middle of the widest stretch of the feature on one of seven lines across it, within the frame.
  ///
  /// In tenths of a pixel; a point on the surface, as GEOS finds it, but for seven lines instead of
  /// one. `nil` if no line meets it.
  func surfacePoint(
    ofFeature feature: Int, height: Int
  ) -> (x: Int32, y: Int32, width: Int32)? {
    let box = box(ofFeature: feature)
    let (top, bottom) = (max(box.top, 0), min(box.bottom, Int32(height) * 10))
    guard bottom > top else { return nil }
    var best: (x: Int32, y: Int32, width: Int32)?
    for line: Int32 in [4, 3, 5, 2, 6, 1, 7] {
      // Between two vertices' heights, so that no crossing is counted twice.
      let y = Double(top + (bottom - top) * line / 8) + 0.5
      let crossings = crossings(ofFeature: feature, at: y)
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let from = max(crossings[pair], 0)
        let to = min(crossings[pair + 1], Double(MapFrame.width) * 10)
        let width = Int32(max(0, to - from))
        if width > best?.width ?? 0 {
          best = (Int32((from + to) / 2), Int32(y), width)
        }
      }
    }
    return best
  }

  /// Where the feature's rings cross that height, from left to right.
  private func crossings(ofFeature feature: Int, at y: Double) -> [Double] {
    var crossings: [Double] = []
    for ring in rings(ofFeature: feature) {
      let vertices = vertices(ofRing: ring)
      guard var last = vertices.last else { continue }
      for vertex in vertices {
        let (y1, y2) = (Double(last.y), Double(vertex.y))
        if (y1 > y) != (y2 > y) {
          crossings.append(
            Double(last.x) + (y - y1) / (y2 - y1) * Double(vertex.x - last.x))
        }
        last = vertex
      }
    }
    return crossings.sorted()
  }

  private func box(
    ofFeature feature: Int
  ) -> (left: Int32, top: Int32, right: Int32, bottom: Int32) {
    let rings = rings(ofFeature: feature)
    let vertices = vertices[ringStarts[rings.lowerBound]..<ringStarts[rings.upperBound]]
    guard let first = vertices.first else { return (0, 0, 0, 0) }
    var box = (left: first.x, top: first.y, right: first.x, bottom: first.y)
    for vertex in vertices {
      box = (
        min(box.left, vertex.x), min(box.top, vertex.y), max(box.right, vertex.x),
        max(box.bottom, vertex.y)
      )
    }
    return box
  }
}

extension [UInt8] {
  /// Appends a whole number, with a space before it unless it is the first or has a sign.
  fileprivate mutating func append(number: Int32, isFirst: Bool) {
    if number < 0 {
      append(UInt8(ascii: "-"))
    } else if !isFirst {
      append(UInt8(ascii: " "))
    }
    append(contentsOf: String(number.magnitude).utf8)
  }
}
