internal import Ledger
internal import Matching
internal import Vocabulary

/// Whether decisions can stand together: with each other, with those taken in before, and with what
/// no decision can change.
struct DecisionCheck {
  private let state: QuarterState
  /// The decisions as they would stand, the new ones last.
  private let standing: StandingDecisions
  /// Numbers from here on are of new decisions.
  private let firstNew: Int64

  init(_ known: [StoredJudgement], _ new: [Judgement], _ state: QuarterState) {
    self.state = state
    firstNew = Int64(known.count) + 1
    standing = StandingDecisions(
      known
        + new.enumerated().map {
          StoredJudgement(number: Int64(known.count + 1 + $0.offset), judgement: $0.element)
        }, state.table)
  }

  /// Rows of the files that say two things of one pair.
  static func rivals(_ judgements: [Judgement]) -> [Problem] {
    var first: [RecordPair: Judgement] = [:]
    var problems: [Problem] = []
    for judgement in judgements {
      guard let other = first[judgement.pair] else {
        first[judgement.pair] = judgement
        continue
      }
      guard other.verdict != judgement.verdict else { continue }
      problems.append(
        Problem(
          .contradictoryDecisions, file: judgement.file, line: judgement.line,
          detail: Wording(
            zh:
              "此行“\(judgement.verdict.wording.zh)”，\(other.file):\(other.line)“\(other.verdict.wording.zh)”",
            en: "\(judgement.verdict.wording.en) here, \(other.verdict.wording.en) in "
              + "\(other.file):\(other.line)")))
    }
    return problems
  }

  /// What keeps decisions from standing together; nothing if they can.
  func problems() -> [Problem] {
    let contradictions = JoinScope.allCases.flatMap(contradictions)
    return contradictions.isEmpty ? impossible() : contradictions
  }

  /// Chains of *same* that lead from one side of a *different* to the other.
  private func contradictions(_ scope: JoinScope) -> [Problem] {
    let own = standing.decisions.filter { $0.judgement.pair.scope == scope }
    var ways: [Int: [(to: Int, by: StandingDecisions.Decision)]] = [:]
    for one in own where one.judgement.verdict == .same {
      ways[one.left, default: []].append((one.right, one))
      ways[one.right, default: []].append((one.left, one))
    }
    let parts = parts(ways)
    var problems: [Problem] = []
    for one in own where one.judgement.verdict == .different {
      // Chains are long to find; a few of them say enough.
      guard problems.count < DecisionCheck.shownLimit, let part = parts[one.left],
        part == parts[one.right], let chain = chain(from: one.left, to: one.right, ways)
      else { continue }
      let all = [one] + chain
      let newest = all.max { $0.number < $1.number }
      guard let culprit = newest, culprit.number >= firstNew else { continue }
      problems.append(
        Problem(
          .contradictoryDecisions, file: culprit.judgement.file, line: culprit.judgement.line,
          detail: Wording(
            zh: all.map { told($0, .zh) }.joined(separator: "；"),
            en: all.map { told($0, .en) }.joined(separator: "; "))))
    }
    return problems
  }

  private static let shownLimit = 20

  /// By row, the number of the part of rows that chains of *same* connect; one pass over all ways.
  private func parts(
    _ ways: [Int: [(to: Int, by: StandingDecisions.Decision)]]
  ) -> [Int: Int] {
    var parts: [Int: Int] = [:]
    for start in ways.keys where parts[start] == nil {
      parts[start] = start
      var open = [start]
      while let row = open.popLast() {
        for way in ways[row] ?? [] where parts[way.to] == nil {
          parts[way.to] = start
          open.append(way.to)
        }
      }
    }
    return parts
  }

  /// The shortest chain of decisions between two rows; `nil` if there is none.
  private func chain(
    from start: Int, to end: Int, _ ways: [Int: [(to: Int, by: StandingDecisions.Decision)]]
  ) -> [StandingDecisions.Decision]? {
    var reached: [Int: (from: Int, by: StandingDecisions.Decision)] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count, reached[end] == nil {
      for way in ways[queue[next]] ?? [] where way.to != start && reached[way.to] == nil {
        reached[way.to] = (queue[next], way.by)
        queue.append(way.to)
      }
      next += 1
    }
    var chain: [StandingDecisions.Decision] = []
    var row = end
    while row != start {
      guard let step = reached[row] else { return nil }
      chain.insert(step.by, at: 0)
      row = step.from
    }
    return chain
  }

