package import Vocabulary

extension FactSet {
  /// How many earlier events texts name one by one.
  static let shownEvents = 8

  /// A fact's value as machine outputs write it: letters, days, yuan, the catalogue's words; `U` for
  /// an unknown one, `[]` for a list known to be empty.
  package func word(for fact: Fact, _ catalogue: FactCatalogue, in language: Language = .zh)
    -> String
  {
    guard isKnown(fact) else {
      if isPresumed(fact, catalogue) { return language.text(zh: "F（推定）", en: "F (presumed)") }
      guard let other = standIn(for: fact, catalogue) else { return Truth.unknown.letter }
      let letter = truth(other).letter
      return language.text(zh: "\(letter)（按\(other.name)）", en: "\(letter) (as \(other.name))")
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
    case .texts:
      return departments.isEmpty ? "[]" : departments(in: language).joined(separator: "|")
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
    pieces(for: fact, catalogue, in: .zh).map { piece in
      if case .text(let text) = piece { text } else { "" }
    }.joined()
  }

  /// The same in pieces, with the rows that earlier events stand in.
  func pieces(for fact: Fact, _ catalogue: FactCatalogue, in language: Language) -> [TracePiece] {
    let absent = Wording(zh: "空缺", en: "absent")
    guard isKnown(fact) else {
      let open = Wording(zh: "说法不一或未写明", en: "stated differently or left open")
      return [.text((self[fact] == FactSet.undetermined ? open : absent)[language])]
    }
    let cell = self[fact]
    switch fact.kind {
    case .truth: return [.text(Truth(cell == 1).wording[language])]
    case .day: return [.text(day(fact)?.description ?? absent[language])]
    case .money: return [.text(Money(fen: cell).yuan(in: language))]
    case .choice: return [.text(catalogue[fact].terms(of: cell, in: language))]
    case .level:
      let entry = catalogue[fact]
      return [.text((language == .zh ? entry.terms : entry.values)[Int(cell)])]
    case .texts:
      return [
        .text(
          departments.isEmpty
            ? FactSet.none[language]
            : departments(in: language).joined(separator: language.text(zh: "、", en: ", ")))
      ]
    case .events: return eventPieces(in: language)
    }
  }

  private static let none = Wording(zh: "无", en: "none")

  /// The departments, ours by their English names; others as they were stated.
  private func departments(in language: Language) -> [String] {
    guard language == .en else { return departments }
    return departments.map { name in
      Department.allCases.first { $0.term == name }?.wording.en ?? name
    }
  }

  private func eventPieces(in language: Language) -> [TracePiece] {
    guard !priorEvents.isEmpty else { return [.text(FactSet.none[language])] }
    var pieces: [TracePiece] = []
    for event in priorEvents.prefix(FactSet.shownEvents) {
      let day = event.day?.description ?? language.text(zh: "日期不明", en: "of an unknown day")
      let (illegal, damage) = (event.isIllegal.wording, event.causedDamage.wording)
      let text = language.text(
        zh: "\(day)违法\(illegal.zh)损害\(damage.zh)",
        en: "\(day) unlawful: \(illegal.en), damage: \(damage.en)")
      pieces.append(.text(pieces.isEmpty ? text : language.text(zh: "，", en: "; ") + text))
      if let row = event.row { pieces.append(.rows([row])) }
    }
    let count = priorEvents.count
    return count > FactSet.shownEvents
      ? pieces + [.text(language.text(zh: "，等共\(count)件", en: "; \(count) in all"))] : pieces
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
