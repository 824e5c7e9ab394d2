package import Vocabulary

/// Which obligors are branches of which others: linked, never merged, for a branch is an obligor of
/// its own with a code of its own, and its legal person answers for it (民法典 第七十四条).
package struct BranchLinks: Sendable {
  /// By obligor's number, the number of the one whose branch it is.
  package private(set) var parents: [Int32: Int32] = [:]

  /// The links among obligors whose records are in the table; `obligor` is by row, -1 for nobody.
  ///
  /// A branch's name goes on after its parent's. Where several obligors have the parent's name, or
  /// the divisions contradict each other, nothing is linked. O(rows · log rows).
  package init(_ table: RecordTable, obligor: [Int32]) {
    let names = NameTable(table)
    var order = KeyedOrder()
    for row in 0..<table.count where obligor[row] >= 0 && names.nameOfRow[row] >= 0 {
      let name = names.nameOfRow[row]
      let hash = names.isBranch(name) ? names.parentHash(name) : names.bodyHash(name)
      if hash != 0 { order.add(hash, Int32(row)) }
    }
    order.sort()
    var contested: Set<Int32> = []
    order.forEachRun { run in
      let (branches, others) = BranchLinks.parted(run, names, obligor)
      guard !branches.isEmpty, !others.isEmpty else { return }
      for branch in branches {
        let own = obligor[Int(branch)]
        let fitting = others.filter {
          obligor[Int($0)] != own && BranchLinks.isParent($0, of: branch, names)
        }
        for candidate in Set(fitting.map { obligor[Int($0)] }) {
          if let known = parents[own], known != candidate { contested.insert(own) }
          parents[own] = candidate
        }
      }
    }
    for branch in contested { parents[branch] = nil }
  }

  /// One row of each obligor's each name, branches apart from the others: of one parent's name few.
  private static func parted(
    _ run: ArraySlice<Int32>, _ names: NameTable, _ obligor: [Int32]
  ) -> (branches: [Int32], others: [Int32]) {
    var parted: (branches: [Int32], others: [Int32]) = ([], [])
    var seen: Set<UInt64> = []
    for row in run {
      let name = UInt64(UInt32(bitPattern: names.nameOfRow[Int(row)]))
      guard seen.insert(name << 32 | UInt64(UInt32(bitPattern: obligor[Int(row)]))).inserted else {
        continue
      }
      if names.isBranch(names.nameOfRow[Int(row)]) {
        parted.branches.append(row)
      } else {
        parted.others.append(row)
      }
    }
    return parted
  }

  private static func isParent(_ row: Int32, of branch: Int32, _ names: NameTable) -> Bool {
    let comparison = names.compare(
      names.nameOfRow[Int(row)], names.nameOfRow[Int(branch)])
    return comparison.parent == .left
  }
}
