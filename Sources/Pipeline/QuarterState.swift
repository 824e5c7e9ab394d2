internal import Leads
internal import Ledger
internal import Matching
internal import Vocabulary

/// All records up to a run with the leads and obligors they belong to, as the assessment sees them.
///
/// Made either from a run under way or from the ledger; equal contents give equal reports.
struct QuarterState {
  var table: RecordTable
  /// By row, places in `leads` and `obligors`; -1 for none.
  var leadOf: [Int32]
  var obligorOf: [Int32]
  var leads: [LeadID]
  var obligors: [ObligorID]
  /// By row, the ledger's id of the record; 0 for a row that is not recorded.
  var recordOf: [Int64]
  /// By row, the as-of day of the run that took it in.
  var screeningDay: [Day]
  /// By row, whether a run of the quarter in hand took it in.
  var isOfQuarter: [Bool]
  /// Why rows belong together, by rows.
  var leadJoins: [Join]
  var obligorJoins: [Join]
  /// What the latest of these runs did not join though it weighs enough, or nearly, by rows.
  private(set) var refusals: [Refusal<Int>] = []
  /// Which rows are versions of one record, and which were before the quarter in hand.
  private(set) var versions = RecordVersions()
  private(set) var earlierVersions = RecordVersions()
  /// What people found out about leads, as far as the runs in hand know it.
  var verifications: VerificationHistory
  /// What the run under way changed, by decisions, of what was settled before.
  private(set) var leadChanges = OwnerChanges()
  private(set) var obligorChanges = OwnerChanges()
  /// The leads that runs of the quarter in hand put together or divided by decisions, by places.
  private var revisedLeads: Set<Int> = []
  /// Decisions that later ones of the same pair have taken the place of, by number.
  private var replacedDecisions: Set<Int64> = []
  /// Whoever reported, once the state is told without them.
  private(set) var reporters: HiddenReporters?
  /// By row, the run that took it in.
  private var takenIn: [Int32]
  /// By row, the latest run that states it, now and before the quarter in hand.
  private var stated: [Int32]
  private var statedBefore: [Int32]

  /// The ledger's rows up to `run`, or all.
  ///
  /// Where the quarter is screened anew, what its earlier run states no longer counts.
  init(
    _ contents: borrowing LedgerContents, upTo run: Int? = nil, quarter: Quarter,
    isScreenedAnew: Bool = false
  ) throws(Failure) {
    var table = RecordTable()
    let stored = try contents.loadRecords(upTo: run, into: &table)
    var dayOfRun: [Int32: Day] = [:]
    var quarterOfRun: [Int: Quarter] = [:]
    for run in try contents.runs() {
      dayOfRun[Int32(run.id)] = run.account.asOf
      quarterOfRun[run.id] = run.account.quarter
    }
    self.table = table
    leadOf = stored.leadIndex
    obligorOf = stored.obligorIndex
    leads = stored.leads
    obligors = stored.obligors
    recordOf = stored.id
    screeningDay = stored.run.map { dayOfRun[$0] ?? quarter.lastDay }
    isOfQuarter = (0..<stored.count).map { stored.quarter($0) == quarter }
    leadJoins = []
    obligorJoins = []
    verifications = try VerificationHistory(
      contents, quarter: quarter, upTo: run, isScreenedAnew: isScreenedAnew)
    takenIn = stored.run
    stated = stored.run
    statedBefore = stored.run
    let rowOfRecord = rowsByRecord()
    var (latest, before) = (stated, statedBefore)
    try contents.statements(upTo: run) { record, run in
      guard let row = rowOfRecord[record] else { return }
      let isEarlier = quarterOfRun[run] != quarter
      if isEarlier { before[row] = max(before[row], Int32(run)) }
      if isEarlier || !isScreenedAnew { latest[row] = max(latest[row], Int32(run)) }
    }
    (stated, statedBefore) = (latest, before)
    for joining in try contents.joinings(upTo: run) {
      guard let earlier = rowOfRecord[joining.earlier], let later = rowOfRecord[joining.later]
      else { continue }
      let join = Join(
        earlier: earlier, later: later, rule: joining.rule, evidence: joining.evidence,
        weight: joining.weight, waterfall: joining.waterfall,
        second: joining.second.flatMap { $0.map { rowOfRecord[$0] } }, decision: joining.decision)
      switch joining.scope {
      case .lead: leadJoins.append(join)
      case .obligor: obligorJoins.append(join)
      }
    }
    var last = run
    if last == nil { last = try contents.latestRun()?.id }
    replacedDecisions = try contents.replacedJudgements(before: isScreenedAnew ? nil : last)
    if !isScreenedAnew, let last {
      for refusal in try contents.refusals(of: last) {
        if let refusal = refusal.map({ rowOfRecord[$0] }) { refusals.append(refusal) }
      }
    }
    let revised = try contents.revisedLeads(of: quarter, upTo: run)
    revisedLeads = Set(leads.indices.filter { revised.contains(leads[$0]) })
    orderVersions()
  }

