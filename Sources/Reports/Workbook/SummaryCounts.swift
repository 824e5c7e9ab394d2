internal import Vocabulary

/// Leads counted by a row key and disposition, for the cross tables of 汇总.
struct SummaryCounts<Key: Hashable> {
  private var counts: [Key: [Int]] = [:]
  private static var empty: [Int] { Array(repeating: 0, count: Disposition.allCases.count) }

  /// Counts all leads once.
  init(_ leads: [LeadEntry], by key: (LeadEntry) -> Key) {
    for lead in leads {
      guard let place = Disposition.allCases.firstIndex(of: lead.disposition) else { continue }
      counts[key(lead), default: Self.empty][place] += 1
    }
  }

  /// The counts of a row in the order of the dispositions.
  subscript(key: Key) -> [Int] { counts[key] ?? Self.empty }

  /// The counts of all rows but these.
  func others(than keys: some Sequence<Key>) -> [Int] {
    let named = Set(keys)
    return counts.reduce(into: Self.empty) { sums, row in
      guard !named.contains(row.key) else { return }
      for place in sums.indices { sums[place] += row.value[place] }
    }
  }
}
