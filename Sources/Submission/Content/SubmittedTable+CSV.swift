package import Vocabulary

extension SubmittedTable {
  /// A table whose rows are those of a CSV in the dialect of packages, its header the fields' names.
  ///
  /// What is written for machines elsewhere is written the same way here. Throws a fault of the
  /// program for other bytes.
  package init(
    _ name: String, title: String, fields: [TableField], primaryKey: [String],
    foreignKeys: [ForeignKey] = [], csv bytes: [UInt8]
  ) throws(Failure) {
    do throws(ExactCSVReading.Fault) {
      let rows = try ExactCSVReading.rows(bytes)
      guard let header = rows.first, header.cells == fields.map(\.name) else {
        throw ExactCSVReading.Fault(
          line: 1, reason: Wording(zh: "表头与字段不符", en: "the header is not that of the fields"))
      }
      self.init(
        name, title: title, fields: fields, primaryKey: primaryKey, foreignKeys: foreignKeys,
        rows: rows.dropFirst().map { $0.cells.map { $0.isEmpty ? nil : $0 } })
    } catch {
      throw Failure(.fault, .fault, file: name, line: error.line, detail: error.reason)
    }
  }
}