  /// Masks whoever reported in what records say; nothing may be recorded from the state any more.
  mutating func hideReporters() {
    let reporters = HiddenReporters(table, leadOf: leadOf)
    table = reporters.table
    self.reporters = reporters
  }

  /// What matching has to leave as it is; `isRestated` says which rows the drop in hand states.
  func settled(isRestated: [Bool]) -> SettledRows {
    SettledRows(
      obligor: obligorOf, lead: leadOf, takenIn: takenIn,
      stated: stated.indices.map { isRestated[$0] ? SettledRows.thisDrop : stated[$0] },
      superseded: stated.indices.map { versions.isSuperseded($0) },
      obligorCount: obligors.count, leadCount: leads.count)
  }

  /// Adds what a run's intake and matching found; numbers new leads and obligors.
  ///
  /// What `revision` made of the settled rows comes first. `isKept` says which new rows are recorded;
  /// the others get neither lead nor obligor.
  /// `isRestated` says which of the rows there are the drop in hand states.
  mutating func add(
    _ intake: RecordTable, _ revision: SettledRevision, _ decisions: StandingDecisions,
    _ matching: Matching, isKept: (Int) -> Bool, isRestated: [Bool],
    home: DivisionCode, quarter: Quarter, asOf: Day, nextLead: Int, nextObligor: Int
  ) {
    let settledCount = table.count
    for row in 0..<settledCount where isRestated[row] { stated[row] = SettledRows.thisDrop }
    table = intake
    var leadOfNumber = Numbering(settled: leads.count)
    var obligorOfNumber = Numbering(settled: obligors.count)
    // Numbers go up in the order matching gave them, over those that some kept row has.
    let kept = (settledCount..<table.count).filter(isKept)
    leadOfNumber.number(revision.settled.lead + kept.map { matching.lead[$0] })
    obligorOfNumber.number(revision.settled.obligor + kept.map { matching.obligor[$0] })
    let lead = revision.settled.lead.map(leadOfNumber.place)
    let obligor = revision.settled.obligor.map(obligorOfNumber.place)
    leadChanges = OwnerChanges(from: leadOf, to: lead, revision.leadMerges)
    obligorChanges = OwnerChanges(from: obligorOf, to: obligor, revision.obligorMerges)
    revisedLeads.formUnion(leadChanges.touched)
    (leadOf, obligorOf) = (lead, obligor)
    for row in settledCount..<table.count {
      leadOf.append(isKept(row) ? leadOfNumber.place(of: matching.lead[row]) : -1)
      obligorOf.append(isKept(row) ? obligorOfNumber.place(of: matching.obligor[row]) : -1)
      recordOf.append(0)
      screeningDay.append(asOf)
      isOfQuarter.append(true)
      takenIn.append(SettledRows.thisDrop)
      stated.append(SettledRows.thisDrop)
      statedBefore.append(SettledRows.thisDrop)
    }
    leads += (0..<leadOfNumber.added).map {
      LeadID(jurisdiction: home, quarter: quarter, serial: nextLead + $0)
    }
    obligors += (0..<obligorOfNumber.added).map {
      ObligorID(jurisdiction: home, serial: nextObligor + $0)
    }
    leadJoins += decisions.joins(.lead, owner: leadOf, known: leadJoins)
    obligorJoins += decisions.joins(.obligor, owner: obligorOf, known: obligorJoins)
    leadJoins += matching.leadJoins.filter { isKept($0.earlier) && isKept($0.later) }
    obligorJoins += matching.obligorJoins.filter { isKept($0.earlier) && isKept($0.later) }
      .map { $0.keepingSecond(isKept) }
    refusals = matching.refused.compactMap { $0.map { isKept($0) ? $0 : nil } }
    orderVersions()
  }

