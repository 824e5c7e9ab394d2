/// Where a data record stands in its file.
package struct RowPlace: Sendable, Hashable {
  /// Counted from 1, rejected records too.
  package let record: Int
  /// Physical line on which it starts, from 1.
  package let line: Int
  /// Physical line on which it ends.
  package let endLine: Int
  /// Its bytes in the file, line end included.
  package let range: Range<Int>

  /// A place of that record and those lines, all counted from 1; `range` counts bytes from 0.
  package init(record: Int, line: Int, endLine: Int, range: Range<Int>) {
    self.record = record
    self.line = line
    self.endLine = endLine
    self.range = range
  }
}

/// How the rows of a file add up: every row is a record or blank.
package struct RowCounts: Sendable, Hashable {
  /// Data records, rejected ones too; the header is none.
  package var records = 0
  /// Those whose structure is broken.
  package var rejected = 0
  /// Rows with nothing but delimiters and white space, before the header too.
  package var blankRows = 0
}

/// How the records of a text end.
package enum LineEnding: String, Sendable, Hashable, CaseIterable {
  case lf = "LF"
  case crlf = "CRLF"
  case cr = "CR"
  case mixed
}
