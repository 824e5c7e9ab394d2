internal import Vocabulary

/// Why two rows are one's, while rows are being matched.
struct RowJoin {
  /// The one that comes first.
  let earlier: Int32
  let later: Int32
  /// What weighed, by number; -1 where nothing was weighed.
  let weighing: Int32
  let rule: JoinRule

  /// The join of two rows in either order.
  init(_ left: Int32, _ right: Int32, _ rule: JoinRule, weighing: Int32 = -1) {
    earlier = min(left, right)
    later = max(left, right)
    self.weighing = weighing
    self.rule = rule
  }
}

/// What a join by weight rests on.
struct Weighing {
  let waterfall: Waterfall
  let second: SecondBest<Int>?
}

extension RankedRecords {
  /// The joins as others read them, of rows of the record table.
  func joins(_ lists: [RowJoin]..., weighings: [Weighing] = []) -> [Join] {
    var joins: [Join] = []
    joins.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for list in lists {
      for join in list {
        let weighing = join.weighing < 0 ? nil : weighings[Int(join.weighing)]
        joins.append(
          Join(
            earlier: Int(original[Int(join.earlier)]), later: Int(original[Int(join.later)]),
            rule: join.rule, weight: weighing?.waterfall.weight, waterfall: weighing?.waterfall,
            second: weighing?.second.flatMap { $0.map(originalRow) }))
      }
    }
    return joins
  }
}
