internal import Documents
internal import Reports
internal import Submission
internal import Vocabulary

/// What a quarter's package says, made from its report.
struct QuarterSubmission {
  let report: QuarterReport
  let receiver: SubmissionParty

  /// The content of one revision; documents are those of the report's audience.
  func content(revision: Int, _ kind: SubmissionKind) throws(Failure) -> SubmissionContent {
    SubmissionContent(
      submitter: SubmissionParty(
        code: report.jurisdiction.description,
        name: report.organisation.isEmpty ? report.jurisdictionName : report.organisation),
      receiver: receiver, period: report.quarter, revision: revision, kind: kind,
      audience: report.audience.rawValue, asOf: report.asOf,
      tables: try QuarterTables(report: report).all(), totals: totals, checks: checks,
      documents: try documents)
  }

  private var documents: [SubmissionContent.Document] {
    get throws(Failure) {
      [
        SubmissionContent.Document(
          name: QuarterDocument.name(of: .reportUpwards),
          bytes: try DocumentFile.bytes(of: QuarterDocument(report, .reportUpwards).document))
      ]
    }
  }

  /// Every headline figure, with the way to count it again where the tables hold what it counts.
  private var totals: [SubmittedTotal] {
    let figures = ReportFigures(report)
    return FigureName.allCases.map { name in
      SubmittedTotal(name.rawValue, value: String(figures[name]), basis: basis(of: name))
    }
  }

  private func basis(of name: FigureName) -> SubmittedTotal.Basis? {
    func leads(_ field: String, _ words: String...) -> SubmittedTotal.Basis {
      SubmittedTotal.Basis(
        table: SubmittedTable.leads, conditions: [.init(field: field, words: words)])
    }
    return switch name {
    case .leads: SubmittedTotal.Basis(table: SubmittedTable.leads)
    case .leadsNew: leads("status", LeadEntry.Status.new.rawValue)
    case .leadsChanged: leads("status", LeadEntry.Status.changed.rawValue)
    case .leadsOpen: leads("status", LeadEntry.Status.open.rawValue)
    case .obligors:
      SubmittedTotal.Basis(table: SubmittedTable.leads, measure: .distinct("obligor_id"))
    case .initiate: leads("disposition", Disposition.initiate.rawValue)
    case .verify: leads("disposition", Disposition.verify.rawValue)
    case .review: leads("disposition", Disposition.review.rawValue)
    case .mayNotInitiate: leads("disposition", Disposition.mayNotInitiate.rawValue)
    case .closeNoDamage: leads("disposition", Disposition.closeNoDamage.rawValue)
    case .excluded: leads("disposition", Disposition.excluded.rawValue)
    case .repeatOffender: leads("repeat_offender", "T")
    case .major: leads("major", "T")
    case .initiated: leads("initiated", "T")
    case .notInitiated: leads("initiated", "F")
    case .files: SubmittedTotal.Basis(table: "files")
    case .records, .opened, .merged, .repeats, .rejected:
      SubmittedTotal.Basis(table: "files", measure: .sum(name.rawValue))
    case .exceptions, .protectedPlace, .overdue,
      .dueSoon, .transfers, .feedbackDue, .feedbackOwed, .factsMissing, .amountUnknown,
      .reviewItems, .verified, .damageFound:
      nil
    }
  }

  private var checks: [SubmittedCheck] {
    let totals = ReportTotals(report)
    func check(
      _ id: String, _ title: String, count: Int, failing: [LeadEntry], _ detail: String
    ) -> SubmittedCheck {
      SubmittedCheck(
        id: id, title: title, hasPassed: failing.isEmpty, count: count,
        detail: failing.isEmpty
          ? detail : failing.prefix(20).map(\.id.description).joined(separator: ";"))
    }
    return [
      SubmittedCheck(
        id: "CK01", title: "记录＝新立＋并入＋重复＋退回", hasPassed: totals.isBalanced,
        count: totals.records,
        detail:
          "\(totals.records)=\(totals.opened)+\(totals.merged)+\(totals.repeats)+\(totals.rejected)"
      ),
      SubmittedCheck(
        id: "CK02", title: "在册线索＝新立＋续报＋未结",
        hasPassed: totals.leads == totals.leadsByStatus.values.reduce(0, +), count: totals.leads,
        detail: LeadEntry.Status.allCases.map { String(totals.leadsByStatus[$0] ?? 0) }
          .joined(separator: "+")),
      check(
        "CK03", "每件线索都有来源记录", count: totals.leads, failing: report.leads.filter(\.sources.isEmpty),
        ""),
      check(
        "CK04", "例外情形不得建议不启动", count: totals.exceptions,
        failing: report.leads.filter { $0.isException && $0.disposition == .mayNotInitiate }, ""),
      check(
        "CK05", "超期的线索有核查期限", count: totals.overdue,
        failing: report.leads.filter { $0.isOverdue && $0.verificationDue == nil }, ""),
      check(
        "CK06", "发现日期不晚于数据截止日", count: totals.leads,
        failing: report.leads.filter { $0.discovery.map { $0 > report.asOf } ?? false }, ""),
    ]
  }
}
