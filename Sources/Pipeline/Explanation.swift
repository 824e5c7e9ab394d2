internal import Law
internal import Leads
internal import Ledger
internal import Reports
package import Vocabulary

/// Why something is what it is: titled paragraphs of plain lines.
package struct Explanation: Sendable {
  package struct Paragraph: Sendable {
    package let title: Wording
    package let lines: [Wording]

    /// Lines in both languages.
    init(title: Wording, lines: [Wording]) {
      self.title = title
      self.lines = lines
    }

    /// Lines that are the same in both languages.
    init(title: Wording, lines: [String]) {
      self.init(title: title, lines: lines.map { Wording(verbatim: $0) })
    }
  }

  package let paragraphs: [Paragraph]

  init(_ paragraphs: [Paragraph]) {
    self.paragraphs = paragraphs.filter { !$0.lines.isEmpty }
  }
}

extension Screening {
  /// Explains a lead, an obligor or a record (`FILE#RECORD`) as of the ledger's latest run.
  ///
  /// Fails with 66 for an id the ledger does not hold. Assesses only the leads it speaks of.
  package func explain(_ id: String) throws(Failure) -> Explanation {
    let ledger = try openLedger()
    return try ledger.read { (contents) throws(Failure) in
      guard let run = try contents.latestRun() else {
        throw Failure(.missingInput, .unknownIdentifier, value: id)
      }
      if id.contains("#") { return try explainRecord(id, contents) }
      if let lead = LeadID(id) {
        if let known = try contents.standing(lead) {
          return try explainLead(known, run, contents).noting(id, standsFor: known.description)
        }
      } else if let obligor = ObligorID(id), let known = try contents.standing(obligor) {
        return try explainObligor(known, run, contents)
          .noting(id, standsFor: known.description)
      }
      throw Failure(.missingInput, .unknownIdentifier, value: id)
    }
  }

