import Testing
import Vocabulary

@testable import Reports

@Suite("The sheet of joins")
struct MatchSheetTests {
  private let folder: WorkbookFolder

  init() throws { folder = try WorkbookFolder() }

  @Test("has every row of matches.csv in its order, what was refused last")
  func joins() throws {
    let report = HostileReport.report(leads: 61)
    let book = try folder.workbook(report)
    let rows = try book.sheet("归并关系").records(below: 1, lackIDs: true)
    let records = try StrictCSV(DataFile.matches.bytes(of: report)).records
    #expect(rows.count == report.matches.count + report.refused.count)
    func column(_ title: String) -> [String] { rows.map { $0[title]?.text ?? "" } }
    #expect(column("线索编号") == records.map { $0["lead_id"] ?? "" })
    #expect(column("记录甲") == records.map { $0["record_a"] ?? "" })
    #expect(column("记录乙") == records.map { $0["record_b"] ?? "" })
    let terms = Dictionary(
      uniqueKeysWithValues: try book.sheet("字典").records(below: 1)
        .filter { $0["类别"]?.text == "归并规则" }
        .map { ($0["代码"]?.text ?? "", $0["名称"]?.text ?? "") })
    #expect(column("归并规则") == records.map { terms[$0["rule"] ?? ""] ?? "" })
    let refused = rows.suffix(report.refused.count)
    #expect(refused.allSatisfy { $0["归并规则"]?.text == "未合并" })
    #expect(
      refused.allSatisfy {
        $0["相同之处或未合并的理由"]?.text == "未合并，理由：名称中的编号不同；=一厂 / 二厂：名称相近 +7.42"
      })
    // The page of notes says how many there are of each.
    let notes = try book.sheet("说明").cells.flatMap { $0.compactMap(\.text) }
    #expect(notes.contains("记录之间归并的规则和证据 9 条，相近而未合并的 2 对及理由列在其后"))
  }

  @Test("lists refusals too where nothing was joined")
  func refusalsAlone() throws {
    var report = HostileReport.report()
    report.matches = []
    let rows = try folder.workbook(report).sheet("归并关系").records(below: 1, lackIDs: true)
    #expect(rows.map { $0["记录甲"]?.text } == ["丙.csv#3", "乙.csv#10"])
  }
}
