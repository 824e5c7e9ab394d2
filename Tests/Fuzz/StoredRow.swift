import Vocabulary

/// Everything a record table holds of one row.
struct StoredRow: Equatable {
  private(set) var texts: [TextField: [UInt8]] = [:]
  private(set) var days: [DayField: Day] = [:]
  private(set) var amounts: [AmountField: Money] = [:]
  private(set) var truths: [TruthField: Truth] = [:]
  private(set) var choices: [ChoiceField: UInt8] = [:]
  let county: DivisionCode?
  let media: UInt32
  let channels: UInt32
  let point: Point?

  init(_ table: RecordTable, _ row: Int) {
    for field in TextField.allCases where !table.text(field, row).isMissing {
      texts[field] = Array(table.texts.bytes(of: table.text(field, row)))
    }
    for field in DayField.allCases { days[field] = table.day(field, row) }
    for field in AmountField.allCases { amounts[field] = table.amount(field, row) }
    for field in TruthField.allCases where table.truth(field, row) != .unknown {
      truths[field] = table.truth(field, row)
    }
    for field in ChoiceField.allCases { choices[field] = table.choice(field, row) }
    county = table.division(row)
    media = table.media[row].bits
    channels = table.channels[row].bits
    point = table.point(row)
  }
}

extension RowFields {
  /// A row of those fields.
  init(_ fields: [[UInt8]]) {
    self.init()
    for field in fields {
      append(field.span)
      endField()
    }
  }
}
