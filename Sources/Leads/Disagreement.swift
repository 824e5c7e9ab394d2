package import Vocabulary

/// What records of one lead state differently of one field, and whose word was taken.
package struct Disagreement: Sendable, Hashable {
  /// A value as officials read it, and the row of a record that states it.
  package struct Voice: Sendable, Hashable {
    package let value: Wording
    package let row: Int
  }

  package let field: Field
  /// The value taken; `nil` where none is preferred, so that the fact stays unknown.
  package let taken: Voice?
  /// Every other value, in the order of precedence.
  package let others: [Voice]

  /// Everything of which the lead keeps one value and its records state several.
  ///
  /// In the order of fields. A version that a later one corrects has no voice, and what the result of a
  /// check states is no question any more. Spellings of names and
  /// places, days of which the earliest counts by law, and coordinates are not compared: the first
  /// and the last are judged by matching and by the map.
  package static func among(_ lead: Lead, _ table: RecordTable) -> [Disagreement] {
    var found: [Disagreement] = []
    func add<Value>(_ field: Field, _ chosen: Chosen<Value>?) {
      guard let chosen, chosen.isDisputed else { return }
      found.append(
        Disagreement(
          field: field, taken: voice(field, chosen.row, table),
          others: chosen.others.map { voice(field, $0.row, table) }))
    }
    add(.text(.creditCode), lead.creditCode)
    for field in DayField.allCases { add(.day(field), lead.day(of: field)) }
    if !lead.disputedAmounts.isEmpty {
      found.append(
        Disagreement(
          field: .amount(.damage), taken: nil,
          others: lead.disputedAmounts.map { voice(.amount(.damage), $0.row, table) }))
    } else {
      // An estimate is not set against what was determined.
      add(.amount(.damage), lead.amountDetermined ?? lead.amountEstimate)
    }
    for field in TruthField.allCases {
      let rows = lead.rows(of: field)
      let value = lead.truth(field)
      guard rows.contains(where: { table.truth(field, $0) != table.truth(field, rows[0]) }) else {
        continue
      }
      let taken = rows.filter { table.truth(field, $0) == value }.max {
        (table.dayOfWord($0)?.number ?? .min, $0)
          < (table.dayOfWord($1)?.number ?? .min, $1)
      }
      found.append(
        Disagreement(
          field: .truth(field), taken: taken.map { voice(.truth(field), $0, table) },
          others: rows.filter { table.truth(field, $0) != value }
            .map { voice(.truth(field), $0, table) }))
    }
    add(.choice(.emergencyLevel), lead.emergencyLevel)
    add(.choice(.destructionLevel), lead.destructionLevel)
    add(.choice(.restorationRoute), lead.restorationRoute)
    if let county = lead.county,
      county.others.contains(where: { isElsewhere($0.value, county.value) })
    {
      add(.county, county)
    }
    return found.filter { !isSettled($0.field, lead.verification) }
  }

  /// Whether a check has found out what records contradict each other about.
  private static func isSettled(_ field: Field, _ verification: Verification?) -> Bool {
    switch field {
    case .truth(.damageConfirmed): verification != nil
    case .amount(.damage): verification?.assessment != nil
    case .truth(.restored), .choice(.restorationRoute): verification?.restoration != nil
    default: false
    }
  }

  /// A city beside one of its counties is less exact and no contradiction.
  private static func isElsewhere(_ one: DivisionCode, _ other: DivisionCode) -> Bool {
    !one.contains(other) && !other.contains(one)
  }

  private static func voice(_ field: Field, _ row: Int, _ table: RecordTable) -> Voice {
    Voice(value: PersonalNumbers.masked(table.wording(of: field, row)), row: row)
  }
}
