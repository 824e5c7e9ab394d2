package import Vocabulary

extension Receipt {
  /// What the receiver wants corrected, in the order of the receipt.
  ///
  /// Throws every misfit (`receiptMisfit`) unless the receipt answers exactly this package: its hash,
  /// its key, as many rows of each table as were sent, and only tables, rows and columns it has.
  package func corrections(of sent: SentPackage) throws(Failure) -> [Correction] {
    let misfits = misfits(with: sent)
    guard misfits.isEmpty else { throw Failure(.unusableInput, misfits) }
    return issues.compactMap { issue in
      guard let table = sent.tables.first(where: { $0.name == issue.table }) else { return nil }
      let row = table.rows[issue.row - 1]
      let lead = table.column(SubmittedTable.leadID).flatMap { row[$0] }
      return Correction(
        leadID: lead.flatMap { LeadID($0) }, table: issue.table, row: issue.row,
        key: table.columns(table.primaryKey).map { row[$0] ?? "" }.joined(separator: ";"),
        field: issue.field, value: issue.field.flatMap(table.column).flatMap { row[$0] },
        code: issue.code, reason: issue.reason)
    }
  }

  private func misfits(with sent: SentPackage) -> [Problem] {
    var misfits: [Problem] = []
    func add(_ column: String, _ value: String, _ detail: Wording, line: Int? = nil) {
      misfits.append(
        Problem(
          .receiptMisfit, file: file, line: line, column: column, value: value, detail: detail))
    }
    if packageHash != sent.zipHash.lowercased() {
      add(
        "packageSha256", packageHash,
        Wording(zh: "所报送的包是 \(sent.zipHash)", en: "the package sent is \(sent.zipHash)"))
    }
    if !ExactText.isSame(key, sent.key) {
      add("idempotencyKey", key, Wording(zh: "所报送的是 \(sent.key)", en: "sent: \(sent.key)"))
    }
    for count in counts {
      let table = sent.tables.first { $0.name == count.table }
      if table?.rows.count != count.submitted {
        let rows = table.map { String($0.rows.count) } ?? "—"
        add(
          count.table, String(count.submitted),
          Wording(zh: "报送了 \(rows) 行", en: "\(rows) rows were sent"))
      }
    }
    for issue in issues {
      guard let table = sent.tables.first(where: { $0.name == issue.table }) else {
        add(
          "resource", issue.table,
          Wording(zh: "报送的包没有这个表", en: "the package that was sent has no such table"),
          line: issue.line)
        continue
      }
      if issue.row > table.rows.count {
        add(
          "row", String(issue.row),
          Wording(
            zh: "\(issue.table) 只有 \(table.rows.count) 行",
            en: "\(issue.table) has \(table.rows.count) rows"),
          line: issue.line)
      }
      if let field = issue.field, table.column(field) == nil {
        add(
          "field", field,
          Wording(zh: "\(issue.table) 表没有这一列", en: "\(issue.table) has no such column"),
          line: issue.line)
      }
    }
    return misfits
  }
}
