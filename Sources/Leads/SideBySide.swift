package import Vocabulary

/// The records of one lead side by side: of every field that any of them states, what each says.
package struct SideBySide: Sendable {
  /// One field; values and marks answer to `rows` one by one.
  package struct Line: Sendable, Hashable {
    package let field: Field
    /// As officials read them, persons' numbers masked; empty where a record says nothing.
    package let values: [String]
    /// Whether the lead takes the record's word.
    package let isTaken: [Bool]
    /// Whether the values differ.
    package let differs: Bool
  }

  /// The first rows of the lead.
  package let rows: [Int]
  package let lines: [Line]

  /// Puts the first `limit` rows of a lead beside each other; O(rows · fields).
  package init(_ lead: Lead, _ table: RecordTable, limit: Int) {
    let rows = Array(lead.rows.prefix(limit))
    self.rows = rows
    lines = Field.all.compactMap { field in
      let stated = rows.map { table.words(of: field, $0) }
      guard stated.contains(where: { !$0.isEmpty }) else { return nil }
      let distinct = Set(stated).subtracting([""])
      let taken = lead.rowsTaken(for: field, table)
      return Line(
        field: field, values: stated.map { field.shown($0) },
        isTaken: zip(rows, stated).map { taken.contains($0) && !$1.isEmpty },
        differs: distinct.count > 1)
    }
  }
}

extension Field {
  /// A value as pages show it: nothing of what is restricted, no person's number.
  fileprivate func shown(_ value: String) -> String {
    let hidden = value.isEmpty ? "" : Wording.notShown.zh
    if case .text(let field) = self, field.isRestricted { return hidden }
    // What a source has masked already is a person's number all the same.
    if self == .text(.weakCode), value.utf8.contains(UInt8(ascii: "*")) { return hidden }
    if self == .text(.placeShape) { return Problem.printable(value, limit: 120) }
    return PersonalNumbers.masked(value)
  }
}

extension Lead {
  /// The rows whose word is taken for a field; none of what the lead keeps no value of.
  fileprivate func rowsTaken(for field: Field, _ table: RecordTable) -> [Int] {
    switch field {
    case .text(.partyName): [partyName?.row].compactMap(\.self)
    case .text(.creditCode): [creditCode?.row].compactMap(\.self)
    case .text(.place): [place?.row].compactMap(\.self)
    case .text: []
    case .day(let field): [day(of: field)?.row].compactMap(\.self)
    // A check that found an amount takes no record's word for it.
    case .amount(.damage):
      verification?.assessment == nil
        ? [(amountDetermined ?? amountEstimate)?.row].compactMap(\.self) : []
    case .amount: []
    case .truth(.damageConfirmed) where verification != nil: []
    case .truth(.restored) where verification?.restoration != nil: []
    case .truth(let field):
      rows(of: field).filter { table.truth(field, $0) == truth(field) }
    case .choice(.emergencyLevel): [emergencyLevel?.row].compactMap(\.self)
    case .choice(.destructionLevel): [destructionLevel?.row].compactMap(\.self)
    case .choice(.restorationRoute):
      verification?.restoration == nil ? [restorationRoute?.row].compactMap(\.self) : []
    case .choice(.damageBasis):
      verification?.assessment == nil ? [amountBasis?.row].compactMap(\.self) : []
    case .choice: []
    case .county: [county?.row].compactMap(\.self)
    case .media: mediaRows
    case .coordinates, .longitude, .latitude, .channel, .identityNumber: []
    }
  }
}
