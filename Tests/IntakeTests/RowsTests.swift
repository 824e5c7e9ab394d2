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
      ReadRow(fields: $0.fields, line: $0.line, endLine: $0.line, code: $0.code)
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
      RowsCase("a bare return inside a field", "a,b\n1\r2,3\r\n", [(2, ["1\r2", "3"], nil)]),
      RowsCase(
        "blank rows are no records", "\n\na,b\n\n ,\t\n\"\",\"\"\n1,2\n,,,\n",
        [(7, ["1", "2"], nil)]),
      RowsCase(
        "a stray quote", "a,b\n1\"2,3\n4,5\n", [(2, [], .strayQuote), (3, ["4", "5"], nil)]),
      RowsCase(
        "text after a closing quote", "a,b\n\"1\"2,3\n4,5\n",
        [(2, [], .strayQuote), (3, ["4", "5"], nil)]),
      RowsCase(
        "a quote open to the end costs one row", "a,b\n\"1,2\n3,4\n5,6\n",
        [(2, [], .unclosedQuote), (3, ["3", "4"], nil), (4, ["5", "6"], nil)]),
      RowsCase(
        "a quote closed by another row's quote", "a,b\n1,\"2\n3,\"4\"\n5,6\n",
        [(2, [], .unclosedQuote), (3, ["3", "4"], nil), (4, ["5", "6"], nil)]),
      RowsCase(
        "a quote that swallowed whole rows", "a,b,c,d\n1,\"2,3,4\n5,6,7,8\n9,8\",7,6\n1,2,3,4\n",
        [
          (2, [], .unclosedQuote), (3, ["5", "6", "7", "8"], nil), (4, [], .strayQuote),
          (5, ["1", "2", "3", "4"], nil),
        ]),
      RowsCase(
        "too few and too many fields", "a,b,c\n1,2,3\n1,2\n1,2,3,4\n",
        [(2, ["1", "2", "3"], nil), (3, [], .wrongFieldCount), (4, [], .wrongFieldCount)]),
      RowsCase(
        "the header again", "a,b\n1,2\na,b\n3,4\n",
        [(2, ["1", "2"], nil), (3, [], .repeatedHeader), (4, ["3", "4"], nil)]),
      RowsCase(
        "control characters", "a,b\n1,\u{1B}[31m\n\0,2\n1,\u{7F}\n3,4\n",
        [
          (2, [], .controlCharacter), (3, [], .controlCharacter), (4, [], .controlCharacter),
          (5, ["3", "4"], nil),
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
    #expect(read(try table(example.text)) == example.rows)
  }

  @Test("a quoted line break is one record over its lines, its CRLF an LF")
  func lineBreaks() throws {
    let rows = read(try table("a,b\r\n1,\"x\r\ny\"\r\n2,z\r\n"))
    #expect(
      rows == [
        ReadRow(fields: ["1", "x\ny"], line: 2, endLine: 3, code: nil),
        ReadRow(fields: ["2", "z"], line: 4, endLine: 4, code: nil),
      ])
    #expect(try table("a,b\r\n1,\"x\ny\"\r\n").lineEnding == .crlf)
    #expect(try table("a,b\r\n1,2\n").lineEnding == .mixed)
  }

  @Test("trailing columns nobody fills may be missing, and empty fields may follow")
  func repairs() throws {
    let short = read(try table("a,b,c,备注\n1,2,3\n4,5,6,\n7,8\n9,,\n"))
    #expect(short.map(\.code) == [nil, nil, .wrongFieldCount, .wrongFieldCount])
    let filled = read(try table("a,b,c,备注\n1,2,3,x\n4,5,6\n"))
    #expect(filled.map(\.code) == [nil, .wrongFieldCount])
    let long = read(try table("a,b,c\n1,2,3,,\n4,5,6\n1,,2,\n"))
    #expect(long.map(\.code) == [nil, nil, nil])
    // The delimiter may have been added before an empty last column.
    #expect(read(try table("a,b,c\n1,2,\n1,2,3\n1,,2\n1,,,\n")).last?.code == .wrongFieldCount)
    #expect(read(try table("a,b\n1,2,\n3,,\n4,5,\n")).map(\.code) == [nil, nil, nil])
  }

  @Test("a field or a row above the limits is refused and the next row read")
  func limits() throws {
    let field = String(repeating: "x", count: IntakeLimits.fieldBytes + 1)
    let row = String(repeating: "y", count: IntakeLimits.rowBytes)
    let rows = read(try table("a,b\n1,\(field)\n2,3\n\(row),4\n5,6\n"))
    #expect(rows.map(\.code) == [.rowTooLong, nil, .rowTooLong, nil])
    let fits = String(repeating: "x", count: IntakeLimits.fieldBytes)
    #expect(read(try table("a,b\n1,\(fits)\n")).map(\.code) == [nil])
  }

  @Test("an open quote before megabytes of text costs one row")
  func openQuote() throws {
    let lines = String(repeating: "3,4\n", count: 1_500_000)
    let table = try table("a,b\n1,\"2\n" + lines)
    let counts = table.rows { _, _, _ in }
    #expect(counts == RowCounts(records: 1_500_001, rejected: 1, blankRows: 0))
  }

  @Test("a tail of zeros is one rejected row")
  func zeroTail() throws {
    let rows = read(try table(Array("a,b\n1,2\n".utf8) + [UInt8](repeating: 0, count: 4_096)))
    #expect(rows.map(\.code) == [nil, .wrongFieldCount])
    #expect(rows.last?.line == 3)
  }

  @Test(
    "a header that cannot be one is refused",
    arguments: [
      ("忻州市执法检查台账\na,b\n1,2\n", .noDelimiter), ("a，b\n1，2\n", .noDelimiter),
      ("a|b\n1|2\n", .noDelimiter), ("\"a,b\n1,2\n", .unclosedQuote),
      ("a\"b,c\n1,2\n", .strayQuote), ("a,\u{1}b\n1,2\n", .controlCharacter),
      (String(repeating: "a,", count: 2_001) + "\n", .rowTooLong),
      ("a," + String(repeating: "b", count: 1_001) + "\n1,2\n", .rowTooLong),
    ] as [(String, ProblemCode)])
  func header(text: String, code: ProblemCode) {
    #expect(refusal(of: Array(text.utf8)) == [code])
  }

  @Test("problems name file, record, line and column")
  func places() throws {
    let table = try table("编号,名称\n\n1,\"x\ny\"\n2,\u{1}\n")
    var problems: [Problem] = []
    table.rows { _, _, problem in if let problem { problems.append(problem) } }
    #expect(
      problems == [
        Problem(.controlCharacter, file: "x.csv", record: 2, line: 5, column: "名称")
      ])
    #expect(table.lineCount == 5)
    #expect(table.header.endLine == 1)
  }

  @Test("the body can stop the reading")
  func stop() throws {
    struct Enough: Error {}
    var seen = 0
    #expect(throws: Enough.self) {
      try table("a,b\n1,2\n3,4\n").rows { _, _, _ throws(Enough) in
        seen += 1
        throw Enough()
      }
    }
    #expect(seen == 1)
  }
}