  private func explainLead(
    _ id: LeadID, _ run: StoredRun, _ contents: borrowing LedgerContents
  ) throws(Failure) -> Explanation {
    let state = try QuarterState(contents, quarter: run.account.quarter)
    let asOf = run.account.asOf
    var times = StageTimes()
    let number = state.leads.firstIndex(of: id)
    let assessments = try Assessor(self).assess(
      state, only: number.map { [$0] } ?? [], asOf: asOf, times: &times)
    guard let assessment = assessments.first else {
      throw Failure(.missingInput, .unknownIdentifier, value: id.description)
    }
    var making = LeadEntries(self, state, quarter: run.account.quarter, asOf: asOf)
    let status = making.status(of: assessment)
    let entry = making.entry(assessment, status: status ?? .open)
    let names = Set(entry.sources.map(\.name))
    let evidence = EvidenceLines(state)
    let rows = Set(assessment.lead.rows)
    let reviews =
      try contents.reviews(of: run.id) + LeadReview(self, state, assessment, entry).items
    let traces = LeadTraces(law, state.table)
    return Explanation([
      .init(
        title: Wording(zh: "线索", en: "Lead"),
        lines: [
          "\(entry.id) \(status?.term ?? "往季已结") \(entry.disposition.term)",
          "义务人 \(entry.obligor?.description ?? "未知") \(entry.obligorName) \(entry.obligorCode)",
          entry.obligorParent.isEmpty ? nil : "所属法人 \(entry.obligorParent)（分支机构另列义务人，不归并）",
          "县区 \(entry.countyName.isEmpty ? "未知" : entry.countyName) 地点 \(entry.place.isEmpty ? "未知" : entry.place)",
          "发生日 \(entry.occurrence?.description ?? "未知") 发现日 \(entry.discovery?.description ?? "未知")",
          entry.applicableLawTerm.map { "适用规定 \($0)" },
          "发生日的规定 \(entry.versionTerm)",
          "初步核查期限 \(verificationTerm(assessment, entry))",
          "认定数额 \(entry.amountDetermined.map { "\($0) 元" } ?? "未知") 预估数额 \(entry.amountEstimate.map { "\($0) 元" } ?? "未知")",
        ].compactMap(\.self)),
      .init(
        title: Wording(zh: "来源", en: "Sources"),
        lines: entry.sources.map {
          "\($0.name) 第\($0.line)行 \($0.kind.wording.zh) \($0.day?.description ?? "日期未知") \($0.reference) \($0.summary)\($0.isSuperseded ? "（已有新版本）" : "")"
        }),
      .init(
        title: Wording(zh: "记录的更正", en: "Newer versions of its records"),
        lines: entry.changes.map(\.explanation)),
      .init(
        title: Wording(zh: "来源说法不一", en: "What its records state differently"),
        lines: entry.disagreements.map(\.sentence)),
      .init(
        title: Wording(zh: "为何归为一件", en: "Why these records are one"),
        lines: evidence.joins(ofLead: rows)),
      .init(
        title: Wording(zh: "为何是该义务人", en: "Why they are this obligor's"),
        lines: evidence.weighed(leaving: rows)),
      .init(
        title: Wording(zh: "为何未与其他合并", en: "Why they are not joined with others"),
        lines: evidence.refusals(about: rows)),
      .init(
        title: Wording(zh: "人工判定", en: "What people decided"),
        lines: try DecisionHistory(contents, state).lines(about: Set(assessment.lead.rows))),
      .init(
        title: Wording(zh: "图层", en: "Zones"),
        lines: entry.zones.map { zone in
          let distance = zone.distanceMetres.map { metres in
            "距边界 \(Int(metres.rounded())) 米（负为界内），误差 \(Int((zone.uncertaintyMetres ?? 0).rounded(.up))) 米"
          }
          return
            "\(zone.place == .damageArea ? "" : zone.place.term + " ")\(zone.tagTerm) \(zone.layer) \(zone.layerVersion)：\(zone.value.wording.zh) \(zone.feature) \(distance ?? "无可用距离") \(zone.method)"
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
        lines: reviews.filter {
          $0.left == id.description || names.contains($0.left) || names.contains($0.right)
        }.map(\.masked).map {
          "\($0.question)：\(names.contains($0.left) ? $0.right : $0.left) \($0.evidence)"
        }),
      .init(
        title: Wording(zh: "规则推演", en: "Rule trace"),
        lines: traces.lines(of: LeadTraces.Subject(assessment))),
    ])
  }

  /// The last day of the check for damage and how late it is; where no period runs, that none does.
  private func verificationTerm(_ assessment: LeadAssessment, _ entry: LeadEntry) -> String {
    guard let due = entry.verificationDue else {
      let runs = assessment.deadlines.contains(where: \.rule.isForVerification)
      return runs ? "无法计算 是否超期不明" : assessment.awaitsVerification ? "起算日未知" : "无适用期限"
    }
    return "\(due) \(entry.overdueDays.map { "超期 \($0) 天" } ?? "是否超期不明")"
  }

  private func explainObligor(
    _ id: ObligorID, _ run: StoredRun, _ contents: borrowing LedgerContents
  ) throws(Failure) -> Explanation {
    let state = try QuarterState(contents, quarter: run.account.quarter)
    let table = state.table
    let own = state.obligors.firstIndex(of: id).map(Int32.init)
    let rows = (0..<table.count).filter { state.obligorOf[$0] == own }
    let leads = state.rowsByLead().enumerated()
      .filter { state.obligor(ofRows: $0.element) == own }.map(\.offset)
    var times = StageTimes()
    let assessments = try Assessor(self).assess(
      state, only: leads, asOf: run.account.asOf, times: &times)
    func partyName(_ row: Int) -> String {
      PersonalNumbers.masked(table.string(.partyName, row))
    }
    let names = Set(rows.map(partyName)).subtracting([""]).sorted()
    let codes = Set(rows.map { table.string(.creditCode, $0) }).subtracting([""]).sorted()
    let places = Set(rows)
    let branches = BranchTerms(state)
    return Explanation([
      .init(
        title: Wording(zh: "义务人", en: "Obligor"),
        lines: [
          id.description, "名称 " + names.joined(separator: "；"),
          "代码 " + codes.joined(separator: "；"),
          own.flatMap(branches.parent).map { "所属法人 \($0)" },
        ].compactMap(\.self) + (own.map(branches.branches) ?? []).map { "分支机构 \($0)" }),
      .init(
        title: Wording(zh: "线索", en: "Leads"),
        lines: assessments.map {
          "\(state.leads[$0.number]) \($0.evaluation.disposition.term) \($0.lead.occurrence?.value.description ?? "发生日未知")"
        }),
      .init(
        title: Wording(zh: "以往案件", en: "Earlier cases"),
        lines: rows.filter { table.source[$0] == .history }.map {
          "\(table.name($0)) \(table.day(.occurrence, $0)?.description ?? "日期未知") 造成损害：\(table.truth(.damageConfirmed, $0).wording.zh)"
        }),
      .init(
        title: Wording(zh: "记录", en: "Records"),
        lines: rows.map { "\(table.name($0)) 第\(table.line[$0])行 \(partyName($0))" }),
      .init(
        title: Wording(zh: "为何是同一义务人", en: "Why these records are one obligor"),
        lines: EvidenceLines(state).joins(ofObligor: places)),
      .init(
        title: Wording(zh: "为何未与其他合并", en: "Why they are not joined with others"),
        lines: EvidenceLines(state).refusals(about: places)),
      .init(
        title: Wording(zh: "人工判定", en: "What people decided"),
        lines: try DecisionHistory(contents, state).lines(about: places)),
    ])
  }
}
