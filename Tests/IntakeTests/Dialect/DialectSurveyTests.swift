import Testing
import Vocabulary

@testable import Intake

/// Decides the dialect of a text, given to the survey in chunks of that many bytes.
func surveyed(
  _ bytes: [UInt8], _ encoding: TextEncoding = .utf8, chunk: Int = .max
) throws -> Dialect {
  var survey = DialectSurvey(encoding: encoding)
  var start = 0
  while start < bytes.count {
    let end = start + min(chunk, bytes.count - start)
    survey.take(bytes.span.extracting(start..<end))
    start = end
  }
  return try survey.decision(shown: "甲.csv")
}

private func surveyed(_ text: String) throws -> Dialect { try surveyed(Array(text.utf8)) }

/// Twenty rows of five fields, the third of which is made from the row's number.
private func sheet(
  _ delimiter: String = ",", end: String = "\n", third: (Int) -> String = { "丙\($0)" }
) -> String {
  "甲,乙,丙,丁,戊".replacing(",", with: delimiter) + end
    + (1...20).map { row in
      ["\(row)", "乙", third(row), "", "2026-07-0\(row % 9 + 1)"].joined(separator: delimiter) + end
    }.joined()
}

@Suite struct DialectSurveyTests {
  @Test("each delimiter is found", arguments: [",", "\t", ";", "|", "^"])
  func delimiters(_ character: String) throws {
    let dialect = try surveyed(sheet(character))
    #expect(dialect.delimiter.rawValue == character)
    #expect(dialect.usualWidth == 5)
    #expect(dialect.quote == .double)
    #expect(dialect.lineEnding == .lf)
    #expect(!dialect.spacesFollowDelimiters)
  }

  @Test("a comma and a space are a comma")
  func commaAndSpace() throws {
    let dialect = try surveyed(sheet(", "))
    #expect(dialect.delimiter == .comma)
    #expect(dialect.usualWidth == 5)
    #expect(dialect.spacesFollowDelimiters)
  }

  @Test("a space delimits only if every row has the same width")
  func spaces() throws {
    #expect(try surveyed("甲 乙 丙\n1 2 3\n4 5 6\n").delimiter == .space)
    let words = try surveyed("地址\n五一路 12 号\n迎泽大街 3 号\n并州路\n")
    #expect(words.usualWidth == 1)
    #expect(words.delimiter == .comma)
  }

  @Test("decimal commas do not make a comma of a semicolon")
  func decimalCommas() throws {
    let titled = try surveyed("浓度;限值\n1,5;2,0\n0,7;2,0\n12,25;2,0\n")
    #expect(titled.delimiter == .semicolon)
    let untitled = try surveyed("1,5;2,0\n0,7;2,0\n12,25;2,0\n")
    #expect(untitled.delimiter == .semicolon)
  }

  @Test("lists within a field do not make a delimiter of their separator")
  func listsInFields() throws {
    #expect(try surveyed(sheet(third: { "废水;废气;\($0)" })).delimiter == .comma)
    #expect(try surveyed(sheet("\t", third: { "水,气,\($0)" })).delimiter == .tab)
    // The only row decides nothing but its width.
    #expect(try surveyed("编号,名称;别名,地址,电话\n").delimiter == .comma)
  }

  @Test("few damaged rows do not give the table to what stands in each row once")
  func damageAndRival() throws {
    let text = sheet(third: { $0 % 10 == 0 ? "a,b,c|d" : "水|气" }).replacing("丙", with: "丙|类")
    #expect(try surveyed(text).delimiter == .comma)
    #expect(try surveyed(text).usualWidth == 5)
  }

  @Test("captions, notes, totals and short rows do not sway the width")
  func surroundings() throws {
    let text = "行政处罚信息公示表\n填报单位：某局，2026年\n\n" + sheet() + "合计,20\n6,7\n备注：无\n制表人：张三\n"
    let dialect = try surveyed(text)
    #expect(dialect.delimiter == .comma)
    #expect(dialect.usualWidth == 5)
  }

  @Test("one short row among many leaves the delimiter found")
  func shortRow() throws {
    let text = sheet() + "x\n" + sheet().split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(try surveyed(text).usualWidth == 5)
  }

  @Test("a first line sep= decides")
  func separatorLine() throws {
    let dialect = try surveyed("sep=;\r\n甲,乙;丙\r\n1,2;3\r\n")
    #expect(dialect.delimiter == .semicolon)
    #expect(dialect.usualWidth == 2)
    #expect(dialect.lineEnding == .crlf)
    #expect(try surveyed("SEP=|\n甲|乙\n").delimiter == .bar)
    #expect(try surveyed("sep=,number\n1,2\n").usualWidth == 2)
  }

  @Test("a text of one column has width one")
  func singleColumn() throws {
    for text in ["编号\n1\n2\n", "编号", "投诉内容\n噪声扰民，夜间施工\n油烟\n"] {
      let dialect = try surveyed(text)
      #expect(dialect.usualWidth == 1)
      #expect(dialect.delimiter == .comma)
    }
  }

  @Test("full-width commas are refused by name", arguments: [TextEncoding.utf8, .gb18030])
  func fullWidthCommas(_ encoding: TextEncoding) throws {
    let comma: [UInt8] = encoding == .utf8 ? [0xEF, 0xBC, 0x8C] : [0xA3, 0xAC]
    let row = Array("a".utf8) + comma + Array("b".utf8) + comma + Array("c\n".utf8)
    let failure = #expect(throws: Failure.self) { try surveyed(row + row + row, encoding) }
    #expect(failure?.problems.map(\.code) == [.noDelimiter])
    #expect(failure?.problems.first?.detail?.zh.contains("全角逗号") == true)
  }

  @Test("the reason tells the rows that agree")
  func reason() throws {
    let reason = try surveyed(sheet() + "x,y\n").reason
    #expect(reason.zh == "逗号：22 行中 21 行为 5 栏")
    #expect(reason.en == "comma: 21 of 22 rows have 5 fields")
  }

  @Test("blank rows count for nothing")
  func blankRows() throws {
    let dialect = try surveyed("甲,乙\n\n , \n,,,,\n,,,,\n,,,,\n1,2\n\r\n")
    #expect(dialect.usualWidth == 2)
    #expect(dialect.reason.zh.hasPrefix("逗号：2 行中 2 行"))
  }

  @Test("rows above the limit of columns have no usual width")
  func tooWide() throws {
    let row = String(repeating: ",", count: 3_000) + "x\n"
    #expect(try surveyed(row + row).usualWidth == 1)
  }
}
