internal import Law
internal import Ledger
internal import Reports
package import Vocabulary

/// Why something is what it is: titled paragraphs of plain lines.
package struct Explanation: Sendable {
  package struct Paragraph: Sendable {
    package let title: Wording
    package let lines: [String]
  }

  package let paragraphs: [Paragraph]

  init(_ paragraphs: [Paragraph]) {
    self.paragraphs = paragraphs.filter { !$0.lines.isEmpty }
  }

  /// What a problem code means and what to do, in one language.
  package init(_ code: ProblemCode, in language: Language) {
    self.init([
      Paragraph(title: Wording(verbatim: code.rawValue), lines: [code.title[language]]),
      Paragraph(
        title: Wording(zh: "处理", en: "What to do"), lines: [code.remedy[language]]),
    ])
  }
}

extension Screening {
  /// Explains a lead, an obligor or a record (`FILE#RECORD`) as of the ledger's latest run.
  ///
  /// Fails with 66 for an id the ledger does not hold. Assesses the ledger's leads once.
  package func explain(_ id: String) throws(Failure) -> Explanation {
    let ledger = try openLedger()
    var times = StageTimes()
    return try ledger.read { (contents) throws(Failure) in
      guard let run = try contents.latestRun() else {
        throw Failure(.missingInput, .unknownIdentifier, value: id)
      }
      if id.contains("#") { return try explainRecord(id, contents) }
      let recorded = try latest(run, contents, &times)
      if let lead = LeadID(id) {
        if let known = try contents.lead(lead) {
          return try explainLead(known.mergedInto ?? lead, recorded)
        }
      } else if let obligor = ObligorID(id), let known = try contents.obligor(obligor) {
        return explainObligor(known.mergedInto ?? obligor, recorded)
      }
      throw Failure(.missingInput, .unknownIdentifier, value: id)
    }
  }

  /// The latest run's state with every lead assessed, settled ones too.
  private struct Latest {
    let state: QuarterState
    let entries: [LeadEntry]
    let traces: [LeadID: [String]]
    let reviews: [ReviewItem]
  }

  private func latest(
    _ run: StoredRun, _ contents: borrowing LedgerContents, _ times: inout StageTimes
  ) throws(Failure) -> Latest {
    let state = try QuarterState(contents, quarter: run.account.quarter)
    let assessments = try Assessor(self).assess(state, asOf: run.account.asOf, times: &times)
    var making = LeadEntries(self, state, quarter: run.account.quarter, asOf: run.account.asOf)
    var entries: [LeadEntry] = []
    var traces: [LeadID: [String]] = [:]
    var reviews = try contents.reviews(of: run.id)
    var deciding = DecidingFacts(engine)
    for assessment in assessments {
      let entry = making.entry(assessment, status: making.status(of: assessment) ?? .open)
      entries.append(entry)
      reviews += LeadReview(self, state, assessment, entry).items
      let trace = LeadTrace(engine, assessment.evaluation, assessment.facts) { row in
        "\(state.table.name(row))（第\(state.table.line[row])行）"
      }
      traces[entry.id] = trace.lines(&deciding).map {
        String(repeating: "  ", count: $0.depth) + $0.text
      }
    }
    return Latest(state: state, entries: entries, traces: traces, reviews: reviews)
  }

  private func explainLead(_ id: LeadID, _ latest: Latest) throws(Failure) -> Explanation {
    guard let entry = latest.entries.first(where: { $0.id == id }) else {
      throw Failure(.missingInput, .unknownIdentifier, value: id.description)
    }
    let names = Set(entry.sources.map(\.name))
    let joins = (latest.state.leadJoins + latest.state.obligorJoins).filter {
      names.contains(latest.state.table.name($0.later))
        && names.contains(latest.state.table.name($0.earlier))
    }
    return Explanation([
      .init(
        title: Wording(zh: "线索", en: "Lead"),
        lines: [
          "\(entry.id) \(entry.status.term) \(entry.disposition.term)",
          "义务人 \(entry.obligor?.description ?? "未知") \(entry.obligorName) \(entry.obligorCode)",
          "县区 \(entry.countyName.isEmpty ? "未知" : entry.countyName) 地点 \(entry.place.isEmpty ? "未知" : entry.place)",
          "发生日 \(entry.occurrence?.description ?? "未知") 发现日 \(entry.discovery?.description ?? "未知")",
          "初步核查期限 \(entry.verificationDue?.description ?? "未知") 超期 \(entry.overdueDays.map { "\($0) 天" } ?? "未知")",
          "认定数额 \(entry.amountDetermined.map { "\($0) 元" } ?? "未知") 预估数额 \(entry.amountEstimate.map { "\($0) 元" } ?? "未知")",
        ]),
      .init(
        title: Wording(zh: "来源", en: "Sources"),
        lines: entry.sources.map {
          "\($0.name) 第\($0.line)行 \($0.kind.wording.zh) \($0.day?.description ?? "日期未知") \($0.reference) \($0.summary)"
        }),
      .init(
        title: Wording(zh: "为何归为一件", en: "Why these records are one"),
        lines: joins.map {
          "\(latest.state.table.name($0.later)) 与 \(latest.state.table.name($0.earlier))：\($0.rule.wording.zh)（\($0.rule.rawValue)）；\($0.evidence)"
        }),
      .init(
        title: Wording(zh: "图层", en: "Zones"),
        lines: entry.zones.map { zone in
          let distance = zone.distanceMetres.map { metres in
            "距边界 \(Int(metres.rounded())) 米（负为界内），误差 \(Int((zone.uncertaintyMetres ?? 0).rounded(.up))) 米"
          }
          return
            "\(zone.tagTerm) \(zone.layer) \(zone.layerVersion)：\(zone.value.wording.zh) \(zone.feature) \(distance ?? "无可用距离") \(zone.method)"
        }),
      .init(
        title: Wording(zh: "判定", en: "Findings"),
        lines: entry.findings.filter { !$0.rule.isEmpty }.map {
          "\($0.term) = \($0.value.letter)  \($0.document) \($0.locator)（\($0.rule)） \($0.facts)"
        }),
      .init(
        title: Wording(zh: "待补事实", en: "Unknown and decisive"),
        lines: zip(entry.missingFacts, entry.missingFactTerms).map { "\($1)（\($0)）" }),
      .init(
        title: Wording(zh: "需人工研判", en: "For a person to decide"),
        lines: latest.reviews.filter { $0.left == id.description || names.contains($0.left) }
          .map { "\($0.question)：\($0.right) \($0.evidence)" }),
      .init(
        title: Wording(zh: "规则推演", en: "Rule trace"), lines: latest.traces[id] ?? []),
    ])
  }

