/// Where a row stands in its file.
package struct RowPlace: Sendable, Hashable {
  /// The data record, counted from 1, rejected records too; 0 for a row that is none.
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
