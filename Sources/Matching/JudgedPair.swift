package import Vocabulary

/// A standing decision of a person about two rows that the ledger has settled.
package struct JudgedPair: Sendable, Hashable {
  package let scope: JoinScope
  package let left: Int
  package let right: Int
  package let verdict: Verdict

  /// A decision about two different rows.
  package init(scope: JoinScope, left: Int, right: Int, verdict: Verdict) {
    self.scope = scope
    self.left = left
    self.right = right
    self.verdict = verdict
  }
}

/// Two leads, or two obligors, by their settled numbers; the order makes no difference.
package struct OwnerPair: Sendable, Hashable {
  package let first: Int32
  package let second: Int32

  /// The pair of two numbers; `nil` if they are equal or one is of nobody settled.
  package init?(_ one: Int32, _ other: Int32) {
    guard one != other, one >= 0, other >= 0 else { return nil }
    first = min(one, other)
    second = max(one, other)
  }
}
