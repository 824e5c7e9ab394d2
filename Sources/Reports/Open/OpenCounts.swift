internal import Vocabulary

/// The counts of a quarter that everybody may know, each table decided with those it is tied to.
///
/// Tables divide all leads in one way each; what divides counties also adds up to dispositions, so these are
/// decided together. Dispositions come first and by themselves, so that later reports, which show them
/// again beside their own, withhold the same.
struct OpenCounts {
  /// One row of a division: its name and how many leads it has.
  struct Row {
    let name: String
    let count: OpenCount
  }

  /// A county with the leads for which initiating is proposed, and the others.
  struct County {
    let name: String
    let all: OpenCount
    let initiate: OpenCount
    let others: OpenCount
  }

  let leads: OpenCount
  let dispositions: [Disposition: OpenCount]
  let counties: [County]
  let channels: [Row]
  let media: [Row]
  let amounts: [Row]
  /// What stands out: name, count and, where it has one, the figure's name.
  let figures: [FigureName: OpenCount]
  /// Exceptions by kind, claims of a major case, and the like, each dividing its whole.
  let exceptions: [Row]
  let major: [Row]
  let deadlines: [Row]
  let transfers: [Row]
  let records: [Row]
  private let all: Int

  /// Counts the quarter and decides what of it may be known; a few passes over the leads.
  init(_ figures: ReportFigures) {
    let (report, traits, totals) = (figures.report, figures.traits, figures.totals)
    let all = traits.count
    func open(_ parts: [Int], of whole: Int = all) -> [OpenCount] {
      Suppression.parts(parts, of: whole)
    }
    func rows(_ parts: [(String, Int)], of whole: Int = all) -> [Row] {
      zip(parts, open(parts.map(\.1), of: whole)).map { Row(name: $0.0, count: $1) }
    }
    func count(_ topic: LeadTopic) -> Int { traits.count { $0.holds(topic) } }
    self.all = all
    leads = OpenCounts.whole(all)

    let kinds = Disposition.allCases
    let numbers = kinds.map { kind in traits.count { $0.disposition == kind } }
    let dispositions = Dictionary(uniqueKeysWithValues: zip(kinds, open(numbers)))
    self.dispositions = dispositions
    counties = OpenCounts.counties(figures, zip(kinds, numbers).map { ($0, $1) }, dispositions)

    let channels: [Channel?] = Channel.allCases + [nil]
    self.channels = rows(
      channels.map { channel in
        (channel?.wording.zh ?? "来源不明", traits.count { $0.channel == channel })
      })
    media = rows(
      Medium.allCases.map { medium in
        ("只涉及\(medium.term)", traits.count { $0.media == MediumSet(medium) })
      } + [
        ("涉及两个以上要素", traits.count { $0.media.count > 1 }),
        ("要素不明", traits.count { $0.media.isEmpty }),
      ])
    let amounts = rows(OpenCounts.bands(report.leads))
    self.amounts = amounts

    let status = open(
      LeadEntry.Status.allCases.map { one in report.leads.count { $0.status == one } })
    let exceptions = OpenCounts.exceptions(traits)
    self.exceptions = exceptions.rows
    major = rows(
      [Truth.true, .false, .unknown, .noRule].map { value in
        (value.wording.zh, traits.count { $0.value(of: .major) == value })
      })
    let due: [LeadTopic] = [.overdue, .dueSoon, .dueUnknown]
    let running = due.map(count)
    deadlines = rows(
      zip(due.map(\.term), running).map { ($0, $1) }
        + [("其余（期限未到或者不须核查）", all - running.reduce(0, +))])
    let (transferred, owed) = (count(.transfer), count(.feedbackOwed))
    transfers = rows(
      [("检察移送待反馈", owed), ("检察移送，已反馈或不须反馈", transferred - owed), ("不是检察机关移送", all - transferred)])
    let missing = count(.factsMissing)
    let facts = open([missing, all - missing])

    let taken = totals.opened + totals.merged
    records = rows(
      [("采用", taken), ("重复", totals.repeats), ("退回", totals.rejected)], of: totals.records)
    var named: [FigureName: OpenCount] = [
      .leads: leads, .leadsNew: status[0], .leadsChanged: status[1], .leadsOpen: status[2],
      .exceptions: exceptions.whole, .major: major[0].count, .overdue: deadlines[0].count,
      .dueSoon: deadlines[1].count, .feedbackOwed: transfers[0].count, .factsMissing: facts[0],
      .amountUnknown: amounts[amounts.count - 1].count, .files: .exact(totals.files),
      .records: OpenCounts.whole(totals.records), .repeats: records[1].count,
      .rejected: records[2].count,
    ]
    for (kind, count) in dispositions { named[kind.figure] = count }
    self.figures = named
  }

