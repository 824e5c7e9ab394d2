internal import Vocabulary

extension FactSet {
  /// How many earlier events texts name one by one.
  static let shownEvents = 8

  /// A fact's value as machine outputs write it: letters, days, yuan, the catalogue's words; `U` for
  /// an unknown one, `[]` for a list known to be empty.
  package func word(for fact: Fact, _ catalogue: FactCatalogue) -> String {
    guard isKnown(fact) else {
      if isPresumed(fact, catalogue) { return "F（推定）" }
      guard let other = standIn(for: fact, catalogue) else { return Truth.unknown.letter }
      return "\(truth(other).letter)（按\(other.name)）"
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
    case .texts: return departments.isEmpty ? "[]" : departments.joined(separator: "|")
    case .events:
      guard !priorEvents.isEmpty else { return "[]" }
      // One obligor can have thousands; the first few and their number are enough to find them.
      let shown = priorEvents.prefix(FactSet.shownEvents).map { event in
        "\(event.day?.description ?? "U")/\(event.isIllegal.letter)/\(event.causedDamage.letter)"
      }
      let more = priorEvents.count - shown.count
      return (shown + (more > 0 ? ["+\(more)"] : [])).joined(separator: "|")
    }
  }

  /// A fact's value as officials read it, `3000.00元` or `专家评估`.
  ///
  /// `空缺` for an absent one, `说法不一或未写明` for one that records speak of and leave open.
  func term(for fact: Fact, _ catalogue: FactCatalogue) -> String {
    pieces(for: fact, catalogue).map { piece in
      if case .text(let text) = piece { text } else { "" }
    }.joined()
  }

  /// The same in pieces, with the rows that earlier events stand in.
  func pieces(for fact: Fact, _ catalogue: FactCatalogue) -> [TracePiece] {
    guard isKnown(fact) else {
      return [.text(self[fact] == FactSet.undetermined ? "说法不一或未写明" : "空缺")]
    }
    let cell = self[fact]
    switch fact.kind {
    case .truth: return [.text(Truth(cell == 1).wording.zh)]
    case .day: return [.text(day(fact)?.description ?? "空缺")]
    case .money: return [.text("\(Money(fen: cell))元")]
    case .choice: return [.text(catalogue[fact].terms(of: cell))]
    case .level: return [.text(catalogue[fact].terms[Int(cell)])]
    case .texts: return [.text(departments.isEmpty ? "无" : departments.joined(separator: "、"))]
    case .events: return eventPieces
    }
  }

  private var eventPieces: [TracePiece] {
    guard !priorEvents.isEmpty else { return [.text("无")] }
    var pieces: [TracePiece] = []
    for event in priorEvents.prefix(FactSet.shownEvents) {
      let text =
        "\(event.day?.description ?? "日期不明")违法\(event.isIllegal.wording.zh)"
        + "损害\(event.causedDamage.wording.zh)"
      pieces.append(.text(pieces.isEmpty ? text : "，" + text))
      if let row = event.row { pieces.append(.rows([row])) }
    }
    let more = priorEvents.count - FactSet.shownEvents
    return more > 0 ? pieces + [.text("，等共\(priorEvents.count)件")] : pieces
  }

  /// Whether nothing was said of the fact and the catalogue reads that as 否.
  package func isPresumed(_ fact: Fact, _ catalogue: FactCatalogue) -> Bool {
    guard self[fact] == FactSet.unknown, case .presumedFalse = catalogue[fact].absence else {
      return false
    }
    return true
  }

  /// The fact that stands for another because nothing was said of that one; `nil` where it is read
  /// itself.
  package func standIn(for fact: Fact, _ catalogue: FactCatalogue) -> Fact? {
    guard self[fact] == FactSet.unknown, case .readAs(let other) = catalogue[fact].absence else {
      return nil
    }
    return other
  }
}
