import Vocabulary

/// The words a profile gives a column beyond the built-in lists.
package struct ColumnWords: Sendable {
  /// What a word stands for.
  package enum Meaning: Sendable, Hashable {
    /// Not known, like a blank cell.
    case unknown
    /// 0 or 1 for a truth, the raw value of a case, the bits of a set of media or of channels, the
    /// number of a division.
    case raw(UInt32)
  }

  /// No words beyond the built-in lists.
  package static let none = ColumnWords()

  private var table = WordTable<Meaning>()

  private init() {}

  /// The words of a column of that field; words whose meaning the field does not have are left out.
  package init(_ words: [String: String], for field: Field) {
    // Sorted, so that of two words that fold to one the same is taken in every run.
    for (word, canonical) in words.sorted(by: { $0.key < $1.key }) {
      guard let meaning = ColumnWords.meaning(ofCanonical: canonical, for: field) else { continue }
      table.insert(FoldedCell(word), meaning)
    }
    for (word, truth) in ColumnWords.wordsOfField(field) {
      table.insert(FoldedCell(word), .raw(truth ? 1 : 0))
    }
  }

  /// What a profile may write as the meaning of a word: `unknown` in every field, and `true` or
  /// `false`, a case's name, a medium's term, `C01` to `C10`, or six digits of a division.
  ///
  /// `nil` is a meaning the field does not have: a fault of the profile.
  package static func meaning(ofCanonical canonical: String, for field: Field) -> Meaning? {
    if canonical == "unknown" { return .unknown }
    switch field {
    case .truth:
      switch canonical {
      case "true": return .raw(1)
      case "false": return .raw(0)
      default: return nil
      }
    case .choice(let choice): return choice.rawValue(named: canonical).map { .raw(UInt32($0)) }
    case .media:
      let medium = Medium.allCases.first { $0.term == canonical }
      return medium.map { .raw(MediumSet($0).bits) }
    case .channel: return Channel(code: canonical).map { .raw(ChannelSet($0).bits) }
    case .county: return DivisionCode(canonical).map { .raw(UInt32($0.number)) }
    case .text, .day, .amount, .longitude, .latitude, .coordinates, .identityNumber: return nil
    }
  }

  /// What the cell stands for in this column; `nil` if the column has no word for it.
  func meaning(of cell: FoldedCell) -> Meaning? { table[cell] }

  /// What that part of the cell stands for in this column.
  func meaning(of cell: FoldedCell, _ range: Range<Int>) -> Meaning? { table[cell, range] }

  /// Whether the column's words say that this cell is not known.
  func isUnknown(_ bytes: Span<UInt8>) -> Bool {
    guard !table.isEmpty else { return false }
    return table[FoldedCell(bytes)] == .unknown
  }

  /// Words that are clear only in the light of what is asked.
  private static func wordsOfField(_ field: Field) -> [(String, Bool)] {
    switch field {
    case .truth(.declaredRedLine), .truth(.eventInRedLine), .truth(.resultInRedLine):
      [
        ("涉及", true), ("不涉及", false), ("红线内", true), ("红线外", false), ("在红线内", true),
        ("不在红线内", false),
      ]
    case .truth(.declaredReserve), .truth(.eventInReserve), .truth(.resultInReserve):
      [("涉及", true), ("不涉及", false), ("保护地内", true), ("保护地外", false)]
    default: []
    }
  }
}

extension ChoiceField {
  /// The raw value of the case that profiles write as `name`.
  fileprivate func rawValue(named name: String) -> UInt8? {
    switch self {
    case .emergencyLevel, .destructionLevel:
      EventLevel.allCases.first { $0.name == name }?.rawValue
    case .damageBasis: DamageBasis.allCases.first { $0.name == name }?.rawValue
    case .restorationRoute: RestorationRoute.allCases.first { $0.name == name }?.rawValue
    case .inspectorateLevel: InspectorateLevel.allCases.first { $0.name == name }?.rawValue
    case .datum: Datum.allCases.first { $0.name == name }?.rawValue
    case .placeRole: PlaceRole.allCases.first { $0.name == name }?.rawValue
    }
  }
}
