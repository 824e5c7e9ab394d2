import Leads
import Testing
import Vocabulary

@Suite("What records of a lead state differently")
struct DisagreementTests {
  /// Each as `field: taken@row; other@row`, `-` where none is taken.
  private func found(_ records: [Said]) throws -> [String] {
    let table = try table(records)
    return Disagreement.among(try lead(table), table).map { one in
      let others = one.others.map { "\($0.value.zh)@\($0.row)" }.joined(separator: "; ")
      return "\(one.field.name): \(one.taken.map { "\($0.value.zh)@\($0.row)" } ?? "-"); \(others)"
    }
  }

  @Test("is named with the record whose word was taken and those that lost")
  func precedence() throws {
    #expect(
      try found([
        Said(kind: .complaint, days: [.occurrence: "2026-07-01"], county: "140921"),
        Said(kind: .penalty, days: [.occurrence: "2026-07-03"], county: "140922"),
      ]) == ["occurrence_date: 2026-07-03@1; 2026-07-01@0", "county: 140922@1; 140921@0"])
    #expect(
      try found([
        Said(kind: .penalty, emergency: .general), Said(kind: .emergency, emergency: .major),
      ]) == ["emergency_level: 一般@0; 重大@1"])
  }

  @Test("leaves a fact without a value where nobody's word outweighs another's")
  func open() throws {
    #expect(
      try found([
        Said(truths: [.filmExposed: .true]), Said(truths: [.filmExposed: .false]),
      ]) == ["yellow_river_film_exposed: -; 是@0; 否@1"])
    #expect(
      try found([
        Said(amount: "1", basis: .expertAssessment), Said(amount: "2", basis: .expertAssessment),
      ]) == ["damage_amount: -; 2.00 元@1; 1.00 元@0"])
  }

  @Test("keeps beside the amount taken what was determined on a lower standing")
  func lowerStanding() throws {
    #expect(
      try found([
        Said(amount: "500000", basis: .comprehensiveDetermination),
        Said(amount: "2900", basis: .appraisalReport),
      ]) == ["damage_amount: 2900.00 元@1; 500000.00 元@0"])
    #expect(
      try found([Said(amount: "9000"), Said(amount: "2900", basis: .appraisalReport)]) == [],
      "an estimate is not set against what was determined")
  }

  @Test("of a state that develops is settled by the later day, and still shown")
  func development() throws {
    #expect(
      try found([
        Said(days: [.discovery: "2026-07-01"], truths: [.rectified: .false]),
        Said(days: [.discovery: "2026-08-01"], truths: [.rectified: .true]),
      ]) == ["rectified: 是@1; 否@0"])
    #expect(
      try found([
        Said(days: [.discovery: "2026-09-01"], truths: [.rectified: .true]),
        Said(days: [.discovery: "2026-07-01"], truths: [.rectified: .true]),
        Said(days: [.discovery: "2026-08-01"], truths: [.rectified: .false]),
      ]) == ["rectified: 是@0; 否@2"], "the record of the latest day is named")
  }

  @Test("is none where records agree, are silent, or name a city beside its county")
  func agreement() throws {
    #expect(try found([Said(county: "140900"), Said(county: "140921")]) == [])
    #expect(
      try found([
        Said(days: [.occurrence: "2026-07-01"], truths: [.filmExposed: .true]), Said(),
        Said(days: [.occurrence: "2026-07-01"], truths: [.filmExposed: .true]),
      ]) == [])
    // The earliest registration counts by law, so that a later one contradicts nothing.
    #expect(
      try found([
        Said(days: [.discovery: "2026-07-01"]), Said(days: [.discovery: "2026-07-09"]),
      ]) == [])
  }
}
