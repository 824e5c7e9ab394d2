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
  var amount: AmountBand?
  var due: DueBand?
  /// What the map shows of it; unknown is what is not on the map.
  var onMap = Wanted<MapVerdict>.any
  /// The mark for several leads that it stands in.
  var cluster: Int?

  func matches(_ lead: LeadTraits) -> Bool {
    if let disposition, lead.disposition != disposition { return false }
    if let topic, !lead.holds(topic) { return false }
    if let reason, lead.reason != reason { return false }
    if let judgement, lead.value(of: judgement.subject) != judgement.value { return false }
    if let amount, lead.amount != amount { return false }
    if let due, lead.due != due { return false }
    if let cluster, lead.cluster != cluster { return false }
    return LeadFilter.accepts(channel, lead.channel) && LeadFilter.accepts(county, lead.county)
      && LeadFilter.accepts(onMap, lead.onMap)
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
    if let amount { parts.append("b=\(amount.rawValue)") }
    if let due { parts.append("e=\(due.rawValue)") }
    LeadFilter.add("g", onMap, to: &parts) { String($0.rawValue) }
    if let cluster { parts.append("x=\(cluster)") }
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

  /// Whether the page can link it to exactly its leads: there are some, and the list has them all.
  var isLinked: Bool { all > 0 && all == listed }

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
  /// A headline figure carries its name, under which other outputs have it too.
  mutating func count(_ count: LeadCount, _ name: FigureName? = nil) {
    if let name {
      raw("<span data-figure=\"")
      text(name.rawValue)
      raw("\">")
    }
    let number = Numeral.grouped(count.all)
    if count.all == 0 {
      element("span", .class("z"), text: number)
    } else if count.isLinked {
      raw("<a href=\"#leads\" data-q=\"")
      text(count.filter.query)
      raw("\">")
      text(number)
      raw("</a>")
    } else {
      text(number)
    }
    if name != nil { raw("</span>") }
  }

  /// A cell with a linked number.
  mutating func countCell(
    _ count: LeadCount, class classes: String = "n", name: FigureName? = nil
  ) {
    element("td", .class(classes)) { $0.count(count, name) }
  }
}
