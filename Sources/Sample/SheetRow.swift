import Vocabulary

/// What a column of a sheet is about, whatever its title.
enum Item: Hashable {
  case number, inspected, authority, county, countyCode, party, code, personID, identity
  case representative, place, longitude, latitude, datum, shape, violation, facts, medium
  case occurred, rectified, rectifiedOn, restored, restoredVia, document, fine, damage, basis
  case appraisalFee, inRedLine, remark
  case round, level, assigned, important, assignedClaim, film, rectification, substantiated, closed
  case eventName, eventLevel, reportKind, occurredAt, reportedAt, cause, responseCost, directLoss
  case procuratorate, transferred, received, receiver, charge, feedbackDue, fedBack, feedbackOn
  case partyClass, registration, organisationCode, representativeID, representativeIDKind
  case identityKind, legalBasis, penaltyKind, penaltyContent, confiscated, licence, decided
  case validUntil, publicUntil, authorityCode, supplier, supplierCode, state
  case reported, accepted, claims, reporter, phone, progress, outcome
  /// A column the sample leaves empty throughout.
  case unused
}

/// What a cell says, before its sheet chooses how to write it.
enum Cell {
  case empty
  case text(String)
  case day(Day)
  /// A day and a minute of it.
  case moment(Day, minute: Int)
  case amount(fen: Int64)
}

/// One record of a sheet, by item.
struct SheetRow {
  /// What is wrong with the line itself.
  enum Flaw { case none, fieldTooMany, fieldMissing, strayQuote, headerAgain }

  var cells: [Item: Cell] = [:]
  var flaw = Flaw.none
  var cases: [SampleCase] = []
  /// Which of its sheet's spellings the row is written in; a repeat keeps that of its original.
  var spelling = 0
  /// By which the rows of a sheet are put in order.
  var sortDay: Day

  init(on day: Day, number: String) {
    sortDay = day
    cells[.number] = .text(number)
  }

  subscript(item: Item) -> Cell {
    get { cells[item] ?? .empty }
    set { cells[item] = newValue }
  }

  /// The cell's text; empty for any other kind of cell.
  func text(_ item: Item) -> String {
    guard case .text(let text) = self[item] else { return "" }
    return text
  }
}
