internal import Vocabulary

/// What a lead is counted by, in a few machine words, so that every figure of the report can be
/// counted by the very filter its link applies.
struct LeadTraits {
  let disposition: Disposition
  /// The channel of the record that opened it; `nil` unknown.
  let channel: Channel?
  /// Every channel it came through.
  let channels: ChannelSet
  let county: DivisionCode?
  let media: MediumSet
  let departments: CaseSet<Department>
  private let topics: UInt32
  /// Two bits a judgement.
  private let judgements: UInt32
  /// Why people decided to press no claim; `nil` where they did not.
  let reason: NotInitiatedReason?
  let amount: AmountBand
  /// `nil` for a lead that no verification waits for.
  let due: DueBand?
  /// What the map shows of it; `nil` for a lead that is not on the map.
  var onMap: MapVerdict?
  /// Which of the map's marks for several leads it stands in, from 1; `nil` for none.
  var cluster: Int?
  /// Whether the list of the page holds the lead.
  var isListed = false

  /// The traits of a lead; `asOf` is the day deadlines are judged by.
  init(_ lead: LeadEntry, asOf: Day) {
    disposition = lead.disposition
    channel = lead.firstChannel
    channels = lead.channels
    county = lead.county
    media = lead.media
    var proposed = CaseSet<Department>()
    for medium in lead.media.cases {
      if let department = medium.proposedDepartment { proposed.insert(department) }
    }
    departments = proposed
    amount = AmountBand(lead)
    due = DueBand(lead, asOf: asOf)
    topics = LeadTopic.allCases.reduce(0) { bits, topic in
      LeadTraits.holds(topic, for: lead, departments: proposed.count, asOf: asOf)
        ? bits | topic.bit : bits
    }
    judgements = Claim.allCases.reduce(0) { bits, judgement in
      bits | UInt32(judgement.value(in: lead).rawValue) << UInt32(judgement.rawValue * 2)
    }
    reason = lead.verification?.decision?.reason
  }

  func holds(_ topic: LeadTopic) -> Bool { topics & topic.bit != 0 }

  func value(of judgement: Claim) -> Truth {
    Truth(rawValue: UInt8(judgements >> UInt32(judgement.rawValue * 2) & 3)) ?? .unknown
  }

  /// How soon a person should see the lead: 7 for those that nobody waits for.
  ///
  /// First come exceptions, then those that are to be let off, each of which a named person must answer
  /// for; then what is late, major, owed to the procuratorate, transferred or for review.
  var urgency: Int {
    if holds(.exception) { return 0 }
    if isLetOff { return 1 }
    if holds(.overdue) { return 2 }
    if holds(.major) { return 3 }
    if holds(.feedbackOwed) { return 4 }
    if holds(.transfer) { return 5 }
    return disposition == .review ? 6 : LeadTraits.calm
  }

  /// The urgency of a lead that nobody waits for.
  static let calm = 7

  var needsAttention: Bool { urgency < LeadTraits.calm }

  private var isLetOff: Bool {
    switch disposition {
    case .mayNotInitiate, .excluded, .closeNoDamage: true
    case .review, .verify, .initiate: false
    }
  }

  /// The traits as the list carries them for the script: twelve words, `-` for nothing known,
  /// and a last one for a lead that the map draws together with others.
  var words: String {
    let letters = LeadTopic.allCases.filter(holds).map(\.letter).joined()
    let values = Claim.allCases.map { value(of: $0).letter }.joined()
    return [
      disposition.rawValue, channel?.code ?? "-", county?.description ?? "-",
      LeadTraits.numbers(media), LeadTraits.numbers(departments), letters.isEmpty ? "-" : letters,
      values, LeadTraits.numbers(channels), reason?.rawValue ?? "-",
      String(amount.rawValue),
      due.map { String($0.rawValue) } ?? "-", onMap.map { String($0.rawValue) } ?? "-",
    ].joined(separator: " ") + (cluster.map { " \($0)" } ?? "")
  }

  private static func numbers<Case>(_ set: CaseSet<Case>) -> String {
    set.isEmpty ? "-" : set.cases.map { String($0.rawValue) }.joined(separator: ",")
  }

  private static func holds(
    _ topic: LeadTopic, for lead: LeadEntry, departments: Int, asOf: Day
  ) -> Bool {
    switch topic {
    case .opened: lead.status == .new
    case .continued: lead.status == .changed
    case .stillOpen: lead.status == .open
    case .carriedOver: lead.isCarriedOver
    case .exception: lead.isException
    case .protectedPlace: lead.inRedLine == .true || lead.inNatureReserve == .true
    case .repeatOffender: lead.repeatOffender == .true
    case .minorYetException: lead.isException && lead.minor == .true
    case .major: lead.major == .true
    case .overdue: lead.isOverdue
    case .dueSoon: lead.isDueSoon(asOf: asOf)
    case .dueUnknown: lead.overdueDays == nil && lead.isVerificationPending
    case .transfer: lead.channels.contains(.procuratorate)
    case .feedbackDue: lead.isFeedbackDue
    case .feedbackOwed: lead.isFeedbackDue && lead.isFedBack != .true
    case .factsMissing: !lead.missingFacts.isEmpty
    case .amountUnknown: lead.amount == nil
    case .severalDepartments: departments > 1
    case .verified: lead.damageConfirmed == .true || lead.damageConfirmed == .false
    case .initiated: lead.initiated == .true
    case .notInitiated: lead.initiated == .false
    case .undecided: lead.initiated == .unknown
    case .exceptionOpen:
      !lead.isException
        && (lead.inRedLine == .unknown || lead.inNatureReserve == .unknown
          || lead.repeatOffender == .unknown)
    case .restorationUnknown:
      lead.disposition == .review && lead.scopeExcluded == .unknown && lead.isVerificationPending
    }
  }
}

extension LeadEntry {
  /// Whether people decided to press the claim; unknown while nobody has.
  var initiated: Truth { verification?.initiated ?? .unknown }

  /// The determined damage amount, or the estimate while there is none.
  var amount: Money? { amountDetermined ?? amountEstimate }

  /// Whether verification is still to be done within thirty days of `asOf`.
  func isDueSoon(asOf: Day) -> Bool {
    guard let verificationDue, overdueDays == 0, isVerificationPending else { return false }
    return (0...30).contains(verificationDue.days(since: asOf))
  }

  /// Whether the procuratorate that transferred the lead is to be answered.
  var isFeedbackDue: Bool {
    channels.contains(.procuratorate)
      && (feedbackDue != nil || isFedBack == .true || isFedBack == .false
        || findings.contains { $0.conclusion == "procuratorate_feedback" && $0.value == .true })
  }
}
