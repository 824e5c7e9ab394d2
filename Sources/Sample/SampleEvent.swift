import Vocabulary

/// An invented harm event: what every record about it is written from.
struct SampleEvent {
  /// `nil` when nobody knows who did it.
  var party: SampleParty?
  /// Index in `SampleCounty.all`.
  var county: Int
  var place: String
  var point: Coordinate
  var harm: SampleHarm
  var facts: String
  var occurred: Day
  /// `nil` while nobody has put a figure to it.
  var damageFen: Int64?
  /// How the figure was found; empty without one.
  var basis = ""
  var rectified: Bool?
  var restored: Bool?
  /// What the source says of the red line; empty if nothing.
  var saysRedLine = ""
  /// Number of the penalty decision; empty if there is none.
  var document = ""
  var fineFen: Int64 = 0
  /// The sources that speak of it, in the order they came to know.
  var sources: [SourceKind]
  var cases: [SampleCase] = []
  /// Cells that replace what the sources would write.
  var overrides: [Item: Cell] = [:]

  /// Invents an event on one of the quarter's days but the last ten.
  static func invented(
    party: SampleParty, quarter: Quarter, sources: [SourceKind], _ sequence: inout SeededSequence
  ) -> SampleEvent {
    let kinds =
      party.kind == .person ? SampleTrade.ofPersons : SampleTrade.all[party.trade].harms
    let harm =
      sources.contains(.emergency)
      ? sequence.pick(SampleHarm.emergencies) : SampleHarm.all[sequence.pick(kinds)]
    let county = SampleCounty.all[party.county]
    let place = county.name + party.town + SampleCounty.village(&sequence)
    let lastOffset = quarter.lastDay.days(since: quarter.firstDay) - 10
    var event = SampleEvent(
      party: party, county: party.county, place: place, point: county.point(&sequence),
      harm: harm, facts: "", occurred: quarter.firstDay.adding(days: sequence.below(lastOffset)),
      sources: sources)
    event.facts = event.described(&sequence)
    event.assess(&sequence)
    if sequence.happens(88) {
      event.rectified = sequence.happens(55)
      if sequence.happens(90) { event.restored = event.rectified == true && sequence.happens(25) }
    }
    if sequence.happens(40) { event.saysRedLine = "否" }
    event.fineFen = Int64(sequence.between(2, 200)) * 100_000
    return event
  }

  private func described(_ sequence: inout SeededSequence) -> String {
    let quantity = sequence.between(harm.quantity.lowerBound, harm.quantity.upperBound)
    let river = sequence.pick(SampleCounty.all[county].rivers)
    var text = ""
    var rest = harm.facts[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      switch rest[rest.index(after: open)] {
      case "n": text += String(quantity)
      case "r": text += river
      default: text += place
      }
      rest = rest[rest.index(open, offsetBy: 3)...]
    }
    return text + rest
  }

  /// Puts a figure to the damage of some four events in ten, most of them small.
  private mutating func assess(_ sequence: inout SeededSequence) {
    switch sequence.below(100) {
    case ..<12:
      damageFen = Int64(sequence.between(300, 3000)) * 100
      basis = sequence.pick(["专家评估", "综合认定", "预估"])
    case ..<30:
      damageFen = Int64(sequence.between(3001, 50_000)) * 100
      basis = sequence.pick(["专家评估", "综合认定", "预估", "鉴定评估报告"])
    case ..<40:
      damageFen = Int64(sequence.between(500, 3000)) * 10_000
      basis = sequence.pick(["专家评估", "鉴定评估报告"])
    case ..<43:
      damageFen = Int64(sequence.between(500, 2600)) * 100_000
      basis = "鉴定评估报告"
    default: break
    }
  }

  /// Gives the event a figure found by a way the law accepts.
  mutating func setDamage(yuan: Int, basis: String) {
    damageFen = Int64(yuan) * 100
    self.basis = basis
  }

  /// Moves the event, and with it its county and address.
  mutating func move(to point: Coordinate, county: Int, _ sequence: inout SeededSequence) {
    self.point = point
    self.county = county
    let there = SampleCounty.all[county]
    place = there.name + sequence.pick(there.towns) + SampleCounty.village(&sequence)
    facts = described(&sequence)
  }
}
