internal import Files
internal import GRDB
private import GRDBSQLite
private import Glibc
internal import Vocabulary

/// A value for a question mark of a statement.
enum Argument {
  case integer(Int64)
  case text(String)

  fileprivate var value: DatabaseValue {
    switch self {
    case .integer(let value): value.databaseValue
    case .text(let value): value.databaseValue
    }
  }
}

/// The open database inside one access to it, and the name messages give it.
struct LedgerConnection {
  let database: Database
  let shown: String

  /// Prepares a query; `arguments` answer to its question marks in order.
  func query(_ sql: String, _ arguments: [Argument] = []) throws(Failure) -> Query {
    let statement = try prepare(sql)
    statement.setUncheckedArguments(StatementArguments(arguments.map(\.value)))
    return Query(statement, on: self)
  }

  /// Runs statements that return nothing.
  func execute(_ sql: String, _ arguments: [Argument] = []) throws(Failure) {
    do {
      try database.execute(sql: sql, arguments: StatementArguments(arguments.map(\.value)))
    } catch {
      throw failure(error)
    }
  }

  func prepare(_ sql: String) throws(Failure) -> Statement {
    do {
      return try database.makeStatement(sql: sql)
    } catch {
      throw failure(error)
    }
  }

  /// The first column of the only row; `nil` for no row or no value.
  func integer(_ sql: String, _ arguments: [Argument] = []) throws(Failure) -> Int64? {
    var query = try query(sql, arguments)
    return try query.step() ? query.optionalInteger() : nil
  }

  /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
  ///
  /// A writing one takes the lock against other writers before anything is read.
  func transaction<T>(
    isWriting: Bool, _ body: () throws(Failure) -> T
  ) throws(Failure) -> T {
    do {
      try database.beginTransaction(isWriting ? .immediate : .deferred)
    } catch {
      throw failure(error)
    }
    let result: T
    do {
      result = try body()
    } catch {
      rollBack()
      throw error
    }
    do {
      try database.commit()
    } catch {
      let reason = failure(error)
      rollBack()
      throw reason
    }
    return result
  }

  /// Ends the transaction without its changes; SQLite may have done so itself on an error.
  private func rollBack() {
    guard database.isInsideTransaction else { return }
    try? database.rollback()
  }

  /// What a result code of the database means to the run.
  func failure(_ code: Int32) -> Failure {
    unsafe Failure(
      ledger: shown, resultCode: code,
      systemError: database.sqliteConnection.map { unsafe sqlite3_system_errno($0) } ?? 0)
  }

  private func failure(_ error: any Error) -> Failure {
    unsafe Failure(
      ledger: shown, error,
      systemError: database.sqliteConnection.map { unsafe sqlite3_system_errno($0) } ?? 0)
  }
}

extension Failure {
  /// What an error of the database means to the run.
  init(ledger shown: String, _ error: any Error, systemError: Int32) {
    self.init(
      ledger: shown,
      resultCode: (error as? DatabaseError)?.extendedResultCode.rawValue ?? SQLITE_INTERNAL,
      systemError: systemError)
  }

  /// What a result code of SQLite means to the run; none of the database's own words are shown.
  init(ledger shown: String, resultCode code: Int32, systemError: Int32) {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      self.init(.busy, .ledgerBusy, file: shown)
    case SQLITE_NOTADB:
      self.init(.unusableInput, .notALedger, file: shown)
    case SQLITE_CORRUPT:
      self.init(.unusableInput, .ledgerDamaged, file: shown)
    case SQLITE_READONLY:
      self.init(
        .inputOutput, .inputOutput, file: shown,
        detail: Wording(zh: "台账文件或其目录不可写", en: "the ledger or its folder cannot be written"))
    case SQLITE_FULL:
      self.init(
        .inputOutput, .inputOutput, file: shown,
        detail: systemWording(systemError == 0 ? ENOSPC : systemError))
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PERM:
      self.init(
        .inputOutput, .inputOutput, file: shown,
        detail: systemWording(systemError == 0 ? EIO : systemError))
    default:
      self.init(
        .fault, .fault, file: shown,
        detail: Wording(zh: "数据库返回码 \(code)", en: "database result code \(code)"))
    }
  }
}
