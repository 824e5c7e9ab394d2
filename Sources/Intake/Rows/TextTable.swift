internal import Files
package import Vocabulary

/// A file understood as a table: its encoding, dialect and header, before anything is known of what
/// its columns mean.
///
/// Holds nothing of the file but its header; rows are read from the source when they are asked for.
package struct TextTable: Sendable {
  package let source: ByteSource
  /// SHA-256 of the file, in hexadecimal.
  package let sha256: String
  package let encodingDecision: EncodingDecision
  package let dialect: Dialect
  /// The columns' titles as the file has them; named by their numbers if the file has no header.
  package let titles: [String]
  /// Whether a header row was found.
  package let hasHeader: Bool
  /// What keeps the table out of the register, though its rows can be looked at: a broken header, or a
  /// text that another encoding fits as well.
  package let fault: Problem?
  /// Where the header stands, its `record` 0; the first row if there is none.
  package let header: RowPlace

  /// Where the first row begins, after a mark and a `sep=` line.
  let bodyStart: Int
  let linesBeforeBody: Int
  let layout: TableLayout
  private(set) var aside: AsideRows
  let shape: RowShape

  /// The name used in messages and outputs.
  package var shown: String { source.shown }
  /// In bytes.
  package var size: Int { source.size }
  package var encoding: TextEncoding { encodingDecision.encoding }

  /// Understands a source.
  ///
  /// Throws when it is empty, no text, in an encoding that cannot be decided, has no delimiter or a
  /// header that cannot be read. Reads it twice from end to end, and its first rows once more; memory
  /// does not grow with it.
  package init(of source: ByteSource, profiles: ProfileLibrary) throws(Failure) {
    let survey = try TextSurvey(source)
    self.source = source
    sha256 = survey.sha256
    encodingDecision = survey.encoding
    dialect = survey.dialect
    bodyStart = survey.bodyStart
    linesBeforeBody = survey.linesBeforeBody
    let leading = try LeadingRows(source, survey)
    let layout = TableLayout.finding(
      in: leading.rows.map(\.fields), usualWidth: dialect.usualWidth, profiles: profiles)
    self.layout = layout
    hasHeader = layout.hasHeader
    titles = layout.titles
    let headerRow = layout.kinds.firstIndex(of: .header) ?? 0
    header = leading.rows[headerRow].place
    let headerFault =
      hasHeader
      ? try TextTable.fault(of: leading.rows[headerRow], titles, shown: source.shown) : nil
    fault =
      encodingDecision.isAmbiguous
      ? Problem(.undecidableEncoding, file: source.shown, detail: encodingDecision.reason)
      : headerFault
    aside = AsideRows(layout, columns: [])
    shape = RowShape(
      width: layout.titles.count, usualWidth: dialect.usualWidth,
      filled: leading.filled(from: layout.kinds.count))
  }

  /// The table when it is known what its columns mean, so that totals and notes below it are told
  /// from records with more certainty.
  func understood(as columns: [ColumnReading]) -> TextTable {
    var table = self
    table.aside = AsideRows(layout, columns: columns)
    return table
  }

  /// A reading of all rows from the first on.
  package func reader() throws(Failure) -> TableReader { try TableReader(self) }

  /// The bytes of rows, for outputs that repeat them as they are.
  package func openBytes() throws(Failure) -> ByteReading { try source.open() }

  /// What is wrong with a header; throws if it is above the limits.
  private static func fault(
    of header: LeadingRows.Row, _ titles: [String], shown: String
  ) throws(Failure) -> Problem? {
    for (column, title) in titles.enumerated() where title.utf8.count > IntakeLimits.titleBytes {
      throw Failure(
        .unusableInput, .rowTooLong, file: shown, line: header.place.line,
        detail: Wording(
          zh: "表头第 \(column + 1) 列的列名过长", en: "the title of column \(column + 1) is too long"))
    }
    guard let fault = header.fault else { return nil }
    return Problem(
      fault.code, file: shown, line: header.place.line,
      detail: fault.column.map {
        Wording(zh: "表头第 \($0 + 1) 列", en: "column \($0 + 1) of the header")
      })
  }
}
