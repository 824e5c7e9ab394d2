import Submission
import Testing
import Vocabulary

@Suite("Column mappings")
struct ColumnMappingTests {
  private static let known = SampleContent().leadsTable.fields.map(\.name)

  private static func mapping(_ text: String) throws -> ColumnMapping {
    try ColumnMapping(Array(text.utf8), file: "m.yaml", known: known)
  }

  @Test("write our table in somebody's own form")
  func maps() throws {
    let mapping = try Self.mapping(
      """
      mapping: 省报送系统
      columns:
        - {title: 编号, from: lead_id, required: true}
        - {title: 意见, from: disposition, codes: {initiate: QD, verify: HC, may_not_initiate: BQ}}
        - {title: 金额（万元）, from: amount, format: ten_thousand_yuan}
        - {title: 发现日期, from: discovery_date, format: chinese_day}
        - {title: 日期二, from: discovery_date, format: slash_day}
        - {title: 日期三, from: discovery_date, format: compact_day}
        - {title: 备注}
      """)
    let mapped = mapping.mapped(SampleContent().leadsTable)
    #expect(mapping.name == "省报送系统")
    #expect(mapped.table.titles == ["编号", "意见", "金额（万元）", "发现日期", "日期二", "日期三", "备注"])
    #expect(
      mapped.table.rows == [
        ["XS140900-2026Q3-00001", "QD", "1.200050", "2026年7月3日", "2026/7/3", "20260703", ""],
        ["XS140900-2026Q3-00002", "HC", "", "2026年8月15日", "2026/8/15", "20260815", ""],
        ["XS140900-2026Q3-00003", "BQ", "0.299999", "2026年9月30日", "2026/9/30", "20260930", ""],
      ])
    #expect(mapped.missingColumns.isEmpty && mapped.lacks.isEmpty)
    #expect(mapped.emptyColumns == ["备注"] && mapped.numbers == [2])
    #expect(mapped.problems(file: "m.yaml").isEmpty && mapped.lacksTable.rows.isEmpty)
  }

  @Test("list every column and value that is lacking, and put nothing in its place")
  func lacks() throws {
    let mapped = try Self.mapping(
      """
      mapping: m
      columns:
        - {title: 审批文号, required: true}
        - {title: 金额, from: amount, required: true}
        - {title: 意见, from: disposition, codes: {initiate: QD, verify: HC}}
        - {title: 地点, from: place, max_length: 5}
        - {title: 日期, from: place, format: chinese_day}
      """
    ).mapped(SampleContent().leadsTable)
    #expect(mapped.missingColumns == ["审批文号"])
    #expect(
      mapped.lacks.map { "\($0.row) \($0.title) \($0.reason)" } == [
        "2 金额 missing", "2 地点 tooLong(5)", "2 日期 unwritable", "3 意见 withoutCode",
        "3 地点 tooLong(5)", "3 日期 unwritable",
      ])
    #expect(mapped.table.rows[2] == ["", "2999.99", "", "=SUM(A1)", ""])
    let messages = mapped.problems(file: "m.yaml").map { $0.message(in: .en) }
    #expect(mapped.lacksTable.rows[0] == ["", "审批文号", "没有对应的来源列", ""])
    #expect(mapped.lacksTable.rows[2][2] == "超过 5 字")
    #expect(mapped.lacksTable.rows.count == 7)
    #expect(messages.count == 7)
    #expect(messages.allSatisfy { $0.hasPrefix("E906 m.yaml “") })
    #expect(messages[1].contains("XS140900-2026Q3-00002 has no value"))
  }

  @Test("that are badly written are refused with every problem")
  func refused() {
    let (status, messages) = problems {
      _ = try Self.mapping(
        """
        mapping: m
        columns:
          - {title: 一, from: leadid}
          - {title: 一, from: lead_id, formt: x}
          - {from: lead_id}
          - {title: 二, from: lead_id, format: roman, max_length: 0}
        """)
    }
    #expect(status == .configuration)
    #expect(
      messages.map { $0.prefix(14) } == [
        "E905 m.yaml:3 ", "E905 m.yaml:4 ", "E905 m.yaml:4 ", "E905 m.yaml:5 ", "E905 m.yaml:6 ",
        "E905 m.yaml:6 ",
      ])
    #expect(messages[0].contains("known: lead_id county_code"))
  }
}

@Suite("CSV for people")
struct PeopleCSVTests {
  private static func cell(_ text: String) -> String {
    let csv = PeopleCSV(PeopleTable(titles: ["甲"], rows: [[text]]))
    return String(
      decoding: csv.bytes.dropFirst(3 + "\"甲\"\r\n".utf8.count).dropLast(2), as: UTF8.self)
  }

  @Test("begins with a BOM, quotes every cell, ends lines with CRLF and counts what it changed")
  func form() {
    let csv = PeopleCSV(
      PeopleTable(titles: ["甲", "=乙"], rows: [["a\"b", ""], ["-3000", "+1"]]))
    #expect(
      csv.bytes == [0xEF, 0xBB, 0xBF]
        + Array("\"甲\",\"'=乙\"\r\n\"a\"\"b\",\"\"\r\n\"-3000\",\"'+1\"\r\n".utf8))
    #expect(csv.neutralised == 2)
  }

  @Test(
    "puts an apostrophe before what could be a formula",
    arguments: [
      "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\ra", "\na", "＝1", "＋1", "－1", "＠x", " =1",
      "\u{A0}=1", "\u{3000}\u{200B}=1", "\u{FEFF}-a", "--1", "-", "-1,5", "−1", "\u{B}=1",
    ])
  func formulas(text: String) {
    let shown = text.replacing("\u{B}", with: " ")
    let expected = text == "\ra" || text == "\na" ? "\"'\(text)\"" : "\"'\(shown)\""
    #expect(Self.cell(text) == expected)
  }

  @Test("guards every line of a cell")
  func lines() {
    #expect(Self.cell("a\n=1\r\n@x\rb") == "\"a\n'=1\r'\n'@x\rb\"")
    #expect(Self.cell("a\nb") == "\"a\nb\"")
  }

  @Test(
    "leaves plain numbers and texts",
    arguments: ["-3000", "-3000.50", "0", "甲-乙", "a=b", "911409021234567890"])
  func plain(text: String) {
    #expect(Self.cell(text) == "\"\(text)\"")
  }
}