  /// A count that everything else is a part of.
  static func whole(_ count: Int) -> OpenCount {
    OpenCount.isSmall(count) ? .fewerThanThree : .exact(count)
  }

  /// The share of all leads, where both are told.
  func share(_ count: OpenCount) -> String {
    guard let number = count.number, leads.number != nil else { return "—" }
    return Numeral.percent(number, of: all) ?? "—"
  }

  // MARK: - Divisions

  /// Leads by amount; the limits are those that texts attach consequences to.
  private static func bands(_ leads: [LeadEntry]) -> [(String, Int)] {
    var counts = [0, 0, 0, 0]
    for lead in leads {
      switch lead.amount?.fen {
      case nil: counts[3] += 1
      case .some(...300_000): counts[0] += 1
      case .some(...30_000_000): counts[1] += 1
      case .some: counts[2] += 1
      }
    }
    return Array(zip(["不超过 3 千元", "3 千元以上不超过 30 万元", "30 万元以上", "金额未知"], counts))
  }

  /// Exceptions by kind, which make up the exceptions, which with the others make up all leads.
  private static func exceptions(_ traits: [LeadTraits]) -> (whole: OpenCount, rows: [Row]) {
    var counts = [0, 0, 0]
    for lead in traits {
      switch (lead.holds(.protectedPlace), lead.holds(.repeatOffender)) {
      case (true, false): counts[0] += 1
      case (false, true): counts[1] += 1
      case (true, true): counts[2] += 1
      case (false, false): break
      }
    }
    let names = ["位于红线或自然保护地", "同一义务人再次发生", "两者兼有", "没有认定为例外"]
    let whole = counts.reduce(0, +)
    let all = counts + [traits.count - whole, whole, traits.count]
    guard !OpenCount.isSmall(traits.count) else {
      return (.withheld, names.map { Row(name: $0, count: .withheld) })
    }
    let shown = Suppression(
      all,
      [
        CountNetwork.Sum(whole: 4, parts: [0, 1, 2]),
        CountNetwork.Sum(whole: 5, parts: [3, 4]),
      ], told: [5]
    ).shown
    return (shown[4], zip(names, shown).map { Row(name: $0, count: $1) })
  }

  /// Counties by whether initiating is proposed; those of other places together, then the unknown.
  private static func counties(
    _ figures: ReportFigures, _ numbers: [(Disposition, Int)],
    _ dispositions: [Disposition: OpenCount]
  ) -> [County] {
    let known = Set(figures.report.counties.map(\.code))
    let groups = figures.grouped { $0.county }
    var rows = figures.report.counties.map { ($0.name, groups[$0.code] ?? []) }
    let others = figures.traits.filter { $0.county.map { !known.contains($0) } ?? false }
    rows += [("辖区外", others), ("县区不明", groups[nil] ?? [])].filter { !$0.1.isEmpty }
    guard !OpenCount.isSmall(figures.traits.count) else {
      return rows.map { County(name: $0.0, all: .withheld, initiate: .withheld, others: .withheld) }
    }
    // First all leads, then the dispositions, then three counts a county.
    var counts = [figures.traits.count] + numbers.map(\.1)
    var sums = [CountNetwork.Sum(whole: 0, parts: Array(1...numbers.count))]
    var decided: [Int: OpenCount] = [:]
    for (place, one) in numbers.enumerated() { decided[place + 1] = dispositions[one.0] }
    let first = counts.count
    for (_, leads) in rows {
      let initiate = leads.count { $0.disposition == .initiate }
      sums.append(
        CountNetwork.Sum(whole: counts.count, parts: [counts.count + 1, counts.count + 2]))
      counts += [leads.count, initiate, leads.count - initiate]
    }
    let places = rows.indices.map { first + 3 * $0 }
    sums.append(CountNetwork.Sum(whole: 0, parts: places))
    if let initiate = numbers.firstIndex(where: { $0.0 == .initiate }) {
      sums.append(CountNetwork.Sum(whole: initiate + 1, parts: places.map { $0 + 1 }))
    }
    let told = Set([0] + decided.filter { $0.value.number != nil }.map(\.key))
    let shown = Suppression(counts, sums, told: told, decided: decided).shown
    return zip(rows, places).map { row, place in
      County(
        name: row.0, all: shown[place], initiate: shown[place + 1], others: shown[place + 2])
    }
  }
}
