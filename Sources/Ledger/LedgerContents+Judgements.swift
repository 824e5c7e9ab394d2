package import Vocabulary

/// A person's decision as the ledger holds it.
package struct StoredJudgement: Sendable, Hashable {
  /// Counts up from 1.
  package let number: Int64
  package let judgement: Judgement

  /// The decision of that number.
  package init(number: Int64, judgement: Judgement) {
    self.number = number
    self.judgement = judgement
  }
}

/// Which records are of another lead or obligor than when they were taken in, by ledger ids.
struct StoredMovings {
  var lead: [Int64: Int64] = [:]
  var obligor: [Int64: Int64] = [:]
}

extension LedgerContents {
  /// Every decision, in the order it was taken in; of one pair the last one counts.
  package func judgements() throws(Failure) -> [StoredJudgement] {
    var query = try connection.query(
      """
      SELECT id, verdict, person, day, reason, item, evidence, path, sha256, line, scope,
        leftContent, rightContent
      FROM judgement ORDER BY id
      """)
    var judgements: [StoredJudgement] = []
    while try query.step() {
      let number = query.integer()
      guard let verdict = Verdict(rawValue: query.text()) else { throw damaged("judgement") }
      let (person, day) = (query.text(), Day(number: Int32(truncatingIfNeeded: query.integer())))
      let (reason, item, evidence) = (query.text(), query.optionalText(), query.text())
      let (file, sha256, line) = (query.text(), query.text(), Int(query.integer()))
      judgements.append(
        StoredJudgement(
          number: number,
          judgement: Judgement(
            pair: try pair(from: &query), verdict: verdict, person: person, day: day,
            reason: reason, item: item, evidence: evidence, file: file, sha256: sha256,
            line: line)))
    }
    return judgements
  }

  /// The decisions that others of the same pair had taken the place of when the run was made.
  ///
  /// By number; `nil` is a run to come. Linear in the decisions.
  package func replacedJudgements(before run: Int?) throws(Failure) -> Set<Int64> {
    let last = Argument.integer(run.map { Int64($0) } ?? .max)
    var query = try connection.query(
      """
      SELECT id FROM judgement WHERE run < ? AND id NOT IN
        (SELECT max(id) FROM judgement WHERE run < ? GROUP BY scope, leftContent, rightContent)
      """, [last, last])
    var replaced: Set<Int64> = []
    while try query.step() { replaced.insert(query.integer()) }
    return replaced
  }

  /// The leads that runs of the quarter, up to `run` or all, merged, divided or gave records of
  /// others, as what they are taken for by then.
  package func revisedLeads(of quarter: Quarter, upTo run: Int?) throws(Failure) -> Set<LeadID> {
    let last = run.map { Int64($0) } ?? .max
    let leads = try MergedIdentities<LeadID>(upTo: last, from: self)
    var query = try connection.query(
      """
      WITH own (id) AS (SELECT id FROM run WHERE quarter = ? AND id <= ?)
      SELECT remaining FROM merging WHERE scope = 'lead' AND run IN (SELECT id FROM own)
      UNION SELECT origin FROM moving WHERE scope = 'lead' AND run IN (SELECT id FROM own)
      UNION SELECT owner FROM moving WHERE scope = 'lead' AND run IN (SELECT id FROM own)
      """, [.text(quarter.description), .integer(last)])
    var revised: Set<LeadID> = []
    while try query.step() {
      guard let place = leads.index(of: query.integer()) else { throw damaged("moving") }
      revised.insert(leads.ids[Int(place)])
    }
    return revised
  }

  /// The first record that was taken in as the lead's own, or was moved to it; `nil` for none.
  package func firstRecord(of lead: LeadID) throws(Failure) -> Int64? { try founder(of: lead) }

  /// The first record that was taken in as the obligor's own, or was moved to it; `nil` for none.
  package func firstRecord(of obligor: ObligorID) throws(Failure) -> Int64? {
    try founder(of: obligor)
  }

  /// Records that are of another lead or obligor by the last of the runs.
  func movings(upTo last: Int64) throws(Failure) -> StoredMovings {
    var query = try connection.query(
      "SELECT scope, record, owner FROM moving WHERE run <= ? ORDER BY id", [.integer(last)])
    var movings = StoredMovings()
    while try query.step() {
      guard let scope = JoinScope(rawValue: query.text()) else { throw damaged("moving") }
      let (record, owner) = (query.integer(), query.integer())
      switch scope {
      case .lead: movings.lead[record] = owner
      case .obligor: movings.obligor[record] = owner
      }
    }
    return movings
  }

  /// The pair whose scope and two contents come next.
  func pair(from query: inout Query) throws(Failure) -> RecordPair {
    let scope = JoinScope(rawValue: query.text())
    let (left, right) = (query.contentHash(), query.contentHash())
    guard let scope, let left, let right, let pair = RecordPair(scope, left, right) else {
      throw damaged("judgement")
    }
    return pair
  }

  private func founder<ID: LedgerIdentity>(of id: ID) throws(Failure) -> Int64? {
    try connection.integer(
      """
      SELECT coalesce(
        (SELECT min(sourceRecord.id) FROM sourceRecord WHERE \(ID.table) = own.id),
        (SELECT min(record) FROM moving WHERE owner = own.id AND scope = '\(ID.table)'))
      FROM \(ID.table) AS own WHERE \(ID.condition)
      """, id.arguments)
  }
}
