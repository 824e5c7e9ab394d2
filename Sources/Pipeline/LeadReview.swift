internal import Geography
internal import Law
internal import Leads
internal import Reports
internal import Vocabulary

/// What a person must decide about one lead before the proposal can be followed.
struct LeadReview {
  private let screening: Screening
  private let state: QuarterState
  private let assessment: LeadAssessment
  private let entry: LeadEntry

  init(
    _ screening: Screening, _ state: QuarterState, _ assessment: LeadAssessment, _ entry: LeadEntry
  ) {
    self.screening = screening
    self.state = state
    self.assessment = assessment
    self.entry = entry
  }

  var items: [ReviewItem] { placeConflicts + tensions + disputes + withdrawals }

  private var stake: Money? { entry.amountDetermined ?? entry.amountEstimate }

  private func item(
    _ kind: ReviewItem.Kind, right: String, _ question: String, _ evidence: String
  ) -> ReviewItem {
    ReviewItem(
      kind: kind, left: entry.id.description, right: right, question: question,
      evidence: evidence, stake: stake)
  }

  private var placeConflicts: [ReviewItem] {
    assessment.contradictions.map { contradiction in
      let names = contradiction.declaredRows.map { state.table.name($0) }
      let verdicts = assessment.zones.filter {
        screening.layers[$0.layer].source.tag == contradiction.tag
      }.map { "\(screening.layers[$0.layer].source.name)：\($0.value.wording.zh)" }
      return item(
        .placeConflict, right: names.joined(separator: "；"),
        "来源填报与图层比对相反，损害区域是否在\(contradiction.tag.term)内",
        verdicts.joined(separator: "；"))
    }
  }

  private var tensions: [ReviewItem] {
    guard assessment.evaluation.disposition == .review else { return [] }
    let engine = screening.law.engines[assessment.engine]
    return engine.tensions(in: assessment.evaluation).map { tension in
      let names = [tension.first, tension.second].map { conclusion in
        "\(screening.rules.conclusions.zh(conclusion))=\(assessment.evaluation[conclusion].letter)"
      }
      return item(
        .tension, right: tension.question,
        screening.rules.register[tension.question]?.zh ?? "两项判定相互牵制，如何处理",
        names.joined(separator: "；"))
    }
  }

  private var disputes: [ReviewItem] {
    let said = assessment.lead.disputedAmounts
    guard let first = said.first else { return [] }
    let amounts = said.map { "\(state.table.name($0.row))：\($0.value)元" }
    return [
      item(
        .valueConflict, right: state.table.name(first.row), "同一效力的认定数额不一致，以哪一个为准",
        amounts.joined(separator: "；"))
    ]
  }

  private var withdrawals: [ReviewItem] {
    let rows = assessment.lead.rows(of: .withdrawn).filter {
      state.table.truth(.withdrawn, $0) == .true
    }
    return rows.map { row in
      item(
        .withdrawnDecision, right: state.table.name(row), "线索所依据的决定已撤销，线索是否保留",
        state.table.string(.documentNumber, row))
    }
  }
}

extension ReviewItem {
  /// The item as outputs show it: persons' numbers are masked.
  var masked: ReviewItem {
    ReviewItem(
      kind: kind, left: left, right: right, question: question,
      evidence: PersonalNumbers.masked(evidence), stake: stake)
  }
}
