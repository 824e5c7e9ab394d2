import Testing

@testable import Intake

@Suite("Lines whose quotes do not agree")
struct QuoteRepairTests {
  private func fields(_ line: String, width: Int) -> [String]? {
    let bytes = Array(line.utf8)
    let found = QuoteRepair.fields(
      of: bytes.span, delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""), width: width)
    return found?.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(
    "one best reading is taken",
    arguments: [
      ("\"30/01/2018,00:30,\"warm, dry\"", ["\"30/01/2018", "00:30", "warm, dry"]),
      ("1,\"\"Great warm, dry\",2", ["1", "\"Great warm, dry", "2"]),
      ("\"Round 48\"\",\"Made in x\"", ["Round 48\"", "Made in x"]),
      ("5\" disk,7", ["5\" disk", "7"]),
      ("a,\"b", ["a", "\"b"]),
      ("\"\",\"x\"y", ["", "\"x\"y"]),
    ] as [(String, [String])])
  func repaired(line: String, expected: [String]) {
    #expect(fields(line, width: expected.count) == expected)
  }

  @Test(
    "no reading of that width, or two equally good ones, repair nothing",
    arguments: [
      ("a\"b,c,d", 2), ("a\"b", 2), ("\"a\",b\",c,\"d\",e", 3), ("x,y,z", 4), ("\"a,b\"c", 1),
    ])
  func refused(line: String, width: Int) {
    #expect(fields(line, width: width) == nil)
  }

  @Test(
    "every reading has the width asked for and keeps every byte but the marks", arguments: 1...200)
  func property(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let pieces = ["a", ",", "\"", "b", ",", "\"\"", " "]
    let line = (0..<Int.random(in: 1...24, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
    for width in 2...5 {
      guard let found = fields(line, width: width) else { continue }
      #expect(found.count == width)
      let kept = found.joined().filter { $0 != "\"" && $0 != "," && $0 != " " }
      #expect(kept == line.filter { $0 != "\"" && $0 != "," && $0 != " " })
    }
  }

  @Test("a line of many delimiters is left alone")
  func bounded() {
    let line = String(repeating: "\"a\"b,", count: 5_000)
    #expect(fields(line, width: 5_001) == nil)
  }
}
