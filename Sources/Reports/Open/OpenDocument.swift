package import Documents
internal import Vocabulary

/// The public edition as an official document: the report to the higher authority and the bulletin.
package struct OpenDocument {
  private let report: OpenReport
  private let kind: OfficialKind

  /// The document of a quarter; `kind` is the report or the bulletin.
  package init(_ report: OpenReport, _ kind: OfficialKind) {
    self.report = report
    self.kind = kind
  }

  /// The document: the sentences and the tables of the page, no lists.
  package var document: OfficialDocument {
    var document = OfficialDocument(
      kind, banner: Audience.open.banner,
      organisation: report.organisation.isEmpty ? report.jurisdictionName : report.organisation,
      title: ["关于\(report.quarter.chinese)生态环境", "损害赔偿案件线索筛查情况的\(kind.name)"],
      asOf: report.asOf, run: "\(report.run)")
    if report.isTrial { document.warnings = [DocumentWords.trial] }
    document.body =
      [
        .text(
          "对\(report.jurisdictionName)\(report.quarter.chinese)"
            + "（\(report.quarter.firstDay.chinese)至\(report.quarter.lastDay.chinese)）的生态环境损害赔偿案件线索进行了筛查，"
            + "数据截至\(report.asOf.chinese)。现将统计情况\(kind == .bulletin ? "通报" : "报告")如下。"),
        .heading(.first, "总体情况"),
      ] + report.sentences.map { .paragraph($0.runs) }
      + [.heading(.first, "统计表")] + report.tables.map { .table(OpenDocument.table($0)) }
      + [.heading(.first, "说明"), .text(OpenReport.method)]
    return document
  }

  private static func table(_ table: OpenTable) -> DocumentTable {
    DocumentTable(
      table.caption,
      columns: [.init(table.titles.count > 3 ? 4 : 6)]
        + table.titles.dropFirst().map { _ in .init(2, .right) },
      header: [table.titles],
      rows: table.rows.map { row in [[.text(row.name)]] + row.cells.map { [run($0)] } },
      note: table.note)
  }

  /// A headline figure stands in a field of its name, told or not.
  private static func run(_ cell: OpenTable.Cell) -> Run {
    if case .count(let count, let name?) = cell {
      return .figure(name: name.rawValue, count.cell)
    }
    return .text(cell.text)
  }
}

extension OpenSentence {
  /// The sentence as a document has it.
  fileprivate var runs: [Run] {
    pieces.map { piece in
      switch piece {
      case .text(let text): .text(text)
      case .figure(let name, let count, let unit):
        .figure(name: name.rawValue, count.phrase(unit))
      }
    }
  }
}
