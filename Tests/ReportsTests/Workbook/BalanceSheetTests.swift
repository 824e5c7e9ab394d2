import Testing
import Vocabulary

@testable import Reports

@Suite("The sheet of sources 来源对账")
struct BalanceSheetTests {
  private let folder: WorkbookFolder

  init() throws { folder = try WorkbookFolder() }

  @Test("the sheet of sources adds up to what the report has")
  func sums() throws {
    let report = HostileReport.report(leads: 61)
    let book = try folder.workbook(report)
    #expect(book.wrongFormulas == [])
    let totals = ReportTotals(report)
    let balance = try book.sheet("来源对账").cells
    let total = try #require(balance.last { $0[0].text == "本季合计" })
    #expect(
      total[8..<13].map(\.number)
        == [totals.records, totals.opened, totals.merged, totals.repeats, totals.rejected].map {
          Double($0)
        })
    #expect(total[13].text == "平衡")
  }

  @Test("a file is balanced by formula; one of which only bytes are missing says so without")
  func unbalanced() throws {
    var report = HostileReport.report()
    report.files[0].bytes += 1
    report.files[1].merged += 1
    let book = try folder.workbook(report)
    let rows = try book.sheet("来源对账").records(below: 1)
    #expect(rows.prefix(2).map { $0["平衡"]?.text } == ["不平衡", "不平衡"])
    #expect(rows.prefix(2).map { $0["平衡"]?.kind } == ["s", "f"])
    #expect(book.wrongFormulas == [])
  }

  @Test("the sheet of sources counts the rows that are no records and names unused columns")
  func aroundTheTable() throws {
    let report = HostileReport.report()
    let row = try #require(try folder.workbook(report).sheet("来源对账").records(below: 1).first)
    #expect(row["补全行尾"]?.number == 1)
    #expect(row["标题说明"]?.number == 1)
    #expect(row["合计行"]?.number == 1)
    #expect(row["表尾说明"]?.number == 0)
    #expect(row["未采用的列"]?.text == "备注2")
  }
}
