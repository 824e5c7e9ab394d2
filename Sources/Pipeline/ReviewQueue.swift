internal import Reports
internal import Vocabulary

/// What people have to decide, in the order in which it matters.
struct ReviewQueue {
  private let state: QuarterState
  private var ofLead: [LeadID: Money] = [:]
  private var ofObligor: [ObligorID: Money] = [:]

  /// The queue of a report's leads.
  init(_ state: QuarterState, _ entries: [LeadEntry]) {
    self.state = state
    for entry in entries {
      guard let amount = entry.amountDetermined ?? entry.amountEstimate else { continue }
      ofLead[entry.id] = amount
      guard let obligor = entry.obligor else { continue }
      ofObligor[obligor] = ReviewQueue.sum(ofObligor[obligor], amount)
    }
  }

  /// The items, each once, those with most money at stake first and those whose stake nobody knows
  /// last.
  ///
  /// Doubt counts alike for all of them as long as joins rest on sure evidence alone, which has no
  /// weight. What is at stake between two leads or two obligors is the damage of both.
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
        evidence: item.evidence, stake: stake(of: pair, rows), pair: pair)
    }
    return staked.enumerated().sorted { left, right in
      let (one, other) = (left.element.stake?.fen ?? -1, right.element.stake?.fen ?? -1)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
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
