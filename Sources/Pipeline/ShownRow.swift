internal import Intake
internal import Reports
internal import Vocabulary

/// A rejected row as rejects.csv shows it: what names a reporter or a person is masked.
///
/// The row itself stays in the ledger and goes back to whoever delivered it.
enum ShownRow {
  /// The row's text without its line end, at most 2,000 characters.
  ///
  /// A damaged row may have too many or too few fields, so that a restricted column is masked both
  /// counted from the front and counted from the back.
  static func text(of row: [UInt8], in source: SourceFile) -> String {
    reporters(of: row, in: source).masked(
      text(of: row, in: source.table, columns: source.columns))
  }

  /// Whoever the row names as reporters, to be masked in its other cells and in what is said of it.
  ///
  /// A damaged row is read from the front and from the back, as `text` reads it.
  static func reporters(of row: [UInt8], in source: SourceFile) -> ReporterNames {
    let columns = source.columns.filter { $0.field == .text(.reporter) }.map(\.index)
    guard !columns.isEmpty else { return ReporterNames([]) }
    let table = source.table
    let (width, quote) = (table.titles.count, table.dialect.quote.rawValue.first)
    let fields = split(
      table.encoding.text(row.prefix(8000)), by: Character(table.dialect.delimiter.rawValue), quote)
    let cells = columns.flatMap { [$0, fields.count - (width - $0)] }
      .filter(fields.indices.contains).map { fields[$0].filter { $0 != quote } }
    return ReporterNames(cells)
  }

  /// The same for a table whose columns are read as `columns` say, or not known.
  static func text(of row: [UInt8], in table: TextTable, columns: [ColumnReading]) -> String {
    var text = table.encoding.text(row.prefix(8000))
    while let last = text.unicodeScalars.last, last == "\n" || last == "\r" {
      text.unicodeScalars.removeLast()
    }
    let restricted = columns.filter { isRestricted($0.field) }.map(\.index)
    if !restricted.isEmpty {
      let delimiter = Character(table.dialect.delimiter.rawValue)
      let quote = table.dialect.quote.rawValue.first
      let width = table.titles.count
      text = masked(split(text, by: delimiter, quote), restricted, width, delimiter)
      // Where quotes are damaged the fields are anybody's guess: mask by every delimiter as well.
      let plain = text.split(separator: delimiter, omittingEmptySubsequences: false).map(
        String.init)
      if plain.count != width || quote.map(text.contains) ?? false {
        text = masked(plain, restricted, width, delimiter)
      }
    }
    return String(PersonalNumbers.masked(text).prefix(2000))
  }

  /// The fields with the restricted columns masked, counted from the front and from the back.
  private static func masked(
    _ fields: [String], _ restricted: [Int], _ width: Int, _ delimiter: Character
  ) -> String {
    var fields = fields
    for index in restricted {
      for position in [index, fields.count - (width - index)]
      where fields.indices.contains(position) && !fields[position].isEmpty {
        fields[position] = "***"
      }
    }
    return fields.joined(separator: String(delimiter))
  }

  private static func isRestricted(_ field: Field) -> Bool {
    switch field {
    case .text(let text): text.isRestricted
    case .identityNumber: true
    default: false
    }
  }

  /// The fields of a row as they stand, quotes kept; a delimiter inside quotes does not split.
  private static func split(
    _ text: String, by delimiter: Character, _ quote: Character?
  ) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in text {
      // A quote opens a field only at its start.
      if character == quote, isQuoted || fields[fields.count - 1].isEmpty { isQuoted.toggle() }
      if character == delimiter, !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
