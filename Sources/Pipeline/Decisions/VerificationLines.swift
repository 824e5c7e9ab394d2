internal import Ledger
internal import Vocabulary

/// What people found out about a lead, those too that later ones took the place of, for `explain`.
struct VerificationLines {
  private let rows: [Int: [StoredVerification]]
  /// How many of them the run in hand knew.
  private let known: Int

  init(_ contents: borrowing LedgerContents, _ state: QuarterState) throws(Failure) {
    known = state.verifications.stored.count
    var history = state.verifications
    try history.takeAll(contents)
    rows = history.rows(state)
  }

  /// The rows about the lead in the order of their days, then of their taking in.
  func lines(about assessment: LeadAssessment) -> [Wording] {
    let own = (rows[assessment.number] ?? []).sorted {
      ($0.verification.day, $0.number) < ($1.verification.day, $1.number)
    }
    return own.map { one in
      let said = PersonalNumbers.masked(one.verification.sentence)
      guard one.number > known else { return said }
      return Wording(
        zh: said.zh + "，下一次 screen 起生效", en: said.en + ", counts from the next screen on")
    }
  }
}
