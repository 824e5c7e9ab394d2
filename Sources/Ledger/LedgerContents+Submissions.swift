package import Vocabulary

extension LedgerContents {
  /// Every package, in the order in which they were recorded; its place, from 1 on, is its number.
  package func submissions() throws(Failure) -> [StoredSubmission] {
    var query = try connection.query(
      """
      SELECT submitter, quarter, audience, revision, kind, reason, asOf, idempotencyKey, sha256
      FROM submission ORDER BY id
      """)
    var stored: [StoredSubmission] = []
    while try query.step() {
      let (submitter, quarter) = (DivisionCode(query.text()), Quarter(query.text()))
      let (audience, revision) = (query.text(), Int(query.integer()))
      let (kind, reason, asOf) = (query.text(), query.optionalText(), query.optionalDay())
      guard let submitter, let quarter, let asOf else { throw damaged("submission") }
      stored.append(
        StoredSubmission(
          submitter: submitter, quarter: quarter, audience: audience, revision: revision,
          kind: kind, reason: reason, asOf: asOf, key: query.text(), sha256: query.text()))
    }
    return stored
  }

  /// Every answer, in the order in which they were recorded.
  package func receipts() throws(Failure) -> [StoredReceipt] {
    var query = try connection.query(
      """
      SELECT submission, number, status, receivedAt, sha256, content, toCorrect,
        corrections
      FROM receipt ORDER BY id
      """)
    var stored: [StoredReceipt] = []
    while try query.step() {
      let (submission, number, status) = (query.integer(), query.text(), query.text())
      let (receivedAt, sha256, content) = (query.text(), query.text(), query.bytes())
      stored.append(
        StoredReceipt(
          submission: submission, number: number, status: status, receivedAt: receivedAt,
          sha256: sha256, content: content, toCorrect: Int(query.integer()),
          corrections: query.skipMissing() ? nil : query.bytes()))
    }
    return stored
  }
}

extension LedgerSession {
  /// Keeps that packages were made, in the order given, each sealed with the one before it.
  ///
  /// Belongs to no run; the next run seals how many there are. The ledger has at least one run, and no
  /// revision is recorded twice.
  package mutating func insertSubmissions(
    _ submissions: [StoredSubmission]
  ) throws(Failure) {
    try insertEntries(submissions, into: .submission) { $0.put(into: &$1) }
  }

  /// Keeps an answer, sealed with the one before it; its package is recorded.
  package mutating func insertReceipt(_ receipt: StoredReceipt) throws(Failure) {
    try insertEntries([receipt], into: .receipt) { $0.put(into: &$1) }
  }
}

extension StoredSubmission {
  /// Puts the row in the order of the columns of `submission` between `id` and `run`.
  fileprivate func put(into row: inout SealedRow) {
    row.put(submitter.description)
    row.put(quarter.description)
    row.put(audience)
    row.put(Int64(revision))
    row.put(kind)
    row.put(reason)
    row.put(Int64(asOf.number))
    row.put(key)
    row.put(sha256)
  }
}

extension StoredReceipt {
  /// Puts the row in the order of the columns of `receipt` between `id` and `run`.
  fileprivate func put(into row: inout SealedRow) {
    row.put(submission)
    row.put(number)
    row.put(status)
    row.put(receivedAt)
    row.put(sha256)
    row.put(blob: content)
    row.put(Int64(toCorrect))
    if let corrections { row.put(blob: corrections) } else { row.skip() }
  }
}
