internal import Vocabulary

/// Why records are one, and why others are not, as `explain` prints it.
struct EvidenceLines {
  private let state: QuarterState
  private let words: EvidenceWords

  /// Refusals shown of one subject.
  private static let limit = 40

  init(_ state: QuarterState) {
    self.state = state
    words = EvidenceWords(state.table)
  }

  /// The joins among a lead's rows.
  func joins(ofLead rows: Set<Int>) -> [Wording] {
    lines(
      (leadJoins + obligorJoins).filter { rows.contains($0.earlier) && rows.contains($0.later) })
  }

  /// The joins of obligors by weight, or by a person, that tie rows of a lead to records beyond it.
  func weighed(leaving rows: Set<Int>) -> [Wording] {
    lines(
      obligorJoins.filter {
        ($0.weight != nil || $0.decision != nil)
          && rows.contains($0.earlier) != rows.contains($0.later)
      })
  }

  /// The joins among an obligor's rows.
  func joins(ofObligor rows: Set<Int>) -> [Wording] {
    lines(obligorJoins.filter { rows.contains($0.later) })
  }

  /// The joins of one row.
  func joins(of row: Int) -> [Wording] {
    lines((leadJoins + obligorJoins).filter { $0.earlier == row || $0.later == row })
  }

  /// What was not joined with the obligors, or with the leads, of these rows.
  func refusals(about rows: Set<Int>) -> [Wording] {
    let leads = Set(rows.map { state.leadOf[$0] }).subtracting([-1])
    let obligors = Set(rows.map { state.obligorOf[$0] }).subtracting([-1])
    let found = state.standingRefusals.filter { refusal in
      [refusal.left, refusal.right].contains { row in
        switch refusal.scope {
        case .lead: leads.contains(state.leadOf[row])
        case .obligor: obligors.contains(state.obligorOf[row])
        }
      }
    }
    let lines = found.prefix(EvidenceLines.limit).map { refusal in
      line(refusal.left, refusal.right) { words.sentence(refusal, in: $0) }
    }
    let more = found.count - lines.count
    return more > 0
      ? lines + [Wording(zh: "另有 \(more) 项，从略", en: "\(more) more, left out")] : lines
  }

  private var leadJoins: [Join] { state.standing(state.leadJoins, state.leadOf) }

  private var obligorJoins: [Join] { state.standing(state.obligorJoins, state.obligorOf) }

  private func lines(_ joins: [Join]) -> [Wording] {
    joins.map { join in
      let rule = join.rule.wording
      return line(join.later, join.earlier) { language in
        language.text(
          zh: "\(rule.zh)（\(join.rule.rawValue)）；", en: "\(rule.en) (\(join.rule.rawValue)); ")
          + words.sentence(join, in: language)
      }
    }
  }

  private func line(_ one: Int, _ other: Int, _ words: (Language) -> String) -> Wording {
    let (left, right) = (state.table.name(one), state.table.name(other))
    return Wording(
      zh: "\(left) 与 \(right)：\(words(.zh))", en: "\(left) and \(right): \(words(.en))")
  }
}
