package import Vocabulary

/// What was weighed, joined and not joined.
extension LedgerContents {
  /// What a run did not join though it weighs enough, or nearly, in the order it was recorded.
  package func refusals(of run: Int) throws(Failure) -> [Refusal<Int64>] {
    var query = try connection.query(
      """
      SELECT scope, subjectLeft, subjectRight, reasons, waterfall, second, secondWeight
      FROM refusal WHERE run = ? ORDER BY id
      """, [.integer(Int64(run))])
    var refusals: [Refusal<Int64>] = []
    while try query.step() {
      guard let scope = JoinScope(rawValue: query.text()) else { throw damaged("refusal") }
      let (left, right) = (query.integer(), query.integer())
      let words = query.text().split(separator: ";").map(String.init)
      let reasons = words.compactMap(RefusalReason.init)
      guard !reasons.isEmpty, reasons.count == words.count else { throw damaged("refusal") }
      refusals.append(
        Refusal(
          scope: scope, left: left, right: right, reasons: reasons,
          waterfall: try waterfall(from: &query, "refusal"), second: secondBest(from: &query)))
    }
    return refusals
  }

  /// What weighed the run's pairs and how they met; `nil` for a run that kept no account of it.
  package func matchingAccount(of run: Int) throws(Failure) -> MatchingAccount? {
    var query = try connection.query(
      "SELECT model, joinBar, reviewBar, margin, pairs FROM weighing WHERE run = ?",
      [.integer(Int64(run))])
    guard try query.step() else { return nil }
    func number() -> Int32 { Int32(truncatingIfNeeded: query.integer()) }
    var account = MatchingAccount(
      model: number(), join: number(), review: number(), margin: number(), blocks: BlockReport())
    account.blocks.weighed = Int(query.integer())
    var families = try connection.query(
      """
      SELECT family, blocks, refined, overflowing, partiesLeftOut, pairs
      FROM blocking WHERE run = ? ORDER BY id
      """, [.integer(Int64(run))])
    while try families.step() {
      guard let family = BlockReport.Family(rawValue: families.text()) else {
        throw damaged("blocking")
      }
      account.blocks.count(family) {
        $0.blocks = Int(families.integer())
        $0.refined = Int(families.integer())
        $0.overflowing = Int(families.integer())
        $0.partiesLeftOut = Int(families.integer())
        $0.pairs = Int(families.integer())
      }
    }
    account.masked = try maskedCodes(of: run)
    return account
  }

  private func maskedCodes(of run: Int) throws(Failure) -> [MaskedCodes] {
    var query = try connection.query(
      """
      SELECT kind, obligors, contested, masked, found, wrong, asked
      FROM masking WHERE run = ? ORDER BY id
      """, [.integer(Int64(run))])
    var codes: [MaskedCodes] = []
    while try query.step() {
      guard let kind = MaskedCodes.Kind(rawValue: query.text()) else { throw damaged("masking") }
      func count() -> Int { Int(query.integer()) }
      codes.append(
        MaskedCodes(
          kind, obligors: count(), contested: count(), masked: count(), found: count(),
          wrong: count(), asked: count()))
    }
    return codes
  }

  /// The waterfall in the next column; `nil` where nothing was weighed.
  func waterfall(from query: inout Query, _ table: String) throws(Failure) -> Waterfall? {
    guard let stored = query.optionalText() else { return nil }
    guard let waterfall = Waterfall(stored: stored) else { throw damaged(table) }
    return waterfall
  }

  /// The second-best candidate in the next two columns.
  func secondBest(from query: inout Query) -> SecondBest<Int64>? {
    let (record, weight) = (query.optionalInteger(), query.optionalInteger())
    guard let record, let weight else { return nil }
    return SecondBest(record, weight: Int32(truncatingIfNeeded: weight))
  }
}
