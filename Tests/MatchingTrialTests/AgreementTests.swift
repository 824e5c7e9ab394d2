import Testing

@testable import MatchingTrial

@Suite("Agreement of clusters with the truth")
struct AgreementTests {
  @Test("clusters that are the truth under other numbers are perfect") func perfect() {
    let found = Agreement(
      cluster: [7, 7, 2, 2, 9], truth: [0, 0, 1, 1, 2], code: [0, 5, 0, 0, 0])
    #expect(found.pairs.f1 == 1 && found.bCubed.f1 == 1 && found.exactShare == 1)
    #expect(found.truePairs == 2 && found.wrongClusters == 0 && found.split == 0)
  }

  /// a a a | b b, clustered as {a a} {a b} {b}.
  @Test("pairs and B-cubed are those counted by hand") func countedByHand() {
    let found = Agreement(
      cluster: [0, 0, 1, 1, 2], truth: [0, 0, 0, 1, 1], code: [0, 0, 0, 0, 0])
    #expect(found.truePairs == 4 && found.wrongPairs == 1 && found.missedPairs == 3)
    #expect(found.pairs.precision == 0.5 && found.pairs.recall == 0.25)
    // Precision 1 1 ½ ½ 1, recall ⅔ ⅔ ⅓ ½ ½.
    #expect(abs(found.bCubed.precision - 0.8) < 1e-12)
    #expect(abs(found.bCubed.recall - 8.0 / 15) < 1e-12)
    #expect(found.wrongClusters == 1 && found.wronglyMerged == 2 && found.split == 2)
    #expect(found.exactShare == 0)
  }

  @Test("pairs that share a code do not count where codes are left out") func codesLeftOut() {
    // Two with one code, found; the third of them without, missed.
    let found = Agreement(
      cluster: [0, 0, 1, 2], truth: [0, 0, 0, 1], code: [4, 4, 0, 0])
    #expect(found.truePairs == 3 && found.truePairsWithoutCode == 2)
    #expect(found.pairsWithoutCode.recall == 0 && found.pairsWithoutCode.precision == 1)
    #expect(found.bCubedWithoutCode.precision == 1)
    #expect(abs(found.bCubedWithoutCode.recall - 2.0 / 3) < 1e-12)
  }

  @Test("records about nobody are left out, records without a cluster stand alone")
  func missingNumbers() {
    let found = Agreement(
      cluster: [-1, -1, 0, 0], truth: [3, 3, -1, 5], code: [0, 0, 0, 0])
    #expect(found.records == 3 && found.truePairs == 1 && found.missedPairs == 1)
    #expect(found.wrongPairs == 0)
  }
}
