/// Counts that are tied to each other by sums, as somebody sees them who knows some and not others: how
/// far an unknown one may lie from what it is.
///
/// A sum is a node and an unknown count an edge between the two sums it is in; moving a count must be made
/// good along other edges, so that bounds are flows and exact for whole numbers (network flow; Cox 1995,
/// Network models for complementary cell suppression). A count may be in two sums at most.
struct CountNetwork {
  /// A whole and the parts it is made of, by the places of their counts.
  struct Sum {
    let whole: Int
    let parts: [Int]
  }

  /// An unknown count: raising it takes from the node `tail` and gives to `head`.
  private struct Edge {
    let tail: Int
    let head: Int
    var value: Int
    let low: Int
    let high: Int
  }

  private var edges: [Edge] = []
  /// By count, its edge; `nil` for a known one.
  private var edgeOf: [Int?]
  /// By node, its edges; the last node makes good for counts of one sum.
  private var edgesAt: [[Int]]

  /// The network of the unknown counts; `range` is what is known of one beside the sums.
  init(
    _ counts: [Int], _ sums: [Sum], isUnknown: (Int) -> Bool, range: (Int) -> ClosedRange<Int>
  ) {
    let incidences = CountNetwork.incidences(counts.count, sums)
    let signs = CountNetwork.signs(incidences, sums, isUnknown)
    let ground = sums.count
    edgeOf = Array(repeating: nil, count: counts.count)
    edgesAt = Array(repeating: [], count: sums.count + 1)
    for count in counts.indices where isUnknown(count) {
      var (tail, head) = (ground, ground)
      for (sum, sign) in incidences[count] {
        if sign * signs[sum] > 0 { head = sum } else { tail = sum }
      }
      let range = range(count)
      edgeOf[count] = edges.count
      edgesAt[tail].append(edges.count)
      if head != tail { edgesAt[head].append(edges.count) }
      edges.append(
        Edge(
          tail: tail, head: head, value: counts[count], low: range.lowerBound,
          high: range.upperBound))
    }
  }

  /// By count, the sums it is in, as their whole (1) or as a part (-1).
  private static func incidences(_ counts: Int, _ sums: [Sum]) -> [[(sum: Int, sign: Int)]] {
    var incidences = [[(sum: Int, sign: Int)]](repeating: [], count: counts)
    for (place, sum) in sums.enumerated() {
      incidences[sum.whole].append((place, 1))
      for part in sum.parts { incidences[part].append((place, -1)) }
    }
    return incidences
  }

  /// For every sum whether it is read as it is or with all signs changed, so that an unknown count gives
  /// to one of its sums what it takes from the other.
  private static func signs(
    _ incidences: [[(sum: Int, sign: Int)]], _ sums: [Sum], _ isUnknown: (Int) -> Bool
  ) -> [Int] {
    var signs = [Int](repeating: 0, count: sums.count)
    for start in sums.indices where signs[start] == 0 {
      signs[start] = 1
      var waiting = [start]
      while let sum = waiting.popLast() {
        for count in [sums[sum].whole] + sums[sum].parts where isUnknown(count) {
          let own = incidences[count]
          precondition(own.count <= 2, "a count is in two sums at most")
          guard let here = own.first(where: { $0.sum == sum }),
            let there = own.first(where: { $0.sum != sum })
          else { continue }
          let wanted = -signs[sum] * here.sign * there.sign
          precondition(signs[there.sum] == 0 || signs[there.sum] == wanted, "sums in an odd circle")
          if signs[there.sum] == 0 {
            signs[there.sum] = wanted
            waiting.append(there.sum)
          }
        }
      }
    }
    return signs
  }

  /// How far an unknown count may be above (`up`) or below what it is, to `limit` at most.
  ///
  /// Cost: so many searches through the network.
  func reach(of count: Int, up: Bool, limit: Int) -> Int {
    guard let own = edgeOf[count] else { return 0 }
    var edges = edges
    let edge = edges[own]
    let most = min(limit, up ? edge.high - edge.value : edge.value - edge.low)
    // What the count gives to one sum must come back to the one it took it from.
    let (start, goal) = up ? (edge.head, edge.tail) : (edge.tail, edge.head)
    var reached = 0
    while reached < most, move(from: start, to: goal, avoiding: own, &edges) { reached += 1 }
    return max(0, reached)
  }

  /// Moves one along some way through the edges; false if there is none.
  private func move(from start: Int, to goal: Int, avoiding own: Int, _ edges: inout [Edge]) -> Bool
  {
    guard start != goal else { return true }
    var reachedBy = [Int?](repeating: nil, count: edgesAt.count)
    var waiting = [start]
    var isReached = [Bool](repeating: false, count: edgesAt.count)
    isReached[start] = true
    var next = 0
    while next < waiting.count, !isReached[goal] {
      let node = waiting[next]
      next += 1
      for place in edgesAt[node] where place != own {
        let edge = edges[place]
        // Raising gives to the head and so moves from tail to head; lowering the other way.
        let isForward = edge.tail == node
        let other = isForward ? edge.head : edge.tail
        let hasRoom = isForward ? edge.value < edge.high : edge.value > edge.low
        guard hasRoom, !isReached[other] else { continue }
        isReached[other] = true
        reachedBy[other] = place
        waiting.append(other)
      }
    }
    guard isReached[goal] else { return false }
    var node = goal
    while node != start, let place = reachedBy[node] {
      let isForward = edges[place].head == node
      edges[place].value += isForward ? 1 : -1
      node = isForward ? edges[place].tail : edges[place].head
    }
    return true
  }
}
