internal import Vocabulary

extension LeadMatching {
  /// What new leads are numbered by.
  private struct FirstSeen: Comparable {
    let day: Int32
    let county: Int32
    let row: Int32

    static let never = FirstSeen(day: .max, county: .max, row: .max)

    static func < (left: FirstSeen, right: FirstSeen) -> Bool {
      (left.day, left.county, left.row) < (right.day, right.county, right.row)
    }
  }

  /// Lead numbers by row, new ones by first day, county and content.
  func numbers() -> (byRow: [Int32], new: Int) {
    var sets = sets
    var first = [FirstSeen](repeating: .never, count: table.count)
    var isNew = [Bool](repeating: false, count: table.count)
    var roots: [Int] = []
    for row in table.rows where isLead(row) {
      let root = sets.root(Int(row))
      guard identities[root].settled < 0 else { continue }
      let key = FirstSeen(
        day: eventDay(row)?.number ?? .max, county: table.county[Int(row)], row: row)
      if !isNew[root] {
        isNew[root] = true
        roots.append(root)
      }
      first[root] = min(first[root], key)
    }
    roots.sort { first[$0] < first[$1] }
    let base = Int32(settled.leadCount)
    var numbers = [Int32](repeating: -1, count: table.count)
    for (position, root) in roots.enumerated() { numbers[root] = base + Int32(position) }
    let byRow = (0..<Int32(table.count)).map { row -> Int32 in
      guard isLead(row) else { return -1 }
      let root = sets.root(Int(row))
      return identities[root].settled >= 0 ? identities[root].settled : numbers[root]
    }
    return (byRow, roots.count)
  }
}
