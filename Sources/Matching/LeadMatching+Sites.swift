internal import Vocabulary

extension LeadMatching {
  /// How many rows near in time one row is compared with.
  private static let comparedLimit = 48

  /// Two rows that may tell of one event, and how far they are apart.
  struct Nearness {
    let row: Int32
    let other: Int32
    /// Days; less is more.
    let gap: Int32
    /// Whether the places are known to be one.
    let isSamePlace: Bool
  }

  /// The same obligor, site, and medium or violation, within days: several bodies on one event,
  /// complaints of it, complaints made again.
  ///
  /// Those that say when it happened come first; what was only seen or reported joins the one event
  /// before it that fits. Of several a person must say which. Rows are compared within their medium,
  /// and where too many meet within their place.
  mutating func joinBySite() {
    var near = nearRows(among: obligorsOfSeveralLeads())
    near.sort {
      ($0.gap, $0.isSamePlace ? 0 : 1, $0.row, $0.other)
        < ($1.gap, $1.isSamePlace ? 0 : 1, $1.row, $1.other)
    }
    askDivided(near)
    for pair in near where asking(pair) == nil && happened(pair.row) { joinIfOne(pair, rule(pair)) }
    joinAsking(near)
    for pair in near where asking(pair) == nil && !happened(pair.row) {
      joinIfOne(pair, rule(pair))
    }
  }

  /// Asks about what says a day and no place, and may be of either of two events that are known to be
  /// apart: the nearer of them would be a guess.
  ///
  /// O(n · log n) in the pairs without a common place.
  private mutating func askDivided(_ near: [Nearness]) {
    var choices: [(row: Int32, other: Int32)] = []
    for pair in near where !pair.isSamePlace && happened(pair.row) && asking(pair) == nil {
      choices.append((pair.row, pair.other))
      choices.append((pair.other, pair.row))
    }
    guard !choices.isEmpty else { return }
    choices.sort { ($0.row, $0.other) < ($1.row, $1.other) }
    let runs = choices.chunked { $0.row == $1.row }.filter { $0.count > 1 }
    guard !runs.isEmpty else { return }
    var isPlaced = [Bool](repeating: false, count: table.count)
    for pair in near where pair.isSamePlace {
      isPlaced[Int(pair.row)] = true
      isPlaced[Int(pair.other)] = true
    }
    for run in runs {
      let row = run[run.startIndex].row
      if isPlaced[Int(row)] { continue }
      let fitting = run.map(\.other).filter { mayBeOne(row, $0) }
      let leads = fitting.map { identities[sets.root(Int($0))] }
      let isDivided = leads.indices.contains { place in
        leads[..<place].contains { areKnownApart($0, leads[place]) }
      }
      if isDivided {
        ask(
          row, unanswered(fitting, for: row), "未写地点，前后数日内有两条以上地点或编号不同的线索，本记录属于哪一条",
          .sameSite)
      }
    }
  }

  /// The row of a pair that has to be told which event it is of: the one that names nobody, else the
  /// one that does not say when it happened; `nil` where the rows are alike in this.
  private func asking(_ pair: Nearness) -> Int32? {
    let (one, other) = (obligor[Int(pair.row)] < 0, obligor[Int(pair.other)] < 0)
    if one != other { return one ? pair.row : pair.other }
    if happened(pair.row) == happened(pair.other) { return nil }
    return happened(pair.row) ? pair.other : pair.row
  }

  /// Joins what was only seen, or names nobody, to the event it can have been; of several, a person
  /// must say which.
  private mutating func joinAsking(_ near: [Nearness]) {
    var choices: [Int32: [Nearness]] = [:]
    var order: [Int32] = []
    for pair in near {
      guard let row = asking(pair) else { continue }
      if choices[row] == nil { order.append(row) }
      choices[row, default: []].append(pair)
    }
    for row in order.sorted() {
      var leads: [Int] = []
      let near = choices[row, default: []].filter { pair in
        let event = pair.row == row ? pair.other : pair.row
        let lead = sets.root(Int(event))
        guard lead != sets.root(Int(row)), mayTellOfOneEvent(row, event), !leads.contains(lead)
        else {
          return false
        }
        leads.append(lead)
        return true
      }
      // What the ledger keeps apart is asked about where there is nothing else.
      let free = near.filter { !areSettledApart($0.row, $0.other) }
      let fitting = free.isEmpty ? Array(near.prefix(1)) : free
      let known = fitting.filter(\.isSamePlace)
      if let only = fitting.count == 1 ? fitting.first : known.count == 1 ? known.first : nil {
        joinIfOne(only, rule(only))
      } else if let first = fitting.first {
        ask(
          row, first.row == row ? first.other : first.row, "前后数日内有两条以上线索，本记录属于哪一条",
          rule(first))
      }
    }
  }

  private func rule(_ pair: Nearness) -> JoinRule {
    isComplaint(pair.row) || isComplaint(pair.other) ? .repeatedComplaint : .sameSite
  }

  private mutating func joinIfOne(_ pair: Nearness, _ rule: JoinRule) {
    guard sets.root(Int(pair.row)) != sets.root(Int(pair.other)),
      mayTellOfOneEvent(pair.row, pair.other)
    else { return }
    join(pair.row, pair.other, rule)
  }

