import Testing
import Vocabulary

@testable import Matching

/// What decisions make of settled rows.
@Suite struct RevisionTests {
  private func revision(
    lead: [Int32], obligor: [Int32]? = nil, _ judged: [(Int, Int, Verdict)],
    scope: JoinScope = .lead, joins: [(Int, Int)] = [], rule: JoinRule = .sameEvent,
    byPersons: [(Int, Int)] = [],
    credit: [Int: String] = [:]
  ) -> SettledRevision {
    let records = lead.indices.map { row in
      Said(name: "忻州第\(row)号砂石有限公司", credit: credit[row] ?? "")
    }
    let all =
      joins.map { Join(earlier: $0.0, later: $0.1, rule: rule, evidence: "") }
      + byPersons.map { Join(earlier: $0.0, later: $0.1, rule: .person, evidence: "") }
    return SettledRevision(
      table(records),
      settled: SettledRows(
        obligor: obligor ?? lead.map { _ in 0 }, lead: lead, leadCount: Int(lead.max() ?? -1) + 1),
      judged: judged.map { JudgedPair(scope: scope, left: $0.0, right: $0.1, verdict: $0.2) },
      obligorJoins: scope == .obligor ? all : [], leadJoins: scope == .lead ? all : [])
  }

  @Test("nothing changes without decisions")
  func nothing() {
    let revision = revision(lead: [0, 0, 1, 2, -1, 1], [], joins: [(0, 1), (2, 5)])
    #expect(revision.settled.lead == [0, 0, 1, 2, -1, 1])
    #expect(revision.leadMerges.isEmpty && revision.newLeads == 0)
  }

  @Test("same puts two leads together under the one with most rows, of equals the first")
  func same() {
    let smaller = revision(lead: [0, 1, 1], [(0, 2, .same)])
    #expect(smaller.settled.lead == [1, 1, 1])
    #expect(smaller.leadMerges == [.init(merged: 0, remaining: 1)])
    let equal = revision(lead: [0, 1], [(1, 0, .same)])
    #expect(equal.settled.lead == [0, 0])
    #expect(equal.leadMerges == [.init(merged: 1, remaining: 0)])
  }

  @Test("different divides a lead along its joins; most rows keep the number")
  func different() {
    let revision = revision(
      lead: [0, 0, 0, 0, 1], [(0, 3, .different)], joins: [(0, 1), (1, 2), (2, 3)])
    #expect(revision.settled.lead == [0, 0, 0, 2, 1])
    #expect(revision.newLeads == 1 && revision.leadMerges.isEmpty)
    #expect(revision.settled.leadCount == 3)
    #expect(revision.settled.answeredLeads == Set([OwnerPair(0, 2)].compactMap(\.self)))
  }

  @Test("the part with a code keeps the obligor's number")
  func code() {
    let revision = revision(
      lead: [0, 1, 2], obligor: [0, 0, 0], [(0, 2, .different)], scope: .obligor,
      joins: [(0, 1), (1, 2)], credit: [2: "91140900MA0K0B3X4D"])
    #expect(revision.settled.obligor == [1, 1, 0])
  }

  @Test("the part with a code keeps the lead's number")
  func codeOfLead() {
    let revision = revision(
      lead: [0, 0, 0], [(0, 1, .different)], joins: [(1, 2)], credit: [0: "91140900MA0K0B3X4D"])
    #expect(revision.settled.lead == [0, 1, 1])
  }

  @Test("a lead whose obligor is divided is divided with it")
  func leadOfDividedObligor() {
    let joins = [(0, 1)]
    let records = [Said(name: "甲厂"), Said(name: "甲厂")]
    let revision = SettledRevision(
      table(records), settled: SettledRows(obligor: [0, 0], lead: [0, 0]),
      judged: [JudgedPair(scope: .obligor, left: 0, right: 1, verdict: .different)],
      obligorJoins: joins.map {
        Join(earlier: $0.0, later: $0.1, rule: .wholeName, evidence: "")
      },
      leadJoins: joins.map { Join(earlier: $0.0, later: $0.1, rule: .sameEvent, evidence: "") })
    #expect(revision.settled.obligor == [0, 1])
    #expect(revision.settled.lead == [0, 1])
    #expect(revision.newLeads == 1 && revision.newObligors == 1)
  }

  @Test("what only a taken-back decision tied comes apart again, what a sure key ties stays")
  func takenBack() {
    let apart = revision(lead: [0, 0, 0], [], joins: [(0, 1)], byPersons: [(0, 2)])
    #expect(apart.settled.lead == [0, 0, 1])
    let unsure = revision(lead: [0, 0], [(0, 1, .unsure)], byPersons: [(0, 1)])
    #expect(unsure.settled.lead == [0, 1])
    // Rules of events and evidence are no reason either: nobody can say, and that is what counts.
    let weighed = revision(lead: [0, 0], [(0, 1, .unsure)], joins: [(0, 1)], byPersons: [(0, 1)])
    #expect(weighed.settled.lead == [0, 1])
    let tied = revision(
      lead: [0, 0], [(0, 1, .unsure)], joins: [(0, 1)], rule: .documentNumber, byPersons: [(0, 1)])
    #expect(tied.settled.lead == [0, 0])
    let standing = revision(lead: [0, 0], [(1, 0, .same)], byPersons: [(0, 1)])
    #expect(standing.settled.lead == [0, 0])
  }

  @Test("a decision that two codes forbid is refused and changes nothing")
  func refused() {
    let revision = revision(
      lead: [0, 1], obligor: [0, 1], [(0, 1, .same)], scope: .obligor,
      credit: [0: "91140900MA0K0B3X4D", 1: "91140900MA0K0B3X5B"])
    #expect(revision.settled.obligor == [0, 1])
    #expect(revision.refused.count == 1)
  }

  @Test("any decisions: what is judged different is apart, what is judged same is one or refused")
  func property() {
    for seed in UInt64(1)...300 {
      var random = SeededGenerator(seed: seed)
      let count = 12
      let lead = (0..<count).map { _ in Int32.random(in: 0..<5, using: &random) }
      var judged: [(Int, Int, Verdict)] = []
      for _ in 0..<8 {
        let (one, other) = (
          Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)
        )
        let isNew = !judged.contains {
          ($0.0, $0.1) == (one, other) || ($0.1, $0.0) == (one, other)
        }
        if one != other, isNew {
          judged.append((one, other, Verdict.allCases.randomElement(using: &random) ?? .same))
        }
      }
      let joins = (0..<12).map { _ in
        (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
      }
      let result = revision(lead: lead, judged, joins: joins)
      let now = result.settled.lead
      for (one, other, verdict) in judged {
        switch verdict {
        case .different: #expect(now[one] != now[other], "seed \(seed)")
        case .same:
          let isRefused = result.refused.contains { ($0.left, $0.right) == (one, other) }
          #expect(isRefused != (now[one] == now[other]), "seed \(seed)")
        case .unsure: break
        }
      }
      let known = (lead.max() ?? -1) + 1
      #expect(Set(now.filter { $0 >= known }).count == result.newLeads, "seed \(seed)")
      // Whoever is taken for another has no rows, and the other has.
      for merge in result.leadMerges {
        #expect(!now.contains(merge.merged) && now.contains(merge.remaining), "seed \(seed)")
      }
      // Rows nobody judged of leads that no decision touches stay.
      let touched = Set(judged.filter { $0.2 != .unsure }.flatMap { [lead[$0.0], lead[$0.1]] })
      for row in 0..<count where !touched.contains(lead[row]) {
        #expect(now[row] == lead[row], "seed \(seed)")
      }
    }
  }
}
