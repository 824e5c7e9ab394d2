internal import Law
internal import Leads
internal import Ledger
internal import Reports
internal import Vocabulary

extension Screening {
  /// Explains an obligor as of a run.
  func explainObligor(
    _ id: ObligorID, _ state: QuarterState, _ run: StoredRun, _ contents: borrowing LedgerContents
  ) throws(Failure) -> Explanation {
    let table = state.table
    let own = state.obligors.firstIndex(of: id).map(Int32.init)
    let rows = (0..<table.count).filter { state.obligorOf[$0] == own }
    let leads = state.rowsByLead().enumerated()
      .filter { state.obligor(ofRows: $0.element) == own }.map(\.offset)
    var times = StageTimes()
    let assessments = try Assessor(self).assess(
      state, only: leads, asOf: run.account.asOf, times: &times)
    let places = Set(rows)
    let evidence = EvidenceLines(state)
    return Explanation([
      .init(
        title: Wording(zh: "义务人", en: "Obligor"),
        lines: [Wording(verbatim: id.description)] + identity(rows, table)
          + (own.map { relatives(of: $0, BranchTerms(state)) } ?? [])),
      .init(
        title: Wording(zh: "线索", en: "Leads"),
        lines: assessments.map { line(of: $0, state.leads[$0.number]) }),
      .init(
        title: Wording(zh: "以往案件", en: "Earlier cases"),
        lines: rows.filter { table.source[$0] == .history }.map { earlierCase($0, table) }),
      .init(
        title: Wording(zh: "记录", en: "Records"),
        lines: rows.map { row in
          let (name, line, party) = (table.name(row), table.line[row], partyName(row, table))
          return Wording(
            zh: "\(name) 第\(line)行 \(party)", en: "\(name), line \(line), \(party)")
        }),
      .init(
        title: Wording(zh: "为何是同一义务人", en: "Why these records are one obligor"),
        lines: evidence.joins(ofObligor: places)),
      .init(
        title: Wording(zh: "为何未与其他合并", en: "Why they are not joined with others"),
        lines: evidence.refusals(about: places)),
      .init(
        title: Wording(zh: "人工判定", en: "What people decided"),
        lines: try DecisionHistory(contents, state).lines(about: places)),
    ])
  }

  /// Every name and code that its records state.
  private func identity(_ rows: [Int], _ table: RecordTable) -> [Wording] {
    let names = Set(rows.map { partyName($0, table) }).subtracting([""]).sorted()
    let codes = Set(rows.map { table.string(.creditCode, $0) }).subtracting([""]).sorted()
    func line(_ zh: String, _ en: String, _ values: [String]) -> Wording {
      Wording(
        zh: "\(zh) " + values.joined(separator: "；"),
        en: "\(en): " + (values.isEmpty ? "none" : values.joined(separator: "; ")))
    }
    return [line("名称", "names", names), line("代码", "codes", codes)]
  }

  /// Whose branch it is, and its branches.
  private func relatives(of obligor: Int32, _ branches: BranchTerms) -> [Wording] {
    let parent = branches.parent(of: obligor).map {
      Wording(zh: "所属法人 \($0)", en: "branch of \($0)")
    }
    return [parent].compactMap(\.self)
      + branches.branches(of: obligor).map { Wording(zh: "分支机构 \($0)", en: "its branch \($0)") }
  }

  private func line(of assessment: LeadAssessment, _ id: LeadID) -> Wording {
    let proposal = assessment.evaluation.disposition.wording
    let day = assessment.lead.occurrence?.value.description
    return Wording(
      zh: "\(id) \(proposal.zh) \(day ?? "发生日未知")",
      en: "\(id) \(proposal.en), \(day ?? "day of occurrence unknown")")
  }

  private func earlierCase(_ row: Int, _ table: RecordTable) -> Wording {
    let day = table.day(.occurrence, row)?.description
    let damage = table.truth(.damageConfirmed, row).wording
    return Wording(
      zh: "\(table.name(row)) \(day ?? "日期未知") 造成损害：\(damage.zh)",
      en: "\(table.name(row)) \(day ?? "day unknown"), damage done: \(damage.en)")
  }

  private func partyName(_ row: Int, _ table: RecordTable) -> String {
    PersonalNumbers.masked(table.string(.partyName, row))
  }
}
