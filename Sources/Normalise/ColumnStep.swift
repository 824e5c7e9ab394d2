import Vocabulary

/// What the loop over a row has to know of a column; no more and nothing counted, since it is met in
/// every row.
struct ColumnStep: Sendable {
  /// How a cell is read that is written as most are.
  enum Kind: Sendable {
    /// A name or a number kept as text.
    case name(TextField)
    /// Running text.
    case running(TextField)
    /// A company's code.
    case code
    case day(DayField)
    case amount(AmountField)
    case longitude, latitude
    /// A word of a list or the name of a division, remembered.
    case word
    /// Left to its grammar.
    case other
  }

  let kind: Kind
  let isRequired: Bool
  /// The column's place in the row.
  let index: Int32
  /// Where the columns of the next field begin.
  let next: Int32
  /// The number of the latest day that is not flagged.
  let latest: Int32
  let fenPerUnit: Int64

  /// The steps of columns in the order of fields.
  static func steps(of columns: [RecordNormaliser.Column]) -> [ColumnStep] {
    columns.enumerated().map { number, column in
      let next = columns[number...].firstIndex { $0.field != column.field }
      return ColumnStep(
        kind: kind(of: column), isRequired: column.isRequired,
        index: Int32(clamping: column.reading.index), next: Int32(next ?? columns.count),
        latest: column.latest.number, fenPerUnit: column.reading.fenPerUnit)
    }
  }

  private static func kind(of column: RecordNormaliser.Column) -> Kind {
    switch column.field {
    case .truth, .choice, .county, .media, .channel: return .word
    // Words of the profile go before what a cell is by itself.
    case _ where !column.reading.words.isEmpty: return .other
    case .text(.creditCode), .identityNumber: return .code
    case .text(.reporterPhone), .coordinates: return .other
    case .text(let field):
      switch field.kind {
      case .name: return .name(field)
      case .free: return .running(field)
      case .identity, .shape: return .other
      }
    case .day(let field): return .day(field)
    case .amount(let field): return .amount(field)
    case .longitude: return .longitude
    case .latitude: return .latitude
    }
  }
}
