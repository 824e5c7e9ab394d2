@testable import Submission
import Testing
import Vocabulary

@Suite("The forms inside a package")
struct FormTests {
  @Test("tables are read back as they were written, whatever the cells hold")
  func tables() throws {
    var generator = SeededGenerator(seed: 20_261_005)
    let pieces = [
      "", "a", ",", "\"", "\n", "\r\n", "\t", "线索", "e\u{301}", "\u{301}", "=", " ", "'",
    ]
    for _ in 0..<400 {
      let columns = Int.random(in: 1...4, using: &generator)
      let header = (0..<columns).map { "c\($0)" }
      let rows = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        (0..<columns).map { _ in
          (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
          }.joined()
        }
      }
      let read = try ExactCSVReading.rows(ExactCSV.bytes(header: header, rows: rows))
      #expect(
        read.map { $0.cells.map { Array($0.utf8) } }
          == ([header] + rows).map { $0.map { Array($0.utf8) } })
    }
  }

  @Test(
    "a table in any other dialect is refused by its line",
    arguments: [
      ("\u{FEFF}a\n", 1), ("a\r\n1\r\n", 1), ("a\n1", 2), ("a,b\n1\n", 2), ("a\n\"1\"x\n", 2),
      ("a\nx\"y\n", 2), ("a\n\"x\ny\n", 2), ("a\n\u{0}\n", 2), ("a\n\"1\n2\"\n\n1,2\n", 5),
    ])
  func dialects(text: String, line: Int) {
    #expect {
      try ExactCSVReading.rows(Array(text.utf8))
    } throws: { ($0 as? ExactCSVReading.Fault)?.line == line }
  }

  @Test("what would fill the memory or the day is refused at once")
  func limits() throws {
    let marks = String(repeating: "\u{301}\u{316}", count: 100_000)
    #expect(throws: JSONFault.self) { try JSONReading.node(Array("{\"\(marks)\":1}".utf8)) }
    let commas = Array(String(repeating: ",", count: 2000).utf8) + [0x0A]
    #expect(throws: ExactCSVReading.Fault.self) { try ExactCSVReading.rows(commas) }
  }

  @Test("documents of JSON are read back as they were written")
  func json() throws {
    let node = JSONNode.object([
      ("空", JSONNode(.null)), ("文", .text("\"引\"\\\n\t\u{1}é\u{2028}😀")),
      ("数", JSONNode(.number("-1.50"))),
      ("列", .array([.number(1), JSONNode(.truth(true)), .array([]), .object([])])),
    ])
    let read = try JSONReading.node(node.bytes)
    #expect(read.bytes == node.bytes)
    #expect(read["文"]?.string == "\"引\"\\\n\t\u{1}é\u{2028}😀")
    #expect(try JSONReading.node(Array(#""\ud83d\ude00\u00e9\/""#.utf8)).string == "😀é/")
  }

  @Test(
    "what is not JSON is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "01", "1.", "-", "1e", "nul", "\"\u{1}\"",
      "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "{\"a\":1,\"a\":2}", "1 2",
      "'a'",
      "\u{FEFF}1", "NaN", String(repeating: "[", count: 40), "\"\\u00g0\"",
    ])
  func notJSON(text: String) {
    #expect(throws: JSONFault.self) { try JSONReading.node(Array(text.utf8)) }
  }

  @Test("numbers are compared exactly, whatever their length")
  func numbers() throws {
    let ascending = [
      "-12", "-2.50", "-2.4", "0", "0.01", "0.1", "2", "2.999", "3000", "3000.01",
      "10000000000000000000000001",
    ]
    for (place, text) in ascending.enumerated() {
      let value = try #require(CellValue(text, .number))
      for (other, greater) in ascending.enumerated() {
        let same = try #require(CellValue(greater, .number))
        #expect((value < same) == (place < other), "\(text) \(greater)")
      }
    }
    #expect(CellValue("3000", .number) == CellValue("03000.00", .number))
    #expect(CellValue("-0", .number) == CellValue("0.0", .number))
    for text in ["", "-", "1.", ".5", "+1", "1e3", "１", "1 ", "0x1", "1.2.3", "--1", "NaN"] {
      #expect(CellValue(text, .number) == nil, "\(text)")
    }
    #expect(CellValue("1.0", .integer) == nil)
    #expect(CellValue("2024-02-30", .date) == nil)
  }

  @Test("paths of manifests keep line breaks and percent signs")
  func manifestPaths() throws {
    let path = "data/甲%0A乙\n丙%.csv"
    let line = ManifestLine.text(hash: "ab", path: path)
    #expect(line == "ab  data/甲%250A乙%0A丙%25.csv\n")
    let parts = try #require(ManifestLine.parts(Substring(line.dropLast())))
    #expect(parts.path == path)
  }
}
