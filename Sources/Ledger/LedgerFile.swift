internal import Files
private import Glibc
internal import Vocabulary

/// The ledger as a file: made whole, readable by its owner only, and looked at before it is opened.
///
/// The ledger is never opened here but through SQLite: closing any other descriptor of the file
/// would drop the locks that this process holds on it (POSIX.1, fcntl).
enum LedgerFile {
  /// Makes an empty ledger at `path`, mode 0600, unless another process has just made one.
  ///
  /// It is built beside and renamed, so a ledger is there whole or not at all, and a file of length
  /// zero is never a ledger that was being made. What an interrupted creation left is used up.
  static func create(_ path: String, shown: String) throws(Failure) {
    let building = path + ".part"
    let descriptor = try lock(building, shown: shown)
    defer { close(descriptor) }
    guard !RegularFile.exists(path) else {
      unsafe unlink(building)
      return
    }
    // What an interrupted creation left there would be taken for a journal of the new file.
    unsafe unlink(building + "-journal")
    guard ftruncate(descriptor, 0) == 0, fchmod(descriptor, 0o600) == 0 else {
      throw cannotCreate(shown)
    }
    let queue = try Ledger.connect(building, shown: shown, waitSeconds: 0)
    try Ledger.access(queue, shown: shown) { (connection) throws(Failure) in
      try LedgerSchema.upgrade(connection)
    }
    try Ledger.close(queue, shown: shown)
    guard unsafe rename(building, path) == 0 else { throw cannotCreate(shown) }
    try DurableFile.synchroniseFolder(of: path, shown: shown)
  }

  /// Refuses what cannot be a ledger before SQLite would take it for an empty one or mix it up.
  ///
  /// An empty file opens as an empty database, and pages of a write-ahead log that lies beside
  /// would be read as the ledger's own; the ledger keeps a rollback journal and never has one.
  static func inspect(_ path: String, shown: String) throws(Failure) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw Failure(
        errno == ENOENT ? .missingInput : .inputOutput, .unreadableFile, file: shown,
        detail: systemWording(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.unusableInput, .notRegularFile, file: shown)
    }
    guard status.st_size > 0 else {
      throw Failure(
        .unusableInput, .notALedger, file: shown,
        detail: Wording(zh: "文件长度为零", en: "the file has no bytes"))
    }
    guard !RegularFile.exists(path + "-wal") else {
      throw Failure(
        .unusableInput, .ledgerDamaged, file: shown,
        detail: Wording(
          zh: "旁边有不属于它的日志文件 \(shown)-wal",
          en: "a log that is not its own lies beside it: \(shown)-wal"))
    }
  }

  /// The file's size in bytes.
  static func size(_ path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Opens the file under construction, alone: whoever else makes the ledger waits here.
  private static func lock(_ path: String, shown: String) throws(Failure) -> Int32 {
    while true {
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw cannotCreate(shown) }
      var mine = stat()
      var there = stat()
      guard flock(descriptor, LOCK_EX) == 0, unsafe fstat(descriptor, &mine) == 0 else {
        let reason = cannotCreate(shown)
        close(descriptor)
        throw reason
      }
      // The one who held it before may have renamed it meanwhile.
      if unsafe lstat(path, &there) == 0, there.st_ino == mine.st_ino { return descriptor }
      close(descriptor)
    }
  }

  private static func cannotCreate(_ shown: String) -> Failure {
    Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(errno))
  }
}
