import Normalise
import Sample
import Vocabulary

/// An invented drop whose truth is known: who each record is about, and which event it tells of.
///
/// Made of obligors with the hazards of real names, events by Zipf's law, and records damaged at the
/// rates of `TrialRates`. Everything follows from the plan; the values of files and of the table are
/// the same, for both are written from the same cells.
package struct TrialDrop: Sendable {
  package let plan: TrialPlan
  let places: TrialPlaces
  let obligors: [TrialObligor]
  let events: [TrialEvent]
  /// How many records there are.
  package let count: Int

  /// Invents the obligors and the events; linear in the plan's records.
  package init(_ plan: TrialPlan) {
    self.plan = plan
    places = TrialPlaces(plan)
    var register = TrialRegister(plan, places)
    register.fill(max(200, plan.records * 11 / 20))
    obligors = register.obligors
    let events = TrialEvents(plan, obligors)
    self.events = events.all
    count = events.records
  }

  /// The files' paths below a workspace, in the order in which rows come.
  package var paths: [String] { TrialSource.allCases.map { $0.path(plan.quarter) } }

  /// What the drop's names and addresses call the regions they begin with.
  package var regions: [String] {
    [places.province, places.provinceShort] + places.cities.flatMap { [$0.name, $0.short] }
      + places.counties.map(\.name)
  }

  /// Calls `body` for every record, file after file, with its cells and its truth.
  func forEach(
    _ body: (TrialSource, [String], TrialTruth) throws -> Void
  ) rethrows {
    for source in TrialSource.allCases {
      var record = 0
      for event in events {
        let obligor = obligors[Int(event.obligor)]
        var occasion = 0
        for one in event.sources where one == source {
          var written = TrialRecord(source, event, obligor, occasion: occasion, self)
          let cells = written.cells(self)
          record += 1
          occasion += 1
          try body(
            source, cells,
            TrialTruth(
              file: source.rawValue, record: record,
              obligor: written.namesNobody ? -1 : event.obligor, lead: event.number,
              kind: obligor.kind.rawValue))
        }
      }
    }
  }

  /// Where an event took place: at its obligor's, or at a place of its own in the county.
  func site(of event: TrialEvent) -> TrialSite {
    let own = obligors[Int(event.obligor)].site
    guard event.place > 0 else { return own }
    var sequence = SeededSequence(
      seed: SeededSequence.mixed(UInt64(event.obligor) << 8 | UInt64(event.place)) ^ plan.seed)
    return TrialSite(county: Int(own.county), streets: 20, &sequence)
  }

  func authority(_ harm: SampleHarm, _ county: TrialCounty) -> String {
    switch harm.bureau {
    case .environment: "\(places.cities[county.city].name)生态环境局\(county.name.dropLast())分局"
    case .forestry: "\(county.name)林业局"
    case .land: "\(county.name)自然资源局"
    case .water: "\(county.name)水利局"
    case .agriculture: "\(county.name)农业农村局"
    case .housing: "\(county.name)住房和城乡建设管理局"
    }
  }

  func documentWord(_ harm: SampleHarm) -> String {
    switch harm.bureau {
    case .environment: "环罚"
    case .forestry: "林罚决字"
    case .land: "自然资罚"
    case .water: "水罚决字"
    case .agriculture: "农罚"
    case .housing: "住建罚字"
    }
  }
}

/// What a record is really about.
package struct TrialTruth: Sendable, Hashable {
  /// Place in `TrialDrop.paths`.
  package let file: Int
  /// Counted from 1 in its file; one line each, the header being the first.
  package let record: Int
  /// -1 where the record names nobody.
  package let obligor: Int32
  package let lead: Int32
  let kind: UInt8

  /// The word for the obligor's kind, such as `enterprise` or `person`.
  package var kindName: String { TrialObligor.Kind(rawValue: kind)?.name ?? "" }
}
