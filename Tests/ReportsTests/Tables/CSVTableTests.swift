import Testing

@testable import Reports

@Suite("CSV tables")
struct CSVTableTests {
  /// What a reader must get back: the text with its control characters as spaces.
  private func expected(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isKept = [0x09, 0x0A, 0x0D].contains(scalar.value) || scalar.value >= 0x20
          return isKept && scalar.value != 0x7F ? scalar : " "
        }))
  }

  @Test("a hostile value is read back as it was", arguments: HostileReport.texts.indices)
  func hostileValues(place: Int) throws {
    let text = HostileReport.texts[place]
    var table = CSVTable(columns: ["first", "second", "third"])
    for field in ["before", text, ""] { table.text(field) }
    table.endRow()
    let read = try StrictCSV(table.bytes).rows
    #expect(read.count == 2)
    #expect(
      read[1].map { Array($0.utf8) } == ["before", expected(text), ""].map { Array($0.utf8) })
  }

  @Test("plain values are not quoted, and nothing is put before a formula")
  func plainValues() {
    var table = CSVTable(columns: ["a", "b"])
    table.text("=1+1")
    table.text("-3000.00")
    table.endRow()
    #expect(String(decoding: table.bytes, as: UTF8.self) == "a,b\n=1+1,-3000.00\n")
  }

  @Test("any rows are read back as they were", arguments: [1, 7, 2026] as [UInt64])
  func randomRows(seed: UInt64) throws {
    var state = seed
    func draw(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let alphabet = Array("ab,,\"\"\n\r 水\u{1}é;=")
    let rows = (0..<300).map { _ in
      (0..<4).map { _ in String((0..<draw(9)).map { _ in alphabet[draw(14)] }) }
    }
    var table = CSVTable(columns: ["a", "b", "c", "d"])
    for row in rows {
      for field in row { table.text(field) }
      table.endRow()
    }
    let read = try StrictCSV(table.bytes).rows.dropFirst()
    for (written, back) in zip(rows, read) {
      #expect(
        written.map { Array(expected($0).utf8) } == back.map { Array($0.utf8) }, "seed \(seed)")
    }
    #expect(read.count == rows.count)
  }
}
