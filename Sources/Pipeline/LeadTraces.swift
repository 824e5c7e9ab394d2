internal import Law
internal import Synchronization
internal import Vocabulary

/// Makes the lines of leads' rule traces, each when it is asked for.
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
  /// What stands before a line for each step that it is indented.
  private let indent: String
  /// By engine.
  private let deciding: Mutex<[DecidingFacts]>

  /// `table` is the one whose rows the facts of the leads came from.
  init(_ law: PlaceLaw, _ table: RecordTable, indent: String) {
    engines = law.engines
    self.table = table
    self.indent = indent
    deciding = Mutex(law.engines.map { DecidingFacts($0) })
  }

  /// The lines of one lead; facts name the records they came from.
  func lines(of lead: Subject) -> [String] {
    let trace = LeadTrace(engines[lead.engine], lead.evaluation, lead.facts) { [table] row in
      "\(table.name(row))（第\(table.line[row])行）"
    }
    let lines = deciding.withLock { trace.lines(&$0[lead.engine]) }
    return lines.map { String(repeating: indent, count: $0.depth) + $0.text }
  }
}
