import Leads
import Testing
import Vocabulary

@Suite("Leads")
struct LeadTests {
  /// From the source whose word weighs most.
  private static let byWeight: [SourceKind] = [
    .penalty, .inspection, .inspectorate, .emergency, .transfer, .complaint,
  ]

  @Test("take the word of the weightier source, whichever was taken in first")
  func precedence() throws {
    for (place, heavier) in LeadTests.byWeight.enumerated() {
      for lighter in LeadTests.byWeight.dropFirst(place + 1) {
        // A later day of the lighter source changes nothing.
        let heavy = Said(
          kind: heavier, days: [.occurrence: "2026-07-01", .discovery: "2026-07-02"],
          county: "140981")
        let light = Said(
          kind: lighter, days: [.occurrence: "2026-08-01", .discovery: "2026-09-02"],
          county: "140922")
        for records in [[heavy, light], [light, heavy]] {
          let lead = try lead(records)
          let row = records[0].kind == heavier ? 0 : 1
          #expect(lead.occurrence?.value == (try Day("2026-07-01")))
          #expect(lead.occurrence?.row == row)
          #expect(lead.county?.value == DivisionCode("140981"))
          #expect(lead.occurrence?.others.map(\.value) == [try Day("2026-08-01")])
          #expect(lead.occurrence?.others.map(\.row) == [1 - row])
          #expect(lead.occurrence?.isDisputed == true)
        }
      }
    }
  }

  @Test("take the later report of one kind of source, and of one day the one taken in later")
  func corrections() throws {
    let first = Said(days: [.discovery: "2026-07-20"], texts: [.place: "甲村"])
    let second = Said(days: [.discovery: "2026-07-10"], texts: [.place: "乙村"])
    let third = Said(days: [.discovery: "2026-07-20"], texts: [.place: "丙村"])
    let undated = Said(texts: [.place: "丁村"])
    let table = try table([first, second, third, undated])
    let place = try #require(try lead(table).place)
    #expect(table.texts.string(place.value) == "丙村")
    #expect(place.row == 2)
    #expect(place.others.map { table.texts.string($0.value) } == ["甲村", "乙村", "丁村"])
    #expect(place.others.map(\.row) == [0, 1, 3])
  }

  @Test(
    "know the day a record speaks from by decision, registration, or the event itself",
    arguments: [
      [DayField.decision, .discovery, .transferReceived, .reportReceived, .occurrence]
    ])
  func speakingDay(order: [DayField]) throws {
    for (place, field) in order.enumerated() {
      // The weightier field is earlier than anything else says, and yet it is what counts.
      var days: [DayField: String] = [field: "2026-07-01"]
      for other in order.dropFirst(place + 1) { days[other] = "2026-09-01" }
      let one = Said(days: days, county: "140981")
      let other = Said(days: [.decision: "2026-08-01"], county: "140922")
      #expect(try lead([one, other]).county?.row == 1)
      days[field] = "2026-08-02"
      #expect(try lead([Said(days: days, county: "140981"), other]).county?.row == 0)
    }
  }

  @Test("list no record among the losers that says the same, and nobody where nobody speaks")
  func agreement() throws {
    let records = ["140981", "140981", "140922", "140981", "140922"].map { Said(county: $0) }
    let agreed = try lead([records[0], records[1], Said()])
    #expect(agreed.county?.isDisputed == false)
    #expect(agreed.county?.others == [])
    let disputed = try lead(records)
    #expect(disputed.county?.row == 4)
    #expect(disputed.county?.others.map(\.row) == [3, 1, 0])
    let silent = try lead([Said(), Said()])
    #expect(silent.county == nil)
    #expect(silent.place == nil)
    #expect(silent.partyName == nil)
    #expect(silent.creditCode == nil)
    #expect(silent.occurrence == nil)
    #expect(silent.closed == nil)
    #expect(silent.feedbackDue == nil)
    #expect(silent.emergencyLevel == nil)
    #expect(silent.destructionLevel == nil)
    #expect(silent.restorationRoute == nil)
    #expect(silent.amountEstimate == nil)
    #expect(silent.amountDetermined == nil)
    #expect(silent.disputedAmounts == [])
    #expect(silent.points == [])
    #expect(TruthField.allCases.allSatisfy { silent.truth($0) == .unknown })
    #expect(TruthField.allCases.allSatisfy { silent.rows(of: $0) == [] })
  }

