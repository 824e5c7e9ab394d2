internal import Ledger
internal import Reports
internal import Vocabulary

/// What rows of a file of decisions can be about: the items that were asked, and the leads, obligors
/// and records of the ledger.
struct DecisionSubjects {
  /// Two sides that were found.
  struct Found {
    let pair: RecordPair
    /// The item answered and what was known then.
    let item: String?
    let evidence: String
    /// Ids that are taken for others by now.
    let forwarded: [Wording]
  }

  let state: QuarterState
  private let rowOfRecord: [Int64: Int]
  private var asked: [String: (pair: RecordPair?, evidence: String)] = [:]

  /// Everything the ledger has been asked and holds.
  init(_ contents: borrowing LedgerContents, _ state: QuarterState) throws(Failure) {
    self.state = state
    rowOfRecord = state.rowsByRecord()
    for stored in try contents.judgements() {
      guard let item = stored.judgement.item else { continue }
      asked[item] = (stored.judgement.pair, stored.judgement.evidence)
    }
    for run in try contents.runs() {
      for item in try contents.reviews(of: run.id) {
        asked[item.item] = (item.pair, item.evidenceDigest)
      }
    }
  }

  /// The two sides a row is about; throws one problem, without its place.
  func find(_ row: FilledRow<DecisionColumn>, _ contents: borrowing LedgerContents) throws(Failure)
    -> Found
  {
    guard row[.item].isEmpty else { return try findItem(row) }
    var forwarded: [Wording] = []
    let left = try side(row, .left, contents, &forwarded)
    let right = try side(row, .right, contents, &forwarded)
    guard let scope = try scope(of: row, left.scope, right.scope) else {
      throw unknown(
        .scope, row[.scope],
        Wording(
          zh: "两边都是记录，须在“范围”填“线索”或“义务人”",
          en: "both sides are records: the scope must be lead or obligor"))
    }
    for (side, column) in [(left, DecisionColumn.left), (right, .right)] {
      let owner = scope == .lead ? state.leadOf[side.row] : state.obligorOf[side.row]
      guard owner >= 0 else {
        throw unknown(
          column, row[column],
          Wording(
            zh: scope == .lead ? "历史案件不是线索" : "该记录没有写明当事人",
            en: scope == .lead ? "an earlier case is no lead" : "the record names no party"))
      }
    }
    let content = state.table.content
    guard let pair = RecordPair(scope, content[left.row], content[right.row]) else {
      throw unknown(
        .right, row[.right],
        Wording(zh: "两边是同一条记录", en: "both sides are the same record"))
    }
    return Found(pair: pair, item: nil, evidence: "", forwarded: forwarded)
  }

  private func findItem(_ row: FilledRow<DecisionColumn>) throws(Failure) -> Found {
    if let known = asked[row[.item]] {
      guard let pair = known.pair else { throw notIdentity(row) }
      return Found(pair: pair, item: row[.item], evidence: known.evidence, forwarded: [])
    }
    // Questions about one lead are made with the report and not kept.
    let aboutOne: [ReviewItem.Kind] = [
      .placeConflict, .placesDisagree, .layerVersion, .countyConflict, .unreadableShape, .tension,
      .withdrawnDecision, .valueConflict,
    ]
    let isAboutOne = aboutOne.contains { row[.kind] == $0.rawValue || row[.kind] == $0.term }
    throw isAboutOne ? notIdentity(row) : unknown(.item, row[.item])
  }

  private struct Side {
    let row: Int
    /// What the id says it is of; `nil` for a record.
    let scope: JoinScope?
  }

  /// The record that a side is known by: of a lead or obligor the first that was its own, wherever
  /// that record is now where the id was merged away; else the first that is its own by now.
  private func side(
    _ row: FilledRow<DecisionColumn>, _ column: DecisionColumn,
    _ contents: borrowing LedgerContents,
    _ forwarded: inout [Wording]
  ) throws(Failure) -> Side {
    let text = row[column]
    if let lead = LeadID(text), let known = try contents.lead(lead),
      let record = try contents.firstRecord(of: lead),
      let place = rowOfRecord[record].flatMap({ row in
        known.mergedInto != nil || state.leads[Int(state.leadOf[row])] == lead
          ? row
          : state.leads.firstIndex(of: lead).flatMap { state.leadOf.firstIndex(of: Int32($0)) }
      })
    {
      if known.mergedInto != nil {
        forwarded.append(note(text, state.leads[Int(state.leadOf[place])].description))
      }
      return Side(row: place, scope: .lead)
    }
    if let obligor = ObligorID(text), let known = try contents.obligor(obligor),
      let record = try contents.firstRecord(of: obligor),
      let place = rowOfRecord[record].flatMap({ row in
        known.mergedInto != nil || state.obligors[Int(state.obligorOf[row])] == obligor
          ? row
          : state.obligors.firstIndex(of: obligor).flatMap {
            state.obligorOf.firstIndex(of: Int32($0))
          }
      })
    {
      if known.mergedInto != nil {
        forwarded.append(note(text, state.obligors[Int(state.obligorOf[place])].description))
      }
      return Side(row: place, scope: .obligor)
    }
    if let hash = text.lastIndex(of: "#"), let number = Int(text[text.index(after: hash)...]),
      let record = try contents.records(at: String(text[..<hash]), record: number).last,
      let place = rowOfRecord[record]
    {
      return Side(row: place, scope: nil)
    }
    throw unknown(column, text)
  }

  private func note(_ merged: String, _ remaining: String) -> Wording {
    Wording(zh: "\(merged) 已并入 \(remaining)", en: "\(merged) was merged into \(remaining)")
  }

  private func scope(
    of row: FilledRow<DecisionColumn>, _ left: JoinScope?, _ right: JoinScope?
  ) throws(Failure) -> JoinScope? {
    let words: [JoinScope: [String]] = [
      .lead: ["线索", "lead"], .obligor: ["义务人", "赔偿义务人", "obligor"],
    ]
    let stated = JoinScope.allCases.first { words[$0]?.contains(row[.scope]) == true }
    if stated == nil, !row[.scope].isEmpty { throw unknown(.scope, row[.scope]) }
    let scopes = Set([stated, left, right].compactMap(\.self))
    guard scopes.count < 2 else {
      throw unknown(
        .right, row[.right],
        Wording(
          zh: "一边是线索，另一边是义务人", en: "one side is a lead, the other an obligor"))
    }
    return scopes.first
  }

  private func unknown(
    _ column: DecisionColumn, _ value: String, _ detail: Wording? = nil
  ) -> Failure {
    Failure(
      .unusableInput, .unknownSubject, column: column.titles[column.titles.count > 1 ? 1 : 0],
      value: value, detail: detail)
  }

  private func notIdentity(_ row: FilledRow<DecisionColumn>) -> Failure {
    Failure(.unusableInput, .notIdentityQuestion, value: row[.item])
  }
}
