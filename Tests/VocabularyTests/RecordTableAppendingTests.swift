import Testing
import Vocabulary

@Suite("Tables put together")
struct RecordTableAppendingTests {
  private func table(_ names: [String], file: String) -> RecordTable {
    var table = RecordTable()
    let number = table.fileNumber(of: file)
    for (index, name) in names.enumerated() {
      let row = table.append(
        file: number, record: index + 1, line: index + 2, source: .inspection,
        content: ContentHash(high: UInt64(index), low: 1))
      table.set(.partyName, row, table.texts.intern(name))
      if index % 2 == 1 { table.set(.fine, row, Money(fen: Int64(index))) }
    }
    return table
  }

  @Test("the rows chosen follow with their values, files and texts; equal texts are one")
  func append() {
    var one = table(["甲", "乙"], file: "a.csv")
    one.append([0, 2, 3], of: table(["乙", "丙", "丁", "甲"], file: "b.csv"))
    #expect((0..<one.count).map { one.string(.partyName, $0) } == ["甲", "乙", "乙", "丁", "甲"])
    #expect(one.text(.partyName, 0) == one.text(.partyName, 4))
    #expect((0..<one.count).map { one.amount(.fine, $0)?.fen } == [nil, 1, nil, nil, 3])
    #expect(
      (0..<one.count).map { one.name($0) } == [
        "a.csv#1", "a.csv#2", "b.csv#1", "b.csv#3", "b.csv#4",
      ])
  }

  @Test("an emptied table is as a new one")
  func removeAll() {
    var used = table(["甲", "乙"], file: "a.csv")
    used.removeAll()
    #expect(used.count == 0)
    #expect(used.texts.count == 1)
    let row = used.append(
      file: 0, record: 1, line: 2, source: .penalty, content: ContentHash(high: 0, low: 0))
    #expect(used.string(.partyName, row).isEmpty)
    #expect(used.amount(.fine, row) == nil)
    #expect(used.texts.intern("乙") == TextID(number: 1))
  }
}
