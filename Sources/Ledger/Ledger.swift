internal import Files
internal import GRDB
package import Vocabulary

/// The system of record: every source record, lead, obligor and run, in one SQLite file.
///
/// A run is one transaction. Its journal is a rollback journal with `synchronous = EXTRA`: between
/// runs everything is in one file that can be copied as it is, which a write-ahead log would not
/// allow, and a run that has returned outlives a loss of power. The run's lock is SQLite's own,
/// taken when the run begins and dropped by the system when the process ends, however it ends.
/// Readers work beside a run and wait only while it writes its rows down.
package final class Ledger: Sendable {
  /// How a ledger is opened.
  package enum Mode: Sendable {
    /// To be written; made if nothing is there.
    case create
    /// To be written; it must be there.
    case existing
    /// To be read; it must be there.
    case readOnly
  }

  /// The ledger's path.
  package let path: String
  let shown: String
  let queue: DatabaseQueue
  let isReadOnly: Bool

  /// Opens the ledger at `path`, bringing an older one to the present schema.
  ///
  /// `shown` is the name used in messages, the path if nil; `waitSeconds` is how long each access
  /// waits for another process. Throws a failure for a ledger that is missing, damaged, newer than
  /// the program, or none, and leaves that file as it is.
  package static func open(
    path: String, shown: String? = nil, mode: Mode, waitSeconds: Int
  ) throws(Failure) -> Ledger {
    let shown = shown ?? path
    if mode == .create, !RegularFile.exists(path) {
      try LedgerFile.create(path, shown: shown)
    }
    try LedgerFile.inspect(path, shown: shown)
    let ledger = Ledger(
      path: path, shown: shown,
      queue: try connect(path, shown: shown, waitSeconds: waitSeconds),
      isReadOnly: mode == .readOnly)
    try access(ledger.queue, shown: shown) { (connection) throws(Failure) in
      if try LedgerSchema.check(connection) < LedgerSchema.version {
        try LedgerSchema.upgrade(connection)
      }
      if mode == .readOnly { try connection.execute("PRAGMA query_only = ON") }
    }
    if mode != .readOnly { DurableFile.makePrivate(path) }
    return ledger
  }

  private init(path: String, shown: String, queue: DatabaseQueue, isReadOnly: Bool) {
    self.path = path
    self.shown = shown
    self.queue = queue
    self.isReadOnly = isReadOnly
  }

  /// Reads the ledger as it stands at one moment.
  package func read<T>(
    _ body: (LedgerContents) throws(Failure) -> T
  ) throws(Failure) -> T {
    try Ledger.access(queue, shown: shown) { (connection) throws(Failure) in
      try connection.transaction(isWriting: false) { () throws(Failure) in
        try body(LedgerContents(connection))
      }
    }
  }

  /// The one writing transaction of a run: recorded when `body` returns, undone when it throws.
  ///
  /// Waits for another run as long as the ledger was told to, then fails as busy. Holds the run's
  /// lock from the start, so that what `body` reads stays true until it is recorded.
  package func withRun<T>(
    _ body: (inout LedgerSession) throws(Failure) -> T
  ) throws(Failure) -> T {
    precondition(!isReadOnly, "a ledger opened for reading takes no run")
    return try Ledger.access(queue, shown: shown) { (connection) throws(Failure) in
      try connection.transaction(isWriting: true) { () throws(Failure) in
        var session = LedgerSession(connection)
        let result = try body(&session)
        try session.finish()
        return result
      }
    }
  }

  /// Opens a connection; the file is made if it is not there.
  static func connect(
    _ path: String, shown: String, waitSeconds: Int
  ) throws(Failure) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "ledger"
    configuration.busyMode =
      waitSeconds > 0 ? .timeout(Double(waitSeconds)) : .immediateError
    configuration.prepareDatabase { database in
      // Temporary tables stay in memory so that no personal data is left in a temporary folder.
      try database.execute(
        sql: """
          PRAGMA synchronous = EXTRA;
          PRAGMA temp_store = MEMORY;
          PRAGMA cache_size = -65536;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          """)
    }
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw Failure(ledger: shown, error, systemError: 0)
    }
  }

  /// Closes a connection before it is let go, so that its file can be renamed.
  static func close(_ queue: DatabaseQueue, shown: String) throws(Failure) {
    do {
      try queue.close()
    } catch {
      throw Failure(.fault, .fault, file: shown)
    }
  }

  /// Gives `body` the connection, alone in this process.
  static func access<T>(
    _ queue: DatabaseQueue, shown: String, _ body: (LedgerConnection) throws(Failure) -> T
  ) throws(Failure) -> T {
    let result: Result<T, Failure> = queue.writeWithoutTransaction { database in
      do throws(Failure) {
        return .success(try body(LedgerConnection(database: database, shown: shown)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
