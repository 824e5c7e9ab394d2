internal import Matching

/// What decisions changed of the leads, or of the obligors, that earlier runs had settled; by places.
struct OwnerChanges {
  struct Merge {
    let merged: Int
    let remaining: Int
  }

  /// A row that is another's from now on.
  struct Move {
    let row: Int
    let origin: Int
    let owner: Int
  }

  private(set) var merges: [Merge] = []
  private(set) var moves: [Move] = []

  /// No change.
  init() {}

  /// What lies between two states of the same rows; rows that go where their old owner went do not
  /// move.
  init(from old: [Int32], to new: some Sequence<Int32>, _ merges: [SettledRevision.Merge]) {
    var remaining: [Int32: Int32] = [:]
    for merge in merges {
      remaining[merge.merged] = merge.remaining
      self.merges.append(Merge(merged: Int(merge.merged), remaining: Int(merge.remaining)))
    }
    for (row, (before, now)) in zip(old, new).enumerated() where before != now {
      let expected = remaining[before] ?? before
      if now != expected {
        moves.append(Move(row: row, origin: Int(expected), owner: Int(now)))
      }
    }
  }

  /// All that were merged into, divided or given rows.
  var touched: Set<Int> {
    Set(merges.map(\.remaining)).union(moves.flatMap { [$0.origin, $0.owner] })
  }
}
