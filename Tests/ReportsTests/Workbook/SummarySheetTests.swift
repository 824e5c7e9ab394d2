import Testing
import Vocabulary

@testable import Reports

@Suite("The summary 汇总")
struct SummarySheetTests {
  private let folder: WorkbookFolder

  init() throws { folder = try WorkbookFolder() }

  @Test(
    "every headline figure is a cell with its name and the report's number", arguments: [0, 1, 61])
  func figures(leads: Int) throws {
    let report = leads == 0 ? HostileReport.empty : HostileReport.report(leads: leads)
    let book = try folder.workbook(report)
    let figures = ReportFigures(report)
    let expected = FigureName.allCases.map { ("fig_" + $0.rawValue, Double(figures[$0])) }
    #expect(book.figures == Dictionary(uniqueKeysWithValues: expected))
    #expect(book.wrongFormulas == [])
  }

  @Test("figures that lists of the workbook show are formulas over these")
  func formulas() throws {
    let rows = try folder.workbook(HostileReport.report(leads: 61)).sheet("汇总").cells
    let labels = rows.filter { $0[2].kind == "f" && $0[0].text != nil }.compactMap { $0[0].text }
    for label in [
      "在册线索（件）", "　本季新立", "例外情形线索（件）", "重大案件（件）", "超期未核线索（件）", "检察机关移送（件）", "　待反馈",
      "损害金额未知（件）",
    ] { #expect(labels.contains(label)) }
    let numbers = rows.filter { $0[2].kind == "n" && $0[2].number != nil }.compactMap { $0[0].text }
    for label in ["读入记录（条）", "涉及赔偿义务人（个）", "三十日内到期（件）"] {
      #expect(numbers.contains(label))
    }
  }

  @Test("each cross table counts as the report does, overlapping ones against all leads")
  func tables() throws {
    let report = HostileReport.report(leads: 61)
    let figures = ReportFigures(report)
    let book = try folder.workbook(report)
    let rows = try book.sheet("汇总").cells
    func counts(_ name: String) throws -> [Double?] {
      Array(try #require(rows.first { $0[1].text == name })[2..<8].map(\.number))
    }
    func expected(_ filter: LeadFilter) -> [Double?] {
      Disposition.allCases.map { disposition in
        var filter = filter
        filter.disposition = disposition
        return Double(figures.count(filter).all)
      }
    }
    #expect(try counts("忻府区") == expected(LeadFilter(county: .init(DivisionCode("140902")))))
    #expect(try counts("县区不明") == expected(LeadFilter(county: .unknown)))
    #expect(try counts("水") == expected(LeadFilter(medium: .only(.water))))
    #expect(try counts("要素不明") == expected(LeadFilter(medium: .unknown)))
    #expect(try counts("生态环境") == expected(LeadFilter(department: .only(.ecologyEnvironment))))
    #expect(!rows.contains { $0[1].text == "地下水" })
    let ends = rows.filter { ["合计", "全部线索"].contains($0[0].text) }
    #expect(ends.map { $0[0].text } == ["合计", "合计", "全部线索", "全部线索"])
    for end in ends {
      #expect(end[2..<8].map(\.number) == expected(LeadFilter()))
      #expect(end[8].number == 61)
    }
  }

  @Test("media whose names are parts of others are told apart")
  func mediaNames() throws {
    var report = HostileReport.report(leads: 6)
    let sets: [MediumSet] = [
      MediumSet(.water), MediumSet(.groundwater), MediumSet(.water, .waterResource),
      MediumSet(.air, .water), MediumSet(.air, .water, .noise), MediumSet(.aquaticLife),
    ]
    for place in report.leads.indices { report.leads[place].media = sets[place] }
    let book = try folder.workbook(report)
    let row = try #require(book.sheet("汇总").cells.first { $0[1].text == "水" })
    #expect(row[8].number == 4)
    #expect(book.wrongFormulas == [])
  }

  @Test("a county of another jurisdiction is marked and counted apart, though it has the same name")
  func outside() throws {
    var report = HostileReport.report(leads: 30)
    let before = report.leads.count { $0.countyName == "忻府区" }
    let (unknown, twin) = (4, 0)
    #expect(report.leads[unknown].county == nil && report.leads[twin].countyName == "忻府区")
    report.leads[twin].county = DivisionCode("130402")
    report.leads[2].county = DivisionCode("130403")
    report.leads[2].countyName = ""
    let book = try folder.workbook(report)
    let rows = try book.sheet("汇总").cells
    func total(_ name: String) throws -> Double? {
      try #require(rows.first { $0[1].text == name }, "\(name)")[8].number
    }
    #expect(try total("忻府区") == Double(before - 2))
    #expect(try total("辖区外") == 2)
    #expect(try total("县区不明") == Double(report.leads.count { $0.county == nil }))
    let register = try book.sheet("线索台账").records(below: 2)
    #expect(register[twin]["县（市、区）"]?.text == "忻府区（辖区外）")
    #expect(register[2]["县（市、区）"]?.text == "130403（辖区外）")
    #expect(register[unknown]["县（市、区）"]?.text == nil)
    #expect(book.wrongFormulas == [])
  }

  @Test("earlier quarters stand beside this one, with blanks for what the ledger does not tell")
  func quarters() throws {
    var report = HostileReport.report(leads: 30)
    let before = report.quarter.previous
    let yearBefore = before.previous.previous.previous
    report.earlier = [
      QuarterFigures(
        quarter: yearBefore, records: 50, leadsOpened: 9, leads: 12,
        byDisposition: [.verify: 7, .initiate: 5], overdue: 3,
        packs: report.packs.map { "\($0.id) \($0.version)" } + ["jiangsu-2023 1"]),
      QuarterFigures(
        quarter: before, records: 90, leadsOpened: 11, leads: 33, byDisposition: [.verify: 7],
        packs: ["shanxi-2025 older"]),
    ]
    let book = try folder.workbook(report)
    let rows = try book.sheet("汇总").cells
    let top = try #require(rows.firstIndex { $0[0].text == "表 2　与以前各季相比" })
    #expect(
      rows[top + 1][2..<10].map(\.text) == [
        nil, nil, nil, yearBefore.chinese, before.chinese, report.quarter.chinese, "比上季", "比上年同季",
      ])
    func row(_ label: String) throws -> [Double?] {
      try #require(rows[(top + 2)...].first { $0[0].text == label }, "\(label)")[2..<10].map(
        \.number)
    }
    let verify = Double(report.leads.count { $0.disposition == .verify })
    let initiate = Double(report.leads.count { $0.disposition == .initiate })
    #expect(try row("读入记录（条）") == [nil, nil, nil, 50, 90, 80, -10, 30])
    #expect(try row("在册线索（件）") == [nil, nil, nil, 12, 33, 30, -3, 18])
    #expect(try row("　待核查（件）") == [nil, nil, nil, 7, 7, verify, verify - 7, verify - 7])
    #expect(try row("　应启动（件）") == [nil, nil, nil, 5, nil, initiate, nil, initiate - 5])
    let excluded = Double(report.leads.count { $0.disposition == .excluded })
    let excludedRow = try row("　" + Disposition.excluded.term + "（件）")
    #expect(excludedRow == [nil, nil, nil, 0, nil, excluded, nil, excluded])
    #expect(try row("超期未核线索（件）")[4] == nil)
    #expect(rows.contains { $0[0].text?.contains("\(before.chinese)适用的规则包与本季不同") == true })
    #expect(!rows.contains { $0[0].text?.contains(yearBefore.chinese) == true })
    #expect(book.wrongFormulas == [])
  }

