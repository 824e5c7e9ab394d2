import Matching
import MatchingTrial
import Sample
import Testing
import Vocabulary

@Suite("Decisions on invented drops are replayed")
struct ReplayTests {
  @Test(
    "what people said holds in the next run, and what contradicts is refused",
    arguments: UInt64(1)...4)
  func holds(_ seed: UInt64) throws {
    let trial = try TrialMatch(seed % 2 == 0 ? "tuning" : "held-out", records: 1500)
    var generator = SeededSequence(seed: seed)
    let order = (0..<trial.table.count).shuffled(using: &generator)
    let ledger = trial.table(in: Array(order.prefix(1000)))
    let first = trial.match(ledger)
    let settled = TrialMatch.settled(first, ledger.count)
    let judged = decisions(first, ledger, &generator)
    let whole = trial.table(in: order)
    let revision = SettledRevision(
      whole, settled: settled, judged: judged, obligorJoins: first.obligorJoins,
      leadJoins: first.leadJoins)
    let next = trial.match(whole, revision.settled)
    #expect(Array(next.obligor.prefix(ledger.count)) == revision.settled.obligor)
    #expect(Array(next.lead.prefix(ledger.count)) == revision.settled.lead)
    for pair in judged {
      let owner = pair.scope == .obligor ? next.obligor : next.lead
      let isOne = owner[pair.left] == owner[pair.right]
      switch pair.verdict {
      case .different: #expect(!isOne, "seed \(seed) \(pair)")
      case .same:
        #expect(revision.refused.contains(pair) != isOne, "seed \(seed) \(pair)")
        if !isOne { #expect(isForbidden(pair, judged, revision, whole), "seed \(seed) \(pair)") }
      case .unsure: break
      }
    }
    #expect(judged.contains { $0.verdict == .same && !revision.refused.contains($0) })
    #expect(!revision.refused.isEmpty)

    // The run after that finds them carried out, and changes nothing more.
    let again = SettledRevision(
      whole, settled: TrialMatch.settled(next, revision), judged: judged,
      obligorJoins: first.obligorJoins + next.obligorJoins,
      leadJoins: first.leadJoins + next.leadJoins)
    #expect(again.settled.obligor == next.obligor)
    #expect(again.settled.lead == next.lead)
    #expect((again.newLeads, again.newObligors) == (0, 0))
  }

  /// Answers to questions, divisions of what was joined, and pairs nobody asked about.
  private func decisions(
    _ matching: Matching, _ table: RecordTable, _ generator: inout SeededSequence
  ) -> [JudgedPair] {
    var rows: [ContentHash: Int] = [:]
    for row in 0..<table.count { rows[table.content[row]] = row }
    var found: [JudgedPair] = []
    func add(_ scope: JoinScope, _ one: Int, _ other: Int, _ verdict: Verdict) {
      let isNamed = scope == .lead || (matching.obligor[one] >= 0 && matching.obligor[other] >= 0)
      let isNew = !found.contains {
        $0.scope == scope && Set([$0.left, $0.right]) == Set([one, other])
      }
      if one != other, isNamed, isNew {
        found.append(JudgedPair(scope: scope, left: one, right: other, verdict: verdict))
      }
    }
    for item in matching.review {
      guard let pair = item.pair, let one = rows[pair.first], let other = rows[pair.second] else {
        continue
      }
      add(pair.scope, one, other, Verdict.allCases.randomElement(using: &generator) ?? .unsure)
    }
    for (scope, joins) in [
      (JoinScope.obligor, matching.obligorJoins), (.lead, matching.leadJoins),
    ] {
      for join in joins.shuffled(using: &generator).prefix(12) {
        add(scope, join.earlier, join.later, .different)
      }
    }
    for _ in 0..<24 {
      let (one, other) = (
        Int.random(in: 0..<table.count, using: &generator),
        Int.random(in: 0..<table.count, using: &generator)
      )
      add(generator.next() % 2 == 0 ? .obligor : .lead, one, other, .same)
    }
    return found
  }

  /// Whether codes, obligors or another decision forbid what was said.
  private func isForbidden(
    _ pair: JudgedPair, _ judged: [JudgedPair], _ revision: SettledRevision, _ table: RecordTable
  ) -> Bool {
    let owner = pair.scope == .obligor ? revision.settled.obligor : revision.settled.lead
    let (one, other) = (owner[pair.left], owner[pair.right])
    func rows(_ number: Int32) -> [Int] { owner.indices.filter { owner[$0] == number } }
    if judged.contains(where: {
      $0.scope == pair.scope && $0.verdict == .different
        && Set([owner[$0.left], owner[$0.right]]) == Set([one, other])
    }) {
      return true
    }
    func claims(_ number: Int32) -> [Set<Int32>] {
      let own = rows(number)
      if pair.scope == .lead {
        return [Set(own.map { revision.settled.obligor[$0] }.filter { $0 >= 0 })]
      }
      return [TextField.creditCode, .personID].map { field in
        Set(own.map { Int32(bitPattern: table.text(field, $0).number) }.filter { $0 != 0 })
      }
    }
    return zip(claims(one), claims(other)).contains { left, right in
      !left.isEmpty && !right.isEmpty && left != right
    }
  }
}

extension TrialMatch {
  /// All rows as the run after a revision left them.
  static func settled(_ matching: Matching, _ revision: SettledRevision) -> SettledRows {
    SettledRows(
      obligor: matching.obligor, lead: matching.lead,
      obligorCount: revision.settled.obligorCount + matching.newObligors,
      leadCount: revision.settled.leadCount + matching.newLeads)
  }
}
