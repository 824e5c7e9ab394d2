package import Law
package import Vocabulary

/// What each obligor did before, for the exception of the same obligor again within two years.
///
/// From earlier compensation cases with their outcome, and from the obligor's other leads. A lead
/// counts as unlawful once a penalty decision that stands speaks of it, as damage once damage is
/// confirmed; until then both are unknown, so that an open lead can neither convict nor clear.
/// Events that say the same of the same day are kept once, with the first record that does: saying it
/// again changes no conclusion.
package struct PriorEvents: Sendable {
  private var byObligor: [Int32: Past] = [:]
  private let yearsBack: Int

  /// Nothing came before.
  ///
  /// `yearsBack` is how far before a lead an event can matter: what the rules look back at most.
  package init(yearsBack: Int) { self.yearsBack = yearsBack }

  /// Adds the earlier cases of the table; `obligor` gives each row's obligor number, -1 for none.
  ///
  /// A case whose outcome was corrected counts as its newest version has it.
  package mutating func addHistory(
    _ table: RecordTable, obligor: [Int32], versions: RecordVersions = RecordVersions()
  ) {
    for row in 0..<table.count where table.source[row] == .history && obligor[row] >= 0 {
      guard !versions.isSuperseded(row) else { continue }
      let event = PriorEvent(
        day: table.day(.occurrence, row), isIllegal: .true,
        causedDamage: table.truth(.damageConfirmed, row), row: row)
      byObligor[obligor[row], default: Past()].add(event, lead: nil)
    }
  }

  /// Adds a lead of the obligor, -1 for none.
  ///
  /// `number` is what `events` will be asked by.
  package mutating func add(_ lead: Lead, number: Int, obligor: Int32, _ table: RecordTable) {
    guard obligor >= 0 else { return }
    let event = PriorEvent(
      day: lead.occurrence?.value, isIllegal: isPenalised(lead, table) ? .true : .unknown,
      causedDamage: LeadFacts.damageConfirmed(lead).0, row: lead.occurrence?.row ?? lead.rows[0])
    byObligor[obligor, default: Past()].add(event, lead: number)
  }

  /// Whether a record speaks of a penalty decision that no record says was withdrawn.
  private func isPenalised(_ lead: Lead, _ table: RecordTable) -> Bool {
    let withdrawn = lead.rows(of: .withdrawn).filter { table.truth(.withdrawn, $0) == .true }
    let documents = withdrawn.map { table.text(.documentNumber, $0) }
    return lead.currentRows.contains { row in
      let document = table.text(.documentNumber, row)
      guard !withdrawn.contains(row) else { return false }
      return document.isMissing ? table.source[row] == .penalty : !documents.contains(document)
    }
  }

  /// The distinct events of the obligor other than the lead itself that came before it, or may have,
  /// and can matter; `nil` if nobody is known to be the obligor.
  ///
  /// By day, undated ones last. An event of the same day did not come before; one without a day may
  /// have, and so may any if the lead itself has none. Of a lead with a day, those of the last
  /// `yearsBack` years, and before them the last one that may count. Costs what it returns and a few searches.
  package func events(before lead: Lead, number: Int, obligor: Int32) -> [PriorEvent]? {
    guard obligor >= 0 else { return nil }
    guard let past = byObligor[obligor] else { return [] }
    guard let own = lead.occurrence?.value else {
      return past.dated(in: nil) + past.undated(besides: number)
    }
    let window = own.adding(years: -yearsBack)..<own
    return past.lastCounting(before: window.lowerBound) + past.dated(in: window)
      + past.undated(besides: number)
  }
}

/// The distinct events of one obligor.
///
/// In spans of days, so that adding an event moves at most the events of its span: however many
/// leads an obligor has, there are only so many days in a span.
private struct Past: Sendable {
  /// 512 days: about a year and a half, so that a query reads a handful of spans.
  private static let spanBits: Int32 = 9

  private struct Span: Sendable {
    let number: Int32
    /// By day, then by what is known.
    var events: [PriorEvent] = []
  }

  private struct Undated: Sendable {
    let event: PriorEvent
    /// The only lead that it is; `nil` for an earlier case or several leads.
    var onlyLead: Int?
  }

  /// By number.
  private var spans: [Span] = []
  private var undated: [Undated] = []

  /// Adds the event of a lead, or with `nil` of an earlier case.
  mutating func add(_ event: PriorEvent, lead: Int?) {
    guard let day = event.day else {
      if let known = undated.firstIndex(where: { Past.order($0.event) == Past.order(event) }) {
        undated[known].onlyLead = nil
      } else {
        undated.append(Undated(event: event, onlyLead: lead))
      }
      return
    }
    let number = Past.span(of: day)
    let place = spans.firstIndex(sorted: { $0.number >= number })
    if place == spans.count || spans[place].number != number {
      spans.insert(Span(number: number), at: place)
    }
    let key = Past.order(event)
    let position = spans[place].events.firstIndex(sorted: { Past.order($0) >= key })
    if position == spans[place].events.count || Past.order(spans[place].events[position]) != key {
      spans[place].events.insert(event, at: position)
    }
  }

  /// The events of those days, of all days with `nil`, in their order.
  func dated(in days: Range<Day>?) -> [PriorEvent] {
    guard let days else { return spans.flatMap(\.events) }
    let first = Past.span(of: days.lowerBound)
    let last = Past.span(of: days.upperBound)
    var found: [PriorEvent] = []
    for span in spans[spans.firstIndex(sorted: { $0.number >= first })...] {
      guard span.number <= last else { break }
      let start = span.events.firstIndex(sorted: { Past.isFrom(days.lowerBound, $0) })
      let end = span.events.firstIndex(sorted: { Past.isFrom(days.upperBound, $0) })
      found += span.events[start..<end]
    }
    return found
  }

  /// The last event before a day that may count, which matters where the number of years is unknown.
  func lastCounting(before day: Day) -> [PriorEvent] {
    for span in spans[...].reversed() where span.number <= Past.span(of: day) {
      let found = span.events.last { event in
        event.day.map { $0 < day } == true && event.isIllegal != .false
          && event.causedDamage != .false
      }
      if let found { return [found] }
    }
    return []
  }

  /// The events without a day that are not that lead alone.
  func undated(besides lead: Int) -> [PriorEvent] {
    undated.filter { $0.onlyLead != lead }.map(\.event)
      .sorted { Past.order($0) < Past.order($1) }
  }

  private static func span(of day: Day) -> Int32 { day.number >> spanBits }

  private static func isFrom(_ day: Day, _ event: PriorEvent) -> Bool {
    event.day.map { $0 >= day } ?? true
  }

  private static func order(_ event: PriorEvent) -> (Int32, UInt8, UInt8) {
    (event.day?.number ?? .max, event.isIllegal.rawValue, event.causedDamage.rawValue)
  }
}

extension Array {
  /// Where the elements begin that the condition holds for, all of which come last; by halving.
  fileprivate func firstIndex(sorted holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
