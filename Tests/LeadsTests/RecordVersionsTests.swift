import Law
import Leads
import Testing
import Vocabulary

@Suite("Versions of a record")
struct RecordVersionsTests {
  private func join(_ earlier: Int, _ later: Int, _ rule: JoinRule = .newVersion) -> Join {
    Join(earlier: earlier, later: later, rule: rule, evidence: "")
  }

  /// Row `n` was brought by drop `n + 1` and not stated since.
  private func chain(_ length: Int) -> RecordVersions {
    RecordVersions(
      (1..<length).map { join($0 - 1, $0) }, stated: (1...Int32(length)).map { $0 })
  }

  private static func unversioned(_ records: [Said]) throws -> Lead { try lead(table(records)) }

  @Test("the version of the latest drop counts, and every step is told")
  func chainOfThree() {
    let versions = chain(3)
    #expect((0..<3).map { versions.isSuperseded($0) } == [true, true, false])
    #expect((0..<3).map { versions.newest(of: $0) } == [2, 2, 2])
    #expect(versions.steps(among: [0, 1, 2]).map(\.earlier) == [0, 1])
    #expect(versions.steps(among: [0, 1, 2]).map(\.later) == [1, 2])
  }

  @Test("a record that goes back to its first version is again what it was")
  func back() {
    let versions = RecordVersions([join(0, 1)], stated: [3, 2])
    #expect(!versions.isSuperseded(0))
    #expect(versions.isSuperseded(1))
    #expect(versions.steps(among: [0, 1]).map(\.earlier) == [1])
  }

  @Test("versions that one drop states together count equally")
  func together() {
    let versions = RecordVersions([join(0, 1), join(0, 2)], stated: [1, 2, 2])
    #expect((0..<3).map { versions.isSuperseded($0) } == [true, false, false])
    let both = RecordVersions([join(0, 1)], stated: [2, 2])
    #expect((0..<2).map { both.isSuperseded($0) } == [false, false])
    #expect(both.steps(among: [0, 1]).isEmpty)
  }

  @Test("joins by other rules make no versions")
  func otherJoins() {
    let versions = RecordVersions([join(0, 1, .recordNumber)], stated: [1, 2])
    #expect(!versions.isSuperseded(0))
    #expect(versions.newest(of: 0) == 0)
  }

  @Test("an amended amount replaces the earlier one, a basis with it; nothing is disputed")
  func amendedAmount() throws {
    let table = try table([
      Said(kind: .transfer, amount: "5000.00", basis: .expertAssessment),
      Said(kind: .transfer, amount: "8000.00", basis: .expertAssessment),
    ])
    let apart = try lead(table)
    #expect(apart.amountDetermined == nil)
    #expect(apart.disputedAmounts.count == 2)
    let amended = try lead(table, versions: chain(2))
    #expect(amended.amountDetermined?.value == Money(yuan: "8000.00"))
    #expect(amended.amountDetermined?.others.isEmpty == true)
    #expect(amended.disputedAmounts.isEmpty)
    #expect(amended.rows == [0, 1])
    #expect(amended.currentRows == [1])
  }

  @Test("an estimate that replaces a determined amount leaves no determined one")
  func amendedStanding() throws {
    let table = try table([
      Said(amount: "5000.00", basis: .appraisalReport), Said(amount: "8000.00"),
    ])
    let amended = try lead(table, versions: chain(2))
    #expect(amended.amountDetermined == nil)
    #expect(amended.amountEstimate?.value == Money(yuan: "8000.00"))
  }

