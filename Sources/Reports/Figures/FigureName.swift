internal import Vocabulary

/// A headline figure of the quarter by its name, which HTML, workbook, documents and packages share.
///
/// Raw values are anchors in files: names are only added.
package enum FigureName: String, Sendable, Hashable, CaseIterable {
  /// Data files of the drop, their records, and what became of these.
  case files, records, opened, merged, repeats, rejected
  case leads
  case leadsNew = "leads_new"
  case leadsChanged = "leads_changed"
  case leadsOpen = "leads_open"
  case obligors
  case initiate, verify, review
  case mayNotInitiate = "may_not_initiate"
  case closeNoDamage = "close_no_damage"
  case excluded
  case exceptions
  case protectedPlace = "protected_place"
  case repeatOffender = "repeat_offender"
  case overdue
  case dueSoon = "due_soon"
  case major
  case transfers
  case feedbackDue = "feedback_due"
  case feedbackOwed = "feedback_owed"
  case factsMissing = "facts_missing"
  case amountUnknown = "amount_unknown"
  case reviewItems = "review_items"
  case verified
  case damageFound = "damage_found"
  case initiated
  case notInitiated = "not_initiated"

  /// What a figure counts.
  enum Counted {
    /// Leads that a filter finds.
    case leads(LeadFilter)
    /// Something that is counted as a whole.
    case total(KeyPath<ReportTotals, Int>)
  }

  /// What it counts.
  var counted: Counted {
    switch self {
    case .files: .total(\.files)
    case .records: .total(\.records)
    case .opened: .total(\.opened)
    case .merged: .total(\.merged)
    case .repeats: .total(\.repeats)
    case .rejected: .total(\.rejected)
    case .obligors: .total(\.obligors)
    case .reviewItems: .total(\.reviewItems)
    case .leads: .leads(LeadFilter())
    case .leadsNew: .leads(LeadFilter(topic: .opened))
    case .leadsChanged: .leads(LeadFilter(topic: .continued))
    case .leadsOpen: .leads(LeadFilter(topic: .stillOpen))
    case .initiate: .leads(LeadFilter(disposition: .initiate))
    case .verify: .leads(LeadFilter(disposition: .verify))
    case .review: .leads(LeadFilter(disposition: .review))
    case .mayNotInitiate: .leads(LeadFilter(disposition: .mayNotInitiate))
    case .closeNoDamage: .leads(LeadFilter(disposition: .closeNoDamage))
    case .excluded: .leads(LeadFilter(disposition: .excluded))
    case .exceptions: .leads(LeadFilter(topic: .exception))
    case .protectedPlace: .leads(LeadFilter(topic: .protectedPlace))
    case .repeatOffender: .leads(LeadFilter(topic: .repeatOffender))
    case .overdue: .leads(LeadFilter(topic: .overdue))
    case .dueSoon: .leads(LeadFilter(topic: .dueSoon))
    case .major: .leads(LeadFilter(topic: .major))
    case .transfers: .leads(LeadFilter(topic: .transfer))
    case .feedbackDue: .leads(LeadFilter(topic: .feedbackDue))
    case .feedbackOwed: .leads(LeadFilter(topic: .feedbackOwed))
    case .factsMissing: .leads(LeadFilter(topic: .factsMissing))
    case .amountUnknown: .leads(LeadFilter(topic: .amountUnknown))
    case .verified: .leads(LeadFilter(topic: .verified))
    case .damageFound: .leads(LeadFilter(judgement: (.damageConfirmed, .true)))
    case .initiated: .leads(LeadFilter(topic: .initiated))
    case .notInitiated: .leads(LeadFilter(topic: .notInitiated))
    }
  }
}

extension ReportFigures {
  /// The figure's number; for one that counts leads a pass over them.
  package subscript(name: FigureName) -> Int {
    switch name.counted {
    case .leads(let filter): count(filter).all
    case .total(let total): totals[keyPath: total]
    }
  }
}
