internal import Files
package import Vocabulary

/// The tables of what is stated between runs, by people and of packages; each row is sealed with the one
/// before it.
enum EntryTable: String, CaseIterable {
  case judgement, verification, submission, receipt

  /// The columns but the digest, in their stored order: `id` first, `run` last.
  func columns(on connection: LedgerConnection) throws(Failure) -> [String] {
    try SealedTable.columns(of: rawValue, without: "digest", on: connection)
  }

  /// The columns of `replay` in which runs seal how many rows they knew, and the digest of the last.
  var known: (count: String, digest: String) {
    switch self {
    case .judgement: ("judgements", "digest")
    case .verification: ("verifications", "verificationDigest")
    case .submission: ("submissions", "submissionDigest")
    case .receipt: ("receipts", "receiptDigest")
    }
  }

  /// What a row is.
  var term: Wording {
    switch self {
    case .judgement: Wording(zh: "人工判定", en: "decision")
    case .verification: Wording(zh: "核查结果", en: "verification")
    case .submission: Wording(zh: "报送包", en: "package")
    case .receipt: Wording(zh: "回执", en: "receipt")
    }
  }
}

/// How many rows such a table has, and the digest of the last one.
package struct EntryHead: Sendable, Hashable {
  package let count: Int
  /// Empty where there are none.
  package let digest: String

  static let none = EntryHead(count: 0, digest: "")

  /// The head once a row comes next.
  func followed(by row: SealedRow) -> EntryHead {
    EntryHead(count: count + 1, digest: SHA256Digest.hex(of: Array(digest.utf8) + row.bytes))
  }
}

extension LedgerContents {
  /// How far people's decisions go by now.
  package func judgementHead() throws(Failure) -> EntryHead { try head(of: .judgement) }

  /// How far the results of checks go by now.
  package func verificationHead() throws(Failure) -> EntryHead { try head(of: .verification) }

  func head(of table: EntryTable) throws(Failure) -> EntryHead {
    var query = try connection.query(
      "SELECT id, digest FROM \(table.rawValue) ORDER BY id DESC LIMIT 1")
    guard try query.step() else { return .none }
    return EntryHead(count: Int(query.integer()), digest: query.text())
  }

  /// Where rows do not fit their own digests, or those that the runs sealed.
  func entryFaults() throws(Failure) -> [Problem] {
    var problems: [Problem] = []
    for table in EntryTable.allCases { problems += try faults(of: table) }
    return problems
  }

  private func faults(of table: EntryTable) throws(Failure) -> [Problem] {
    let columns = try table.columns(on: connection)
    var query = try connection.query(
      "SELECT \(columns.joined(separator: ", ")), digest FROM \(table.rawValue) ORDER BY id")
    var heads = [EntryHead.none]
    var row = SealedRow()
    while try query.step() {
      row.removeAll()
      query.put(columns.count, into: &row)
      let head = heads[heads.count - 1].followed(by: row)
      guard query.text() == head.digest else {
        return [
          broken(
            Wording(
              zh: "第 \(head.count) 项\(table.term.zh)与其封印不符",
              en: "\(table.term.en) \(head.count) does not fit its seal"))
        ]
      }
      heads.append(head)
    }
    let known = table.known
    var replays = try connection.query(
      "SELECT run, \(known.count), \(known.digest) FROM replay ORDER BY id")
    while try replays.step() {
      let (run, count) = (replays.integer(), Int(replays.optionalInteger() ?? 0))
      guard heads.indices.contains(count), heads[count].digest == replays.text() else {
        return [
          broken(
            Wording(
              zh: "第 \(run) 次运行依据的 \(count) 项\(table.term.zh)与现有的不符",
              en: "the \(count) \(table.term.en)s that run \(run) knew are not those there are"))
        ]
      }
    }
    return []
  }
}

extension LedgerSession {
  /// Appends rows in the order given; `put` puts their values between `id` and `run`.
  ///
  /// They belong to no run. The ledger has at least one run.
  mutating func insertEntries<Entry>(
    _ entries: [Entry], into table: EntryTable, put: (Entry, inout SealedRow) -> Void
  ) throws(Failure) {
    guard !entries.isEmpty else { return }
    guard let run = try contents.latestRun() else {
      preconditionFailure("records that people speak of were taken in by a run")
    }
    let insertion = try Insertion(
      into: table.rawValue, try table.columns(on: connection) + ["digest"], on: connection)
    var head = try contents.head(of: table)
    for entry in entries {
      var row = SealedRow()
      row.put(Int64(head.count + 1))
      put(entry, &row)
      row.put(Int64(run.id))
      head = head.followed(by: row)
      row.put(head.digest)
      try insertion.insert(row)
    }
  }

  /// Seals with the run which rows of these tables it knew; nothing where there are none.
  package mutating func insertReplay() throws(Failure) {
    var heads: [(table: EntryTable, head: EntryHead)] = []
    for table in EntryTable.allCases { heads.append((table, try contents.head(of: table))) }
    guard heads.contains(where: { $0.head.count > 0 }) else { return }
    let insertion = try insertion(into: .replay)
    try insertion.append {
      for (table, head) in heads {
        // No value where there are none, as before there could be any; decisions always had one.
        guard head.count > 0 || table == .judgement else {
          $0.skip()
          $0.skip()
          continue
        }
        $0.put(Int64(head.count))
        $0.put(head.digest)
      }
    }
  }
}
