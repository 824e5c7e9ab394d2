import Testing

@testable import Law
import Vocabulary

@Suite("What becomes of a lead")
struct DispositionTests {
  private let engine: RuleEngine
  private static let conclusions: [Conclusion] = [
    .scopeExcluded, .mayNotInitiate, .mayTerminate, .major, .listedTrigger, .redLineException,
    .repeatException,
  ]

  init() throws { engine = RuleEngine(try RuleLibrary(), pack: "ningxia-2024") }

  private func evaluation(_ values: [Truth], _ damageConfirmed: Truth) -> Evaluation {
    Evaluation(
      asOf: Day("2026-01-01"), stretch: 0, values: values,
      disposition: engine.disposition(values, damageConfirmed: damageConfirmed),
      isVersionSensitive: .false)
  }

  private func values(_ set: [Conclusion: Truth]) -> [Truth] {
    Conclusion.allCases.map { set[$0] ?? .noRule }
  }

  @Test(
    "hangs on no unknown conclusion but those that settle it", arguments: [Truth.true, .unknown])
  func settled(damageConfirmed: Truth) {
    let all: [Truth] = [.true, .false, .unknown]
    var reviews = 0
    for number in 0..<2187 {
      var rest = number
      var set: [Conclusion: Truth] = [:]
      for conclusion in Self.conclusions {
        set[conclusion] = all[rest % 3]
        rest /= 3
      }
      let lead = evaluation(values(set), damageConfirmed)
      if lead.disposition == .review { reviews += 1 }
      let settling = engine.settlingConclusions(of: lead)
      #expect(Set(settling).count == settling.count)
      for conclusion in Self.conclusions
      where set[conclusion] == .unknown && !settling.contains(conclusion) {
        for value in [Truth.true, .false] {
          var other = set
          other[conclusion] = value
          #expect(evaluation(values(other), damageConfirmed).disposition == lead.disposition)
        }
      }
    }
    #expect(reviews > 500)
  }

  @Test("is settled by termination and by the pairs in tension that leave it to a person")
  func tensions() {
    let terminate = evaluation(
      values([
        .scopeExcluded: .false, .mayNotInitiate: .false, .mayTerminate: .unknown,
        .redLineException: .unknown, .repeatException: .false, .major: .false,
      ]), .true)
    #expect(terminate.disposition == .review)
    #expect(engine.tensions(in: terminate).map(\.question) == ["A-18"])
    #expect(
      engine.settlingConclusions(of: terminate) == [
        .scopeExcluded, .mayNotInitiate, .major, .mayTerminate, .redLineException,
      ])
    let trigger = evaluation(
      values([
        .scopeExcluded: .false, .mayNotInitiate: .true, .major: .false, .listedTrigger: .unknown,
      ]), .true)
    #expect(trigger.disposition == .review)
    #expect(
      engine.settlingConclusions(of: trigger) == [
        .scopeExcluded, .mayNotInitiate, .major, .listedTrigger,
      ])
  }
}
