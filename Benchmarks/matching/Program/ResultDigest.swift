import Matching
import Vocabulary

/// One number for all that a matching says, to see that a change leaves it as it was to the bit.
///
/// FNV-1a over numbers, joins with their weights, refusals, questions and the account; linear in them.
struct ResultDigest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ matching: Matching) {
    for row in matching.obligor.indices {
      add(matching.obligor[row])
      add(matching.lead[row])
    }
    for join in matching.obligorJoins + matching.leadJoins {
      add(join.earlier)
      add(join.later)
      add(join.rule.rawValue)
      add(join.waterfall?.stored ?? "")
      add(join.second)
    }
    for refusal in matching.refused {
      add(refusal.left)
      add(refusal.right)
      for reason in refusal.reasons { add(reason.rawValue) }
      add(refusal.waterfall?.stored ?? "")
      add(refusal.second)
    }
    for item in matching.review {
      for text in [item.kind.rawValue, item.left, item.right, item.question, item.evidence] {
        add(text)
      }
      add(item.weight ?? 0)
    }
    add("\(matching.account)")
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func add(_ number: some FixedWidthInteger) {
    var rest = UInt64(truncatingIfNeeded: number)
    for _ in 0..<8 {
      add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(UInt8.max)
  }

  private mutating func add(_ second: SecondBest<Int>?) {
    add(second?.record ?? -1)
    add(second?.weight ?? 0)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
