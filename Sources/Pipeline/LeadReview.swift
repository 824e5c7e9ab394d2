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
        $0.role == contradiction.role
          && screening.layers[$0.verdict.layer].source.tag == contradiction.tag
      }.map {
        "\(screening.layers[$0.verdict.layer].source.name)：\($0.verdict.value.wording.zh)"
      }
      let declared = contradiction.declaredRows.map {
        "\(state.table.name($0))：\(state.table.truth(contradiction.field, $0).wording.zh)"
      }
      return item(
        .placeConflict, right: names.joined(separator: "；"),
        "来源填报与图层比对相反，或者填报彼此相反，\(contradiction.role.term)是否在\(contradiction.tag.term)内",
        (verdicts + declared).joined(separator: "；"))
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

  /// What records state differently where nobody's word is taken; a place is asked about above.
  private var disputes: [ReviewItem] {
    let places = assessment.contradictions.map { Field.truth($0.field) }
    return zip(assessment.disagreements, entry.disagreements).compactMap { one, shown in
      guard one.taken == nil, !places.contains(one.field) else { return nil }
      // What another field settles is no question.
      if let fact = Fact(name: one.field.name), assessment.facts.isKnown(fact) { return nil }
      return item(
        .valueConflict, right: shown.others.first?.name ?? "",
        "\(shown.term)：来源说法不一，以哪一个为准", shown.statements)
    }
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
      evidence: PersonalNumbers.masked(evidence), stake: stake, weight: weight, pair: pair)
  }
}
