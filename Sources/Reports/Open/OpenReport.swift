package import Vocabulary

/// What everybody may know of a quarter: who screened what when and by which texts, and counts.
///
/// Small counts are withheld. There is no lead in it, no name, no place and no file.
package struct OpenReport: Sendable {
  package let quarter: Quarter
  /// The day deadlines are judged by.
  package let asOf: Day
  package let jurisdictionName: String
  package let organisation: String
  package let programVersion: String
  package let run: Int
  package let packs: [PackEntry]
  /// What the packs hold, by document.
  let rules: RuleDirectory
  /// `生态保护红线（版本 2025-12）`.
  let layers: [String]
  /// Headline figures that are published; the others stay in the house.
  package let figures: [FigureName: OpenCount]
  let sentences: [OpenSentence]
  let tables: [OpenTable]
  /// The rows of the chart of dispositions.
  let dispositions: [(disposition: Disposition, count: OpenCount)]

  /// The published part of a report; a few passes over its leads.
  init(_ report: QuarterReport) {
    let figures = ReportFigures(report)
    let counts = OpenCounts(figures)
    quarter = report.quarter
    asOf = report.asOf
    jurisdictionName = report.jurisdictionName
    organisation = report.organisation
    programVersion = report.programVersion
    run = report.run
    packs = report.packs
    rules = report.rules
    layers = report.layers.map {
      $0.tagTerm + ($0.version.isEmpty ? "" : "（版本 \($0.version)）")
    }
    self.figures = counts.figures
    sentences = OpenSentences(counts: counts, asOf: report.asOf).all
    tables = OpenTables(counts: counts, report: report).all
    dispositions = Disposition.reportOrder.map { ($0, counts.dispositions[$0] ?? .withheld) }
  }

  /// `忻州市2026年第三季度生态环境损害赔偿线索筛查统计`.
  var title: String {
    "\(jurisdictionName)\(quarter.chinese)生态环境损害赔偿线索筛查统计"
  }

  /// Whether a pack is not released, so that every page must say so.
  var isTrial: Bool { packs.contains { !$0.isReleased } }

  /// What is published and what is not, and why.
  static let method =
    "1 或 2 件写作“<3”；为使其不能由合计、占比、增减、其他各表或者以前各季推算，另有一些数字不公布，以“—”表示。"
    + "公开版不列单件线索、责任主体、地点和地图。各项为筛查建议，不代替认定。"
}
