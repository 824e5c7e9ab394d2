internal import Vocabulary

/// Which records speak of one event.
///
/// A lead never holds two obligors or two leads that the ledger keeps apart. The rule of the same
/// day and medium also never joins two different documents: two decisions are two events until a
/// person says otherwise.
struct LeadMatching {
  private let table: RecordTable
  private let settled: SettledRows
  private let obligor: [Int32]
  private let ranks: RowRanks
  private let stated: StatedNumbers
  private var sets: UnionFind
  private var identities: [Identity]
  private(set) var joins: [Join] = []
  private(set) var review: [ReviewItem] = []

  /// What a lead may hold only one of.
  private struct Identity {
    var obligor: Int32
    var settled: Int32
    var document: Int32
  }

  init(
    _ table: RecordTable, settled: SettledRows, obligor: [Int32], ranks: RowRanks,
    stated: StatedNumbers
  ) {
    self.table = table
    self.settled = settled
    self.obligor = obligor
    self.ranks = ranks
    self.stated = stated
    sets = UnionFind(count: table.count)
    identities = (0..<table.count).map { row in
      Identity(
        obligor: obligor[row], settled: row < settled.count ? settled.lead[row] : -1,
        document: stated.document[row])
    }
    // Rows of one earlier lead are one set before any rule is asked.
    var first: [Int32: Int] = [:]
    for row in 0..<settled.count where settled.lead[row] >= 0 {
      guard let anchor = first[settled.lead[row]] else {
        first[settled.lead[row]] = row
        continue
      }
      merge(sets.root(anchor), sets.root(row))
    }
  }

  /// Applies the rules, strongest first.
  mutating func matchAll() {
    joinByDocument()
    joinByRecordNumber()
    joinByEvent()
  }

  /// The same document of the same authority; a missing authority is settled by the obligor alone.
  private mutating func joinByDocument() {
    let rows = ranks.order.filter { isLead($0) && stated.document[Int($0)] >= 0 }
    for group in groups(rows, by: { stated.document[Int($0)] }) { joinDocument(group) }
  }

  private mutating func joinDocument(_ group: [Int32]) {
    // With a known party: one lead for each obligor (and authority, where both are known).
    var anchors: [Int32: [Int32]] = [:]
    for row in group where obligor[Int(row)] >= 0 {
      let fitting = anchors[obligor[Int(row)], default: []].first {
        stated.mayShareAuthority($0, row)
      }
      if let fitting {
        join(fitting, row, .documentNumber)
      } else {
        anchors[obligor[Int(row)], default: []].append(row)
      }
    }
    // Without one: it belongs to the document's only party, or a person must say to which.
    // Only the first few are asked: a number used for many is no evidence.
    let parties = anchors.values.flatMap { $0 }.sorted { rank($0) < rank($1) }.prefix(64)
    var unnamed: [Int32] = []
    for row in group where obligor[Int(row)] < 0 {
      let candidates = parties.filter { stated.shareAuthority($0, row) }
      if candidates.count == 1 {
        join(candidates[0], row, .documentNumber)
      } else if candidates.count > 1 {
        addReview(.documentConflict, row, candidates[0], "该文号涉及多个当事人，本记录属于哪一个", .documentNumber)
      } else if let other = unnamed.first(where: { stated.shareAuthority($0, row) }) {
        join(other, row, .documentNumber)
      } else {
        unnamed.append(row)
      }
    }
  }

  /// The same number in the same kind of source: first and later reports of one event.
  private mutating func joinByRecordNumber() {
    let rows = ranks.order.filter { isLead($0) && stated.record[Int($0)] >= 0 }
    for group in groups(
      rows,
      by: { Int64(stated.record[Int($0)]) << 8 | Int64(table.source[Int($0)].rawValue) })
    {
      var anchors: [Int32] = []
      for row in group {
        let isJoined = anchors.prefix(8).contains { anchor in
          stated.mayShareAuthority(anchor, row) ? join(anchor, row, .recordNumber) : false
        }
        if !isJoined { anchors.append(row) }
      }
    }
  }

  /// The same obligor, day and county, and a common medium or the same violation.
  private mutating func joinByEvent() {
    let rows = ranks.order.filter {
      isLead($0) && obligor[Int($0)] >= 0 && eventDay($0) != nil && table.county[Int($0)] != 0
    }
    var entries: [EventKey] = []
    // Violations by the rank of their first row: text ids depend on the order of files.
    var firstRank: [TextID: Int32] = [:]
    for row in rows {
      guard let day = eventDay(row) else { continue }
      func add(_ aspect: UInt64) {
        entries.append(
          EventKey(
            party: UInt64(UInt32(bitPattern: obligor[Int(row)])) << 32
              | UInt64(UInt32(bitPattern: day.number)),
            aspect: UInt64(UInt32(bitPattern: table.county[Int(row)])) << 40 | aspect,
            rank: rank(row), row: row))
      }
      for medium in table.media[Int(row)].cases where medium != .other {
        add(UInt64(medium.rawValue))
      }
      let violation = text(.violation, row)
      if !violation.isMissing {
        let first = firstRank[violation] ?? rank(row)
        firstRank[violation] = first
        add(1 << 39 | UInt64(UInt32(bitPattern: first)))
      }
    }
    entries.sort()
    for index in entries.indices.dropFirst() where entries[index].isSameEvent(entries[index - 1]) {
      joinEvent(entries[index - 1].row, entries[index].row)
    }
  }

