internal import Vocabulary

/// What a lead may hold only one of.
struct LeadIdentity {
  /// -1 where its records name nobody.
  var obligor: Int32
  /// The lead of an earlier quarter; -1 for none.
  var settled: Int32
  var document: Int32
  /// The first and the last day on which its records say that it happened.
  var firstDay: Int32
  var lastDay: Int32
  /// The first and the last day on which its other records say that it was seen or reported.
  var firstSeen = Int32.max
  var lastSeen = Int32.min
  /// A row that names the village or road, or has coordinates; -1 for none.
  var placed: Int32 = -1
  /// A row whose facts alone name the village; -1 for none.
  var spoken: Int32 = -1
  /// Whether a person is asked which event it is of, so that no weaker rule decides.
  var isAsked = false
  /// The first row of each source whose numbers tell events apart; -1 for none.
  var numbered = InlineArray<3, Int32>(repeating: -1)

  /// How many days all that is said of one event spans at most: a week later is another event.
  private static let span: Int32 = 5

  /// Sources that number events, each under one number: a body that gives two numbers has two.
  ///
  /// Complaints are numbered as they come in, and inspections as they are made.
  static let numberingSources: [SourceKind] = [.transfer, .inspectorate, .emergency]

  /// Whether the days of both are those of one event.
  func isNear(_ other: LeadIdentity) -> Bool {
    let (first, last) = (min(firstDay, other.firstDay), max(lastDay, other.lastDay))
    return first > last || last - first <= LeadIdentity.span
  }

  /// Whether all that was seen or reported of both is of one week, and not long after it happened:
  /// complaints made again and again are not one event for ever.
  func isSeenNear(_ other: LeadIdentity) -> Bool {
    let (first, last) = (min(firstSeen, other.firstSeen), max(lastSeen, other.lastSeen))
    guard first <= last else { return true }
    let (happened, until) = (min(firstDay, other.firstDay), max(lastDay, other.lastDay))
    let isAfter =
      happened > until
      || (happened - first <= StatedDays.tolerance && last - until <= StatedDays.seenWithin)
    return isAfter && last - first <= StatedDays.seenWithin
  }

  /// Whether both may be one obligor's: one of them names nobody, or they name the same.
  func mayShareObligor(with other: LeadIdentity) -> Bool {
    obligor < 0 || other.obligor < 0 || obligor == other.obligor
  }

  /// What both hold; of two documents that one.
  func merged(with other: LeadIdentity, document: Int32) -> LeadIdentity {
    var merged = LeadIdentity(
      obligor: max(obligor, other.obligor), settled: max(settled, other.settled),
      document: document, firstDay: min(firstDay, other.firstDay),
      lastDay: max(lastDay, other.lastDay), firstSeen: min(firstSeen, other.firstSeen),
      lastSeen: max(lastSeen, other.lastSeen), placed: placed < 0 ? other.placed : placed,
      spoken: spoken < 0 ? other.spoken : spoken, isAsked: isAsked || other.isAsked)
    for place in merged.numbered.indices {
      merged.numbered[place] = numbered[place] < 0 ? other.numbered[place] : numbered[place]
    }
    return merged
  }
}
