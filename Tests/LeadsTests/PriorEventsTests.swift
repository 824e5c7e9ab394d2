import Law
import Leads
import Testing
import Vocabulary

@Suite("Earlier events of an obligor")
struct PriorEventsTests {
  private let engine: RuleEngine

  init() throws {
    let library = try RuleLibrary()
    engine = RuleEngine(library, packs: library.chain(ofPack: "shanxi-2025"))
  }

  /// A case of the register of earlier cases.
  private func earlierCase(_ day: String?, _ damage: Truth = .true) -> Said {
    Said(
      kind: .history, days: day.map { [.occurrence: $0] } ?? [:],
      truths: [.damageConfirmed: damage])
  }

  /// The exception for the same obligor again, for the last of `leads` after all others.
  ///
  /// `cases` are earlier cases of the obligor, and each list of records is a lead of the same one.
  private func repeats(_ cases: [Said], _ leads: [[Said]]) throws -> String {
    let events = try events(cases, leads)
    var facts = FactSet()
    let last = try #require(leads.last)
    let day = last.compactMap { $0.days[.occurrence] }.first
    facts.set(.occurrenceDate, try day.map { try Day($0) })
    facts.set(priorEvents: events)
    return engine.evaluate(facts, asOf: try Day("2026-10-08"))[.repeatException].letter
  }

