/// The file that goes back to whoever delivered a drop: its rejected rows, ready to be mended and
/// dropped again.
package enum RejectedRows {
  /// What comes before the rows: the byte order mark and the header, as the file has them.
  package static func head(of table: TextTable) -> [UInt8] {
    Array(table.bytes[..<table.text.markLength] + table.bytes[table.header.range])
  }

  /// The rows at `places` in the table's own form and encoding.
  ///
  /// Head and rows are the file's own bytes, line ends too. `places` come in the file's order.
  package static func file(of table: TextTable, places: [RowPlace]) -> [UInt8] {
    head(of: table) + places.flatMap { table.bytes[$0.range] }
  }
}
