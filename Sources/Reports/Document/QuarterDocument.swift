package import Documents
internal import Vocabulary

/// The quarter as an official document: the report to the higher authority (上行) and the bulletin to
/// those below (下行).
///
/// What only people decide is left to be filled in. The same sentences, figures and lists as the page;
/// lists are cut where the workbook says more.
package struct QuarterDocument {
  /// Rows of a list of single leads; the rest stands in the workbook.
  static let rowLimit = 30

  private let figures: ReportFigures
  private let kind: OfficialKind

  private var report: QuarterReport { figures.report }

  /// The document of a quarter; `kind` is the report or the bulletin.
  package init(_ report: QuarterReport, _ kind: OfficialKind) {
    self.kind = kind
    figures = ReportFigures(report)
  }

  /// The file's name: `report.docx`, `bulletin.docx`.
  package static func name(of kind: OfficialKind) -> String {
    kind == .bulletin ? "bulletin.docx" : "report.docx"
  }

  /// The document; linear in the leads, and one pass over them a figure.
  package var document: OfficialDocument {
    var document = OfficialDocument(
      kind, banner: report.audience.banner, organisation: issuer,
      title: ["关于\(report.quarter.chinese)生态环境", "损害赔偿案件线索筛查情况的\(kind.name)"],
      asOf: report.asOf, run: "\(report.run)")
    document.warnings = DocumentWords.warnings(of: report)
    document.body = opening + overview + attention + deadlines + steps
    document.attachments = ["\(report.quarter.chinese)生态环境损害赔偿线索台账（ledger.xlsx）"]
    document.note = "此件不公开"
    return document
  }

  private var issuer: String {
    report.organisation.isEmpty ? report.jurisdictionName : report.organisation
  }

  private var opening: [Block] {
    [
      .text(
        "按照每季度筛查生态环境损害赔偿案件线索的要求，对\(report.jurisdictionName)\(report.quarter.chinese)"
          + "（\(report.quarter.firstDay.chinese)至\(report.quarter.lastDay.chinese)）的线索进行了筛查，"
          + "数据截至\(report.asOf.chinese)。现将情况\(kind == .bulletin ? "通报" : "报告")如下。")
    ]
  }

  private var overview: [Block] {
    [.heading(.first, "总体情况")]
      + KeyPoints(figures: figures).sentences.map { .paragraph($0.runs) }
      + [
        .heading(.second, "处置建议"), .table(DocumentTables(figures: figures).dispositions),
        .heading(.second, "各县（市、区）情况"), .table(DocumentTables(figures: figures).counties),
      ]
  }

  private var attention: [Block] {
    let tables = DocumentTables(figures: figures)
    return [
      .heading(.first, "重点线索"), .heading(.second, "例外情形"),
      .text("涉及生态保护红线、自然保护地，或者同一义务人再次发生的线索，须逐件核定\(exceptionGround)。"),
      .table(tables.exceptions), .heading(.second, "重大案件"), .table(tables.major),
      .heading(.second, "检察机关移送与反馈"), .table(tables.transfers),
    ]
  }

  /// `（依据：…）`: what the exceptions at hand rest on; empty without any.
  private var exceptionGround: String {
    var cited = Citations()
    for index in figures.leads(.exception) {
      cited.insert(contentsOf: report.leads[index], ExceptionTable.conclusions)
    }
    return cited.text.map { "（依据：\($0)）" } ?? ""
  }

  private var deadlines: [Block] {
    [.heading(.first, "超期线索"), .table(DocumentTables(figures: figures).overdue)]
  }

  /// What the figures oblige to, nothing else.
  private var steps: [Block] {
    var steps: [Sentence] = []
    let points = KeyPoints(figures: figures)
    if figures[.overdue] > 0 {
      steps.append("对 \(points.figure(.overdue)) 件超过核查期限的线索逐件督办，尽快完成核查。")
    }
    if figures[.dueSoon] > 0 {
      steps.append("对三十日内到期的 \(points.figure(.dueSoon)) 件线索按期核查。")
    }
    if figures[.exceptions] > 0 {
      steps.append("对 \(points.figure(.exceptions)) 件例外情形逐件核定，不以轻微为由径行不启动。")
    }
    if figures[.feedbackOwed] > 0 {
      steps.append("对检察机关移送待反馈的 \(points.figure(.feedbackOwed)) 件线索及时反馈。")
    }
    if figures[.review] > 0 {
      steps.append("对 \(points.figure(.review)) 件需人工研判的线索作出判断并记入台账。")
    }
    if figures[.factsMissing] > 0 {
      steps.append("对 \(points.figure(.factsMissing)) 件有待补事实的线索补充材料；补齐以前未知的事实不作“否”处理。")
    }
    guard !steps.isEmpty else { return [] }
    return [.heading(.first, "下一步工作")] + steps.map { .paragraph($0.runs) }
  }
}

extension Sentence {
  /// The sentence as a document has it: numbers with a name stand in fields of that name.
  var runs: [Run] {
    pieces.map { piece in
      switch piece {
      case .text(let text): .text(text)
      case .total(let name, let number): .figure(name: name.rawValue, Numeral.grouped(number))
      case .leads(let count, let name?): .figure(name: name.rawValue, Numeral.grouped(count.all))
      case .leads(let count, nil): .text(Numeral.grouped(count.all))
      }
    }
  }
}

/// Words that several documents share.
enum DocumentWords {
  static let trial = "规则包未发布，试用稿，不得作为办理依据"

  /// What every page must say of a report whose packs are not released.
  static func warnings(of report: QuarterReport) -> [String] {
    Masthead.isTrial(report) ? [trial] : []
  }
}