  @Test("a deadline keeps its first trigger unless that day itself was corrected")
  func trigger() throws {
    let first = Said(kind: .transfer, days: [.transferReceived: "2026-06-02"])
    let silent = Said(kind: .transfer, amount: "1.00")
    #expect(
      try lead(table([first, silent]), versions: chain(2)).discovery?.value == Day("2026-06-02"))
    let corrected = Said(kind: .transfer, days: [.transferReceived: "2026-06-20"])
    let moved = try lead(table([first, corrected]), versions: chain(2))
    #expect(moved.discovery?.value == (try Day("2026-06-20")))
    #expect(moved.transferReceived?.value == (try Day("2026-06-20")))
    // Two reports of one event are not corrections: the earlier day counts.
    #expect(
      try Self.unversioned([first, corrected]).discovery?.value == Day("2026-06-02"))
  }

  @Test("what a newer version leaves blank stands, what it states replaces")
  func blanks() throws {
    let table = try table([
      Said(
        truths: [.declaredRedLine: .true, .rectified: .false], media: MediumSet(.water),
        county: "140981", point: Point(longitude: 112, latitude: 38, uncertaintyMetres: 30)),
      Said(truths: [.rectified: .true], media: MediumSet(.soil)),
    ])
    let amended = try lead(table, versions: chain(2))
    #expect(amended.truth(.declaredRedLine) == .true)
    #expect(amended.truth(.rectified) == .true)
    #expect(amended.media == MediumSet(.soil))
    #expect(amended.county?.value == DivisionCode("140981"))
    #expect(amended.pointRows(of: .damageArea) == [0])
  }

  @Test("a denial that a newer version takes back denies nothing, one it repeats still does")
  func denial() throws {
    let denied = Said(kind: .complaint, truths: [.substantiated: .false])
    let silent = Said(kind: .complaint, texts: [:])
    let affirmed = Said(kind: .complaint, truths: [.substantiated: .true])
    let kept = try lead(table([denied, silent]), versions: chain(2))
    #expect(LeadFacts.damageConfirmed(kept).0 == .false)
    let taken = try lead(table([denied, affirmed]), versions: chain(2))
    #expect(LeadFacts.damageConfirmed(taken).0 == .unknown)
    // Without versions the silent record is another one, which has not denied.
    let apart = try lead(table([denied, silent]))
    #expect(LeadFacts.damageConfirmed(apart).0 == .unknown)
  }

  @Test("an inspectorate's level is the newest that a version states")
  func inspectorateLevel() throws {
    let central = Said(kind: .inspectorate, inspectorate: .central)
    let provincial = Said(kind: .inspectorate, inspectorate: .provincial)
    let silent = Said(kind: .inspectorate)
    func facts(_ records: [Said]) throws -> FactSet {
      let table = try table(records)
      return LeadFacts.gather(try lead(table, versions: chain(2)), table, LeadSurroundings())
    }
    #expect(try facts([central, silent]).truth(.centralInspectionFinding) == .true)
    let corrected = try facts([central, provincial])
    #expect(corrected.truth(.provincialInspectionFinding) == .true)
    #expect(corrected.truth(.centralInspectionFinding) != .true)
  }

  @Test("an earlier case whose outcome was corrected counts as corrected")
  func history() throws {
    let past = Said(
      kind: .history, days: [.occurrence: "2025-11-05"], truths: [.damageConfirmed: .true])
    var cleared = past
    cleared.truths = [.damageConfirmed: .false]
    let own = Said(days: [.occurrence: "2026-07-01"])
    let table = try table([past, cleared, own])
    let lead = Lead(table, rows: [2], screeningDay: try Day("2026-10-08"))
    var events = PriorEvents(yearsBack: 5)
    events.addHistory(
      table, obligor: [4, 4, 4], versions: RecordVersions([join(0, 1)], stated: [1, 2, 1]))
    let found = try #require(events.events(before: lead, number: 0, obligor: 4))
    #expect(found.map(\.causedDamage) == [.false])
  }

  @Test("what two versions state otherwise is told field by field, persons' particulars hidden")
  func changes() throws {
    let table = try table([
      Said(
        days: [.occurrence: "2026-07-01"],
        texts: [.place: "甲村", .reporter: "王某", .facts: "电话13812345678"], amount: "5000.00",
        basis: .estimate, media: MediumSet(.water)),
      Said(
        days: [.occurrence: "2026-07-02"], texts: [.place: "甲村", .reporter: "李某", .facts: "无"],
        basis: .appraisalReport, media: MediumSet(.water)),
    ])
    let changes = VersionChange.between(0, 1, in: table)
    let said = changes.map { "\($0.field.name) \($0.earlier.zh)→\($0.later.zh)" }
    #expect(
      said == [
        "facts 电话138****5678→无", "reporter （不显示）→（不显示）", "occurrence_date 2026-07-01→2026-07-02",
        "damage_amount 5000.00 元→", "damage_amount_basis 预估→鉴定评估报告",
      ])
    #expect(VersionChange.between(0, 0, in: table).isEmpty)
  }
}
