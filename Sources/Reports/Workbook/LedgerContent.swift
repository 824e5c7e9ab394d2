internal import Vocabulary

/// The report as the workbook's sheets share it: counted once, with the leads that are listed.
struct LedgerContent {
  let report: QuarterReport
  let totals: ReportTotals
  let limits: LedgerWorkbook.Limits
  /// Indexes of the leads of 线索台账, in the report's order.
  let listed: [Int]
  /// Indexes of the leads of 例外清单, in the report's order.
  let exceptions: [Int]
  /// Indexes of the leads of 超期清单, the latest first.
  let overdue: [Int]

  init(_ report: QuarterReport, limits: LedgerWorkbook.Limits) {
    self.report = report
    self.limits = limits
    totals = ReportTotals(report)
    let leads = report.leads
    let isWhole = leads.count <= limits.leads
    listed = leads.indices.filter { isWhole || LedgerContent.needsSomeone(leads[$0]) }
    exceptions = leads.indices.filter { leads[$0].isException }
    overdue = leads.indices.filter { leads[$0].isOverdue }.sorted { left, right in
      let (a, b) = (leads[left].overdueDays ?? 0, leads[right].overdueDays ?? 0)
      return a == b ? left < right : a > b
    }
  }

  /// Whether 线索台账 has every lead of the quarter.
  var listsEveryLead: Bool { listed.count == report.leads.count }

  /// `忻州市2026年第三季度生态环境损害赔偿线索台账`.
  var title: String {
    "\(report.jurisdictionName)\(report.quarter.chinese)生态环境损害赔偿线索台账"
  }

  /// The footer of every page in the library's notation; `&` begins a code there.
  var footer: String {
    let name = report.organisation.unicodeScalars.prefix(40).filter { $0 != "&" }
    return "&L\(String(String.UnicodeScalarView(name)))　\(report.quarter.chinese)"
      + "&C\(report.audience.mark)　筛查建议，不代替认定&R运行号 \(report.run)　第 &P 页　共 &N 页"
  }

  /// Texts are wrapped in lists of a size that a spreadsheet still lays out at once.
  func isWrapped(rows: Int) -> Bool { rows <= 20_000 }

  /// Whether anybody still has to do something about the lead.
  private static func needsSomeone(_ lead: LeadEntry) -> Bool {
    !lead.disposition.isSettled || lead.isException || lead.isOverdue
  }
}
