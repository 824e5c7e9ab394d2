import Testing
import Vocabulary

@testable import Intake

private func text(_ ends: [String], rows: Int = 20) -> String {
  (1...rows).map { "\($0),甲,乙,丙" + ends[$0 % ends.count] }.joined()
}

private func surveyed(_ text: String) throws -> Dialect { try surveyed(Array(text.utf8)) }

@Suite struct DialectLineEndTests {
  @Test(
    "line ends are found",
    arguments: [
      (["\n"], LineEnding.lf, false), (["\r\n"], .crlf, false), (["\r"], .cr, true),
      (["\r\n", "\n"], .mixed, false), (["\n", "\r"], .mixed, true),
      (["\r\n", "\r"], .mixed, true),
    ])
  func ends(_ ends: [String], _ expected: LineEnding, _ returnsEndRows: Bool) throws {
    let dialect = try surveyed(text(ends))
    #expect(dialect.lineEnding == expected)
    #expect(dialect.returnsEndRows == returnsEndRows)
    #expect(dialect.usualWidth == 4)
    #expect(dialect.reason.zh == "逗号：20 行中 20 行为 4 栏")
  }

  @Test("line breaks within quoted fields are no line ends of the file")
  func quotedBreaks() throws {
    let rows = (1...10).map { "\($0),\"一\n二\",丙\r\n" }.joined()
    #expect(try surveyed(rows).lineEnding == .crlf)
    let returns = (1...10).map { "\($0),\"一\n二\",丙\r" }.joined()
    #expect(try surveyed(returns).lineEnding == .cr)
    #expect(try surveyed(returns).usualWidth == 3)
  }

  @Test("a carriage return within a row is damage, not a row's end")
  func bareReturns() throws {
    let dialect = try surveyed(text(["\n"]) + "21,甲\r,乙,丙\n22,甲,乙,丙\r\r\n")
    #expect(dialect.lineEnding == .mixed)
    #expect(!dialect.returnsEndRows)
    #expect(dialect.usualWidth == 4)
  }

  @Test("a text of one column may end its rows at carriage returns")
  func oneColumn() throws {
    let dialect = try surveyed("甲\r乙\r丙\r")
    #expect(dialect.lineEnding == .cr)
    #expect(dialect.returnsEndRows)
    #expect(dialect.usualWidth == 1)
  }

  @Test("a last line may lack its end")
  func lastLine() throws {
    #expect(try surveyed("甲,乙\r\n1,2").lineEnding == .crlf)
    #expect(try surveyed("甲,乙").lineEnding == .lf)
    #expect(try surveyed("甲,乙\r1,2\r").lineEnding == .cr)
  }

  @Test("a carriage return right before text and a line feed makes no line end")
  func returnBeforeText() throws {
    let dialect = try surveyed(text(["\n"]) + "21,甲,乙,丙\r丁\n")
    #expect(dialect.lineEnding == .lf)
    #expect(!dialect.returnsEndRows)
  }

  @Test("carriage returns in each row do not end rows if the pieces agree less")
  func returnsInEveryRow() throws {
    let rows = (1...10).map { "\($0),甲\r3,4\r一\r二\n" }.joined()
    let dialect = try surveyed(rows)
    #expect(!dialect.returnsEndRows)
    #expect(dialect.usualWidth == 3)
  }

  @Test("rows that end at carriage returns may be uneven and hold line feeds in quotes")
  func unevenReturns() throws {
    let rows = (1...10).map { "\($0),\"一\n二\"" + ($0 % 3 == 0 ? ",丙" : "") + "\r" }.joined()
    let dialect = try surveyed(rows)
    #expect(dialect.returnsEndRows)
    #expect(dialect.lineEnding == .cr)
    #expect(dialect.usualWidth == 2)
  }

  @Test("one row that line feeds make agrees with none")
  func oneRowByFeeds() throws {
    let rows = "1,\"一\n二\",丙\r" + (2...9).map { "\($0),乙" + ($0 % 2 == 0 ? ",丙\r" : "\r") }.joined()
    let dialect = try surveyed(rows)
    #expect(dialect.returnsEndRows)
    #expect(dialect.usualWidth == 3)
  }
}
