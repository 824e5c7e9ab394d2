/// Two rows whose parties weigh enough to be one and are not, with the reason.
package struct RefusedJoin: Sendable, Hashable {
  package let left: Int
  package let right: Int
  /// In thousandths of a bit.
  package let weight: Int32
  /// Why not, in Chinese.
  package let reason: String
  /// The waterfall, in Chinese.
  package let evidence: String
}
