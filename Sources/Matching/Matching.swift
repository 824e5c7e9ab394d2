internal import Normalise
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
  /// What a person must decide, also among settled rows as long as nobody has.
  package private(set) var review: [ReviewItem]

  /// Matches the new rows of `table` with each other and with the settled ones.
  ///
  /// `home` is the workspace's jurisdiction: where it is a city, a record without a county is taken
  /// to lie in it.
  package init(_ table: RecordTable, settled: SettledRows, home: DivisionCode) {
    let ranks = RowRanks(table, settledCount: settled.count)
    let stated = StatedNumbers(table, ranks)
    var names = PartyNames()
    var obligors = ObligorMatching(
      table, settled: settled, home: home, ranks: ranks, stated: stated, names: &names)
    obligors.matchAll()
    let obligorNumbers = obligors.numbers()
    var leads = LeadMatching(
      table, settled: settled, obligor: obligorNumbers.byRow, ranks: ranks, stated: stated)
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

/// Texts under a key that folds their spellings; each distinct text is folded once.
struct FoldedTexts {
  private var byText: [TextID: Int32] = [:]
  private var byKey: [[UInt8]: Int32] = [:]
  private var keys: [[UInt8]] = []

  /// The number of the text's key, counted up in the order of asking; -1 for a missing text.
  mutating func number(of text: TextID, in texts: TextPool) -> Int32 {
    guard !text.isMissing else { return -1 }
    if let known = byText[text] { return known }
    let bytes = Array(texts.bytes(of: text))
    let key = documentKey(bytes.span)
    let number = byKey[key] ?? Int32(keys.count)
    if byKey[key] == nil {
      byKey[key] = number
      keys.append(key)
    }
    byText[text] = number
    return number
  }

  /// Whether the ends of two keys agree: one is the other's tail (原平分局, 忻州市生态环境局原平分局).
  func agreesAtEnd(_ left: Int32, _ right: Int32) -> Bool {
    guard left != right else { return true }
    let (one, other) = (keys[Int(left)], keys[Int(right)])
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    return short.count >= 6 ? long.suffix(short.count).elementsEqual(short) : false
  }
}

/// What rows state of documents, numbers and authorities, by key numbers; -1 is missing.
///
/// Numbers count up in rank order, so that they do not depend on the order of files.
struct StatedNumbers {
  private(set) var document: [Int32]
  private(set) var record: [Int32]
  private(set) var authority: [Int32]
  private let authorities: FoldedTexts

  init(_ table: RecordTable, _ ranks: RowRanks) {
    document = Array(repeating: -1, count: table.count)
    record = document
    authority = document
    var documents = FoldedTexts()
    var records = FoldedTexts()
    var authorities = FoldedTexts()
    for row in ranks.order.lazy.map(Int.init) {
      document[row] = documents.number(of: table.text(.documentNumber, row), in: table.texts)
      record[row] = records.number(of: table.text(.recordNumber, row), in: table.texts)
      authority[row] = authorities.number(of: table.text(.authority, row), in: table.texts)
    }
    self.authorities = authorities
  }

  /// Whether both rows name an authority and it can be one: equal, or one the other's tail.
  func shareAuthority(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (authority[Int(left)], authority[Int(right)])
    return one >= 0 && other >= 0 ? authorities.agreesAtEnd(one, other) : false
  }

  /// Whether the rows' authorities do not contradict each other; a missing one does not.
  func mayShareAuthority(_ left: Int32, _ right: Int32) -> Bool {
    authority[Int(left)] < 0 || authority[Int(right)] < 0 ? true : shareAuthority(left, right)
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
