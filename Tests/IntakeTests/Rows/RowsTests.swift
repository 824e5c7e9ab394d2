import Testing
import Vocabulary

@testable import Intake

struct RowsCase: CustomTestStringConvertible {
  let name: String
  let text: String
  let rows: [ReadRow]

  init(_ name: String, _ text: String, _ rows: [(line: Int, fields: [String], code: ProblemCode?)])
  {
    self.name = name
    self.text = text
    self.rows = rows.map {
      ReadRow($0.fields, line: $0.line, codes: $0.code.map { [$0] } ?? [])
    }
  }

  var testDescription: String { name }
}

@Suite("Rows")
struct RowsTests {
  @Test(
    "what a row is and what is wrong with it",
    arguments: [
      RowsCase(
        "quotes hold delimiters and doubled quotes", "a,b\n\"1,\"\"x\"\"\",2\n",
        [(2, ["1,\"x\"", "2"], nil)]),
      RowsCase("the last row without a line end", "a,b\n1,2", [(2, ["1", "2"], nil)]),
      RowsCase(
        "mixed line ends", "a,b\r\n1,2\n3,4\r\n", [(2, ["1", "2"], nil), (3, ["3", "4"], nil)]),
      RowsCase(
        "carriage returns alone", "a,b\r1,2\r3,4", [(2, ["1", "2"], nil), (3, ["3", "4"], nil)]),
      RowsCase(
        "a bare return inside a field", "a,b\n1\r2,3\r\n4,5\r\n6,7\r\n",
        [(2, ["1\r2", "3"], .bareReturn), (3, ["4", "5"], nil), (4, ["6", "7"], nil)]),
      RowsCase(
        "blank rows are no records", "\n\na,b\n\n ,\t\n\"\",\"\"\n1,2\n,,,\n",
        [(7, ["1", "2"], nil)]),
      RowsCase(
        "a stray quote that can only be text", "a,b\n1\"2,3\n4,5\n",
        [(2, ["1\"2", "3"], .strayQuote), (3, ["4", "5"], nil)]),
      RowsCase(
        "a stray quote that can be meant in two ways",
        "a,b,c\n1,2,3\n\"x\" \"y,z,\"p\" q\",7\n4,5,6\n",
        [(2, ["1", "2", "3"], nil), (3, [], .strayQuote), (4, ["4", "5", "6"], nil)]),
      RowsCase(
        "text after a closing quote", "a,b\n\"1\"2,3\n4,5\n",
        [(2, ["\"1\"2", "3"], .strayQuote), (3, ["4", "5"], nil)]),
      RowsCase(
        "a quote open to the end costs no other row", "a,b\n\"1,2\n3,4\n5,6\n",
        [(2, ["\"1", "2"], .unclosedQuote), (3, ["3", "4"], nil), (4, ["5", "6"], nil)]),
      RowsCase(
        "an open quote in a row that lacks a field", "a,b,c\n1,\"2\n3,4,5\n6,7,8\n",
        [(2, [], .unclosedQuote), (3, ["3", "4", "5"], nil), (4, ["6", "7", "8"], nil)]),
      RowsCase(
        "a quote closed by another row's quote", "a,b\n1,\"2\n3,\"4\"\n5,6\n",
        [(2, ["1", "\"2"], .unclosedQuote), (3, ["3", "4"], nil), (4, ["5", "6"], nil)]),
      RowsCase(
        "a quote that swallowed whole rows", "a,b,c,d\n1,\"2,3,4\n5,6,7,8\n9,8\",7,6\n1,2,3,4\n",
        [
          (2, ["1", "\"2", "3", "4"], .unclosedQuote), (3, ["5", "6", "7", "8"], nil),
          (4, ["9", "8\"", "7", "6"], .strayQuote),
          (5, ["1", "2", "3", "4"], nil),
        ]),
      RowsCase(
        "too few and too many fields", "a,b,c\n1,2,3\n1,2\n1,2,3,4\n",
        [(2, ["1", "2", "3"], nil), (3, [], .wrongFieldCount), (4, [], .wrongFieldCount)]),
      RowsCase(
        "the header again is no record", "a,b\n1,2\na,b\n3,4\n",
        [(2, ["1", "2"], nil), (4, ["3", "4"], nil)]),
      RowsCase(
        "two rows in one line", "a,b,c\n1,2,3\n4,5,67,8,9\n1,2,3\n",
        [(2, ["1", "2", "3"], nil), (3, [], .fusedRows), (4, ["1", "2", "3"], nil)]),
      RowsCase(
        "a field with a control character is lost, its record is not",
        "a,b\n1,\u{1B}[31m\n\0,2\n1,\u{7F}\n3,4\n",
        [
          (2, ["1", ""], .controlCharacter), (3, ["", "2"], .controlCharacter),
          (4, ["1", ""], .controlCharacter), (5, ["3", "4"], nil),
        ]),
      RowsCase(
        "other line separators are text", "a,b\n1\u{2028}2,3\u{85}4\n",
        [(2, ["1\u{2028}2", "3\u{85}4"], nil)]),
      RowsCase(
        "an accent after a delimiter or a quote", "a,名\n1,\u{301}2\n\"\u{301}3\",4\n",
        [(2, ["1", "\u{301}2"], nil), (3, ["\u{301}3", "4"], nil)]),
      RowsCase("spaces before a quote", "a,b\n1, \"2\"\n", [(2, ["1", "2"], nil)]),
      RowsCase(
        "tabs between fields", "a\tb\n1,5\t\n\t2\n", [(2, ["1,5", ""], nil), (3, ["", "2"], nil)]),
      RowsCase("semicolons", "a;b\n1,5;2,5\n", [(2, ["1,5", "2,5"], nil)]),
    ])
  func rows(_ example: RowsCase) throws {
    #expect(try read(table(example.text)) == example.rows)
  }