  /// Whether nothing their leads hold forbids that they are one: documents, numbers, the ledger, days,
  /// a question that is open.
  mutating func mayBeOne(_ left: Int32, _ right: Int32) -> Bool {
    areSettledApart(left, right) ? false : mayTellOfOneEvent(left, right)
  }

  /// Whether the ledger has two leads of the rows, of which only a person can say that they are one.
  private mutating func areSettledApart(_ left: Int32, _ right: Int32) -> Bool {
    OwnerPair(
      identities[sets.root(Int(left))].settled, identities[sets.root(Int(right))].settled) != nil
  }

  /// What `mayBeOne` asks, but for the ledger.
  private mutating func mayTellOfOneEvent(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (
      identities[sets.root(Int(left))], identities[sets.root(Int(right))]
    )
    return !one.isAsked && !other.isAsked && mayBeOneEvent(one, other) && one.isSeenNear(other)
  }

  private func happened(_ row: Int32) -> Bool { days.happened[Int(row)] != StatedDays.none }

  private func isComplaint(_ row: Int32) -> Bool { table.source[Int(row)] == .complaint }

  // MARK: - Who is near

  /// The pairs of rows of one obligor and one medium or violation that are near in time.
  private func nearRows(among isOpen: [Bool]) -> [Nearness] {
    var order = KeyedOrder()
    for row in table.rows
    where isLead(row) && obligor[Int(row)] >= 0 && isOpen[Int(obligor[Int(row)])]
      && day(row) != nil
    {
      forEachAspect(of: row) { order.add(ofObligor(row, $0), row) }
    }
    order.sort()
    var near: [Nearness] = []
    addNearNobody(to: &near)
    order.forEachRun { run in
      if run.count <= LeadMatching.comparedLimit {
        addNear(Array(run), to: &near)
      } else {
        addNearByPlace(Array(run), to: &near)
      }
    }
    return near
  }

  /// A number for each medium of the row, and for its violation; below 2³³.
  func forEachAspect(of row: Int32, _ body: (UInt64) -> Void) {
    table.media[Int(row)].forEachNamed { body(UInt64($0)) }
    let violation = text(.violation, row)
    if !violation.isMissing { body(64 + UInt64(violation.number)) }
  }

  /// The key of an aspect of what the row's obligor did; obligors stand in the order of rows.
  func ofObligor(_ row: Int32, _ aspect: UInt64) -> UInt64 {
    UInt64(UInt32(bitPattern: obligor[Int(row)])) << 33 | aspect
  }

  /// A large group is parted by village or road, which every row of it must then name.
  private func addNearByPlace(_ rows: [Int32], to near: inout [Nearness]) {
    var order = KeyedOrder()
    for row in rows {
      let address = addresses.addressOfRow[Int(row)]
      if address >= 0 {
        let parse = addresses.parses[Int(address)]
        if parse.place != 0 { order.add(KeyedOrder.joined(parse.town, parse.place), row) }
      }
    }
    order.sort()
    order.forEachRun { addNear(Array($0), to: &near) }
  }

  func addNear(_ rows: [Int32], to near: inout [Nearness]) {
    let sorted = rows.map { (day: day($0) ?? 0, row: $0) }
      .sorted { ($0.day, $0.row) < ($1.day, $1.row) }
    for (place, one) in sorted.enumerated() {
      for other in sorted[(place + 1)...].prefix(LeadMatching.comparedLimit) {
        guard other.day - one.day <= StatedDays.seenWithin else { break }
        if let pair = nearness(one.row, other.row) { near.append(pair) }
      }
    }
  }

  /// How far two rows are apart; `nil` if they tell of two events: too far in time, another place.
  private func nearness(_ left: Int32, _ right: Int32) -> Nearness? {
    guard let gap = days.gap(Int(left), Int(right)), let isSamePlace = areOnePlace(left, right)
    else { return nil }
    return Nearness(row: left, other: right, gap: gap, isSamePlace: isSamePlace)
  }

  /// Whether two rows are known to be of one place; `nil` if they are of two.
  func areOnePlace(_ left: Int32, _ right: Int32) -> Bool? {
    let (county, other) = (table.county[Int(left)], table.county[Int(right)])
    if county % 100 != 0, other % 100 != 0, county != other { return nil }
    let spots = SpotAccord(table.point(Int(left)), table.point(Int(right)))
    switch addresses.level(
      addresses.addressOfRow[Int(left)], addresses.addressOfRow[Int(right)])
    {
    case .different, .otherPlace, .otherNumber: return spots == .one ? true : nil
    case .equal, .samePlace: return true
    case .sameTown, .missing:
      switch spots {
      case .one: return true
      case .unknown: return areVillagesApart(left, right) ? nil : false
      case .other: return nil
      }
    }
  }

  /// Whether the facts of one row name another village than the other row.
  private func areVillagesApart(_ left: Int32, _ right: Int32) -> Bool {
    // Two addresses have been compared before.
    guard villages.namesOne(left) || villages.namesOne(right) else { return false }
    return villages.areApart(left, right, places: (villageOrRoad(left), villageOrRoad(right)))
  }

  /// The hash of the village or road that the row's address names; 0 for none.
  private func villageOrRoad(_ row: Int32) -> UInt64 {
    let address = addresses.addressOfRow[Int(row)]
    return address < 0 ? 0 : addresses.parses[Int(address)].place
  }

  /// The day it happened, else the day it was seen or reported.
  private func day(_ row: Int32) -> Int32? { days.day(Int(row)) }
}
