@testable import Law
import Vocabulary

/// A fixed sequence of numbers (SplitMix64), so that every run sees the same leads.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

extension Day {
  /// A day the test writes out.
  init(_ text: String) {
    guard let day = Day(iso: text) else { fatalError("\(text) is no day") }
    self = day
  }
}

extension RuleEngine {
  init(_ library: RuleLibrary, pack: String, reading: Reading = Reading()) {
    self.init(library, packs: library.chain(ofPack: pack), reading: reading)
  }
}

/// The shortest pack that loads, below Shanxi's, for tests to add to: lines 1 to 12.
func smallPack(
  id: String = "small-2026", validity: String = "not_before: 2026-01-01, certain_from: 2026-01-01",
  _ more: String
) -> RuleLibrary.File {
  let text = """
    schema: leadscreen-pack/1
    id: \(id)
    version: 1.0.0
    title: 试验
    source: {file: \(id).txt, sha256: "00"}
    articles: {style: article, count: 9}
    jurisdiction: "140900"
    level: city
    parent: shanxi-2025
    status: draft
    validity: {\(validity), cite: {locator: 第九条, summary: 施行}}
    \(more)
    """
  return ("\(id).pack.yaml", Array(text.utf8))
}
