internal import Vocabulary

extension LeadMatching {
  /// How many rows of one obligor and medium, the last before it, an undated row is compared with.
  private static let comparedLimit = 48
  /// How many days before a letter or a decision what it tells of happened at most.
  private static let handledWithin: Int32 = 120

  /// What says no day of the event, only when it was handed over or decided: it joins the one event
  /// of its obligor, site, and medium or violation in the months before; of several a person must say
  /// which.
  mutating func joinUndated() {
    let undated = undatedRows()
    guard !undated.isEmpty else { return }
    let candidates = candidates(of: undated)
    for row in undated { joinUndated(row, candidates[row, default: []]) }
  }

  private func undatedRows() -> [Int32] {
    var rows: [Int32] = []
    for row in table.rows where isUndated(row) { rows.append(row) }
    return rows
  }

  /// By undated row, the rows before it that may tell of its event.
  private func candidates(of undated: [Int32]) -> [Int32: [Int32]] {
    var isAsked = [Bool](repeating: false, count: Int(obligor.max() ?? -1) + 1)
    for row in undated { isAsked[Int(obligor[Int(row)])] = true }
    var order = KeyedOrder()
    for row in table.rows where isLead(row) && obligor[Int(row)] >= 0 {
      guard isAsked[Int(obligor[Int(row)])] else { continue }
      forEachAspect(of: row) { order.add(ofObligor(row, $0), row) }
    }
    order.sort()
    var candidates: [Int32: [Int32]] = [:]
    order.forEachRun { addCandidates($0, to: &candidates) }
    return candidates
  }

  private func addCandidates(_ run: ArraySlice<Int32>, to candidates: inout [Int32: [Int32]]) {
    var undated: [Int32] = []
    for row in run where isUndated(row) { undated.append(row) }
    guard !undated.isEmpty else { return }
    let dated = run.filter { days.day(Int($0)) != nil }
      .sorted { (day($0), $0) < (day($1), $1) }
    for row in undated {
      let handled = handled(row) ?? 0
      let end = dated.count(while: { day($0) <= handled })
      candidates[row, default: []] += dated[..<end].suffix(LeadMatching.comparedLimit)
        .filter { isBefore($0, row) && areOnePlace($0, row) != nil }
    }
  }

  private func day(_ row: Int32) -> Int32 { days.day(Int(row)) ?? .min }

  private mutating func joinUndated(_ row: Int32, _ candidates: [Int32]) {
    var leads: [Int] = []
    var fitting: [Int32] = []
    // Of a lead's rows one whose place is known speaks for it.
    let ordered = candidates.map { (isKnown: areOnePlace($0, row) == true, row: $0) }
      .sorted { ($0.isKnown ? 0 : 1, $0.row) < ($1.isKnown ? 0 : 1, $1.row) }
    for other in ordered.map(\.row) {
      let lead = sets.root(Int(other))
      guard lead != sets.root(Int(row)), !leads.contains(lead), mayBeOne(row, other) else {
        continue
      }
      leads.append(lead)
      fitting.append(other)
    }
    guard !fitting.isEmpty else { return }
    let known = fitting.filter { areOnePlace($0, row) == true }
    if known.count == 1 {
      join(known[0], row, .sameSite)
    } else if fitting.count == 1, haveOneViolation(fitting[0], row) {
      join(fitting[0], row, .sameSite)
    } else {
      ask(
        row, unanswered(known.isEmpty ? fitting : known, for: row),
        known.isEmpty ? "未写发生日和地点，是否为此前数月的同一事件" : "未写发生日，此前数月同处有两条以上线索，本记录属于哪一条",
        .sameSite)
    }
  }

  /// Whether both rows name one medium and one violation.
  private func haveOneViolation(_ left: Int32, _ right: Int32) -> Bool {
    let violation = text(.violation, left)
    return !violation.isMissing && violation == text(.violation, right)
      && table.media[Int(left)].bits & table.media[Int(right)].bits != 0
  }

  /// Whether the row says when it was handled and not when it happened or was seen.
  private func isUndated(_ row: Int32) -> Bool {
    isLead(row) && obligor[Int(row)] >= 0 && days.day(Int(row)) == nil && handled(row) != nil
  }

  /// When the row's body decided, or took the letter in.
  private func handled(_ row: Int32) -> Int32? {
    (table.day(.decision, Int(row)) ?? table.day(.transferReceived, Int(row)))?.number
  }

  /// Whether the other row's event is of the months before the undated one was handled.
  private func isBefore(_ other: Int32, _ row: Int32) -> Bool {
    guard let day = days.day(Int(other)), let handled = handled(row) else { return false }
    return (0...LeadMatching.handledWithin).contains(handled - day)
  }
}
