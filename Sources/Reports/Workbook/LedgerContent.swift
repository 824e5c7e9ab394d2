internal import Vocabulary

/// The report as the workbook's sheets share it: counted once, with the leads that are listed.
struct LedgerContent {
  let report: QuarterReport
  let figures: ReportFigures
  let limits: LedgerWorkbook.Limits
  /// Indexes of the leads of 线索台账, in the report's order.
  let listed: [Int]
  /// Indexes of the leads of 例外清单, in the report's order.
  let exceptions: [Int]
  /// Indexes of the leads of 重大案件, in the report's order.
  let major: [Int]
  /// Indexes of the leads of 超期清单, the latest first.
  let overdue: [Int]
  /// Indexes of the leads of 检察反馈, in the report's order.
  let transfers: [Int]
  /// Names of the jurisdiction's counties.
  private let counties: [DivisionCode: String]

  init(_ report: QuarterReport, limits: LedgerWorkbook.Limits) {
    self.report = report
    self.limits = limits
    let figures = ReportFigures(report)
    self.figures = figures
    let leads = report.leads
    let isWhole = leads.count <= limits.leads
    listed = leads.indices.filter { isWhole || figures.traits[$0].needsSomebody }
    exceptions = figures.leads(.exception)
    major = figures.leads(.major)
    overdue = figures.leads(.overdue).sorted { left, right in
      let (a, b) = (leads[left].overdueDays ?? 0, leads[right].overdueDays ?? 0)
      return a == b ? left < right : a > b
    }
    transfers = figures.leads(.transfer)
    counties = Dictionary(
      report.counties.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  var totals: ReportTotals { figures.totals }

  /// Whether 线索台账 has every lead of the quarter.
  var listsEveryLead: Bool { listed.count == report.leads.count }

  /// `忻州市2026年第三季度生态环境损害赔偿线索台账`.
  var title: String {
    "\(report.jurisdictionName)\(report.quarter.chinese)生态环境损害赔偿线索台账"
  }

  /// The footer of every page in the library's notation; `&` begins a code there.
  ///
  /// For whom the workbook is stands in the middle of it.
  var footer: String {
    let name = report.organisation.unicodeScalars.prefix(40).filter { $0 != "&" }
    return "&L\(String(String.UnicodeScalarView(name)))　\(report.quarter.chinese)"
      + "&C\(report.audience.banner)　筛查建议，不代替认定&R运行号 \(report.run)　第 &P 页　共 &N 页"
  }

  /// Texts are wrapped in lists of a size that a spreadsheet still lays out at once.
  func isWrapped(rows: Int) -> Bool { rows <= 20_000 }

  /// How a county of another jurisdiction is marked.
  static let outside = "（辖区外）"

  /// The county as all sheets name it: blank if unknown, marked if it is another jurisdiction's.
  ///
  /// Counties of two cities can have one name.
  func county(of lead: LeadEntry) -> String {
    guard let code = lead.county else { return "" }
    if let name = counties[code], !name.isEmpty { return name }
    return counties[code] == nil ? lead.countyTerm + LedgerContent.outside : lead.countyTerm
  }
}

extension LeadTraits {
  /// Whether a person has something to do about the lead before others: an exception, a major case,
  /// late, for review, or transferred by a procuratorate that waits for its answer.
  var needsSomebody: Bool {
    holds(.exception) || holds(.major) || holds(.overdue) || holds(.feedbackOwed)
      || disposition == .review
  }
}