  @Test("a quoted line break is one record over its lines, its CRLF an LF")
  func lineBreaks() throws {
    let rows = try read(table("a,b\r\n1,\"x\r\ny\"\r\n2,z\r\n"))
    #expect(
      rows == [
        ReadRow(["1", "x\ny"], line: 2, endLine: 3), ReadRow(["2", "z"], line: 4),
      ])
  }

  @Test("trailing columns nobody fills may be missing, which is noted, and empty fields may follow")
  func repairs() throws {
    let short = try read(table("a,b,c,备注\n1,2,3\n4,5,6,\n7,8\n9,,\n"))
    #expect(
      short.map(\.codes) == [[.missingTail], [], [.wrongFieldCount], [.wrongFieldCount]])
    let filled = try read(table("a,b,c,备注\n1,2,3,x\n4,5,6\n"))
    #expect(filled.map(\.codes) == [[], [.wrongFieldCount]])
    let long = try read(table("a,b,c\n1,2,3,,\n4,5,6\n1,,2,\n"))
    #expect(long.map(\.codes) == [[], [], []])
    // The delimiter may have been added before an empty last column.
    #expect(
      try read(table("a,b,c\n1,2,\n1,2,3\n1,,2\n1,,,\n")).last?.codes == [.wrongFieldCount])
  }

  @Test("a field or a row above the limits is refused and the next row read")
  func limits() throws {
    let field = String(repeating: "x", count: IntakeLimits.fieldBytes + 1)
    let row = String(repeating: "y", count: IntakeLimits.rowBytes)
    let rows = try read(table("a,b\n1,\"\(field)\"\n2,3\n\(row),4\n5,6\n"))
    #expect(rows.map(\.codes) == [[.rowTooLong], [], [.rowTooLong], []])
    let fits = String(repeating: "x", count: IntakeLimits.fieldBytes)
    #expect(try read(table("a,b\n1,\(fits)\n2,3\n")).map(\.codes) == [[], []])
  }

  @Test("an open quote before megabytes of text costs one row")
  func openQuote() throws {
    let lines = String(repeating: "3,4\n", count: 150_000)
    let balance = try balance(table("a,b\n1,\"2\n" + lines))
    #expect(balance[.record].rows == 150_001)
    #expect(balance.lines == 150_002)
  }

  @Test("a tail of zeros is one rejected row")
  func zeroTail() throws {
    let rows = try read(
      table(Array("a,b\n1,2\n3,4\n".utf8) + [UInt8](repeating: 0, count: 4_096)))
    #expect(rows.map(\.codes) == [[], [], [.wrongFieldCount]])
    #expect(rows.last?.line == 4)
  }

  @Test(
    "a header that cannot be one is refused",
    arguments: [
      ("a，b\n1，2\n", .noDelimiter), ("a,\u{1}b\n1,2\n3,4\n", .controlCharacter),
      (String(repeating: "a,", count: 2_001) + "\n", .rowTooLong),
      ("a," + String(repeating: "b", count: 1_001) + "\n1,2\n", .rowTooLong),
      ("a," + String(repeating: "中", count: 334) + "\n1,2\n", .rowTooLong),
    ] as [(String, ProblemCode)])
  func header(text: String, code: ProblemCode) {
    #expect(refusal(of: Array(text.utf8), profiles: builtIn) == [code])
  }

  @Test("a cell that is too long for a title can be a caption or a value")
  func longCaption() throws {
    let long = String(repeating: "中", count: 300_000)
    let table = try table("台账\(long),,\n编号,名称,备注\n1,甲,\(long)\n2,乙,b\n")
    #expect(table.titles == ["编号", "名称", "备注"])
    #expect(try read(table)[0].fields[2] == long)
  }

  @Test("problems name file, record, line and column")
  func places() throws {
    let table = try table("编号,名称\n\n1,\"x\ny\"\n2,\u{1}\n")
    var reader = try table.reader()
    var problems: [Problem] = []
    while try reader.next() { problems += reader.flags }
    #expect(
      problems == [
        Problem(.controlCharacter, file: "x.csv", record: 2, line: 5, column: "名称")
      ])
    #expect(reader.balance.lines == 5)
    #expect(table.header.endLine == 1)
  }
}
