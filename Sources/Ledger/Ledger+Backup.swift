internal import Files
private import Glibc
package import Vocabulary

extension Ledger {
  /// Writes a copy of the ledger as it stands at one moment, mode 0600, and checks it.
  ///
  /// Works beside a run, whose unrecorded rows are not in the copy. A file that is there already is
  /// never replaced; an interrupted backup leaves nothing under the name asked for. Memory: the
  /// database's page cache.
  package func backup(to target: String, shown: String? = nil) throws(Failure) {
    let shown = shown ?? target
    try Ledger.refuseExisting(target, shown: shown)
    let building = target + ".part"
    StagedFolder.remove(building)
    defer { StagedFolder.remove(building) }
    // Made first so that nobody else can read it even while it is written.
    try DurableFile.write([], to: building, shown: shown)
    try Ledger.access(queue, shown: self.shown) { (connection) throws(Failure) in
      // A connection that only reads may not write the copy either unless told so.
      try connection.execute("PRAGMA query_only = OFF")
      try connection.execute("VACUUM INTO ?", [.text(building)])
      if isReadOnly { try connection.execute("PRAGMA query_only = ON") }
    }
    try Ledger.check(copy: building, shown: shown)
    try Ledger.refuseExisting(target, shown: shown)
    guard unsafe rename(building, target) == 0 else {
      throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(errno))
    }
    try DurableFile.synchroniseFolder(of: target, shown: shown)
  }

  private static func refuseExisting(_ target: String, shown: String) throws(Failure) {
    guard !RegularFile.exists(target) else {
      throw Failure(
        .cannotCreate, .cannotCreate, file: shown,
        detail: Wording(zh: "文件已存在，不覆盖", en: "the file is there already and is kept"))
    }
  }

  private static func check(copy: String, shown: String) throws(Failure) {
    let queue = try connect(copy, shown: shown, waitSeconds: 0)
    try access(queue, shown: shown) { (connection) throws(Failure) in
      guard try LedgerSchema.check(connection) == LedgerSchema.version,
        try LedgerContents(connection).integrityFaults().isEmpty
      else { throw Failure(.unusableInput, .ledgerDamaged, file: shown) }
    }
    try close(queue, shown: shown)
  }
}
