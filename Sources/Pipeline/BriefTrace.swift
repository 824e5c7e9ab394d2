internal import Law
internal import Reports
internal import Vocabulary

/// Puts what a trace says of one conclusion into the words of the page, which cites rules by their
/// place in the directory and records by their number in the lead, says once where a fact is stated,
/// and leaves out public names.
struct BriefTrace {
  private let engine: RuleEngine
  private let law: CitedLaw
  private let library: RuleLibrary
  private let number: (Int) -> Int
  /// Facts of which it was said where they are stated.
  private var told: Set<Fact> = []
  /// What would settle the conclusion in hand, and what of it its own rules name.
  private var decisive: Set<String> = []
  private var named: Set<String> = []
  /// Whether what was last read is absent or open, so that nobody need be told that it is unknown.
  private var isPlainlyOpen = false

  /// `number` gives a row of the record table its number in the lead.
  init(
    _ engine: RuleEngine, citing law: CitedLaw, _ library: RuleLibrary,
    number: @escaping (Int) -> Int
  ) {
    self.engine = engine
    self.law = law
    self.library = library
    self.number = number
  }

  /// The finding's words; `pattern` tells them apart from all others.
  consuming func entry(of finding: LeadTrace.Finding, pattern: Int) -> TraceEntry.Finding {
    decisive = Set(finding.atoms)
    named = []
    let grounds = grounds(finding.rules)
    return TraceEntry.Finding(
      term: library.conclusions.zh(finding.conclusion), value: finding.value,
      missing: finding.atoms.filter { !named.contains($0) }.map(term), grounds: grounds,
      pattern: pattern)
  }

  /// Rules with the same condition stand together, so that a provision and those that restate it are
  /// read at once.
  private mutating func grounds(_ considered: [LeadTrace.Consideration]) -> [TraceEntry.Ground] {
    var grounds: [(condition: [TracePiece], rules: [(number: Int, TraceEntry.Citation)])] = []
    for one in considered {
      let (value, remark, condition) = words(one.outcome)
      let pack = engine.pack(ofRule: one.rule).id
      guard let place = law.place(of: engine.rules[one.rule], inPack: pack) else { continue }
      let citation = TraceEntry.Citation(rule: place, value: value, remark: remark)
      if let known = grounds.firstIndex(where: { $0.condition == condition }) {
        grounds[known].rules.append((one.rule, citation))
      } else {
        grounds.append((condition, [(one.rule, citation)]))
      }
    }
    return grounds.map { condition, rules in
      let provisions = rules.map { provision(ofRule: $0.number) }
      return TraceEntry.Ground(
        rules: rules.map(\.1), condition: pieces(condition, citedFor: provisions))
    }
  }

  private func provision(ofRule number: Int) -> String {
    provision(engine.rules[number].cite.locator, ofPack: engine.pack(ofRule: number).id)
  }

  private func provision(_ locator: String, ofPack pack: String) -> String {
    "\(name(pack)) \(locator)"
  }

  private func words(_ outcome: LeadTrace.Outcome)
    -> (value: Truth?, remark: String, condition: [TracePiece])
  {
    switch outcome {
    case .outOfForce: return (nil, "不在施行期内", [])
    case .displaced(let packs, let yields):
      let names = packs.map(name).joined(separator: "、")
      return (nil, yields ? "让位于\(names)" : "被\(names)取代", [])
    case .considered(let value, let doubt, let ground):
      return (value, doubt?.wording.zh ?? "", ground.sentence)
    }
  }

  /// What a condition says, neighbouring words as one piece; `provisions` need not be named again.
  private mutating func pieces(_ condition: [TracePiece], citedFor provisions: [String])
    -> [TraceEntry.Piece]
  {
    var joined: [TraceEntry.Piece] = []
    for piece in condition.flatMap({ pieces($0, citedFor: provisions) }) {
      if case .text(let more) = piece, case .text(let text) = joined.last {
        joined[joined.count - 1] = .text(text + more)
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  private mutating func pieces(_ piece: TracePiece, citedFor provisions: [String])
    -> [TraceEntry.Piece]
  {
    switch piece {
    case .text(let text): return [.text(text)]
    case .fact(let one): return pieces(one)
    case .name(let fact): return [.text(name(fact))]
    case .presumed(let fact):
      return [.text(name(fact) + "：")]
        + (law.place(ofPresumed: fact).map { [.presumption($0)] } ?? [.text("推定为否")])
    case .conclusion(let conclusion):
      isPlainlyOpen = false
      return [.text(library.conclusions.zh(conclusion))]
    case .question(let id):
      isPlainlyOpen = isDecisive("open:\(id)")
      return [law.place(ofQuestion: id).map { .question($0) } ?? .text(id)]
        + (isPlainlyOpen ? [.text("（待补）")] : [])
    case .number(let number): return [.text(text(number, citedFor: provisions))]
    case .rows(let rows): return [records(rows)]
    case .value(let value): return value == .unknown && isPlainlyOpen ? [] : [.value(value)]
    }
  }

  /// A fact with its value; what is absent and would settle the conclusion reads 待补.
  private mutating func pieces(_ one: TracedFact) -> [TraceEntry.Piece] {
    var pieces: [TraceEntry.Piece] = [.text(name(one.fact) + "：")]
    let settles = isDecisive("fact:\(one.fact.name)")
    isPlainlyOpen = one.isAbsent || settles
    guard !(one.isAbsent && settles) else { return pieces + [.text("待补")] }
    for piece in one.value { pieces += self.pieces(piece, citedFor: []) }
    if settles { pieces.append(.text("（待补）")) }
    guard told.insert(one.fact).inserted else { return pieces }
    if let inference = one.inference { pieces.append(.text("（\(inference)）")) }
    return one.rows.isEmpty ? pieces : pieces + [records(one.rows)]
  }

  /// Whether the atom would settle the conclusion in hand, which is then said where it is named.
  private mutating func isDecisive(_ atom: String) -> Bool {
    guard decisive.contains(atom) else { return false }
    named.insert(atom)
    return true
  }

  private func records(_ rows: [Int]) -> TraceEntry.Piece {
    .records(rows.map(number))
  }

  private func text(_ number: TracedNumber, citedFor provisions: [String]) -> String {
    switch number.origin {
    case .assumed: return "\(number.text)（假设取值）"
    case .missing: return "\(library.title(ofParameter: number.name))（未规定）"
    case .ofOpenForce(let pack):
      return "\(library.title(ofParameter: number.name))（\(name(pack))有规定，是否施行未知）"
    case .later(let pack):
      return "\(library.title(ofParameter: number.name))（\(name(pack))自其后之日起规定）"
    case .law(let from, let pack, let locator):
      let provision = provision(locator, ofPack: pack)
      let source = provisions.contains(provision) ? "" : provision + "，"
      return "\(number.text)（\(source)自\(from)起）"
    }
  }

  /// A pack by the division whose text it is.
  private func name(_ pack: String) -> String { law.packNames[pack] ?? pack }

  /// A fact without what the catalogue adds in brackets; the directory has the whole name.
  private func name(_ fact: Fact) -> String {
    let name = library.catalogue[fact].zh
    guard name.hasSuffix(")"), let bracket = name.firstIndex(of: "(") else { return name }
    return String(name[..<bracket])
  }

  private func term(_ atom: String) -> String {
    switch DecidingAtom(atom) {
    case .fact(let fact): name(fact)
    case .question(let name), .other(let name): name
    case .number(let name): library.title(ofParameter: name)
    case .force(let pack): "\(name(pack))是否施行"
    }
  }
}
