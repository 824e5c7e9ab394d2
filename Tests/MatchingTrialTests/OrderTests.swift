import Matching
import MatchingTrial
import Sample
import Testing
import Vocabulary

@Suite("The order of files and rows changes nothing")
struct OrderTests {
  @Test(
    "numbers, joins, questions, counts and the check are the same in any order",
    arguments: [
      ("tuning", TrialPlan.Skew.none, UInt64(1)), ("held-out", .none, 2),
      ("tuning", .government, 3),
      ("tuning", .soleTrader, 4), ("tuning", .sharedCode, 5), ("province", .none, 6),
    ])
  func oneRun(_ plan: String, _ skew: TrialPlan.Skew, _ seed: UInt64) throws {
    let trial = try TrialMatch(plan, records: 1600, skew: skew)
    var generator = SeededSequence(seed: seed)
    let order = (0..<trial.table.count).shuffled(using: &generator)
    let table = trial.table(in: order)
    compare(trial.match(trial.table), trial.table, trial.match(table), table, order)
  }

  @Test("a later run neither: what the ledger holds stands first", arguments: [UInt64(11), 12])
  func laterRun(_ seed: UInt64) throws {
    let trial = try TrialMatch("tuning", records: 1600)
    var generator = SeededSequence(seed: seed)
    let all = (0..<trial.table.count).shuffled(using: &generator)
    let (known, new) = (Array(all.prefix(800)), Array(all.dropFirst(800)))
    let ledger = trial.table(in: known)
    let settled = TrialMatch.settled(trial.match(ledger), ledger.count)
    let (first, second) = (
      trial.table(in: known + new), trial.table(in: known + new.shuffled(using: &generator))
    )
    let position = Dictionary(
      uniqueKeysWithValues: (0..<first.count).map { (first.content[$0], $0) })
    let order = (0..<second.count).compactMap { position[second.content[$0]] }
    #expect(order.count == first.count)
    compare(
      trial.match(first, settled), first, trial.match(second, settled), second, order)
  }

  private func compare(
    _ one: Matching, _ table: RecordTable, _ other: Matching, _ permuted: RecordTable,
    _ order: [Int]
  ) {
    #expect(other.obligor == order.map { one.obligor[$0] })
    #expect(other.lead == order.map { one.lead[$0] })
    #expect((other.newObligors, other.newLeads) == (one.newObligors, one.newLeads))
    #expect(other.account.blocks == one.account.blocks)
    #expect(other.account.masked == one.account.masked)
    for (left, right) in [
      (one.obligorJoins, other.obligorJoins), (one.leadJoins, other.leadJoins),
    ] {
      #expect(
        left.map { PlacelessJoin($0, table) }.sorted()
          == right.map { PlacelessJoin($0, permuted) }.sorted())
    }
    #expect(one.review.map(PlacelessQuestion.init) == other.review.map(PlacelessQuestion.init))
  }
}
