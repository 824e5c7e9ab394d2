import Testing
import Vocabulary

@testable import Normalise

@Suite("Values in messages")
struct ProblemValueTests {
  private func shown(_ text: String, _ field: Field = .media) -> String {
    reading(text) { shownValue($0, of: field) }
  }

  @Test(
    "a person's number has lost its middle, whatever the column",
    arguments: [
      ("13812345678", "138****5678"), ("+86-13812345678", "+86-138****5678"),
      ("8613812345678", "86138****5678"), ("138 1234 5678", "138 **** 5678"),
      ("11010519491231002X", "110105********002X"), ("1409021980****1234", "140902********1234"),
      ("0350-3021234", "035*-***1234"),
    ])
  func masked(text: String, expected: String) {
    #expect(shown(text) == expected)
  }

  @Test("a company's code is public")
  func companies() {
    #expect(shown("911409001234567890") == "911409001234567890")
  }

  @Test("a number that the cut falls into is masked as well", arguments: 190...200)
  func cut(before: Int) {
    let dots = String(repeating: ".", count: before)
    #expect(shown(dots + "13812345678") == (dots + "138****5678").prefix(200) + "…")
  }

  @Test("a reporter's name keeps its first character")
  func reporter() {
    #expect(shown("王小明", .text(.reporter)) == "王**")
  }
}
