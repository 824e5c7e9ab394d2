import Testing
import Vocabulary

@Suite("Money")
struct MoneyTests {
  @Test(
    "is written in yuan with two decimals",
    arguments: [
      (0, "0.00"), (1, "0.01"), (10, "0.10"), (99, "0.99"), (100, "1.00"), (1_200_000, "12000.00"),
      (-1, "-0.01"), (-100, "-1.00"), (-123_456, "-1234.56"),
      (Int64.max, "92233720368547758.07"), (Int64.min, "-92233720368547758.08"),
    ])
  func writing(fen: Int64, text: String) {
    #expect(Money(fen: fen).description == text)
  }

  @Test(
    "is read exactly",
    arguments: [
      ("0", 0), ("3000", 300_000), ("3000.5", 300_050), ("3000.05", 300_005), ("0.01", 1),
      ("90071992547409.93", 9_007_199_254_740_993), ("92233720368547758.07", Int64.max),
    ])
  func reading(text: String, fen: Int64) {
    #expect(Money(yuan: text)?.fen == fen)
  }

  @Test(
    "is read from no other text",
    arguments: [
      "", ".", ".5", "5.", "1.005", "1.2.3", "-1", "+1", " 1", "1 ", "1,000.00", "1_000", "1e3",
      "0x10", "nan", "inf", "１２", "一", "1.0٥", "1\u{301}", "92233720368547758.08",
      "92233720368547759", "922337203685477580.7", "9223372036854775808",
      "99999999999999999999999999",
    ])
  func refusals(text: String) {
    #expect(Money(yuan: text) == nil)
  }

  @Test("comes back from its own writing")
  func roundTrip() {
    var random = SeededGenerator(state: 1001)
    for _ in 0..<20_000 {
      let digits = Int.random(in: 0...62, using: &random)
      let money = Money(fen: Int64.random(in: 0...(1 << digits), using: &random))
      guard Money(yuan: money.description) == money else {
        Issue.record("\(money.fen)")
        return
      }
    }
  }

  @Test("is ordered by amount")
  func order() {
    let sorted = [Int64.max, 0, -1, 1, .min].map(Money.init).sorted().map(\.fen)
    #expect(sorted == [.min, -1, 0, 1, .max])
  }
}
