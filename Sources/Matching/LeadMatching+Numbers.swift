internal import Vocabulary

extension LeadMatching {
  /// Lead numbers by row, new ones by first day and county, and of one day and county by first row.
  func numbers() -> (byRow: [Int32], new: Int) {
    var sets = sets
    var first = [UInt64](repeating: .max, count: table.count)
    var isNew = [Bool](repeating: false, count: table.count)
    var roots: [Int32] = []
    for row in table.rows where isLead(row) {
      let root = sets.root(Int(row))
      guard identities[root].settled < 0 else { continue }
      if !isNew[root] {
        isNew[root] = true
        roots.append(Int32(root))
      }
      first[root] = min(first[root], key(of: row))
    }
    var order = KeyedOrder()
    for root in roots { order.add(first[Int(root)], root) }
    order.sort()
    var numbers = [Int32](repeating: -1, count: table.count)
    for (position, root) in order.numbers.enumerated() {
      numbers[Int(root)] = Int32(settled.leadCount + position)
    }
    let byRow = table.rows.map { row -> Int32 in
      guard isLead(row) else { return -1 }
      let root = sets.root(Int(row))
      return identities[root].settled >= 0 ? identities[root].settled : numbers[root]
    }
    return (byRow, roots.count)
  }

  /// Day, then county; a row without a day comes last.
  private func key(of row: Int32) -> UInt64 {
    let day = UInt32(bitPattern: eventDay(row)?.number ?? .max) ^ 0x8000_0000
    return UInt64(day) << 32 | UInt64(UInt32(bitPattern: table.county[Int(row)]))
  }
}
