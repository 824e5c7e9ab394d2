internal import Vocabulary

/// The shape of the ledger: an id in its header and the migrations that build it.
///
/// Migrations are only added. Each is one transaction that also counts up `user_version`, so an
/// interrupted one leaves the shape before or after it, and the version in the file's header says
/// how many were applied.
enum LedgerSchema {
  /// Tells a ledger from any other SQLite database: `LSLG` in the file's header.
  static let applicationID: Int64 = 0x4C53_4C47

  static let migrations: [[UInt8]] = [
    PackageResources.v1_runs_sql,
    PackageResources.v2_records_sql,
    PackageResources.v3_details_sql,
    PackageResources.v4_accounting_sql,
    PackageResources.v5_quotes_sql,
    PackageResources.v6_facts_sql,
    PackageResources.v7_places_sql,
    PackageResources.v8_judgements_sql,
    PackageResources.v9_weights_sql,
    PackageResources.v10_layers_sql,
    PackageResources.v11_points_sql,
    PackageResources.v12_verifications_sql,
    PackageResources.v13_submissions_sql,
  ]

  static var version: Int { migrations.count }

  /// Applies the migrations that are missing up to number `last`.
  static func upgrade(_ connection: LedgerConnection, to last: Int = version) throws(Failure) {
    while try storedVersion(connection) < last {
      try connection.transaction(isWriting: true) { () throws(Failure) in
        // Another process may have applied it since.
        let stored = try storedVersion(connection)
        guard stored < last else { return }
        try connection.execute(String(decoding: migrations[stored], as: UTF8.self))
        if stored == 0 { try connection.execute("PRAGMA application_id = \(applicationID)") }
        try connection.execute("PRAGMA user_version = \(stored + 1)")
      }
    }
  }

  /// How many migrations the open ledger has seen.
  ///
  /// Refuses what is no ledger, and a ledger that this program is too old for.
  static func check(_ connection: LedgerConnection) throws(Failure) -> Int {
    let id = try connection.integer("PRAGMA application_id")
    let stored = try storedVersion(connection)
    guard id == applicationID, stored > 0 else {
      throw Failure(.unusableInput, .notALedger, file: connection.shown)
    }
    guard stored <= version else {
      throw Failure(
        .unusableInput, .ledgerNewer, file: connection.shown,
        detail: Wording(
          zh: "台账结构版本 \(stored)，本程序支持到 \(version)",
          en: "the ledger has schema version \(stored), this program knows up to \(version)"))
    }
    return stored
  }

  private static func storedVersion(_ connection: LedgerConnection) throws(Failure) -> Int {
    Int(try connection.integer("PRAGMA user_version") ?? 0)
  }

  /// The statements that make up the database as it is, in a fixed order.
  static func statements(_ connection: LedgerConnection) throws(Failure) -> [String] {
    var query = try connection.query("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2")
    var statements: [String] = []
    while try query.step() {
      statements.append("\(query.text()) \(query.text()) \(query.text())")
    }
    return statements
  }
}
