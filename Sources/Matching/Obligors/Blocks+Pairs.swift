internal import Vocabulary

/// From keys to pairs.
extension Blocks {
  /// Adds the pairs of the parties that share a key, and counts the blocks of which pairs can come.
  mutating func add(_ order: inout KeyedOrder, _ family: BlockReport.Family) {
    order.sort()
    var account = report[family]
    order.forEachRun { run in
      let block = Blocks.distinct(run)
      guard block.count > 1, block.contains(where: { parties.isOpen[Int($0)] }) else { return }
      account.blocks += 1
      if block.count > Blocks.cap { account.refined += 1 }
      pair(block, Refinement.allCases[...], &account)
    }
    report.count(family) { $0 = account }
  }

  /// The parties of a run, each once; those of one party are neighbours or few.
  private static func distinct(_ run: ArraySlice<Int32>) -> [Int32] {
    if run.count == 2 { return run.first == run.last ? [] : Array(run) }
    let sorted = run.sorted()
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }

  private mutating func pair(
    _ block: [Int32], _ refinements: ArraySlice<Refinement>,
    _ account: inout BlockReport.Account
  ) {
    guard block.count > Blocks.cap else {
      for (place, one) in block.enumerated() {
        for other in block[(place + 1)...]
        where parties.isOpen[Int(one)] || parties.isOpen[Int(other)] {
          account.pairs += 1
          let (first, last) = (min(one, other), max(one, other))
          pairs.append(UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: last)))
        }
      }
      return
    }
    guard let refinement = refinements.first else {
      account.overflowing += 1
      account.partiesLeftOut += block.count
      return
    }
    var order = KeyedOrder()
    var unkeyed: [Int32] = []
    for party in block {
      let count = order.count
      forEachKey(of: Int(party), refinement) { order.add($0, party) }
      if order.count == count { unkeyed.append(party) }
    }
    order.sort()
    order.forEachRun { pair(Blocks.distinct($0), refinements.dropFirst(), &account) }
    if unkeyed.count > 1 { pair(unkeyed, refinements.dropFirst(), &account) }
  }

  /// The keys a party has for parting a block; those that have none are a part of their own.
  private func forEachKey(of party: Int, _ refinement: Refinement, _ body: (UInt64) -> Void) {
    switch refinement {
    case .county:
      for county in parties.counties[party] { body(UInt64(county)) }
    case .representative:
      for person in parties.people[party] { body(profiles.people.traits[Int(person)].keyHash) }
    case .address:
      for address in parties.addresses[party] {
        if let key = profiles.addresses.key(address) { body(key) }
      }
    }
  }
}
