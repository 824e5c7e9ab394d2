import Testing
import Vocabulary

@testable import Intake

@Suite("What stands above the records")
struct TableLayoutTests {
  private let library = builtIn

  /// Rows written with commas; the usual width is the most frequent number of fields.
  private func layout(_ text: String) -> TableLayout {
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var widths: [Int: Int] = [:]
    for row in rows { widths[row.count, default: 0] += 1 }
    let usual = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    return .finding(in: rows, usualWidth: usual, profiles: library)
  }

  private static let body = "JC1,2026-07-01,甲公司,五台县,113.1,38.7\nJC2,2026-07-02,乙公司,代县,113.2,38.8"

  @Test(
    "title lines and notes above a known header are captions",
    arguments: [
      ("", 0),
      ("2026年第三季度执法检查台账,,,,,\n", 1),
      ("2026年第三季度执法检查台账\n", 1),
      ("2026年第三季度执法检查台账,,,,,\n填报单位：某局,,,填报日期：2026-09-30,,\n", 2),
      ("附件1\n台账,,,,,\n填报单位：,某局,,填报日期：,2026年9月30日,\n", 3),
      ("单位：万元,,,,,\n", 1),
      (",,,,,共2条\n", 1),
    ])
  func captions(above: String, count: Int) {
    let found = layout(above + "检查编号,检查日期,企业名称,县区,经度,纬度\n" + Self.body)
    #expect(found.kinds == Array(repeating: .caption, count: count) + [.header])
    #expect(found.titles == ["检查编号", "检查日期", "企业名称", "县区", "经度", "纬度"])
    #expect(found.hasHeader)
  }

  @Test(
    "a row of codes beside the header goes with it",
    arguments: [
      (
        "CF_XDR_MC,CF_WSH,CF_JDRQ,CF_NR_FK\n行政相对人名称,行政处罚决定书文号,处罚决定日期,罚款金额（万元）\n",
        ["行政相对人名称", "行政处罚决定书文号", "处罚决定日期", "罚款金额（万元）"], [.header, .codes]
      ),
      (
        "行政相对人名称,行政处罚决定书文号,处罚决定日期,罚款金额（万元）\nCF_XDR_MC,CF_WSH,CF_JDRQ,CF_NR_FK\n",
        ["行政相对人名称", "行政处罚决定书文号", "处罚决定日期", "罚款金额（万元）"], [.header, .codes]
      ),
      (
        "表一,,,\n行政相对人,某文号,处罚决定日期,不认识\nCF_XDR_MC,CF_WSH,CF_JDRQ,XX\n",
        ["行政相对人", "某文号(CF_WSH)", "处罚决定日期", "不认识"], [.caption, .codes, .header]
      ),
      (
        "检查编号,检查日期,企业名称,县区\nJCBH,JCRQ,QYMC,XQ\n", ["检查编号", "检查日期", "企业名称", "县区"],
        [.header, .codes]
      ),
      (
        "检查编号,检查日期,企业名称,县区\n1,2,3,4\n", ["检查编号", "检查日期", "企业名称", "县区"],
        [.header, .codes]
      ),
      (
        "检查编号,检查日期,企业名称,县区\nJCBH,JCRQ,QYMC,XQ\n甲,乙,1,2\n",
        ["检查编号", "检查日期", "企业名称", "县区"], [.header, .codes, .codes]
      ),
      // Words and codes that do not belong together are shown together and mean nothing.
      (
        "行政相对人名称,行政处罚决定书文号,处罚决定日期,违法事实\nCF_XDR_MC,CF_JDRQ,CF_WSH,CF_SY\n",
        ["行政相对人名称", "行政处罚决定书文号(CF_JDRQ)", "处罚决定日期(CF_WSH)", "违法事实"],
        [.header, .codes]
      ),
    ] as [(String, [String], [RowKind])])
  func codes(above: String, titles: [String], kinds: [RowKind]) {
    let found = layout(above + "甲公司,晋环罚〔2026〕1号,2026-07-01,2.5\n乙公司,晋环罚〔2026〕2号,2026-07-02,3\n")
    #expect(found.kinds == kinds)
    #expect(found.titles == titles)
    #expect(found.headings.count == kinds.count { $0 != .caption })
  }

