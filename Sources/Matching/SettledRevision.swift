package import Vocabulary

/// What people's decisions make of what the ledger has settled, before new rows are matched.
///
/// Decisions are about settled rows, so that they are carried out here alone: *same* puts two leads
/// or obligors together, *different* divides one. The machine never joins what is settled apart, so
/// that what stands here holds. Nothing of it is derived from decisions and then kept as one: every
/// run begins again from the rows, the joins and the decisions that stand.
package struct SettledRevision: Sendable {
  /// The settled rows as they are now, with what has been answered about them.
  package private(set) var settled: SettledRows
  /// Leads and obligors that are taken for another, by number; in the order of the first.
  package private(set) var leadMerges: [Merge]
  package private(set) var obligorMerges: [Merge]
  /// How many leads and obligors were divided off; their numbers follow the settled ones.
  package private(set) var newLeads: Int
  package private(set) var newObligors: Int
  /// Decisions that two are one, which two codes or two obligors forbid.
  package private(set) var refused: [JudgedPair]

  /// One number that is taken for another from now on.
  package struct Merge: Sendable, Hashable {
    package let merged: Int32
    package let remaining: Int32
  }

  /// Carries out the decisions that stand, at most one a pair, in the order they were taken in.
  ///
  /// `obligorJoins` and `leadJoins` are why the ledger put its rows together; those of persons count
  /// only while their decision stands. O(rows + joins + decisions) where decisions touch anything.
  package init(
    _ table: RecordTable, settled: SettledRows, judged: [JudgedPair], obligorJoins: [Join],
    leadJoins: [Join]
  ) {
    self.settled = settled
    (leadMerges, obligorMerges, refused) = ([], [], [])
    (newLeads, newObligors) = (0, 0)
    let hasDecisions =
      !judged.isEmpty || [leadJoins, obligorJoins].joined().contains { $0.rule == .person }
    guard hasDecisions else { return }
    let rows = 0..<settled.count
    let hasCode = rows.map { !table.text(.creditCode, $0).isMissing }
    var obligors = OwnerRevision(
      owner: settled.obligor, count: settled.obligorCount,
      claims: rows.map { row in
        OwnerRevision.Claims(
          first: Int32(bitPattern: table.text(.creditCode, row).number) - 1,
          second: Int32(bitPattern: table.text(.personID, row).number) - 1, hasCode: hasCode[row])
      })
    obligors.revise(judged.filter { $0.scope == .obligor }, obligorJoins)
    var leads = OwnerRevision(
      owner: settled.lead, count: settled.leadCount,
      claims: zip(obligors.owner, hasCode).map {
        OwnerRevision.Claims(first: $0, second: -1, hasCode: $1)
      })
    // An event is of one obligor: where that one was divided its leads are.
    leads.revise(
      judged.filter { $0.scope == .lead }, leadJoins, dividesContradictions: obligors.added > 0)
    self.settled.obligor = obligors.owner
    self.settled.lead = leads.owner
    self.settled.obligorCount += obligors.added
    self.settled.leadCount += leads.added
    leadMerges = leads.merges
    obligorMerges = obligors.merges
    newLeads = leads.added
    newObligors = obligors.added
    refused = obligors.refused + leads.refused
    for pair in judged where pair.verdict != .same {
      switch pair.scope {
      case .lead:
        if let pair = OwnerPair(leads.owner[pair.left], leads.owner[pair.right]) {
          self.settled.answeredLeads.insert(pair)
        }
      case .obligor:
        if let pair = OwnerPair(obligors.owner[pair.left], obligors.owner[pair.right]) {
          self.settled.answeredObligors.insert(pair)
        }
      }
    }
  }
}
