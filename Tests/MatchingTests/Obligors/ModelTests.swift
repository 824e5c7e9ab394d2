import Testing
import Vocabulary

@testable import Matching

@Suite("The model of evidence")
struct ModelTests {
  @Test(
    "logarithms are whole thousandths of a bit",
    arguments: [
      (8, 1, Int32(3000)), (1, 8, -3000), (1, 1, 0), (3, 1, 1584), (1, 3, -1585),
      (1_000_000, 1, 19_931),
      (5, 0, 0),
    ])
  func logarithms(_ numerator: Int, _ denominator: Int, _ expected: Int32) {
    #expect(Bits.of(numerator, over: denominator) == expected)
  }

  @Test(
    "bits are written with two decimals",
    arguments: [(Int32(7449), "+7.45"), (-3655, "−3.66"), (0, "+0.00"), (12_004, "+12.00")])
  func words(_ weight: Int32, _ expected: String) { #expect(Weight.text(weight) == expected) }

  @Test("every line of the model is read, and no piece of evidence is left without a weight")
  func complete() {
    let model = MatchingModel.standard
    #expect(model.unreadableLines == 0)
    #expect(model.version == 1)
    #expect(!model.names.contains(0))
    #expect(model.review < model.join)
    for level in AddressLevel.allCases where level != .missing { #expect(level.weight(model) != 0) }
    for event in EventFinding.allCases where event != .missing { #expect(event.weight(model) > 0) }
    #expect(model.codeSlip > 0)
    #expect([model.person, model.shop, model.tradeOnly, model.noCity].allSatisfy { $0 < 0 })
  }

  @Test("what is missing weighs nothing, and no level of a name outweighs an equal one")
  func order() {
    let model = MatchingModel.standard
    #expect(AddressLevel.missing.weight(model) == 0)
    #expect(EventFinding.missing.weight(model) == 0)
    #expect(model.names.max() == NameFinding.equalWithRegion.weight(model))
    #expect(NameFinding.homophone.weight(model) > NameFinding.lookalike.weight(model))
    #expect(NameFinding.lookalike.weight(model) > NameFinding.other.weight(model))
    #expect(NameFinding.other.weight(model) < 0)
  }

  @Test("a line of another form is counted, not guessed")
  func unreadable() {
    let text = "version 2\nname homophone 5\nname unheard-of 1 2\njoin many\n"
    #expect(MatchingModel(text: Array(text.utf8)).unreadableLines == 3)
  }
}