  private mutating func orderVersions() {
    // Whoever a person has taken apart are no versions of each other.
    let joins = (standing(leadJoins, leadOf) + standing(obligorJoins, obligorOf)).filter {
      $0.rule == .newVersion
    }
    versions = RecordVersions(joins, stated: stated)
    earlierVersions = RecordVersions(
      joins.filter { !isOfQuarter[$0.earlier] && !isOfQuarter[$0.later] }, stated: statedBefore)
    let rows = Set(joins.flatMap { [$0.earlier, $0.later] }).sorted()
    newVersions = Set(
      versions.steps(among: rows).map(\.later).filter { row in
        guard !versions.isSuperseded(row) else { return false }
        return isOfQuarter[row] || earlierVersions.isSuperseded(row)
      })
  }

  /// Rows whose word began to count in the quarter in hand in place of another version's: new ones,
  /// and earlier ones that the quarter states again.
  private(set) var newVersions: Set<Int> = []

  /// The joins that hold by now: no decision has put their rows under two owners since, or taken the
  /// place of the one that joined them.
  func standing(_ joins: [Join], _ owner: [Int32]) -> [Join] {
    joins.filter { join in
      if let decision = join.decision, replacedDecisions.contains(decision.number) { return false }
      let (one, other) = (owner[join.earlier], owner[join.later])
      return one < 0 || other < 0 || one == other
    }
  }

  /// The refusals whose two sides are not one by now, as one lead's or one obligor's.
  var standingRefusals: [Refusal<Int>] {
    refusals.filter { refusal in
      let owner = refusal.scope == .lead ? leadOf : obligorOf
      return owner[refusal.left] != owner[refusal.right]
    }
  }

  /// Whether runs of the quarter put the lead together or divided it by decisions.
  func isRevised(lead place: Int) -> Bool { revisedLeads.contains(place) }

  /// Whether the quarter brought any of these rows, or another version to count of one of them.
  func hasNews(of rows: [Int]) -> Bool {
    rows.contains { row in
      isOfQuarter[row] || versions.isSuperseded(row) != earlierVersions.isSuperseded(row)
    }
  }

  /// The row of each recorded record, by the ledger's id.
  func rowsByRecord() -> [Int64: Int] {
    var rows: [Int64: Int] = Dictionary(minimumCapacity: recordOf.count)
    for (row, id) in recordOf.enumerated() where id != 0 { rows[id] = row }
    return rows
  }

  /// The rows of each lead, in row order.
  func rowsByLead() -> [[Int]] {
    var rows = [[Int]](repeating: [], count: leads.count)
    for row in 0..<table.count where leadOf[row] >= 0 { rows[Int(leadOf[row])].append(row) }
    return rows
  }

  /// The number of the obligor of a lead with these rows: that of the first row that has one, else -1.
  func obligor(ofRows rows: [Int]) -> Int32 {
    rows.lazy.map { self.obligorOf[$0] }.first { $0 >= 0 } ?? -1
  }
}

/// Gives the numbers of matching their places behind the settled ones, without gaps.
private struct Numbering {
  private let settled: Int
  private var places: [Int32: Int32] = [:]

  init(settled: Int) { self.settled = settled }

  var added: Int { places.count }

  mutating func number(_ numbers: [Int32]) {
    for number in Set(numbers.filter { $0 >= settled }).sorted() {
      places[number] = Int32(settled + places.count)
    }
  }

  func place(of number: Int32) -> Int32 { number < settled ? number : places[number] ?? -1 }
}
