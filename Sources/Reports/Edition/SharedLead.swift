internal import Vocabulary

/// What other authorities may see of one lead.
struct SharedLead {
  private let raw: LeadEntry
  private let names: SourceNames

  /// The lead as it is shared; records are called as `names` has it.
  init(_ lead: LeadEntry, _ names: SourceNames) {
    raw = lead
    self.names = names
  }

  private var isOrganisation: Bool { raw.obligorNature == .organisation }

  /// The lead, made anew of what is admitted; all else is as unknown as in a new one.
  var lead: LeadEntry {
    var lead = LeadEntry(id: raw.id, status: raw.status, disposition: raw.disposition)
    lead.obligor = raw.obligor
    lead.obligorNature = raw.obligorNature
    lead.county = raw.county
    lead.countyName = raw.countyName
    lead.point = raw.point.map(point)
    lead.media = raw.media
    lead.channels = raw.channels
    lead.firstChannel = raw.firstChannel
    lead.occurrence = raw.occurrence
    lead.discovery = raw.discovery
    lead.amountEstimate = raw.amountEstimate
    lead.amountDetermined = raw.amountDetermined
    lead.amountBasis = raw.amountBasis
    addConclusions(to: &lead)
    addDeadlines(to: &lead)
    lead.sources = raw.sources.map(source)
    lead.findings = raw.findings
    lead.zones = raw.zones.map(zone)
    if isOrganisation {
      lead.obligorName = raw.obligorName
      lead.obligorCode = raw.obligorCode
      lead.obligorParent = raw.obligorParent
      lead.place = raw.place
      lead.disagreements = raw.disagreements.map(disagreement)
    } else if !raw.obligorName.isEmpty {
      lead.obligorName = Surname.masked(raw.obligorName)
    }
    return lead
  }

  private func addConclusions(to lead: inout LeadEntry) {
    lead.inRedLine = raw.inRedLine
    lead.inNatureReserve = raw.inNatureReserve
    lead.repeatOffender = raw.repeatOffender
    lead.damageConfirmed = raw.damageConfirmed
    lead.verification = raw.verification.map(verification)
    lead.scopeExcluded = raw.scopeExcluded
    lead.minor = raw.minor
    lead.mayNotInitiate = raw.mayNotInitiate
    lead.major = raw.major
    lead.simpleAssessment = raw.simpleAssessment
    lead.applicableLaw = raw.applicableLaw
    lead.versionSensitive = raw.versionSensitive
    lead.versionDifferences = raw.versionDifferences
    lead.missingFacts = raw.missingFacts
    lead.missingFactTerms = raw.missingFactTerms
    if !raw.earlierEvents.isEmpty { lead.earlierEvents = ["有既往事件，详见内部版"] }
  }

  private func addDeadlines(to lead: inout LeadEntry) {
    lead.verificationDue = raw.verificationDue
    lead.isVerificationPending = raw.isVerificationPending
    lead.overdueDays = raw.overdueDays
    lead.feedbackDue = raw.feedbackDue
    lead.deadlines = raw.deadlines
    lead.isFedBack = raw.isFedBack
  }

  /// What a check found and what was decided; who checked, what he wrote and in which file is not shared.
  private func verification(_ raw: Verification) -> Verification {
    Verification(
      record: raw.record, finding: raw.finding, day: raw.day, assessment: raw.assessment,
      restoration: raw.restoration, decision: raw.decision, fedBackOn: raw.fedBackOn, person: "人工",
      place: Verification.Place(file: "核查结果表", sha256: "", line: raw.place.line))
  }

  /// Six decimals, a decimetre.
  private func point(_ raw: Point) -> Point {
    let rounding = CoordinateRounding.full
    return Point(
      longitude: rounding.rounded(degrees: raw.longitude),
      latitude: rounding.rounded(degrees: raw.latitude), uncertainty: raw.uncertainty,
      frame: raw.frame)
  }

  /// Where a record stands; its number and document only of organisations, numbers of persons masked.
  private func source(_ raw: SourceEntry) -> SourceEntry {
    SourceEntry(
      name: names.record(raw.name), line: raw.line, kind: raw.kind, day: raw.day,
      number: isOrganisation ? PersonalNumbers.masked(raw.number) : "",
      document: isOrganisation ? PersonalNumbers.masked(raw.document) : "", summary: "",
      isSuperseded: raw.isSuperseded)
  }

  /// Days, amounts, codes and words of closed lists: what records can disagree in is never free text.
  private func disagreement(_ raw: DisagreementEntry) -> DisagreementEntry {
    func voice(_ raw: DisagreementEntry.Voice) -> DisagreementEntry.Voice {
      .init(value: raw.value, name: names.record(raw.name))
    }
    return DisagreementEntry(
      term: raw.term, taken: raw.taken.map(voice), others: raw.others.map(voice))
  }

  /// A verdict without the place of the boundary.
  private func zone(_ raw: ZoneEntry) -> ZoneEntry {
    ZoneEntry(
      place: raw.place, layer: raw.layer, layerVersion: raw.layerVersion, feature: raw.feature,
      tag: raw.tag, tagTerm: raw.tagTerm, value: raw.value, distanceMetres: raw.distanceMetres,
      budget: raw.budget, method: raw.method, hypotheses: raw.hypotheses,
      uncertaintyMetres: raw.uncertaintyMetres, isForComparison: raw.isForComparison,
      remarks: raw.remarks)
  }
}
