import Vocabulary

/// The events the sample is sure to hold, whatever the seed.
struct Scenes {
  let quarter: Quarter
  private var cast: Cast
  private var sequence: SeededSequence
  private var events: [SampleEvent] = []

  private init(_ quarter: Quarter, cast: Cast, seed: UInt64) {
    self.quarter = quarter
    self.cast = cast
    sequence = SeededSequence(seed: seed, part: "scenes \(quarter)")
  }

  /// The scenes of a quarter; those about parties and earlier cases are the third quarter's.
  static func events(_ quarter: Quarter, cast: inout Cast, seed: UInt64) -> [SampleEvent] {
    var scenes = Scenes(quarter, cast: cast, seed: seed)
    scenes.addSources()
    scenes.addPlaces()
    scenes.addSeverity()
    if quarter.ordinal == 3 {
      scenes.addParties()
      scenes.addEarlierCases()
      scenes.addCoordinates()
    }
    cast = scenes.cast
    return scenes.events
  }

  /// Adds an event of that case; `change` makes it what the case is.
  mutating func add(
    _ kind: SampleCase, _ sources: [SourceKind], by party: SampleParty? = nil,
    _ change: (inout SampleEvent, inout SeededSequence) -> Void = { _, _ in }
  ) {
    var event = SampleEvent.invented(
      party: party ?? cast.firm(), quarter: quarter, sources: sources, &sequence)
    event.cases = [kind]
    change(&event, &sequence)
    events.append(event)
  }

  private mutating func addSources() {
    for _ in 0..<3 { add(.severalSources, [.inspection, .penalty, .complaint, .transfer]) }
    for party in cast.returning { add(.sameObligorBothQuarters, [.inspection], by: party) }
    for _ in 0..<2 { add(.emergencySeries, [.emergency]) }
    add(.severalMedia, [.inspectorate]) { event, _ in
      event.overrides[.medium] = .text("水；大气；固废")
    }
    add(.severalMedia, [.complaint]) { event, _ in event.overrides[.medium] = .text("大气、噪声") }
    let firstDay = quarter.firstDay
    add(.overdueVerification, [.inspection]) { event, _ in
      event.occurred = firstDay.adding(days: 1)
    }
    add(.feedbackOverdue, [.transfer]) { event, _ in
      event.occurred = firstDay
      event.overrides[.received] = .day(firstDay.adding(days: 8))
      event.overrides[.transferred] = .day(firstDay.adding(days: 6))
      event.overrides[.feedbackDue] = .day(firstDay.adding(days: 68))
      event.overrides[.fedBack] = .text("否")
      event.overrides[.feedbackOn] = .empty
    }
    add(.feedbackGiven, [.transfer]) { event, _ in
      event.setDamage(yuan: 2600, basis: "专家评估")
      event.occurred = firstDay.adding(days: 2)
      event.overrides[.received] = .day(firstDay.adding(days: 10))
      event.overrides[.transferred] = .day(firstDay.adding(days: 9))
      event.overrides[.feedbackDue] = .day(firstDay.adding(days: 70))
      event.overrides[.fedBack] = .text("是")
      event.overrides[.feedbackOn] = .day(firstDay.adding(days: 41))
    }
    if quarter.ordinal == 3 {
      for _ in 0..<2 {
        add(.withdrawnPenalty, [.penalty]) { event, _ in event.overrides[.state] = .text("撤销") }
      }
    }
  }