  @Test("were discovered on the first day that any record registers")
  func discovery() throws {
    let lead = try lead([
      Said(kind: .penalty, days: [.decision: "2026-06-01", .occurrence: "2026-05-01"]),
      Said(days: [.discovery: "2026-07-20"]),
      Said(kind: .transfer, days: [.transferReceived: "2026-07-05"]),
      Said(kind: .complaint, days: [.reportReceived: "2026-07-03"]),
      Said(kind: .complaint, days: [.reportReceived: "2026-07-03"]),
      Said(kind: .transfer, days: [.transferReceived: "2026-07-04"]),
    ])
    #expect(lead.discovery?.value == (try Day("2026-07-03")))
    #expect(lead.discovery?.row == 3)
    #expect(!lead.discoveryIsScreening)
    #expect(lead.transferReceived?.value == (try Day("2026-07-04")))
    #expect(lead.transferReceived?.row == 5)
    #expect(lead.reportReceived?.row == 3)
  }

  @Test("were discovered by the screening where no record registers a day")
  func screening() throws {
    let lead = try lead([
      Said(kind: .penalty, days: [.decision: "2026-06-01", .occurrence: "2026-05-01"]),
      Said(kind: .penalty, days: [.rectified: "2026-06-02", .closed: "2026-06-03"]),
    ])
    #expect(lead.discovery?.value == (try Day("2026-10-08")))
    #expect(lead.discovery?.row == 0)
    #expect(lead.discoveryIsScreening)
    #expect(lead.transferReceived == nil)
  }

  @Test("keep every place, medium and channel, and the channel of the record that opened them")
  func unions() throws {
    let here = Point(longitude: 112.7, latitude: 38.4, uncertaintyMetres: 10)
    let there = Point(longitude: 112.8, latitude: 38.5, uncertaintyMetres: 50)
    let lead = try lead([
      Said(kind: .complaint, media: MediumSet(.water), channels: [.crime], point: here),
      Said(kind: .penalty, media: MediumSet(.forest, .water)),
      Said(kind: .inspection, point: there),
    ])
    #expect(lead.points == [here, there])
    #expect(lead.pointRows(of: .damageArea) == [0, 2])
    #expect(lead.media == MediumSet(.water, .forest))
    #expect(lead.channels == ChannelSet(.complaint, .crime, .penalty, .routineInspection))
    #expect(lead.firstChannel == .complaint)
    #expect(lead.rows == [0, 1, 2])
  }

  @Test(
    "take a state that develops from the latest day that speaks of it, in any order",
    arguments: [
      TruthField.rectified, .restored, .caseClosed, .fedBack, .withdrawn, .damageConfirmed,
    ])
  func developing(field: TruthField) throws {
    let early = Said(kind: .penalty, days: [.decision: "2026-07-01"], truths: [field: .false])
    let late = Said(kind: .complaint, days: [.reportReceived: "2026-09-01"], truths: [field: .true])
    let silent = Said(days: [.discovery: "2026-09-30"])
    let undated = Said(truths: [field: .false])
    for records in [[early, late, silent, undated], [undated, silent, late, early]] {
      let lead = try lead(records)
      #expect(lead.truth(field) == .true)
      #expect(
        lead.rows(of: field) == records.indices.filter { records[$0].truths[field] != nil })
    }
    // Two records of the latest day that contradict each other leave it open.
    var same = late
    same.truths = [field: .false]
    #expect(try lead([early, late, same]).truth(field) == .unknown)
    #expect(try lead([early, late, late]).truth(field) == .true)
  }

  @Test(
    "leave open what their records contradict each other about, whichever is later",
    arguments: TruthField.allCases.filter {
      ![.rectified, .restored, .caseClosed, .fedBack, .withdrawn, .damageConfirmed].contains($0)
    })
  func contradiction(field: TruthField) throws {
    let yes = Said(days: [.discovery: "2026-07-01"], truths: [field: .true])
    let no = Said(days: [.discovery: "2026-09-01"], truths: [field: .false])
    for records in [[yes, no], [no, yes], [yes, yes, no]] {
      let lead = try lead(records)
      #expect(lead.truth(field) == .unknown)
      #expect(lead.rows(of: field) == Array(records.indices))
    }
    #expect(try lead([yes, Said(), yes]).truth(field) == .true)
    #expect(try lead([Said(), no]).truth(field) == .false)
    #expect(try lead([Said(), no]).rows(of: field) == [1])
  }

  @Test("do not depend on the order in which their rows are given")
  func order() throws {
    var random = SeededGenerator(state: 31)
    for _ in 0..<300 {
      let records = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        randomSaid(using: &random)
      }
      let table = try table(records)
      let screening = try Day("2026-10-08")
      let straight = Lead(table, rows: Array(0..<table.count), screeningDay: screening)
      let rows = Array(0..<table.count).shuffled(using: &random)
      let shuffled = Lead(table, rows: rows, screeningDay: screening)
      #expect(straight.county == shuffled.county)
      #expect(straight.occurrence == shuffled.occurrence)
      #expect(straight.discovery?.value == shuffled.discovery?.value)
      #expect(straight.amountEstimate == shuffled.amountEstimate)
      #expect(straight.amountDetermined == shuffled.amountDetermined)
      #expect(straight.disputedAmounts == shuffled.disputedAmounts)
      #expect(TruthField.allCases.allSatisfy { straight.truth($0) == shuffled.truth($0) })
      #expect(straight.amountDetermined == nil || straight.disputedAmounts.isEmpty)
      #expect((straight.amountDetermined == nil) == (straight.amountBasis == nil))
      #expect(straight.amountBasis?.value != .estimate)
    }
  }

  private func randomSaid(using random: inout SeededGenerator) -> Said {
    let days = ["2026-07-01", "2026-07-02", "2026-07-03"]
    var said = Said()
    said.kind = LeadTests.byWeight.randomElement(using: &random) ?? .penalty
    for field in [DayField.occurrence, .discovery, .decision] where Bool.random(using: &random) {
      said.days[field] = days.randomElement(using: &random)
    }
    for field in [TruthField.rectified, .substantiated, .damageConfirmed]
    where Bool.random(using: &random) { said.truths[field] = Truth(.random(using: &random)) }
    if Bool.random(using: &random) {
      said.amount = ["0", "3000", "3000.01"].randomElement(using: &random)
    }
    said.basis = (DamageBasis.allCases + [nil, nil]).randomElement(using: &random) ?? nil
    said.county = ["140981", "140922", nil].randomElement(using: &random) ?? nil
    return said
  }
}

