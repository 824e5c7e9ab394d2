import Law
import Leads
import Vocabulary

/// A suite that reads the facts of one lead's records.
protocol FactReading {
  var catalogue: FactCatalogue { get }
}

extension FactReading {
  func facts(
    _ records: [Said], _ surroundings: LeadSurroundings = LeadSurroundings()
  ) throws -> FactSet {
    let table = try table(records)
    return LeadFacts.gather(try lead(table), table, surroundings)
  }

  /// The fact as machine outputs write it, and the rows it came from.
  func said(_ fact: Fact, _ facts: FactSet) -> String {
    let rows = facts.rows(of: fact).map(String.init).joined(separator: ",")
    return "\(facts.word(for: fact, catalogue))@\(rows)"
  }
}
