internal import Intake
internal import Vocabulary

/// A rejected row as rejects.csv shows it: what names a reporter or a person is masked.
///
/// The row itself stays in the ledger and goes back to whoever delivered it.
enum ShownRow {
  /// The row's text without its line end, at most 2,000 characters.
  ///
  /// A damaged row may have too many or too few fields, so that a restricted column is masked both
  /// counted from the front and counted from the back.
  static func text(of place: RowPlace, in source: SourceFile) -> String {
    var text = source.table.rawText(place, limit: 8000)
    while let last = text.unicodeScalars.last, last == "\n" || last == "\r" {
      text.unicodeScalars.removeLast()
    }
    let restricted = source.columns.filter { isRestricted($0.field) }.map(\.index)
    if !restricted.isEmpty {
      let delimiter = Character(source.table.delimiter.rawValue)
      var fields = split(text, by: delimiter)
      let width = source.table.titles.count
      for index in restricted {
        for position in [index, fields.count - (width - index)]
        where fields.indices.contains(position) && !fields[position].isEmpty {
          fields[position] = "***"
        }
      }
      text = fields.joined(separator: String(delimiter))
    }
    return String(maskNumbers(text).prefix(2000))
  }

  private static func isRestricted(_ field: Field) -> Bool {
    switch field {
    case .text(let text): text.isRestricted
    case .identityNumber: true
    default: false
    }
  }

  /// The fields of a row as they stand, quotes kept; a delimiter inside quotes does not split.
  private static func split(_ text: String, by delimiter: Character) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == delimiter, !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  /// Mobile numbers and persons' numbers with their middle masked, wherever they stand.
  private static func maskNumbers(_ text: String) -> String {
    var result = ""
    var digits = ""
    func masked(_ digits: String) -> String {
      let isMobile = digits.utf8.count == 11 && digits.hasPrefix("1")
      let isPerson =
        digits.utf8.count == 18
        && (digits.hasPrefix("1") || digits.hasPrefix("2")
          || digits.hasPrefix("3") || digits.hasPrefix("4") || digits.hasPrefix("5")
          || digits.hasPrefix("6"))
      guard isMobile || isPerson else { return digits }
      return digits.prefix(3) + String(repeating: "*", count: digits.utf8.count - 7)
        + digits.suffix(4)
    }
    for character in text {
      if character.isASCII, character.isNumber || (character == "X" && digits.utf8.count == 17) {
        digits.append(character)
      } else {
        result += masked(digits)
        digits = ""
        result.append(character)
      }
    }
    return result + masked(digits)
  }
}
