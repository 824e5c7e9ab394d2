import Testing
import Vocabulary

@Suite("Lines a spreadsheet may run")
struct FormulaLineTests {
  @Test(
    "begin with a sign of a formula in any width, a tab or a line's end",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠A", "﹦1", "﹢1", "﹣1", "﹫A", "−1", "\t1",
      "\r1", "\n1",
    ])
  func begins(line: String) { #expect(FormulaLine.mayBegin(line.unicodeScalars)) }

  @Test(
    "also behind blanks and characters that are not seen",
    arguments: [" ", "\u{3000}", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{202E}", "  \u{200B}"])
  func hidden(blank: String) { #expect(FormulaLine.mayBegin((blank + "=1").unicodeScalars)) }

  @Test(
    "begin with nothing else, and no sign further on makes them one",
    arguments: ["", " ", "1-1", "宏达铸造=厂", "'=1", "（=1）", "a@b", "—1", "~1"])
  func ordinary(line: String) { #expect(!FormulaLine.mayBegin(line.unicodeScalars)) }
}
