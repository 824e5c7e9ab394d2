/// What weighed a run's pairs, and what it came to; for the manifest.
package struct MatchingAccount: Sendable, Equatable {
  /// The version of the model.
  package var model: Int32
  /// From where on it joins, asks, and how far the best candidate must be ahead of the second; in
  /// thousandths of a bit.
  package var join: Int32
  package var review: Int32
  package var margin: Int32
  package var blocks: BlockReport
  /// How well known codes were found again when they were masked, one for each kind; empty for a run
  /// that did not look.
  package var masked: [MaskedCodes]

  /// An account of those values.
  package init(
    model: Int32, join: Int32, review: Int32, margin: Int32, blocks: BlockReport,
    masked: [MaskedCodes] = []
  ) {
    self.masked = masked
    self.model = model
    self.join = join
    self.review = review
    self.margin = margin
    self.blocks = blocks
  }
}
