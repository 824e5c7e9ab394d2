import Foundation
import Testing
import Vocabulary

@testable import Reports

/// What LibreOffice makes of the workbook; `WORKBOOK_PICTURES` names a folder that keeps its pages.
@Suite("The workbook in LibreOffice")
struct RecalculationTests {
  private let folder: WorkbookFolder

  init() throws { folder = try WorkbookFolder() }

  private struct Outcome: Decodable {
    /// Formulas whose value was falsified, and those that were held against the file's own.
    var formulas, compared: Int
    var wrong: [String]
    var pages: [String]
  }

  private func calculate(
    _ report: QuarterReport, limits: LedgerWorkbook.Limits = LedgerWorkbook.Limits(),
    _ options: String...
  ) throws -> Outcome {
    try LedgerWorkbook.write(report, to: folder.workbook, shown: "ledger.xlsx", limits: limits)
    return try JSONDecoder().decode(
      Outcome.self,
      from: ReadWorkbook.run("recalculate_workbook.py", [folder.workbook, folder.path] + options))
  }

  @Test("calculates for every formula the value that the file has, and prints what it should")
  func quarter() throws {
    var report = try PageFixture(leads: 300).report()
    report.earlier = RecalculationTests.earlier(before: report.quarter)
    let outcome = try calculate(report, "--pages")
    #expect(outcome.wrong == [])
    #expect(outcome.compared > 400 && outcome.compared == outcome.formulas)
    #expect(outcome.pages.allSatisfy { $0.contains("内部版含责任主体信息，不得公开") })
    for title in ["各季在册线索的处置建议（件）", "各县（市、区）线索的处置建议（件）", "各渠道线索的处置建议（件）"] {
      #expect(outcome.pages.contains { $0.contains(title) }, "\(title)")
    }
  }

  @Test("does so over several sheets, where not all leads are listed, of one lead and of none")
  func edges() throws {
    // The counties of the first lead and of the last are unknown: blank cells at a range's ends.
    var many = HostileReport.report(leads: 60)
    many.leads[0].county = nil
    #expect(many.leads[59].county == nil)
    for (report, limits) in [
      (many, LedgerWorkbook.Limits(rows: 40, leads: 100)),
      (HostileReport.report(leads: 61), LedgerWorkbook.Limits(rows: 100, leads: 60)),
      (HostileReport.report(leads: 1), LedgerWorkbook.Limits()),
      (HostileReport.empty, LedgerWorkbook.Limits()),
    ] {
      let outcome = try calculate(report, limits: limits)
      #expect(outcome.wrong == [])
      #expect(outcome.compared > 90 && outcome.compared == outcome.formulas)
    }
  }

  /// Five quarters, one of which the ledger does not have.
  private static func earlier(before quarter: Quarter) -> [QuarterFigures] {
    var (figures, before): ([QuarterFigures], Quarter) = ([], quarter)
    for step in 1...5 {
      before = before.previous
      guard step != 3 else { continue }
      figures.insert(
        QuarterFigures(
          quarter: before, records: 420 - 9 * step, leadsOpened: 250 - 8 * step,
          leads: 290 - 12 * step,
          byDisposition: [
            .initiate: 21, .verify: 126 - 6 * step, .review: 18 - step, .mayNotInitiate: 63,
            .closeNoDamage: 31 - step, .excluded: 31 - 4 * step,
          ], overdue: 40 + step), at: 0)
    }
    return figures
  }
}
