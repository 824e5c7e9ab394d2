internal import Vocabulary

/// The rows of leads, or of obligors, put together and divided as people have decided.
///
/// Only what a decision touches is looked at. What has to be divided is built again from its
/// decisions first and then from the joins of rules, in the order they were recorded; what nothing
/// ties to either side stays with the part that keeps the number. The part with a code keeps it,
/// then the one with most rows, then the one with the first.
struct OwnerRevision {
  /// What rows of one owner must not differ in; -1 and below is unknown.
  struct Claims {
    var first: Int32
    var second: Int32
    /// Whether a row states a credit code, so that its part keeps the number.
    var hasCode = false

    func contradict(_ other: Claims) -> Bool {
      (first >= 0 && other.first >= 0 && first != other.first)
        || (second >= 0 && other.second >= 0 && second != other.second)
    }

    mutating func take(_ other: Claims) {
      if first < 0 { first = other.first }
      if second < 0 { second = other.second }
      if other.hasCode { hasCode = true }
    }
  }

  /// By row; -1 is nobody's.
  private(set) var owner: [Int32]
  /// How many owners were divided off.
  private(set) var added = 0
  private(set) var merges: [SettledRevision.Merge] = []
  private(set) var refused: [JudgedPair] = []

  private let count: Int32
  private let claims: [Claims]
  private var sets: UnionFind
  /// By root.
  private var held: [Int: Claims] = [:]
  /// By root, rows of other sets that must stay apart from it.
  private var apart: [Int: [Int]] = [:]

  init(owner: [Int32], count: Int, claims: [Claims]) {
    self.owner = owner
    self.count = Int32(count)
    self.claims = claims
    sets = UnionFind(count: 0)
  }

  /// Carries out the decisions; `joins` are why rows were put together.
  ///
  /// With `dividesContradictions` an owner whose rows contradict each other is divided too.
  mutating func revise(
    _ judged: [JudgedPair], _ joins: [Join], dividesContradictions: Bool = false
  ) {
    let same = Set(judged.filter { $0.verdict == .same }.flatMap { Self.both($0.left, $0.right) })
    let revoked = joins.filter { join in
      join.rule == .person && !same.contains(Self.key(join.earlier, join.later))
        && isOne(join.earlier, join.later)
    }
    var broken = broken(judged, revoked)
    if dividesContradictions { broken.formUnion(contradictory) }
    var touched = broken
    for pair in judged where pair.verdict == .same && !isOne(pair.left, pair.right) {
      touched.formUnion([owner[pair.left], owner[pair.right]].filter { $0 >= 0 })
    }
    guard !touched.isEmpty else { return }
    sets = UnionFind(count: owner.count)
    let rows = owner.indices.filter { touched.contains(owner[$0]) }
    for row in rows { held[row] = claims[row] }
    var first: [Int32: Int] = [:]
    for row in rows where !broken.contains(owner[row]) {
      if let anchor = first[owner[row]] { unite(anchor, row) } else { first[owner[row]] = row }
    }
    for pair in judged where pair.verdict == .different { keepApart(pair.left, pair.right) }
    for pair in judged where pair.verdict == .same {
      guard touched.contains(owner[pair.left]), touched.contains(owner[pair.right]) else {
        continue
      }
      if !join(pair.left, pair.right) { refused.append(pair) }
    }
    // Where a person's word was taken back, only sure keys come before that.
    let withdrawn = Set(revoked.map { owner[$0.earlier] })
    let rules = joins.filter {
      $0.rule != .person && isOne($0.earlier, $0.later) && broken.contains(owner[$0.earlier])
    }
    let isFirst = { [owner] (join: Join) in
      join.rule.basis == .sureKey || !withdrawn.contains(owner[join.earlier])
    }
    for one in rules where isFirst(one) { _ = self.join(one.earlier, one.later) }
    for one in revoked { keepApart(one.earlier, one.later) }
    for one in rules where !isFirst(one) { _ = self.join(one.earlier, one.later) }
    joinRest(rows, broken)
    number(rows)
  }

  private func isOne(_ left: Int, _ right: Int) -> Bool {
    guard owner.indices.contains(left), owner.indices.contains(right) else { return false }
    return owner[left] >= 0 && owner[left] == owner[right]
  }

  /// The owners that have to be divided.
  private func broken(_ judged: [JudgedPair], _ revoked: [Join]) -> Set<Int32> {
    var broken = Set(revoked.map { owner[$0.earlier] })
    for pair in judged where pair.verdict == .different && isOne(pair.left, pair.right) {
      broken.insert(owner[pair.left])
    }
    return broken
  }

