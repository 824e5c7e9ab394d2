package import Vocabulary

/// What the ledger has settled about the table's first rows: which obligor and lead each belongs to,
/// and which drops stated it.
///
/// Numbers count from 0 over the obligors and the leads that the rows name; -1 is none. Rows beyond
/// the arrays are new.
package struct SettledRows: Sendable {
  /// By row; -1 where the record names nobody.
  package var obligor: [Int32]
  /// By row; -1 for earlier compensation cases.
  package var lead: [Int32]

  /// By row, the number of the drop that brought it.
  ///
  /// Drops count up, and the drop in hand has the number `thisDrop`. Empty: all of one drop before.
  package var takenIn: [Int32]
  /// By row, the number of the latest drop that states it; empty: none has since it was brought.
  package var stated: [Int32]
  /// By row, whether a later drop states the record otherwise; empty if none is.
  package var superseded: [Bool]

  /// How many obligors and leads there are, those that no row belongs to any more among them.
  package var obligorCount: Int
  package var leadCount: Int

  /// Leads, and obligors, of which a person has said that they are not one or that nobody can say.
  package var answeredLeads: Set<OwnerPair> = []
  package var answeredObligors: Set<OwnerPair> = []

  /// The number of the drop whose rows are being matched.
  package static let thisDrop = Int32.max

  /// Arrays that are not empty are by row and equally long; all are empty in a workspace without
  /// earlier quarters.
  ///
  /// Without counts there are as many obligors and leads as the rows name.
  package init(
    obligor: [Int32] = [], lead: [Int32] = [], takenIn: [Int32] = [], stated: [Int32] = [],
    superseded: [Bool] = [], obligorCount: Int? = nil, leadCount: Int? = nil
  ) {
    self.obligorCount = obligorCount ?? Int(obligor.max() ?? -1) + 1
    self.leadCount = leadCount ?? Int(lead.max() ?? -1) + 1
    self.obligor = obligor
    self.lead = lead
    self.takenIn = takenIn
    self.stated = stated
    self.superseded = superseded
  }

  /// How many of the table's first rows are settled.
  package var count: Int { obligor.count }

  /// The number of the drop that brought a row.
  func arrival(of row: Int) -> Int32 {
    takenIn.indices.contains(row) ? takenIn[row] : row < count ? 0 : SettledRows.thisDrop
  }

  /// The number of the latest drop that states a row.
  func statement(of row: Int) -> Int32 {
    stated.indices.contains(row) ? stated[row] : arrival(of: row)
  }

  /// Whether a later drop states the row's record otherwise.
  func isSuperseded(_ row: Int) -> Bool {
    superseded.indices.contains(row) ? superseded[row] : false
  }
}

/// Who is who and what is one event; pure and deterministic.
///
/// Every row gets an obligor and a lead by number: below the settled counts an earlier one, from
/// there on a new one, in an order that depends on what the records say and not on the order of
/// files. History rows get no lead. O(rows · log rows).
package struct Matching: Sendable {
  /// By row; -1 where the record names nobody.
  package private(set) var obligor: [Int32]
  /// By row; -1 for earlier compensation cases, which are no leads.
  package private(set) var lead: [Int32]
  /// How many obligors no earlier quarter knew.
  package private(set) var newObligors: Int
  /// How many leads no earlier quarter knew.
  package private(set) var newLeads: Int
  /// Why new rows are one obligor's, each with an earlier row of that obligor; also which of them
  /// are new versions of an earlier case.
  package private(set) var obligorJoins: [Join]
  /// Why new rows are one lead's, each with another row of that lead; also which of them are new
  /// versions of one.
  package private(set) var leadJoins: [Join]
  /// What weighs enough to be one, or nearly, and is not joined, and why; at most two for an obligor.
  package private(set) var refused: [Refusal<Int>]
  /// What weighed the pairs, and what the blocks of parties came to; for the manifest.
  package private(set) var account: MatchingAccount
  /// What a person must decide, also among settled rows as long as nobody has.
  package private(set) var review: [ReviewItem]

  /// Matches the new rows of `records` with each other and with the settled ones.
  ///
  /// `home` is the workspace's jurisdiction: where it is a city, a record without a county is taken
  /// to lie in it. With `measuresItself` obligors are matched once more with known numbers masked.
  package init(
    _ records: RecordTable, settled: SettledRows, home: DivisionCode,
    model: MatchingModel = .standard, measuresItself: Bool = false
  ) {
    self = KeptMemory.during {
      let reading = Reading(records, settled: settled, home: home)
      var matching = Matching(reading, model)
      // Only now, when the first matching needs its memory no more.
      if measuresItself { matching.account.masked = reading.masked(model) }
      return matching
    }
  }

  private init(_ reading: Reading, _ model: MatchingModel) {
    var obligors = reading.obligors(of: reading.table)
    obligors.matchAll(reading.versions.found, model)
    let obligorNumbers = obligors.numbers()
    var leads = LeadMatching(
      reading.table, settled: reading.settled, obligor: obligorNumbers.byRow,
      stated: reading.stated, days: reading.days,
      addresses: obligors.profiles.addresses)
    leads.matchAll(reading.versions)
    let leadNumbers = leads.numbers()
    let table = reading.table
    obligor = table.byOriginalRow(obligorNumbers.byRow)
    lead = table.byOriginalRow(leadNumbers.byRow)
    newObligors = obligorNumbers.new
    newLeads = leadNumbers.new
    account = MatchingAccount(
      model: model.version, join: model.join, review: model.review, margin: model.margin,
      blocks: obligors.blocks)
    refused = (obligors.refused + leads.refused).compactMap { $0.map(table.originalRow) }
    obligorJoins = table.joins(
      obligors.joins, leads.caseVersions, weighings: obligors.weighings)
    leadJoins = table.joins(leads.joins)
    review = obligors.review + leads.review
  }

  /// What is read of the table once, whoever is matched then.
  private struct Reading {
    let table: RankedRecords
    let settled: SettledRows
    let home: DivisionCode
    let stated: StatedNumbers
    let days: StatedDays
    let names: NameTable
    let versions: RecordVersionSearch

    init(_ records: RecordTable, settled: SettledRows, home: DivisionCode) {
      table = RankedRecords(records, settledCount: settled.count)
      self.settled = settled
      self.home = home
      stated = StatedNumbers(table)
      days = StatedDays(table)
      names = NameTable(table, .partyName)
      versions = RecordVersionSearch(
        table, settled: settled, stated: stated, names: names)
    }

    func obligors(of table: RankedRecords) -> ObligorMatching {
      ObligorMatching(
        table, settled: settled, home: home, stated: stated, days: days,
        names: names)
    }

    /// How well known numbers are found again when they are masked.
    func masked(_ model: MatchingModel) -> [MaskedCodes] {
      let check = MaskedCodeCheck(
        table, settledCount: settled.count, names: names)
      guard !check.isEmpty else { return check.figures }
      var blind = obligors(of: check.maskedTable)
      blind.matchAll(versions.found, model)
      return check.measured(obligor: blind.numbers().byRow, review: blind.review)
    }
  }
}
