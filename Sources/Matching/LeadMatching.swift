internal import Vocabulary

/// Which records speak of one event.
///
/// A lead never holds two obligors or two leads that the ledger keeps apart. What fits several leads
/// joins none of them: a person is asked.
struct LeadMatching {
  let table: RankedRecords
  let settled: SettledRows
  let obligor: [Int32]
  let stated: StatedNumbers
  let days: StatedDays
  let addresses: AddressTable
  let villages: VillagesOfFacts
  /// By number of a document, whether a penalty decision bears it: what others write of one may be
  /// mistyped.
  let isDecision: [Bool]
  var sets: UnionFind
  /// By root of `sets`.
  private(set) var identities: [LeadIdentity]
  private(set) var joins: [RowJoin] = []
  /// Which rows are new versions of an earlier case, which is no lead.
  private(set) var caseVersions: [RowJoin] = []
  private(set) var review: [ReviewItem] = []
  /// Leads that a rule of events would join, and of which people have said otherwise.
  private(set) var refused: [Refusal<Int>] = []
  private var refusedLeads: Set<OwnerPair> = []
  /// Leads of the ledger of which it is asked whether they are one.
  private var askedSettled: Set<OwnerPair> = []

  init(
    _ table: RankedRecords, settled: SettledRows, obligor: [Int32],
    stated: StatedNumbers, days: StatedDays, addresses: AddressTable
  ) {
    self.days = days
    self.addresses = addresses
    let villages = VillagesOfFacts(table, addresses)
    self.villages = villages
    var isDecision = [Bool](repeating: false, count: Int(stated.document.max() ?? -1) + 1)
    for row in 0..<table.count where stated.document[row] >= 0 && table.source[row] == .penalty {
      isDecision[Int(stated.document[row])] = true
    }
    self.isDecision = isDecision
    var isBorne = [Bool](
      repeating: false,
      count: Int(max(stated.record.max() ?? -1, stated.cited.record.max() ?? -1)) + 1)
    for number in stated.record where number >= 0 { isBorne[Int(number)] = true }
    self.table = table
    self.settled = settled
    self.obligor = obligor
    self.stated = stated
    sets = UnionFind(count: table.count)
    identities = (0..<table.count).map { row in
      var identity = LeadIdentity(
        obligor: obligor[row], settled: row < settled.count ? settled.lead[row] : -1,
        document: stated.document[row],
        firstDay: days.happened[row] == StatedDays.none ? .max : days.happened[row],
        lastDay: days.happened[row] == StatedDays.none ? .min : days.happened[row])
      let address = addresses.addressOfRow[row]
      if address >= 0 && addresses.parses[Int(address)].place != 0 || table.hasPoint(row) {
        identity.placed = Int32(row)
      }
      if villages.namesOne(Int32(row)) { identity.spoken = Int32(row) }
      // What says itself which event it repeats may come weeks later.
      let isRepetition =
        stated.cited.record[row] >= 0 && isBorne[Int(stated.cited.record[row])]
      if days.happened[row] == StatedDays.none, !isRepetition, let seen = days.day(row) {
        (identity.firstSeen, identity.lastSeen) = (seen, seen)
      }
      if stated.record[row] >= 0, !stated.isSerial(record: stated.record[row]),
        let place = LeadIdentity.numberingSources.firstIndex(of: table.source[row])
      {
        identity.numbered[place] = Int32(row)
      }
      return identity
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
  mutating func matchAll(_ versions: RecordVersionSearch) {
    joinVersions(versions)
    joinByDocument()
    joinByRecordNumber()
    joinByCitation()
    joinByEvent()
    joinBySite()
    joinUndated()
  }

  /// A record exported again with a change belongs where it belonged, unless its party is another's.
  private mutating func joinVersions(_ versions: RecordVersionSearch) {
    for version in versions.found {
      let (earlier, later) = (version.earlier, version.later)
      let isJoined =
        isLead(later) ? join(earlier, later, .newVersion) : mayBeOneCase(earlier, later)
      if !isJoined {
        addReview(.leadConflict, later, earlier, RecordVersionSearch.otherParty, version.key)
      } else if !isLead(later) {
        caseVersions.append(
          RowJoin(earlier, later, .newVersion))
      }
    }
    for doubt in versions.doubts {
      addReview(.leadConflict, doubt.row, doubt.other, doubt.question, doubt.key)
    }
  }

  private func mayBeOneCase(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (obligor[Int(left)], obligor[Int(right)])
    return one < 0 || other < 0 || one == other
  }

  /// When it happened, by its column or the facts; for an inspection without that day, when it was
  /// seen.
  func eventDay(_ row: Int32) -> Day? {
    let happened = days.happened[Int(row)]
    if happened != StatedDays.none { return Day(number: happened) }
    return table.source[Int(row)] == .inspection ? table.day(.discovery, Int(row)) : nil
  }

  /// By obligor, whether its records are of several leads by now: of others nothing is left to join.
  mutating func obligorsOfSeveralLeads() -> [Bool] {
    let count = Int(obligor.max() ?? -1) + 1
    var lead = [Int32](repeating: -1, count: count)
    var isOpen = [Bool](repeating: false, count: count)
    for row in 0..<table.count where obligor[row] >= 0 && isLead(Int32(row)) {
      let (owner, root) = (Int(obligor[row]), Int32(sets.root(row)))
      if lead[owner] < 0 { lead[owner] = root } else if lead[owner] != root { isOpen[owner] = true }
    }
    return isOpen
  }

  func isLead(_ row: Int32) -> Bool { table.source[Int(row)] != .history }

  func text(_ field: TextField, _ row: Int32) -> TextID { table.text(field, Int(row)) }

  /// The groups of two or more of ascending rows with one key, each ascending.
  func groups(_ rows: [Int32], by key: (Int32) -> UInt64) -> [[Int32]] {
    var order = KeyedOrder()
    for row in rows { order.add(key(row), row) }
    order.sort()
    var groups: [[Int32]] = []
    order.forEachRunByFirst { groups.append(Array($0)) }
    return groups
  }

  /// Joins two leads if nothing forbids it; says whether they are one.
  @discardableResult
  mutating func join(_ left: Int32, _ right: Int32, _ rule: JoinRule) -> Bool {
    let (leftRoot, rightRoot) = (sets.root(Int(left)), sets.root(Int(right)))
    guard leftRoot != rightRoot else { return true }
    let (one, other) = (identities[leftRoot], identities[rightRoot])
    guard one.mayShareObligor(with: other) else { return false }
    if rule == .documentNumber, let doubt = doubt(left, right, one, other) {
      addReview(.documentConflict, left, right, doubt, rule)
      return false
    }
    guard one.settled < 0 || other.settled < 0 else {
      // Their records meet in many ways; one question is enough.
      if let pair = OwnerPair(one.settled, other.settled), askedSettled.insert(pair).inserted {
        addReview(.leadConflict, left, right, "两条往季线索是否为同一事件", rule)
      }
      return false
    }
    merge(leftRoot, rightRoot)
    joins.append(RowJoin(left, right, rule))
    return true
  }

  /// The first of several rows of whose lead nobody has said yet that it is not the row's, or that it
  /// cannot be told; the first one if there is none.
  mutating func unanswered(_ candidates: [Int32], for row: Int32) -> Int32 {
    let own = identities[sets.root(Int(row))].settled
    return candidates.first { candidate in
      let other = identities[sets.root(Int(candidate))].settled
      return OwnerPair(own, other).map { !settled.answeredLeads.contains($0) } ?? true
    } ?? candidates[0]
  }

  private mutating func merge(_ leftRoot: Int, _ rightRoot: Int) {
    let (one, other) = (identities[leftRoot], identities[rightRoot])
    let root = sets.join(leftRoot, rightRoot)
    identities[root] = one.merged(with: other, document: document(one.document, other.document))
  }

  /// Asks which of several events the left row's lead is of; no weaker rule joins it then.
  mutating func ask(_ left: Int32, _ right: Int32, _ question: String, _ rule: JoinRule) {
    identities[sets.root(Int(left))].isAsked = true
    addReview(.leadConflict, left, right, question, rule)
  }

  mutating func addReview(
    _ kind: ReviewItem.Kind, _ left: Int32, _ right: Int32, _ question: String, _ rule: JoinRule
  ) {
    let (leftRoot, rightRoot) = (sets.root(Int(left)), sets.root(Int(right)))
    guard leftRoot != rightRoot else { return }
    // Rules of events ask once: only a sure key knows better than the person who answered.
    if rule.basis != .sureKey,
      let pair = OwnerPair(identities[leftRoot].settled, identities[rightRoot].settled),
      settled.answeredLeads.contains(pair)
    {
      if refusedLeads.insert(pair).inserted {
        refused.append(
          Refusal(
            scope: .lead, left: Int(left), right: Int(right), reasons: [.judged], waterfall: nil,
            second: nil))
      }
      return
    }
    review.append(
      ReviewItem(
        kind: kind, left: table.name(Int(left)), right: table.name(Int(right)),
        question: question, evidence: table.evidence(rule, Int(left), Int(right)),
        stake: nil,
        pair: RecordPair(.lead, table.content(Int(left)), table.content(Int(right)))))
  }
}
