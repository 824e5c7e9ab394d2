import Testing
import Vocabulary

@testable import Reports

@Suite("The sheets of major cases and of answers to procuratorates")
struct DutySheetTests {
  private let folder: WorkbookFolder

  init() throws { folder = try WorkbookFolder() }

  private func report() -> QuarterReport {
    var report = HostileReport.report(leads: 12)
    for place in report.leads.indices {
      report.leads[place].major = .false
      report.leads[place].channels = ChannelSet(.protectedPlace)
    }
    return report
  }

  @Test("a major case has its article, its next milestone, its periods and what is owed")
  func major() throws {
    var report = report()
    var lead = report.leads[1]
    lead.major = .true
    lead.isVerificationPending = true
    lead.verificationDue = Day(iso: "2026-08-09")
    lead.overdueDays = 52
    lead.missingFactTerms = ["是否位于红线", "经核查造成生态环境损害"]
    lead.findings = [
      FindingEntry(
        conclusion: "major", term: "重大案件", value: .true, rule: "sx25.a12.1",
        document: "晋环规〔2025〕2号", locator: "第十二条第一项", pack: "shanxi-2025", facts: "")
    ]
    lead.deadlines = [
      DeadlineEntry(
        rule: "sx25.a9.verify-30", document: "山西办法", locator: "第九条第一句", duty: "核查",
        period: Wording(zh: "30个自然日", en: "30 days"), start: report.quarter.firstDay,
        due: Day(iso: "2026-08-09"), dueAfterHoliday: Day(iso: "2026-08-10"), applies: .true),
      DeadlineEntry(
        rule: "sx25.a18.negotiation-90", document: "山西办法", locator: "第十八条", duty: "磋商",
        period: Wording(zh: "90个自然日", en: "90 days"), start: report.quarter.firstDay, due: nil,
        dueAfterHoliday: nil, applies: .unknown),
    ]
    report.leads[1] = lead
    let book = try folder.workbook(report)
    let sheet = try book.sheet("重大案件")
    #expect(sheet.freeze == "B2" && sheet.filter == "A1:O2" && sheet.repeats == "$1:$1")
    #expect(sheet.choices.isEmpty)
    let rows = sheet.records(below: 1)
    #expect(rows.map { $0["线索编号"]?.text } == [lead.id.description])
    let row = try #require(rows.first)
    #expect(row["认定依据"]?.text == "晋环规〔2025〕2号 第十二条第一项")
    #expect(row["下一节点"]?.text == "核查已于 2026-08-09 到期（已超期 52 日）")
    #expect(row["核查期限"]?.text == "2026-08-09" && row["核查期限"]?.kind == "date")
    #expect(row["超期天数"]?.number == 52)
    #expect(
      row["尚欠事项"]?.text
        == "核查是否造成损害，期限 2026-08-09（已超期 52 日）\n补充事实：是否位于红线；经核查造成生态环境损害")
    #expect(row["已起算的各项期限"]?.text == "2026-08-09：核查（山西办法 第九条第一句）\n期限无法计算（是否适用未知）：磋商（山西办法 第十八条）")
    #expect(book.figures["fig_major"] == 1)
  }

  @Test("an answer is owed, given, not owed or unknown, and the figures count the sheet")
  func feedback() throws {
    var report = report()
    func feedback(_ value: Truth) -> FindingEntry {
      FindingEntry(
        conclusion: "procuratorate_feedback", term: "不启动须反馈检察机关", value: value,
        rule: "sx25.a8", document: "晋环规〔2025〕2号", locator: "第八条第四款", pack: "shanxi-2025",
        facts: "")
    }
    let cases: [(due: Day?, fedBack: Truth, finding: Truth)] = [
      (Day(iso: "2026-10-08"), .false, .true), (nil, .unknown, .true), (nil, .true, .true),
      (nil, .unknown, .unknown), (nil, .unknown, .false), (Day(iso: "2026-09-20"), .false, .true),
    ]
    for (place, item) in cases.enumerated() {
      report.leads[place].channels = ChannelSet(.procuratorate)
      report.leads[place].feedbackDue = item.due
      report.leads[place].isFedBack = item.fedBack
      report.leads[place].findings = [feedback(item.finding)]
      (report.leads[place].missingFacts, report.leads[place].missingFactTerms) = ([], [])
      report.leads[place].isVerificationPending = false
    }
    report.leads[0].sources = [
      SourceEntry(
        name: "移送.csv#1", line: 2, kind: .transfer, day: nil, number: "YS-1",
        document: "忻检移〔2026〕3号", summary: "")
    ]
    let book = try folder.workbook(report)
    let rows = try book.sheet("检察反馈").records(below: 1)
    #expect(rows.map { $0["反馈情况"]?.text } == ["待反馈", "待反馈", "已反馈", "须否反馈未知", "无须反馈", "待反馈"])
    #expect(rows[0]["移送文书"]?.text == "YS-1；忻检移〔2026〕3号")
    #expect(rows[0]["反馈期限"]?.text == "2026-10-08")
    #expect(rows[0]["反馈依据"]?.text == "晋环规〔2025〕2号 第八条第四款")
    #expect(rows[0]["尚欠事项"]?.text == "反馈检察机关，期限 2026-10-08")
    #expect(rows[1]["尚欠事项"]?.text == "反馈检察机关（是否已反馈未知），文件没有写明期限")
    #expect(rows[2]["尚欠事项"]?.text == nil)
    #expect(rows[5]["尚欠事项"]?.text == "反馈检察机关，期限 2026-09-20（已过 10 日）")
    #expect(book.figures["fig_transfers"] == 6)
    #expect(book.figures["fig_feedback_due"] == 4)
    #expect(book.figures["fig_feedback_owed"] == 3)
    #expect(book.wrongFormulas == [])
  }
}
