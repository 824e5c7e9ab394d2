/// Which vertices of a line are enough to draw it within a tolerance (Douglas and Peucker 1973).
///
/// Every vertex left out lies within the tolerance of the line that is left. Lines are taken in
/// stretches of a thousand vertices, whose ends are kept: time grows with the vertices and not, as it
/// can otherwise, with their square.
struct LineSimplification {
  private static let stretch = 1_000

  /// In the units of the line.
  let tolerance: Double
  private var isKept: [Bool] = []
  private var waiting: [(first: Int, last: Int)] = []

  init(tolerance: Double) { self.tolerance = tolerance }

  /// Leaves of the ring the vertices that are needed; the first always is.
  mutating func simplify(_ ring: inout PixelRing) {
    guard ring.count > 3 else { return }
    choose(ring.x.span, ring.y.span)
    ring.keep { isKept[$0] }
  }

  /// Marks the vertices that are needed.
  private mutating func choose(_ x: Span<Double>, _ y: Span<Double>) {
    let count = x.count
    isKept.removeAll(keepingCapacity: true)
    isKept.append(contentsOf: repeatElement(false, count: count))
    for first in stride(from: 0, to: count, by: LineSimplification.stretch) {
      isKept[first] = true
      waiting.append((first, min(first + LineSimplification.stretch, count)))
    }
    let limit = tolerance * tolerance
    while let (first, last) = waiting.popLast() {
      // The vertex after the last is the first again.
      let end = last == count ? 0 : last
      var farthest = first
      var most = limit
      for index in (first + 1)..<max(first + 1, last) {
        let distance = LineSimplification.squaredDistance(
          x[index], y[index], x[first], y[first], x[end], y[end])
        if distance > most {
          most = distance
          farthest = index
        }
      }
      guard farthest > first else { continue }
      isKept[farthest] = true
      waiting.append((first, farthest))
      waiting.append((farthest, last))
    }
  }

  /// From a point to a stretch of line, squared.
  @inline(__always)
  static func squaredDistance(
    _ x: Double, _ y: Double, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
  ) -> Double {
    let (dx, dy) = (x2 - x1, y2 - y1)
    let length = dx * dx + dy * dy
    let share = length > 0 ? min(1, max(0, ((x - x1) * dx + (y - y1) * dy) / length)) : 0
    let (ex, ey) = (x - x1 - share * dx, y - y1 - share * dy)
    return ex * ex + ey * ey
  }
}
