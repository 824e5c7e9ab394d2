package import Vocabulary

/// How much the ledger holds.
package struct LedgerStatus: Sendable, Hashable {
  /// How many rows a table of the ledger has.
  package struct Count: Sendable, Hashable {
    package let table: String
    package let rows: Int
  }

  package let schemaVersion: Int
  /// The size of the ledger's file.
  package let bytes: Int
  /// Rows of each table, in a fixed order.
  package let counts: [Count]
  /// Every run, in order.
  package let runs: [StoredRun]

  /// The digest of the latest run; `nil` for a ledger without runs.
  package var head: String? { runs.last?.digest }
}

extension Ledger {
  /// Counts what the ledger holds; nothing is checked.
  ///
  /// Cost: one pass over every table.
  package func status() throws(Failure) -> LedgerStatus {
    try read { (contents) throws(Failure) in
      var counts: [LedgerStatus.Count] = []
      for table in ["run"] + EntryTable.allCases.map(\.rawValue)
        + SealedTable.allCases.map(\.rawValue)
      {
        let rows = try contents.connection.integer("SELECT count(*) FROM \(table)")
        counts.append(LedgerStatus.Count(table: table, rows: Int(rows ?? 0)))
      }
      return LedgerStatus(
        schemaVersion: LedgerSchema.version, bytes: LedgerFile.size(path), counts: counts,
        runs: try contents.runs())
    }
  }
}
