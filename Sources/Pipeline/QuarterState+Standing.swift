internal import Ledger
internal import Vocabulary

/// What ids are taken for by now.
extension QuarterState {
  /// The lead as it is by now: of one that was merged away that of its first record, wherever that
  /// record is; `nil` for one the ledger does not hold.
  ///
  /// `row` finds a record's row by the ledger's id; it is only asked about what was merged.
  func standing(
    _ lead: LeadID, _ contents: borrowing LedgerContents, row: (Int64) -> Int?
  ) throws(Failure) -> LeadID? {
    guard let known = try contents.lead(lead) else { return nil }
    guard known.mergedInto != nil else { return lead }
    guard let place = try contents.firstRecord(of: lead).flatMap({ row($0) }), leadOf[place] >= 0
    else { return nil }
    return leads[Int(leadOf[place])]
  }

  /// The obligor as it is by now: of one that was merged away that of its first record, wherever that
  /// record is; `nil` for one the ledger does not hold.
  func standing(
    _ obligor: ObligorID, _ contents: borrowing LedgerContents, row: (Int64) -> Int?
  ) throws(Failure) -> ObligorID? {
    guard let known = try contents.obligor(obligor) else { return nil }
    guard known.mergedInto != nil else { return obligor }
    guard let place = try contents.firstRecord(of: obligor).flatMap({ row($0) }),
      obligorOf[place] >= 0
    else { return nil }
    return obligors[Int(obligorOf[place])]
  }
}
