internal import Ledger
internal import Matching
internal import Reports
internal import Vocabulary

/// What people have decided, as it stands: of each pair of records the last decision.
struct StandingDecisions {
  /// In the order they were taken in, with the rows they are about.
  private(set) var decisions: [Decision] = []

  struct Decision {
    let number: Int64
    let judgement: Judgement
    let left: Int
    let right: Int
  }

  /// The decisions of the ledger on rows of `table`.
  init(_ contents: borrowing LedgerContents, _ table: RecordTable) throws(Failure) {
    self.init(try contents.judgements(), table)
  }

  init(_ stored: [StoredJudgement], _ table: RecordTable) {
    var last: [RecordPair: StoredJudgement] = [:]
    for one in stored { last[one.judgement.pair] = one }
    guard !last.isEmpty else { return }
    let judged = Set(last.keys.flatMap { [$0.first, $0.second] })
    var rows: [ContentHash: Int] = [:]
    for row in 0..<table.count where judged.contains(table.content[row]) {
      rows[table.content[row]] = row
    }
    for one in last.values.sorted(by: { $0.number < $1.number }) {
      guard let left = rows[one.judgement.pair.first], let right = rows[one.judgement.pair.second]
      else { continue }
      decisions.append(
        Decision(number: one.number, judgement: one.judgement, left: left, right: right))
    }
  }

  /// The decisions as matching takes them.
  var judged: [JudgedPair] {
    decisions.map {
      JudgedPair(
        scope: $0.judgement.pair.scope, left: $0.left, right: $0.right,
        verdict: $0.judgement.verdict)
    }
  }

  /// The joins that decisions of *same* make and that are not among `known`; `owner` is by row.
  func joins(_ scope: JoinScope, owner: [Int32], known: [Join]) -> [Join] {
    let recorded = Set(known.compactMap(\.decision?.number))
    return decisions.compactMap { one in
      guard one.judgement.pair.scope == scope, one.judgement.verdict == .same,
        owner[one.left] >= 0, owner[one.left] == owner[one.right], !recorded.contains(one.number)
      else { return nil }
      return Join(
        earlier: min(one.left, one.right), later: max(one.left, one.right), rule: .person,
        evidence: one.judgement.sentence,
        decision: JoinDecision(
          number: one.number, person: one.judgement.person, day: one.judgement.day))
    }
  }

  /// The questions that no decision has answered, and those that must be asked again: what was known
  /// when they were answered is not what is known now.
  func unanswered(
    _ items: [ReviewItem], _ table: RecordTable, lead: [Int32], obligor: [Int32]
  ) -> [ReviewItem] {
    guard !decisions.isEmpty else { return items }
    var answers: [JoinScope: [OwnerPair: [String]]] = [:]
    for one in decisions where one.judgement.verdict != .same {
      let scope = one.judgement.pair.scope
      let owner = scope == .lead ? lead : obligor
      guard let pair = OwnerPair(owner[one.left], owner[one.right]) else { continue }
      answers[scope, default: [:]][pair, default: []].append(one.judgement.evidence)
    }
    let asked = Set(items.compactMap(\.pair).flatMap { [$0.first, $0.second] })
    var rows: [ContentHash: Int] = [:]
    for row in 0..<table.count where asked.contains(table.content[row]) {
      rows[table.content[row]] = row
    }
    return items.filter { item in
      guard let pair = item.pair, let left = rows[pair.first], let right = rows[pair.second]
      else { return true }
      let owner = pair.scope == .lead ? lead : obligor
      guard let owners = OwnerPair(owner[left], owner[right]),
        let known = answers[pair.scope]?[owners]
      else { return true }
      return !known.contains { $0.isEmpty || $0 == item.evidenceDigest }
    }
  }

  /// What is asked where a decision cannot be carried out any more.
  func refusals(_ refused: [JudgedPair], _ table: RecordTable) -> [ReviewItem] {
    refused.compactMap { pair in
      guard
        let one = decisions.first(where: {
          ($0.left, $0.right, $0.judgement.pair.scope) == (pair.left, pair.right, pair.scope)
        })
      else { return nil }
      return ReviewItem(
        kind: pair.scope == .obligor ? .codeNameConflict : .leadConflict,
        left: table.name(pair.left), right: table.name(pair.right),
        question: pair.scope == .obligor
          ? "已判定为同一赔偿义务人，但两者的代码或证件号码不同，或与其他判定相抵触，判定没有执行，请核对"
          : "已判定为同一线索，但两者的赔偿义务人不同，或与其他判定相抵触，判定没有执行，请核对",
        evidence: one.judgement.sentence, stake: nil, pair: one.judgement.pair)
    }
  }
}
