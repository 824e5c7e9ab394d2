/// How well clusters agree with the truth.
package struct Agreement: Encodable, Sendable {
  /// Shares of 0 to 1; 1 where there was nothing to find or nothing was claimed.
  package struct Score: Encodable, Sendable {
    package let precision: Double
    package let recall: Double
    package let f1: Double

    init(precision: Double, recall: Double) {
      self.precision = precision
      self.recall = recall
      f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    /// From counts of pairs.
    init(right: Int, claimed: Int, real: Int) {
      self.init(
        precision: claimed == 0 ? 1 : Double(right) / Double(claimed),
        recall: real == 0 ? 1 : Double(right) / Double(real))
    }
  }

  package let records: Int
  /// Over all pairs of records.
  package let pairs: Score
  package let truePairs: Int
  package let wrongPairs: Int
  package let missedPairs: Int
  /// Over the pairs that do not share a valid code.
  package let pairsWithoutCode: Score
  package let truePairsWithoutCode: Int
  package let wrongPairsWithoutCode: Int
  package let missedPairsWithoutCode: Int
  /// B-cubed, over all records.
  package let bCubed: Score
  /// B-cubed, over the records without a valid code.
  package let bCubedWithoutCode: Score
  /// Real obligors or events whose records are one cluster and nothing else.
  package let exactShare: Double
  /// Clusters that hold more than one real obligor or event.
  package let wrongClusters: Int
  /// Real obligors or events that share a cluster with another.
  package let wronglyMerged: Int
  /// Real obligors or events whose records are in more than one cluster.
  package let split: Int

  /// Compares clusters with the truth, both by row.
  ///
  /// A `cluster` of -1 is a cluster of its own, `truth` -1 leaves the record out; `code` 0 is none.
  package init(cluster: [Int32], truth: [Int32], code: [UInt32]) {
    let rows = truth.indices.filter { truth[$0] >= 0 }
    let own = (cluster.max() ?? 0) + 1
    let clusters = rows.enumerated().map {
      UInt64(cluster[$0.element] >= 0 ? cluster[$0.element] : own + Int32($0.offset))
    }
    let truths = rows.map { UInt64(truth[$0]) }
    let codes = rows.map { UInt64(code[$0]) }
    let byCluster = Grouping(clusters)
    let byTruth = Grouping(truths)
    let both = Grouping(Grouping.combined(byCluster, byTruth))

    // A code of 0 is shared with nobody.
    func coded(_ grouping: Grouping) -> Int {
      let having = rows.indices.filter { codes[$0] != 0 }
      return Grouping(having.map { UInt64(grouping.group[$0]) << 32 | codes[$0] }).pairs
    }
    records = rows.count
    pairs = Score(right: both.pairs, claimed: byCluster.pairs, real: byTruth.pairs)
    truePairs = byTruth.pairs
    wrongPairs = byCluster.pairs - both.pairs
    missedPairs = byTruth.pairs - both.pairs
    let (right, claimed, real) = (
      both.pairs - coded(both), byCluster.pairs - coded(byCluster), byTruth.pairs - coded(byTruth)
    )
    pairsWithoutCode = Score(right: right, claimed: claimed, real: real)
    truePairsWithoutCode = real
    wrongPairsWithoutCode = claimed - right
    missedPairsWithoutCode = real - right

    var (precision, recall) = (0.0, 0.0)
    var (precisionWithout, recallWithout, without) = (0.0, 0.0, 0)
    var cells = [Int](repeating: 0, count: byTruth.sizes.count)
    var isMerged = [Bool](repeating: false, count: byTruth.sizes.count)
    var isWrong = [Bool](repeating: false, count: byCluster.sizes.count)
    var exact = 0
    var isSeen = [Bool](repeating: false, count: both.sizes.count)
    for row in rows.indices {
      let (c, t, b) = (Int(byCluster.group[row]), Int(byTruth.group[row]), Int(both.group[row]))
      let common = Double(both.sizes[b])
      precision += common / Double(byCluster.sizes[c])
      recall += common / Double(byTruth.sizes[t])
      if codes[row] == 0 {
        precisionWithout += common / Double(byCluster.sizes[c])
        recallWithout += common / Double(byTruth.sizes[t])
        without += 1
      }
      if both.sizes[b] < byCluster.sizes[c] {
        isWrong[c] = true
        isMerged[t] = true
      }
      guard !isSeen[b] else { continue }
      isSeen[b] = true
      cells[t] += 1
      if both.sizes[b] == byCluster.sizes[c], both.sizes[b] == byTruth.sizes[t] { exact += 1 }
    }
    let count = Double(max(rows.count, 1))
    bCubed = Score(precision: precision / count, recall: recall / count)
    bCubedWithoutCode = Score(
      precision: precisionWithout / Double(max(without, 1)),
      recall: recallWithout / Double(max(without, 1)))
    exactShare = Double(exact) / Double(max(byTruth.sizes.count, 1))
    wrongClusters = isWrong.count { $0 }
    wronglyMerged = isMerged.count { $0 }
    split = cells.count { $0 > 1 }
  }
}

/// Equal keys under one number.
struct Grouping {
  /// By place of the keys, which group it is.
  private(set) var group: [UInt32]
  private(set) var sizes: [Int] = []

  /// Numbers the keys in ascending order; O(n log n).
  init(_ keys: [UInt64]) {
    group = Array(repeating: 0, count: keys.count)
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    var last: UInt64?
    for place in order {
      if keys[place] != last {
        sizes.append(0)
        last = keys[place]
      }
      group[place] = UInt32(sizes.count - 1)
      sizes[sizes.count - 1] += 1
    }
  }

  /// How many pairs of places are in one group.
  var pairs: Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }

  /// Keys that are equal where both groupings are.
  static func combined(_ left: Grouping, _ right: Grouping) -> [UInt64] {
    zip(left.group, right.group).map { UInt64($0) << 32 | UInt64($1) }
  }
}
