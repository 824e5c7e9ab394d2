/// A table of a package: its schema and its rows.
package struct SubmittedTable: Sendable, Hashable {
  /// Cells that must be found in another table, or in this one.
  package struct ForeignKey: Sendable, Hashable {
    package let fields: [String]
    /// The other table's name; this table's own where the rows refer to each other.
    package let table: String
    package let references: [String]

    /// `fields` are found together in `references` of that table.
    package init(fields: [String], table: String, references: [String]) {
      self.fields = fields
      self.table = table
      self.references = references
    }
  }

  /// The table of leads, which zero reports have no rows of.
  package static let leads = "leads"
  /// The column that corrections are listed by.
  package static let leadID = "lead_id"

  /// Lower-case letters, digits, `_` and `-`: the file is `data/tables/NAME.csv`.
  package let name: String
  package let title: String
  package let fields: [TableField]
  package let primaryKey: [String]
  package let foreignKeys: [ForeignKey]
  /// As many cells a row as there are fields; `nil` is unknown, and so is an empty text.
  package let rows: [[String?]]

  /// A table with its rows in the order in which they are written.
  package init(
    _ name: String, title: String, fields: [TableField], primaryKey: [String],
    foreignKeys: [ForeignKey] = [], rows: [[String?]]
  ) {
    self.name = name
    self.title = title
    self.fields = fields
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
    self.rows = rows
  }

  /// The place of a column; `nil` if the table has none of that name.
  package func column(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }

  /// The places of columns, those that the table does not have left out.
  func columns(_ names: [String]) -> [Int] { names.compactMap(column) }
}

extension SubmittedTable {
  /// Whether both have the same tables with the same rows, in any order of tables.
  package static func haveSameContent(
    _ first: [SubmittedTable], _ second: [SubmittedTable]
  ) -> Bool {
    func rows(_ tables: [SubmittedTable]) -> [String: [[String]]] {
      Dictionary(
        tables.map { ($0.name, $0.rows.map { $0.map { $0 ?? "" } }) },
        uniquingKeysWith: { first, _ in first })
    }
    return rows(first) == rows(second)
  }
}
