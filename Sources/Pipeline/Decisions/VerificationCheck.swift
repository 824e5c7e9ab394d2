internal import Leads
internal import Ledger
internal import Reports
internal import Vocabulary

/// Whether results of checks can stand: beside each other, beside those taken in before, and by the
/// rules.
struct VerificationCheck {
  private let screening: Screening
  private var state: QuarterState
  /// What the ledger holds, by the places of leads.
  private let known: [Int: [StoredVerification]]

  init(
    _ screening: Screening, _ state: QuarterState, _ contents: borrowing LedgerContents
  ) throws(Failure) {
    self.screening = screening
    self.state = state
    try self.state.verifications.takeAll(contents)
    known = self.state.verifications.rows(self.state)
  }

  /// What held of the lead before; `nil` for nothing.
  func standing(ofLead place: Int) -> Verification? {
    known[place].flatMap { Verification.standing($0.lazy.map(\.verification)) }
  }

  /// Whether the ledger, or what came before it in these files, says all that the row says.
  func isKnown(_ row: VerificationReading.Row, after rows: [VerificationReading.Row]) -> Bool {
    let earlier =
      (known[row.found.place] ?? []).map(\.verification)
      + rows.filter { $0.found.place == row.found.place }.map(\.verification)
    let standing = Set(VerificationCheck.notTakenBack(earlier))
    // What was taken back can be stated again, but not by the very file that stated it.
    let isStated = earlier.contains { one in
      one.covers(row.verification) && row.verification.covers(one)
        && (standing.contains(one) || one.place.sha256 == row.verification.place.sha256)
    }
    if isStated { return true }
    let thatDay = Verification.standing(earlier.filter { $0.day <= row.verification.day })
    return thatDay?.covers(row.verification) == true
  }

  /// Rows of one lead and one day that state different results, with both sides.
  func contradictions(_ rows: [VerificationReading.Row]) -> [Problem] {
    var problems: [Problem] = []
    var earlier = known.mapValues { VerificationCheck.notTakenBack($0.map(\.verification)) }
    var isOfFiles: [Int: [Verification]] = [:]
    for row in rows {
      let (place, verification) = (row.found.place, row.verification)
      let inLedger = verification.finding == .withdrawn ? [] : earlier[place] ?? []
      if let other = (inLedger + (isOfFiles[place] ?? [])).first(where: verification.contradicts) {
        problems.append(
          Problem(
            .contradictoryVerifications, at: verification.place,
            detail: Wording(
              zh: "\(row.found.lead) \(verification.day) 此行“\(verification.results.zh)”，"
                + "\(other.place.name)“\(other.results.zh)”",
              en: "\(row.found.lead) of \(verification.day): “\(verification.results.en)” here, "
                + "“\(other.results.en)” in \(other.place.name)")))
      }
      if verification.finding == .withdrawn {
        earlier[place]?.removeAll { $0.day <= verification.day }
      }
      isOfFiles[place, default: []].append(verification)
    }
    return problems
  }

  /// Claims dropped for minor damage where the rules do not allow it, with the provision.
  ///
  /// Judged by the law of the day of the check, with the rows taken into account.
  func barred(_ rows: [VerificationReading.Row], _ times: inout StageTimes) throws(Failure)
    -> [Problem]
  {
    var state = state
    state.verifications.append(rows.map(\.verification))
    let standing = state.verifications.byLead(state)
    var places: [Day: [Int]] = [:]
    for place in Set(rows.map(\.found.place)) {
      guard let verification = standing[place]?.standing,
        verification.decision?.reason?.isMinorDamage == true
      else { continue }
      places[verification.day, default: []].append(place)
    }
    var problems: [Problem] = []
    for (day, leads) in places.sorted(by: { $0.key < $1.key }) {
      let assessments = try Assessor(screening).assess(
        state, only: leads.sorted(), asOf: day, times: &times)
      var making = LeadEntries(screening, state, quarter: Quarter(containing: day), asOf: day)
      for assessment in assessments {
        guard let row = rows.last(where: { $0.found.place == assessment.number }) else { continue }
        problems += refusals(of: row, assessment, making.entry(assessment, status: .open))
      }
    }
    return problems
  }

  private func refusals(
    of row: VerificationReading.Row, _ assessment: LeadAssessment, _ entry: LeadEntry
  ) -> [Problem] {
    let reason = assessment.lead.verification?.decision?.reason
    if reason == .minorByAmount, entry.amountDetermined == nil {
      return [
        Problem(
          .incompleteVerification, at: row.verification.place, column: row.reasonTitle,
          value: reason?.title,
          detail: Wording(
            zh: "数额上的显著轻微须有认定的损害金额", en: "minor by amount needs an amount that was determined"))
      ]
    }
    guard assessment.isBarred else { return [] }
    let exceptions = entry.findings.filter {
      $0.conclusion.hasPrefix("exc_") && $0.value == .true && !$0.rule.isEmpty
    }
    // Without an exception the amount is above the limit, or there is no ground at all.
    let others = ["minor_by_amount", "may_not_initiate"].map { name in
      entry.findings.filter { $0.conclusion == name && $0.value == .false }
    }
    let grounds = exceptions.isEmpty ? others.first { !$0.isEmpty } ?? [] : exceptions
    return [
      Problem(
        .barredReason, at: row.verification.place, column: row.reasonTitle, value: reason?.title,
        detail: Wording(
          zh: "\(entry.id) "
            + grounds.map { "\($0.term)＝\($0.value.wording.zh)（\($0.citation)）" }
            .joined(separator: "；"),
          en: "\(entry.id): "
            + grounds.map { "\($0.conclusion) = \($0.value.letter) (\($0.citation))" }
            .joined(separator: "; ")))
    ]
  }

  /// The rows that no later one took back.
  private static func notTakenBack(_ rows: [Verification]) -> [Verification] {
    rows.enumerated().filter { place, row in
      row.finding != .withdrawn
        && !rows[(place + 1)...].contains { $0.finding == .withdrawn && $0.day >= row.day }
    }.map(\.element)
  }
}

extension Problem {
  /// A problem of a row that people filled in.
  fileprivate init(
    _ code: ProblemCode, at place: Verification.Place, column: String? = nil,
    value: String? = nil, detail: Wording
  ) {
    self.init(
      code, file: place.file, line: place.line, column: column, value: value, detail: detail)
    sheet = place.sheet
  }
}
