package import Vocabulary

/// What the ledger holds, seen inside one transaction and of no use after it.
package struct LedgerContents {
  let connection: LedgerConnection

  init(_ connection: LedgerConnection) { self.connection = connection }

  /// Every run, in order.
  package func runs() throws(Failure) -> [StoredRun] { try runs(where: "true ORDER BY id") }

  /// The quarter's latest run, the one its reports are written from; `nil` before its first.
  package func lastRun(of quarter: Quarter) throws(Failure) -> StoredRun? {
    try runs(where: "quarter = ? ORDER BY id DESC LIMIT 1", quarter.description).first
  }

  /// The run whose digest is the head of the ledger; `nil` for a ledger without runs.
  package func latestRun() throws(Failure) -> StoredRun? {
    try runs(where: "true ORDER BY id DESC LIMIT 1").first
  }

  /// The serial the quarter's next lead gets, from 1.
  package func nextLeadSerial(_ quarter: Quarter) throws(Failure) -> Int {
    let last = try connection.integer(
      "SELECT max(serial) FROM lead WHERE quarter = ?", [.text(quarter.description)])
    return Int(last ?? 0) + 1
  }

  /// The serial the next obligor gets, from 1.
  package func nextObligorSerial() throws(Failure) -> Int {
    Int(try connection.integer("SELECT max(serial) FROM obligor") ?? 0) + 1
  }

  /// The lead as the ledger holds it; `nil` for one it does not.
  package func lead(_ id: LeadID) throws(Failure) -> StoredIdentity<LeadID>? {
    try stored(id)
  }

  /// The obligor as the ledger holds it; `nil` for one it does not.
  package func obligor(_ id: ObligorID) throws(Failure) -> StoredIdentity<ObligorID>? {
    try stored(id)
  }

  /// Why records were put together, in the order it was recorded, up to a run or for ever.
  package func joinings(upTo run: Int? = nil) throws(Failure) -> [Joining] {
    var query = try connection.query(
      """
      SELECT joining.scope, earlier, later, rule, joining.evidence, weight, waterfall, second,
        secondWeight, judgement, person, day
      FROM joining LEFT JOIN judgement ON judgement.id = judgement
      WHERE joining.run <= ? ORDER BY joining.id
      """,
      [.integer(run.map { Int64($0) } ?? .max)])
    var joinings: [Joining] = []
    while try query.step() {
      let scope = JoinScope(rawValue: query.text())
      let earlier = query.integer()
      let later = query.integer()
      guard let scope, let rule = JoinRule(rawValue: query.text()) else { throw damaged("joining") }
      let evidence = query.text()
      let weight = query.optionalInteger().map { Int32(truncatingIfNeeded: $0) }
      let waterfall = try waterfall(from: &query, "joining")
      let second = secondBest(from: &query)
      let decision = try decision(from: &query)
      joinings.append(
        Joining(
          scope: scope, earlier: earlier, later: later, rule: rule, evidence: evidence,
          weight: weight, waterfall: waterfall, second: second, decision: decision))
    }
    return joinings
  }

  /// The decision a joining rests on, whose number and person's name and day come next.
  private func decision(from query: inout Query) throws(Failure) -> JoinDecision? {
    guard let number = query.optionalInteger() else { return nil }
    let person = query.optionalText()
    guard let person, let day = query.optionalDay() else { throw damaged("joining") }
    return JoinDecision(number: number, person: person, day: day)
  }

  /// The failure for stored values that the program never writes.
  func damaged(_ table: String) -> Failure {
    Failure(
      .unusableInput, .ledgerDamaged, file: connection.shown,
      detail: Wording(
        zh: "表 \(table) 中有无法识别的值", en: "table \(table) holds a value that cannot be read"))
  }

  private func runs(where condition: String, _ value: String? = nil) throws(Failure)
    -> [StoredRun]
  {
    var query = try connection.query(
      """
      SELECT id, quarter, asOf, identity, programVersion, configurationHash, packLock, layerLock,
        files, records, opened, merged, repeats, rejected, leads, obligors, carriedOver,
        previousDigest, digest
      FROM run WHERE \(condition)
      """, value.map { [.text($0)] } ?? [])
    var runs: [StoredRun] = []
    while try query.step() {
      let id = Int(query.integer())
      guard let quarter = Quarter(query.text()) else { throw damaged("run") }
      let account = RunAccount(
        quarter: quarter, asOf: Day(number: Int32(truncatingIfNeeded: query.integer())),
        identity: query.text(), programVersion: query.text(), configurationHash: query.text(),
        packLock: query.text(), layerLock: query.text(),
        counts: RunCounts(
          files: Int(query.integer()), records: Int(query.integer()), opened: Int(query.integer()),
          merged: Int(query.integer()), repeats: Int(query.integer()),
          rejected: Int(query.integer()), leads: Int(query.integer()),
          obligors: Int(query.integer()), carriedOver: Int(query.integer())))
      runs.append(
        StoredRun(id: id, account: account, previousDigest: query.text(), digest: query.text()))
    }
    return runs
  }

  private func stored<ID: LedgerIdentity>(_ id: ID) throws(Failure) -> StoredIdentity<ID>? {
    var query = try connection.query(
      "SELECT id, run FROM \(ID.table) WHERE \(ID.condition)", id.arguments)
    guard try query.step() else { return nil }
    let (number, run) = (query.integer(), Int(query.integer()))
    var merging = try connection.query(
      """
      SELECT \(ID.columns.joined(separator: ", ")) FROM merging
      JOIN \(ID.table) AS other ON other.id = remaining WHERE scope = ? AND merged = ?
      """, [.text(ID.scope.rawValue), .integer(number)])
    guard try merging.step() else { return StoredIdentity(id: id, run: run, mergedInto: nil) }
    guard let remaining = ID(from: &merging) else { throw damaged(ID.table) }
    return StoredIdentity(id: id, run: run, mergedInto: remaining)
  }
}
