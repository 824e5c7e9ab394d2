package import Vocabulary

/// The encoding of a file, and why it is taken for that.
package struct EncodingDecision: Sendable, Hashable {
  package let encoding: TextEncoding
  /// Length of the byte order mark.
  package let markLength: Int
  /// Whether every character was found whole and of this encoding; otherwise fields must be checked
  /// one by one.
  package let isWhole: Bool
  /// Whether the text reads as GB 18030 as well, having too few characters to tell; what it says is
  /// then not certain.
  package let isAmbiguous: Bool
  /// One short sentence on what was decided and why.
  package let reason: Wording

  /// A decision with its reason.
  package init(
    encoding: TextEncoding, markLength: Int, isWhole: Bool, isAmbiguous: Bool = false,
    reason: Wording
  ) {
    self.encoding = encoding
    self.markLength = markLength
    self.isWhole = isWhole
    self.isAmbiguous = isAmbiguous
    self.reason = reason
  }
}