  /// The owners whose rows contradict each other.
  private var contradictory: Set<Int32> {
    var found: Set<Int32> = []
    var known: [Int32: Claims] = [:]
    for row in owner.indices where owner[row] >= 0 {
      if known[owner[row]]?.contradict(claims[row]) == true { found.insert(owner[row]) }
      known[owner[row], default: claims[row]].take(claims[row])
    }
    return found
  }

  private mutating func unite(_ left: Int, _ right: Int) {
    let (one, other) = (sets.root(left), sets.root(right))
    guard one != other else { return }
    let root = sets.join(one, other)
    let loser = root == one ? other : one
    var all = held[root] ?? claims[root]
    all.take(held[loser] ?? claims[loser])
    held[root] = all
    if let more = apart.removeValue(forKey: loser) { apart[root, default: []] += more }
  }

  private mutating func keepApart(_ left: Int, _ right: Int) {
    let (one, other) = (sets.root(left), sets.root(right))
    guard one != other else { return }
    apart[one, default: []].append(right)
    apart[other, default: []].append(left)
  }

  /// Puts two sets together unless a decision or their claims forbid it; whether they are one.
  private mutating func join(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (sets.root(left), sets.root(right))
    guard one != other else { return true }
    let contradicts = (held[one] ?? claims[one]).contradict(held[other] ?? claims[other])
    guard !contradicts, !areApart(one, other) else { return false }
    unite(one, other)
    return true
  }

  private mutating func areApart(_ one: Int, _ other: Int) -> Bool {
    let (few, root) =
      (apart[one]?.count ?? 0) <= (apart[other]?.count ?? 0) ? (one, other) : (other, one)
    for row in apart[few] ?? [] where sets.root(row) == root { return true }
    return false
  }

  /// What nothing ties to a part stays with the one that keeps the number.
  private mutating func joinRest(_ rows: [Int], _ broken: Set<Int32>) {
    let keepers = keepers(rows)
    for row in rows where broken.contains(owner[row]) {
      if let keeper = keepers[owner[row]] { _ = join(keeper, row) }
    }
  }

  /// By owner, a row of the set that keeps its number.
  private mutating func keepers(_ rows: [Int]) -> [Int32: Int] {
    struct Part {
      var first: Int
      var count = 0
    }
    var parts: [Int32: [Int: Part]] = [:]
    for row in rows {
      parts[owner[row], default: [:]][sets.root(row), default: Part(first: row)].count += 1
    }
    var keepers: [Int32: Int] = [:]
    for (owner, parts) in parts {
      let best = parts.max { left, right in
        let (one, other) = (held[left.key]?.hasCode == true, held[right.key]?.hasCode == true)
        if one != other { return other }
        return (left.value.count, -left.value.first) < (right.value.count, -right.value.first)
      }
      keepers[owner] = best?.value.first
    }
    return keepers
  }

  /// Gives every set its number, that of the owner most of whose rows it has, or a new one.
  private mutating func number(_ rows: [Int]) {
    let keepers = keepers(rows)
    var shares: [Int: [Int32: Int]] = [:]
    for row in rows { shares[sets.root(row), default: [:]][owner[row], default: 0] += 1 }
    var numbers: [Int: Int32] = [:]
    for (one, row) in keepers.sorted(by: { $0.key < $1.key }) {
      let root = sets.root(row)
      guard let known = numbers[root] else {
        numbers[root] = one
        continue
      }
      let (share, rival) = (shares[root]?[known] ?? 0, shares[root]?[one] ?? 0)
      if rival > share { numbers[root] = one }
    }
    for (one, row) in keepers.sorted(by: { $0.key < $1.key }) {
      if let remaining = numbers[sets.root(row)], remaining != one {
        merges.append(SettledRevision.Merge(merged: one, remaining: remaining))
      }
    }
    for row in rows {
      let root = sets.root(row)
      if numbers[root] == nil {
        numbers[root] = count + Int32(added)
        added += 1
      }
      owner[row] = numbers[root] ?? owner[row]
    }
  }

  private static func key(_ left: Int, _ right: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: left)) << 32 | UInt64(UInt32(truncatingIfNeeded: right))
  }

  private static func both(_ left: Int, _ right: Int) -> [UInt64] {
    [key(left, right), key(right, left)]
  }
}
