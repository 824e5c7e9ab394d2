internal import Files
internal import Vocabulary

/// The taking of every seal again, to be compared with those the runs left.
extension LedgerContents {
  /// Where rows, seals and digests do not fit together, in the order of the runs.
  func sealFaults(_ runs: [StoredRun]) throws(Failure) -> [Problem] {
    var problems: [Problem] = []
    var chains: [SealedTable: [Int64: SealChain]] = [:]
    for table in SealedTable.allCases { chains[table] = try chainsNow(over: table, &problems) }
    var previous = ""
    var latest: [Quarter: Int] = [:]
    for run in runs { latest[run.account.quarter] = run.id }
    for run in runs {
      let kept = try keptSeals(of: run)
      let isSuperseded = latest[run.account.quarter] != run.id
      for table in SealedTable.allCases {
        let now = chains[table]?[Int64(run.id)]
        // The details of a superseded run were deleted by the program itself.
        if isSuperseded, !table.isPermanent, now == nil { continue }
        let seal = kept[table]
        guard now?.rowCount ?? 0 != seal?.rowCount ?? 0 || now?.digest != seal?.digest else {
          continue
        }
        problems.append(mismatch(run, table, sealed: seal?.rowCount, found: now?.rowCount))
      }
      if run.previousDigest != previous || run.digest != digest(of: run, kept) {
        problems.append(
          broken(
            Wording(
              zh: "第 \(run.id) 次运行的摘要不符", en: "the digest of run \(run.id) does not fit")))
      }
      previous = run.digest
    }
    return problems
  }

  /// The chains over a table's rows as they are now, by run.
  ///
  /// Adds the first row of each run that does not fit its own seal.
  private func chainsNow(
    over table: SealedTable, _ problems: inout [Problem]
  ) throws(Failure) -> [Int64: SealChain] {
    let columns = try table.columns(on: connection)
    let list = (columns + ["id", "run"] + (table.sealsRows ? ["seal"] : []))
      .joined(separator: ", ")
    let order = table.isPermanent ? "id" : "run, id"
    var query = try connection.query("SELECT \(list) FROM \(table.rawValue) ORDER BY \(order)")
    var chains: [Int64: SealChain] = [:]
    var brokenRuns: Set<Int64> = []
    var row = SealedRow()
    while try query.step() {
      row.removeAll()
      query.put(columns.count, into: &row)
      let (id, run) = (query.integer(), query.integer())
      guard table.sealsRows else {
        chains[run, default: SealChain(table)].append(row.bytes)
        continue
      }
      let seal = query.bytes()
      chains[run, default: SealChain(table)].append(seal)
      guard seal != SHA256Digest.contentHash(of: row.bytes).bytes,
        brokenRuns.insert(run).inserted
      else { continue }
      problems.append(
        broken(
          Wording(
            zh: "第 \(run) 次运行的来源记录 \(id) 与其封印不符",
            en: "source record \(id) of run \(run) does not fit its seal")))
    }
    return chains
  }

  private struct KeptSeal {
    let rowCount: Int
    let digest: String
    let bytes: [UInt8]
  }

  private func keptSeals(of run: StoredRun) throws(Failure) -> [SealedTable: KeptSeal] {
    var query = try connection.query(
      "SELECT run, sealed, rowCount, digest FROM seal WHERE run = ?", [.integer(Int64(run.id))])
    var seals: [SealedTable: KeptSeal] = [:]
    while try query.step() {
      var row = SealedRow()
      query.put(4, into: &row)
      query.restart()
      _ = query.integer()
      guard let table = SealedTable(rawValue: query.text()) else { throw damaged("seal") }
      seals[table] = KeptSeal(
        rowCount: Int(query.integer()), digest: query.text(), bytes: row.bytes)
    }
    return seals
  }

  private func digest(of run: StoredRun, _ seals: [SealedTable: KeptSeal]) -> String {
    var row = SealedRow()
    row.put(Int64(run.id))
    run.account.put(into: &row)
    row.put(run.previousDigest)
    let bytes = SealedTable.allCases.reduce(row.bytes) { $0 + (seals[$1]?.bytes ?? []) }
    return SHA256Digest.hex(of: bytes)
  }

  private func mismatch(
    _ run: StoredRun, _ table: SealedTable, sealed: Int?, found: Int?
  ) -> Problem {
    let (sealed, found) = (sealed ?? 0, found ?? 0)
    return broken(
      Wording(
        zh: "第 \(run.id) 次运行的表 \(table.rawValue) 与其封印不符（封印 \(sealed) 行，现有 \(found) 行）",
        en: "table \(table.rawValue) of run \(run.id) does not fit its seal "
          + "(\(sealed) rows sealed, \(found) found)"))
  }
}
