package import Vocabulary

/// What is given from outside the packs: answers to questions, packs in force, numbers.
package struct Reading: Sendable, Hashable {
  /// By the id of the question, `A-03`; beats the register.
  package var interpretations: [String: Bool]
  /// Questions without an answer, whatever the register and `interpretations` say.
  package var reopened: Set<String>
  /// By the id of the pack; beats its days.
  package var assume: [String: Bool]
  /// By the name of the parameter, in fen or whole years; beats the packs' numbers on every day.
  ///
  /// The word for the bound stays the pack's, and is 以下 where no pack gives a number.
  package var numbers: [String: Int64]

  /// Without answers and numbers the register, the packs' own days and their numbers hold.
  package init(
    interpretations: [String: Bool] = [:], reopened: Set<String> = [],
    assume: [String: Bool] = [:], numbers: [String: Int64] = [:]
  ) {
    self.interpretations = interpretations
    self.reopened = reopened
    self.assume = assume
    self.numbers = numbers
  }

  /// How the question is read: as given, else as the register has it; `unknown` if open.
  func answer(to question: String, _ register: QuestionRegister) -> Truth {
    guard !reopened.contains(question) else { return .unknown }
    return interpretations[question].map { Truth($0) } ?? register.reading(of: question)
  }

  /// Whether a pack is in force on a day: as assumed, else by its own days, and where those leave it
  /// open by the answers to the questions on them; yes to all is in force.
  func isInForce(_ pack: RulePack, on day: Day, _ register: QuestionRegister) -> Truth {
    if let assumed = assume[pack.id] { return Truth(assumed) }
    let stated = pack.validity.isInForce(on: day)
    guard stated == .unknown, !pack.validity.questions.isEmpty else { return stated }
    return pack.validity.questions.reduce(.true) { $0 && answer(to: $1, register) }
  }
}

/// Evaluates leads under the packs of one chain.
///
/// Built once: the days are cut where the law changes, and for each stretch the rules are compiled
/// to a list of steps on slots. Evaluating runs the list; what is left in the slots is the trace.
package struct RuleEngine: Sendable {
  let chain: RuleChain
  package let reading: Reading
  /// The first days of all stretches but the first.
  private let boundaries: [Day]
  let programs: [RuleProgram]
  let conditions: DeadlineConditions

  /// An engine for a chain of packs, the nation first, as `RuleLibrary` gives it.
  package init(_ library: RuleLibrary, packs: [RulePack], reading: Reading = Reading()) {
    let chain = RuleChain(library, packs: packs)
    self.chain = chain
    self.reading = reading
    let boundaries = chain.boundaries
    self.boundaries = boundaries
    let before = (boundaries.first ?? Day(number: 0)).adding(days: -1)
    programs = ([before] + boundaries).map { day in
      ProgramCompiler.program(for: chain, on: day, reading: reading)
    }
    conditions = ProgramCompiler.conditions(of: chain)
  }

  /// The packs of the chain, the nation first.
  package var packs: [RulePack] { chain.packs }

  /// Every rule of the chain; `Evaluation` counts them in this order.
  package var rules: [Rule] { chain.rules.map(\.rule) }

  /// The pack that the rule with that number in `rules` stands in.
  package func pack(ofRule number: Int) -> RulePack { chain.packs[chain.rules[number].pack] }

  /// Evaluates one lead as of the day of decision.
  ///
  /// Costs one run over the compiled steps, and a second one when the law differed on the day of
  /// occurrence.
  package func evaluate(_ facts: FactSet, asOf day: Day) -> Evaluation {
    let stretch = stretch(of: day)
    let values = programs[stretch].run(facts)
    return Evaluation(
      asOf: day, stretch: stretch, values: values,
      disposition: disposition(values, damageConfirmed: facts.truth(.damageConfirmed)),
      isVersionSensitive: isVersionSensitive(facts, stretch, values))
  }

  /// Whether the packs that can apply to `day` give a lead another result than on its day of
  /// occurrence; unknown if that day is.
  private func isVersionSensitive(_ facts: FactSet, _ stretch: Int, _ values: [Truth]) -> Truth {
    guard facts.isKnown(.occurrenceDate) else { return .unknown }
    guard let others = valuesByOccurrence(facts, besides: stretch) else { return .false }
    for conclusion in 0..<Conclusion.allCases.count where others[conclusion] != values[conclusion] {
      return .true
    }
    return .false
  }

  /// What the slots hold if the lead is decided by its day of occurrence; `nil` if that day is unknown
  /// or the law has not changed since.
  private func valuesByOccurrence(_ facts: FactSet, besides stretch: Int) -> [Truth]? {
    guard let occurrence = facts.day(.occurrenceDate) else { return nil }
    let earlier = self.stretch(of: occurrence)
    return earlier == stretch ? nil : programs[earlier].run(facts)
  }

  /// The conclusions that the law of the day of occurrence gives another value, in catalogue
  /// order: as decided before, by that day's law after.
  ///
  /// Empty where that day is unknown. Costs a second evaluation where the law has changed since.
  package func shiftsByOccurrence(of evaluation: Evaluation, _ facts: FactSet)
    -> [(conclusion: Conclusion, value: Shift<Truth>)]
  {
    guard evaluation.isVersionSensitive == .true,
      let others = valuesByOccurrence(facts, besides: evaluation.stretch)
    else { return [] }
    return Conclusion.allCases.compactMap { conclusion in
      let value = Shift(before: evaluation[conclusion], after: others[Int(conclusion.rawValue)])
      return value.isChange ? (conclusion, value) : nil
    }
  }

  /// The number of the stretch of days, without change in the law, that `day` lies in.
  func stretch(of day: Day) -> Int {
    var number = 0
    while number < boundaries.count, boundaries[number] <= day { number += 1 }
    return number
  }
}
