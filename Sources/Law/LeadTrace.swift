package import Vocabulary

/// Why each conclusion about a lead is what it is.
///
/// Made from what an evaluation left in its slots: every rule considered with its value, those
/// displaced too, the facts read and where they came from, presumptions with their reason, numbers
/// with the day from which they apply, and open questions. Its own words are in one language; names of
/// documents and what packs say of them are Chinese.
package struct LeadTrace: Sendable {
  /// One conclusion with every rule considered.
  package struct Finding: Sendable {
    package let conclusion: Conclusion
    package let value: Truth
    /// What would settle it if it is unknown, as `DecidingFacts` names it.
    package let atoms: [String]
    package let rules: [Consideration]
  }

  /// One rule and what came of it.
  package struct Consideration: Sendable {
    /// The rule's place in `RuleEngine.rules`.
    package let rule: Int
    package let outcome: Outcome
  }

  /// What came of a rule.
  package enum Outcome: Sendable {
    case outOfForce
    /// Displaced by the packs named, to which the rule itself may have yielded.
    case displaced(by: [String], yields: Bool)
    case considered(Truth, Doubt?, Ground)
  }

  /// Why it is not known whether a rule applies at all.
  package enum Doubt: Sendable {
    case force, displaced, yields

    package var wording: Wording {
      switch self {
      case .force: Wording(zh: "是否施行未知", en: "in force or not is unknown")
      case .displaced: Wording(zh: "是否被取代未知", en: "displaced or not is unknown")
      case .yields: Wording(zh: "是否让位未知", en: "yields or not is unknown")
      }
    }
  }

  /// The condition of a rule, and the conclusions that take the ground away.
  package struct Ground: Sendable {
    let when: Part
    let unless: [Part]
  }

  /// A part of a condition with its value.
  indirect enum Part: Sendable {
    case all([Part], Truth)
    case any([Part], Truth)
    case not(Part, Truth)
    /// `isPlain` if its words say its value.
    case leaf([TracePiece], Truth, isPlain: Bool)
  }

  let engine: RuleEngine
  let evaluation: Evaluation
  let language: Language
  let facts: FactSet

  /// Nothing is made before it is asked for.
  package init(
    _ engine: RuleEngine, _ evaluation: Evaluation, _ facts: FactSet, in language: Language = .zh
  ) {
    self.language = language
    self.engine = engine
    self.evaluation = evaluation
    self.facts = facts
  }

  var program: RuleProgram { engine.programs[evaluation.stretch] }
  var catalogue: FactCatalogue { engine.chain.catalogue }

  /// All conclusions some rule of the chain speaks of, in force or not, in catalogue order.
  package func findings(_ deciding: inout DecidingFacts) -> [Finding] {
    atoms(&deciding).map { finding(of: $0, atoms: $1) }
  }

  /// The conclusions that findings are about, each with what would settle it.
  package func atoms(_ deciding: inout DecidingFacts) -> [(
    conclusion: Conclusion, atoms: [String]
  )] {
    let atoms = deciding.atoms(in: evaluation, facts)
    return Conclusion.allCases.filter(isSpokenOf).map { ($0, atoms[Int($0.rawValue)]) }
  }

  /// One conclusion with every rule considered; `atoms` are what would settle it.
  package func finding(of conclusion: Conclusion, atoms: [String]) -> Finding {
    Finding(
      conclusion: conclusion, value: evaluation[conclusion], atoms: atoms,
      rules: engine.chain.rules.indices.lazy
        .filter { engine.chain.rules[$0].rule.concludes == conclusion }
        .filter { engine.isTraced(rule: $0, in: evaluation) }
        .map { Consideration(rule: $0, outcome: outcome(ofRule: $0)) })
  }

  /// What the lead counts as until a person has decided; `nil` if none need decide.
  package var fallback: Disposition? { evaluation.disposition.fallback }

  /// Whether the packs have a rule for it on any day; what only a gap may speak of counts while it does.
  private func isSpokenOf(_ conclusion: Conclusion) -> Bool {
    evaluation[conclusion] != .noRule
      || engine.chain.rules.contains { $0.gap == nil && $0.rule.concludes == conclusion }
  }

  private func outcome(ofRule number: Int) -> Outcome {
    switch engine.standing(ofRule: number, in: evaluation) {
    case .outOfForce: return .outOfForce
    case .displaced(let packs):
      let relation = engine.chain.rules[number].rule.relation
      return .displaced(by: packs, yields: relation?.kind == .yieldsTo)
    case .mayApply, .applies: break
    }
    let slot = Conclusion.allCases.count + number
    guard case .ground(_, _, let when, let exceptions) = program.operation(of: slot) else {
      return .outOfForce
    }
    return .considered(
      evaluation[rule: number], doubt(ofRule: number),
      Ground(when: part(when), unless: exceptions.map { part(program.operands[$0]) }))
  }

  private func doubt(ofRule number: Int) -> Doubt? {
    guard engine.gate(ofRule: number, in: evaluation) == .unknown else { return nil }
    let one = engine.chain.rules[number]
    if program.inForce[one.pack] == .unknown { return .force }
    return one.rule.relation?.kind == .yieldsTo ? .yields : .displaced
  }

  private func part(_ slot: Int) -> Part {
    let value = evaluation.values[slot]
    func parts(_ slots: Range<Int>) -> [Part] { slots.map { part(program.operands[$0]) } }
    switch program.operation(of: slot) {
    case .all(let slots): return .all(parts(slots), value)
    case .any(let slots): return .any(parts(slots), value)
    case .not(let inner): return .not(part(inner), value)
    case .truth(let fact, _): return .leaf(pieces(ofTruth: fact), value, isPlain: true)
    case .never:
      return .leaf([text(zh: "任何情形下都不成立", en: "never")], value, isPlain: true)
    case let leaf: return .leaf(pieces(leaf), value, isPlain: false)
    }
  }

  /// A fact of yes or no, or what is read where nobody spoke of it.
  private func pieces(ofTruth fact: Fact) -> [TracePiece] {
    if facts.isPresumed(fact, catalogue) { return [.presumed(fact)] }
    guard let other = facts.standIn(for: fact, catalogue) else { return [read(fact)] }
    return [.name(fact), text(zh: "未单独写明，按", en: " is not stated apart, read as "), read(other)]
  }

  private func text(zh: @autoclosure () -> String, en: @autoclosure () -> String) -> TracePiece {
    .text(language.text(zh: zh(), en: en()))
  }

  private func pieces(_ operation: RuleProgram.Operation) -> [TracePiece] {
    switch operation {
    case .oneOf(let fact, let bits):
      let choice = catalogue[fact].terms(of: bits, in: language)
      let isOne = bits.nonzeroBitCount == 1
      return [
        read(fact),
        text(
          zh: "，须为\(choice)\(isOne ? "" : "之一")",
          en: ", must be \(isOne ? "" : "one of ")\(choice)"),
      ]
    case .compare(let fact, let comparison, let limit):
      let word = comparison.wording(isNumberBelow: limit.isNumberBelow)
      return [read(fact), text(zh: "，须\(word.zh)", en: ", must be \(word.en) "), number(limit)]
    case .atLeast(let fact, let level):
      let entry = catalogue[fact]
      return [
        read(fact),
        text(
          zh: "，须为\(entry.terms[Int(level)])及以上",
          en: ", must be at least \(entry.values[Int(level)])"),
      ]
    case .countAtLeast(let fact, let least):
      return [read(fact), text(zh: "，须有\(least)个及以上", en: ", must be at least \(least)")]
    case .recurs(let at, let years):
      return [
        read(.priorDamageEvents), text(zh: "，", en: ", "), read(at),
        text(zh: "，回溯", en: ", looking back "), number(years),
      ]
    case .question(let number), .gap(let number):
      return [.question(engine.chain.questions[number])]
    case .conclusion(let conclusion): return [.conclusion(conclusion)]
    default: return [text(zh: "规则包是否施行", en: "whether the pack is in force")]
    }
  }

  /// A fact with its value, what that was inferred from, and the rows it came from.
  private func read(_ fact: Fact) -> TracePiece {
    .fact(
      TracedFact(
        fact: fact, value: facts.pieces(for: fact, catalogue, in: language),
        isAbsent: facts[fact] == FactSet.unknown, inference: facts.inference(of: fact)?[language],
        rows: facts.rows(of: fact)))
  }

  /// Where a number is looked for that is not known: in the closest pack that may be in force.
  private func origin(ofUnknown name: String) -> TracedNumber.Origin {
    let place = engine.packs.indices.last { place in
      program.inForce[place] != .false
        && engine.packs[place].parameters.contains { $0.name == name }
    }
    guard let place else { return .missing }
    let id = engine.packs[place].id
    return program.inForce[place] == .unknown ? .ofOpenForce(pack: id) : .later(pack: id)
  }

  private func number(_ limit: RuleProgram.Limit) -> TracePiece {
    let name = engine.chain.parameters[limit.parameter]
    if let assumed = engine.reading.numbers[name] {
      let parameter = engine.packs.lazy.flatMap(\.parameters).first { $0.name == name }
      return .number(
        TracedNumber(
          name: name,
          text: parameter?.text(assumed, in: language) ?? Money(fen: assumed).yuan(in: language),
          origin: .assumed))
    }
    guard let source = program.limitSources[limit.parameter] else {
      return .number(TracedNumber(name: name, text: "", origin: origin(ofUnknown: name)))
    }
    let pack = engine.packs[source.pack]
    return .number(
      TracedNumber(
        name: name,
        text: pack.parameters.first { $0.name == name }?.text(source.value.number, in: language)
          ?? "",
        origin: .law(
          from: source.value.from, pack: pack.id, locator: source.value.cite.locator)))
  }
}

extension RuleEngine {
  /// Whether traces of that day show the rule; only what a repealed text may have said has its days.
  package func isTraced(rule number: Int, in evaluation: Evaluation) -> Bool {
    chain.rules[number].gap == nil || standing(ofRule: number, in: evaluation) != .outOfForce
  }

  /// Whether the pack with that place in `packs` is in force on the day of the evaluation.
  package func isInForce(pack number: Int, in evaluation: Evaluation) -> Truth {
    programs[evaluation.stretch].inForce[number]
  }
}
