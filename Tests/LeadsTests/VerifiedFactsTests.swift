import Law
import Leads
import Testing
import Vocabulary

@Suite("Facts that a check found out") struct VerifiedFactsTests {
  private func facts(
    _ records: [Said], _ verification: Verification?
  ) throws -> (lead: Lead, facts: FactSet) {
    let table = try table(records)
    let lead = Lead(
      table, rows: Array(0..<table.count), screeningDay: try Day("2026-10-08"),
      verification: verification)
    return (lead, LeadFacts.gather(lead, table, LeadSurroundings()))
  }

  private func check(_ finding: VerificationFinding) throws -> Verification {
    Verification(
      record: ContentHash(high: 0, low: 0), finding: finding, day: try Day("2026-10-20"),
      person: "李四",
      place: .init(file: "ledger.xlsx", sha256: "s", sheet: "线索台账", line: 5))
  }

  @Test("go before what records say, with file, sheet and line, and leave the rest to records")
  func before() throws {
    let records = [
      Said(
        truths: [.damageConfirmed: .false, .restored: .true], amount: "900",
        basis: .expertAssessment)
    ]
    var verification = try check(.damage)
    verification.assessment = .init(amount: Money(fen: 3_726_010), basis: .appraisalReport)
    let (lead, facts) = try facts(records, verification)
    #expect(facts.truth(.damageConfirmed) == .true)
    #expect(facts.rows(of: .damageConfirmed).isEmpty)
    #expect(
      facts.inference(of: .damageConfirmed)?.zh == "核查结果，2026-10-20，ledger.xlsx[线索台账]:5")
    #expect(lead.determinedAmount == Money(fen: 3_726_010))
    #expect(lead.determinedBasis == .appraisalReport)
    #expect(facts.rows(of: .damageAmountDetermined).isEmpty)
    #expect(facts.truth(.fullyRestored) == .true && facts.rows(of: .fullyRestored) == [0])
    #expect(!facts.isKnown(.noObviousImpactDetermined))
  }

  @Test("leave the amount of records where the check states none, and settle the restoration")
  func partly() throws {
    var verification = try check(.noDamage)
    verification.restoration = RestorationRoute.none
    let (lead, facts) = try facts(
      [Said(truths: [.restored: .true], amount: "900", basis: .expertAssessment)], verification)
    #expect(facts.truth(.damageConfirmed) == .false)
    #expect(lead.determinedAmount == Money(fen: 90_000))
    #expect(facts.rows(of: .damageAmountDetermined) == [0])
    #expect(facts.truth(.fullyRestored) == .false && facts.rows(of: .fullyRestored).isEmpty)
  }

  @Test("what nobody can tell after a check is open, whatever records say")
  func open() throws {
    let (_, facts) = try facts([Said(truths: [.damageConfirmed: .true])], try check(.open))
    #expect(facts.truth(.damageConfirmed) == .unknown && !facts.isKnown(.damageConfirmed))
    #expect(facts.inference(of: .damageConfirmed) != nil)
  }

  @Test("a claim dropped for want of an obvious impact states the department's overall judgement")
  func impact() throws {
    var verification = try check(.damage)
    verification.decision = .notInitiated(.minorByImpact)
    #expect(try facts([Said()], verification).facts.truth(.noObviousImpactDetermined) == .true)
    verification.decision = .notInitiated(.minorByAmount)
    #expect(try !facts([Said()], verification).facts.isKnown(.noObviousImpactDetermined))
  }

  @Test("damage that a check found counts as an earlier event of the obligor")
  func prior() throws {
    let table = try table([
      Said(days: [.occurrence: "2026-03-01"]), Said(days: [.occurrence: "2026-09-01"]),
    ])
    func lead(_ row: Int, _ verification: Verification?) throws -> Lead {
      Lead(
        table, rows: [row], screeningDay: try Day("2026-10-08"), verification: verification)
    }
    let later = try lead(1, nil)
    for (verification, expected) in [
      (nil, Truth.unknown), (try check(.damage), .true), (try check(.noDamage), .false),
    ] {
      var past = PriorEvents(yearsBack: 2)
      past.add(try lead(0, verification), number: 0, obligor: 3, table)
      past.add(later, number: 1, obligor: 3, table)
      let events = try #require(past.events(before: later, number: 1, obligor: 3))
      #expect(events.map(\.causedDamage) == [expected])
    }
  }
}