  private mutating func addPlaces() {
    let zones = SampleZone.all
    for (yuan, basis) in [(1800, "专家评估"), (3000, "综合认定"), (960, "综合认定")] {
      add(.minorOutside, [.inspection]) { event, _ in
        event.setDamage(yuan: yuan, basis: basis)
        event.saysRedLine = "否"
      }
    }
    for (zone, yuan) in [(zones[0], 1200), (zones[4], 2950), (zones[2], 1998)] {
      add(.minorInside, [.inspection]) { event, sequence in
        event.move(to: zone.inside, county: zone.county, &sequence)
        event.setDamage(yuan: yuan, basis: "专家评估")
        event.saysRedLine = yuan == 2950 ? "是" : ""
      }
    }
    for zone in [zones[4], zones[5]] {
      add(.minorNearLine, [.inspection]) { event, sequence in
        event.move(to: zone.onLine, county: zone.county, &sequence)
        event.setDamage(yuan: 2200, basis: "综合认定")
        event.saysRedLine = ""
      }
    }
    for (zone, yuan) in [(zones[8], 2480), (zones[9], 26_400), (zones[7], 310_000)] {
      add(.inReserve, [.inspection]) { event, sequence in
        event.move(to: zone.inside, county: zone.county, &sequence)
        event.setDamage(yuan: yuan, basis: "鉴定评估报告")
        event.saysRedLine = ""
      }
    }
    if let hole = zones[0].inHole {
      add(.inHole, [.inspection]) { event, sequence in
        event.move(to: hole, county: zones[0].county, &sequence)
        event.setDamage(yuan: 1500, basis: "专家评估")
        event.saysRedLine = "否"
      }
    }
    add(.placeConflict, [.inspection]) { event, sequence in
      event.move(to: zones[6].inside, county: zones[6].county, &sequence)
      event.saysRedLine = "否"
    }
    add(.placeConflict, [.inspection]) { event, _ in event.saysRedLine = "是" }
  }

  private mutating func addSeverity() {
    for yuan in [8000, 2700] {
      add(.restored, [.inspection]) { event, _ in
        event.setDamage(yuan: yuan, basis: "专家评估")
        event.rectified = true
        event.restored = true
      }
    }
    add(.majorCentral, [.inspectorate]) { event, _ in
      event.overrides[.level] = .text("中央")
      event.overrides[.important] = .text("是")
      event.overrides[.assignedClaim] = .text("是")
      event.setDamage(yuan: 447_000, basis: "鉴定评估报告")
    }
    add(.majorProvincial, [.inspectorate]) { event, _ in
      event.overrides[.level] = .text("省级")
      event.overrides[.important] = .text("是")
    }
    let level = quarter.ordinal == 2 ? "Ⅲ级" : "较大"
    add(.majorEmergency, [.emergency]) { event, _ in event.overrides[.eventLevel] = .text(level) }
  }

  private mutating func addParties() {
    let similar = cast.similar()
    add(.similarNames, [.inspection], by: similar.0)
    add(.similarNames, [.inspection], by: similar.1)
    let oneCode = cast.oneCode()
    add(.oneCodeTwoNames, [.inspection], by: oneCode.0)
    add(.oneCodeTwoNames, [.inspection], by: oneCode.1)
    let namesakes = cast.namesakes()
    add(.sameNameOtherCounty, [.inspection], by: namesakes.0)
    add(.sameNameOtherCounty, [.inspection], by: namesakes.1)
    let family = cast.parentAndBranch()
    add(.branchAndParent, [.inspection], by: family.0)
    add(.branchAndParent, [.inspection], by: family.1)
    let trader = cast.first(.soleTrader)
    add(.soleTrader, [.inspection, .penalty], by: trader)
    let person = cast.first(.person)
    add(.maskedPerson, [.transfer, .penalty], by: person)
  }

  private mutating func addEarlierCases() {
    for (index, party) in cast.repeating.enumerated() {
      add(.repeatWithinTwoYears, [.inspection], by: party) { event, _ in
        event.setDamage(yuan: [2289, 15_190, 2900][index % 3], basis: "专家评估")
      }
    }
    for party in cast.longAgo {
      add(.repeatBeyondTwoYears, [.inspection], by: party) { event, _ in
        event.setDamage(yuan: 2100, basis: "综合认定")
      }
    }
    for party in cast.cleared {
      add(.priorWithoutDamage, [.inspection], by: party) { event, _ in
        event.setDamage(yuan: 2400, basis: "专家评估")
      }
    }
  }
}
