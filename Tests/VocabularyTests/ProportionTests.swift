import Testing
import Vocabulary

@Suite("Shares of a sample")
struct ProportionTests {
  @Test("too few say nothing", arguments: [(0, 0), (29, 29), (1, 2), (31, 30), (-1, 40)])
  func tooFew(_ part: Int, _ whole: Int) { #expect(Proportion(part, of: whole) == nil) }

  // By hand from the formula; the first row is the note's own example: 4 wrong of 1,000.
  @Test(
    "Wilson's interval",
    arguments: [
      (996, 1000, 9898, 9984), (30, 30, 8865, 10_000), (0, 30, 0, 1135), (50, 100, 4038, 5962),
    ])
  func interval(_ part: Int, _ whole: Int, _ low: Int, _ high: Int) throws {
    let interval = try #require(Proportion(part, of: whole)).interval
    #expect(Proportion.basisPoints(interval.lowerBound) == low)
    #expect(Proportion.basisPoints(interval.upperBound) == high)
  }

  @Test(
    "only what is whole is shown whole",
    arguments: [(1.0, 10_000), (0.99999, 9999), (0.00001, 1), (0, 0)])
  func rounding(_ share: Double, _ points: Int) { #expect(Proportion.basisPoints(share) == points) }
}
