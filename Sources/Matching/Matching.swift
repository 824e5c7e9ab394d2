package import Vocabulary

/// What the ledger has settled about the table's first rows: which obligor and lead each belongs to.
///
/// Numbers count from 0 over the obligors and the leads that the rows name; -1 is none. Rows beyond
/// the arrays are new.
package struct SettledRows: Sendable {
  package var obligor: [Int32]
  package var lead: [Int32]

  package init(obligor: [Int32] = [], lead: [Int32] = []) {
    self.obligor = obligor
    self.lead = lead
  }

  package var count: Int { obligor.count }
}

/// Who is who and what is one event, on sure evidence only; pure and deterministic.
///
/// Every row gets an obligor and a lead by number: below the settled counts an earlier one, from
/// there on a new one, in an order that depends on what the records say and not on the order of
/// files. History rows get no lead. O(rows · log rows).
package struct Matching: Sendable {
  /// By row; -1 where the record names nobody.
  package private(set) var obligor: [Int32]
  /// By row; -1 for earlier compensation cases, which are no leads.
  package private(set) var lead: [Int32]
  package private(set) var newObligors: Int
  package private(set) var newLeads: Int
  /// Why new rows are one obligor's, each with an earlier row of that obligor.
  package private(set) var obligorJoins: [Join]
  /// Why new rows are one lead's, each with another row of that lead.
  package private(set) var leadJoins: [Join]
  package private(set) var review: [ReviewItem]

  /// Matches the new rows of `table` with each other and with the settled ones.
  ///
  /// `home` is the workspace's jurisdiction: where it is a city, a record without a county is taken
  /// to lie in it.
  package init(_ table: RecordTable, settled: SettledRows, home: DivisionCode) {
    let ranks = RowRanks(table, settledCount: settled.count)
    var names = PartyNames()
    var obligors = ObligorMatching(
      table, settled: settled, home: home, ranks: ranks, names: &names)
    obligors.matchAll()
    let obligorNumbers = obligors.numbers()
    var leads = LeadMatching(
      table, settled: settled, obligor: obligorNumbers.byRow, ranks: ranks, names: &names)
    leads.matchAll()
    let leadNumbers = leads.numbers()
    obligor = obligorNumbers.byRow
    lead = leadNumbers.byRow
    newObligors = obligorNumbers.new
    newLeads = leadNumbers.new
    obligorJoins = obligors.joins
    leadJoins = leads.joins
    review = obligors.review + leads.review
  }
}

/// The order in which rows are considered: settled ones first, then by what they say.
///
/// Makes every choice independent of the order of files and rows.
struct RowRanks: Sendable {
  /// By row; smaller comes first.
  let rank: [Int32]
  /// Rows from first to last.
  let order: [Int32]

  init(_ table: RecordTable, settledCount: Int) {
    var order = (0..<Int32(table.count)).map { $0 }
    order[min(settledCount, table.count)...].sort {
      (table.content[Int($0)], $0) < (table.content[Int($1)], $1)
    }
    var rank = [Int32](repeating: 0, count: order.count)
    for (position, row) in order.enumerated() { rank[Int(row)] = Int32(position) }
    self.rank = rank
    self.order = order
  }
}

/// The names of a table as matching compares them, each distinct text read once.
struct PartyNames {
  private var byText: [TextID: Int32] = [:]
  private var byKey: [[UInt16]: Int32] = [:]
  private(set) var names: [PartyName] = []
  private(set) var keys: [Int32] = []

  /// The number of the row's party name; -1 if it has none that tells anybody apart.
  mutating func number(_ table: RecordTable, _ row: Int) -> Int32 {
    let text = table.text(.partyName, row)
    guard !text.isMissing else { return -1 }
    if let known = byText[text] { return known }
    let name = PartyName(table.texts.string(text))
    guard !name.key.isEmpty, !name.isGeneric else {
      byText[text] = -1
      return -1
    }
    let number = Int32(names.count)
    let key = byKey[name.key] ?? number
    byKey[name.key] = key
    names.append(name)
    keys.append(key)
    byText[text] = number
    return number
  }

  /// Whether two names can be one party's; a missing name (-1) is compatible with any.
  func areCompatible(_ left: Int32, _ right: Int32) -> Bool {
    guard left >= 0, right >= 0, keys[Int(left)] != keys[Int(right)] else { return true }
    return names[Int(left)].isCompatible(with: names[Int(right)])
  }
}
