internal import Law
internal import Reports
internal import Synchronization
internal import Vocabulary

/// Makes leads' rule traces, each when it is asked for.
///
/// What decides one lead is kept for all leads of the same knowns and unknowns.
final class LeadTraces: Sendable {
  /// What a trace is made of.
  struct Subject: Sendable {
    let engine: Int
    let evaluation: Evaluation
    let facts: FactSet

    init(_ assessment: LeadAssessment) {
      engine = assessment.engine
      evaluation = assessment.evaluation
      facts = assessment.facts
    }
  }

  private let engines: [RuleEngine]
  private let table: RecordTable
  /// By engine.
  private let deciding: Mutex<[DecidingFacts]>

  /// `table` is the one whose rows the facts of the leads came from.
  init(_ law: PlaceLaw, _ table: RecordTable) {
    engines = law.engines
    self.table = table
    deciding = Mutex(law.engines.map { DecidingFacts($0) })
  }

  /// The lines of one lead, indented; facts name the records they came from.
  func lines(of lead: Subject) -> [Wording] {
    zip(lines(of: lead, in: .zh), lines(of: lead, in: .en)).map { Wording(zh: $0, en: $1) }
  }

  private func lines(of lead: Subject, in language: Language) -> [String] {
    let trace = LeadTrace(engines[lead.engine], lead.evaluation, lead.facts, in: language)
    let lines = deciding.withLock { deciding in
      trace.lines(&deciding[lead.engine]) { [table] row in
        let (name, line) = (table.name(row), table.line[row])
        return language.text(zh: "\(name)（第\(line)行）", en: "\(name) (line \(line))")
      }
    }
    return lines.map { String(repeating: "  ", count: $0.depth) + $0.text }
  }

  /// The trace of one lead as the page has it.
  func entry(of lead: Subject, citing law: CitedLaw, _ library: RuleLibrary) -> TraceEntry {
    let engine = engines[lead.engine]
    var brief = BriefTrace(
      LeadTrace(engine, lead.evaluation, lead.facts), engine, citing: law, library, table)
    return deciding.withLock { brief.entry(&$0[lead.engine]) }
  }
}
