internal import Vocabulary

extension FactSet {
  /// A fact's value as machine outputs write it: letters, days, yuan, the catalogue's words; `U` for
  /// an unknown one.
  package func word(for fact: Fact, _ catalogue: FactCatalogue) -> String {
    guard isKnown(fact) else { return Truth.unknown.letter }
    let cell = self[fact]
    switch fact.kind {
    case .truth: return Truth(cell == 1).letter
    case .day: return day(fact)?.description ?? Truth.unknown.letter
    case .money: return Money(fen: cell).description
    case .choice:
      let values = catalogue[fact].values
      return values.indices.filter { cell & (1 << Int64($0)) != 0 }.map { values[$0] }
        .joined(separator: "|")
    case .level: return catalogue[fact].values[Int(cell)]
    case .texts: return departments.joined(separator: "|")
    case .events:
      return priorEvents.map { event in
        "\(event.day?.description ?? "U")/\(event.isIllegal.letter)/\(event.causedDamage.letter)"
      }.joined(separator: "|")
    }
  }
}
