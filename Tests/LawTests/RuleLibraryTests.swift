import Testing

@testable import Law
import Vocabulary

@Suite("The rule library")
struct RuleLibraryTests {
  @Test("gives the chain of a division from the nation down")
  func chain() throws {
    let library = try RuleLibrary(overriding: [smallPack("rules: []")])
    let city = try #require(DivisionCode("140900"))
    let other = try #require(DivisionCode("140100"))
    let elsewhere = try #require(DivisionCode("320100"))
    #expect(
      library.chain(of: city).map(\.id)
        == ["national-2025", "shanxi-2025", "small-2026", "xinzhou-2019"])
    #expect(library.chain(of: other).map(\.id) == ["national-2025", "shanxi-2025"])
    #expect(library.chain(of: elsewhere).map(\.id) == ["national-2025", "jiangsu-2023"])
    #expect(
      library.chain(ofPack: "small-2026").map(\.id)
        == ["national-2025", "shanxi-2025", "small-2026"])
    #expect(library.chain(ofPack: "none").isEmpty)
  }

  @Test("puts a file of the folder in place of the built-in pack of the same id")
  func replacement() throws {
    let builtIn = try RuleLibrary()
    let pack = try #require(builtIn.pack("shanxi-2025"))
    let text = String(decoding: pack.bytes, as: UTF8.self)
      .replacing("version: 1.1.0", with: "version: 9.1.0")
      .replacing("value: \"3000.00\"", with: "value: \"5000.00\"")
    let library = try RuleLibrary(overriding: [("shanxi.pack.yaml", Array(text.utf8))])
    #expect(library.packs.count == builtIn.packs.count)
    var facts = FactSet()
    facts.set(.damageAmountDetermined, Money(fen: 500_000))
    facts.set(.expertAssessment)
    let engine = RuleEngine(library, pack: "shanxi-2025")
    #expect(engine.evaluate(facts, asOf: Day("2025-10-15"))[.minor] == .true)
    #expect(engine.evaluate(facts, asOf: Day("2025-07-09"))[.minor] == .unknown)
    let lock = library.lock(of: library.packs) { "\($0.count)" }
    #expect(lock.filter { $0.version == "9.1.0" }.map(\.id) == ["shanxi-2025"])
    #expect(lock.map(\.hash) == library.packs.map { "\($0.bytes.count)" })
  }

  @Test("takes signed answers, which beat the default but not the reading of a run")
  func answers() throws {
    let text = """
      schema: leadscreen-interpretations/1
      answers:
        A-03: {answer: true, by: 张三, on: 2026-01-05}
      """
    let library = try RuleLibrary(overriding: [("interpretations.yaml", Array(text.utf8))])
    var facts = FactSet()
    facts.set(.damageAmountDetermined, Money(fen: 100))
    facts.set(.appraisalReport)
    let day = Day("2025-10-15")
    let signed = RuleEngine(library, pack: "shanxi-2025")
    #expect(signed.evaluate(facts, asOf: day)[.minor] == .true)
    let otherwise = RuleEngine(
      library, pack: "shanxi-2025", reading: Reading(interpretations: ["A-03": false]))
    #expect(otherwise.evaluate(facts, asOf: day)[.minorByAmount] == .false)
  }

  private func library(signing answers: String...) throws -> RuleLibrary {
    try RuleLibrary(
      overriding: answers.enumerated().map { number, answer in
        let text = "schema: leadscreen-interpretations/1\nanswers:\n  \(answer)\n"
        return ("\(number).interpretations.yaml", Array(text.utf8))
      })
  }

  @Test("refuses an answer that would change nothing, for no rule reads the question")
  func unreadAnswers() throws {
    let failure = #expect(throws: Failure.self) {
      try library(signing: "A-01: {answer: false, by: 张三, on: 2026-01-05}")
    }
    #expect(failure?.status == .configuration)
    #expect(failure?.problems.map(\.line) == [3])
    #expect(failure?.problems.first?.detail?.zh.hasPrefix("unread-answer，") == true)
    // What the program does anyway can be confirmed.
    _ = try library(signing: "A-01: {answer: true, by: 张三, on: 2026-01-05}")
    for id in ["A-03", "A-11", "A-13", "A-14", "A-18", "A-19", "A-23", "C-15"] {
      for answer in [true, false] {
        _ = try library(signing: "\(id): {answer: \(answer), by: 张三, on: 2026-01-05}")
      }
    }
  }

  @Test("takes the later of two answers, and refuses two of one day that contradict each other")
  func twoAnswers() throws {
    let yes = "A-03: {answer: true, by: 张三, on: 2026-01-05}"
    for answers in [
      [yes, "A-03: {answer: false, by: 李四, on: 2026-01-06}"],
      ["A-03: {answer: false, by: 李四, on: 2026-01-06}", yes],
    ] {
      #expect(try library(signing: answers[0], answers[1]).register.reading(of: "A-03") == .false)
    }
    let failure = #expect(throws: Failure.self) {
      try library(signing: yes, "A-03: {answer: false, by: 李四, on: 2026-01-05}")
    }
    #expect(failure?.problems.map(\.file) == ["1.interpretations.yaml"])
    #expect(throws: Failure.self) {
      try library(signing: "A-03: {answer: true, by: \"  \", on: 2026-01-05}")
    }
  }

  @Test(
    "is checked against its cases whatever has been signed",
    arguments: [
      "A-03: {answer: true, by: 张三, on: 2026-01-05}",
      "A-12: {answer: false, by: 张三, on: 2026-01-05}",
      "A-14: {answer: true, by: 张三, on: 2026-01-05}",
      "C-15: {answer: false, by: 张三, on: 2026-01-05}",
    ])
  func lintOfSigned(answer: String) throws {
    let lint = RuleLint(try library(signing: answer), asOf: Day("2026-10-10"))
    #expect(lint.problems.isEmpty && lint.caseCount > 400)
  }

  @Test("refuses an answer to a question nobody asked, or without a name")
  func badAnswers() {
    let text = """
      schema: leadscreen-interpretations/1
      answers:
        A-99: {answer: true, by: 张三, on: 2026-01-05}
        A-03: {answer: yes, on: 2026-01-05}
      """
    let failure = #expect(throws: Failure.self) {
      try RuleLibrary(overriding: [("interpretations.yaml", Array(text.utf8))])
    }
    #expect(failure?.problems.map(\.line) == [3, 4, 4])
  }
}
