/// So many of so many, with the range in which the share lies that a sample of these shows.
package struct Proportion: Sendable, Hashable {
  package let part: Int
  package let whole: Int

  /// Below so many nothing is said: the range would span most of what is possible.
  package static let least = 30

  /// `nil` where `whole` is too small to say anything.
  package init?(_ part: Int, of whole: Int) {
    guard whole >= Proportion.least, part >= 0, part <= whole else { return nil }
    self.part = part
    self.whole = whole
  }

  /// The share, 0 to 1.
  package var share: Double { Double(part) / Double(whole) }

  /// The 95 % interval by Wilson's score, within 0 to 1.
  ///
  /// Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference.
  package var interval: ClosedRange<Double> {
    let (count, deviation) = (Double(whole), 1.959_963_984_540_054)
    let square = deviation * deviation
    let centre = share + square / (2 * count)
    let spread =
      deviation * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
    let (low, high) = (
      (centre - spread) / (1 + square / count), (centre + spread) / (1 + square / count)
    )
    // At the ends the two terms cancel but for the last bits.
    return (part == 0 ? 0 : max(low, 0))...(part == whole ? 1 : min(high, 1))
  }

  /// A share of 0 to 1 in hundredths of a percent, rounded so that only what is whole is shown whole
  /// and only what is nothing as nothing.
  package static func basisPoints(_ share: Double) -> Int {
    let points = Int((share * 10_000).rounded())
    if points >= 10_000, share < 1 { return 9_999 }
    return points <= 0 && share > 0 ? 1 : points
  }
}
