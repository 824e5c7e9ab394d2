import Testing
import Vocabulary

@testable import Intake

private func surveyed(_ text: String) throws -> Dialect { try surveyed(Array(text.utf8)) }

private let header = "编号,名称,地址,备注,金额\n"

private func rows(_ count: Int, _ row: (Int) -> String) -> String {
  (1...count).map { row($0) + "\n" }.joined()
}

@Suite struct DialectQuoteTests {
  @Test("quoted delimiters and line breaks are no delimiters and line ends")
  func quoted() throws {
    let text = header + rows(10) { "\($0),\"甲,乙\",\"一行\n二行, x\n三行\",\"说\"\"好\"\"\",1" }
    let dialect = try surveyed(text)
    #expect(dialect.quote == .double)
    #expect(dialect.escape == .doubled)
    #expect(dialect.usualWidth == 5)
    #expect(dialect.reason.zh == "逗号：11 行中 11 行为 5 栏")
  }

  @Test("one stray quote does not take quotation from the file")
  func strayQuote() throws {
    let text = header + "5,\"e\"x,a,b,c\n6,f,\"g\nh\",i,j\n" + rows(8) { "\($0),\"甲,乙\",丙,丁,1" }
    let dialect = try surveyed(text)
    #expect(dialect.quote == .double)
    #expect(dialect.usualWidth == 5)
    #expect(dialect.reason.zh == "逗号：11 行中 10 行为 5 栏")
  }

  @Test("a quote without its end costs its own row")
  func openQuote() throws {
    let text = header + "5,\"e,a,b,c\n" + rows(300) { "\($0),甲,丙,丁,1" }
    let dialect = try surveyed(text)
    #expect(dialect.quote == .double)
    #expect(dialect.usualWidth == 5)
    #expect(dialect.reason.zh == "逗号：302 行中 301 行为 5 栏")
  }

  @Test("marks that are nearly always text are text")
  func inchMarks() throws {
    let text = header + rows(40) { "\($0),\"甲\"牌管,DN\($0)\",丁,1" }
    let dialect = try surveyed(text)
    #expect(dialect.quote == .none)
    #expect(dialect.usualWidth == 5)
  }

  @Test("few marks that are text leave quotation as it is")
  func fewInchMarks() throws {
    let text = header + "1,5\" 管,x,y,z\n" + rows(40) { "\($0),甲,乙,丁,1" }
    #expect(try surveyed(text).quote == .double)
  }

  @Test("single quotes enclose fields if most rows agree by them")
  func singleQuotes() throws {
    let text = header + rows(12) { "\($0),'甲,乙','it''s','1,2',1" }
    #expect(try surveyed(text).quote == .single)
    let everywhere = rows(12) { "'\($0)','甲','乙','丙'" }
    #expect(try surveyed(everywhere).quote == .single)
  }

  @Test("apostrophes are text")
  func apostrophes() throws {
    // Spreadsheets put one before a number that is to stay text.
    let numbers = header + rows(12) { "'14010\($0),甲's,乙,\"丙, 丁\",1" }
    let dialect = try surveyed(numbers)
    #expect(dialect.quote == .double)
    #expect(dialect.usualWidth == 5)
  }

  @Test("a backslash escapes a quote if rows agree by it")
  func backslash() throws {
    let text = header + rows(12) { "\($0),\"说\\\"好\\\", 是\",\"末\\\"\",丙,1" }
    let dialect = try surveyed(text)
    #expect(dialect.escape == .backslash)
    #expect(dialect.usualWidth == 5)
    let escaped = header + rows(12) { "\($0),\"C:\\\\\",\"说\\\"好, 是\",丙,1" }
    #expect(try surveyed(escaped).escape == .backslash)
    #expect(try surveyed(escaped).reason.zh == "逗号：13 行中 13 行为 5 栏")
    let path = header + rows(12) { "\($0),\"C:\\data\\\",\"a, b\",\"D:\\\\\",1" }
    #expect(try surveyed(path).escape == .doubled)
    #expect(try surveyed(path).usualWidth == 5)
  }

  @Test("a quote opens a field only behind the delimiter that divides the rows")
  func openers() throws {
    let text = rows(20) { "\($0);甲, \"乙 ;丙;丁" }
    let dialect = try surveyed(text)
    #expect(dialect.delimiter == .semicolon)
    #expect(dialect.usualWidth == 4)
  }

  @Test("a quote lost among quoted rows costs its own row")
  func openQuoteAmongQuoted() throws {
    let text =
      header + rows(50) { "\"\($0)\",\"甲,乙\",\"丙\",\"丁\",\"1\"" }
      + "\"51\",\"甲,丙,丁,1\n" + rows(50) { "\"\($0)\",\"甲,乙\",\"丙\",\"丁\",\"1\"" }
    let dialect = try surveyed(text)
    #expect(dialect.quote == .double)
    #expect(dialect.usualWidth == 5)
    #expect(dialect.reason.zh.hasSuffix("行中 100 行为 5 栏"))
  }

  @Test("an open quote at the end leaves line ends as they are")
  func openQuoteAtEnd() throws {
    #expect(try surveyed("甲,乙\r\n1,2\r\n3,\"4").lineEnding == .crlf)
  }
}
