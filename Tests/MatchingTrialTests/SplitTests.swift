import Matching
import MatchingTrial
import Sample
import Testing
import Vocabulary

/// A drop taken in at once, and the same rows over two runs.
///
/// The two cannot always end alike: what the ledger holds apart no machine puts together, whatever
/// the second run brings. But then somebody is asked.
@Suite("One drop or two")
struct SplitTests {
  @Test(
    "over two runs obligors and leads are those of one run, or it is asked whether they are one",
    arguments: [("tuning", UInt64(1)), ("tuning", 2), ("held-out", 3), ("province", 4)])
  func split(_ plan: String, _ seed: UInt64) throws {
    let trial = try TrialMatch(plan, records: 3000)
    var generator = SeededSequence(seed: seed)
    let order = (0..<trial.table.count).shuffled(using: &generator)
    let whole = trial.table(in: order)
    let one = trial.match(whole)
    let first = trial.match(trial.table(in: Array(order.prefix(order.count / 2))))
    let two = trial.match(whole, TrialMatch.settled(first, order.count / 2))
    let obligors = Comparison(one.obligor, two.obligor)
    let leads = Comparison(one.lead, two.lead)
    for comparison in [obligors, leads] {
      #expect(comparison.divided.count * 100 <= comparison.groups, "\(plan) \(seed)")
      #expect(comparison.fused * 250 <= comparison.groups, "\(plan) \(seed)")
    }
    let asked = Questions(two, whole)
    for parts in obligors.divided {
      #expect(
        asked.join(parts, .obligor) || haveTwoCodes(parts, two, whole), "\(plan) \(seed) \(parts)")
    }
    for parts in leads.divided {
      let owners = Set(
        two.lead.indices.filter { parts.contains(two.lead[$0]) }.map { two.obligor[$0] })
      #expect(
        asked.join(parts, .lead) || owners.subtracting([-1]).count > 1,
        "\(plan) \(seed) \(rows(of: parts, two, whole, first))")
    }
  }

  @Test("nobody's number changes in a later run, and nothing is taken back")
  func settledStays() throws {
    let trial = try TrialMatch("held-out", records: 1600)
    let half = trial.table.count / 2
    let first = trial.match(trial.table(in: Array(0..<half)))
    let two = trial.match(trial.table, TrialMatch.settled(first, half))
    #expect(Array(two.obligor.prefix(half)) == first.obligor)
    #expect(Array(two.lead.prefix(half)) == first.lead)
    let again = trial.match(
      trial.table,
      SettledRows(
        obligor: two.obligor, lead: two.lead, obligorCount: first.newObligors + two.newObligors,
        leadCount: first.newLeads + two.newLeads))
    #expect(again.obligor == two.obligor && again.lead == two.lead)
    #expect((again.newObligors, again.newLeads) == (0, 0))
    #expect(again.obligorJoins.isEmpty && again.leadJoins.isEmpty)
  }

  /// What the rows of leads say, for who reads that they are divided.
  private func rows(
    of parts: Set<Int32>, _ matching: Matching, _ table: RecordTable, _ first: Matching
  ) -> String {
    matching.lead.indices.filter { parts.contains(matching.lead[$0]) }.map { row in
      let texts = [TextField.partyName, .place, .documentNumber, .recordNumber, .remarks]
        .map { table.string($0, row) }
      let days = [DayField.occurrence, .discovery, .reportReceived, .decision, .transferReceived]
        .map { table.day($0, row)?.description ?? "-" }
      let run = row < first.lead.count ? "1" : "2"
      return
        "\(matching.lead[row]) run \(run) \(table.source[row]) \((texts + days).joined(separator: "|"))"
    }.joined(separator: "\n")
  }

  /// Whether codes forbid what one run joined: the first run had put a part of it to somebody else.
  private func haveTwoCodes(_ parts: Set<Int32>, _ matching: Matching, _ table: RecordTable) -> Bool
  {
    [TextField.creditCode, .personID].contains { field in
      let rows = matching.obligor.indices.filter { parts.contains(matching.obligor[$0]) }
      return Set(rows.map { table.text(field, $0) }.filter { !$0.isMissing }).count > 1
    }
  }

  /// How two partitions of the same rows differ.
  private struct Comparison {
    private(set) var groups = 0
    /// What is one in the first, the parts in the second.
    private(set) var divided: [Set<Int32>] = []
    /// How many of the second have rows of several of the first.
    private(set) var fused = 0

    init(_ one: [Int32], _ two: [Int32]) {
      var parts: [Int32: Set<Int32>] = [:]
      var sources: [Int32: Set<Int32>] = [:]
      for row in one.indices where one[row] >= 0 && two[row] >= 0 {
        parts[one[row], default: []].insert(two[row])
        sources[two[row], default: []].insert(one[row])
      }
      groups = parts.count
      divided = parts.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
      fused = sources.values.count { $0.count > 1 }
    }
  }

  /// Which obligors and leads a run asks about.
  private struct Questions {
    private var pairs: [JoinScope: [Set<Int32>]] = [:]

    init(_ matching: Matching, _ table: RecordTable) {
      var rows: [ContentHash: Int] = [:]
      for row in 0..<table.count { rows[table.content[row]] = row }
      for pair in matching.review.compactMap(\.pair) {
        guard let left = rows[pair.first], let right = rows[pair.second] else { continue }
        let owner = pair.scope == .lead ? matching.lead : matching.obligor
        pairs[pair.scope, default: []].append([owner[left], owner[right]])
      }
    }

    /// Whether a question is about two of the parts.
    func join(_ parts: Set<Int32>, _ scope: JoinScope) -> Bool {
      (pairs[scope] ?? []).contains { $0.count == 2 && $0.isSubset(of: parts) }
    }
  }
}
