import Testing

@testable import Law
import Vocabulary

@Suite("A what-if")
struct WhatIfTests {
  private let library: RuleLibrary
  private let engine: RuleEngine
  private let day = Day("2025-10-15")

  init() throws {
    library = try RuleLibrary()
    engine = RuleEngine(library, pack: "shanxi-2025")
  }

  @Test(
    "answers an open question, or opens an answered one",
    arguments: [("true", Truth.true), ("false", .false), ("open", .unknown)])
  func answer(text: String, minor: Truth) throws {
    let variant = try #require(
      try WhatIf { $0.answers = [try replacement("A-03=\(text)")] }
        .variants(library, own: [engine]).first)
    let facts = assessedLead("100.00", .appraisalReport)
    #expect(variant.engines[0].evaluate(facts, asOf: day)[.minorByAmount] == minor)
    let signed = RuleEngine(
      library, pack: "shanxi-2025", reading: Reading(interpretations: ["A-03": true]))
    let reopened = try #require(
      try WhatIf { $0.answers = [try replacement("A-03=\(text)")] }
        .variants(library, own: [signed]).first)
    #expect(reopened.engines[0].evaluate(facts, asOf: day)[.minorByAmount] == minor)
  }

  @Test(
    "answers a question about the days of a pack", arguments: [("true", true), ("false", false)])
  func validity(text: String, isInForce: Bool) throws {
    let variant = try #require(
      try WhatIf { $0.answers = [try replacement("A-11=\(text)")] }
        .variants(library, own: [engine]).first)
    let facts = assessedLead("100.00")
    // The corresponding day five years on, of which the text leaves open whether it is the last.
    let last = Day("2030-07-10")
    #expect(engine.evaluate(facts, asOf: last)[.minorByAmount] == .unknown)
    #expect(
      variant.engines[0].evaluate(facts, asOf: last)[.minorByAmount]
        == (isInForce ? .true : .unknown))
  }

  @Test("a number from outside decides as a pack with that number does", arguments: 1...5)
  func sameAsPack(round: Int) throws {
    let pack = try #require(library.pack("shanxi-2025"))
    let text = String(decoding: pack.bytes, as: UTF8.self)
      .replacing("value: \"3000.00\"", with: "value: \"\(round)000.00\"")
    let changed = RuleEngine(
      try RuleLibrary(overriding: [("x.pack.yaml", Array(text.utf8))]), pack: "shanxi-2025")
    let variant = try #require(
      try WhatIf { $0.numbers = [try replacement("minor_amount_max=\(round)000.00")] }
        .variants(library, own: [engine]).first)
    var numbers = SeededNumbers(seed: UInt64(round))
    for _ in 0..<500 {
      var facts = assessedLead("1.00", .comprehensiveDetermination)
      facts.set(
        .damageAmountDetermined, Money(fen: Int64.random(in: 0...600_000, using: &numbers)))
      for fact in WhatIf.redLines where Bool.random(using: &numbers) {
        facts.set(fact, Truth.unknown)
      }
      let expected = changed.evaluate(facts, asOf: day)
      let found = variant.engines[0].evaluate(facts, asOf: day)
      for conclusion in Conclusion.allCases {
        #expect(found[conclusion] == expected[conclusion], "\(conclusion.name)")
      }
      #expect(found.disposition == expected.disposition)
    }
  }

  @Test("a what-if that cannot be is refused with what there is, all of it at once")
  func refusals() throws {
    func words(_ setUp: (inout WhatIf) throws -> Void) throws -> [String] {
      var whatIf = WhatIf()
      try setUp(&whatIf)
      let failure = #expect(throws: Failure.self) {
        try whatIf.variants(library, own: [engine])
      }
      #expect(failure?.status == .usage)
      return failure?.problems.map { $0.message(in: .en) } ?? []
    }
    #expect(try words { $0.pack = "nowhere" }.first?.contains("shanxi-2025") == true)
    #expect(try words { _ in }.count == 1)
    let several = try words {
      $0.numbers = [
        try replacement("minor_amount_max=5_000"), try replacement("major_max=1"),
        try replacement("repeat_years=0"),
      ]
      $0.answers = [try replacement("A-03=yes"), try replacement("A-01=true")]
      $0.assumptions = [try replacement("ningxia-2024=true"), try replacement("shanxi-2025=open")]
      $0.facts = [
        try replacement("in_red_line=true"), try replacement("in_red_line=false"),
        try replacement("discovery_date=true"), try replacement("in_nature_reserve=maybe"),
      ]
      $0.boundsRedLines = true
    }
    #expect(several.count == 11, "\(several)")
    #expect(several.contains { $0.contains("major_max") && $0.contains("simple_amount_max") })
    // A question that no rule asks would change nothing whatever its answer.
    #expect(several.contains { $0.contains("A-01") && $0.contains("C-15") })
  }

  @Test("a replacement has a name and a value", arguments: ["", "=", "a", "a=", "=b"])
  func form(text: String) { #expect(WhatIf.Replacement(text) == nil) }
}
