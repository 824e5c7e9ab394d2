import Testing
import Vocabulary

@testable import Intake

@Suite("What a record says, and what goes back")
struct ContentTests {
  private func hash(_ text: String, kind: SourceKind = .penalty) throws -> ContentHash? {
    let table = try table(text)
    var hasher = ContentHasher(kind: kind, titles: table.titles)
    var hash: ContentHash?
    var reader = try table.reader()
    while try reader.next() {
      if reader.kind == .record { hash = hasher.hash(of: reader.fields) }
    }
    return hash
  }

  @Test("padding, blank cells, row numbers and title spelling do not change a record's hash")
  func same() throws {
    let plain = try hash("编号,名称\n1,甲\n")
    for text in [
      "名称,编号\n甲,1\n", "编号,名称,备注\n1,甲,\n", "编号,名称\n\" 1\u{A0}\",\u{3000}甲\u{200B}\n",
      "序号,编号, 名称 \n7,1,甲\n", "编号;*名称\n1;甲\n", "编号,名称,名称\n1,,甲\n",
    ] {
      #expect(try hash(text) == plain, "\(text)")
    }
    #expect(plain != nil)
  }

  @Test("another value, column, unit or kind of source is another record")
  func different() throws {
    let plain = try hash("编号,罚款\n1,23\n")
    for text in [
      "编号,罚款\n1,24\n", "编号,罚没\n1,23\n", "编号,罚款（万元）\n1,23\n", "编号,罚款\n12,3\n",
      "编号,罚款,备注\n1,23,x\n",
    ] {
      #expect(try hash(text) != plain, "\(text)")
    }
    #expect(try hash("编号,罚款\n1,23\n", kind: .history) != plain)
  }

  @Test("rejected rows go back byte for byte under the file's own header")
  func rejects() throws {
    let head = "\r\n编号,\"名\r\n称\"\r\n"
    let bad = ["1,2,3\r\n", "x\"y,2,3\r\n", "\"open,1,4"]
    let text = head + bad[0] + "5,6\r\n\r\n" + bad[1] + "7,8\r\n" + bad[2]
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let table = try table(mark + Array(text.utf8))
      var places: [RowPlace] = []
      var reader = try table.reader()
      while try reader.next() { if reader.damage != nil { places.append(reader.place) } }
      let file = try RejectedRows.file(of: table, places: places)
      #expect(file == mark + Array((head.dropFirst() + bad.joined()).utf8))
    }
    let wide = Array("a,b\n1,2\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    let table = try table([0xFF, 0xFE] + wide)
    var places: [RowPlace] = []
    var reader = try table.reader()
    while try reader.next() { if reader.kind == .record { places.append(reader.place) } }
    #expect(try RejectedRows.file(of: table, places: places) == [0xFF, 0xFE] + wide)
    #expect(table.encoding.text(wide[...]) == "a,b\n1,2\n")
  }

  @Test("samples are the first different values and name nobody")
  func samples() throws {
    let text = """
      信访编号,受理日期,举报人,联系电话,某电话,备用,县区
      1,2026-07-01,张三,1,2,x, 忻府区 
      2,2026-07-02,李四,1,2,x,忻府区
      4,2026-07-04,李四,1,2,y,代县

      """
    let file = try SourceFile(table(text), profiles: builtIn)
    #expect(file.profile.id == "complaint")
    var samples = ColumnSamples(of: file.table, readings: file.columns)
    var reader = try file.table.reader()
    while try reader.next() { if reader.kind == .record { samples.take(reader.fields) } }
    #expect(
      samples.values == [
        ["1", "2", "4"], ["2026-07-01", "2026-07-02", "2026-07-04"], [], [], [], ["x", "y"],
        ["忻府区", "代县"],
      ])
    #expect(file.table.sha256.utf8.count == 64)
  }
}
