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
    "what a spreadsheet could take for a formula has an apostrophe before it, which is taken off again",
    arguments: [
      "=1+1", "+86 350", "-甲", "@SUM", "\t=1", "＝1", "＋1", "－1", "＠a", " =1", "\u{3000}=1",
      "\u{A0}+1",
      "-1-2", "--1", "\n=1", "-1.",
    ])
  func formulas(text: String) {
    #expect(!CellText.isPlain(text))
    #expect(CellText.cleaned(text) == "'" + text)
    #expect(CellText.unguarded(CellText.cleaned(text)) == text)
  }

  @Test(
    "texts and plain numbers stand as they are",
    arguments: ["-1", "-12.50", "甲=乙", "'甲", "“甲”—乙", "5-3", "《法》", " 甲", "￥5", "2026-07-01"])
  func harmless(text: String) {
    #expect(CellText.cleaned(text) == text)
    #expect(CellText.unguarded(text) == text)
  }

  @Test(
    "what cannot be seen stands as U+FFFD",
    arguments: [
      "\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}", "\u{61C}", "\u{200B}", "\u{200F}", "\u{FEFF}",
      "\u{AD}",
      "\u{85}", "\u{180E}", "\u{2028}", "\u{FFF9}",
    ])
  func hidden(text: String) {
    #expect(!CellText.isPlain("甲\(text)乙"))
    #expect(CellText.cleaned("甲\(text)乙") == "甲\u{FFFD}乙")
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
