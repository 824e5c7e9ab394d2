internal import Vocabulary

/// The counts of a quarter that outputs state, all made by filters over the leads' traits.
package struct ReportFigures {
  let report: QuarterReport
  let traits: [LeadTraits]
  /// Records of the drop's files, by what became of them.
  let totals: ReportTotals
  /// Counties of the jurisdiction in code order, then others that leads name, then the unknown one
  /// (`nil`) if any lead has it.
  let counties: [(code: DivisionCode?, name: String)]

  /// The figures of the report; one pass over its leads, and one a figure.
  package init(_ report: QuarterReport) {
    self.init(report, traits: ReportFigures.traits(of: report))
  }

  /// What the report's leads are counted by.
  static func traits(of report: QuarterReport) -> [LeadTraits] {
    var traits = report.leads.map { LeadTraits($0, asOf: report.asOf) }
    guard let map = report.map else { return traits }
    for mark in map.marks { traits[mark.lead].onMap = mark.verdict }
    for (number, cluster) in MapClusters(map.marks).numbered {
      for mark in cluster.marks { traits[mark.lead].cluster = number }
    }
    return traits
  }

  init(_ report: QuarterReport, traits: [LeadTraits]) {
    self.report = report
    self.traits = traits
    totals = ReportTotals(report)
    counties = ReportFigures.counties(of: report)
  }

  private static func counties(
    of report: QuarterReport
  ) -> [(code: DivisionCode?, name: String)] {
    let known = Set(report.counties.map(\.code))
    var rows: [(code: DivisionCode?, name: String)] = report.counties.map { ($0.code, $0.name) }
    var others: [DivisionCode: String] = [:]
    for lead in report.leads {
      guard let county = lead.county, !known.contains(county) else { continue }
      others[county] = lead.countyTerm
    }
    rows += others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if report.leads.contains(where: { $0.county == nil }) { rows.append((nil, "县区不明")) }
    return rows
  }

  /// Leads that the filter finds; one pass over all leads.
  func count(_ filter: LeadFilter) -> LeadCount { LeadCount(filter, among: traits) }

  func count(_ topic: LeadTopic) -> LeadCount { count(LeadFilter(topic: topic)) }

  func count(_ disposition: Disposition) -> LeadCount {
    count(LeadFilter(disposition: disposition))
  }

  /// All leads of the quarter.
  var everyLead: LeadCount { count(LeadFilter()) }

  /// Indexes of the leads for which the topic holds, in the report's order.
  func leads(_ topic: LeadTopic) -> [Int] {
    traits.indices.filter { traits[$0].holds(topic) }
  }

  /// Leads grouped by one trait, so that a row of a table is counted over its own leads only.
  func grouped<Key: Hashable>(by key: (LeadTraits) -> Key) -> [Key: [LeadTraits]] {
    Dictionary(grouping: traits, by: key)
  }

  /// How many leads of the quarter before had that disposition; `nil` if that is not known.
  func previous(_ disposition: Disposition) -> Int? { report.previous?.leads(with: disposition) }

  /// The sum of the known damage amounts of these leads; `nil` if none is known.
  func knownAmount(of leads: some Sequence<LeadEntry>) -> Money? {
    var total: Money?
    for amount in leads.lazy.compactMap(\.amount) {
      let (sum, overflow) = (total?.fen ?? 0).addingReportingOverflow(amount.fen)
      total = Money(fen: overflow ? .max : sum)
    }
    return total
  }
}

extension QuarterFigures {
  /// How many leads had that disposition.
  ///
  /// `nil` if the figures are silent about it and do not add up without it.
  func leads(with disposition: Disposition) -> Int? {
    if let known = byDisposition[disposition] { return known }
    return byDisposition.values.reduce(0, +) == leads ? 0 : nil
  }
}
