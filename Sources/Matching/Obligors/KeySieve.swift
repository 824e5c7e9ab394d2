/// Whether a key may be among those seen: never wrong in saying no, seldom in saying yes (a Bloom
/// filter with two bits a key, both in one word).
struct KeySieve {
  private var words: [UInt64]
  private let mask: UInt64

  /// Room for about `count` keys at eight bits each.
  init(count: Int) {
    var bits = 1024
    while bits < count * 8 { bits *= 2 }
    words = Array(repeating: 0, count: bits / 64)
    mask = UInt64(bits / 64 - 1)
  }

  mutating func insert(_ key: UInt64) {
    words[Int(key & mask)] |= KeySieve.bits(of: key)
  }

  func mayHold(_ key: UInt64) -> Bool {
    let bits = KeySieve.bits(of: key)
    return words[Int(key & mask)] & bits == bits
  }

  private static func bits(of key: UInt64) -> UInt64 { 1 << (key >> 58) | 1 << (key >> 52 & 63) }
}
