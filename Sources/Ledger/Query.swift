internal import GRDB
private import GRDBSQLite
internal import Vocabulary

/// A prepared query, stepped row by row and read column by column, without a value per cell.
///
/// Each reading function reads the next column of the current row.
@safe struct Query: ~Copyable {
  /// Owns the handle.
  private let statement: Statement
  private let handle: OpaquePointer
  private let connection: LedgerConnection
  private var column: Int32 = 0

  init(_ statement: Statement, on connection: LedgerConnection) {
    self.statement = statement
    unsafe handle = statement.sqliteStatement
    self.connection = connection
  }

  /// Goes to the next row; false after the last.
  mutating func step() throws(Failure) -> Bool {
    column = 0
    let code = unsafe sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw connection.failure(code)
    }
  }

  /// Leaves the next column unread when it holds nothing; false when there is a value to read.
  mutating func skipMissing() -> Bool {
    guard unsafe sqlite3_column_type(handle, column) == SQLITE_NULL else { return false }
    column += 1
    return true
  }

  mutating func integer() -> Int64 {
    defer { column += 1 }
    return unsafe sqlite3_column_int64(handle, column)
  }

  mutating func optionalInteger() -> Int64? { skipMissing() ? nil : integer() }

  mutating func optionalDay() -> Day? {
    skipMissing() ? nil : Day(number: Int32(truncatingIfNeeded: integer()))
  }

  mutating func real() -> Double {
    defer { column += 1 }
    return unsafe sqlite3_column_double(handle, column)
  }

  /// The text; empty for no value.
  mutating func text() -> String {
    unsafe reading { unsafe String(decoding: $0, as: UTF8.self) }
  }

  mutating func optionalText() -> String? { skipMissing() ? nil : text() }

  /// The bytes of a text or blob; empty for no value.
  mutating func bytes() -> [UInt8] {
    unsafe reading { unsafe Array($0) }
  }

  /// The hash written as sixteen bytes; `nil` for any other number of them.
  mutating func contentHash() -> ContentHash? {
    unsafe reading { unsafe ContentHash(bytes: $0) }
  }

  mutating func intern(into pool: inout TextPool) -> TextID {
    unsafe reading { unsafe pool.intern(Span(_unsafeElements: $0)) }
  }

  /// Goes back to the first column of the current row.
  mutating func restart() { column = 0 }

  /// Adds the next `count` columns to `row`, as they were put when they were inserted.
  mutating func put(_ count: Int, into row: inout SealedRow) {
    for _ in 0..<count {
      switch unsafe sqlite3_column_type(handle, column) {
      case SQLITE_INTEGER: row.put(integer())
      case SQLITE_FLOAT: row.put(real: real())
      case SQLITE_TEXT: unsafe reading { unsafe row.put(text: $0) }
      case SQLITE_BLOB: unsafe reading { unsafe row.put(blob: $0) }
      default:
        row.skip()
        column += 1
      }
    }
  }

  /// The next column's bytes, which the database owns until the next step.
  private mutating func reading<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    defer { column += 1 }
    return unsafe body(buffer(sqlite3_column_blob(handle, column), column))
  }

  private func buffer(_ start: UnsafeRawPointer?, _ column: Int32) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self),
      count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
  }
}
