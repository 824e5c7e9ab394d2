internal import GRDBSQLite
internal import Vocabulary

/// The first bytes of an SQLite database.
enum GeoPackageHeader {
  static func isSQLite(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 100 && bytes.starts(with: "SQLite format 3\0".utf8)
  }

  /// The file as one whose changes lie in no log beside it.
  ///
  /// Programs that edit GeoPackages leave the mark of a write-ahead log, which a database in memory
  /// cannot have (SQLite file format, 1.3.3).
  static func withoutLog(_ bytes: consuming [UInt8]) -> [UInt8] {
    for place in [18, 19] where bytes[place] == 2 { bytes[place] = 1 }
    return bytes
  }
}

/// An SQLite database in memory that somebody else wrote, and that is read and never believed.
///
/// A copy in memory cannot change under the reader, has no files beside it, and cannot be written.
/// Functions and virtual tables that its schema names are not run.
@safe final class GeoPackageDatabase {
  private let connection: OpaquePointer
  /// The file; must outlive the connection.
  private let storage: UnsafeMutableRawBufferPointer
  let shown: String

  /// What a file may make SQLite do: bytes of a value, bytes of a statement, columns, depth.
  private static let limits: [(Int32, Int32)] = [
    (SQLITE_LIMIT_LENGTH, 1 << 28), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
    (SQLITE_LIMIT_COLUMN, 2000), (SQLITE_LIMIT_EXPR_DEPTH, 100),
    (SQLITE_LIMIT_COMPOUND_SELECT, 3), (SQLITE_LIMIT_ATTACHED, 0),
    (SQLITE_LIMIT_TRIGGER_DEPTH, 1), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
    (SQLITE_LIMIT_WORKER_THREADS, 0),
  ]

  /// Opens the database in `bytes` and looks at every page of it; `shown` is the name in messages.
  init(_ bytes: [UInt8], shown: String) throws(Failure) {
    self.shown = shown
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    let code = unsafe sqlite3_open_v2(":memory:", &opened, flags, nil)
    guard let connection = unsafe opened, code == SQLITE_OK else {
      unsafe sqlite3_close_v2(opened)
      throw GeoPackageDatabase.failure(code, shown)
    }
    unsafe self.connection = connection
    unsafe storage = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, bytes.count), alignment: 16)
    unsafe storage.copyBytes(from: bytes)
    for (kind, limit) in GeoPackageDatabase.limits {
      unsafe sqlite3_limit(connection, kind, limit)
    }
    let start = unsafe storage.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let loaded = unsafe sqlite3_deserialize(
      connection, "main", start, Int64(bytes.count), Int64(bytes.count),
      UInt32(SQLITE_DESERIALIZE_READONLY))
    guard loaded == SQLITE_OK else { throw GeoPackageDatabase.failure(loaded, shown) }
    for pragma in ["trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"] {
      _ = try query("PRAGMA \(pragma)").step()
    }
    let check = try query("PRAGMA quick_check(1)")
    guard try check.step(), check.text(0) == "ok" else {
      throw GeoPackageDatabase.failure(SQLITE_CORRUPT, shown)
    }
  }

  deinit {
    unsafe sqlite3_close_v2(connection)
    unsafe storage.deallocate()
  }

  /// Prepares one query; `arguments` answer to its question marks in order.
  func query(_ sql: String, _ arguments: [String] = []) throws(Failure) -> GeoPackageQuery {
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else {
      throw GeoPackageDatabase.failure(code, shown)
    }
    return try unsafe GeoPackageQuery(statement, of: self, arguments)
  }

  /// A name of the file as it may stand in a statement.
  static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  static func failure(_ code: Int32, _ shown: String) -> Failure {
    let detail =
      switch code & 0xFF {
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_OK:
        Wording(zh: "GeoPackage 已损坏", en: "the GeoPackage is damaged")
      case SQLITE_TOOBIG:
        Wording(zh: "某个要素超过 256 MB", en: "a feature is larger than 256 MB")
      default:
        Wording(
          zh: "GeoPackage 无法读取（SQLite \(code)）",
          en: "the GeoPackage cannot be read (SQLite \(code))")
      }
    return Failure(.unusableInput, .unreadableLayer, file: shown, detail: detail)
  }
}

/// A query under way and the row it stands at.
@safe final class GeoPackageQuery {
  private let statement: OpaquePointer
  /// Keeps the connection open as long as the statement.
  private let database: GeoPackageDatabase

  fileprivate init(
    _ statement: OpaquePointer, of database: GeoPackageDatabase, _ arguments: [String]
  ) throws(Failure) {
    unsafe self.statement = statement
    self.database = database
    for (index, argument) in arguments.enumerated() {
      let length = Int32(argument.utf8.count)
      // -1: the text is copied (SQLITE_TRANSIENT).
      let code = unsafe sqlite3_bind_text(
        statement, Int32(index + 1), argument, length,
        unsafeBitCast(-1, to: sqlite3_destructor_type.self))
      guard code == SQLITE_OK else { throw GeoPackageDatabase.failure(code, database.shown) }
    }
  }

  deinit { unsafe sqlite3_finalize(statement) }

  /// Goes to the next row; false after the last.
  func step() throws(Failure) -> Bool {
    let code = unsafe sqlite3_step(statement)
    guard code == SQLITE_ROW || code == SQLITE_DONE else {
      throw GeoPackageDatabase.failure(code, database.shown)
    }
    return code == SQLITE_ROW
  }

  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(statement, column) }

  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  /// A text, or a whole number as text; `nil` for anything else, and for what is not UTF-8.
  func text(_ column: Int32) -> String? {
    switch unsafe sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return String(integer(column))
    case SQLITE_FLOAT:
      return Int64(exactly: unsafe sqlite3_column_double(statement, column)).map { String($0) }
    case SQLITE_TEXT:
      let start = unsafe sqlite3_column_text(statement, column)
      let count = Int(unsafe sqlite3_column_bytes(statement, column))
      return unsafe String(
        validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    default: return nil
    }
  }

  /// Whether the column holds a text that is not UTF-8.
  func isBrokenText(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(statement, column) == SQLITE_TEXT && text(column) == nil
  }

  /// `nil` for anything but bytes.
  func bytes(_ column: Int32) -> [UInt8]? {
    guard unsafe sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
    let start = unsafe sqlite3_column_blob(statement, column)
    let count = Int(unsafe sqlite3_column_bytes(statement, column))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