  private struct EventKey: Comparable {
    let party: UInt64
    let aspect: UInt64
    let rank: Int32
    let row: Int32

    func isSameEvent(_ other: EventKey) -> Bool { (party, aspect) == (other.party, other.aspect) }

    static func < (left: EventKey, right: EventKey) -> Bool {
      (left.party, left.aspect, left.rank) < (right.party, right.aspect, right.rank)
    }
  }

  private mutating func joinEvent(_ left: Int32, _ right: Int32) {
    let one = identities[sets.root(Int(left))].document
    let other = identities[sets.root(Int(right))].document
    guard one < 0 || other < 0 || one == other else { return }
    join(left, right, .sameEvent)
  }

  /// When it happened; for an inspection without that day, when it was seen.
  private func eventDay(_ row: Int32) -> Day? {
    if let day = table.day(.occurrence, Int(row)) { return day }
    return table.source[Int(row)] == .inspection ? table.day(.discovery, Int(row)) : nil
  }

  private func isLead(_ row: Int32) -> Bool { table.source[Int(row)] != .history }

  private func rank(_ row: Int32) -> Int32 { ranks.rank[Int(row)] }

  private func text(_ field: TextField, _ row: Int32) -> TextID { table.text(field, Int(row)) }

  /// The groups of two or more rows with one key, each in rank order.
  private func groups(_ rows: [Int32], by key: (Int32) -> some Comparable) -> [[Int32]] {
    let keyed = rows.map { (key: key($0), rank: rank($0), row: $0) }
      .sorted { ($0.key, $0.rank) < ($1.key, $1.rank) }
    // In rank order, not in the order of text ids, which depends on the order of files.
    return keyed.chunked { $0.key == $1.key }.map { $0.map(\.row) }
      .sorted { rank($0[0]) < rank($1[0]) }
  }

  /// Joins two leads if nothing forbids it; says whether they are one.
  @discardableResult
  private mutating func join(_ left: Int32, _ right: Int32, _ rule: JoinRule) -> Bool {
    let (leftRoot, rightRoot) = (sets.root(Int(left)), sets.root(Int(right)))
    guard leftRoot != rightRoot else { return true }
    let (one, other) = (identities[leftRoot], identities[rightRoot])
    guard one.obligor < 0 || other.obligor < 0 || one.obligor == other.obligor else { return false }
    guard one.settled < 0 || other.settled < 0 else {
      addReview(.leadConflict, left, right, "两条往季线索是否为同一事件", rule)
      return false
    }
    merge(leftRoot, rightRoot)
    let (earlier, later) = (Int(min(left, right)), Int(max(left, right)))
    joins.append(
      Join(
        earlier: earlier, later: later, rule: rule,
        evidence: JoinEvidence.text(rule, table, earlier, later)))
    return true
  }

  private mutating func merge(_ leftRoot: Int, _ rightRoot: Int) {
    let (one, other) = (identities[leftRoot], identities[rightRoot])
    let root = sets.join(leftRoot, rightRoot)
    identities[root] = Identity(
      obligor: max(one.obligor, other.obligor), settled: max(one.settled, other.settled),
      document: one.document < 0 ? other.document : one.document)
  }

  private mutating func addReview(
    _ kind: ReviewItem.Kind, _ left: Int32, _ right: Int32, _ question: String, _ rule: JoinRule
  ) {
    review.append(
      ReviewItem(
        kind: kind, left: table.name(Int(left)), right: table.name(Int(right)),
        question: question, evidence: JoinEvidence.text(rule, table, Int(left), Int(right)),
        stake: nil))
  }

  /// What new leads are numbered by.
  private struct FirstSeen: Comparable {
    let day: Int32
    let county: Int32
    let rank: Int32

    static let never = FirstSeen(day: .max, county: .max, rank: .max)

    static func < (left: FirstSeen, right: FirstSeen) -> Bool {
      (left.day, left.county, left.rank) < (right.day, right.county, right.rank)
    }
  }

  /// Lead numbers by row, new ones by first day, county and content.
  func numbers() -> (byRow: [Int32], new: Int) {
    var sets = sets
    var first: [Int: FirstSeen] = [:]
    var roots: [Int] = []
    for row in ranks.order where isLead(row) {
      let root = sets.root(Int(row))
      guard identities[root].settled < 0 else { continue }
      let key = FirstSeen(
        day: eventDay(row)?.number ?? .max, county: table.county[Int(row)], rank: rank(row))
      if let known = first[root] {
        first[root] = min(known, key)
      } else {
        first[root] = key
        roots.append(root)
      }
    }
    roots.sort { first[$0, default: .never] < first[$1, default: .never] }
    let base = (settled.lead.max() ?? -1) + 1
    var numbers = [Int: Int32](minimumCapacity: roots.count)
    for (position, root) in roots.enumerated() { numbers[root] = base + Int32(position) }
    let byRow = (0..<Int32(table.count)).map { row -> Int32 in
      guard isLead(row) else { return -1 }
      let root = sets.root(Int(row))
      return identities[root].settled >= 0 ? identities[root].settled : numbers[root] ?? -1
    }
    return (byRow, roots.count)
  }
}
