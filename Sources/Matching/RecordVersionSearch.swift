internal import Vocabulary

/// Which rows say again, with a change, what exactly one earlier row said.
///
/// The key of a record is its own number in its kind of source; of a penalty decision, which has
/// none, the number of its document with the party, the authority and the site as far as both rows
/// name them. Rows of one drop are no versions of each other, for nobody knows their order.
struct RecordVersionSearch {
  /// A row and the earlier one whose new version it is.
  struct Found {
    let earlier: Int32
    let later: Int32
    /// What tied them: `recordNumber`, or `documentNumber` for a penalty decision.
    let key: JoinRule
  }

  /// A row that could be a version of several rows, or of one with another party.
  struct Doubt {
    let row: Int32
    let other: Int32
    let question: String
    let key: JoinRule
  }

  private(set) var found: [Found] = []
  private(set) var doubts: [Doubt] = []

  /// How many earlier rows of one key are compared: a number used for more is no evidence.
  private static let comparedLimit = 32
  /// How many parties of one key are asked about.
  private static let askedLimit = 8

  private let table: RankedRecords
  private let settled: SettledRows
  private let stated: StatedNumbers
  private let names: NameTable

  /// Compares the rows of each key with those the ledger holds.
  ///
  /// O(rows · log rows).
  init(
    _ table: RankedRecords, settled: SettledRows, stated: StatedNumbers,
    names: NameTable
  ) {
    self.table = table
    self.settled = settled
    self.stated = stated
    self.names = names
    guard settled.count > 0 else { return }
    var order = KeyedOrder()
    for row in table.rows {
      if let key = key(of: Int(row)) { order.add(key, row) }
    }
    order.sort()
    order.forEachRunByFirst { search(Array($0)) }
  }

  /// The number of the row's key with its kind; `nil` for a row without one.
  private func key(of row: Int) -> UInt64? {
    let kind = table.source[row]
    let number = kind == .penalty ? stated.document[row] : stated.record[row]
    guard number >= 0 else { return nil }
    if kind != .penalty, stated.isSerial(record: number) { return nil }
    return UInt64(number) << 8 | UInt64(kind.rawValue)
  }

  private mutating func search(_ group: [Int32]) {
    let standing = group.filter { $0 < settled.count && !settled.isSuperseded(Int($0)) }
    guard !standing.isEmpty, standing.count <= Self.comparedLimit else { return }
    let isPenalty = table.source[Int(group[0])] == .penalty
    let key: JoinRule = isPenalty ? .documentNumber : .recordNumber
    var asked: [Int32] = []
    for row in group {
      let alike = standing.filter {
        isEarlier(Int($0), than: Int(row)) && stated.mayShareAuthority($0, row)
          && mayShareSite($0, row)
      }
      let own = alike.filter { mayBeOneParty($0, row) && (!isPenalty || isTied($0, row)) }
      if own.count == 1, row >= settled.count {
        found.append(Found(earlier: own[0], later: row, key: key))
      } else if own.count > 1 {
        doubts.append(
          Doubt(
            row: row, other: own[0], question: "该编号以前登记过 \(own.count) 条，本记录更正的是哪一条", key: key))
      } else if let other = own.first ?? (isPenalty ? nil : alike.first), !isOneLead(other, row),
        asked.count < Self.askedLimit,
        !asked.contains(where: { names.nameOfRow[Int($0)] == names.nameOfRow[Int(row)] })
      {
        asked.append(row)
        doubts.append(
          Doubt(row: row, other: other, question: RecordVersionSearch.otherParty, key: key))
      }
    }
  }

  /// What is asked of a record whose number was another party's before.
  static let otherParty = "该编号以前登记的是另一当事人，本记录是否为其更正"

  /// Whether the ledger has both rows in one lead.
  private func isOneLead(_ left: Int32, _ right: Int32) -> Bool {
    guard left < settled.count, right < settled.count else { return false }
    return settled.lead[Int(left)] == settled.lead[Int(right)]
  }

  /// Whether the row was stated by a drop before the one that brought the other, and by none since.
  private func isEarlier(_ row: Int, than other: Int) -> Bool {
    row != other && settled.statement(of: row) < settled.arrival(of: other)
  }

  /// Whether the rows name no two sites; a missing one is no contradiction.
  private func mayShareSite(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (
      table.text(.permitNumber, Int(left)), table.text(.permitNumber, Int(right))
    )
    return one.isMissing || other.isMissing ? true : one == other
  }

  /// Whether nothing the rows say of their party forbids that it is one.
  private func mayBeOneParty(_ left: Int32, _ right: Int32) -> Bool {
    for field in [TextField.creditCode, .personID] {
      let (one, other) = (table.text(field, Int(left)), table.text(field, Int(right)))
      if !one.isMissing, !other.isMissing, one != other { return false }
    }
    return names.areCompatible(names.nameOfRow[Int(left)], names.nameOfRow[Int(right)])
  }

  /// Whether more than a document's number ties the rows: the party, or where one of them names none
  /// the authority.
  private func isTied(_ left: Int32, _ right: Int32) -> Bool {
    let isNamed = [left, right].allSatisfy { row in
      names.nameOfRow[Int(row)] >= 0 || !table.text(.creditCode, Int(row)).isMissing
        || !table.text(.personID, Int(row)).isMissing
    }
    return isNamed ? true : stated.shareAuthority(left, right)
  }
}
