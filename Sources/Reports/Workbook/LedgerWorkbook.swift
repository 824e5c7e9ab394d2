package import Vocabulary

/// ledger.xlsx: the quarter's register for people (线索台账), with room for their decisions.
///
/// Says what the report says, nothing more. Texts are texts, never formulas; days are dates,
/// amounts numbers, what is unknown is blank. Equal reports give equal bytes: the file says it was
/// made on the as-of day.
package enum LedgerWorkbook {
  /// The path below the quarter's folder.
  package static let name = "ledger.xlsx"

  /// The name of the sheet that people's decisions are filled into.
  package static var reviewSheet: String { SheetName.review.rawValue }

  /// The name of the sheet that results of checks are filled into.
  package static var registerSheet: String { SheetName.leads.rawValue }

  /// The sheets in their order.
  enum SheetName: String, CaseIterable {
    case notes = "说明"
    case summary = "汇总"
    case leads = "线索台账"
    case exceptions = "例外清单"
    case major = "重大案件"
    case overdue = "超期清单"
    case feedback = "检察反馈"
    case matches = "归并关系"
    case review = "待人工研判"
    case balance = "来源对账"
    case rejects = "退回记录"
    case dictionary = "字典"
  }

  /// How much a workbook takes.
  struct Limits {
    /// Rows of a sheet, fixed by the format.
    var rows = 1_048_576
    /// Leads above which 线索台账 lists only those that need somebody.
    var leads = 200_000
  }

  /// Writes the workbook to `path`, readable by its owner only, and makes it last through a crash.
  ///
  /// Memory stays constant; temporary files are in the same folder and unlinked. On failure the
  /// file is removed. `shown` is the name used in messages.
  package static func write(
    _ report: QuarterReport, to path: String, shown: String = LedgerWorkbook.name
  ) throws(Failure) {
    try write(report, to: path, shown: shown, limits: Limits())
  }

  static func write(
    _ report: QuarterReport, to path: String, shown: String, limits: Limits
  ) throws(Failure) {
    let content = LedgerContent(report, limits: limits)
    let file = try XLSXFile(
      path: path, shown: shown, title: content.title, author: report.organisation,
      created: report.asOf, isLarge: content.listed.count > 200_000)
    let frame = TableSheet.Frame(
      file: file, styles: try WorkbookStyles(in: file), footer: content.footer,
      rowLimit: limits.rows)
    try NotesSheet.write(content, in: frame)
    try SummarySheet.write(content, in: frame)
    try LeadSheet.write(content, in: frame)
    try ExceptionSheet.write(content, in: frame)
    try MajorSheet.write(content, in: frame)
    try OverdueSheet.write(content, in: frame)
    try FeedbackSheet.write(content, in: frame)
    try MatchSheet.write(content, in: frame)
    try ReviewSheet.write(content, in: frame)
    try BalanceSheet.write(content, in: frame)
    try RejectSheet.write(content, in: frame)
    try DictionarySheet.write(in: frame)
    try file.close()
  }
}
