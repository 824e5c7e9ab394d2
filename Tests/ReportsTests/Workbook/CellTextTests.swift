import Testing

@testable import Reports

@Suite("Texts of cells")
struct CellTextTests {
  @Test(
    "what XML cannot hold is left out, escapes are escaped",
    arguments: [
      ("a\u{0}b\u{1B}c", "abc"), ("甲\r\n乙\r丙\n丁", "甲\n乙\n丙\n丁"), ("\u{FFFE}甲\u{FFFF}", "甲"),
      ("_x0041_", "_x005F_x0041_"), ("_x00", "_x00"), ("_xZZZZ_", "_xZZZZ_"), ("𠮷\u{7F}", "𠮷"),
    ])
  func cleaning(text: String, expected: String) {
    #expect(CellText.cleaned(text).utf8.elementsEqual(expected.utf8))
  }

  @Test(
    "a plain text is a text that cleaning leaves as it is", arguments: HostileReport.texts.indices)
  func plainTexts(place: Int) {
    let text = HostileReport.texts[place]
    if CellText.isPlain(text) {
      #expect(CellText.cleaned(text).utf8.elementsEqual(text.utf8))
    }
  }

  @Test("a text too long for a cell is cut between characters and says so", arguments: [0, 1])
  func cutting(offset: Int) {
    let fits = String(repeating: "水", count: CellText.limit)
    #expect(CellText.cleaned(fits) == fits)
    let long = String(repeating: "a", count: offset) + String(repeating: "𠮷", count: 20_000)
    let cut = CellText.cleaned(long)
    #expect(!CellText.isPlain(long))
    #expect(cut.utf16.count <= CellText.limit)
    #expect(cut.hasSuffix(CellText.cutNote))
    #expect(!cut.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test(
    "lines are counted by display width",
    arguments: [("", 1), ("甲乙丙丁戊", 1), ("甲乙丙丁戊己", 2), ("abcdefghij", 1), ("a\nb\nc", 3)])
  func lines(text: String, expected: Int) {
    #expect(CellText.lines(text, width: 10) == expected)
  }
}
