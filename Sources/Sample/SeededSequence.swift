/// Numbers that look random and are the same for the same seed, on every machine.
///
/// SplitMix64 (Steele, Lea and Flood 2014), with its own ways of choosing, so that neither the
/// standard library's version nor a clock can change a byte of the sample.
package struct SeededSequence: Sendable {
  private var state: UInt64

  /// The sequence of that seed.
  package init(seed: UInt64) { state = seed }

  /// An independent sequence for one part of the sample.
  package init(seed: UInt64, part: String) {
    state = part.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return SeededSequence.mixed(state)
  }

  /// The finishing step by itself: a fixed scrambling of 64 bits.
  package static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including `bound`, which is at least 1.
  package mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// A number of the closed range.
  package mutating func between(_ lowest: Int, _ highest: Int) -> Int {
    lowest + below(highest - lowest + 1)
  }

  /// Whether a draw of that chance, in percent, comes off.
  package mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the choices, all equally likely; `choices` is not empty.
  package mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[below(choices.count)]
  }
}
