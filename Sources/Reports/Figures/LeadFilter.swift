internal import Vocabulary

/// A selection of leads: what a figure counts and what its link shows, in one definition.
struct LeadFilter {
  /// What is asked of one trait.
  enum Wanted<Value: Equatable> {
    case any
    /// Leads for which the trait is not known.
    case unknown
    case only(Value)

    /// The value, or the unknown for `nil`.
    init(_ value: Value?) { self = value.map { .only($0) } ?? .unknown }
  }

  var disposition: Disposition?
  /// The first channel.
  var channel = Wanted<Channel>.any
  /// Any of its channels.
  var through = Wanted<Channel>.any
  var county = Wanted<DivisionCode>.any
  var medium = Wanted<Medium>.any
  var department = Wanted<Department>.any
  var topic: LeadTopic?
  var judgement: (subject: Claim, value: Truth)?
  /// Why people decided to press no claim.
  var reason: NotInitiatedReason?

  func matches(_ lead: LeadTraits) -> Bool {
    if let disposition, lead.disposition != disposition { return false }
    if let topic, !lead.holds(topic) { return false }
    if let reason, lead.reason != reason { return false }
    if let judgement, lead.value(of: judgement.subject) != judgement.value { return false }
    return LeadFilter.accepts(channel, lead.channel) && LeadFilter.accepts(county, lead.county)
      && LeadFilter.accepts(through, among: lead.channels)
      && LeadFilter.accepts(medium, among: lead.media)
      && LeadFilter.accepts(department, among: lead.departments)
  }

  /// The selection as a link writes it, `d=verify&c=C06&k=140922&t=o`; unknown is `-`.
  var query: String {
    var parts: [String] = []
    if let disposition { parts.append("d=" + disposition.rawValue) }
    LeadFilter.add("c", channel, to: &parts) { $0.code }
    LeadFilter.add("a", through, to: &parts) { String($0.rawValue) }
    LeadFilter.add("k", county, to: &parts) { $0.description }
    LeadFilter.add("m", medium, to: &parts) { String($0.rawValue) }
    LeadFilter.add("p", department, to: &parts) { String($0.rawValue) }
    if let topic { parts.append("t=" + topic.letter) }
    if let judgement { parts.append("v=\(judgement.subject.rawValue)\(judgement.value.letter)") }
    if let reason { parts.append("n=" + reason.rawValue) }
    return parts.joined(separator: "&")
  }

  private static func accepts<Value>(_ wanted: Wanted<Value>, _ value: Value?) -> Bool {
    switch wanted {
    case .any: true
    case .unknown: value == nil
    case .only(let one): value == one
    }
  }

  private static func accepts<Case>(_ wanted: Wanted<Case>, among set: CaseSet<Case>) -> Bool {
    switch wanted {
    case .any: true
    case .unknown: set.isEmpty
    case .only(let one): set.contains(one)
    }
  }

  private static func add<Value>(
    _ key: String, _ wanted: Wanted<Value>, to parts: inout [String],
    written: (Value) -> String
  ) {
    switch wanted {
    case .any: break
    case .unknown: parts.append(key + "=-")
    case .only(let one): parts.append(key + "=" + written(one))
    }
  }
}

/// How many leads a filter finds, and how many of them the page's list holds.
struct LeadCount {
  let filter: LeadFilter
  var all = 0
  var listed = 0

  init(_ filter: LeadFilter, among leads: some Sequence<LeadTraits>) {
    self.filter = filter
    for lead in leads where filter.matches(lead) {
      all += 1
      if lead.isListed { listed += 1 }
    }
  }
}

extension HTMLWriter {
  /// The number, as a link to exactly the leads it counts where the page lists them all.
  ///
  /// Without script the link leads to the list; with it the list shows the selection.
  mutating func count(_ count: LeadCount) {
    let number = Numeral.grouped(count.all)
    guard count.all > 0 else {
      element("span", .class("z"), text: number)
      return
    }
    guard count.all == count.listed else {
      text(number)
      return
    }
    element("a", .href("#leads"), .named("data-q", count.filter.query), text: number)
  }

  /// A cell with a linked number.
  mutating func countCell(_ count: LeadCount, class classes: String = "n") {
    element("td", .class(classes)) { $0.count(count) }
  }
}
