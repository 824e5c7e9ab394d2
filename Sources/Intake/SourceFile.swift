package import Vocabulary

/// A drop file whose profile was found: a table, and what each of its columns means.
package struct SourceFile: Sendable {
  /// The file as a table; its rows are read with `table.rows`.
  package let table: TextTable
  package let profile: SourceProfile
  /// The columns that hold fields, in the file's order; at most one for each field.
  package let columns: [ColumnReading]
  /// Columns without a meaning, by their place from 0: kept in the source record, read by nothing.
  package let unmapped: [Int]

  /// Finds the profile of a table.
  ///
  /// Throws when it has no header or a fault, no profile fits, two fit equally, or two columns answer to one
  /// field. A second column is passed over when it is empty throughout or says the same as the first
  /// in every row, for which the rows are read once.
  package init(_ table: TextTable, profiles: ProfileLibrary) throws(Failure) {
    guard table.hasHeader else {
      throw Failure(.unusableInput, .noHeader, file: table.shown, line: table.header.line)
    }
    if let fault = table.fault { throw Failure(.unusableInput, [fault]) }
    let fit = try ProfileFit.choosing(
      from: profiles, titles: table.titles, shown: table.shown, line: table.header.line)
    var columns: [ColumnReading] = []
    var unmapped: [Int] = []
    var repeated: [Problem] = []
    for (index, entry) in fit.entries.enumerated() {
      guard let entry else {
        unmapped.append(index)
        continue
      }
      let title = table.titles[index]
      guard let first = columns.firstIndex(where: { $0.field == entry.field }) else {
        columns.append(SourceFile.reading(index, entry, fit, title: title))
        continue
      }
      switch try table.comparison(of: columns[first].index, with: index) {
      case .secondAddsNothing: unmapped.append(index)
      case .firstIsEmpty:
        unmapped.append(columns[first].index)
        columns.remove(at: first)
        columns.append(SourceFile.reading(index, entry, fit, title: title))
      case .different:
        repeated.append(
          Problem(
            .repeatedColumn, file: table.shown, line: table.header.line, column: title,
            detail: Wording(
              zh: "与“\(columns[first].title)”同为 \(entry.field.name)",
              en: "“\(columns[first].title)” is \(entry.field.name) too")))
      }
    }
    guard repeated.isEmpty else { throw Failure(.unusableInput, repeated) }
    self.table = table.understood(as: columns)
    profile = fit.profile
    self.columns = columns
    self.unmapped = unmapped.sorted()
  }

  private static func reading(
    _ index: Int, _ entry: SourceProfile.Entry, _ fit: ProfileFit, title: String
  ) -> ColumnReading {
    ColumnReading(
      index: index, title: title, field: entry.field,
      isRequired: fit.profile.required.contains(entry.field),
      fenPerUnit: fit.titles[index].fenPerUnit ?? entry.fenPerUnit, words: entry.words)
  }
}

extension TextTable {
  /// How two columns that answer to one field relate.
  enum ColumnComparison {
    case secondAddsNothing, firstIsEmpty, different
  }

  /// Compares two columns over all rows of sound structure; linear in the file.
  func comparison(of first: Int, with second: Int) throws(Failure) -> ColumnComparison {
    var isFirstEmpty = true
    var isSecondEmpty = true
    var areEqual = true
    var rows = try reader()
    while try rows.next() {
      guard rows.kind == .record, rows.damage == nil else { continue }
      let (left, right) = (rows.fields.range(of: first), rows.fields.range(of: second))
      isFirstEmpty = isFirstEmpty && left.isEmpty
      isSecondEmpty = isSecondEmpty && right.isEmpty
      areEqual = areEqual && rows.fields.bytes[left] == rows.fields.bytes[right]
    }
    if isSecondEmpty || areEqual { return .secondAddsNothing }
    return isFirstEmpty ? .firstIsEmpty : .different
  }
}
