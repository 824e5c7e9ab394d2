/// What a map draws for leads: one by one, or, beyond 500, those of one verdict near one another
/// together.
///
/// A cluster stands where its first lead lies, so that it is never on the wrong side of a boundary, and
/// no two of one verdict are nearer than its reach.
struct MapClusters {
  /// Leads of one verdict; the first lends its place.
  struct Cluster {
    /// In the report's order; never empty.
    var marks: [QuarterMap.Mark]

    var first: QuarterMap.Mark { marks[0] }
  }

  /// Marks that are drawn one by one.
  static let markLimit = 500
  /// Clusters that are drawn at most; more make the reach longer.
  static let clusterLimit = 600
  private static let leastReach = 14

  /// The weakest verdict first, so that the strongest lies on top; then in the report's order.
  let clusters: [Cluster]
  /// How near leads are that stand together, in pixels; `nil` where each stands by itself.
  let reach: Int?

  /// The clusters of several leads, numbered from 1 in the order of `clusters`.
  var numbered: [(number: Int, cluster: Cluster)] {
    clusters.filter { $0.marks.count > 1 }.enumerated().map { ($0 + 1, $1) }
  }

  /// The clusters of the marks of one map; linear in them.
  init(_ marks: [QuarterMap.Mark]) {
    var clusters = marks.map { Cluster(marks: [$0]) }
    var reach: Int?
    if marks.count > MapClusters.markLimit {
      var length = MapClusters.leastReach
      clusters = MapClusters.gathered(marks, within: length)
      while clusters.count > MapClusters.clusterLimit {
        length += length / 4
        clusters = MapClusters.gathered(marks, within: length)
      }
      reach = length
    }
    self.reach = reach
    self.clusters = clusters.sorted {
      ($0.first.verdict, $0.first.lead) < ($1.first.verdict, $1.first.lead)
    }
  }

  /// A cell of a grid as wide as the reach, so that what is near lies in it or beside it.
  private struct Cell: Hashable {
    let x: Int
    let y: Int
    let verdict: MapVerdict
  }

  private static func gathered(
    _ marks: [QuarterMap.Mark], within reach: Int
  ) -> [Cluster] {
    let length = Double(reach)
    var clusters: [Cluster] = []
    var cells: [Cell: [Int]] = [:]
    func nearest(_ mark: QuarterMap.Mark, _ cell: Cell) -> Int? {
      var best: (distance: Double, cluster: Int)?
      for y in cell.y - 1...cell.y + 1 {
        for x in cell.x - 1...cell.x + 1 {
          for cluster in cells[Cell(x: x, y: y, verdict: cell.verdict)] ?? [] {
            let first = clusters[cluster].first
            let distance =
              (first.x - mark.x) * (first.x - mark.x)
              + (first.y - mark.y) * (first.y - mark.y)
            guard distance < length * length else { continue }
            if (distance, cluster) < best ?? (.infinity, 0) { best = (distance, cluster) }
          }
        }
      }
      return best?.cluster
    }
    for mark in marks {
      let cell = Cell(
        x: Int(mark.x / length), y: Int(mark.y / length), verdict: mark.verdict)
      if let cluster = nearest(mark, cell) {
        clusters[cluster].marks.append(mark)
      } else {
        cells[cell, default: []].append(clusters.count)
        clusters.append(Cluster(marks: [mark]))
      }
    }
    return clusters
  }
}
