internal import Vocabulary

/// Which records speak of one obligor.
///
/// Sure keys first, between profiles; then what they leave open is weighed. Everything is done in the
/// order of profiles, which depends on what records say and not on the order of files.
struct ObligorMatching {
  let table: RankedRecords
  let settled: SettledRows
  let stated: StatedNumbers
  let days: StatedDays
  let profiles: ProfileTable
  var names: NameTable { profiles.names }
  var clusters: ObligorClusters
  /// By profile, whether its number is more often stated under an unrelated name: a slip or a loan, as
  /// likely as not.
  var isContested: [Bool]
  private(set) var joins: [RowJoin] = []
  /// By number of a weighing, what weighed and who came second.
  private(set) var weighings: [Weighing] = []
  private(set) var review: [ReviewItem] = []
  /// Profiles of which it is asked whose they are.
  private(set) var asked: Set<Int> = []
  /// Pairs that weigh enough to be one, or nearly, and are not joined, with the reason.
  private(set) var refused: [Refusal<Int>] = []
  /// Obligors of the ledger that a question was asked about.
  private var askedSettled: Set<OwnerPair> = []
  /// What was weighed and how much of it; for the account of the run.
  var blocks = BlockReport()

  init(
    _ table: RankedRecords, settled: SettledRows, home: DivisionCode,
    stated: StatedNumbers, days: StatedDays, names: NameTable
  ) {
    self.days = days
    self.table = table
    self.settled = settled
    self.stated = stated
    profiles = ProfileTable(table, settled: settled, home: home, names: names)
    clusters = ObligorClusters(profiles, table)
    isContested = Array(repeating: false, count: profiles.count)
  }

  /// Applies the rules, strongest first; `versions` are rows of one record with compatible names.
  mutating func matchAll(
    _ versions: [RecordVersionSearch.Found], _ model: MatchingModel
  ) {
    joinBySureKeys(versions)
    joinByEvidence(model)
  }

  /// Joins two clusters unless that would put two identities into one; says whether they are one.
  @discardableResult
  mutating func join(_ left: Int, _ right: Int, _ rule: JoinRule) -> Bool {
    switch clusters.join(left, right) {
    case .known: return true
    case .refused: return false
    case .joined:
      addJoin(Int(profiles[left].row), Int(profiles[right].row), rule)
      return true
    }
  }

  mutating func addJoin(_ left: Int, _ right: Int, _ rule: JoinRule) {
    joins.append(RowJoin(Int32(left), Int32(right), rule))
  }

  /// A join by weight: the names, the pieces of the weight, and who came second.
  mutating func addJoin(
    _ left: Int, _ right: Int, _ rule: JoinRule, _ waterfall: Waterfall, _ second: SecondBest<Int>?
  ) {
    joins.append(RowJoin(Int32(left), Int32(right), rule, weighing: Int32(weighings.count)))
    weighings.append(Weighing(waterfall: waterfall, second: second))
  }

  mutating func addReview(
    _ kind: ReviewItem.Kind, _ left: Int, _ right: Int, _ rule: JoinRule, _ question: String
  ) {
    let (one, other) = (Int(profiles[left].row), Int(profiles[right].row))
    addReview(
      kind, left, right, question, evidence: table.evidence(rule, one, other),
      weight: nil)
  }

  /// Whether a person has said of these two obligors of the ledger that they are not one, or that
  /// nobody can say.
  mutating func isAnswered(_ left: Int, _ right: Int) -> Bool {
    settledPair(left, right).map(settled.answeredObligors.contains) ?? false
  }

  /// Whether a question about these two obligors of the ledger was asked in this run.
  mutating func isAsked(_ left: Int, _ right: Int) -> Bool {
    settledPair(left, right).map(askedSettled.contains) ?? false
  }

  private mutating func settledPair(_ left: Int, _ right: Int) -> OwnerPair? {
    OwnerPair(clusters.identity(of: left).settled, clusters.identity(of: right).settled)
  }

  /// Keeps why two parties that weigh enough, or nearly, stay apart.
  mutating func addRefusal(
    _ left: Int, _ right: Int, _ reasons: [RefusalReason], _ waterfall: Waterfall,
    _ second: SecondBest<Int>?
  ) {
    refused.append(
      Refusal(
        scope: .obligor, left: Int(profiles[left].row), right: Int(profiles[right].row),
        reasons: reasons, waterfall: waterfall, second: second))
  }

  /// A question with its evidence in words, and with its weight where there is one.
  mutating func addReview(
    _ kind: ReviewItem.Kind, _ left: Int, _ right: Int, _ question: String, evidence: String,
    weight: Int32?
  ) {
    guard clusters.root(left) != clusters.root(right) else { return }
    if kind == .ambiguousObligor { asked.insert(left) }
    if let pair = settledPair(left, right) { askedSettled.insert(pair) }
    let (one, other) = (Int(profiles[left].row), Int(profiles[right].row))
    review.append(
      ReviewItem(
        kind: kind, left: table.name(one), right: table.name(other), question: question,
        evidence: evidence, stake: nil, weight: weight,
        pair: RecordPair(.obligor, table.content(one), table.content(other))))
  }

  /// Obligor numbers by row, new ones in the order of the first record that names them.
  func numbers() -> (byRow: [Int32], new: Int) {
    var clusters = clusters
    var numbers = [Int32](repeating: -1, count: profiles.count)
    var next = Int32(settled.obligorCount)
    let first = next
    for profile in 0..<profiles.count {
      let root = clusters.root(profile)
      guard numbers[root] < 0 else { continue }
      let known = clusters.identity(of: profile).settled
      numbers[root] = known >= 0 ? known : next
      if known < 0 { next += 1 }
    }
    let byRow = profiles.profileOfRow.map { $0 < 0 ? -1 : numbers[clusters.root(Int($0))] }
    return (byRow, Int(next - first))
  }
}
