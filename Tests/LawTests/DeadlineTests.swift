import Testing

@testable import Law
import Vocabulary

@Suite("Periods")
struct DeadlineTests {
  private let calendar: WorkdayCalendar

  init() throws { calendar = try RuleLibrary().calendar }

  private func rule(_ length: Int, _ unit: DeadlineRule.Unit) -> DeadlineRule {
    DeadlineRule(
      id: "t", cite: Citation(locator: "第一条", summary: ""), modality: .duty,
      trigger: .discoveryDate, when: nil, length: length, unit: unit, unitCite: nil,
      relation: nil, questions: [], line: 1)
  }

  @Test("follow the list of a later file for its years, and the earlier lists for the others")
  func laterList() throws {
    var calendar = calendar
    let years = calendar.years
    let text = """
      schema: leadscreen-workdays/1
      years: {"2026": {off: [2026-01-05], work: [2026-01-10]}}
      """
    try calendar.add(Array(text.utf8), file: "workdays.yaml")
    #expect(calendar.years == years)
    let days = ["2026-01-01", "2026-01-05", "2026-01-10", "2025-10-01"].map { Day($0) }
    #expect(days.map { calendar.isWorkday($0) } == [true, false, true, false])
  }

  @Test(
    "do not count the starting day",
    arguments: [
      ("2025-09-01", 30, "2025-10-01"), ("2024-02-28", 1, "2024-02-29"),
      ("2025-12-31", 90, "2026-03-31"),
    ])
  func naturalDays(start: String, length: Int, due: String) {
    #expect(rule(length, .naturalDay).lastDay(from: Day(start), by: calendar) == Day(due))
  }

  @Test(
    "of months end on the corresponding day or the month's last",
    arguments: [
      ("2025-12-31", 2, "2026-02-28"), ("2023-12-31", 2, "2024-02-29"),
      ("2025-03-15", 2, "2025-05-15"), ("2024-02-29", 24, "2026-02-28"),
      ("2026-02-28", 24, "2028-02-28"),
    ])
  func months(start: String, length: Int, due: String) {
    #expect(rule(length, .month).lastDay(from: Day(start), by: calendar) == Day(due))
  }

  @Test(
    "of working days follow the yearly lists",
    arguments: [
      ("2025-09-01", 30, "2025-10-17"), ("2025-09-01", 60, "2025-11-28"),
      ("2025-12-20", 30, "2026-02-02"), ("2026-01-29", 30, "2026-03-18"),
      ("2026-01-29", 60, "2026-04-30"), ("2026-02-27", 1, "2026-02-28"),
      ("2026-01-03", 1, "2026-01-04"),
    ])
  func workingDays(start: String, length: Int, due: String) {
    #expect(rule(length, .workingDay).lastDay(from: Day(start), by: calendar) == Day(due))
  }

  @Test("are unknown once working days reach a year without a list")
  func unlistedYear() {
    #expect(rule(30, .workingDay).lastDay(from: Day("2026-12-01"), by: calendar) == nil)
    #expect(rule(1, .workingDay).lastDay(from: Day("2021-12-01"), by: calendar) == nil)
    #expect(calendar.firstWorkday(from: Day("2027-01-04")) == nil)
    #expect(calendar.years == [2022, 2023, 2024, 2025, 2026])
  }

  @Test(
    "that end on a holiday go on to the first working day",
    arguments: [
      ("2025-10-01", "2025-10-09"), ("2025-10-08", "2025-10-09"), ("2026-02-28", "2026-02-28"),
      ("2026-01-04", "2026-01-04"), ("2025-11-01", "2025-11-03"), ("2025-10-15", "2025-10-15"),
    ])
  func holidays(due: String, after: String) {
    #expect(calendar.firstWorkday(from: Day(due)) == Day(after))
  }

  @Test("say whether their pack is in force on the day they began")
  func force() throws {
    let library = try RuleLibrary()
    let engine = RuleEngine(library, pack: "shanxi-2025")
    var facts = FactSet()
    facts.set(.discoveryDate, Day("2030-07-10"))
    let deadline = try #require(engine.deadlines(facts).first)
    #expect(deadline.applies == .unknown)
    #expect(deadline.due == Day("2030-08-09"))
    facts.set(.discoveryDate, Day("2030-07-11"))
    #expect(engine.deadlines(facts).isEmpty)
  }

