import Law
import Leads
import Testing
import Vocabulary

@Suite("What records leave open is never presumed")
struct UndeterminedFactTests {
  private let engine: RuleEngine

  init() throws {
    let library = try RuleLibrary()
    engine = RuleEngine(library, packs: library.chain(ofPack: "shanxi-2025"))
  }

  private func major(_ records: [Said]) throws -> Truth {
    let table = try table(records)
    let facts = LeadFacts.gather(try lead(table), table, LeadSurroundings())
    return engine.evaluate(facts, asOf: try Day("2026-10-08"))[.major]
  }

  @Test("an important finding of an inspectorate that is not named may be major")
  func unnamedInspectorate() throws {
    let important: [TruthField: Truth] = [.importantIssue: .true]
    let media = MediumSet(.water)
    func said(_ level: InspectorateLevel?) -> Said {
      var said = Said(kind: .inspectorate, truths: important, media: media)
      said.inspectorate = level
      return said
    }
    #expect(try major([said(.central)]) == .true)
    #expect(try major([said(nil)]) == .unknown)
    #expect(
      try major([Said(kind: .inspection, truths: important, media: media)]) == .false,
      "without an inspectorate's record none is presumed")
  }

  @Test("records that contradict each other on a presumed fact leave it unknown")
  func contradiction() throws {
    let table = try table([
      Said(truths: [.filmExposed: .true, .importantIssue: .true], media: MediumSet(.water)),
      Said(truths: [.filmExposed: .false, .importantIssue: .true], media: MediumSet(.water)),
    ])
    let facts = LeadFacts.gather(try lead(table), table, LeadSurroundings())
    #expect(facts.truth(.yellowRiverFilmExposed) == .unknown)
    #expect(engine.evaluate(facts, asOf: try Day("2026-10-08"))[.major] == .unknown)
  }
}
