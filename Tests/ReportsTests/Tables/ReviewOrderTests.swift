import Testing
import Vocabulary

@testable import Reports

@Suite("The order of questions")
struct ReviewOrderTests {
  private let order = ReviewOrder(
    MatchingAccount(model: 1, join: 6000, review: 3000, margin: 3000, blocks: BlockReport()))

  private func item(_ name: String, yuan: Int64?, _ weight: Int32? = nil) -> ReviewItem {
    ReviewItem(
      kind: .ambiguousObligor, left: name, right: "", question: "", evidence: "",
      stake: yuan.map { Money(fen: $0 * 100) }, weight: weight)
  }

  @Test(
    "doubt is full midway between the bars, half at them, less beyond, never nothing",
    arguments: [
      (Int32(4500), Int64(1000)), (3000, 500), (6000, 500), (9000, 100), (0, 100), (200_000, 1),
    ])
  func doubt(_ weight: Int32, _ expected: Int64) {
    #expect(order.doubt(ofWeight: weight) == expected)
  }

  @Test(
    "what is known of a question is the same whichever side is named first, and changes with it")
  func digest() {
    func known(_ evidence: String) -> String {
      ReviewItem(
        kind: .codeNameConflict, left: "", right: "", question: "", evidence: evidence, stake: nil
      ).evidenceDigest
    }
    let one = known("统一社会信用代码 91140981MA0A000018；名称 宏达铸造厂 / 蓝天食品厂")
    #expect(one == known("统一社会信用代码 91140981MA0A000018；名称 蓝天食品厂 / 宏达铸造厂"))
    #expect(one != known("统一社会信用代码 91140981MA0A000018；名称 蓝天食品厂 / 宏达铸锻厂"))
  }

  @Test("what was not weighed is in full doubt")
  func unweighed() {
    #expect(order.doubt(ofWeight: nil) == 1000)
    #expect(ReviewOrder(nil).doubt(ofWeight: 6000) == 1000)
  }

  @Test("stake times doubt: less money in full doubt comes before more in little")
  func ordered() {
    let items = [
      item("little doubt", yuan: 5000, 9000), item("full doubt", yuan: 1000, 4500),
      item("at the bar", yuan: 3000, 6000), item("unweighed", yuan: 1200),
    ]
    #expect(
      order.sorted(items).map(\.left) == ["at the bar", "unweighed", "full doubt", "little doubt"])
  }

  @Test("a stake that nobody knows ranks as the median of those known, never last for that")
  func unknownStake() {
    let items = [
      item("small", yuan: 10), item("unknown", yuan: nil), item("middle", yuan: 500),
      item("large", yuan: 90_000), item("unknown in less doubt", yuan: nil, 6000),
    ]
    #expect(
      order.sorted(items).map(\.left) == [
        "large", "unknown", "middle", "unknown in less doubt", "small",
      ])
    #expect(
      order.sorted([items[4], items[1]]).map(\.left) == ["unknown", "unknown in less doubt"])
  }

  @Test("no sum overflows, and equal questions keep their order")
  func extremes() {
    let items = [
      item("a", yuan: nil), item("b", yuan: nil), item("most", yuan: .max / 100),
      item("none", yuan: 0),
    ]
    #expect(order.sorted(items).map(\.left).first == "most")
    #expect(order.sorted(Array(items.prefix(2))).map(\.left) == ["a", "b"])
  }
}
