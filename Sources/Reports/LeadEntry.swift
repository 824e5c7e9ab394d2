package import Vocabulary

/// One lead as the outputs show it: a row of leads.csv and everything behind it.
package struct LeadEntry: Sendable {
  /// Raw values are the `status` column of leads.csv.
  package enum Status: String, Sendable, CaseIterable {
    /// Opened in this quarter.
    case new
    /// Opened earlier, joined by records or results of checks of this quarter.
    case changed
    /// Opened earlier, not settled, nothing new.
    case open

    /// 本季新立, 往季续报, 往季未结.
    package var term: String { wording.zh }

    /// The same in both languages.
    package var wording: Wording {
      switch self {
      case .new: Wording(zh: "本季新立", en: "opened in this quarter")
      case .changed: Wording(zh: "往季续报", en: "opened earlier, with news")
      case .open: Wording(zh: "往季未结", en: "opened earlier, not settled")
      }
    }
  }

  package var id: LeadID
  package var status: Status
  package var obligor: ObligorID?
  package var obligorName = ""
  /// Whether the name is a person's; an unknown nature is treated as a person's.
  package var obligorNature = PartyNature.unknown
  /// A company's credit code; a person's number never leaves the ledger.
  package var obligorCode = ""
  /// Of a branch, the obligor that is its parent, by id and name; empty for others.
  package var obligorParent = ""
  package var county: DivisionCode?
  package var countyName = ""
  package var place = ""
  package var point: Point?
  package var media = MediumSet()
  package var channels = ChannelSet()
  /// The channel of the record that opened the lead.
  package var firstChannel: Channel?
  package var occurrence: Day?
  package var discovery: Day?
  package var amountEstimate: Money?
  package var amountDetermined: Money?
  package var amountBasis: DamageBasis?
  /// Whether damage was found, by a check or by what records say.
  package var damageConfirmed = Truth.unknown
  /// What people found out and decided, as `decide` took it in; `nil` for nothing.
  package var verification: Verification?
  package var inRedLine = Truth.unknown
  package var inNatureReserve = Truth.unknown
  package var repeatOffender = Truth.unknown
  package var scopeExcluded = Truth.noRule
  package var minor = Truth.noRule
  package var mayNotInitiate = Truth.noRule
  package var major = Truth.noRule
  package var simpleAssessment = Truth.noRule
  package var disposition: Disposition
  package var applicableLaw = ApplicableLaw.home
  /// Whether the law of the day of occurrence gives another result; unknown without that day.
  package var versionSensitive = Truth.unknown
  package var versionDifferences: [VersionDifference] = []
  /// Facts that are unknown and would decide (待补事实): `fact:in_red_line`.
  package var missingFacts: [String] = []
  /// The same in Chinese.
  package var missingFactTerms: [String] = []
  package var verificationDue: Day?
  /// Whether nobody has found damage or its absence yet, so that the duty to verify runs.
  package var isVerificationPending = false
  /// Days past the due day at the as-of day; 0 if not overdue, `nil` if it cannot be told, as where it
  /// is not known whether the deadline applies.
  package var overdueDays: Int?
  /// The earlier of what a record states and of what the rules give.
  package var feedbackDue: Day?
  /// Every period that began for the lead, in the order of the rules.
  package var deadlines: [DeadlineEntry] = []
  /// Whether the procuratorate has been answered; unknown where the question does not arise.
  package var isFedBack = Truth.unknown
  /// The obligor's earlier events that make it a repeat, in Chinese: `2025-11-05 违法并造成损害`.
  package var earlierEvents: [String] = []
  package var sources: [SourceEntry] = []
  /// What newer versions of its records state otherwise.
  package var changes: [ChangeEntry] = []
  /// What its records state differently, with whose word was taken.
  package var disagreements: [DisagreementEntry] = []
  package var findings: [FindingEntry] = []
  package var zones: [ZoneEntry] = []

  /// A lead of which nothing else is known yet: what is left out is unknown, empty or without a rule.
  package init(id: LeadID, status: Status, disposition: Disposition) {
    self.id = id
    self.status = status
    self.disposition = disposition
  }

  /// Whether the lead was opened in an earlier quarter.
  package var isCarriedOver: Bool { status != .new }

  /// Whether an exception bars waving it through: red line or reserve, or the same obligor again.
  package var isException: Bool {
    inRedLine == .true || inNatureReserve == .true || repeatOffender == .true
  }

  /// Whether verification is due and late at the as-of day.
  package var isOverdue: Bool { (overdueDays ?? 0) > 0 }
}

