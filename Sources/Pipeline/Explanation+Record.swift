internal import Leads
internal import Ledger
internal import Reports
internal import Vocabulary

extension Screening {
  /// Explains the data record `FILE#RECORD` as the latest run that read that file has it.
  func explainRecord(_ id: String, _ contents: borrowing LedgerContents) throws(Failure)
    -> Explanation
  {
    guard let hash = id.lastIndex(of: "#"), let record = Int(id[id.index(after: hash)...]) else {
      throw Failure(.missingInput, .unknownIdentifier, value: id)
    }
    let path = String(id[..<hash])
    // What the latest run of a quarter says of that row; a file may have changed since.
    for run in try contents.runs().reversed() {
      let files = try contents.files(of: run.id)
      guard let file = files.firstIndex(where: { $0.path == path }) else { continue }
      let accounts = try contents.dropRecords(of: run.id)
      guard let account = accounts.first(where: { $0.file == file && $0.record == record }) else {
        continue
      }
      if let number = account.sourceRecord {
        return try explainRecord(account, number, run, contents)
      }
      let reject = try contents.rejects(of: run.id).first {
        $0.file == file && $0.problem.record == record
      }
      guard let reject else { continue }
      return Explanation([
        .init(
          title: Wording(zh: "退回的记录", en: "Rejected record"),
          lines: ([reject.problem]
            + messages(account, path).filter { $0.code != reject.problem.code }).map(wording)
            + [Wording(verbatim: reject.raw)])
      ])
    }
    throw Failure(.missingInput, .unknownIdentifier, value: id)
  }

  private func explainRecord(
    _ account: RecordAccount, _ number: Int64, _ run: StoredRun,
    _ contents: borrowing LedgerContents
  ) throws(Failure) -> Explanation {
    let state = try QuarterState(contents, quarter: run.account.quarter).withoutReporters
    guard let row = state.rowsByRecord()[number], let raw = try contents.raw(of: number) else {
      throw Failure(.unusableInput, .ledgerDamaged)
    }
    let lead = state.leadOf[row] < 0 ? nil : state.leads[Int(state.leadOf[row])]
    let obligor = state.obligorOf[row] < 0 ? nil : state.obligors[Int(state.obligorOf[row])]
    let source = "\(raw.encoding) SHA-256 \(raw.sha256)"
    var lines = [
      standing(account.status),
      Wording(
        zh: "线索 \(lead?.description ?? "无") 义务人 \(obligor?.description ?? "未知")",
        en: "lead: \(lead?.description ?? "none"); obligor: \(obligor?.description ?? "unknown")"),
      Wording(
        zh: "\(raw.path) 第\(raw.record)条 第\(raw.line)行 \(source)",
        en: "\(raw.path), record \(raw.record), line \(raw.line), \(source)"),
    ]
    lines += messages(account, raw.path).map(wording)
    if state.versions.isSuperseded(row) {
      let newest = state.table.name(state.versions.newest(of: row))
      lines.append(
        Wording(
          zh: "已有新版本 \(newest)，以新版本为准", en: "there is a newer version, \(newest), which counts"))
    }
    let other = try UnmappedColumns(of: raw, contents, hiding: state.reporters?.names(row))
    let evidence = EvidenceLines(state)
    return Explanation([
      .init(title: Wording(zh: "记录", en: "Record"), lines: lines),
      .init(title: Wording(zh: "读出的值", en: "Values as read"), lines: values(row, state.table)),
      .init(
        title: Wording(zh: "未采用的列，照录原文", en: "Columns without a field, as they stand"),
        lines: other.lines),
      .init(
        title: Wording(zh: "与其他记录合并的理由", en: "Why it is joined with others"),
        lines: evidence.joins(of: row)),
      .init(
        title: Wording(zh: "为何未与其他合并", en: "Why it is not joined with others"),
        lines: evidence.refusals(about: [row])),
      .init(
        title: Wording(zh: "与其他版本的不同", en: "Against other versions of the record"),
        lines: state.changes(among: state.versions.all(of: row)).map(\.explanation)),
    ])
  }

  private func standing(_ status: RecordStatus) -> Wording {
    guard status == .repeated else { return status.wording }
    return Wording(
      zh: "\(status.wording.zh)：与下列先登记的记录内容相同",
      en: "\(status.wording.en): it says what the record below says, which was taken in before")
  }

  private func wording(_ problem: Problem) -> Wording {
    Wording(zh: problem.message(in: .zh), en: problem.message(in: .en))
  }

  /// What there is to say about a record, in the order in which it was found.
  private func messages(_ account: RecordAccount, _ path: String) -> [Problem] {
    account.reasons.map {
      Problem($0, file: path, record: Int(account.record), line: Int(account.line))
    }
  }

  /// The typed values of a row by field; numbers of persons are not shown.
  private func values(_ row: Int, _ table: RecordTable) -> [Wording] {
    var lines: [Wording] = []
    func add(_ name: String, _ value: Wording) {
      lines.append(Wording(zh: "\(name) = \(value.zh)", en: "\(name) = \(value.en)"))
    }
    func add(_ name: String, _ value: String) { add(name, Wording(verbatim: value)) }
    for field in TextField.allCases where !table.text(field, row).isMissing {
      let stated = table.string(field, row)
      let text = Wording(
        verbatim: field == .placeShape
          ? Problem.printable(stated, limit: 120) : PersonalNumbers.masked(stated))
      add(field.name, field.isRestricted ? .notShown : text)
    }
    for field in DayField.allCases {
      if let day = table.day(field, row) { add(field.name, day.description) }
    }
    for field in AmountField.allCases {
      if let amount = table.amount(field, row) { add(field.name, amount.description) }
    }
    for field in TruthField.allCases where table.truth(field, row) != .unknown {
      add(field.name, table.truth(field, row).letter)
    }
    if let county = table.division(row) { add("county", county.description) }
    if let point = table.point(row) {
      let budget = UncertaintyBudget(point).wording
      let place = "\(point.longitude),\(point.latitude) ± "
      add("point", Wording(zh: place + budget.zh, en: place + budget.en))
    }
    let media = table.media[row].cases.map(\.wording)
    if !media.isEmpty {
      add(
        "media",
        Wording(
          zh: media.map(\.zh).joined(separator: "、"), en: media.map(\.en).joined(separator: ", ")))
    }
    return lines
  }
}
