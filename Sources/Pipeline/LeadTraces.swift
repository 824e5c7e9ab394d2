internal import Law
internal import Leads
internal import Reports
internal import Synchronization
internal import Vocabulary

/// Makes leads' rule traces, each when it is asked for.
///
/// What decides one lead is kept for all leads of the same knowns and unknowns, and what is said of
/// one conclusion for all leads of which the same is said.
final class LeadTraces: Sendable {
  /// What a trace is made of.
  struct Subject: Sendable {
    let engine: Int
    let evaluation: Evaluation
    let facts: FactSet
    /// Its rows of the record table, which outputs number from 1.
    let rows: [Int]

    init(_ assessment: LeadAssessment) {
      engine = assessment.engine
      evaluation = assessment.evaluation
      facts = assessment.facts
      rows = assessment.lead.rows
    }
  }

  /// What is kept of one engine.
  private struct Kept {
    var deciding: DecidingFacts
    var patterns = TracePatterns()
    /// By pattern, the place of its words among all that was said.
    var places: [TracePattern: Int] = [:]
  }

  private struct State {
    var engines: [Kept]
    var findings: [TraceEntry.Finding] = []
  }

  private let engines: [RuleEngine]
  private let table: RecordTable
  private let state: Mutex<State>

  /// `table` is the one whose rows the facts of the leads came from.
  init(_ law: PlaceLaw, _ table: RecordTable) {
    engines = law.engines
    self.table = table
    state = Mutex(State(engines: law.engines.map { Kept(deciding: DecidingFacts($0)) }))
  }

  /// The lines of one lead, indented; facts name the records they came from.
  func lines(of lead: Subject) -> [Wording] {
    zip(lines(of: lead, in: .zh), lines(of: lead, in: .en)).map { Wording(zh: $0, en: $1) }
  }

  private func lines(of lead: Subject, in language: Language) -> [String] {
    let trace = LeadTrace(engines[lead.engine], lead.evaluation, lead.facts, in: language)
    let lines = state.withLock { state in
      trace.lines(&state.engines[lead.engine].deciding) { [table] row in
        let (name, line) = (table.name(row), table.line[row])
        return language.text(zh: "\(name)（第\(line)行）", en: "\(name) (line \(line))")
      }
    }
    return lines.map { String(repeating: "  ", count: $0.depth) + $0.text }
  }

  /// The trace of one lead as the page has it: conclusions that hold, then those that are open, then
  /// the others, each kind in catalogue order.
  func entry(of lead: Subject, citing law: CitedLaw, _ library: RuleLibrary) -> TraceEntry {
    let trace = LeadTrace(engines[lead.engine], lead.evaluation, lead.facts)
    var numbers = RowNumbers(lead.rows)
    let findings = state.withLock { state in
      trace.atoms(&state.engines[lead.engine].deciding).map { conclusion, atoms in
        let pattern = state.engines[lead.engine].patterns.pattern(
          of: conclusion, in: trace, atoms: atoms, number: { numbers[$0] })
        if let place = state.engines[lead.engine].places[pattern] { return state.findings[place] }
        let brief = BriefTrace(engines[lead.engine], citing: law, library) { numbers[$0] }
        let place = state.findings.count
        state.findings.append(
          brief.entry(of: trace.finding(of: conclusion, atoms: atoms), pattern: place))
        state.engines[lead.engine].places[pattern] = place
        return state.findings[place]
      }
    }
    return TraceEntry(
      findings: [Truth.true, .unknown, .false, .noRule].flatMap { value in
        findings.filter { $0.value == value }
      },
      others: numbers.others.map { .init(name: table.name($0), line: Int(table.line[$0])) },
      fallback: trace.fallback?.wording.zh)
  }
}

/// The numbers that a lead's trace gives to rows of the record table: its own from 1 on, then others
/// as they are met.
private struct RowNumbers {
  private let own: [Int]
  private(set) var others: [Int] = []

  init(_ rows: [Int]) { own = rows }

  subscript(row: Int) -> Int {
    mutating get {
      if let place = own.firstIndex(of: row) { return place + 1 }
      let known = others.firstIndex(of: row)
      if known == nil { others.append(row) }
      return own.count + (known ?? others.count - 1) + 1
    }
  }
}
