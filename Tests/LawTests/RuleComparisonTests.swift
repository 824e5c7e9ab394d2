import Testing

@testable import Law
import Vocabulary

/// A lead whose damage is found and assessed, outside of every protected area, by a first offender.
func assessedLead(_ yuan: String, _ basis: DamageBasis = .expertAssessment) -> FactSet {
  var facts = FactSet()
  facts.set(.damageConfirmed, true)
  facts.set(.damageAmountDetermined, Money(yuan: yuan))
  facts.set(basis)
  facts.set(.occurrenceDate, Day("2025-09-10"))
  facts.set(.fullyRestored, false)
  facts.set(.inRedLine, false)
  facts.set(.inNatureReserve, false)
  facts.set(.importantIssue, false)
  facts.set(.emergencyLevel, EventLevel.none)
  facts.set(.ecologicalDestructionLevel, EventLevel.none)
  facts.set(priorEvents: [])
  return facts
}

extension WhatIf {
  /// A what-if as a test sets it up.
  init(_ setUp: (inout WhatIf) throws -> Void) rethrows {
    self.init()
    try setUp(&self)
  }
}

func replacement(_ text: String) throws -> WhatIf.Replacement {
  try #require(WhatIf.Replacement(text))
}

@Suite("A comparison of two ways to decide")
struct RuleComparisonTests {
  private let library: RuleLibrary
  private let engine: RuleEngine
  private let day = Day("2025-10-15")

  init() throws {
    library = try RuleLibrary()
    engine = RuleEngine(library, pack: "shanxi-2025")
  }

  private func compare(_ leads: [FactSet], _ whatIf: WhatIf) throws -> [RuleComparison] {
    try whatIf.variants(library, own: [engine]).map {
      RuleComparison(
        leads.map { .init($0, decided: engine.evaluate($0, asOf: day)) }, under: [engine],
        against: $0)
    }
  }

