package import Vocabulary

/// The file that goes back to whoever delivered a drop: its rejected rows, ready to be mended and
/// dropped again.
package enum RejectedRows {
  /// What comes before the rows: the byte order mark, a `sep=` line and the header, as the file has
  /// them; without a header nothing but the mark.
  package static func head(of table: TextTable) throws(Failure) -> [UInt8] {
    let bytes = try table.openBytes()
    let mark = try bytes.bytes(in: 0..<table.bodyStart)
    return table.hasHeader ? mark + (try bytes.bytes(in: table.header.range)) : mark
  }

  /// The rows at `places` in the table's own form and encoding.
  ///
  /// Head and rows are the file's own bytes, line ends too. `places` come in the file's order.
  package static func file(of table: TextTable, places: [RowPlace]) throws(Failure) -> [UInt8] {
    let bytes = try table.openBytes()
    var all = try head(of: table)
    for place in places { all += try bytes.bytes(in: place.range) }
    return all
  }
}
