package import Vocabulary

/// What the check of a whole ledger found.
package struct LedgerVerification: Sendable {
  /// Nothing for a ledger that is whole; else what is broken, the earliest of each kind first.
  package let problems: [Problem]
  package let runs: Int
  package let records: Int
  /// The digest of the latest run; `nil` for a ledger without runs.
  package let head: String?

  package var isWhole: Bool { problems.isEmpty }
}

extension Ledger {
  /// Checks the file, its schema, the references between tables, and every seal from the first run.
  ///
  /// Finds a row that was edited, deleted, added or moved, with whatever program, and names the run
  /// and for a source record the record. Whoever replaces the whole chain is found only by
  /// comparing the head with the one the reports print. Cost: reads every row; memory is constant
  /// but for one chain a run and table.
  package func verify() throws(Failure) -> LedgerVerification {
    try read { (contents) throws(Failure) in
      var problems = try contents.integrityFaults()
      guard problems.isEmpty else {
        // What is read from broken pages would only be named wrongly.
        return LedgerVerification(problems: problems, runs: 0, records: 0, head: nil)
      }
      problems += try contents.schemaFaults()
      problems += try contents.danglingReferences()
      let runs = try contents.runs()
      problems += try contents.sealFaults(runs)
      problems += try contents.entryFaults()
      problems += try contents.layerFaults()
      let records = try contents.connection.integer("SELECT count(*) FROM sourceRecord")
      return LedgerVerification(
        problems: problems, runs: runs.count, records: Int(records ?? 0), head: runs.last?.digest)
    }
  }
}

extension LedgerContents {
  /// What SQLite's own check finds wrong with pages and indexes, at most ten faults.
  func integrityFaults() throws(Failure) -> [Problem] {
    var query = try connection.query("PRAGMA integrity_check(10)")
    var faults: [Problem] = []
    while try query.step() {
      let line = query.text()
      if line != "ok" {
        faults.append(
          broken(Wording(zh: "数据库完整性检查：\(line)", en: "integrity check: \(line)")))
      }
    }
    return faults
  }

  /// Whether tables, indexes and the triggers that keep rows from being edited are all there.
  fileprivate func schemaFaults() throws(Failure) -> [Problem] {
    let queue = try Ledger.connect(":memory:", shown: connection.shown, waitSeconds: 0)
    let expected = try Ledger.access(queue, shown: connection.shown) {
      (model) throws(Failure) in
      try LedgerSchema.upgrade(model)
      return try LedgerSchema.statements(model)
    }
    guard try LedgerSchema.statements(connection) != expected else { return [] }
    return [
      broken(
        Wording(
          zh: "表、索引或触发器被改动过", en: "tables, indexes or triggers have been changed"))
    ]
  }

  /// Rows that point to rows which are not there, by pair of tables.
  fileprivate func danglingReferences() throws(Failure) -> [Problem] {
    var query = try connection.query(
      """
      SELECT "table", "parent", count(*) FROM pragma_foreign_key_check
      GROUP BY "table", "parent" ORDER BY 1, 2
      """)
    var problems: [Problem] = []
    while try query.step() {
      let (table, parent, rows) = (query.text(), query.text(), query.integer())
      problems.append(
        broken(
          Wording(
            zh: "表 \(table) 有 \(rows) 行指向表 \(parent) 中不存在的行",
            en: "\(rows) rows of table \(table) point to rows that table \(parent) does not have")))
    }
    return problems
  }

  func broken(_ detail: Wording) -> Problem {
    Problem(.ledgerDamaged, file: connection.shown, detail: detail)
  }
}