/// One source record of a lead.
package struct SourceEntry: Sendable, Hashable {
  /// `Inputs/2026Q3/督察.csv#12`.
  package var name: String
  package var line: Int
  package var kind: SourceKind
  package var day: Day?
  /// Its number in the source, and its document; empty where it has none.
  package var number: String
  package var document: String
  package var summary: String
  /// Whether a newer version of the record replaces what it states.
  package var isSuperseded: Bool

  /// A source record with those values; `line` is counted from 1.
  package init(
    name: String, line: Int, kind: SourceKind, day: Day?, number: String = "",
    document: String = "", summary: String, isSuperseded: Bool = false
  ) {
    self.isSuperseded = isSuperseded
    self.name = name
    self.line = line
    self.kind = kind
    self.day = day
    self.number = number
    self.document = document
    self.summary = summary
  }

  /// Number and document as officials read them: `JC-0004；晋环罚〔2026〕104号`.
  package var reference: String {
    number.isEmpty || document.isEmpty ? number + document : "\(number)；\(document)"
  }
}

/// One field that a newer version of a record states otherwise, or that it does so in none.
package struct ChangeEntry: Sendable, Hashable {
  /// The two versions: `Inputs/2026Q2/督察.csv#12`.
  package var earlierName: String
  package var laterName: String
  /// The field's name in profiles and in Chinese; empty if the versions differ in no field.
  package var field: String
  package var term: String
  /// Both values as officials read them; empty where a version says nothing.
  package var earlier: Wording
  package var later: Wording

  /// A change of those values between two versions; without a field, that no field has changed.
  package init(
    earlierName: String, laterName: String, field: String = "", term: String = "",
    earlier: Wording = Wording(verbatim: ""), later: Wording = Wording(verbatim: "")
  ) {
    self.earlierName = earlierName
    self.laterName = laterName
    self.field = field
    self.term = term
    self.earlier = earlier
    self.later = later
  }

  /// `损害金额：5000.00 元 改为 8000.00 元`; what the newer version leaves blank stands.
  package var sentence: Wording {
    guard !field.isEmpty else {
      return Wording(zh: "程序所读各项没有变化", en: "nothing that the program reads has changed")
    }
    let before = earlier.zh.isEmpty ? Wording(zh: "未写", en: "nothing") : earlier
    let after =
      later.zh.isEmpty ? Wording(zh: "未写，沿用原值", en: "nothing, so the first one stands") : later
    return Wording(
      zh: "\(term)：\(before.zh) 改为 \(after.zh)", en: "\(field): \(before.en) became \(after.en)")
  }
}

/// One conclusion about a lead: a row of findings.csv.
package struct FindingEntry: Sendable, Hashable {
  /// The conclusion's code, `may_not_initiate`.
  package var conclusion: String
  /// Its Chinese name.
  package var term: String
  package var value: Truth
  /// The rule that decides, or the one considered first; empty where no rule applies.
  package var rule: String
  package var document: String
  /// `第十一条第一项`.
  package var locator: String
  package var pack: String
  /// The facts read, with their values: `damage_amount_determined=1200.00; in_red_line=F`.
  package var facts: String

  /// A finding with those values, as findings.csv writes them.
  package init(
    conclusion: String, term: String, value: Truth, rule: String, document: String,
    locator: String, pack: String, facts: String
  ) {
    self.conclusion = conclusion
    self.term = term
    self.value = value
    self.rule = rule
    self.document = document
    self.locator = locator
    self.pack = pack
    self.facts = facts
  }
}
