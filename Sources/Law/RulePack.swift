package import Vocabulary

/// The rank of the body that issued a document.
package enum PackLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  case nation, province, city

  /// The nation comes first.
  package static func < (left: PackLevel, right: PackLevel) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .nation: 0
    case .province: 1
    case .city: 2
    }
  }
}

/// How far a pack has been checked; a report on anything but `released` is watermarked.
package enum PackStatus: String, Sendable, Hashable, CaseIterable {
  case draft, reviewed, released

  package var wording: Wording {
    switch self {
    case .draft: Wording(zh: "草稿", en: "draft")
    case .reviewed: Wording(zh: "已复核", en: "reviewed")
    case .released: Wording(zh: "已发布", en: "released")
    }
  }
}

/// The days on which a document is in force, which can itself be unknown.
package struct PackValidity: Sendable, Hashable {
  /// The day before which it is certainly not in force; `nil` if no such day is known.
  package let notBefore: Day?
  /// From here on it is certainly in force; `nil` if no such day is known.
  package let certainFrom: Day?
  package let lastCertainDay: Day?
  /// The last day on which it can be in force; `nil` if open.
  package let possiblyUntil: Day?
  package let cite: Citation
  /// Entries of the question register that bear on the days.
  package let questions: [String]

  /// Whether the document is in force on `day`; never `noRule`.
  package func isInForce(on day: Day) -> Truth {
    if let notBefore, day < notBefore { return .false }
    if let possiblyUntil, day > possiblyUntil { return .false }
    guard let certainFrom, day >= certainFrom else { return .unknown }
    if let lastCertainDay, day > lastCertainDay { return .unknown }
    return .true
  }

  /// The days on which the answer changes.
  package var boundaries: [Day] {
    [
      notBefore, certainFrom, lastCertainDay?.adding(days: 1), possiblyUntil?.adding(days: 1),
    ].compactMap { $0 }
  }
}

/// A document a pack repealed.
///
/// One whose text is not available can have provided anything: while it was in force, the conclusions
/// it may have spoken of stay open under a named question.
package struct Repeal: Sendable, Hashable {
  package let title: String
  package let isEncoded: Bool
  package let inForce: ClosedRange<Day>?
  package let question: String?
  package let mayConclude: [Conclusion]
  package let cite: Citation?
  package let line: Int
}

/// A number or a ground that a document leaves to a lower level.
package struct Delegation: Sendable, Hashable {
  package let slot: String
  package let level: PackLevel
  package let cap: Money?
  package let isHardCap: Bool
  package let cite: Citation
}

/// A duty or a power that no fact of a single lead decides.
package struct Provision: Sendable, Hashable {
  package let id: String
  package let cite: Citation
  package let modality: Modality
  package let questions: [String]
  package let line: Int
}

/// A duty that returns every quarter or every year.
package struct PeriodicDuty: Sendable, Hashable {
  /// How often it returns.
  package enum Period: String, Sendable, Hashable, CaseIterable {
    case quarterly, yearly
  }

  package let id: String
  package let cite: Citation
  package let period: Period
  /// The last day of the year on which a yearly duty can be met, as month and day.
  package let month: Int?
  package let day: Int?
  /// Whether the text has a day, of which digits are missing.
  package let isDayIllegible: Bool
  /// Who is reported to.
  package let recipient: String?
  package let questions: [String]
  package let line: Int
}

/// One document as rules: the unit a lawyer reviews.
package struct RulePack: Sendable {
  package let id: String
  package let version: String
  package let title: String
  package let documentNumber: String?
  /// Whether the number stands in the text itself.
  package let isNumberFromText: Bool
  package let source: String?
  /// SHA-256 of the text the pack was made from, so that a reviewer can tell whether it is the same.
  package let sourceHash: String?
  package let provisions: ProvisionCount
  /// `nil` for the nation.
  package let jurisdiction: DivisionCode?
  package let level: PackLevel
  package let parent: String?
  package let status: PackStatus
  package let reviewers: [String]
  package let validity: PackValidity
  package let repeals: [Repeal]
  package let higherLawPrevails: Citation?
  package let basis: [String]
  /// Documents known to replace this one some day.
  package let watched: [WatchedText]
  /// What the rules do not speak of, and why.
  package let coverage: [CoverageEntry]
  package let gaps: [DeclaredGap]
  package let delegations: [Delegation]
  package let parameters: [Parameter]
  package let rules: [Rule]
  package let deadlines: [DeadlineRule]
  package let periodic: [PeriodicDuty]
  package let duties: [Provision]
  /// The file the pack came from, and its bytes, for hashes and for messages.
  package let file: String
  package let bytes: [UInt8]
  /// Where the blocks stand that checks of the whole pack speak of.
  package let lines: PackLines

  /// What messages and citations call the document: its number, or its title without one.
  package var shortTitle: String { documentNumber ?? title }
}

extension RulePack {
  /// A question that a provision of the pack asks.
  struct AskedQuestion: Sendable {
    let id: String
    let cite: Citation
    let line: Int
  }

  /// The questions whose answers change what the pack gives.
  var readQuestions: Set<String> {
    Set(
      validity.questions + rules.flatMap(\.when.questions) + repeals.compactMap(\.question))
  }

  /// Every question the pack asks, with repetitions: of its days of force, its rules, periods and
  /// duties, and the texts it repealed.
  var askedQuestions: [AskedQuestion] {
    func asked(_ ids: [String], _ cite: Citation, _ line: Int) -> [AskedQuestion] {
      ids.map { AskedQuestion(id: $0, cite: cite, line: line) }
    }
    var all = asked(validity.questions, validity.cite, lines.validity)
    all += rules.flatMap { asked($0.questions + $0.when.questions, $0.cite, $0.line) }
    all += deadlines.flatMap { asked($0.questions, $0.cite, $0.line) }
    all += periodic.flatMap { asked($0.questions, $0.cite, $0.line) }
    all += duties.flatMap { asked($0.questions, $0.cite, $0.line) }
    all += repeals.flatMap { repeal in
      asked([repeal.question].compactMap(\.self), repeal.cite ?? validity.cite, repeal.line)
    }
    return all
  }
}
