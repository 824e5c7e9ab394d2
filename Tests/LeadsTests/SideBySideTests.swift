import Leads
import Testing
import Vocabulary

@Suite("Records side by side") struct SideBySideTests {
  /// A table of so many records, and a lead of all of them.
  private func lead(
    _ count: Int, _ fill: (inout RecordTable, Int) -> Void
  ) -> (lead: Lead, table: RecordTable) {
    var table = RecordTable()
    let file = table.fileNumber(of: "甲.csv")
    for number in 0..<count {
      let row = table.append(
        file: file, record: number + 1, line: number + 2, source: .complaint,
        content: ContentHash(high: UInt64(number), low: 0))
      fill(&table, row)
    }
    let lead = Lead(table, rows: Array(0..<count), screeningDay: Day(number: 20_700))
    return (lead, table)
  }

  @Test("a field is a row if any record states it; what differs and what is taken is marked")
  func lines() throws {
    let (lead, table) = lead(2) { table, row in
      table.set(.partyName, row, table.texts.intern(row == 0 ? "甲厂" : "乙厂"))
      table.set(.violation, row, table.texts.intern("偷排"))
      if row == 1 { table.set(.occurrence, row, Day(number: 20_690)) }
    }
    let shown = SideBySide(lead, table, limit: 6)
    // The channel is that of the kind of source.
    #expect(
      shown.lines.map(\.field) == [
        .text(.partyName), .text(.violation), .day(.occurrence), .channel,
      ])
    #expect(shown.lines.map(\.differs) == [true, false, false, false])
    #expect(shown.lines[0].values == ["甲厂", "乙厂"])
    let taken = try #require(lead.partyName?.row)
    #expect(shown.lines[0].isTaken == [taken == 0, taken == 1])
    #expect(shown.lines[2].values[0] == "")
    #expect(shown.lines[2].isTaken == [false, true])
  }

  @Test("of many records the first few are shown")
  func limited() {
    let (lead, table) = lead(40) { table, row in
      table.set(.recordNumber, row, table.texts.intern("\(row)号"))
    }
    let shown = SideBySide(lead, table, limit: 6)
    #expect(shown.rows == Array(0..<6))
    #expect(shown.lines.allSatisfy { $0.values.count == 6 && $0.isTaken.count == 6 })
  }

  @Test("nothing that identifies a person is shown, masked by the source or not")
  func personal() {
    let (lead, table) = lead(2) { table, row in
      table.set(.personID, row, table.texts.intern("11010519491231002X"))
      table.set(.reporterPhone, row, table.texts.intern("13800138000"))
      table.set(
        .weakCode, row,
        table.texts.intern(row == 0 ? "110105********002X" : "91140981MA0A000078"))
      table.set(.facts, row, table.texts.intern("身份证 11010519491231002X"))
    }
    let shown = SideBySide(lead, table, limit: 6).lines.flatMap(\.values)
    #expect(shown.contains("91140981MA0A000078"))
    #expect(!shown.contains { $0.contains("11010519491231002X") || $0.contains("13800138000") })
    #expect(!shown.contains { $0.contains("110105********002X") && !$0.contains("身份证") })
  }
}
