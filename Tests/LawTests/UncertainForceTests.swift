import Testing

@testable import Law
import Vocabulary

@Suite("A pack of unknown force")
struct UncertainForceTests {
  private let library: RuleLibrary
  private let day = Day("2026-06-01")

  init() throws {
    library = try RuleLibrary(overriding: [
      smallPack(
        validity: "not_before: 2026-01-01",
        """
        params:
          own_max:
            type: money
            zh: 本市数额
            values:
              - {from: 2026-01-01, value: "100", bound: 不满, cite: {locator: 第一条, summary: 试}}
        rules:
          - id: t.county
            cite: {locator: 第一条, summary: 县级也是权利人}
            modality: 定义
            concludes: county_is_rights_holder
            when: {not: {never: true}}
            relation: {kind: yields_to, rules: [sx25.a5.rights-holder]}
          - id: t.area
            cite: {locator: 第二条, summary: 泉域}
            modality: 分类
            concludes: local_sensitive_area
            when: {fact: in_spring_key_protection_area}
          - id: t.amount
            cite: {locator: 第三条, summary: 数额}
            modality: 分类
            concludes: listed_trigger
            when: {compare: {fact: damage_amount_determined, op: above, param: own_max}}
        deadlines:
          - id: t.month
            cite: {locator: 第四条, summary: 两个月}
            modality: 义务
            trigger: report_received_date
            length: 2
            unit: month
        """)
    ])
  }

  private var facts: FactSet {
    var facts = FactSet()
    facts.set(.inSpringKeyProtectionArea, true)
    facts.set(.damageAmountDetermined, Money(fen: 10_000))
    facts.set(.reportReceivedDate, Day("2026-01-31"))
    return facts
  }

  @Test("makes a conclusion unknown, never true, and says so")
  func neverTrue() {
    let engine = RuleEngine(library, pack: "small-2026")
    let evaluation = engine.evaluate(facts, asOf: day)
    var deciding = DecidingFacts(engine)
    #expect(evaluation[.localSensitiveArea] == .unknown)
    #expect(
      deciding.atoms(of: .localSensitiveArea, in: evaluation, facts) == ["in_force:small-2026"])
    #expect(
      deciding.atoms(of: .listedTrigger, in: evaluation, facts)
        == ["in_force:small-2026", "param:own_max"])
    #expect(engine.deadlines(facts).map(\.applies) == [.unknown])
    #expect(engine.deadlines(facts).map(\.due) == [Day("2026-03-31")])
  }

  @Test("counts as assumed", arguments: [(true, Truth.true), (false, Truth.noRule)])
  func assumed(isInForce: Bool, result: Truth) {
    let reading = Reading(assume: ["small-2026": isInForce])
    let engine = RuleEngine(library, pack: "small-2026", reading: reading)
    #expect(engine.evaluate(facts, asOf: day)[.localSensitiveArea] == result)
    // 不满 leaves the number itself above.
    #expect(engine.evaluate(facts, asOf: day)[.listedTrigger] == result)
    #expect(engine.deadlines(facts).count == (isInForce ? 1 : 0))
  }

  @Test("gives way to the superior rule while that is in force")
  func givesWay() throws {
    let engine = RuleEngine(
      library, pack: "small-2026", reading: Reading(assume: ["small-2026": true]))
    let evaluation = engine.evaluate(facts, asOf: day)
    #expect(evaluation[.countyIsRightsHolder] == .false)
    let number = try #require(engine.rules.firstIndex { $0.id == "t.county" })
    #expect(engine.standing(ofRule: number, in: evaluation) == .displaced(by: ["shanxi-2025"]))
    // When Shanxi's text has run out the city's rule stands, beside the nation's.
    #expect(engine.evaluate(facts, asOf: Day("2031-01-01"))[.countyIsRightsHolder] == .true)
  }

  @Test("is told apart when the law of the day of occurrence gives another result")
  func versions() {
    let engine = RuleEngine(library, pack: "shanxi-2025")
    var facts = FactSet()
    facts.set(.damageAmountDetermined, Money(fen: 300_000))
    facts.set(.expertAssessment)
    #expect(engine.evaluate(facts, asOf: day).isVersionSensitive == .unknown)
    facts.set(.occurrenceDate, Day("2025-07-09"))
    #expect(engine.evaluate(facts, asOf: day).isVersionSensitive == .true)
    facts.set(.occurrenceDate, Day("2025-07-10"))
    #expect(engine.evaluate(facts, asOf: day).isVersionSensitive == .false)
  }
}