  @Test("charts show the quarters, channels and counties by disposition, where there are any")
  func charts() throws {
    var report = HostileReport.report(leads: 30)
    func titles(_ report: QuarterReport) throws -> [String] {
      try folder.workbook(report).charts.map { String($0.prefix { $0 != " " }) }
    }
    let alone = ["各渠道线索的处置建议（件）", "各县（市、区）线索的处置建议（件）"]
    #expect(try titles(report) == alone)
    report.earlier = [
      QuarterFigures(
        quarter: report.quarter.previous, records: 1, leadsOpened: 1, leads: 1,
        byDisposition: [.verify: 1])
    ]
    #expect(try titles(report) == ["各季在册线索的处置建议（件）"] + alone)
    let book = try folder.workbook(report)
    let rows = try book.sheet("汇总").cells
    let county = try #require(rows.firstIndex { $0[1].text == "忻府区" }) + 1
    let last = try #require(rows.firstIndex { $0[1].text == "县区不明" }) + 1
    #expect(book.charts[2].contains("'汇总'!$B$\(county):$B$\(last) '汇总'!$C$\(county):$C$\(last)"))
    let header = try #require(rows.firstIndex { $0[0].text == "表 2　与以前各季相比" }) + 2
    #expect(book.charts[0].contains("'汇总'!$G$\(header):$H$\(header)"))
    report.leads = []
    report.counties = []
    #expect(try titles(report).count == 2)
  }
}

extension FigureName {
  /// The figure of a cell's name, `fig_leads`.
  init?(figure name: String) { self.init(rawValue: String(name.dropFirst(4))) }
}
