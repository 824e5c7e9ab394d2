package import Law
package import Vocabulary

/// What each obligor did before, for the exception of the same obligor again within two years.
///
/// From earlier compensation cases with their outcome, and from the obligor's other leads. A lead
/// counts as unlawful once a penalty decision that stands speaks of it, as damage once damage is
/// confirmed; until then both are unknown, so that an open lead can neither convict nor clear.
package struct PriorEvents: Sendable {
  private struct Event: Sendable {
    let event: PriorEvent
    /// The lead it is; -1 for an earlier case.
    let lead: Int
  }

  private var byObligor: [Int32: [Event]] = [:]

  /// Nothing came before.
  package init() {}

  /// Adds the earlier cases of the table; `obligor` gives each row's obligor number, -1 for none.
  package mutating func addHistory(_ table: RecordTable, obligor: [Int32]) {
    for row in 0..<table.count where table.source[row] == .history && obligor[row] >= 0 {
      let event = PriorEvent(
        day: table.day(.occurrence, row), isIllegal: .true,
        causedDamage: table.truth(.damageConfirmed, row))
      byObligor[obligor[row], default: []].append(Event(event: event, lead: -1))
    }
  }

  /// Adds a lead of the obligor, -1 for none.
  ///
  /// `number` is what `events` will be asked by.
  package mutating func add(_ lead: Lead, number: Int, obligor: Int32, _ table: RecordTable) {
    guard obligor >= 0 else { return }
    let event = PriorEvent(
      day: lead.occurrence?.value, isIllegal: isPenalised(lead, table) ? .true : .unknown,
      causedDamage: LeadFacts.damageConfirmed(lead).0)
    byObligor[obligor, default: []].append(Event(event: event, lead: number))
  }

  /// Whether a record speaks of a penalty decision that no record says was withdrawn.
  private func isPenalised(_ lead: Lead, _ table: RecordTable) -> Bool {
    let withdrawn = lead.rows.filter { table.truth(.withdrawn, $0) == .true }
    let documents = withdrawn.map { table.text(.documentNumber, $0) }
    return lead.rows.contains { row in
      let document = table.text(.documentNumber, row)
      guard !withdrawn.contains(row) else { return false }
      return document.isMissing ? table.source[row] == .penalty : !documents.contains(document)
    }
  }

  /// The events of the obligor other than the lead itself that came before it or may have; `nil` if
  /// nobody is known to be the obligor.
  ///
  /// An event of the same day did not come before; one without a day may have, and so may any if the
  /// lead itself has none. Costs a pass over the obligor's events.
  package func events(before lead: Lead, number: Int, obligor: Int32) -> [PriorEvent]? {
    guard obligor >= 0 else { return nil }
    return byObligor[obligor, default: []].filter { event in
      guard event.lead != number else { return false }
      guard let day = event.event.day, let own = lead.occurrence?.value else { return true }
      return day < own
    }.map(\.event)
  }
}
