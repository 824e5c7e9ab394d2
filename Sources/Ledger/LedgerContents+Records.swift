package import Vocabulary

extension LedgerContents {
  /// Appends source records to `table`, in the order they were taken in, and returns the rest.
  ///
  /// Those of runs up to `run`, or all; leads and obligors are given as they were merged by then.
  /// The rows as they stood in their files are not read. Cost: one pass over the records.
  package func loadRecords(
    upTo run: Int?, into table: inout RecordTable
  ) throws(Failure) -> StoredRecords {
    let last = run.map { Int64($0) } ?? .max
    let query = try connection.query("\(selection) WHERE run <= ? ORDER BY id", [.integer(last)])
    return try load(query, upTo: last, into: &table)
  }

  /// Appends the source records with these ids to `table`, in the order of their ids.
  ///
  /// An id the ledger does not hold is passed over.
  package func loadRecords(
    ids: [Int64], into table: inout RecordTable
  ) throws(Failure) -> StoredRecords {
    let list = ids.map(String.init).joined(separator: ",")
    let query = try connection.query("\(selection) WHERE id IN (\(list)) ORDER BY id")
    return try load(query, upTo: .max, into: &table)
  }

  /// The records of a lead and of the leads merged into it, ascending.
  package func records(of lead: LeadID) throws(Failure) -> [Int64] {
    try members(of: lead)
  }

  /// The records of an obligor and of the obligors merged into it, ascending.
  package func records(of obligor: ObligorID) throws(Failure) -> [Int64] {
    try members(of: obligor)
  }

  /// The records that were number `record` of the file at `path`, in each run that took one in.
  package func records(at path: String, record: Int) throws(Failure) -> [Int64] {
    try ids(
      connection.query(
        """
        SELECT sourceRecord.id FROM sourceFile JOIN sourceRecord ON file = sourceFile.id
        WHERE path = ? AND record = ? ORDER BY sourceRecord.id
        """, [.text(path), .integer(Int64(record))]))
  }

  /// A record's row as it stood in its file; `nil` for an id the ledger does not hold.
  package func raw(of record: Int64) throws(Failure) -> VerbatimRow? {
    var query = try connection.query(
      """
      SELECT path, sha256, record, line, encoding, raw
      FROM sourceRecord JOIN sourceFile ON sourceFile.id = file WHERE sourceRecord.id = ?
      """, [.integer(record)])
    guard try query.step() else { return nil }
    return VerbatimRow(
      path: query.text(), sha256: query.text(), record: Int(query.integer()),
      line: Int(query.integer()), encoding: query.text(), bytes: query.bytes())
  }

  /// Everything but the row itself, the values of the fields last.
  private var selection: String {
    let fields = RecordColumn.fields.map(\.name).joined(separator: ", ")
    return """
      SELECT id, run, file, record, line, kind, lead, obligor, contentHash, \(fields)
      FROM sourceRecord
      """
  }

  private func ids(_ query: consuming Query) throws(Failure) -> [Int64] {
    var ids: [Int64] = []
    while try query.step() { ids.append(query.integer()) }
    return ids
  }

  private func members(of identity: some LedgerIdentity) throws(Failure) -> [Int64] {
    let table = type(of: identity).table
    return try ids(
      connection.query(
        """
        WITH RECURSIVE member (id) AS (
          SELECT id FROM \(table) WHERE \(type(of: identity).condition)
          UNION
          SELECT merged FROM merging JOIN member ON remaining = member.id
          WHERE scope = '\(table)')
        SELECT sourceRecord.id FROM sourceRecord JOIN member ON member.id = coalesce(
          (SELECT owner FROM moving WHERE record = sourceRecord.id AND scope = '\(table)'
            ORDER BY moving.id DESC LIMIT 1), \(table))
        ORDER BY 1
        """, identity.arguments))
  }

  private func load(
    _ query: consuming Query, upTo last: Int64, into table: inout RecordTable
  ) throws(Failure) -> StoredRecords {
    let leads = try MergedIdentities<LeadID>(upTo: last, from: self)
    let obligors = try MergedIdentities<ObligorID>(upTo: last, from: self)
    let files = try fileNumbers(in: &table)
    let movings = try movings(upTo: last)
    var stored = StoredRecords(
      firstRow: table.count, leads: leads.ids, obligors: obligors.ids, quarters: try quarters())
    while try query.step() {
      let id = query.integer()
      stored.id.append(id)
      stored.run.append(Int32(truncatingIfNeeded: query.integer()))
      let file = Int(query.integer())
      let record = Int(Int32(truncatingIfNeeded: query.integer()))
      let line = Int(Int32(truncatingIfNeeded: query.integer()))
      let kind = UInt8(exactly: query.integer()).flatMap(SourceKind.init)
      let (ownLead, ownObligor) = (query.optionalInteger(), query.optionalInteger())
      let lead = leads.index(of: movings.lead[id] ?? ownLead)
      let obligor = obligors.index(of: movings.obligor[id] ?? ownObligor)
      guard files.indices.contains(file - 1), let kind, let lead, let obligor,
        let content = query.contentHash()
      else { throw damaged("sourceRecord") }
      stored.leadIndex.append(lead)
      stored.obligorIndex.append(obligor)
      let row = table.append(
        file: files[file - 1], record: record, line: line, source: kind, content: content)
      guard table.readFields(of: row, from: &query) else { throw damaged("sourceRecord") }
    }
    return stored
  }

  /// The table's number for each source file, in the order of their ids, which count from 1.
  private func fileNumbers(in table: inout RecordTable) throws(Failure) -> [Int] {
    var query = try connection.query("SELECT id, path FROM sourceFile ORDER BY id")
    var numbers: [Int] = []
    while try query.step() {
      guard query.integer() == Int64(numbers.count) + 1 else { throw damaged("sourceFile") }
      numbers.append(table.fileNumber(of: query.text()))
    }
    return numbers
  }

  private func quarters() throws(Failure) -> [Int32: Quarter] {
    var query = try connection.query("SELECT id, quarter FROM run")
    var quarters: [Int32: Quarter] = [:]
    while try query.step() {
      let run = Int32(truncatingIfNeeded: query.integer())
      quarters[run] = Quarter(query.text())
    }
    return quarters
  }
}
