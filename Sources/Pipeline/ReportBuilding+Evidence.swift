internal import Leads
internal import Normalise
internal import Reports
internal import Vocabulary

/// Why records are one, and why others are not.
extension ReportBuilding {
  /// The joins among the records of the leads shown.
  ///
  /// Beside them joins of two leads' records: they make the leads one obligor's.
  func matches() -> [MatchEntry] {
    let shown = shownLeads
    let words = EvidenceWords(state.table)
    func entries(_ joins: [Join], _ scope: JoinScope) -> [MatchEntry] {
      joins.compactMap { join in
        let (lead, other) = (state.leadOf[join.later], state.leadOf[join.earlier])
        let isOne = lead == other
        guard shown.contains(lead) || shown.contains(other) else { return nil }
        return MatchEntry(
          scope: scope, lead: isOne ? state.leads[Int(lead)] : nil,
          recordA: state.table.name(join.earlier),
          recordB: state.table.name(join.later), rule: join.rule,
          evidence: words.sentence(join, in: .zh), weight: join.weight,
          waterfall: words.steps(join),
          decidedBy: join.decision?.signature)
      }
    }
    return entries(state.standing(state.leadJoins, state.leadOf), .lead)
      + entries(state.standing(state.obligorJoins, state.obligorOf), .obligor)
  }

  /// What was not joined with a record of the leads shown.
  func refused() -> [RefusalEntry] {
    let shown = shownLeads
    let words = EvidenceWords(state.table)
    return state.standingRefusals.compactMap { refusal in
      let leads = [refusal.left, refusal.right].map { state.leadOf[$0] }
      guard leads.contains(where: shown.contains) else { return nil }
      return RefusalEntry(
        leads: Set(leads.filter { $0 >= 0 }).sorted().map { state.leads[Int($0)] },
        recordA: state.table.name(refusal.left), recordB: state.table.name(refusal.right),
        evidence: words.sentence(refusal, in: .zh), weight: refusal.weight)
    }
  }

  /// By place in `entries`, the lead's records side by side; `nil` for a lead of one record.
  func sideBySide() -> @Sendable (Int) -> SideBySideEntry? {
    let leads = assessmentOf.map { assessments[$0].lead }
    let (table, versions, gazetteer) = (state.table, state.versions, screening.gazetteer)
    return { place in
      guard leads.indices.contains(place), leads[place].rows.count > 1 else { return nil }
      let shown = SideBySide(leads[place], table, limit: SideBySideEntry.recordLimit)
      return SideBySideEntry(
        records: shown.rows.map { row in
          SideBySideEntry.Record(
            name: table.name(row), line: Int(table.line[row]), kind: table.source[row],
            isSuperseded: versions.isSuperseded(row))
        },
        left: leads[place].rows.count - shown.rows.count,
        lines: shown.lines.map { line in
          SideBySideEntry.Line(
            term: line.field.term,
            values: zip(shown.rows, line.values).map { row, value in
              let county = line.field == .county ? table.division(row) : nil
              return county.flatMap { gazetteer.name(of: $0) } ?? value
            }, isTaken: line.isTaken, differs: line.differs)
        })
    }
  }

  private var shownLeads: Set<Int32> { Set(assessmentOf.map { Int32(assessments[$0].number) }) }
}