  /// Decisions of *same* that codes, ids or obligors forbid.
  private func impossible() -> [Problem] {
    let revision = SettledRevision(
      state.table, settled: state.settled(isRestated: state.recordOf.map { _ in false }),
      judged: standing.judged, obligorJoins: state.obligorJoins, leadJoins: state.leadJoins)
    return revision.refused.compactMap { pair in
      let decision = standing.decisions.first {
        ($0.left, $0.right, $0.judgement.pair.scope) == (pair.left, pair.right, pair.scope)
      }
      guard let decision else { return nil }
      let culprit =
        decision.number >= firstNew
        ? decision : standing.decisions.last { $0.number >= firstNew } ?? decision
      if let barrier = barrier(to: pair, in: revision) {
        return Problem(
          .contradictoryDecisions, file: culprit.judgement.file, line: culprit.judgement.line,
          detail: Wording(
            zh: [barrier, decision].map { told($0, .zh) }.joined(separator: "；"),
            en: [barrier, decision].map { told($0, .en) }.joined(separator: "; ")))
      }
      let sides = [pair.left, pair.right].map { row in
        pair.scope == .obligor
          ? "\(state.table.name(row)) \(known(of: row))"
          : "\(state.table.name(row)) \(obligor(revision.settled.obligor[row]))"
      }
      return Problem(
        .impossibleDecision, file: culprit.judgement.file, line: culprit.judgement.line,
        detail: Wording(
          zh: sides.joined(separator: "；"), en: sides.joined(separator: "; ")))
    }
  }

  /// The decision of *different* that keeps apart the two whom a refused one says to be one; `nil`
  /// where codes, ids or obligors do.
  private func barrier(
    to pair: JudgedPair, in revision: SettledRevision
  ) -> StandingDecisions.Decision? {
    let settled = revision.settled
    let owner = pair.scope == .lead ? settled.lead : settled.obligor
    if pair.scope == .lead,
      OwnerPair(settled.obligor[pair.left], settled.obligor[pair.right]) != nil
    {
      return nil
    }
    guard let owners = OwnerPair(owner[pair.left], owner[pair.right]) else { return nil }
    return standing.decisions.first { one in
      one.judgement.pair.scope == pair.scope && one.judgement.verdict == .different
        && OwnerPair(owner[one.left], owner[one.right]) == owners
    }
  }

  /// The names and codes of a row's obligor; numbers of persons are not shown.
  private func known(of row: Int) -> String {
    let own = state.table.count == 0 ? -1 : state.obligorOf[row]
    let rows = (0..<state.table.count).filter { state.obligorOf[$0] == own }
    let codes = Set(rows.map { state.table.string(.creditCode, $0) }).subtracting([""]).sorted()
    let hasPerson = rows.contains { !state.table.text(.personID, $0).isMissing }
    let name = PersonalNumbers.masked(state.table.string(.partyName, row))
    return ([obligor(own), name] + codes + (hasPerson ? ["（证件号码不显示）"] : []))
      .joined(separator: " ")
  }

  private func obligor(_ place: Int32) -> String {
    state.obligors.indices.contains(Int(place)) ? state.obligors[Int(place)].description : "—"
  }

  private func told(_ decision: StandingDecisions.Decision, _ language: Language) -> String {
    let (left, right) = (state.table.name(decision.left), state.table.name(decision.right))
    let judgement = decision.judgement
    let sign = judgement.verdict == .same ? "=" : "≠"
    let stop = language == .zh ? "，" : ", "
    return "\(left) \(sign) \(right)（\(judgement.file):\(judgement.line)\(stop)"
      + "\(judgement.person)\(stop)\(judgement.day)）"
  }
}
