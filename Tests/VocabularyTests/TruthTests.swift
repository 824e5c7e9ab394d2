import Testing
import Vocabulary

@Suite("Truth")
struct TruthTests {
  @Test(
    "joins as strong Kleene logic does, an absent rule counting as unknown",
    arguments: [
      ("T", "T", "T", "T"), ("T", "F", "F", "T"), ("T", "U", "U", "T"), ("T", "N", "U", "T"),
      ("F", "T", "F", "T"), ("F", "F", "F", "F"), ("F", "U", "F", "U"), ("F", "N", "F", "U"),
      ("U", "T", "U", "T"), ("U", "F", "F", "U"), ("U", "U", "U", "U"), ("U", "N", "U", "U"),
      ("N", "T", "U", "T"), ("N", "F", "F", "U"), ("N", "U", "U", "U"), ("N", "N", "U", "U"),
    ])
  func tables(left: String, right: String, both: String, either: String) throws {
    let one = try #require(Truth(letter: left))
    let other = try #require(Truth(letter: right))
    #expect((one && other).letter == both)
    #expect((one || other).letter == either)
    // De Morgan: the two tables are one.
    #expect(!(one && other) == (!one || !other))
  }

  @Test("negates", arguments: [("T", "F"), ("F", "T"), ("U", "U"), ("N", "U")])
  func negation(value: String, result: String) throws {
    #expect(try !#require(Truth(letter: value)) == #require(Truth(letter: result)))
  }

  @Test("reads the letter it writes", arguments: Truth.allCases)
  func letters(truth: Truth) {
    #expect(Truth(letter: truth.letter) == truth)
  }

  @Test("reads no other text", arguments: ["", "t", "TRUE", "是", "TF", " T", "Ｔ"])
  func refusals(text: String) {
    #expect(Truth(letter: text) == nil)
  }

  @Test("is what is known")
  func known() {
    #expect(Truth(true) == .true)
    #expect(Truth(false) == .false)
  }
}
