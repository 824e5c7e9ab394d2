internal import Files
package import Vocabulary

/// The writing of one run, inside its transaction.
///
/// First everything is read through `contents`; then the run is inserted, what it appends, and last
/// it is finished. Rows are numbered and sealed in the order they are inserted.
package struct LedgerSession: ~Copyable {
  /// What the ledger holds, this run's rows included.
  package let contents: LedgerContents
  let connection: LedgerConnection
  private var insertions: [SealedTable: SealedInsertion] = [:]
  private var run: (id: Int64, bytes: [UInt8])?
  private var digest: String?
  var leadNumbers: [LeadID: Int64] = [:]
  var obligorNumbers: [ObligorID: Int64] = [:]

  init(_ connection: LedgerConnection) {
    self.connection = connection
    contents = LedgerContents(connection)
  }

  /// Begins the run's rows and returns its number, one above the run before.
  ///
  /// The details of earlier runs of the same quarter (files, drop records, rejects, reviews,
  /// assessments) are deleted, for this run's take their place.
  @discardableResult
  package mutating func insertRun(_ account: RunAccount) throws(Failure) -> Int {
    precondition(run == nil, "a transaction records one run")
    let previous = try contents.latestRun()
    let id = Int64(previous?.id ?? 0) + 1
    try deleteDetails(of: account.quarter)
    var row = SealedRow()
    row.put(id)
    account.put(into: &row)
    row.put(previous?.digest ?? "")
    try Insertion(into: "run", SealedTable.runColumns(on: connection), on: connection).insert(row)
    run = (id, row.bytes)
    return Int(id)
  }

  /// Seals what the run appended and returns the run's digest, the ledger's new head.
  ///
  /// Nothing can be appended afterwards. Asked again, returns the same; for a session without a
  /// run, `nil`.
  @discardableResult
  package mutating func finish() throws(Failure) -> String? {
    guard let run, digest == nil else { return digest }
    var bytes = run.bytes
    let sealing = try Insertion(
      into: "seal", ["run", "sealed", "rowCount", "digest"], on: connection)
    for table in SealedTable.allCases {
      guard let chain = insertions[table]?.chain, chain.rowCount > 0 else { continue }
      let row = chain.row(of: run.id, table)
      try sealing.insert(row)
      bytes += row.bytes
    }
    let head = SHA256Digest.hex(of: bytes)
    try connection.execute(
      "UPDATE run SET digest = ? WHERE id = ?", [.text(head), .integer(run.id)])
    insertions = [:]
    digest = head
    return head
  }

  /// The insertion into a table, prepared when it is first needed.
  mutating func insertion(into table: SealedTable) throws(Failure) -> SealedInsertion {
    guard let run else { preconditionFailure("rows are appended to a run") }
    precondition(digest == nil, "a finished run takes no rows")
    if let known = insertions[table] { return known }
    let new = try SealedInsertion(table, run: run.id, on: connection)
    insertions[table] = new
    return new
  }

  private func deleteDetails(of quarter: Quarter) throws(Failure) {
    for table in SealedTable.allCases where !table.isPermanent {
      try connection.execute(
        "DELETE FROM \(table.rawValue) WHERE run IN (SELECT id FROM run WHERE quarter = ?)",
        [.text(quarter.description)])
    }
  }
}

extension RunAccount {
  /// Puts the account in the order of the columns of `run`, between `id` and the digests.
  func put(into row: inout SealedRow) {
    row.put(quarter.description)
    row.put(Int64(asOf.number))
    row.put(identity)
    row.put(programVersion)
    row.put(configurationHash)
    row.put(packLock)
    row.put(layerLock)
    for count in [
      counts.files, counts.records, counts.opened, counts.merged, counts.repeats, counts.rejected,
      counts.leads, counts.obligors, counts.carriedOver,
    ] {
      row.put(Int64(count))
    }
  }
}
