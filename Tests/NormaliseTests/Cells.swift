import Normalise
import Vocabulary

/// Calls `body` with the text's bytes.
func reading<Result>(_ text: String, _ body: (Span<UInt8>) -> Result) -> Result {
  let bytes = Array(text.utf8)
  return body(bytes.span)
}

/// A generator of the same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

extension Reading {
  /// The code of what is wrong, flagged or unreadable.
  var code: ProblemCode? {
    switch self {
    case .missing, .value: nil
    case .flagged(_, let code, _), .unreadable(let code, _): code
    }
  }

  /// What the reading says is wrong in particular.
  var detail: Wording? {
    switch self {
    case .missing, .value: nil
    case .flagged(_, _, let detail): detail
    case .unreadable(_, let why): why
    }
  }

  var isMissing: Bool { if case .missing = self { true } else { false } }

  /// Whether the value is used without a remark.
  var isClean: Bool { if case .value = self { true } else { false } }
}
