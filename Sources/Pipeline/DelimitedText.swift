/// Rows of a file as text, cut into cells for display and comparison.
enum DelimitedText {
  /// The cells of a row whose quotes can be trusted, unquoted; a delimiter inside quotes does not cut.
  ///
  /// `quote` is the mark of the file, `nil` if marks are text.
  static func cells(of row: String, by delimiter: Character, quote: Character?) -> [String] {
    var cells = [""]
    var isQuoted = false
    var hasClosed = false
    for character in row {
      if character == quote {
        if hasClosed {
          // Two quotes inside a quoted cell are one.
          cells[cells.count - 1].append(character)
          (isQuoted, hasClosed) = (true, false)
        } else if isQuoted {
          (isQuoted, hasClosed) = (false, true)
        } else if cells[cells.count - 1].isEmpty {
          isQuoted = true
        } else {
          cells[cells.count - 1].append(character)
        }
        continue
      }
      hasClosed = false
      if character == delimiter, !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// The cells of a damaged row: cut at every delimiter, quotes and white space around them dropped.
  static func roughCells(of row: String, by delimiter: Character) -> [String] {
    row.split(separator: delimiter, omittingEmptySubsequences: false).map { cell in
      var scalars = Substring(cell).unicodeScalars
      while let first = scalars.first, isAround(first) { scalars.removeFirst() }
      while let last = scalars.last, isAround(last) { scalars.removeLast() }
      return String(Substring(scalars))
    }
  }

  private static func isAround(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "'" || scalar.properties.isWhitespace
  }
}