@Suite("Damage amounts of a lead")
struct DamageAmountTests {
  private func amounts(_ said: [(String, DamageBasis?)]) throws -> Lead {
    try lead(said.map { Said(amount: $0.0, basis: $0.1) })
  }

  @Test("without a basis, or with an estimate for one, are never determined")
  func estimates() throws {
    let lead = try amounts([("5000", nil), ("4000", .estimate)])
    #expect(lead.amountDetermined == nil)
    #expect(lead.amountBasis == nil)
    // Of one kind and day the record taken in later corrects the earlier.
    #expect(lead.amountEstimate?.value == Money(yuan: "4000"))
    #expect(lead.amountEstimate?.others.map(\.row) == [0])
    #expect(lead.disputedAmounts == [])
  }

  @Test(
    "are those of the highest standing, whatever is estimated beside them",
    arguments: [
      ([DamageBasis.expertAssessment, .appraisalReport], 1),
      ([.appraisalReport, .comprehensiveDetermination, .expertAssessment], 0),
      ([.expertAssessment, .comprehensiveDetermination], 1),
      ([.comprehensiveDetermination, .estimate], 0), ([.estimate, .expertAssessment], 1),
    ])
  func standing(bases: [DamageBasis], best: Int) throws {
    let lead = try amounts(bases.enumerated().map { ("\(1000 + $0.offset)", $0.element) })
    #expect(lead.amountDetermined?.row == best)
    #expect(lead.amountDetermined?.value == Money(yuan: "\(1000 + best)"))
    #expect(lead.amountBasis?.value == bases[best])
    #expect(lead.amountBasis?.row == best)
    // What was determined on a lower standing is kept beside it, an estimate is not.
    let lower = bases.indices.filter { $0 != best && bases[$0] != .estimate }
    #expect(lead.amountDetermined?.others.map(\.row) == lower)
  }

  @Test("that differ in one standing are unknown, and both are kept for a person to judge")
  func disputed() throws {
    let lead = try amounts([
      ("3000", .appraisalReport), ("3000.01", .appraisalReport), ("3000", .expertAssessment),
      ("2900", .estimate),
    ])
    #expect(lead.amountDetermined == nil)
    #expect(lead.amountBasis == nil)
    #expect(lead.disputedAmounts.map(\.row) == [1, 0])
    #expect(lead.amountEstimate?.value == Money(yuan: "2900"))
    // A dispute below the highest standing disturbs nobody.
    let settled = try amounts([
      ("1", .expertAssessment), ("2", .expertAssessment), ("3", .appraisalReport),
    ])
    #expect(settled.amountDetermined?.row == 2)
    #expect(settled.disputedAmounts == [])
  }

  @Test("that agree are determined, by the word that weighs most")
  func agreeing() throws {
    let lead = try lead([
      Said(kind: .complaint, amount: "3000", basis: .appraisalReport),
      Said(kind: .penalty, amount: "3000.00", basis: .appraisalReport),
    ])
    #expect(lead.amountDetermined?.value == Money(fen: 300_000))
    #expect(lead.amountDetermined?.row == 1)
    #expect(lead.disputedAmounts == [])
  }

  @Test("of zero are an amount")
  func zero() throws {
    #expect(try amounts([("0", .appraisalReport)]).amountDetermined?.value == Money(fen: 0))
    #expect(try amounts([("0", nil)]).amountEstimate?.value == Money(fen: 0))
  }
}
