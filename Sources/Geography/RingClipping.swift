/// A ring in pixels, without its repeated last vertex.
struct PixelRing {
  var x: [Double] = []
  var y: [Double] = []

  var count: Int { x.count }

  mutating func append(_ x: Double, _ y: Double) {
    self.x.append(x)
    self.y.append(y)
  }

  mutating func removeAll() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
  }

  /// Leaves the vertices for whose numbers `isKept` is true.
  mutating func keep(where isKept: (Int) -> Bool) {
    var place = 0
    for index in x.indices where isKept(index) {
      x[place] = x[index]
      y[place] = y[index]
      place += 1
    }
    x.removeLast(x.count - place)
    y.removeLast(y.count - place)
  }
}

/// A rectangle in pixels to which rings are clipped (Sutherland and Hodgman 1974).
///
/// What runs beyond a side is led along it, so that even-odd filling inside stays right; linear.
struct RingClipping {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  private var spare = PixelRing()

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// Cuts off what lies outside; leaves an empty ring if that is all.
  mutating func clip(_ ring: inout PixelRing) {
    guard let west = ring.x.min(), let east = ring.x.max(), let upper = ring.y.min(),
      let lower = ring.y.max(), east >= left, west <= right, lower >= top, upper <= bottom
    else {
      ring.removeAll()
      return
    }
    if west < left { cut(&ring, at: left, isAcross: true, keepsGreater: true) }
    if east > right { cut(&ring, at: right, isAcross: true, keepsGreater: false) }
    if upper < top { cut(&ring, at: top, isAcross: false, keepsGreater: true) }
    if lower > bottom { cut(&ring, at: bottom, isAcross: false, keepsGreater: false) }
  }

  /// Keeps one side of an upright line (`isAcross`: x is compared) or of a level one.
  private mutating func cut(
    _ ring: inout PixelRing, at line: Double, isAcross: Bool, keepsGreater: Bool
  ) {
    guard ring.count > 0 else { return }
    spare.removeAll()
    let sign = keepsGreater ? 1.0 : -1.0
    func depth(_ index: Int) -> Double {
      ((isAcross ? ring.x[index] : ring.y[index]) - line) * sign
    }
    var before = ring.count - 1
    var depthBefore = depth(before)
    for index in 0..<ring.count {
      let here = depth(index)
      if (here >= 0) != (depthBefore >= 0) {
        let share = depthBefore / (depthBefore - here)
        spare.append(
          isAcross ? line : ring.x[before] + (ring.x[index] - ring.x[before]) * share,
          isAcross ? ring.y[before] + (ring.y[index] - ring.y[before]) * share : line)
      }
      if here >= 0 { spare.append(ring.x[index], ring.y[index]) }
      before = index
      depthBefore = here
    }
    swap(&ring, &spare)
  }
}
