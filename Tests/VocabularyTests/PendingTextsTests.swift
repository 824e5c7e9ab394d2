import Testing
import Vocabulary

@Suite("Texts interned together")
struct PendingTextsTests {
  private static func table(rows: Int) -> RecordTable {
    var table = RecordTable()
    let file = table.fileNumber(of: "a.csv")
    for row in 0..<rows {
      table.append(
        file: file, record: row + 1, line: row + 1, source: .penalty,
        content: ContentHash(high: 0, low: UInt64(row)))
    }
    return table
  }

  @Test("get the ids that they get one by one, through all growth")
  func sameIDs() {
    var random = SeededGenerator(state: 8)
    let rows = 5_000
    var together = PendingTextsTests.table(rows: rows)
    var single = PendingTextsTests.table(rows: rows)
    var pending = PendingTexts()
    let fields = TextField.allCases
    for row in 0..<rows {
      var bytes: [UInt8] = []
      var ranges: [Range<Int>] = []
      for _ in 0..<Int.random(in: 0...fields.count, using: &random) {
        let start = bytes.count
        // Few letters, so that texts repeat, within a row as well.
        for _ in 0..<Int.random(in: 1...40, using: &random) >> Int.random(in: 0...4, using: &random)
        { bytes.append(UInt8.random(in: 0x61...0x62, using: &random)) }
        if bytes.count > start { ranges.append(start..<bytes.count) }
      }
      for (field, range) in zip(fields, ranges) {
        pending.add(field, range)
        single.set(field, row, single.texts.intern(bytes.span.extracting(range)))
      }
      together.set(row, &pending, in: bytes.span)
      #expect(pending.count == 0)
    }
    #expect(together.texts.count == single.texts.count)
    for row in 0..<rows {
      for field in fields where together.text(field, row) != single.text(field, row) {
        Issue.record("row \(row), \(field)")
      }
    }
    for number in 0..<single.texts.count {
      let id = TextID(number: UInt32(number))
      if together.texts.string(id) != single.texts.string(id) { Issue.record("text \(number)") }
    }
  }

  @Test("do not take the place of a code that is there")
  func firstCode() {
    var table = PendingTextsTests.table(rows: 1)
    var pending = PendingTexts()
    let bytes = Array("AB".utf8)
    pending.add(.creditCode, 0..<1)
    pending.add(.creditCode, 1..<2)
    table.set(0, &pending, in: bytes.span)
    #expect(table.string(.creditCode, 0) == "A")
  }
}
