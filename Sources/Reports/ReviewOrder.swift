package import Vocabulary

/// The order in which questions are put to people: by what is at stake times doubt.
package struct ReviewOrder: Sendable {
  /// Between what bars the model asks and joins; `nil` where nothing was weighed.
  private let bars: (review: Int32, join: Int32)?

  /// Full doubt, in thousandths.
  private static let full: Int64 = 1000

  /// The order for questions of a run with that account.
  package init(_ matching: MatchingAccount?) { bars = matching.map { ($0.review, $0.join) } }

  /// The items by stake times doubt, of equal ones by the order given.
  ///
  /// A stake that nobody knows is not zero: it ranks as the median of those known, the lower one of
  /// two.
  package func sorted(_ items: [ReviewItem]) -> [ReviewItem] {
    let known = items.compactMap { $0.stake?.fen }.sorted()
    let unknown = known.isEmpty ? 1 : known[(known.count - 1) / 2]
    let ranked = items.enumerated().map { place, item in
      let fen = max(0, item.stake?.fen ?? unknown)
      return (
        urgency: fen.multipliedFullWidth(by: doubt(ofWeight: item.weight)), place: place,
        item: item
      )
    }
    return ranked.sorted { left, right in
      left.urgency == right.urgency ? left.place < right.place : left.urgency > right.urgency
    }.map(\.item)
  }

  /// The doubt of a question of that weight, in thousandths, at least one.
  ///
  /// Full midway between the bar to ask and the bar to join, half of it at both bars, and the less the
  /// further beyond; full where nothing was weighed.
  package func doubt(ofWeight weight: Int32?) -> Int64 {
    guard let weight, let bars, bars.join > bars.review else { return ReviewOrder.full }
    let width = Int64(bars.join) - Int64(bars.review)
    let distance = 2 * Int64(weight) - Int64(bars.review) - Int64(bars.join)
    return max(1, ReviewOrder.full * width * width / (width * width + distance * distance))
  }
}
