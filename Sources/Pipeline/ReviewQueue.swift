internal import Reports
internal import Vocabulary

/// What people have to decide, in the order in which it matters: by what is at stake times doubt.
struct ReviewQueue {
  private let state: QuarterState
  private let order: ReviewOrder
  private var ofLead: [LeadID: Money] = [:]
  private var ofObligor: [ObligorID: Money] = [:]

  /// The queue of a report's leads.
  init(_ state: QuarterState, _ entries: [LeadEntry], _ matching: MatchingAccount?) {
    self.state = state
    order = ReviewOrder(matching)
    for entry in entries {
      guard let amount = entry.amountDetermined ?? entry.amountEstimate else { continue }
      ofLead[entry.id] = amount
      guard let obligor = entry.obligor else { continue }
      ofObligor[obligor] = ReviewQueue.sum(ofObligor[obligor], amount)
    }
  }

  /// The items, each once, in their order; what is at stake between two leads or two obligors is the
  /// damage of both.
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
    return order.sorted(staked)
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