  private func events(
    _ cases: [Said], _ leads: [[Said]], obligor: Int32 = 7, caseObligor: Int32 = 7
  ) throws -> [PriorEvent]? {
    let table = try table(cases + leads.flatMap { $0 })
    var past = PriorEvents(yearsBack: 5)
    past.addHistory(table, obligor: Array(repeating: caseObligor, count: table.count))
    var assembled: [Lead] = []
    var first = cases.count
    for (number, records) in leads.enumerated() {
      let lead = Lead(
        table, rows: Array(first..<first + records.count), screeningDay: try Day("2026-10-08"))
      past.add(lead, number: number, obligor: obligor, table)
      assembled.append(lead)
      first += records.count
    }
    return past.events(
      before: try #require(assembled.last), number: leads.count - 1, obligor: obligor)
  }

  @Test(
    "recur within two years to the day, from act to act (山西办法 11, 民法典 202)",
    arguments: [
      ("2024-08-10", "2026-08-09", "T"), ("2024-08-10", "2026-08-10", "T"),
      ("2024-08-10", "2026-08-11", "F"), ("2024-02-29", "2026-02-28", "T"),
      ("2024-02-29", "2026-03-01", "F"), ("2024-02-28", "2026-02-28", "T"),
      ("2024-02-28", "2026-03-01", "F"), ("2026-08-09", "2026-08-10", "T"),
      ("2026-08-10", "2026-08-10", "F"), ("2026-08-11", "2026-08-10", "F"),
      ("2014-08-10", "2026-08-10", "F"),
    ])
  func window(earlier: String, later: String, value: String) throws {
    let lead = [Said(days: [.occurrence: later])]
    #expect(try repeats([earlierCase(earlier)], [lead]) == value)
    // An earlier lead, penalised and with damage found, counts as an earlier case does.
    let penalised = Said(
      kind: .penalty, days: [.occurrence: earlier], truths: [.damageConfirmed: .true])
    #expect(try repeats([], [[penalised], lead]) == value)
  }

  @Test("count an earlier case by its outcome")
  func outcome() throws {
    let lead = [Said(days: [.occurrence: "2026-08-10"])]
    #expect(try repeats([earlierCase("2026-01-10", .true)], [lead]) == "T")
    #expect(try repeats([earlierCase("2026-01-10", .false)], [lead]) == "F")
    #expect(try repeats([earlierCase("2026-01-10", .unknown)], [lead]) == "U")
    let both = [earlierCase("2026-01-10", .unknown), earlierCase("2025-01-10", .true)]
    #expect(try repeats(both, [lead]) == "T")
  }

  @Test("neither convict nor clear by a lead that is still open")
  func openLead() throws {
    let day: [DayField: String] = [.occurrence: "2026-01-10"]
    let lead = [Said(days: [.occurrence: "2026-08-10"])]
    let damage: [TruthField: Truth] = [.damageConfirmed: .true]
    let cases: [([Said], String)] = [
      ([Said(days: day)], "U"),
      ([Said(kind: .penalty, days: day)], "U"),
      ([Said(kind: .inspection, days: day, truths: damage)], "U"),
      ([Said(kind: .transfer, days: day, truths: damage)], "U"),
      ([Said(kind: .penalty, days: day, truths: damage)], "T"),
      ([Said(days: day, truths: damage, texts: [.documentNumber: "忻环罚〔2026〕1号"])], "T"),
      ([Said(kind: .penalty, days: day, truths: [.damageConfirmed: .false])], "F"),
      ([Said(kind: .inspection, days: day, truths: [.damageConfirmed: .false])], "F"),
      ([Said(kind: .penalty, days: day, amount: "1", basis: .appraisalReport)], "T"),
      ([Said(kind: .penalty, days: day, amount: "1")], "U"),
    ]
    for (records, expected) in cases {
      #expect(try repeats([], [records, lead]) == expected)
    }
  }

  @Test("do not convict by a decision that was withdrawn, whoever cites it")
  func withdrawn() throws {
    let day: [DayField: String] = [.occurrence: "2026-01-10"]
    let lead = [Said(days: [.occurrence: "2026-08-10"])]
    func penalty(_ number: String, _ isWithdrawn: Truth) -> Said {
      Said(
        kind: .penalty, days: day,
        truths: [.damageConfirmed: .true, .withdrawn: isWithdrawn],
        texts: [.documentNumber: number])
    }
    let citing = Said(days: day, texts: [.documentNumber: "甲1号"])
    #expect(try repeats([], [[penalty("甲1号", .false)], lead]) == "T")
    #expect(try repeats([], [[penalty("甲1号", .true)], lead]) == "U")
    #expect(try repeats([], [[penalty("甲1号", .true), citing], lead]) == "U")
    #expect(try repeats([], [[penalty("甲1号", .true), penalty("甲2号", .false)], lead]) == "T")
  }

  @Test("do not hold the lead itself, nor what came later or on the same day")
  func ownAndLater() throws {
    let own = Said(
      kind: .penalty, days: [.occurrence: "2026-08-10"], truths: [.damageConfirmed: .true])
    #expect(try events([], [[own]]) == [])
    #expect(try repeats([], [[own]]) == "F")
    var later = own
    later.days = [.occurrence: "2026-08-11"]
    #expect(try events([], [[later], [own]]) == [])
    #expect(try events([], [[own], [own]]) == [])
    #expect(try events([earlierCase("2026-09-01")], [[own]]) == [])
  }

  @Test("hold what has no day, for it may have come before")
  func undated() throws {
    let lead = [Said(days: [.occurrence: "2026-08-10"])]
    #expect(try events([earlierCase(nil)], [lead])?.map(\.day) == [nil])
    #expect(try repeats([earlierCase(nil)], [lead]) == "U")
    #expect(try repeats([earlierCase(nil, .false)], [lead]) == "F")
    // A lead without a day of its own can come after anything.
    #expect(try events([earlierCase("2026-09-01")], [[Said()]])?.count == 1)
    #expect(try repeats([earlierCase("2026-09-01")], [[Said()]]) == "U")
    #expect(try repeats([], [[Said()]]) == "F")
  }

  @Test("are unknown, not none, where nobody is known to be the obligor")
  func noObligor() throws {
    let lead = [Said(days: [.occurrence: "2026-08-10"])]
    #expect(try events([earlierCase("2026-01-10")], [lead], obligor: -1) == nil)
    #expect(try events([], [lead], obligor: 7) == [])
    var facts = FactSet()
    facts.set(.occurrenceDate, try Day("2026-08-10"))
    facts.set(priorEvents: nil)
    #expect(engine.evaluate(facts, asOf: try Day("2026-10-08"))[.repeatException] == .unknown)
  }

  @Test(
    "keep the last one before the years looked back, which counts where their number is unknown")
  func beyondTheWindow() throws {
    let lead = [Said(days: [.occurrence: "2026-08-10"])]
    let events = try events(
      [earlierCase("2018-01-10"), earlierCase("2019-01-10"), earlierCase("2020-01-10", .false)],
      [lead])
    #expect(events?.map(\.day) == [try Day("2019-01-10")])
    var facts = FactSet()
    facts.set(.occurrenceDate, try Day("2026-08-10"))
    facts.set(priorEvents: events)
    #expect(engine.evaluate(facts, asOf: try Day("2026-10-08"))[.repeatException] == .false)
    // On this day it is not known whether the text that gives the number is in force.
    #expect(engine.evaluate(facts, asOf: try Day("2025-01-14"))[.repeatException] == .unknown)
  }

  @Test("are nobody else's")
  func others() throws {
    let lead = [Said(days: [.occurrence: "2026-08-10"])]
    for other in [Int32(-1), 0, 8] {
      #expect(try events([earlierCase("2026-01-10")], [lead], caseObligor: other) == [])
    }
  }

  @Test("reach the facts of the lead with the days and what is known of each")
  func facts() throws {
    let records = [Said(days: [.occurrence: "2026-08-10"])]
    let cases = [earlierCase("2025-01-10"), earlierCase(nil, .unknown)]
    var around = LeadSurroundings()
    around.priorEvents = try events(cases, [records])
    let table = try table(records)
    let facts = LeadFacts.gather(try lead(table), table, around)
    #expect(
      facts.word(for: .priorDamageEvents, try RuleLibrary().catalogue)
        == "2025-01-10/T/T|U/T/U")
    around.priorEvents = nil
    #expect(!LeadFacts.gather(try lead(table), table, around).isKnown(.priorDamageEvents))
  }
}
