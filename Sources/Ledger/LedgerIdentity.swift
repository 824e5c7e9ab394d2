internal import Vocabulary

/// An id that the ledger gives once and keeps for ever: of a lead or of an obligor.
protocol LedgerIdentity: Hashable, Sendable {
  /// Which table holds it, and what joins are of.
  static var scope: JoinScope { get }

  /// The columns that make it up, the index over them in the same order.
  static var columns: [String] { get }

  /// The values of those columns.
  var arguments: [Argument] { get }

  /// Reads those columns; `nil` for values that the program never writes.
  init?(from query: inout Query)

  func put(into row: inout SealedRow)
}

extension LedgerIdentity {
  static var table: String { scope.rawValue }

  /// `column = ? AND …`, to be answered by `arguments`.
  static var condition: String { columns.map { "\($0) = ?" }.joined(separator: " AND ") }
}

extension LeadID: LedgerIdentity {
  static var scope: JoinScope { .lead }
  static var columns: [String] { ["quarter", "serial", "jurisdiction"] }

  var arguments: [Argument] {
    [
      .text(quarter.description), .integer(Int64(serial)), .integer(Int64(jurisdiction.number)),
    ]
  }

  init?(from query: inout Query) {
    let quarter = Quarter(query.text())
    let serial = Int(query.integer())
    guard let quarter, let jurisdiction = DivisionCode(number: Int(query.integer())) else {
      return nil
    }
    self.init(jurisdiction: jurisdiction, quarter: quarter, serial: serial)
  }

  func put(into row: inout SealedRow) {
    row.put(quarter.description)
    row.put(Int64(serial))
    row.put(Int64(jurisdiction.number))
  }
}

extension ObligorID: LedgerIdentity {
  static var scope: JoinScope { .obligor }
  static var columns: [String] { ["serial", "jurisdiction"] }

  var arguments: [Argument] {
    [.integer(Int64(serial)), .integer(Int64(jurisdiction.number))]
  }

  init?(from query: inout Query) {
    let serial = Int(query.integer())
    guard let jurisdiction = DivisionCode(number: Int(query.integer())) else { return nil }
    self.init(jurisdiction: jurisdiction, serial: serial)
  }

  func put(into row: inout SealedRow) {
    row.put(Int64(serial))
    row.put(Int64(jurisdiction.number))
  }
}

/// Leads or obligors in the order of their numbers, which count from 1, and what each is taken for.
struct MergedIdentities<ID: LedgerIdentity> {
  private(set) var ids: [ID] = []
  private var remaining: [Int32] = []

  /// Reads those made by runs up to `last`, merged as they were by then.
  init(upTo last: Int64, from contents: LedgerContents) throws(Failure) {
    var query = try contents.connection.query(
      """
      SELECT id, \(ID.columns.joined(separator: ", ")) FROM \(ID.table)
      WHERE run <= ? ORDER BY id
      """, [.integer(last)])
    while try query.step() {
      guard query.integer() == Int64(ids.count) + 1, let id = ID(from: &query) else {
        throw contents.damaged(ID.table)
      }
      ids.append(id)
    }
    remaining = ids.indices.map { Int32($0) }
    var mergings = try contents.connection.query(
      "SELECT merged, remaining FROM merging WHERE scope = ? AND run <= ? ORDER BY id",
      [.text(ID.scope.rawValue), .integer(last)])
    var merged: [Int] = []
    while try mergings.step() {
      let (from, into) = (index(of: mergings.integer()), index(of: mergings.integer()))
      guard let from, let into else { throw contents.damaged("merging") }
      merged.append(Int(from))
      remaining[Int(from)] = into
    }
    guard resolve(merged) else { throw contents.damaged("merging") }
  }

  /// The place in `ids` of what `number` is taken for; -1 for none, `nil` for one not there.
  func index(of number: Int64?) -> Int32? {
    guard let number else { return -1 }
    guard number >= 1, number <= Int64(remaining.count) else { return nil }
    return remaining[Int(number) - 1]
  }

  /// Takes each merged one for the end of its chain; false for a circle.
  private mutating func resolve(_ merged: [Int]) -> Bool {
    for place in merged {
      var end = remaining[place]
      var steps = 0
      while remaining[Int(end)] != end {
        end = remaining[Int(end)]
        steps += 1
        if steps > merged.count { return false }
      }
      remaining[place] = end
    }
    return true
  }
}
