import Testing

@testable import Law
import Vocabulary

@Suite("Three-valued logic")
struct KleeneTests {
  @Test(
    "joins as strong Kleene logic does",
    arguments: [
      ("T", "T", "T", "T"), ("T", "F", "F", "T"), ("T", "U", "U", "T"),
      ("F", "T", "F", "T"), ("F", "F", "F", "F"), ("F", "U", "F", "U"),
      ("U", "T", "U", "T"), ("U", "F", "F", "U"), ("U", "U", "U", "U"),
    ])
  func tables(left: String, right: String, both: String, either: String) throws {
    let facts = facts(left, right)
    let engine = try KleeneTests.engine()
    let evaluation = engine.evaluate(facts, asOf: Day("2026-06-01"))
    #expect(evaluation[.localSensitiveArea].letter == both)
    #expect(evaluation[.listedTrigger].letter == either)
  }

  @Test(
    "takes a ground away only as far as the exception is known",
    arguments: [
      ("T", "U", "U"), ("U", "T", "F"), ("T", "T", "F"), ("T", "F", "T"), ("U", "U", "U"),
      ("F", "U", "F"),
    ])
  func exceptions(ground: String, exception: String, result: String) throws {
    let engine = try KleeneTests.engine()
    let evaluation = engine.evaluate(facts(ground, exception), asOf: Day("2026-06-01"))
    #expect(evaluation[.initiationPreconditionsMet].letter == result)
  }

  @Test("negates", arguments: [("T", "F"), ("F", "T"), ("U", "U")])
  func negation(value: String, result: String) throws {
    let engine = try KleeneTests.engine()
    let evaluation = engine.evaluate(facts(value, "F"), asOf: Day("2026-06-01"))
    #expect(evaluation[.mayRequestElevation].letter == result)
  }

  private static func engine() throws -> RuleEngine {
    let pack = smallPack(
      """
      rules:
        - id: k.and
          cite: {locator: 第一条, summary: 且}
          modality: 定义
          concludes: local_sensitive_area
          when: {all: [{fact: cross_city}, {fact: cross_county}]}
        - id: k.or
          cite: {locator: 第一条, summary: 或}
          modality: 定义
          concludes: listed_trigger
          when: {any: [{fact: cross_city}, {fact: cross_county}]}
        - id: k.not
          cite: {locator: 第一条, summary: 非}
          modality: 定义
          concludes: may_request_elevation
          when: {not: {fact: cross_city}}
        - id: k.exception
          cite: {locator: 第一条, summary: 例外}
          modality: 例外
          concludes: region_level_jurisdiction
          when: {fact: cross_county}
        - id: k.ground
          cite: {locator: 第一条, summary: 除外}
          modality: 定义
          concludes: initiation_preconditions_met
          when: {fact: cross_city}
          unless: [region_level_jurisdiction]
      """)
    return RuleEngine(try RuleLibrary(overriding: [pack]), pack: "small-2026")
  }

  private func facts(_ first: String, _ second: String) -> FactSet {
    var facts = FactSet()
    facts.set(.crossCity, Truth(letter: first) ?? .unknown)
    facts.set(.crossCounty, Truth(letter: second) ?? .unknown)
    return facts
  }
}
