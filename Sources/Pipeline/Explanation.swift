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
    var deciding = law.engines.map { DecidingFacts($0) }
    for assessment in assessments {
      let entry = making.entry(assessment, status: making.status(of: assessment) ?? .open)
      entries.append(entry)
      reviews += LeadReview(self, state, assessment, entry).items
      let engine = law.engines[assessment.engine]
      let trace = LeadTrace(engine, assessment.evaluation, assessment.facts) { row in
        "\(state.table.name(row))（第\(state.table.line[row])行）"
      }
      traces[entry.id] = trace.lines(&deciding[assessment.engine]).map {
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
          "初步核查期限 \(entry.verificationDue?.description ?? "未知") \(entry.overdueDays.map { "超期 \($0) 天" } ?? "是否超期不明")",
          "认定数额 \(entry.amountDetermined.map { "\($0) 元" } ?? "未知") 预估数额 \(entry.amountEstimate.map { "\($0) 元" } ?? "未知")",
        ]),
      .init(
        title: Wording(zh: "来源", en: "Sources"),
        lines: entry.sources.map {
          "\($0.name) 第\($0.line)行 \($0.kind.wording.zh) \($0.day?.description ?? "日期未知") \($0.reference) \($0.summary)\($0.isSuperseded ? "（已有新版本）" : "")"
        }),
      .init(
        title: Wording(zh: "记录的更正", en: "Newer versions of its records"),
        lines: entry.changes.map(\.explanation)),
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
        title: Wording(zh: "期限", en: "Deadlines"), lines: entry.deadlines.map(\.sentence)),
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
}
