internal import Reports
internal import Vocabulary

/// What people have to decide, in the order in which it matters: by what is at stake times doubt.
struct ReviewQueue {
  private let state: QuarterState
  /// Between what bars the model asks; `nil` where nothing was weighed.
  private let bars: (review: Int32, join: Int32)?
  private var ofLead: [LeadID: Money] = [:]
  private var ofObligor: [ObligorID: Money] = [:]

  /// The queue of a report's leads.
  init(_ state: QuarterState, _ entries: [LeadEntry], _ matching: MatchingAccount?) {
    self.state = state
    bars = matching.map { ($0.review, $0.join) }
    for entry in entries {
      guard let amount = entry.amountDetermined ?? entry.amountEstimate else { continue }
      ofLead[entry.id] = amount
      guard let obligor = entry.obligor else { continue }
      ofObligor[obligor] = ReviewQueue.sum(ofObligor[obligor], amount)
    }
  }

  /// The items, each once, ordered by stake times doubt, of equal ones by the order given.
  ///
  /// What is at stake between two leads or two obligors is the damage of both. A stake that nobody
  /// knows is not zero: it ranks as the median of those known.
  func ordered(_ items: [ReviewItem]) -> [ReviewItem] {
    let asked = Set(items.compactMap(\.pair).flatMap { [$0.first, $0.second] })
    var rows: [ContentHash: Int] = [:]
    for row in 0..<state.table.count where asked.contains(state.table.content[row]) {
      rows[state.table.content[row]] = row
    }
    var seen: Set<String> = []
    let staked = items.filter { seen.insert($0.item).inserted }.map { item in
      guard item.stake == nil, let pair = item.pair else { return item }
      return ReviewItem(
        kind: item.kind, left: item.left, right: item.right, question: item.question,
        evidence: item.evidence, stake: stake(of: pair, rows), weight: item.weight, pair: pair)
    }
    let known = staked.compactMap { $0.stake?.fen }.sorted()
    let unknown = known.isEmpty ? 1 : known[(known.count - 1) / 2]
    let ranked = staked.enumerated().map { place, item in
      let fen = max(0, item.stake?.fen ?? unknown)
      return (
        urgency: fen.multipliedFullWidth(by: ReviewDoubt.of(item.weight, between: bars)),
        place: place, item: item
      )
    }
    return ranked.sorted { left, right in
      if left.urgency != right.urgency { return left.urgency > right.urgency }
      return left.place < right.place
    }.map(\.item)
  }

  private func stake(of pair: RecordPair, _ rows: [ContentHash: Int]) -> Money? {
    guard let left = rows[pair.first], let right = rows[pair.second] else { return nil }
    let (one, other) =
      switch pair.scope {
      case .lead: (amount(lead: left), amount(lead: right))
      case .obligor: (amount(obligor: left), amount(obligor: right))
      }
    guard let one else { return other }
    return ReviewQueue.sum(other, one)
  }

  private func amount(lead row: Int) -> Money? {
    state.leadOf[row] < 0 ? nil : ofLead[state.leads[Int(state.leadOf[row])]]
  }

  private func amount(obligor row: Int) -> Money? {
    state.obligorOf[row] < 0 ? nil : ofObligor[state.obligors[Int(state.obligorOf[row])]]
  }

  private static func sum(_ one: Money?, _ other: Money) -> Money {
    let (sum, overflows) = (one?.fen ?? 0).addingReportingOverflow(other.fen)
    return Money(fen: overflows ? .max : sum)
  }
}

/// How far a question is from being answered by its weight.
enum ReviewDoubt {
  /// Full doubt, in thousandths.
  static let full: Int64 = 1000

  /// Full midway between the bar to ask and the bar to join, half of it at both bars, and the less the
  /// further beyond; full where nothing was weighed. In thousandths, at least one.
  static func of(_ weight: Int32?, between bars: (review: Int32, join: Int32)?) -> Int64 {
    guard let weight, let bars, bars.join > bars.review else { return full }
    let half = Int64(bars.join - bars.review)
    let distance = 2 * Int64(weight) - Int64(bars.review) - Int64(bars.join)
    return max(1, full * half * half / (half * half + distance * distance))
  }
}
