internal import Geography
internal import Law
internal import Leads
internal import Ledger
internal import Normalise
internal import Reports
internal import Vocabulary
internal import Workspace

/// What a run recorded about its drop: the same whether it is under way or read from the ledger.
struct DropAccounts {
  var files: [IntakeAccount]
  var records: [RecordAccount]
  var rejects: [RejectedRecord]
  /// Rows that are no records.
  var aside: [AsideRow]
  /// What matching left to people.
  var reviews: [ReviewItem]
  /// What weighed the pairs of parties; `nil` for a run that kept no account of it.
  var matching: MatchingAccount?
}

/// Puts a quarter's report together.
struct ReportBuilding {
  let screening: Screening
  private(set) var state: QuarterState
  let assessments: [LeadAssessment]
  private let quarter: Quarter
  private let asOf: Day
  private(set) var entries: [LeadEntry] = []
  /// By entry, the place of its assessment.
  private(set) var assessmentOf: [Int] = []

  init(
    _ screening: Screening, _ state: QuarterState, _ assessments: [LeadAssessment],
    quarter: Quarter, asOf: Day
  ) {
    self.screening = screening
    let state = state.withoutReporters
    self.state = state
    self.assessments = assessments
    self.quarter = quarter
    self.asOf = asOf
    var making = LeadEntries(screening, state, quarter: quarter, asOf: asOf)
    for (place, assessment) in assessments.enumerated() {
      guard let status = making.status(of: assessment) else { continue }
      entries.append(making.entry(assessment, status: status))
      assessmentOf.append(place)
    }
    let order = entries.indices.sorted { entries[$0].id < entries[$1].id }
    assessmentOf = order.map { assessmentOf[$0] }
    entries = order.map { entries[$0] }
  }

  /// Takes over the ids that the run's records got when they were recorded.
  mutating func take(recordIDs: [Int64]) { state.recordOf = recordIDs }

  /// The counts of the run, over the drop's files alone.
  func counts(_ accounts: DropAccounts) -> RunCounts {
    let files = accounts.files.filter { !$0.isHistory }
    func sum(_ count: (IntakeAccount) -> Int) -> Int { files.reduce(0) { $0 + count($1) } }
    return RunCounts(
      files: files.count, records: sum(\.records), opened: sum(\.opened), merged: sum(\.merged),
      repeats: sum(\.repeats), rejected: sum(\.rejected), leads: entries.count,
      obligors: Set(entries.compactMap(\.obligor)).count,
      carriedOver: entries.count { $0.isCarriedOver })
  }

  /// What the ledger keeps of each lead's assessment.
  var stored: [Assessment] {
    zip(entries, assessmentOf).map { entry, place in
      let evaluation = assessments[place].evaluation
      let conclusions = Conclusion.allCases.map { "\($0.name)=\(evaluation[$0].letter)" }.sorted()
      return Assessment(
        lead: entry.id, disposition: entry.disposition,
        conclusions: conclusions.joined(separator: ";"),
        missingFacts: entry.missingFacts.joined(separator: ";"),
        verificationDue: entry.verificationDue, overdueDays: entry.overdueDays,
        feedbackDue: entry.feedbackDue)
    }
  }

  /// The whole report of a recorded run.
  func report(
    _ accounts: DropAccounts, run: StoredRun, earlier: [QuarterFigures]
  ) -> QuarterReport {
    let configuration = screening.workspace.configuration
    let law = citedLaw
    let rounding = CoordinateRounding(decimals: configuration.mapDecimals)
    let dropFiles = accounts.files.indices.filter { !accounts.files[$0].isHistory }
    let dropPlace = Dictionary(
      uniqueKeysWithValues: dropFiles.enumerated().map { ($0.element, Int32($0.offset)) })
    return QuarterReport(
      quarter: quarter, asOf: asOf, jurisdiction: configuration.jurisdiction,
      jurisdictionName: screening.gazetteer.name(of: configuration.jurisdiction)
        ?? configuration.jurisdiction.description,
      organisation: configuration.organisation, programVersion: run.account.programVersion,
      run: run.id, ledgerDigest: run.digest, configurationHash: run.account.configurationHash,
      packs: packEntries, layers: screening.layerEntries,
      files: dropFiles.map { accounts.files[$0] },
      history: accounts.files.filter(\.isHistory),
      records: records(accounts, dropPlace),
      rejects: accounts.rejects.map { reject in
        // Rows of earlier cases, and files that were passed over, are in no file of the drop.
        var reject = reject
        reject.file = reject.file < 0 ? -1 : dropPlace[Int(reject.file)] ?? -1
        return reject
      },
      aside: aside(accounts, dropPlace), leads: entries, matches: matches(),
      refused: refused(), matching: accounts.matching,
      review: ReviewQueue(state, entries, accounts.matching)
        .ordered(accounts.reviews + reviews()).map { $0.masked(state.reporters) },
      earlier: earlier,
      counties: screening.gazetteer.counties(in: configuration.jurisdiction).map {
        CountyEntry(code: $0, name: screening.gazetteer.name(of: $0) ?? "")
      },
      notices: notices(accounts), rules: law.directory, trace: trace(citing: law),
      sideBySide: sideBySide(), map: map(of: screening.layers(inForceOn: asOf), rounding: rounding),
      rounding: rounding)
  }

