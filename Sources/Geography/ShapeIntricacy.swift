import Vocabulary

/// Whether a drawing crosses itself so often that working on it would have no end.
///
/// Repairing takes time and memory in proportion to the crossings, of which 100,000 edges can have
/// billions. A drawing that anybody means crosses itself some times at most.
struct ShapeIntricacy {
  /// Above so many crossings a drawing is refused.
  private static let mostCrossings = 10_000
  /// Above so many edges near one another too: a tenth of a second.
  private static let mostPairs = 20_000_000

  private var crossings = 0
  private var pairs = 0

  /// Whether edges of the chains cross or overlap one another too often.
  ///
  /// O(n log n) for chains that keep apart, and never more than 20 million pairs of edges.
  static func isTooGreat(of chains: some Sequence<[Coordinate]>) -> Bool {
    var runs = EdgeRuns()
    for (number, chain) in chains.enumerated() {
      for vertex in chain.indices.dropLast() {
        runs.append(from: chain[vertex], to: chain[vertex + 1], polygon: number, isInner: false)
      }
    }
    let boxes = runs.boxes()
    let tree = BoxTree(boxes)
    var intricacy = ShapeIntricacy()
    for run in boxes.indices where !intricacy.isTooGreat {
      tree.forEach(meeting: boxes[run]) { other in
        if other >= run { intricacy.count(runs, run, other) }
        return !intricacy.isTooGreat
      }
    }
    return intricacy.isTooGreat
  }

  private var isTooGreat: Bool {
    crossings > ShapeIntricacy.mostCrossings || pairs > ShapeIntricacy.mostPairs
  }

  private mutating func count(_ runs: EdgeRuns, _ first: Int, _ second: Int) {
    for edge in 0..<runs.edgeCount(ofRun: first) {
      let (a, b) = (runs.vertex(edge, of: first), runs.vertex(edge + 1, of: first))
      for other in 0..<runs.edgeCount(ofRun: second) {
        pairs += 1
        let (c, d) = (runs.vertex(other, of: second), runs.vertex(other + 1, of: second))
        // Edges that only share a vertex do not cross.
        if side(c, of: a, b) * side(d, of: a, b) < 0, side(a, of: c, d) * side(b, of: c, d) < 0 {
          crossings += 1
        }
      }
    }
  }

  /// 1 left of the edge, -1 right of it, 0 on it.
  private func side(_ place: Coordinate, of start: Coordinate, _ end: Coordinate) -> Int {
    let left = (end.longitude - start.longitude) * (place.latitude - start.latitude)
    let right = (end.latitude - start.latitude) * (place.longitude - start.longitude)
    return left > right ? 1 : left < right ? -1 : 0
  }
}
