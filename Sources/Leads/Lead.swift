package import Vocabulary

/// One harm event, however many records speak of it: its values with the records that gave them.
package struct Lead: Sendable {
  /// Rows of the table in the order they were taken in; the first opened the lead.
  package let rows: [Int]
  /// Those of `rows` that no newer version replaces.
  package let currentRows: [Int]
  /// This and the texts: by precedence of the records; `nil` where none says anything.
  package let county: Chosen<DivisionCode>?
  package let place: Chosen<TextID>?
  package let partyName: Chosen<TextID>?
  package let creditCode: Chosen<TextID>?
  /// Every place that a record gives, in row order; none is preferred.
  package let points: [Point]
  /// The row that gave each of `points`, and what the place is to the event.
  private let pointRows: [Int]
  private let pointRoles: [PlaceRole]
  /// All media and all channels of the records.
  package let media: MediumSet
  /// The rows whose media are taken.
  package let mediaRows: [Int]
  package let channels: ChannelSet
  /// The channel of the record that opened the lead.
  package let firstChannel: Channel?
  /// When the act took place, by precedence.
  package let occurrence: Chosen<Day>?
  /// The first registration by a competent department; see `discoveryIsScreening`.
  package let discovery: Chosen<Day>?
  /// Whether no record states a registration, so that the day of screening counts.
  package let discoveryIsScreening: Bool
  /// The earliest stated.
  package let transferReceived: Chosen<Day>?
  /// The earliest stated.
  package let reportReceived: Chosen<Day>?
  package let feedbackDue: Chosen<Day>?
  package let closed: Chosen<Day>?
  private let investigationEnd: Chosen<Day>?
  private let appraisalCommission: Chosen<Day>?
  private let negotiationServed: Chosen<Day>?
  /// An amount with no basis but an estimate, by precedence.
  package let amountEstimate: Chosen<Money>?
  /// An amount arrived at by assessment or appraisal, of the highest standing; `nil` also where two
  /// of that standing differ.
  package let amountDetermined: Chosen<Money>?
  /// How `amountDetermined` was arrived at.
  package let amountBasis: Chosen<DamageBasis>?
  /// Two amounts of the same standing that differ, so that none was taken.
  package let disputedAmounts: [Chosen<Money>.Said]
  package let emergencyLevel: Chosen<EventLevel>?
  package let destructionLevel: Chosen<EventLevel>?
  package let restorationRoute: Chosen<RestorationRoute>?
  private let truths: [Truth]
  private let truthRows: [[Int]]
  private let versions: RecordVersions
  /// What people found out and decided, which goes before what records say; `nil` for nothing.
  package let verification: Verification?

  /// Assembles the lead of these rows.
  ///
  /// `rows` must not be empty. `screeningDay` is the as-of day of the run that took the first record
  /// in: the day of discovery where no record states one (山西办法 article 9 counts from 筛查发现).
  /// Of the versions of one record the newest that states a value counts, as if the earlier ones
  /// had been silent: a deadline keeps its first trigger unless that day itself was corrected.
  package init(
    _ table: RecordTable, rows: [Int], screeningDay: Day,
    versions: RecordVersions = RecordVersions(), verification: Verification? = nil
  ) {
    self.rows = rows
    self.versions = versions
    self.verification = verification
    currentRows = rows.filter { !versions.isSuperseded($0) }
    let ranked = rows.map { (Precedence(table, $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    func chosen<Value>(_ value: (Int) -> Value?) -> Chosen<Value>? {
      Chosen(
        versions.speaking(ranked) { value($0) != nil }
          .compactMap { row in value(row).map { .init(value: $0, row: row) } })
    }
    func text(_ field: TextField) -> Chosen<TextID>? {
      chosen { row in
        let text = table.text(field, row)
        return text.isMissing ? nil : text
      }
    }
    func earliest(_ fields: [DayField]) -> Chosen<Day>? {
      var best: Chosen<Day>.Said?
      for row in rows {
        for field in fields {
          guard let day = table.day(field, row),
            versions.isLastWord(of: row, { table.day(field, $0) != nil })
          else { continue }
          if best.map({ day < $0.value }) ?? true { best = .init(value: day, row: row) }
        }
      }
      return best.flatMap { Chosen([$0]) }
    }
    county = chosen { table.division($0) }
    place = text(.place)
    partyName = text(.partyName)
    creditCode = text(.creditCode)
    let placed = versions.speaking(rows) { table.point($0) != nil }
      .compactMap { row in table.point(row).map { (row, $0) } }
    points = placed.map(\.1)
    pointRows = placed.map(\.0)
    pointRoles = pointRows.map { table.placeRole($0) }
    mediaRows = versions.speaking(rows) { !table.media[$0].isEmpty }
    media = mediaRows.reduce(into: MediumSet()) { $0.formUnion(table.media[$1]) }
    channels = versions.speaking(rows) { !table.channels[$0].isEmpty }
      .reduce(into: ChannelSet()) { $0.formUnion(table.channels[$1]) }
    firstChannel = rows.first.flatMap { table.source[$0].channel }
    occurrence = chosen { table.day(.occurrence, $0) }
    let registered = earliest([.discovery, .transferReceived, .reportReceived])
    discovery = registered ?? Chosen([.init(value: screeningDay, row: rows[0])])
    discoveryIsScreening = registered == nil
    transferReceived = earliest([.transferReceived])
    reportReceived = earliest([.reportReceived])
    feedbackDue = chosen { table.day(.feedbackDue, $0) }
    closed = chosen { table.day(.closed, $0) }
    investigationEnd = chosen { table.day(.investigationEnd, $0) }
    appraisalCommission = chosen { table.day(.appraisalCommission, $0) }
    negotiationServed = chosen { table.day(.negotiationServed, $0) }
    emergencyLevel = chosen { table.emergencyLevel($0) }
    destructionLevel = chosen { table.destructionLevel($0) }
    restorationRoute = chosen { table.restorationRoute($0) }
    let amounts = DamageAmounts(
      table, ranked: versions.speaking(ranked) { table.amount(.damage, $0) != nil })
    amountEstimate = amounts.estimate
    amountDetermined = amounts.determined
    amountBasis = amounts.basis
    disputedAmounts = amounts.disputed
    var truths: [Truth] = []
    var truthRows: [[Int]] = []
    for field in TruthField.allCases {
      let speaking =
        table.speaks(of: field)
        ? versions.speaking(rows) { table.truth(field, $0) != .unknown } : []
      let (value, from) = Lead.combined(field, table, speaking)
      truths.append(value)
      truthRows.append(from)
    }
    self.truths = truths
    self.truthRows = truthRows
  }

  /// The day that is taken for a field; `nil` for one of which a lead keeps none.
  package func day(of field: DayField) -> Chosen<Day>? {
    switch field {
    case .occurrence: occurrence
    case .discovery: discovery
    case .transferReceived: transferReceived
    case .reportReceived: reportReceived
    case .feedbackDue: feedbackDue
    case .closed: closed
    case .investigationEnd: investigationEnd
    case .appraisalCommission: appraisalCommission
    case .negotiationServed: negotiationServed
    case .decision, .rectified, .feedback: nil
    }
  }

  /// The places of one kind that records give, in row order.
  package func points(of role: PlaceRole) -> [Point] {
    points.indices.filter { pointRoles[$0] == role }.map { points[$0] }
  }

  /// The rows that gave the places of one kind.
  package func pointRows(of role: PlaceRole) -> [Int] {
    points.indices.filter { pointRoles[$0] == role }.map { pointRows[$0] }
  }

  /// What the records say of a yes-or-no field; unknown also where they contradict each other.
  package func truth(_ field: TruthField) -> Truth { truths[Int(field.rawValue)] }

  /// The rows that say anything of the field.
  package func rows(of field: TruthField) -> [Int] { truthRows[Int(field.rawValue)] }

  /// The rows among which no newer version of one says anything of the matter itself.
  package func speaking(_ says: (Int) -> Bool) -> [Int] { versions.speaking(rows, says) }

  /// The rows of the lead whose record none of `rows` is a version of.
  package func silentRows(besides rows: [Int]) -> [Int] {
    let speaking = Set(rows.map { versions.newest(of: $0) })
    return currentRows.filter { !speaking.contains(versions.newest(of: $0)) }
  }

  /// A state that develops is taken from the latest day that speaks of it; anything else must be
  /// agreed.
  ///
  /// `all` are the rows that say anything of the field.
  private static func combined(_ field: TruthField, _ table: RecordTable, _ all: [Int])
    -> (Truth, [Int])
  {
    guard !all.isEmpty else { return (.unknown, []) }
    var speaking = all
    if develops(field) {
      let latest = speaking.map { table.dayOfWord($0)?.number ?? .min }.max()
      speaking.removeAll { (table.dayOfWord($0)?.number ?? .min) != latest }
    }
    let first = table.truth(field, speaking[0])
    return speaking.allSatisfy { table.truth(field, $0) == first } ? (first, all) : (.unknown, all)
  }

  private static func develops(_ field: TruthField) -> Bool {
    switch field {
    case .rectified, .restored, .caseClosed, .fedBack, .withdrawn, .damageConfirmed: true
    default: false
    }
  }
}

/// The damage amounts of a lead: estimates and determined amounts are never mixed.
private struct DamageAmounts {
  var estimate: Chosen<Money>?
  var determined: Chosen<Money>?
  var basis: Chosen<DamageBasis>?
  var disputed: [Chosen<Money>.Said] = []

  /// An appraisal report outweighs a comprehensive determination, that an expert's assessment; two
  /// different amounts of the highest standing leave the amount unknown.
  ///
  /// `ranked` are the rows whose amount counts; the basis is that of the row that states the amount.
  init(_ table: RecordTable, ranked: [Int]) {
    var estimates: [Chosen<Money>.Said] = []
    var byStanding: [DamageBasis: [Chosen<Money>.Said]] = [:]
    for row in ranked {
      guard let amount = table.amount(.damage, row) else { continue }
      let said = Chosen<Money>.Said(value: amount, row: row)
      if let basis = table.damageBasis(row), basis != .estimate {
        byStanding[basis, default: []].append(said)
      } else {
        estimates.append(said)
      }
    }
    estimate = Chosen(estimates)
    let standings: [DamageBasis] = [
      .appraisalReport, .comprehensiveDetermination, .expertAssessment,
    ]
    guard let best = standings.first(where: { byStanding[$0] != nil }), let said = byStanding[best],
      let chosen = Chosen(said)
    else { return }
    if chosen.isDisputed {
      disputed = said
    } else {
      // What was determined on a lower standing is kept beside it.
      determined = Chosen(standings.flatMap { byStanding[$0] ?? [] })
      basis = Chosen([.init(value: best, row: chosen.row)])
    }
  }
}