  private func explainObligor(_ id: ObligorID, _ latest: Latest) -> Explanation {
    let (state, table) = (latest.state, latest.state.table)
    let rows = (0..<table.count).filter {
      state.obligorOf[$0] >= 0 && state.obligors[Int(state.obligorOf[$0])] == id
    }
    let names = Set(rows.map { table.string(.partyName, $0) }).subtracting([""]).sorted()
    let codes = Set(rows.map { table.string(.creditCode, $0) }).subtracting([""]).sorted()
    let own = Set(rows)
    return Explanation([
      .init(
        title: Wording(zh: "义务人", en: "Obligor"),
        lines: [
          id.description, "名称 " + names.joined(separator: "；"),
          "代码 " + codes.joined(separator: "；"),
        ]),
      .init(
        title: Wording(zh: "线索", en: "Leads"),
        lines: latest.entries.filter { $0.obligor == id }
          .map { "\($0.id) \($0.disposition.term) \($0.occurrence?.description ?? "发生日未知")" }),
      .init(
        title: Wording(zh: "以往案件", en: "Earlier cases"),
        lines: rows.filter { table.source[$0] == .history }.map {
          "\(table.name($0)) \(table.day(.occurrence, $0)?.description ?? "日期未知") 造成损害：\(table.truth(.damageConfirmed, $0).wording.zh)"
        }),
      .init(
        title: Wording(zh: "记录", en: "Records"),
        lines: rows.map { "\(table.name($0)) 第\(table.line[$0])行 \(table.string(.partyName, $0))" }),
      .init(
        title: Wording(zh: "为何是同一义务人", en: "Why these records are one obligor"),
        lines: state.obligorJoins.filter { own.contains($0.later) }.map {
          "\(table.name($0.later)) 与 \(table.name($0.earlier))：\($0.rule.wording.zh)；\($0.evidence)"
        }),
    ])
  }

  private func explainRecord(_ id: String, _ contents: borrowing LedgerContents) throws(Failure)
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
          lines: [reject.problem.message(in: .zh), reject.raw])
      ])
    }
    throw Failure(.missingInput, .unknownIdentifier, value: id)
  }

  private func explainRecord(
    _ account: RecordAccount, _ number: Int64, _ run: StoredRun,
    _ contents: borrowing LedgerContents
  ) throws(Failure) -> Explanation {
    let state = try QuarterState(contents, quarter: run.account.quarter)
    guard let row = state.rowsByRecord()[number], let raw = try contents.raw(of: number) else {
      throw Failure(.unusableInput, .ledgerDamaged)
    }
    let lead = state.leadOf[row] < 0 ? nil : state.leads[Int(state.leadOf[row])]
    let obligor = state.obligorOf[row] < 0 ? nil : state.obligors[Int(state.obligorOf[row])]
    var lines = [
      "\(account.status.wording.zh) \(account.reasons.map(\.rawValue).joined(separator: " "))",
      "线索 \(lead?.description ?? "无") 义务人 \(obligor?.description ?? "未知")",
      "\(raw.path) 第\(raw.record)条 第\(raw.line)行 \(raw.encoding) SHA-256 \(raw.sha256)",
    ]
    if account.status == .repeated { lines[0] += "：与下列先登记的记录内容相同" }
    return Explanation([
      .init(title: Wording(zh: "记录", en: "Record"), lines: lines),
      .init(title: Wording(zh: "读出的值", en: "Values as read"), lines: values(row, state.table)),
    ])
  }

  /// The typed values of a row by field; numbers of persons are not shown.
  private func values(_ row: Int, _ table: RecordTable) -> [String] {
    var lines: [String] = []
    for field in TextField.allCases where !table.text(field, row).isMissing {
      let text = PersonalNumbers.masked(table.string(field, row))
      lines.append("\(field.name) = \(field.isRestricted ? "（不显示）" : text)")
    }
    for field in DayField.allCases {
      if let day = table.day(field, row) { lines.append("\(field.name) = \(day)") }
    }
    for field in AmountField.allCases {
      if let amount = table.amount(field, row) { lines.append("\(field.name) = \(amount)") }
    }
    for field in TruthField.allCases where table.truth(field, row) != .unknown {
      lines.append("\(field.name) = \(table.truth(field, row).letter)")
    }
    if let county = table.division(row) { lines.append("county = \(county)") }
    if let point = table.point(row) {
      lines.append("point = \(point.longitude),\(point.latitude) ±\(point.uncertaintyMetres) m")
    }
    if !table.media[row].isEmpty {
      lines.append("media = " + table.media[row].cases.map(\.term).joined(separator: "、"))
    }
    return lines
  }
}
