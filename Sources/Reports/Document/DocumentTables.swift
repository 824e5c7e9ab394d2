internal import Documents
internal import Vocabulary

/// The tables of the quarter's official documents.
struct DocumentTables {
  let figures: ReportFigures

  private var report: QuarterReport { figures.report }

  /// 处置建议 with the quarter before and the year before, where the ledger has them.
  var dispositions: DocumentTable {
    let rows = Disposition.reportOrder.map { disposition -> [Run] in
      let now = figures.count(disposition).all
      return [
        .text(disposition.term), .figure(name: disposition.figure.rawValue, Numeral.grouped(now)),
        .text(share(now)), .text(before(report.previous, disposition)),
        .text(before(report.yearBefore, disposition)),
      ]
    }
    let all = report.leads.count
    let total: [Run] = [
      .text("合计"), .figure(name: FigureName.leads.rawValue, Numeral.grouped(all)),
      .text(share(all)), .text(report.previous.map { Numeral.grouped($0.leads) } ?? "—"),
      .text(report.yearBefore.map { Numeral.grouped($0.leads) } ?? "—"),
    ]
    return DocumentTable(
      "在册线索的处置建议",
      columns: [.init(5), .init(3, .right), .init(3, .right), .init(3, .right), .init(3, .right)],
      header: [["处置建议", "件数", "占比", "上季", "上年同期"]], rows: (rows + [total]).map { $0.map { [$0] } },
      note: "均为筛查建议，不代替认定。“—”表示台账中没有可比的数据。")
  }

  private func share(_ part: Int) -> String {
    Numeral.percent(part, of: report.leads.count) ?? "—"
  }

  private func before(_ earlier: QuarterFigures?, _ disposition: Disposition) -> String {
    earlier?.leads(with: disposition).map(Numeral.grouped) ?? "—"
  }

  /// Counties with what is to be done there; those without leads are left out and counted in the note.
  var counties: DocumentTable {
    let groups = figures.grouped { $0.county }
    let wanted: [LeadFilter] = [
      LeadFilter(), LeadFilter(disposition: .initiate), LeadFilter(disposition: .verify),
      LeadFilter(disposition: .review), LeadFilter(topic: .exception), LeadFilter(topic: .overdue),
    ]
    func cells(_ leads: [LeadTraits]) -> [[Run]] {
      wanted.map { [.text(Numeral.grouped(LeadCount($0, among: leads).all))] }
    }
    let rows = figures.counties.compactMap { county -> [[Run]]? in
      groups[county.code].map { [[.text(county.name)]] + cells($0) }
    }
    let empty = figures.counties.count - rows.count
    return DocumentTable(
      "各县（市、区）在册线索",
      columns: [.init(4)] + wanted.map { _ in .init(2, .right) },
      header: [["县（市、区）", "在册", "应启动", "待核查", "需研判", "例外", "超期"]],
      rows: rows + [[[.text("合计")]] + cells(figures.traits)],
      note: empty > 0 ? "没有在册线索的 \(empty) 个县（市、区）未列。" : nil)
  }

  var exceptions: DocumentTable {
    list("例外情形", figures.leads(.exception), ("情形", 4), ("损害金额（元）", 3)) { lead in
      var kinds: [String] = []
      if lead.inRedLine == .true { kinds.append("生态保护红线") }
      if lead.inNatureReserve == .true { kinds.append("自然保护地") }
      if lead.repeatOffender == .true { kinds.append("再次发生") }
      return (kinds.joined(separator: "、"), lead.amountTerm)
    }
  }

  var major: DocumentTable {
    list("重大案件", figures.leads(.major), ("认定依据", 5), ("下一节点", 4)) { lead in
      (lead.citations(of: ["major"]).text ?? "—", lead.nextMilestone)
    }
  }

  var transfers: DocumentTable {
    list("检察机关移送线索", figures.leads(.transfer), ("移送文书", 5), ("反馈期限与情况", 4)) { lead in
      let letters = lead.sources.filter { $0.kind == .transfer && !$0.reference.isEmpty }
        .map(\.reference)
      return (
        letters.prefix(2).joined(separator: "；").orDash,
        lead.isFeedbackDue ? lead.feedbackTerm : "—"
      )
    }
  }

  var overdue: DocumentTable {
    let leads = figures.leads(.overdue).sorted { left, right in
      let late = (report.leads[left].overdueDays ?? 0, report.leads[right].overdueDays ?? 0)
      return late.0 == late.1 ? left < right : late.0 > late.1
    }
    return list("核查超期线索（超期最久的在前）", leads, ("核查期限", 3), ("超期（日）", 2)) { lead in
      (
        lead.verificationDue?.description ?? "未知", lead.overdueDays.map(Numeral.grouped) ?? "未知"
      )
    }
  }

  /// A list of single leads with two columns of its own; the note says where the rest stands.
  private func list(
    _ caption: String, _ leads: [Int], _ first: (title: String, share: Int),
    _ second: (title: String, share: Int), _ words: (LeadEntry) -> (String, String)
  ) -> DocumentTable {
    let rest = leads.count - QuarterDocument.rowLimit
    let rows = leads.prefix(QuarterDocument.rowLimit).map { index -> [[Run]] in
      let lead = report.leads[index]
      let (one, other) = words(lead)
      return [
        [.text(lead.id.description)], [.text(lead.countyTerm)], [.text(lead.obligorTerm)],
        [.text(one)], [.text(other)], [.text(lead.disposition.term)],
      ]
    }
    return DocumentTable(
      "\(caption)（\(Numeral.grouped(leads.count)) 件）",
      columns: [
        .init(5), .init(3), .init(5), .init(first.share), .init(second.share), .init(3),
      ],
      header: [["线索编号", "县（市、区）", "赔偿义务人", first.title, second.title, "处置建议"]], rows: rows,
      note: rest > 0
        ? "表中列前 \(QuarterDocument.rowLimit) 件，另有 \(Numeral.grouped(rest)) 件见附件台账。" : nil)
  }
}
