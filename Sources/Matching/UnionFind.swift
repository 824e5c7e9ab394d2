/// Disjoint sets of elements 0..<count, by rank and path halving; nearly linear.
struct UnionFind: Sendable {
  private var parent: [Int32]
  private var size: [Int32]

  init(count: Int) {
    parent = (0..<Int32(count)).map { $0 }
    size = Array(repeating: 1, count: count)
  }

  mutating func root(_ element: Int) -> Int {
    var current = element
    while Int(parent[current]) != current {
      parent[current] = parent[Int(parent[current])]
      current = Int(parent[current])
    }
    return current
  }

  /// Joins the sets of two roots and returns the root of the result.
  mutating func join(_ left: Int, _ right: Int) -> Int {
    guard left != right else { return left }
    let (winner, loser) = size[left] >= size[right] ? (left, right) : (right, left)
    parent[loser] = Int32(winner)
    size[winner] += size[loser]
    return winner
  }
}
