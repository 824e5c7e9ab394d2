internal import GRDBSQLite

extension Ledger {
  /// The version of the SQLite library in use.
  package static var engineVersion: String {
    unsafe sqlite3_libversion().map { unsafe String(cString: $0) } ?? ""
  }
}
