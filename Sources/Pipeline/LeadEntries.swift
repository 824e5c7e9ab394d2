internal import Geography
internal import Law
internal import Leads
internal import Matching
internal import Normalise
internal import Reports
internal import Vocabulary
internal import Workspace

/// Turns assessed leads into the entries that every output shows.
struct LeadEntries {
  let screening: Screening
  private let state: QuarterState
  private let quarter: Quarter
  private let asOf: Day
  private let branches: BranchTerms
  /// By engine; made for the first lead that it decides.
  var chains: [CitedChain?]

  init(_ screening: Screening, _ state: QuarterState, quarter: Quarter, asOf: Day) {
    self.screening = screening
    self.state = state
    self.quarter = quarter
    self.asOf = asOf
    branches = BranchTerms(state)
    chains = Array(repeating: nil, count: screening.law.engines.count)
  }

  /// The lead's standing in the quarter; `nil` for one that is settled and has nothing new.
  func status(of assessment: LeadAssessment) -> LeadEntry.Status? {
    if state.leads[assessment.number].quarter == quarter { return .new }
    if state.hasNews(of: assessment.lead.rows) || state.isRevised(lead: assessment.number)
      || assessment.isNewlyVerified
    {
      return .changed
    }
    return assessment.isSettled ? nil : .open
  }

  /// The entry of one lead.
  mutating func entry(_ assessment: LeadAssessment, status: LeadEntry.Status) -> LeadEntry {
    if chains[assessment.engine] == nil {
      chains[assessment.engine] = CitedChain(
        screening.law.engines[assessment.engine], screening.rules)
    }
    let lead = assessment.lead
    let table = state.table
    let evaluation = assessment.evaluation
    var entry = LeadEntry(
      id: state.leads[assessment.number], status: status, disposition: evaluation.disposition)
    let obligor = state.obligor(ofRows: lead.rows)
    entry.obligor = obligor < 0 ? nil : state.obligors[Int(obligor)]
    // By its row, for the table may tell it otherwise than the lead was made of it.
    entry.obligorName = shown(lead.partyName.map { table.text(.partyName, $0.row) })
    entry.obligorCode = lead.creditCode.map { table.texts.string($0.value) } ?? ""
    entry.obligorNature = PartyNature(
      named: lead.partyName.map { table.texts.string($0.value) } ?? "",
      creditCode: entry.obligorCode)
    entry.obligorParent = branches.parent(of: obligor) ?? ""
    entry.county = lead.county?.value
    entry.countyName = lead.county.flatMap { screening.gazetteer.name(of: $0.value) } ?? ""
    entry.place = shown(lead.place.map { table.text(.place, $0.row) })
    entry.point = (lead.points(of: .damageArea).first ?? lead.points.first)?
      .stated(by: screening.workspace.configuration.coordinates)
    entry.media = lead.media
    entry.channels = assessment.channels
    entry.firstChannel = lead.firstChannel
    entry.occurrence = lead.occurrence?.value
    entry.discovery = lead.discovery?.value
    entry.amountEstimate = lead.amountEstimate?.value
    entry.amountDetermined = lead.determinedAmount
    entry.amountBasis = lead.determinedBasis
    entry.damageConfirmed = assessment.facts.truth(.damageConfirmed)
    entry.verification = lead.verification
    entry.inRedLine = assessment.facts.truth(.inRedLine)
    entry.inNatureReserve = assessment.facts.truth(.inNatureReserve)
    entry.repeatOffender = evaluation[.repeatException]
    entry.scopeExcluded = evaluation[.scopeExcluded]
    entry.minor = evaluation[.minor]
    entry.mayNotInitiate = evaluation[.mayNotInitiate]
    entry.major = evaluation[.major]
    entry.simpleAssessment = evaluation[.simpleAssessment]
    setLaw(assessment, &entry)
    (entry.missingFacts, entry.missingFactTerms) = missingFacts(assessment)
    setDeadlines(assessment, &entry)
    if entry.repeatOffender == .true { entry.earlierEvents = earlierEvents(assessment.facts) }
    entry.sources = lead.rows.map(source)
    entry.changes = state.changes(among: lead.rows)
    entry.disagreements = assessment.disagreements.map(disagreement)
    entry.findings = findings(assessment)
    entry.zones = assessment.zones.map(zone)
    return entry
  }

  private func setLaw(_ assessment: LeadAssessment, _ entry: inout LeadEntry) {
    let engine = screening.law.engines[assessment.engine]
    if assessment.engine > 0 {
      entry.applicableLaw = .elsewhere(engine.packs.map(\.shortTitle))
    } else if screening.law.presumesHome(for: assessment.lead.county?.value) {
      entry.applicableLaw = .presumedHome
    }
    let evaluation = assessment.evaluation
    entry.versionSensitive = evaluation.isVersionSensitive
    entry.versionDifferences = engine.shiftsByOccurrence(of: evaluation, assessment.facts).map {
      VersionDifference(
        term: Wording(
          zh: screening.rules.conclusions.zh($0.conclusion), en: $0.conclusion.name),
        decided: $0.value.before,
        byOccurrence: $0.value.after)
    }
  }

  /// The events shown to be unlawful and to have done damage, the first few of them.
  private func earlierEvents(_ facts: FactSet) -> [String] {
    let shown = facts.priorEvents.filter { $0.isIllegal == .true && $0.causedDamage == .true }
    let lines = shown.prefix(5).map { event in
      "\(event.day?.description ?? "日期不明") 违法并造成损害"
        + (event.row.map { "（\(state.table.name($0))）" } ?? "")
    }
    return shown.count > lines.count ? lines + ["等共 \(shown.count) 件"] : lines
  }

