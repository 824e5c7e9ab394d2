package import Vocabulary

/// The details of a run, from which its reports are written; empty for a run that was superseded.
extension LedgerContents {
  /// What became of the run's files, in their order.
  package func files(of run: Int) throws(Failure) -> [IntakeAccount] {
    var query = try connection.query(
      """
      SELECT path, sha256, bytes, encoding, delimiter, lineEnding, profile, kind, isHistory,
        records, opened, merged, repeats, rejected, flagged, withdrawn, header, repaired, reasons, quote
      FROM intakeFile WHERE run = ? ORDER BY id
      """, [.integer(Int64(run))])
    var files: [IntakeAccount] = []
    while try query.step() {
      let (path, sha256, bytes) = (query.text(), query.text(), Int(query.integer()))
      let (encoding, delimiter, lineEnding) = (query.text(), query.text(), query.text())
      let profile = query.text()
      guard let kind = UInt8(exactly: query.integer()).flatMap(SourceKind.init) else {
        throw damaged("intakeFile")
      }
      var file = IntakeAccount(
        path: path, sha256: sha256, bytes: bytes, encoding: encoding, delimiter: delimiter,
        lineEnding: lineEnding, profile: profile, kind: kind, isHistory: query.integer() != 0,
        records: Int(query.integer()), opened: Int(query.integer()),
        merged: Int(query.integer()), repeats: Int(query.integer()),
        rejected: Int(query.integer()), flagged: Int(query.integer()),
        withdrawn: Int(query.integer()), header: query.bytes(),
        repaired: Int(query.optionalInteger() ?? 0),
        reasons: query.optionalText().map { $0.split(separator: "\n").map(String.init) } ?? [])
      // Runs recorded before the mark was kept cut their rows by double quotes.
      file.quote = query.optionalText() ?? "\""
      files.append(file)
    }
    try readColumns(of: run, into: &files)
    try readBalances(of: run, into: &files)
    return files
  }

  /// What became of every data record, in the order it was recorded.
  package func dropRecords(of run: Int) throws(Failure) -> [RecordAccount] {
    var query = try connection.query(
      """
      SELECT file, record, line, status, sourceRecord, reasons
      FROM dropRecord WHERE run = ? ORDER BY id
      """, [.integer(Int64(run))])
    var records: [RecordAccount] = []
    while try query.step() {
      let (file, record, line) = (query.integer(), query.integer(), query.integer())
      guard let status = RecordStatus(rawValue: query.text()) else { throw damaged("dropRecord") }
      records.append(
        RecordAccount(
          file: Int32(truncatingIfNeeded: file), record: Int32(truncatingIfNeeded: record),
          line: Int32(truncatingIfNeeded: line), status: status,
          sourceRecord: query.optionalInteger(),
          reasons: query.skipMissing() ? [] : try codes(query.text())))
    }
    return records
  }

  /// The rows that are no records, in the order they were recorded.
  package func aside(of run: Int) throws(Failure) -> [AsideRow] {
    var query = try connection.query(
      "SELECT file, kind, line, shown FROM asideRow WHERE run = ? ORDER BY id",
      [.integer(Int64(run))])
    var rows: [AsideRow] = []
    while try query.step() {
      let file = Int32(truncatingIfNeeded: query.integer())
      guard let kind = RowKind(rawValue: query.text()) else { throw damaged("asideRow") }
      rows.append(
        AsideRow(
          file: file, kind: kind, line: Int32(truncatingIfNeeded: query.integer()),
          text: query.text()))
    }
    return rows
  }

  /// Calls `body` with the source record that each data record of a drop states, and its run.
  ///
  /// For the latest run of each quarter, up to `run` or all; rejected records state nothing. Cost:
  /// one pass over what these runs say of their records.
  package func statements(
    upTo run: Int?, _ body: (_ record: Int64, _ run: Int) -> Void
  ) throws(Failure) {
    var query = try connection.query(
      "SELECT run, sourceRecord FROM dropRecord WHERE run <= ? AND sourceRecord IS NOT NULL",
      [.integer(run.map { Int64($0) } ?? .max)])
    while try query.step() {
      let run = Int(query.integer())
      body(query.integer(), run)
    }
  }