  @Test("titles of two levels are joined so that each column has its best known one")
  func twoLevels() {
    let values =
      "JC1,2026-07-01,甲公司,113.1,38.7,罚〔2026〕1号,2,无\nJC2,2026-07-02,乙公司,113.2,38.8,罚〔2026〕2号,3,无\n"
    let wanted = ["检查编号", "检查日期", "企业名称", "经度", "纬度", "处罚文号", "罚款金额（万元）", "备注"]
    let below = layout("检查编号,检查日期,企业名称,坐标,,处罚,,备注\n,,,经度,纬度,文号,罚款金额（万元）,\n" + values)
    #expect(below.kinds == [.header, .codes])
    #expect(below.titles == wanted)
    let above = layout(
      "台账,,,,,,,\n基本情况,,,坐标,,处罚,,其他\n检查编号,检查日期,企业名称,经度,纬度,文号,罚款金额（万元）,备注\n" + values)
    #expect(above.kinds == [.caption, .codes, .header])
    #expect(above.titles == wanted)
    // Two cells above a header that need no group are a caption.
    let caption = layout(
      "某局,,,第三季度,,,,\n检查编号,检查日期,企业名称,经度,纬度,单位地址,罚款金额（万元）,备注\n" + values)
    #expect(caption.kinds == [.caption, .header])
    #expect(caption.titles[5] == "单位地址")
    let twice = layout("检查编号,检查日期,企业名称,甲机关,,乙机关,,备注\n,,,负责人,电话,负责人,电话,\n" + values)
    #expect(twice.titles[3...6] == ["甲机关负责人", "甲机关电话", "乙机关负责人", "乙机关电话"])
  }

  @Test(
    "an ordinary table of an unknown system keeps its first row as the header",
    arguments: [
      "a,b,c\n1,2,3\n4,5,6", "id,name,date\n1,x,2026-01-01\n2,y,2026-01-02", "甲,乙,丙\n一,二,三\n四,五,六",
      "region,2019,2020\nnorth,5,7\nsouth,6,8",
      "DATE,TIME,Qty\n28/01/2018,00:00,2\n29/01/2018,00:15,0",
      "name,phone\nx,13800000000\ny,13900000000", "a,b", "key,value\ncolour,red\nsize,big",
      "站点,2026-07-01,2026-07-02\n一号,3.5,4\n二号,2,1", "x\n1\n2", "1,2,3\n4,5,6\n7,8,9",
      "registration_no,document_no,row_no\nA34,40-101,119\nA35,40-102,120",
      "PREAMBLE\nDATE,TIME,Qty,Price\n28/01/2018,00:00,2,$74.69\n29/01/2018,00:15,0,$29.81",
    ])
  func ordinary(text: String) {
    let found = layout(text)
    let captions = text.hasPrefix("PREAMBLE") ? 1 : 0
    #expect(found.kinds == Array(repeating: .caption, count: captions) + [.header])
    let header = text.split(separator: "\n")[captions]
    #expect(found.titles == header.split(separator: ",").map(String.init))
  }

  @Test(
    "a table that starts with records has no header",
    arguments: [
      "JC1,2026-07-01,甲公司\nJC2,2026-07-02,乙公司\nJC3,2026-07-03,丙公司",
      "28/01/2018,00:00,2,$74.69\n29/01/2018,00:15,0,$29.81", "甲公司,91140900MA0K12345X,12.5",
      "甲公司,3.5,1\n乙公司,2,1\n丙公司,8.25,3",
      // A header further down never makes captions of records.
      "JC1,2026-07-01,甲公司\nJC2,2026-07-02,乙公司\n检查编号,检查日期,企业名称\nJC3,2026-07-03,丙公司",
    ])
  func none(text: String) {
    let found = layout(text)
    #expect(!found.hasHeader)
    #expect(found.kinds.isEmpty)
    #expect(found.titles.first == "第1列")
  }

  @Test("whatever stands in the first rows, a layout is found and no row is counted twice")
  func hostile() {
    var generator = SeededGenerator(state: 11)
    let cells = [
      "", "检查编号", "检查日期", "CF_WSH", "2026-07-01", "甲公司", "1", "合计", "填报单位：", "x", "坐标", "经度", "纬度",
      "、",
      String(repeating: "长", count: 5_000),
    ]
    for _ in 0..<400 {
      let rows = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
          cells.randomElement(using: &generator)
        }
      }
      let found = TableLayout.finding(
        in: rows, usualWidth: Int.random(in: 0...6, using: &generator), profiles: library)
      #expect(found.kinds.count <= rows.count)
      #expect(found.kinds.count { $0 == .header } == (found.hasHeader ? 1 : 0))
    }
  }
}
