internal import Vocabulary

extension HeadlineTable {
  private static let yes = "\"\(Truth.true.wording.zh)\""
  private static let no = "\"\(Truth.false.wording.zh)\""
  private static let notYes = "\"<>\(Truth.true.wording.zh)\""

  /// How the workbook's lists give the figure; `nil` where they do not.
  ///
  /// What 线索台账 holds whatever its size is always counted there.
  func formula(_ name: FigureName) -> String? {
    let register = content.register
    switch name {
    case .exceptions:
      return inside(register) + "+"
        + register.count(
          (.redLine, HeadlineTable.notYes), (.reserve, HeadlineTable.notYes),
          (.repeated, HeadlineTable.yes))
    case .protectedPlace: return inside(register)
    case .repeatOffender: return register.count((.repeated, HeadlineTable.yes))
    case .major: return register.count((.major, HeadlineTable.yes))
    case .overdue: return register.count((.overdue, "\">0\""))
    case .review: return disposition(.review, register)
    case .transfers: return content.feedback.filled(FeedbackSheet.stateColumn)
    case .feedbackOwed: return answers(.owed)
    case .feedbackDue: return answers(.owed) + "+" + answers(.given)
    default: return content.listsEveryLead ? whole(name, register) : nil
    }
  }

  /// How 线索台账 gives the figure if it has every lead.
  private func whole(_ name: FigureName, _ register: CountedRows) -> String? {
    switch name {
    case .leads: return register.filled(LeadSheet.Column.id.place)
    case .leadsNew: return status(.new, register)
    case .leadsChanged: return status(.changed, register)
    case .leadsOpen: return status(.open, register)
    case .verified:
      return register.count((.damaged, HeadlineTable.yes)) + "+"
        + register.count((.damaged, HeadlineTable.no))
    case .damageFound: return register.count((.damaged, HeadlineTable.yes))
    case .initiated: return register.count((.initiates, HeadlineTable.yes))
    case .notInitiated: return register.count((.initiates, HeadlineTable.no))
    case .factsMissing: return register.filled(LeadSheet.Column.missing.place)
    case .amountUnknown:
      return register.filled(LeadSheet.Column.id.place)
        + "-(\(register.filled(LeadSheet.Column.estimate.place)))"
        + "-(\(register.filled(LeadSheet.Column.determined.place)))+"
        + register.count((.estimate, "\"<>\""), (.determined, "\"<>\""))
    default:
      return Disposition.allCases.first { $0.figure == name }.map { disposition($0, register) }
    }
  }

  private func status(_ status: LeadEntry.Status, _ register: CountedRows) -> String {
    register.count((.status, "\"\(status.term)\""))
  }

  private func disposition(_ disposition: Disposition, _ register: CountedRows) -> String {
    register.count((.disposition, "\"\(disposition.term)\""))
  }

  /// Leads in a red line, and those in a reserve alone.
  private func inside(_ register: CountedRows) -> String {
    register.count((.redLine, HeadlineTable.yes)) + "+"
      + register.count((.redLine, HeadlineTable.notYes), (.reserve, HeadlineTable.yes))
  }

  private func answers(_ state: FeedbackSheet.State) -> String {
    content.feedback.count([(FeedbackSheet.stateColumn, "\"\(state.rawValue)\"")])
  }
}
