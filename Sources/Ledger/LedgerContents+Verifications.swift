package import Vocabulary

/// The result of a check as the ledger holds it.
package struct StoredVerification: Sendable, Hashable {
  /// Counts up from 1.
  package let number: Int64
  package let verification: Verification

  /// The result of that number.
  package init(number: Int64, verification: Verification) {
    self.number = number
    self.verification = verification
  }
}

extension LedgerContents {
  /// Every result of a check, in the order it was taken in.
  package func verifications() throws(Failure) -> [StoredVerification] {
    var query = try connection.query(
      """
      SELECT id, content, finding, day, remark, person, path, sha256, sheet, line, fedBackOn,
        amount, basis, restoration, initiated, reason
      FROM verification ORDER BY id
      """)
    var stored: [StoredVerification] = []
    while try query.step() {
      let (number, record) = (query.integer(), query.contentHash())
      guard let record, let finding = VerificationFinding(rawValue: query.text()) else {
        throw damaged("verification")
      }
      let (day, remark, person) = (query.optionalDay(), query.text(), query.text())
      guard let day else { throw damaged("verification") }
      let (file, sha256) = (query.text(), query.text())
      let place = Verification.Place(
        file: file, sha256: sha256, sheet: query.optionalText(), line: Int(query.integer()))
      let fedBackOn = query.optionalDay()
      stored.append(
        StoredVerification(
          number: number,
          verification: Verification(
            record: record, finding: finding, day: day,
            assessment: try assessment(from: &query),
            restoration: try restoration(from: &query), decision: try decision(from: &query),
            remark: remark, fedBackOn: fedBackOn, person: person, place: place)))
    }
    return stored
  }

  /// How many results of checks a run knew, the latest one for `nil`.
  package func verificationsKnown(by run: Int?) throws(Failure) -> Int {
    var last = run
    if last == nil { last = try latestRun()?.id }
    guard let last else { return 0 }
    let known = try connection.integer(
      "SELECT verifications FROM replay WHERE run = ?", [.integer(Int64(last))])
    return Int(known ?? 0)
  }

  /// How many of them runs of other quarters knew, those up to `run` or all.
  package func verificationsKnown(outside quarter: Quarter, upTo run: Int?) throws(Failure) -> Int {
    let known = try connection.integer(
      """
      SELECT max(verifications) FROM replay JOIN run ON run.id = replay.run
      WHERE run.quarter <> ? AND run.id <= ?
      """, [.text(quarter.description), .integer(run.map { Int64($0) } ?? .max)])
    return Int(known ?? 0)
  }

  private func assessment(
    from query: inout Query
  ) throws(Failure) -> Verification.Assessment? {
    let (amount, basis) = (query.optionalInteger(), query.optionalInteger())
    guard let amount, let basis else { return nil }
    guard let known = UInt8(exactly: basis).flatMap(DamageBasis.init(rawValue:)) else {
      throw damaged("verification")
    }
    return Verification.Assessment(amount: Money(fen: amount), basis: known)
  }

  private func restoration(from query: inout Query) throws(Failure) -> RestorationRoute? {
    guard let stored = query.optionalInteger() else { return nil }
    guard let known = UInt8(exactly: stored).flatMap(RestorationRoute.init(rawValue:)) else {
      throw damaged("verification")
    }
    return known
  }

  private func decision(from query: inout Query) throws(Failure) -> Verification.Decision? {
    let (initiated, reason) = (query.optionalInteger(), query.optionalText())
    guard let initiated else { return nil }
    guard initiated == 0 else { return .initiated }
    guard let reason = reason.flatMap(NotInitiatedReason.init(rawValue:)) else {
      throw damaged("verification")
    }
    return .notInitiated(reason)
  }
}

extension LedgerSession {
  /// Takes in results of checks, in the order given, each sealed with the one before it.
  ///
  /// Belongs to no run; the next run seals how many there are. The ledger has at least one run.
  package mutating func insertVerifications(_ verifications: [Verification]) throws(Failure) {
    try insertEntries(verifications, into: .verification) { $0.put(into: &$1) }
  }
}

extension Verification {
  /// Puts the row in the order of the columns of `verification` between `id` and `run`.
  fileprivate func put(into row: inout SealedRow) {
    row.put(blob: record.bytes)
    row.put(finding.rawValue)
    row.put(Int64(day.number))
    row.put(assessment?.amount.fen)
    row.put(assessment.map { Int64($0.basis.rawValue) })
    row.put(restoration.map { Int64($0.rawValue) })
    row.put(decision.map { $0 == .initiated ? Int64(1) : 0 })
    row.put(decision?.reason?.rawValue)
    row.put(remark)
    row.put(fedBackOn.map { Int64($0.number) })
    row.put(person)
    row.put(place.file)
    row.put(place.sha256)
    row.put(place.sheet)
    row.put(Int64(place.line))
  }
}