  @Test(
    "of a condition run unless it is known not to hold",
    arguments: [
      ([LeadOrigin.procuratorate], Truth.true), ([.petition, .procuratorate], .true),
      ([.petition], nil), ([], .unknown),
    ] as [([LeadOrigin], Truth?)])
  func conditions(channels: [LeadOrigin], applies: Truth?) throws {
    let engine = RuleEngine(
      try RuleLibrary(), pack: "ningxia-2024", reading: Reading(assume: ["ningxia-2024": true]))
    var facts = FactSet()
    facts.set(.closedDate, Day("2025-09-20"))
    for channel in channels { facts.insert(channel) }
    let found = engine.deadlines(facts)
    #expect(found.map(\.rule.id) == (applies == nil ? [] : ["nx24.a26.reply-15"]))
    #expect(found.first?.applies == applies)
  }

  @Test("of a condition and an unknown force are never known to run")
  func conditionsAndForce() throws {
    let engine = RuleEngine(try RuleLibrary(), pack: "ningxia-2024")
    var facts = FactSet()
    facts.set(.closedDate, Day("2025-09-20"))
    facts.insert(.procuratorate)
    #expect(engine.deadlines(facts).map(\.applies) == [.unknown])
  }

  @Test(
    "of a condition displace another only where it holds",
    arguments: [
      ([LeadOrigin.procuratorate], ["small.a1.verify-20"]), ([.petition], ["sx25.a9.verify-30"]),
      ([], ["sx25.a9.verify-30?", "small.a1.verify-20?"]),
    ])
  func conditionalDisplacement(channels: [LeadOrigin], running: [String]) throws {
    let library = try RuleLibrary(overriding: [
      smallPack(
        """
        rules: []
        deadlines:
          - id: small.a1.verify-20
            cite: {locator: 第一条, summary: 检察机关移送的二十日内核查}
            modality: 义务
            trigger: discovery_date
            when: {in: {fact: channel, values: [procuratorate]}}
            length: 20
            unit: natural_day
            relation: {kind: replaces, rules: [sx25.a9.verify-30]}
        """)
    ])
    let engine = RuleEngine(library, pack: "small-2026")
    var facts = FactSet()
    facts.set(.discoveryDate, Day("2026-09-01"))
    for channel in channels { facts.insert(channel) }
    #expect(
      engine.deadlines(facts).map { $0.rule.id + ($0.applies == .true ? "" : "?") } == running)
  }

  @Test("for the check are those from discovery and from the receipt of a transfer")
  func purposes() throws {
    let rules = try RuleLibrary().packs.flatMap(\.deadlines)
    #expect(
      rules.filter(\.isForVerification).map(\.id).sorted() == [
        "js23.3.verify-30", "nx24.a10.verify-30", "sx25.a9.verify-30",
      ])
    #expect(rules.filter(\.isForReply).map(\.id) == ["nx24.a26.reply-15"])
  }

  @Test(
    "are late only where they are known to apply",
    arguments: [
      ("2025-10-01", Truth.true, 0), ("2025-10-02", .true, 1), ("2025-10-31", .true, 30),
      ("2025-10-01", .unknown, 0), ("2025-10-02", .unknown, nil),
    ] as [(String, Truth, Int?)])
  func lateness(day: String, applies: Truth, late: Int?) {
    func deadline(_ due: Day?) -> Deadline {
      Deadline(
        rule: rule(30, .naturalDay), pack: "t", start: Day("2025-09-01"), applies: applies,
        due: due, dueAfterHoliday: nil)
    }
    #expect(deadline(Day("2025-10-01")).daysLate(asOf: Day(day)) == late)
    #expect(deadline(nil).daysLate(asOf: Day(day)) == nil)
  }

  @Test("are refused a calendar that names days of another year")
  func badCalendar() {
    let text = """
      schema: leadscreen-workdays/1
      years:
        "2027":
          off: [2026-12-31/2027-01-02]
      """
    var calendar = WorkdayCalendar()
    let failure = #expect(throws: Failure.self) {
      try calendar.add(Array(text.utf8), file: "w.yaml")
    }
    #expect(failure?.problems.first?.line == 4)
  }
}
