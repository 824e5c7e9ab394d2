internal import Geography
internal import Law
internal import Leads
internal import Reports
internal import Vocabulary

/// What a person must decide about one lead before the proposal can be followed.
struct LeadReview {
  /// One question in both languages; outputs have it in Chinese.
  struct Question {
    let kind: ReviewItem.Kind
    /// What the lead is asked against: records, or an entry of the question register.
    let right: [String]
    let words: Wording
    let evidence: Wording
  }

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

  var questions: [Question] {
    placeConflicts + PlaceQuestions(screening, state, assessment).all + tensions + disputes
      + withdrawals + barred
  }

  var items: [ReviewItem] {
    questions.map { one in
      ReviewItem(
        kind: one.kind, left: entry.id.description, right: one.right.joined(separator: "；"),
        question: one.words.zh,
        evidence: one.evidence.zh, stake: entry.amountDetermined ?? entry.amountEstimate)
    }
  }

  private var placeConflicts: [Question] {
    assessment.contradictions.map { contradiction in
      let names = contradiction.declaredRows.map { state.table.name($0) }
      let verdicts = assessment.zones.filter {
        $0.role == contradiction.role
          && screening.layers[$0.layer].source.tag == contradiction.tag
      }.map { (screening.layers[$0.layer].source.entry.title, $0.value.wording) }
      let declared = contradiction.declaredRows.map {
        (state.table.name($0), state.table.truth(contradiction.field, $0).wording)
      }
      let said = verdicts + declared
      let (role, tag) = (contradiction.role.wording, contradiction.tag.wording)
      return Question(
        kind: .placeConflict, right: names,
        words: Wording(
          zh: "来源填报与图层比对相反，或者填报彼此相反，\(role.zh)是否在\(tag.zh)内",
          en: "records and the map, or records among themselves, contradict each other: "
            + "is the \(role.en) in the \(tag.en)"),
        evidence: Wording(
          zh: said.map { "\($0)：\($1.zh)" }.joined(separator: "；"),
          en: said.map { "\($0): \($1.en)" }.joined(separator: "; ")))
    }
  }

  private var tensions: [Question] {
    guard assessment.evaluation.disposition == .review else { return [] }
    let engine = screening.law.engines[assessment.engine]
    return engine.tensions(in: assessment.evaluation).map { tension in
      let both = [tension.first, tension.second].map { conclusion in
        let letter = assessment.evaluation[conclusion].letter
        return Wording(
          zh: "\(screening.rules.conclusions.zh(conclusion))=\(letter)",
          en: "\(conclusion.name)=\(letter)")
      }
      return Question(
        kind: .tension, right: [tension.question],
        words: Wording(
          zh: screening.rules.register[tension.question]?.zh ?? "两项判定相互牵制，如何处理",
          en: "two conclusions pull apart: which of them is to be followed"),
        evidence: Wording(
          zh: both.map(\.zh).joined(separator: "；"), en: both.map(\.en).joined(separator: "; ")))
    }
  }

  /// What records state differently where nobody's word is taken; a place is asked about above.
  private var disputes: [Question] {
    let places = assessment.contradictions.map { Field.truth($0.field) }
    return zip(assessment.disagreements, entry.disagreements).compactMap { one, shown in
      guard one.taken == nil, !places.contains(one.field) else { return nil }
      // What another field settles is no question.
      if let fact = Fact(name: one.field.name), assessment.facts.isKnown(fact) { return nil }
      return Question(
        kind: .valueConflict, right: shown.others.prefix(1).map(\.name),
        words: Wording(
          zh: "\(shown.term.zh)：来源说法不一，以哪一个为准",
          en: "\(shown.term.en): sources state it differently; which of them is right"),
        evidence: shown.statements)
    }
  }

  private var withdrawals: [Question] {
    let rows = assessment.lead.rows(of: .withdrawn).filter {
      state.table.truth(.withdrawn, $0) == .true
    }
    return rows.map { row in
      Question(
        kind: .withdrawnDecision, right: [state.table.name(row)],
        words: Wording(
          zh: "线索所依据的决定已撤销，线索是否保留",
          en: "the decision that the lead rests on was withdrawn; does the lead stay"),
        evidence: Wording(verbatim: state.table.string(.documentNumber, row)))
    }
  }
}

extension LeadReview {
  /// A claim that was dropped for minor damage, and that the rules by now do not let go.
  private var barred: [Question] {
    guard assessment.isBarred, let verification = assessment.lead.verification else { return [] }
    return [
      Question(
        kind: .tension, right: [verification.place.name],
        words: Wording(
          zh: "已以显著轻微决定不启动索赔，现在规则不许可，是否改为启动",
          en: "the claim was dropped for minor damage, which the rules do not allow: is it pressed"),
        evidence: verification.sentence)
    ]
  }
}

extension ReviewItem {
  /// The item as outputs show it: persons' numbers are masked, and so is whoever reported.
  func masked(_ reporters: HiddenReporters?) -> ReviewItem {
    let shown = PersonalNumbers.masked(evidence)
    return ReviewItem(
      kind: kind, left: left, right: right, question: question,
      evidence: reporters?.masked(shown) ?? shown, stake: stake, weight: weight, pair: pair)
  }
}
