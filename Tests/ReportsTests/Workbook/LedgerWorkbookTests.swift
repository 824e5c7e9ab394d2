import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite("The workbook ledger.xlsx")
struct LedgerWorkbookTests {
  private let folder: WorkbookFolder
  private var path: String { folder.workbook }

  init() throws { folder = try WorkbookFolder() }

  private func workbook(
    _ report: QuarterReport, limits: LedgerWorkbook.Limits = LedgerWorkbook.Limits()
  ) throws -> ReadWorkbook {
    try folder.workbook(report, limits: limits)
  }

  @Test("has the twelve sheets, each with its print set-up and for whom it is")
  func sheets() throws {
    let book = try workbook(HostileReport.report())
    #expect(
      book.sheets.map(\.title) == [
        "说明", "汇总", "线索台账", "例外清单", "重大案件", "超期清单", "检察反馈", "归并关系", "待人工研判", "来源对账", "退回记录",
        "字典",
      ])
    for sheet in book.sheets {
      #expect(sheet.isLandscape && sheet.paper == 8, "\(sheet.title)")
      // On one page its letters were too small to read: it has two, and the lead's number on both.
      #expect(sheet.width == (sheet.title == "线索台账" ? 2 : 1), "\(sheet.title)")
      #expect(sheet.footer[1] == "内部版　含责任主体信息，不得公开　筛查建议，不代替认定")
    }
    let leads = try book.sheet("线索台账")
    #expect(leads.freeze == "B3")
    #expect(leads.filter == "A2:AT32")
    #expect(leads.repeats == "$A:$A,$1:$2")
    #expect(book.created.hasPrefix("2026-09-30"))
  }

  @Test(
    "every page says for whom the edition is, whatever the organisation's name",
    arguments: Audience.allCases)
  func audience(audience: Audience) throws {
    var report = HostileReport.empty
    report.audience = audience
    report.organisation = String(repeating: "忻州市生态环境局", count: 9)
    let book = try workbook(report)
    for sheet in book.sheets {
      #expect(sheet.footer[1].hasPrefix(audience.banner), "\(sheet.title)")
      #expect(sheet.footer.joined().count < 250)
    }
    #expect(
      try book.sheet("说明").cells.joined().contains { $0.text?.contains(audience.banner) == true })
  }

  @Test("every lead is a row whose cells have the types of their values")
  func leads() throws {
    let report = HostileReport.report()
    let rows = try workbook(report).sheet("线索台账").records(below: 2)
    #expect(rows.count == report.leads.count)
    for (row, lead) in zip(rows, report.leads) {
      #expect(row["线索编号"]?.text == lead.id.description)
      #expect(row["处置建议"]?.text == lead.disposition.term)
      #expect(row["生态保护红线内"]?.text == lead.inRedLine.wording.zh)
      #expect(row["预估损害金额（元）"]?.number == nil || row["预估损害金额（元）"]?.numberFormat == "#,##0.00")
      #expect(row["义务人编号"]?.text == lead.obligor?.description)
      if lead.overdueDays == nil {
        #expect(row["超期天数"]?.number == nil)
        #expect(row["发现日期"]?.text == nil)
        #expect(row["经度"]?.number == nil)
      }
      for title in ["核查结论", "核查日期", "损害金额（元）", "不启动理由", "核查人"] {
        #expect(row[title]?.text == nil && row[title]?.number == nil)
      }
    }
    #expect(rows[0]["发现日期"]?.kind == "date")
    #expect(rows[0]["发现日期"]?.text == "2026-07-10")
    #expect(rows[2]["发现日期"]?.kind == "s")
    #expect(rows[2]["发现日期"]?.text == "1899-12-31")
    #expect(rows[1]["预估损害金额（元）"]?.number == 1.01)
    #expect(rows[3]["预估损害金额（元）"]?.text == "9000000000000000.01")
  }

  @Test("a text is never a formula, and hostile texts keep the file readable")
  func hostileTexts() throws {
    let report = HostileReport.report(leads: HostileReport.texts.count * 5)
    let book = try workbook(report)
    for sheet in book.sheets where !["汇总", "来源对账"].contains(sheet.title) {
      #expect(!sheet.cells.joined().contains { $0.kind == "f" }, "\(sheet.title)")
    }
    let rows = try book.sheet("线索台账").records(below: 2)
    for (row, lead) in zip(rows, report.leads) where !lead.obligorName.isEmpty {
      let shown =
        CellText.isPlain(lead.obligorName) ? lead.obligorName : CellText.cleaned(lead.obligorName)
      let read = row["赔偿义务人"]?.text ?? ""
      #expect(Array(read.utf8) == Array(shown.utf8))
    }
  }

  @Test("lists hold what the data files hold")
  func lists() throws {
    let report = HostileReport.report(leads: 61)
    let book = try workbook(report)
    func ids(_ title: String) throws -> [String] {
      try book.sheet(title).records(below: 1).compactMap { $0["线索编号"]?.text }
    }
    let leads = try StrictCSV(DataFile.leads.bytes(of: report)).records
    let exceptions = leads.filter { row in
      ["in_red_line", "in_nature_reserve", "repeat_offender"].contains { row[$0] == "T" }
    }
    #expect(try ids("例外清单") == exceptions.compactMap { $0["lead_id"] })
    let overdue = try book.sheet("超期清单").records(below: 1).compactMap { $0["超期天数"]?.number }
    #expect(overdue == overdue.sorted(by: >))
    #expect(overdue.count == leads.count { (Int($0["overdue_days"] ?? "") ?? 0) > 0 })
    let rejects = try book.sheet("退回记录").cells.count - 1
    #expect(rejects == report.rejects.count)
    let items = try book.sheet("待人工研判").cells.dropFirst().compactMap { $0[0].text }
    #expect(items == report.review.map(\.item))
  }

  @Test("people choose from lists that the dictionary holds")
  func choices() throws {
    let book = try workbook(HostileReport.report())
    let dictionary = try book.sheet("字典").cells
    let choices = try book.sheet("线索台账").choices
    #expect(choices.count == 5)
    let expected = ["核查结论", "数额认定方式", "修复情况", "是否启动索赔", "不启动理由"]
    for (choice, topic) in zip(choices, expected) {
      let numbers = choice[0].split { !$0.isNumber }.compactMap { Int($0) }
      #expect(choice[0].hasPrefix("'字典'!$C$") && numbers.count == 2)
      let rows = dictionary[(numbers[0] - 1)...(numbers[1] - 1)]
      #expect(rows.allSatisfy { $0[0].text == topic }, "\(topic)")
      #expect(dictionary.count { $0[0].text == topic } == rows.count)
      #expect(choice[1].hasSuffix("32"))
    }
  }

  @Test("only questions whether two are the same have yellow cells and a list to choose from")
  func answerable() throws {
    var report = HostileReport.report()
    let pair = RecordPair(
      .lead, ContentHash(high: 0, low: 1), ContentHash(high: 0, low: 2))
    // Rows 2, 4 and 5; the others ask something else.
    report.review = ReviewItem.Kind.allCases.enumerated().map { place, kind in
      ReviewItem(
        kind: kind, left: "甲\(place)", right: "乙", question: "问", evidence: "", stake: nil,
        pair: [0, 2, 3].contains(place) ? pair : nil)
    }
    let sheet = try workbook(report).sheet("待人工研判")
    #expect(sheet.yellow == [2, 4, 5].flatMap { row in "IJKL".map { "\($0)\(row)" } })
    #expect(sheet.choices.map { $0[1] } == ["I2", "I4:I5"])
    #expect(sheet.days == ["K2", "K4:K5"])
    let handling = sheet.records(below: 1).compactMap { $0["办理方式"]?.text }
    #expect(handling.count == report.review.count)
    for (text, item) in zip(handling, report.review) {
      #expect(text.hasPrefix("填右侧四格") == (item.pair != nil), "\(text)")
    }
    #expect(handling[9] == "不填结论：补充事实、填线索台账的核查结果，或签署规则的存疑答复")
  }

  @Test("two runs give the same bytes, readable by the owner only, and leave nothing beside them")
  func determinism() throws {
    try LedgerWorkbook.write(HostileReport.report(), to: path)
    let first = try Data(contentsOf: URL(filePath: path))
    try LedgerWorkbook.write(HostileReport.report(), to: path)
    #expect(try Data(contentsOf: URL(filePath: path)) == first)
    #expect(try folder.names == ["ledger.xlsx"])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("the epoch is no reason to read the clock")
  func epoch() throws {
    var report = HostileReport.empty
    report.asOf = Day(number: 0)
    #expect(try workbook(report).created.hasPrefix("1970-01-01"))
  }

  @Test("a quarter without leads has all sheets and says so")
  func emptyQuarter() throws {
    let book = try workbook(HostileReport.empty)
    #expect(book.sheets.count == 12)
    #expect(book.wrongFormulas == [])
    #expect(try book.sheet("汇总").total("在册线索（件）") == 0)
    #expect(try book.sheet("线索台账").cells.count == 2)
    #expect(try book.sheet("例外清单").cells.last?.first?.text == "本季度无此类线索")
    #expect(try book.sheet("重大案件").cells.last?.first?.text?.hasPrefix("本季度没有认定为重大案件的线索") == true)
    #expect(try book.sheet("检察反馈").cells.last?.first?.text == "在册线索中没有检察机关移送的")
  }

  @Test(
    "leads beyond a sheet go on in the next, and the sums still hold", arguments: [9, 10, 11, 30])
  func continuation(leads: Int) throws {
    let report = HostileReport.report(leads: leads)
    let book = try workbook(report, limits: LedgerWorkbook.Limits(rows: 12, leads: 1000))
    let parts = book.sheets.filter { $0.title.hasPrefix("线索台账") }
    #expect(parts.map(\.title) == (1...((leads + 9) / 10)).map { $0 == 1 ? "线索台账" : "线索台账(\($0))" })
    let ids = parts.flatMap { $0.records(below: 2) }.compactMap { $0["线索编号"]?.text }
    #expect(ids == report.leads.map(\.id.description))
    #expect(parts.allSatisfy { $0.cells.count <= 12 && $0.choices.count == 5 })
    #expect(book.wrongFormulas == [])
  }

  @Test("above the limit only leads that need somebody are listed, and the sums are of all")
  func trimmed() throws {
    let report = HostileReport.report(leads: 40)
    let book = try workbook(report, limits: LedgerWorkbook.Limits(rows: 1000, leads: 39))
    let listed = try book.sheet("线索台账").records(below: 2).compactMap { $0["线索编号"]?.text }
    let needed = report.leads.filter { lead in
      lead.isException || lead.major == .true || lead.isOverdue || lead.disposition == .review
        || (lead.isFeedbackDue && lead.isFedBack != .true)
    }
    #expect(needed.count < report.leads.count)
    #expect(listed == needed.map(\.id.description))
    #expect(book.wrongFormulas == [])
    for (name, value) in book.figures {
      #expect(
        value == Double(ReportFigures(report)[try #require(FigureName(figure: name))]), "\(name)")
    }
    let ends = try book.sheet("汇总").cells.filter { ["合计", "全部线索"].contains($0[0].text) }
    #expect(ends.map { $0[8].number } == [40, 40, 40, 40])
    let notes = try book.sheet("说明").cells.joined().compactMap(\.text)
    #expect(
      notes.contains {
        $0.contains("超过 39 件，只列例外情形、重大案件、超期、需人工研判和待反馈检察机关的 \(needed.count) 件")
          && $0.contains("全部线索见 data/leads.csv")
      })
  }

  @Test("a folder that is not there is a failure in words, and nothing is left")
  func missingFolder() throws {
    let failure = try #require(throws: Failure.self) {
      try LedgerWorkbook.write(
        HostileReport.empty, to: folder.path + "/none/ledger.xlsx", shown: "ledger.xlsx")
    }
    #expect(failure.status == .cannotCreate)
    #expect(failure.problems[0].message(in: .zh).contains("无法写出成果：文件不存在"))
    #expect(try folder.names == [])
  }

  @Test("a link in the file's place is not followed")
  func link() throws {
    let other = folder.path + "/other"
    try Data("kept".utf8).write(to: URL(filePath: other))
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
    #expect(throws: Failure.self) { try LedgerWorkbook.write(HostileReport.empty, to: path) }
    #expect(try Data(contentsOf: URL(filePath: other)) == Data("kept".utf8))
  }
}
