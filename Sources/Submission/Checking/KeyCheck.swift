internal import Vocabulary

/// Checks the keys of tables, comparing them by their bytes.
enum KeyCheck {
  /// A primary key has all its cells and stands once.
  static func checkPrimaryKey(
    of table: SubmittedTable, lines: [Int], _ found: inout RowFindings
  ) {
    let columns = table.columns(table.primaryKey)
    guard !columns.isEmpty else { return }
    let name = table.primaryKey.joined(separator: ",")
    var seen: Set<[[UInt8]]> = []
    for (row, line) in zip(table.rows, lines) {
      let key = columns.map { Array((row[$0] ?? "").utf8) }
      if key.contains([]) {
        found.add(.missingValue, line: line, field: name, value: nil)
      } else if !seen.insert(key).inserted {
        found.add(.repeatedKey, line: line, field: name, value: shown(row, columns))
      }
    }
  }

  /// Every foreign key that has a cell is found in the table it refers to.
  ///
  /// Of a table that is `described` but could not be read it is known already that it is at fault.
  static func checkForeignKeys(
    of check: TableCheck, among checks: [TableCheck], described: Set<String>
  ) -> [PackageFinding] {
    var found = RowFindings(path: check.path)
    for key in check.table.foreignKeys {
      let name = key.fields.joined(separator: ",")
      let read = checks.first { $0.table.name == key.table }
      if read == nil, described.contains(key.table) { continue }
      guard let other = read?.table,
        other.columns(key.references).count == key.references.count
      else {
        found.add(
          .orphanKey, line: 1, field: name, value: nil,
          detail: Wording(zh: "没有表 \(key.table)", en: "there is no table \(key.table)"))
        continue
      }
      let known = Set(
        other.rows.map { row in
          other.columns(key.references).map { Array((row[$0] ?? "").utf8) }
        })
      let columns = check.table.columns(key.fields)
      for (row, line) in zip(check.table.rows, check.lines) {
        let cells = columns.map { Array((row[$0] ?? "").utf8) }
        if cells.allSatisfy(\.isEmpty) || known.contains(cells) { continue }
        found.add(
          .orphanKey, line: line, field: name, value: shown(row, columns),
          detail: Wording(verbatim: key.table))
      }
    }
    return found.all
  }

  private static func shown(_ row: [String?], _ columns: [Int]) -> String {
    columns.map { row[$0] ?? "" }.joined(separator: ",")
  }
}