  private func setDeadlines(_ assessment: LeadAssessment, _ entry: inout LeadEntry) {
    entry.deadlines = deadlines(assessment)
    let verification = assessment.verification(asOf: asOf)
    entry.verificationDue = verification?.due
    if verification != nil || assessment.awaitsVerification {
      // The duty to verify runs as long as nobody has found damage or its absence, whatever else
      // has to be judged.
      let isPending = assessment.isVerificationPending
      entry.isVerificationPending = isPending
      entry.overdueDays =
        isPending ? assessment.daysLate(asOf: asOf) : verification?.due.map { _ in 0 }
    }
    guard entry.channels.contains(.procuratorate) else { return }
    let isFedBack = assessment.lead.verification?.fedBackOn != nil
    entry.isFedBack = isFedBack ? .true : assessment.lead.truth(.fedBack)
    if entry.isFedBack != .true {
      entry.feedbackDue = [assessment.lead.feedbackDue?.value, assessment.replyDue]
        .compactMap(\.self).min()
    }
  }

  /// Every period that began for the lead.
  private func deadlines(_ assessment: LeadAssessment) -> [DeadlineEntry] {
    assessment.deadlines.compactMap { chains[assessment.engine]?.entry($0) }
  }

  private func disagreement(_ one: Disagreement) -> DisagreementEntry {
    func voice(_ voice: Disagreement.Voice) -> DisagreementEntry.Voice {
      let county = one.field == .county ? state.table.division(voice.row) : nil
      let name = county.flatMap { screening.gazetteer.name(of: $0) }
      return .init(
        value: name.map { Wording(verbatim: $0) } ?? voice.value, name: state.table.name(voice.row))
    }
    return DisagreementEntry(
      term: one.field.wording, taken: one.taken.map(voice), others: one.others.map(voice))
  }

  private func source(_ row: Int) -> SourceEntry {
    let table = state.table
    let summary = [TextField.violation, .facts, .eventName].lazy.map { table.string($0, row) }
      .first { !$0.isEmpty }
    return SourceEntry(
      name: table.name(row), line: Int(table.line[row]), kind: table.source[row],
      day: table.dayOfWord(row),
      number: table.string(.recordNumber, row), document: table.string(.documentNumber, row),
      summary: PersonalNumbers.masked(summary ?? ""),
      isSuperseded: state.versions.isSuperseded(row))
  }

  /// A text as outputs show it: persons' numbers in it are masked.
  private func shown(_ text: TextID?) -> String {
    PersonalNumbers.masked(text.map { state.table.texts.string($0) } ?? "")
  }

  private func zone(_ zone: PlaceZone) -> ZoneEntry {
    let source = screening.layers[zone.layer].source
    let evidence = zone.evidence
    return ZoneEntry(
      place: zone.role, layer: source.name, layerVersion: source.version ?? "",
      feature: zone.features.joined(separator: "；"), tag: source.tag.rawValue,
      tagTerm: source.tag.term, value: zone.value, distanceMetres: evidence?.distanceMetres,
      budget: evidence?.budget, method: zone.method, hypotheses: zone.points.hypotheses,
      uncertaintyMetres: evidence?.uncertaintyMetres, boundary: evidence?.boundary,
      isForComparison: zone.standing == .current,
      remarks: zone.remarks(on: source.tag.wording))
  }

  /// The rules that make each conclusion what it is.
  ///
  /// For true and unknown ones every rule of that value, so that a provision and the one it restates
  /// are both cited; for a false one the most local rule that is in force for certain, or else may be, with its twin;
  /// for one that no rule in force speaks of a row without a rule.
  private mutating func findings(_ assessment: LeadAssessment) -> [FindingEntry] {
    let evaluation = assessment.evaluation
    guard let standings = chains[assessment.engine]?.standings(in: evaluation),
      let rules = chains[assessment.engine]?.rules
    else { return [] }
    var findings: [FindingEntry] = []
    for entry in rules {
      let value = evaluation[entry.conclusion]
      let certain = entry.rules.filter { standings[$0.number] == .applies }
      let considered = entry.rules.filter {
        standings[$0.number] == .applies || standings[$0.number] == .mayApply
      }
      let deciding =
        value == .false
        ? CitedChain.twins(of: certain.last ?? considered.last, among: considered)
        : considered.filter { evaluation[rule: $0.number] == value }
      if deciding.isEmpty {
        findings.append(
          FindingEntry(
            conclusion: entry.conclusion.name, term: entry.term, value: value, rule: "",
            document: "", locator: "", pack: "", facts: ""))
      }
      for cited in deciding {
        findings.append(
          FindingEntry(
            conclusion: entry.conclusion.name, term: entry.term, value: value,
            rule: cited.rule.id, document: cited.document, locator: cited.rule.cite.locator,
            pack: cited.pack, facts: facts(cited.facts, assessment)))
      }
    }
    return findings
  }

  /// What a rule of the lead's chain read; empty for a rule of another one.
  func facts(ofRule id: String, _ assessment: LeadAssessment, in language: Language) -> String {
    let rules = chains[assessment.engine]?.rules.lazy.flatMap(\.rules)
    return rules?.first { $0.rule.id == id }.map { facts($0.facts, assessment, in: language) } ?? ""
  }

  private func facts(
    _ facts: [Fact], _ assessment: LeadAssessment, in language: Language = .zh
  ) -> String {
    let catalogue = screening.rules.catalogue
    return facts.map { "\($0.name)=\(assessment.facts.word(for: $0, catalogue, in: language))" }
      .joined(separator: ";")
  }
}
