package import Vocabulary

/// A value of a lead, the record that said it, and what other records said instead.
package struct Chosen<Value: Hashable & Sendable>: Sendable, Hashable {
  /// What one record said.
  package struct Said: Sendable, Hashable {
    package let value: Value
    package let row: Int
  }

  package let value: Value
  /// The row of the record whose word was taken.
  package let row: Int
  /// What lost, in the order of precedence; equal values are not listed.
  package let others: [Said]

  /// Whether some record said another value.
  package var isDisputed: Bool { !others.isEmpty }

  /// The first of `said` wins; `nil` if nobody said anything.
  init?(_ said: [Said]) {
    guard let first = said.first else { return nil }
    value = first.value
    row = first.row
    others = said.dropFirst().filter { $0.value != first.value }
  }
}

/// Whose word is taken when records of one lead disagree.
///
/// A decision outweighs an inspection, that an inspectorate's list, that an emergency report, that a
/// transfer, that a complaint; within one kind the record of the later day, then the one taken in
/// later, since a later report corrects an earlier one.
struct Precedence: Comparable {
  private let weight: Int
  private let day: Int32
  private let row: Int

  init(_ table: RecordTable, _ row: Int) {
    weight =
      switch table.source[row] {
      case .penalty: 0
      case .inspection: 1
      case .inspectorate: 2
      case .emergency: 3
      case .transfer: 4
      case .complaint: 5
      case .history: 6
      }
    day = table.dayOfWord(row)?.number ?? .min
    self.row = row
  }

  static func < (left: Precedence, right: Precedence) -> Bool {
    if left.weight != right.weight { return left.weight < right.weight }
    return (right.day, right.row) < (left.day, left.row)
  }
}

extension RecordTable {
  /// The day a record speaks from: decision, registration, or the event itself.
  package func dayOfWord(_ row: Int) -> Day? {
    day(.decision, row) ?? day(.discovery, row) ?? day(.transferReceived, row)
      ?? day(.reportReceived, row) ?? day(.occurrence, row)
  }
}
