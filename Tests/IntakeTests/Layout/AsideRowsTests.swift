import Testing
import Vocabulary

@testable import Intake

@Suite("Rows that are no records")
struct AsideRowsTests {
  private static let titles = ["检查编号", "检查日期", "被检查单位名称", "县区", "罚款金额（万元）", "备注"]
  private static let columns: [ColumnReading] = [
    ColumnReading(index: 0, title: "检查编号", field: .text(.recordNumber), isRequired: true),
    ColumnReading(index: 1, title: "检查日期", field: .day(.discovery), isRequired: true),
    ColumnReading(index: 2, title: "被检查单位名称", field: .text(.partyName), isRequired: true),
    ColumnReading(index: 3, title: "县区", field: .county),
    ColumnReading(index: 4, title: "罚款金额（万元）", field: .amount(.fine)),
    ColumnReading(index: 5, title: "备注", field: .text(.remarks)),
  ]

  private func aside(isMapped: Bool = true) -> AsideRows {
    let layout = TableLayout(
      kinds: [.header, .codes], titles: Self.titles,
      headings: [Self.titles, ["JCBH", "JCRQ", "QYMC", "XQ", "FK", "BZ"]])
    return AsideRows(layout, columns: isMapped ? Self.columns : [])
  }

  private func row(_ text: String) -> RowFields {
    var row = RowFields()
    for field in text.split(separator: ",", omittingEmptySubsequences: false) {
      row.append(Array(field.utf8).span)
      row.endField()
    }
    return row
  }

  @Test(
    "headers, sums and notes are known",
    arguments: [
      ("检查编号,检查日期,被检查单位名称,县区,罚款金额（万元）,备注", .repeatedHeader),
      (" 检查编号 ,检查 日期,被检查单位名称,县区,罚款金额(万元),备注,", .repeatedHeader),
      ("JCBH,JCRQ,QYMC,XQ,FK,BZ", .repeatedHeader),
      ("合计,,,,12.50,", .total), ("合 计,,,,12.50,", .total), ("合计：,,,,\"12,3\",", .total),
      ("合计：3,,,,,", .total), (",,合计,,12.5万元,", .total), ("总计（3家）,,,,3,", .total),
      (",,,小计,5,", .total), ("五台县小计,/,/,/,3,—", .total), ("本页合计,,,,3", .total),
      ("共计3件,,,,,", .total), ("合计,,,合计,7,", .total),
      ("注：本表由各分局填报,,,,,", .footer), ("注：1.单位为万元；2.数据截至九月,,,,,", .footer),
      ("备注：,只含已结案件,,,,", .footer), ("说明：金额不含没收款", .footer), ("注1：甲,乙", .footer),
      ("填表人：张三,,审核人：李四,,填表日期：2026-09-30,", .footer), ("填表人：,张三,审核人：,李四,,", .footer),
      ("填报单位（盖章）：某局,,,,,", .footer), ("联系电话：0350-1234567,,,,,", .footer),
      ("单位负责人：,,填表人：,,填报日期：,2026年9月30日", .footer), ("制表人,张三,,,,", .footer),
      ("第1页 共3页,,,,,", .footer), ("第 1 页,共 3 页,,,,", .footer), ("共 123 条记录,,,,,", .footer),
      ("— 以下无正文 —,,,,,", .footer), ("（以下空白）", .footer), ("数据来源：某平台,,,,,", .footer),
      ("总共 25 条", .footer),
    ] as [(String, RowKind)])
  func found(text: String, kind: RowKind) {
    #expect(aside().kind(of: row(text)) == kind)
  }

  @Test(
    "a row that may be a record is never set aside",
    arguments: [
      "JC1,2026-07-01,甲公司,五台县,2,", "合计,2026-07-01,甲公司,五台县,2,", "合计,,甲公司,,2,", ",,合计环保科技有限公司,五台县,2,",
      "合计（山西）环保公司,,,,,", "总计,2026-07-01,,,2,", "小计,,三,,,", "合计,,,五台县,3,", "注册地址,,甲公司,,,", "备注,,,,,",
      "第三中学,,,,,", "第1号,,,,,", "共同体公司,,,,,", "说明书印刷厂,2026-07-01,甲,,,", "注：甲,2026-07-01,甲公司,,,",
      "填表人：张三,2026-07-01,甲公司,五台县,2,", "检查编号,2026-07-01,甲公司,五台县,2,", "检查编号,检查日期,被检查单位名称,县区,2,备注",
      "", ",,,,,", "设计,,,,,", "联系电话厂,2026-07-01,甲公司,,,", "JCBH,JCRQ,甲公司,XQ,FK,BZ", "单位,,甲,,,",
      "制表,2026-07-01,甲公司,,2,",
      "2026年小计1号,,,,3,",
    ])
  func record(text: String) {
    #expect(aside().kind(of: row(text)) == nil)
  }

  @Test("where no profile says which columns identify, sums have nothing but numbers beside them")
  func unmapped() {
    let aside = aside(isMapped: false)
    #expect(aside.kind(of: row("合计,,,,12.5,")) == .total)
    #expect(aside.kind(of: row("合计,,甲公司,,12.5,")) == nil)
    #expect(aside.kind(of: row("注：甲,,,,,")) == .footer)
    #expect(aside.kind(of: row("注：甲,x,y,z,u,v")) == nil)
  }

  @Test("a complete record is let through whatever its words are")
  func completeRecords() {
    var generator = SeededGenerator(state: 5)
    let words =
      AsideWords.totals.sorted() + AsideWords.notes + AsideWords.labels.sorted()
      + AsideWords.closings.sorted() + ["第1页共3页", "甲公司", "合计：3", "注：甲", "填表人：张三"]
    let aside = aside()
    for _ in 0..<5_000 {
      let first = words.randomElement(using: &generator) ?? ""
      let party = words.randomElement(using: &generator) ?? ""
      let last = words.randomElement(using: &generator) ?? ""
      let text =
        "\(first),2026-07-\(Int.random(in: 10...30, using: &generator)),\(party)公司,五台县,2,\(last)"
      let kind = aside.kind(of: row(text))
      // A label that ends in a colon would announce the date; none here does.
      #expect(kind == nil, "\(text)")
    }
  }
}
