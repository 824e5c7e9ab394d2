internal import Files
internal import Vocabulary

/// The appending of one run's rows to one table, sealing what is appended.
///
/// The bytes that are bound are the bytes that are sealed.
final class SealedInsertion {
  private let table: SealedTable
  private let run: Int64
  private let insertion: Insertion
  private var row = SealedRow()
  private(set) var chain: SealChain
  /// The id of the next row.
  private(set) var nextID: Int64

  init(_ table: SealedTable, run: Int64, on connection: LedgerConnection) throws(Failure) {
    self.table = table
    self.run = run
    insertion = try Insertion(
      into: table.rawValue, table.columns(on: connection) + (table.sealsRows ? ["seal"] : []),
      on: connection)
    chain = SealChain(table)
    // Details are counted within their run, everything else over the whole ledger.
    nextID =
      table.isPermanent
      ? (try connection.integer("SELECT max(id) FROM \(table.rawValue)") ?? 0) + 1 : 0
  }

  /// Appends one row; `put` puts its values but id and run, in the order of the columns.
  ///
  /// Returns the row's id.
  @discardableResult
  func append(_ put: (inout SealedRow) -> Void) throws(Failure) -> Int64 {
    row.removeAll()
    row.put(nextID)
    row.put(run)
    put(&row)
    if table.sealsRows {
      let seal = SHA256Digest.contentHash(of: row.bytes).bytes
      chain.append(seal)
      row.put(blob: seal)
    } else {
      chain.append(row.bytes)
    }
    try insertion.insert(row)
    defer { nextID += 1 }
    return nextID
  }
}

extension ContentHash {
  /// Sixteen bytes, highest first.
  var bytes: [UInt8] {
    (0..<16).map { index in
      UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - index % 8 * 8))
    }
  }

  /// The hash written as `bytes`; `nil` for any other number of bytes.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    self.init(
      high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
      low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
  }
}
