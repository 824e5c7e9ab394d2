internal import GRDB
private import GRDBSQLite
internal import Vocabulary

/// A prepared insertion that binds a row's bytes without copying them.
@safe final class Insertion {
  /// Owns the handle.
  private let statement: Statement
  private let handle: OpaquePointer
  private let connection: LedgerConnection

  init(
    into table: String, _ columns: [String], on connection: LedgerConnection
  ) throws(Failure) {
    self.connection = connection
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    statement = try connection.prepare(
      "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
    unsafe handle = statement.sqliteStatement
  }

  /// Inserts one row, whose values are in the order of the columns.
  func insert(_ row: SealedRow) throws(Failure) {
    // The bound memory is read by the step alone, which the buffer outlives.
    let code = unsafe row.bytes.withUnsafeBytes { bytes in
      for cell in row.cells {
        let code = unsafe bind(cell, in: bytes)
        if code != SQLITE_OK { return code }
      }
      return unsafe sqlite3_step(handle)
    }
    let reason = code == SQLITE_DONE ? nil : connection.failure(code)
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
    if let reason { throw reason }
  }

  private func bind(_ cell: SealedRow.Cell, in bytes: UnsafeRawBufferPointer) -> Int32 {
    let parameter = cell.column + 1
    let start = unsafe bytes.baseAddress?.advanced(by: cell.start)
    guard let count = Int32(exactly: cell.count) else { return SQLITE_TOOBIG }
    switch cell.kind {
    case .integer:
      return unsafe sqlite3_bind_int64(handle, parameter, cell.number)
    case .real:
      return unsafe sqlite3_bind_double(
        handle, parameter, Double(bitPattern: UInt64(bitPattern: cell.number)))
    case .text:
      return unsafe sqlite3_bind_text(
        handle, parameter, start?.assumingMemoryBound(to: CChar.self), count, nil)
    case .blob:
      return unsafe sqlite3_bind_blob(handle, parameter, start, count, nil)
    }
  }
}