  /// Rows that are no records, of the drop's files and behind them of those of earlier cases.
  private func aside(_ accounts: DropAccounts, _ place: [Int: Int32]) -> [AsideRow] {
    let history = accounts.files.indices.filter { accounts.files[$0].isHistory }
    let historyPlace = Dictionary(
      uniqueKeysWithValues: history.enumerated().map {
        ($0.element, Int32(place.count + $0.offset))
      })
    let rows = accounts.aside.compactMap { row -> AsideRow? in
      guard let file = place[Int(row.file)] ?? historyPlace[Int(row.file)] else { return nil }
      var row = row
      row.file = file
      row.text = PersonalNumbers.masked(row.text)
      return row
    }
    return rows.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  private func records(_ accounts: DropAccounts, _ place: [Int: Int32]) -> [RecordEntry] {
    let rowOfRecord = state.rowsByRecord()
    return accounts.records.compactMap { record in
      guard let file = place[Int(record.file)] else { return nil }
      var account = record
      account.file = file
      let row = record.sourceRecord.flatMap { rowOfRecord[$0] }
      let lead = row.map { state.leadOf[$0] } ?? -1
      let obligor = row.map { state.obligorOf[$0] } ?? -1
      return RecordEntry(
        account: account, lead: lead < 0 ? nil : state.leads[Int(lead)],
        obligor: obligor < 0 ? nil : state.obligors[Int(obligor)])
    }
  }

  /// What the assessment leaves to people: contradictions, tensions, disputed amounts, withdrawals.
  private func reviews() -> [ReviewItem] {
    zip(entries, assessmentOf).flatMap { entry, place in
      LeadReview(screening, state, assessments[place], entry).items
    }
  }

  /// The packs of the workspace's own place, and of the places of leads elsewhere.
  private var packEntries: [PackEntry] {
    let engines = screening.law.engines
    let used = Set([0] + assessmentOf.map { assessments[$0].engine }).flatMap {
      engines[$0].packs.map(\.id)
    }
    return zip(screening.rules.packs, screening.packLock)
      .filter { used.contains($0.0.id) }
      .map { pack, lock in
        PackEntry(
          id: pack.id, version: pack.version, title: pack.title, sha256: lock.hash,
          isReleased: pack.status == .released)
      }
  }

  private func notices(_ accounts: DropAccounts) -> [String] {
    var notices: [String] = []
    if screening.engine.packs.allSatisfy({ $0.level == .nation }) {
      notices.append("没有适用于 \(screening.home) 的地方规则包，只按国家意见判定。")
    }
    if screening.layers.isEmpty {
      notices.append("没有登记图层，生态保护红线和自然保护地只依据来源填报。")
    }
    for warning in screening.layers.flatMap(\.warnings) + screening.astrayLayers {
      notices.append("图层有需要留意之处：" + warning.message(in: .zh))
    }
    for reject in accounts.rejects where reject.problem.record == nil {
      notices.append("未读取的文件：" + reject.problem.message(in: .zh))
    }
    return notices
  }

  /// What the traces of these leads cite.
  private var citedLaw: CitedLaw {
    let used = Set(assessmentOf.map { assessments[$0].engine })
    let engines = screening.law.engines.indices.filter { $0 == 0 || used.contains($0) }
    return CitedLaw(
      engines.map { screening.law.engines[$0] }, screening.rules, screening.gazetteer, asOf: asOf)
  }

  /// The rule trace of each entry's lead.
  private func trace(citing law: CitedLaw) -> @Sendable (Int) -> TraceEntry? {
    let traces = LeadTraces(screening.law, state.table)
    let subjects = assessmentOf.map { LeadTraces.Subject(assessments[$0]) }
    let library = screening.rules
    return { place in
      subjects.indices.contains(place)
        ? traces.entry(of: subjects[place], citing: law, library) : nil
    }
  }
}

extension Screening {
  var layerEntries: [LayerEntry] {
    layers.map { layer in
      LayerEntry(
        name: layer.source.name, tag: layer.source.tag.rawValue, tagTerm: layer.source.tag.term,
        version: layer.source.version ?? "", validFrom: layer.source.entry.validFrom,
        validTo: layer.source.entry.validTo, system: layer.reference.verified,
        sha256: layer.source.sha256, features: layer.features.count)
    }
  }
}