  /// The rows that were rejected, in the order they were recorded.
  package func rejects(of run: Int) throws(Failure) -> [RejectedRecord] {
    var query = try connection.query(
      """
      SELECT file, code, path, record, line, columnTitle, value, detailZh, detailEn, shown, raw
      FROM reject WHERE run = ? ORDER BY id
      """, [.integer(Int64(run))])
    var rejects: [RejectedRecord] = []
    while try query.step() {
      let file = Int32(truncatingIfNeeded: query.integer())
      guard let code = ProblemCode(rawValue: query.text()) else { throw damaged("reject") }
      var problem = Problem(
        code, file: query.optionalText(), record: query.optionalInteger().map { Int($0) },
        line: query.optionalInteger().map { Int($0) }, column: query.optionalText(),
        value: query.optionalText())
      let (zh, en) = (query.optionalText(), query.optionalText())
      if let zh, let en { problem.detail = Wording(zh: zh, en: en) }
      rejects.append(
        RejectedRecord(file: file, problem: problem, raw: query.text(), verbatim: query.bytes()))
    }
    return rejects
  }

  /// What people had to decide, in the order it was recorded.
  package func reviews(of run: Int) throws(Failure) -> [ReviewItem] {
    var query = try connection.query(
      """
      SELECT kind, subjectLeft, subjectRight, question, evidence, stake, weight, scope, leftContent,
        rightContent
      FROM review WHERE run = ? ORDER BY id
      """, [.integer(Int64(run))])
    var reviews: [ReviewItem] = []
    while try query.step() {
      guard let kind = ReviewItem.Kind(rawValue: query.text()) else { throw damaged("review") }
      let (left, right, question) = (query.text(), query.text(), query.text())
      let (evidence, stake) = (query.text(), query.optionalInteger().map { Money(fen: $0) })
      reviews.append(
        ReviewItem(
          kind: kind, left: left, right: right, question: question, evidence: evidence,
          stake: stake, weight: query.optionalInteger().map { Int32(truncatingIfNeeded: $0) },
          pair: try query.skipMissing() ? nil : pair(from: &query)))
    }
    return reviews
  }

  /// What was concluded about each lead, in the order it was recorded.
  package func assessments(of run: Int) throws(Failure) -> [Assessment] {
    var query = try connection.query(
      """
      SELECT quarter, serial, jurisdiction, disposition, conclusions, missingFacts,
        verificationDue, overdueDays, feedbackDue
      FROM assessment JOIN lead ON lead.id = lead WHERE assessment.run = ? ORDER BY assessment.id
      """, [.integer(Int64(run))])
    var assessments: [Assessment] = []
    while try query.step() {
      guard let lead = LeadID(from: &query), let disposition = Disposition(rawValue: query.text())
      else { throw damaged("assessment") }
      assessments.append(
        Assessment(
          lead: lead, disposition: disposition, conclusions: query.text(),
          missingFacts: query.text(), verificationDue: query.optionalDay(),
          overdueDays: query.optionalInteger().map { Int($0) }, feedbackDue: query.optionalDay()))
    }
    return assessments
  }

  private func readColumns(of run: Int, into files: inout [IntakeAccount]) throws(Failure) {
    var query = try connection.query(
      "SELECT file, isMapped, reading FROM intakeColumn WHERE run = ? ORDER BY id",
      [.integer(Int64(run))])
    while try query.step() {
      guard let file = Int(exactly: query.integer()), files.indices.contains(file) else {
        throw damaged("intakeColumn")
      }
      if query.integer() != 0 {
        files[file].columns.append(query.text())
      } else {
        files[file].unmapped.append(query.text())
      }
    }
  }

  private func readBalances(of run: Int, into files: inout [IntakeAccount]) throws(Failure) {
    var query = try connection.query(
      """
      SELECT file, kind, rowCount, lineCount, byteCount
      FROM rowExtent WHERE run = ? ORDER BY id
      """, [.integer(Int64(run))])
    while try query.step() {
      guard let file = Int(exactly: query.integer()), files.indices.contains(file),
        let kind = RowKind(rawValue: query.text())
      else { throw damaged("rowExtent") }
      files[file].balance[kind] = RowExtent(
        rows: Int(query.integer()), lines: Int(query.integer()), bytes: Int(query.integer()))
    }
  }

  private func codes(_ text: String) throws(Failure) -> [ProblemCode] {
    var codes: [ProblemCode] = []
    for part in text.split(separator: ";") {
      guard let code = ProblemCode(rawValue: String(part)) else { throw damaged("dropRecord") }
      codes.append(code)
    }
    return codes
  }
}
