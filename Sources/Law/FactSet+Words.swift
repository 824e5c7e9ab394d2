internal import Vocabulary

extension FactSet {
  /// How many earlier events texts name one by one.
  static let shownEvents = 8

  /// A fact's value as machine outputs write it: letters, days, yuan, the catalogue's words; `U` for
  /// an unknown one.
  package func word(for fact: Fact, _ catalogue: FactCatalogue) -> String {
    guard isKnown(fact) else {
      return isPresumed(fact, catalogue) ? "F（推定）" : Truth.unknown.letter
    }
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
      // One obligor can have thousands; the first few and their number are enough to find them.
      let shown = priorEvents.prefix(FactSet.shownEvents).map { event in
        "\(event.day?.description ?? "U")/\(event.isIllegal.letter)/\(event.causedDamage.letter)"
      }
      let more = priorEvents.count - shown.count
      return (shown + (more > 0 ? ["+\(more)"] : [])).joined(separator: "|")
    }
  }

  /// Whether nothing was said of the fact and the catalogue reads that as 否.
  package func isPresumed(_ fact: Fact, _ catalogue: FactCatalogue) -> Bool {
    guard self[fact] == FactSet.unknown, case .presumedFalse = catalogue[fact].absence else {
      return false
    }
    return true
  }
}
