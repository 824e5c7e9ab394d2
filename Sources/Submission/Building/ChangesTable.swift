/// data/changes.csv: what differs from the tables of the package that is replaced.
///
/// Rows are known by their primary key. A row that is only in one of the two packages has one line,
/// without a field. Columns that only one of the two has count as empty in the other.
enum ChangesTable {
  /// The changes of all tables with a primary key, in the order of tables, keys and fields.
  static func table(
    from earlier: [SubmittedTable], to tables: [SubmittedTable], reason: String
  ) -> SubmittedTable {
    var rows: [[String?]] = []
    let names = Set(earlier.map(\.name)).union(tables.map(\.name))
      .subtracting([PackageLayout.changesTable])
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let before = earlier.first { $0.name == name }
      let after = tables.first { $0.name == name }
      rows += changes(from: before, to: after).map { [name] + $0 + [reason] }
    }
    return SubmittedTable(
      PackageLayout.changesTable, title: "更正说明",
      fields: [
        TableField("table", title: "表", isRequired: true),
        TableField("key", title: "主键", isRequired: true),
        TableField(
          "change", title: "变动", isRequired: true, allowed: ["added", "changed", "removed"]),
        TableField("field", title: "列"),
        TableField("old", title: "原值"),
        TableField("new", title: "新值"),
        TableField("reason", title: "理由", isRequired: true),
      ],
      primaryKey: [], rows: rows)
  }

  private static func changes(
    from before: SubmittedTable?, to after: SubmittedTable?
  ) -> [[String?]] {
    let key = after?.primaryKey ?? before?.primaryKey ?? []
    guard !key.isEmpty else { return [] }
    let old = rows(of: before, by: key)
    let new = rows(of: after, by: key)
    var names = after?.fields.map(\.name) ?? []
    names += (before?.fields.map(\.name) ?? []).filter { !names.contains($0) }
    let keys = Set(old.keys).union(new.keys).sorted {
      $0.lexicographicallyPrecedes($1) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return keys.flatMap { cells -> [[String?]] in
      let key = cells.joined(separator: ";")
      guard let earlier = old[cells] else { return [[key, "added", nil, nil, nil]] }
      guard let later = new[cells] else { return [[key, "removed", nil, nil, nil]] }
      return names.compactMap { name in
        let (old, new) = (earlier[name] ?? nil, later[name] ?? nil)
        return ExactText.isSame(old, new) ? nil : [key, "changed", name, old, new]
      }
    }
  }

  /// Rows by their key, with their cells by name: a later version of a table may have more columns.
  private static func rows(
    of table: SubmittedTable?, by key: [String]
  ) -> [[String]: [String: String?]] {
    guard let table else { return [:] }
    var rows: [[String]: [String: String?]] = [:]
    for cells in table.rows {
      let row = Dictionary(
        zip(table.fields.map(\.name), cells), uniquingKeysWith: { first, _ in first })
      rows[key.map { (row[$0] ?? nil) ?? "" }] = row
    }
    return rows
  }
}

/// Comparing texts by what they are written with, not by what they look like.
enum ExactText {
  /// Whether both are the same bytes; an empty text is as good as none.
  static func isSame(_ one: String?, _ other: String?) -> Bool {
    (one ?? "").utf8.elementsEqual((other ?? "").utf8)
  }
}
