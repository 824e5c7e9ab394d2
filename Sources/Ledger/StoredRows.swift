package import Vocabulary

/// What the ledger knows of source records beyond their values, row by row of a record table.
///
/// Element `n` belongs to the table's row `firstRow + n`.
package struct StoredRecords: Sendable {
  /// The row of the table that the first record was appended as.
  package let firstRow: Int
  /// Ids of the source records, ascending.
  package internal(set) var id: [Int64] = []
  /// The run that took each record in.
  package internal(set) var run: [Int32] = []
  /// Places in `leads` and `obligors`, or -1 for a record of none.
  package internal(set) var leadIndex: [Int32] = []
  package internal(set) var obligorIndex: [Int32] = []
  /// Every lead and obligor of the ledger, in the order they were made.
  package let leads: [LeadID]
  package let obligors: [ObligorID]
  private let quarters: [Int32: Quarter]

  init(firstRow: Int, leads: [LeadID], obligors: [ObligorID], quarters: [Int32: Quarter]) {
    self.firstRow = firstRow
    self.leads = leads
    self.obligors = obligors
    self.quarters = quarters
  }

  package var count: Int { id.count }

  /// The quarter whose run took the record in.
  package func quarter(_ index: Int) -> Quarter? { quarters[run[index]] }

  /// The record's lead, or the one that lead was merged into; `nil` for an earlier case.
  package func lead(_ index: Int) -> LeadID? {
    leadIndex[index] < 0 ? nil : leads[Int(leadIndex[index])]
  }

  /// The record's obligor, or the one that obligor was merged into; `nil` when none is named.
  package func obligor(_ index: Int) -> ObligorID? {
    obligorIndex[index] < 0 ? nil : obligors[Int(obligorIndex[index])]
  }
}

/// A source record's row as it stood in its file.
package struct VerbatimRow: Sendable, Hashable {
  /// The path and the SHA-256 of the file it was read from.
  package let path: String
  package let sha256: String
  /// The data record and the physical line, counted from 1.
  package let record: Int
  package let line: Int
  package let encoding: String
  package let bytes: [UInt8]
}

/// Two source records that are of one lead or one obligor, and why.
package struct Joining: Sendable, Hashable {
  package let scope: JoinScope
  /// Ids of source records; `earlier` is the one taken in first.
  package let earlier: Int64
  package let later: Int64
  package let rule: JoinRule
  /// What was equal, in Chinese.
  package let evidence: String
  /// In thousandths of a bit; `nil` for a sure key.
  package let weight: Int32?
  /// The pieces of `weight`, and the record of who came second.
  package let waterfall: Waterfall?
  package let second: SecondBest<Int64>?
  /// The person's decision that it rests on; `nil` for a rule's.
  package let decision: JoinDecision?

  /// A joining of two source records by their ids; `evidence` is in Chinese.
  package init(
    scope: JoinScope, earlier: Int64, later: Int64, rule: JoinRule, evidence: String,
    weight: Int32? = nil, waterfall: Waterfall? = nil, second: SecondBest<Int64>? = nil,
    decision: JoinDecision? = nil
  ) {
    self.weight = weight
    self.waterfall = waterfall
    self.second = second
    self.decision = decision
    self.scope = scope
    self.earlier = earlier
    self.later = later
    self.rule = rule
    self.evidence = evidence
  }
}

/// A lead or obligor as the ledger holds it.
package struct StoredIdentity<ID: Sendable & Hashable>: Sendable, Hashable {
  package let id: ID
  /// The run that made it.
  package let run: Int
  /// What it is taken for since a later run; `nil` while it stands for itself.
  package let mergedInto: ID?
}

/// What was concluded about one lead in a run.
package struct Assessment: Sendable, Hashable {
  package var lead: LeadID
  package var disposition: Disposition
  /// `name=letter` of every conclusion, sorted, with `;` between them.
  package var conclusions: String
  /// Names of the facts to be found out, sorted, with `;` between them.
  package var missingFacts: String
  /// `nil` where no deadline runs or it cannot be counted.
  package var verificationDue: Day?
  package var overdueDays: Int?
  package var feedbackDue: Day?

  /// An assessment with those values; `overdueDays` counts days past `verificationDue`.
  package init(
    lead: LeadID, disposition: Disposition, conclusions: String, missingFacts: String,
    verificationDue: Day? = nil, overdueDays: Int? = nil, feedbackDue: Day? = nil
  ) {
    self.lead = lead
    self.disposition = disposition
    self.conclusions = conclusions
    self.missingFacts = missingFacts
    self.verificationDue = verificationDue
    self.overdueDays = overdueDays
    self.feedbackDue = feedbackDue
  }
}
