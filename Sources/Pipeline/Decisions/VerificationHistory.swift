internal import Ledger
internal import Vocabulary

/// What people found out about leads (核查结果), as far as a run knows it.
struct VerificationHistory {
  /// What holds of one lead.
  struct Standing {
    let standing: Verification?
    /// Whether runs of other quarters did not know all of it.
    let isNews: Bool
  }

  /// In the order they were taken in.
  private(set) var stored: [StoredVerification]
  /// How many of them runs of other quarters knew.
  private let knownBefore: Int

  /// Those that `run` knew, or the latest run for `nil`; all of them where a quarter is screened anew.
  init(
    _ contents: borrowing LedgerContents, quarter: Quarter, upTo run: Int?, isScreenedAnew: Bool
  ) throws(Failure) {
    let all = try contents.verifications()
    let known = isScreenedAnew ? all.count : try contents.verificationsKnown(by: run)
    stored = Array(all.prefix(known))
    knownBefore = try contents.verificationsKnown(outside: quarter, upTo: run)
  }

  /// Takes more rows into account, as if they came last.
  mutating func append(_ rows: [Verification]) {
    for row in rows {
      stored.append(StoredVerification(number: Int64(stored.count + 1), verification: row))
    }
  }

  /// Everything that is to be known: rows of the ledger that no run knows yet, too.
  mutating func takeAll(_ contents: borrowing LedgerContents) throws(Failure) {
    stored = try contents.verifications()
  }

  /// The rows about each lead, by the lead's place in the state; one pass over the records if there
  /// are any.
  func rows(_ state: QuarterState) -> [Int: [StoredVerification]] {
    guard !stored.isEmpty else { return [:] }
    let wanted = Set(stored.map(\.verification.record))
    var leadOf: [ContentHash: Int] = [:]
    for row in 0..<state.table.count where state.leadOf[row] >= 0 {
      let record = state.table.content[row]
      if wanted.contains(record) { leadOf[record] = Int(state.leadOf[row]) }
    }
    var rows: [Int: [StoredVerification]] = [:]
    for one in stored {
      guard let lead = leadOf[one.verification.record] else { continue }
      rows[lead, default: []].append(one)
    }
    return rows
  }

  /// What holds of each lead that anybody has spoken of.
  func byLead(_ state: QuarterState) -> [Int: Standing] {
    rows(state).mapValues { rows in
      Standing(
        standing: Verification.standing(rows.lazy.map(\.verification)),
        isNews: rows.contains { $0.number > knownBefore })
    }
  }
}