  @Test("says which leads another number changes, and by which rules")
  func number() throws {
    let leads = ["3000.00", "3000.01", "5000.00", "5000.01"].map { assessedLead($0) }
    let whatIf = try WhatIf { $0.numbers = [try replacement("minor_amount_max=5000.00")] }
    let comparison = try #require(try compare(leads, whatIf).first)
    #expect(comparison.kind == .whatIf)
    #expect(comparison.changes.map(\.place) == [1, 2])
    let change = try #require(comparison.changes.first)
    #expect(change.disposition == Shift(before: .initiate, after: .mayNotInitiate))
    #expect(change.conclusions.map(\.conclusion) == [.minorByAmount, .minor, .mayNotInitiate])
    #expect(change.conclusions.allSatisfy { $0.value == Shift(before: .false, after: .true) })
    let rule = try #require(change.conclusions.first?.rules.first)
    #expect(change.conclusions.first?.rules.count == 1)
    #expect(rule.rule == "sx25.a10.amount")
    #expect(rule.document == "晋环规〔2025〕2号")
    #expect(rule.cite.locator == "第十条")
    #expect(rule.value == Shift(before: .false, after: .true))
    let counts = comparison.counts.filter { $0.leads != Shift(before: 0, after: 0) }
    #expect(
      counts == [
        .init(disposition: .mayNotInitiate, leads: Shift(before: 1, after: 3)),
        .init(disposition: .initiate, leads: Shift(before: 3, after: 1)),
      ])
    #expect(
      comparison.shifts.map(\.leads) == [2, 2, 2]
        && comparison.shifts.first?.conclusion == .minorByAmount)
  }

  @Test("cites a provision and the one it restates, and no rule that said no before and after")
  func twins() throws {
    let whatIf = try WhatIf { $0.facts = [try replacement("in_red_line=true")] }
    var unknown = assessedLead("100.00")
    unknown.set(.inRedLine, Truth.unknown)
    let comparison = try #require(try compare([unknown, assessedLead("100.00")], whatIf).first)
    // A fact that is known is not replaced.
    #expect(comparison.changes.map(\.place) == [0])
    let change = try #require(comparison.changes.first)
    #expect(change.disposition == Shift(before: .review, after: .initiate))
    let exception = try #require(
      change.conclusions.first { $0.conclusion == .redLineException })
    #expect(exception.rules.map(\.rule) == ["cn25.s4.exc1", "sx25.a11.1"])
    let permission = try #require(change.conclusions.first { $0.conclusion == .mayNotInitiate })
    #expect(!permission.rules.contains { $0.rule == "cn25.s3.restored" })
    #expect(permission.rules.contains { $0.rule == "sx25.a11.may-not-initiate" })
  }

  @Test("decides by another pack's chain; a rule that is not in it has no value")
  func pack() throws {
    let comparison = try #require(
      try compare([assessedLead("100.00")], WhatIf { $0.pack = "national-2025" }).first)
    let change = try #require(comparison.changes.first)
    let minor = try #require(change.conclusions.first { $0.conclusion == .minorByAmount })
    #expect(minor.value == Shift(before: .true, after: .unknown))
    #expect(
      minor.rules.map(\.rule).sorted() == ["cn25.s4.1.amount", "sx25.a10.amount"])
    #expect(
      minor.rules.first { $0.rule == "sx25.a10.amount" }?.value
        == Shift(before: .true, after: .noRule))
    // The nation leaves the number to the provinces: given from outside, it decides.
    let given = try WhatIf {
      $0.pack = "national-2025"
      $0.numbers = [try replacement("minor_amount_max=100.00")]
    }
    let other = try #require(try given.variants(library, own: [engine]).first?.engines.first)
    #expect(other.evaluate(assessedLead("100.00"), asOf: day)[.minorByAmount] == .true)
    #expect(other.evaluate(assessedLead("100.01"), asOf: day)[.minorByAmount] == .false)
  }

  @Test("each lead is compared under its own engine, and with a named pack all under that")
  func severalEngines() throws {
    let engines = [engine, RuleEngine(library, pack: "national-2025")]
    let facts = assessedLead("4000.00")
    let leads = engines.indices.map {
      RuleComparison.Lead(facts, engine: $0, decided: engines[$0].evaluate(facts, asOf: day))
    }
    func places(_ whatIf: WhatIf) throws -> [Int] {
      let variant = try #require(try whatIf.variants(library, own: engines).first)
      let comparison = RuleComparison(leads, under: engines, against: variant)
      return comparison.changes.map(\.place)
    }
    #expect(try places(WhatIf { $0.pack = "national-2025" }) == [0])
    #expect(try places(WhatIf { $0.pack = "shanxi-2025" }) == [1])
    #expect(try places(WhatIf { $0.assumptions = [try replacement("shanxi-2025=false")] }) == [0])
  }

  @Test("takes a pack as in force or not, whatever its days say")
  func assume() throws {
    let whatIf = try WhatIf { $0.assumptions = [try replacement("shanxi-2025=false")] }
    let comparison = try #require(try compare([assessedLead("100.00")], whatIf).first)
    let minor = try #require(
      comparison.changes.first?.conclusions.first { $0.conclusion == .minorByAmount })
    #expect(minor.value.after == .unknown)
  }

  @Test("decides on another day, or each lead on its own; one without a day keeps its own")
  func days() throws {
    var early = assessedLead("100.00")
    early.set(.occurrenceDate, Day("2025-07-09"))
    var undated = assessedLead("100.00")
    undated.set(.occurrenceDate, Day?.none)
    let leads = [assessedLead("100.00"), early, undated]
    let own = try #require(try compare(leads, WhatIf { $0.day = .occurrence }).first)
    #expect(own.changes.map(\.place) == [1])
    #expect(own.undated == 1)
    let all = try #require(
      try compare(leads, WhatIf { $0.day = .on(Day("2025-07-09")) }).first)
    #expect(all.changes.map(\.place) == [0, 1, 2])
    #expect(all.undated == 0)
    let same = try #require(try compare(leads, WhatIf { $0.day = .on(day) }).first)
    #expect(same.changes.isEmpty)
    #expect(same.counts.allSatisfy { !$0.leads.isChange })
  }

  @Test("bounds hold however the unknown red lines turn out, and are reached")
  func bounds() throws {
    var numbers = SeededNumbers(seed: 7)
    let leads = (0..<40).map { _ in
      var facts = assessedLead(Bool.random(using: &numbers) ? "100.00" : "9000.00")
      for fact in WhatIf.redLines where Bool.random(using: &numbers) {
        facts.set(fact, Truth.unknown)
      }
      return facts
    }
    let runs = try compare(leads, WhatIf { $0.boundsRedLines = true })
    #expect(runs.map(\.kind) == [.allInside, .allOutside])
    let range = runs[0].bounds(with: runs[1], of: .mayNotInitiate)
    #expect(range.lowerBound < range.upperBound)
    let reached = runs.map { run in run.dispositions.count { $0.after == .mayNotInitiate } }
    #expect(reached == [range.lowerBound, range.upperBound])
    for _ in 0..<200 {
      let count = leads.count { facts in
        var facts = facts
        for fact in WhatIf.redLines where !facts.isKnown(fact) {
          facts.set(fact, Bool.random(using: &numbers))
        }
        return engine.evaluate(facts, asOf: day).disposition == .mayNotInitiate
      }
      #expect(range.contains(count))
    }
  }
}
